"""Several processes: the same answers in the same order, one that dies is replaced, what kills is named, none stays."""

import multiprocessing
import os
import signal
from contextlib import closing
from multiprocessing.context import SpawnProcess

import psutil
import pytest
from tests.deadly import deadly, faulty, vast
from tests.institution import institution

from alignkit.api.portfolio.here import one_by_one
from alignkit.api.portfolio.places import plan
from alignkit.api.portfolio.processes import in_processes
from alignkit.api.portfolio.unit import Answer, PortfolioRequest, Setting
from alignkit.api.portfolio.worker import Worker, WorkerFault, WorkerLost
from alignkit.errors import BadRequest, NoWorkers
from alignkit.source.packed import Packed
from alignkit.source.tree import Memory
from alignkit.views.portfolio.study import Unread

WORK = plan(Memory(institution(10)), PortfolioRequest(), "alignkit.yaml", rows=True)


@pytest.fixture(scope="module")
def alone():
    return list(one_by_one(WORK.setting, WORK.units()))


def children():
    return multiprocessing.active_children()


def test_two_processes_say_what_one_says(alone):
    assert list(in_processes(2)(WORK.setting, WORK.units())) == alone
    assert children() == []


def test_a_process_that_is_killed_by_chance_changes_nothing(alone):
    found = []
    with closing(in_processes(2)(WORK.setting, WORK.units())) as answers:
        found.append(next(answers))
        for child in children():
            os.kill(child.pid, signal.SIGKILL)
        found += answers
    assert found == alone


@pytest.mark.parametrize(("unit", "fate"), [(deadly("courses/x.yaml"), "exit status 7"), (vast("x"), "out of memory")])
def test_a_curriculum_that_ends_whoever_reads_it_is_named_and_the_others_are_read(alone, unit, fate, capfd):
    units = list(WORK.units())
    units.insert(3, unit)
    found = list(in_processes(2)(WORK.setting, units))
    assert found[3] == Answer(Unread(unit.file, f"the process that looked at it ended: {fate}"))
    assert [*found[:3], *found[4:]] == alone
    assert capfd.readouterr() == ("", "")


def test_no_more_processes_are_started_than_there_is_work_for(alone):
    with closing(in_processes(64)(WORK.setting, WORK.units())) as answers:
        assert next(answers) == alone[0]
        assert len(children()) == 2  # 22 curricula are two portions
    assert list(in_processes(64)(WORK.setting, ())) == []


def test_whoever_stops_listening_leaves_no_process_behind():
    with closing(in_processes(2)(WORK.setting, WORK.units())) as answers:
        next(answers)
        assert len(children()) == 2
    assert children() == []


@pytest.mark.parametrize("killed", [{0}, {1}, {0, 3}])
def test_a_process_that_is_killed_while_it_starts_changes_nothing_either(alone, killed, monkeypatch):
    real = SpawnProcess.start
    started: list[SpawnProcess] = []

    def start(process: SpawnProcess) -> None:
        real(process)
        if len(started) in killed:
            process.kill()
        started.append(process)

    monkeypatch.setattr(SpawnProcess, "start", start)
    with closing(in_processes(2)(WORK.setting, WORK.units())) as answers:
        found = [next(answers)]
        children()[0].kill()
        found += answers
    assert found == alone


def test_processes_that_have_ended_take_nothing_up(monkeypatch):
    monkeypatch.setattr("alignkit.api.portfolio.chunks._UNITS", 1)
    me, taken = psutil.Process(), []
    with closing(in_processes(1)(WORK.setting, [deadly(f"{number}.yaml") for number in range(4)])) as answers:
        for answer in answers:
            assert isinstance(answer.study, Unread)
            taken.append(me.num_fds())
    assert taken[-1] <= taken[0]


def test_processes_that_end_before_they_begin_stop_the_run():
    setting = Setting(PortfolioRequest(), deadly("alignkit.yaml").packed, "alignkit.yaml")
    with pytest.raises(NoWorkers, match="two worker processes ended before they began: exit status 7"):
        list(in_processes(1)(setting, WORK.units()))
    assert children() == []


def test_a_process_that_the_system_does_not_let_start_stops_the_run_with_its_reason(monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(SpawnProcess, "start", refuse)
    with pytest.raises(NoWorkers, match="a worker process could not be started: too many open files") as raised:
        list(in_processes(2)(WORK.setting, WORK.units()))
    assert raised.value.hint == "share the work among fewer processes (--jobs)"
    assert children() == []


def test_a_setting_that_cannot_be_relied_on_is_refused_in_its_own_words():
    broken = Packed((("alignkit.yaml", b"alignkit: project/1\nbaseline: gone.yaml\n"),))
    with pytest.raises(BadRequest, match=r"the baseline gone\.yaml is not there"):
        list(in_processes(1)(Setting(PortfolioRequest(), broken, "alignkit.yaml"), WORK.units()))


def test_what_goes_wrong_in_a_process_is_raised_where_the_run_was_begun():
    worker = Worker(WORK.setting)
    try:
        assert worker.take() == ()
        worker.give((faulty("x.yaml"),))
        with pytest.raises(WorkerFault, match=r"in answers[\s\S]*Unforeseen: x\.yaml"):
            worker.take()
        os.kill(children()[0].pid, signal.SIGKILL)
        worker.give(())
        with pytest.raises(WorkerLost, match="killed by signal 9"):
            worker.take()
    finally:
        worker.end()

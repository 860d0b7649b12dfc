"""A Dask cluster on this machine: the same answers, also when a worker is killed; other versions are refused."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import dask
import pytest
from distributed import Client, LocalCluster
from msgspec.structs import replace
from tests.deadly import deadly
from tests.institution import institution

import alignkit
from alignkit.api.portfolio.cluster import on_cluster
from alignkit.api.portfolio.here import one_by_one
from alignkit.api.portfolio.places import plan
from alignkit.api.portfolio.unit import Answer, PortfolioRequest, answers
from alignkit.errors import NoWorkers
from alignkit.source.tree import Memory
from alignkit.views.portfolio.study import Unread

ROOT = Path(__file__).parents[4]
WORK = plan(Memory(institution(20)), PortfolioRequest(), "alignkit.yaml", rows=True)


@pytest.fixture(scope="module")
def alone():
    return list(one_by_one(WORK.setting, WORK.units()))


@pytest.fixture(scope="module")
def cluster():
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=50) as cluster,
    ):
        yield cluster


def test_a_worker_that_is_killed_in_the_middle_changes_nothing(cluster, alone):
    found: list[Answer] = []
    for answer in on_cluster(cluster.scheduler_address)(WORK.setting, WORK.units()):
        if not found:
            os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        found.append(answer)
    assert found == alone


def test_a_curriculum_that_ends_every_worker_is_named_and_the_others_are_read(cluster, alone):
    units = [deadly("courses/deadly.yaml"), *list(WORK.units())[:2]]
    first, *others = on_cluster(cluster.scheduler_address)(WORK.setting, units)
    why = "the process that looked at it ended: each worker that was given it"
    assert first == Answer(Unread("courses/deadly.yaml", why))
    assert others == alone[:2]


def test_a_scheduler_that_is_lost_in_the_middle_ends_the_run():
    with LocalCluster(1, threads_per_worker=1, processes=False, dashboard_address=":0", silence_logs=50) as cluster:
        found = on_cluster(cluster.scheduler_address)(WORK.setting, WORK.units())
        next(found)
        cluster.close()
        with pytest.raises(NoWorkers, match=r"the scheduler at \S+ was lost in the middle of the work"):
            list(found)


def test_an_address_where_nobody_answers_is_refused(monkeypatch):
    monkeypatch.setattr("alignkit.api.portfolio.cluster._PATIENCE", "1s")
    for address in ("tcp://127.0.0.1:9", "nonsense://x", ""):
        with pytest.raises(NoWorkers, match="no Dask scheduler answers at"):
            list(on_cluster(address)(WORK.setting, WORK.units()))


@pytest.fixture
def empty():
    """Give the address of a scheduler that has no workers yet."""
    with LocalCluster(n_workers=0, dashboard_address=":0", silence_logs=50) as cluster:
        yield cluster.scheduler_address


def test_a_cluster_without_workers_is_refused(empty):
    with pytest.raises(NoWorkers, match="has no workers"):
        list(on_cluster(empty)(WORK.setting, WORK.units()))


@pytest.fixture
def worker_with(empty):
    """Return a function that starts a worker which finds its packages in a folder first, and says its address."""
    started = []

    def start(folder):
        command = [sys.executable, "-m", "distributed.cli.dask_worker", empty, "--no-nanny", "--no-dashboard"]
        surroundings = {**os.environ, "PYTHONPATH": str(folder)}
        quiet = subprocess.DEVNULL
        started.append(subprocess.Popen(command, env=surroundings, stdout=quiet, stderr=quiet, cwd=folder))
        with Client(empty, set_as_default=False) as client:
            client.wait_for_workers(1, timeout=30)
        return empty

    yield start
    for process in started:
        process.kill()
        process.wait()


def test_another_version_on_a_worker_is_refused(worker_with, tmp_path):
    copytree(ROOT / "src" / "alignkit", tmp_path / "src" / "alignkit")
    copytree(ROOT / "frameworks", tmp_path / "frameworks")
    with (tmp_path / "src" / "alignkit" / "rules" / "base.py").open("a") as changed:
        changed.write("# one line more\n")
    address = worker_with(tmp_path / "src")
    with pytest.raises(NoWorkers, match=rf"here is alignkit {alignkit.__version__} \(\w+\), but tcp://\S+ has"):
        list(on_cluster(address)(WORK.setting, WORK.units()))


def test_a_worker_without_alignkit_is_refused(worker_with, tmp_path):
    (tmp_path / "alignkit").mkdir()
    (tmp_path / "alignkit" / "__init__.py").write_text("")
    address = worker_with(tmp_path)
    with pytest.raises(NoWorkers, match=r"alignkit does not run on the cluster: .*No module named 'alignkit"):
        list(on_cluster(address)(WORK.setting, WORK.units()))


def test_a_worker_that_joins_later_looks_at_the_version_itself():
    with pytest.raises(NoWorkers, match=r"the run is of alignkit 9 \(x\), a worker has"):
        answers(replace(WORK.setting, made_by="9 (x)"), ())

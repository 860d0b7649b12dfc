"""`alignkit portfolio` on many curricula: rows for databases, several processes, a bar where somebody looks on."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path
from typing import Any

import duckdb
import psutil
import pyarrow.parquet as pq
import pytest
from distributed import LocalCluster
from tests.counted import REACHED
from tests.institution import institution


def put(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def project(tmp_path):
    files = institution(2)
    del files["courses/broken.yaml"]
    return put(tmp_path, files)


def query(file: Path, text: str) -> list[tuple[Any, ...]]:
    return duckdb.connect().execute(text.replace("PORTFOLIO", f"'{file}'")).fetchall()


def test_rows_in_a_database_agree_with_what_was_counted_by_hand(alignkit, project):
    done = alignkit("portfolio", "-o", "all.parquet")
    assert (done.status, done.out, done.err) == (0, "Written: all.parquet\n", "")
    file = project / "all.parquet"
    reached = "SELECT count(*) FROM PORTFOLIO WHERE curriculum = 'counted-0' AND step_number >= "
    found = {step: query(file, f"{reached}{number}")[0][0] for number, step in enumerate(REACHED, 1)}
    assert found == REACHED
    assert query(file, "SELECT count(*), count(DISTINCT file) FROM PORTFOLIO") == [(50, 5)]  # 5 curricula of 10 items
    # A1: two activities in each of two copies of the course, one in each of the other three
    assert query(file, "SELECT sum(activities), sum(hours) FROM PORTFOLIO WHERE item = 'A1'") == [(7, 5.0)]
    pharmacy = (
        "SELECT count(*) FROM PORTFOLIO WHERE list_contains(professions, 'pharmacy') AND curriculum = 'counted-1'"
    )
    assert query(file, pharmacy) == [(4,)]  # A1 A2 B1 B4: A3 is for nursing alone


def test_the_questions_of_the_documentation_have_answers_that_were_counted_by_hand(alignkit, tmp_path):
    put(tmp_path, institution(1))
    assert alignkit("portfolio", "-o", "portfolio.parquet").status == 2  # broken.yaml is left out, the rest is there
    page = (Path(__file__).parents[2] / "docs" / "formats" / "portfolio-parquet.md").read_text()
    across, alone = (block.partition("```")[0] for block in page.split("```sql")[1:])
    file = tmp_path / "portfolio.parquet"
    # Eight leaves; taught somewhere A1 A2 A3 B1 B4, assessed of these all but A3
    assert query(file, across.replace("'portfolio.parquet'", "PORTFOLIO")) == [("toy", 8, 5, 4)]
    found = query(file, alone.replace("'portfolio.parquet'", "PORTFOLIO"))
    assert [(ref, title) for ref, _, title in found] == [
        (f"toy:{code}", "Counted by hand") for code in ("A2", "A3", "B1", "B4")
    ]


def test_rows_agree_with_the_report_and_with_coverage(alignkit, project):
    assert alignkit("portfolio", "-o", "all.parquet").status == 0
    rows = pq.read_table(project / "all.parquet").to_pylist()
    for file in ("courses/counted-0.yaml", "courses/third/curriculum.yaml"):
        (chapter,) = json.loads(alignkit("report", file, "--format", "json", "-o", "-").out)["chapters"]
        shown = {row["ref"]: row for row in chapter["rows"] if "step" in row}
        mine = {row["ref"]: row for row in rows if row["file"] == file}
        assert shown.keys() == {ref for ref, row in mine.items() if row["in_scope"]}
        for ref, row in shown.items():
            assert mine[ref]["step"] == row["step"]
            assert (mine[ref]["activities"], mine[ref]["assessments"]) == (
                len(row["activities"]),
                len(row["assessments"]),
            )
        (covered,) = json.loads(alignkit("coverage", file, "--format", "json").out)["curricula"]
        reached = [sum((row["step_number"] or 0) >= step for row in mine.values()) for step in (1, 2, 3, 4)]
        assert list(covered["frameworks"][0]["direct"].values()) == reached


def test_what_is_left_out_is_told_as_far_as_it_can_be(project):
    command = [sys.executable, "-m", "alignkit", "portfolio", "nothing.yaml", "-o", "x.html"]
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        assert subprocess.run(command, cwd=project, stdout=subprocess.DEVNULL, stderr=full, check=False).returncode == 2


def test_two_processes_write_the_same_bytes_as_one(alignkit, tmp_path):
    put(tmp_path, institution(9))
    for number in ("1", "2"):
        done = alignkit("portfolio", "-o", f"{number}.parquet", "--jobs", number)
        assert done.status == 2
        assert done.err.startswith("alignkit: left out: courses/broken.yaml:2:")
    assert (tmp_path / "1.parquet").read_bytes() == (tmp_path / "2.parquet").read_bytes()


def test_a_cluster_writes_the_same_bytes_as_one_process(alignkit, project):
    with LocalCluster(n_workers=1, threads_per_worker=2, dashboard_address=":0", silence_logs=50) as cluster:
        done = alignkit("portfolio", "-o", "cluster.parquet", "--scheduler", cluster.scheduler_address)
    assert (done.status, done.err) == (0, "")
    assert alignkit("portfolio", "-o", "here.parquet").status == 0
    assert (project / "cluster.parquet").read_bytes() == (project / "here.parquet").read_bytes()


@pytest.mark.usefixtures("project")
def test_two_ways_at_once_are_refused(alignkit):
    done = alignkit("portfolio", "--jobs", "2", "--scheduler", "tcp://127.0.0.1:9")
    assert done.status == 2
    assert "--jobs and --scheduler are two ways to share the work" in done.err


def test_no_scheduler_is_told_and_nothing_is_written(alignkit, project):
    before = sorted(project.rglob("*"))
    done = alignkit("portfolio", "-o", "x.parquet", "--scheduler", "nonsense://x")
    assert done.status == 2
    assert "no Dask scheduler answers at nonsense://x" in done.err
    assert sorted(project.rglob("*")) == before


@pytest.mark.parametrize(
    ("package", "options", "extra"),
    [("pyarrow", ("--format", "parquet"), "parquet"), ("distributed", ("--scheduler", "tcp://x"), "dask")],
)
def test_what_is_not_installed_is_named_before_any_work(alignkit, project, package, options, extra):
    (project / "blocked" / package).mkdir(parents=True)
    (project / "blocked" / package / "__init__.py").write_text("raise ImportError")
    done = alignkit("portfolio", *options, PYTHONPATH=str(project / "blocked"))
    assert done.status == 2
    assert f"pip install 'alignkit[{extra}]' brings it" in done.err


def test_rows_are_for_portfolios_alone(alignkit, project):
    refused = alignkit("report", "courses/second-0.yaml", "-o", "x.parquet")
    assert refused.status == 2
    assert '"x.parquet" does not say which format is meant' in refused.err
    assert not (project / "x.parquet").exists()


def test_rows_can_be_piped(project):
    command = [sys.executable, "-m", "alignkit", "portfolio", "--format", "parquet", "-o", "-"]
    piped = subprocess.run(command, cwd=project, stdout=subprocess.PIPE, check=True).stdout
    assert pq.read_table(BytesIO(piped)).num_rows == 50


def test_data_go_to_standard_output_whole(alignkit, project):
    done = alignkit("portfolio", "--format", "json", "-o", "-")
    assert json.loads(done.out)["total"] == 5
    assert alignkit("portfolio", "-o", "there.json").status == 0
    assert (project / "there.json").read_text() == done.out


def test_a_device_is_written_to_and_stays_a_device(alignkit, project):
    pipe = project / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)  # what five curricula come to fits into a pipe
    done = alignkit("portfolio", "--format", "json", "-o", "pipe")
    with os.fdopen(reader, "rb") as came:
        assert json.loads(came.read())["total"] == 5
    assert done.status == 0
    assert pipe.is_fifo()


def on_a_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """Return what the command shows on standard error where that is a terminal."""
    ours, theirs = pty.openpty()
    plain = {key: value for key, value in os.environ.items() if key not in ("CI", "NO_COLOR", "TERM")}
    with subprocess.Popen(
        [sys.executable, "-m", "alignkit", "portfolio", "-o", "x.json", *arguments],
        cwd=folder,
        env={**plain, "TERM": "xterm", **environment},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    ):
        os.close(theirs)
        shown = b""
        try:
            while read := os.read(ours, 4096):
                shown += read
        except OSError:
            pass  # the other end is closed
    os.close(ours)
    return shown.decode()


def test_a_bar_moves_on_a_terminal_alone(project):
    shown = on_a_terminal(project)
    assert "Curricula" in shown
    assert "5/5" in shown
    assert "/s" in shown
    assert on_a_terminal(project, "--quiet") == ""
    assert on_a_terminal(project, CI="true") == ""
    assert on_a_terminal(project, TERM="dumb") == ""


def test_ctrl_c_ends_every_process_and_leaves_no_file(tmp_path):
    put(tmp_path, institution(120))
    before = sorted(tmp_path.rglob("*"))
    command = [sys.executable, "-m", "alignkit", "portfolio", "-o", "x.parquet", "--jobs", "2"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=tmp_path, start_new_session=True, stdout=pipe, stderr=pipe) as run:
        workers = busy(psutil.Process(run.pid))
        os.killpg(run.pid, signal.SIGINT)
        out, err = run.communicate(timeout=30)
    assert (run.returncode, out, err) == (130, b"", b"interrupted; no file was left half written\n")
    _, alive = psutil.wait_procs(workers, timeout=10)
    assert [each for each in alive if each.status() != psutil.STATUS_ZOMBIE] == []
    assert sorted(tmp_path.rglob("*")) == before


def busy(process: psutil.Process) -> list[psutil.Process]:
    """Return the processes that work for one, as soon as two of them do, which takes long where much else goes on."""
    for _ in range(2400):
        found: list[psutil.Process] = process.children()
        if sum(each.cpu_times().user > 0.5 for each in found) >= 2:
            return found
        time.sleep(0.05)
    pytest.fail("no two processes came to work")


def test_workers_end_when_who_began_them_is_killed(tmp_path):
    put(tmp_path, institution(120))
    command = [sys.executable, "-m", "alignkit", "portfolio", "-o", "x.parquet", "--jobs", "2"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as run:
        workers = busy(psutil.Process(run.pid))
        run.kill()
        assert run.communicate(timeout=30)[1] == b""
    _, alive = psutil.wait_procs(workers, timeout=15)
    assert [each for each in alive if each.status() != psutil.STATUS_ZOMBIE] == []

"""Times `alignkit portfolio` on folders of many curricula: one process, several, and a Dask cluster of this machine.

Prints elapsed seconds, CPU seconds, the ratio of CPU to a bare parse of the same files, and the most memory that all
processes had together (looked at five times a second; pages that they share count for each).

    python -m bench.portfolio 100 1000 --ways 1 2 dask --format parquet
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psutil

from bench.clock import told
from bench.contenders import ours
from bench.sizes import CORPORA, corpus

_LOOK = 0.2
_WORKERS = 2


class Took(NamedTuple):
    """Seconds by the clock, CPU seconds, and MiB, of a process with those that it started and those beside it.

    And its exit status: what it did not finish takes it no time.
    """

    elapsed: float
    cpu: float
    peak: float
    status: int


def took(command: Sequence[str], folder: Path, beside: Sequence[psutil.Process] = ()) -> Took:
    """Return what the command costs; `beside` are processes that work for it and are there already."""
    before = sum(_cpu(each) for each in beside)
    began, peak, cpu = time.monotonic(), 0.0, 0.0
    with psutil.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            time.sleep(_LOOK)
            everybody = _with_children((process, *beside))
            peak = max(peak, sum(_memory(each) for each in everybody))
            cpu = max(cpu, sum(_cpu(each) for each in everybody) - before)
    return Took(time.monotonic() - began, cpu, peak / 2**20, process.returncode)


def _with_children(processes: Sequence[psutil.Process]) -> list[psutil.Process]:
    found = []
    for each in processes:
        try:
            found += [each, *each.children(recursive=True)]
        except psutil.NoSuchProcess:
            continue
    return list(dict.fromkeys(found))


def _memory(process: psutil.Process) -> float:
    try:
        return float(process.memory_info().rss)
    except psutil.Error:
        return 0.0


def _cpu(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
    except psutil.Error:
        return 0.0
    return float(times.user + times.system)


def rows(curricula: int, ways: Sequence[str], format_: str) -> Iterator[str]:
    """Yield a row for each way on a folder of so many curricula of 100 outcomes."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "project"
        files = CORPORA[f"{curricula}-curricula"](folder)
        yardstick = took(ours(folder, Path(scratch), files)[0].commands[0], folder)
        yield _row(f"{curricula:,}", "CSafeLoader", yardstick, yardstick)
        for way in ways:
            with _ready(way) as (options, beside):
                output = ["--output", str(Path(scratch) / f"portfolio.{format_}")]
                command = [sys.executable, "-m", "alignkit", "portfolio", "--format", format_, *output, *options]
                yield _row("", f"portfolio {' '.join(options[:1])} {way}", took(command, folder, beside), yardstick)


@contextmanager
def _ready(way: str) -> Iterator[tuple[list[str], list[psutil.Process]]]:
    """Give the options of a way and the processes that stand ready for it; starting a cluster is not timed."""
    if way != "dask":
        yield ["--jobs", way], []
        return
    from distributed import LocalCluster  # noqa: PLC0415 - only one way needs it

    with LocalCluster(n_workers=_WORKERS, threads_per_worker=1, dashboard_address=None) as cluster:
        workers = [psutil.Process(worker.pid) for worker in cluster.workers.values()]
        yield ["--scheduler", cluster.scheduler_address], workers


def _row(curricula: str, what: str, cost: Took, yardstick: Took) -> str:
    ratio = f"{cost.cpu / yardstick.cpu:.1f}" if yardstick.cpu else ""
    what += told(cost.status)
    return f"| {curricula} | {what} | {cost.elapsed:.1f} s | {cost.cpu:.1f} s | {ratio} | {cost.peak:.0f} MiB |"


def _number(text: str) -> int:
    corpus(f"{text}-curricula")
    return int(text)


def main() -> None:
    """Time what is asked for, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("curricula", nargs="*", type=_number, default=[100, 1_000], help="10, 100, 1000 or 10000")
    parser.add_argument("--ways", nargs="*", default=["1", "2", "dask"], help="numbers of processes, or dask")
    parser.add_argument("--format", default="parquet", help="what is written: parquet, html, json")
    asked = parser.parse_args()
    print("| curricula | what | elapsed | CPU | CPU to yardstick | peak |\n| --- | --- | --- | --- | --- | --- |")
    for curricula in asked.curricula:
        for row in rows(curricula, asked.ways, asked.format):
            print(row, flush=True)


if __name__ == "__main__":
    main()

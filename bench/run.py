"""Times `alignkit check` and other tools against a bare interpreter that only parses the same files, in one run.

The tools take turns, and each is compared with the yardstick of its turn: machines drift, ratios of neighbours hardly.
Prints CPU seconds (user and system, of whole processes), the ratios with their spread, the most memory, and any exit
status but 0.

    python -m bench.run small 1000 10000-mixed --runs 7 --peers --programs PATH_TO_A_VENV/bin
"""

import argparse
import platform
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.clock import Spent, spent, told
from bench.contenders import Contender, ours, peers
from bench.sizes import CORPORA, corpus


def rows(name: str, runs: int, *, with_peers: bool, programs: str) -> Iterator[str]:
    """Yield a row for each contender on one corpus."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "project"
        files = CORPORA[name](folder)
        contenders = ours(folder, Path(scratch), files)
        contenders += peers(folder, Path(scratch), files, programs) if with_peers else []
        yardstick, *others = _in_turn(contenders, runs)
        size = sum(file.stat().st_size for file in files) / 1e6
        yield _row(f"{name} ({size:.1f} MB)", contenders[0], yardstick, yardstick)
        for contender, turns in zip(contenders[1:], others, strict=True):
            yield _row("", contender, turns, yardstick)


def _in_turn(contenders: list[Contender], runs: int) -> list[list[Spent]]:
    """Return what each run of each contender cost; one run of each goes before and is not counted."""
    for each in contenders:
        spent([*each.before, *each.commands], each.folder)
    turns = [[_run(each) for each in contenders] for _ in range(runs)]
    return [list(column) for column in zip(*turns, strict=True)]


def _run(contender: Contender) -> Spent:
    if contender.leaves:
        shutil.rmtree(contender.folder / contender.leaves, ignore_errors=True)
    return spent(contender.commands, contender.folder)


def _row(corpus: str, contender: Contender, turns: list[Spent], yardstick: list[Spent]) -> str:
    ratios = sorted(turn.cpu / theirs.cpu for turn, theirs in zip(turns, yardstick, strict=True))
    cpu, peak = statistics.median(turn.cpu for turn in turns), max(turn.peak for turn in turns)
    spread = f"{ratios[0]:.2f} to {ratios[-1]:.2f}"
    ratio = f"{statistics.median(ratios):.2f} | {spread}" if turns is not yardstick else "1 |"
    failed = told(next((turn.status for turn in turns if turn.status), 0))
    return f"| {corpus} | {contender.name} {contender.version}{failed} | {cpu:.2f} s | {ratio} | {peak:.0f} MiB |"


def _some(typed: str) -> int:
    """Return how many runs are meant; one at least, or there is nothing to compare."""
    if not typed.isdecimal() or int(typed) < 1:
        raise argparse.ArgumentTypeError("one run at least")
    return int(typed)


def main() -> None:
    """Time the corpora that are asked for, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "corpora", nargs="*", type=corpus, default=["small", "1000", "10000"], help=f"of {', '.join(CORPORA)}"
    )
    parser.add_argument("--runs", type=_some, default=7, help="counted runs of each")
    parser.add_argument("--peers", action="store_true", help="other tools too, those that are installed")
    parser.add_argument("--programs", default="", help="the folder in which to look for them first")
    asked = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}; {asked.runs} counted runs of each, in turn\n")
    print("| corpus | what | CPU | ratio, median | from, to | peak |\n| --- | --- | --- | --- | --- | --- |")
    for name in asked.corpora:
        for row in rows(name, asked.runs, with_peers=asked.peers, programs=asked.programs):
            print(row, flush=True)


if __name__ == "__main__":
    main()

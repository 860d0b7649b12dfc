"""Compares the speed of `alignkit check` here with that of another revision, in one run, and prints the ratios.

    python -m bench.regress            # with the commit before this one
    python -m bench.regress main small 1000-mixed

Where valgrind is installed, instructions are counted: they hardly depend on what else the machine does. Elsewhere the
two take turns and CPU seconds are compared. It informs and never fails: whether to act on a ratio, a person decides.
"""

import argparse
import io
import os
import re
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.clock import spent
from bench.sizes import CORPORA, corpus

_ROOT = Path(__file__).parent.parent
_CHECK = "from alignkit.cli.entry import main\nmain()\n"
_PAIRS = 9


def compare(base: str, corpora: list[str]) -> Iterator[str]:
    """Yield a row for each corpus: what a check costs in the revision and here, first and when nothing has changed."""
    cost, unit = (_instructions, "million instructions") if shutil.which("valgrind") else (_seconds, "CPU seconds")
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        _check_out(base, place / "base")
        sides = [_surroundings(place / "base", place / "base-made"), _surroundings(_ROOT, place / "made")]
        yield f"| corpus | {base[:12]} | here, in {unit} | ratio |\n| --- | --- | --- | --- |"
        for name in corpora:
            folder = place / name
            CORPORA[name](folder)
            for what, remembered in ((name, False), (f"{name}, nothing changed", True)):
                before, now = cost(place, folder, [_with_cache(side, remembered) for side in sides])
                yield f"| {what} | {before:.4g} | {now:.4g} | {now / before:.3f} |"


def _check_out(revision: str, folder: Path) -> None:
    """Write the sources and the shipped data of a revision."""
    command = ["git", "archive", revision, "src", "frameworks"]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, check=True)
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder, filter="data")


def _surroundings(tree: Path, made: Path) -> dict[str, str]:
    """Return the environment in which the sources of a tree run, with what they make kept apart."""
    return {
        "PYTHONPATH": str(tree / "src"),
        "PYTHONHASHSEED": "0",
        "PYTHONPYCACHEPREFIX": str(made / "compiled"),
        "XDG_CACHE_HOME": str(made / "cache"),
    }


def _with_cache(side: Mapping[str, str], remembered: bool) -> dict[str, str]:  # noqa: FBT001
    # A folder that cannot be made is no cache; older revisions do not know --no-cache.
    return {**side} if remembered else {**side, "XDG_CACHE_HOME": os.devnull}


def _ready(place: Path, folder: Path, sides: list[dict[str, str]]) -> list[str]:
    """Return the command, once each side has compiled its modules and remembered a run."""
    script = place / "check.py"
    script.write_text(_CHECK, encoding="utf-8")
    command = [sys.executable, str(script), "check"]
    for side in sides:
        spent([command], folder, side)
    time.sleep(2.1)  # what has just been written is not trusted by the cache
    for side in sides:
        spent([command], folder, side)
    return command


def _instructions(place: Path, folder: Path, sides: list[dict[str, str]]) -> tuple[float, float]:
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={os.devnull}", *_ready(place, folder, sides)]
    counts = []
    for side in sides:
        done = subprocess.run(
            command, cwd=folder, env={**os.environ, **side}, capture_output=True, text=True, check=False
        )
        found = re.search(r"Collected : (\d+)", done.stderr)
        counts.append(int(found[1]) / 1e6 if found and not done.returncode else float("nan"))
    return counts[0], counts[1]


def _seconds(place: Path, folder: Path, sides: list[dict[str, str]]) -> tuple[float, float]:
    command = _ready(place, folder, sides)
    turns = [[_cpu(command, folder, side) for side in sides] for _ in range(_PAIRS)]
    ratio = statistics.median(now / before for before, now in turns)
    before = statistics.median(turn[0] for turn in turns)
    return before, before * ratio


def _cpu(command: list[str], folder: Path, side: Mapping[str, str]) -> float:
    """Return CPU seconds, or what is no number where the check was not made: it would pass for a fast one."""
    cost = spent([command], folder, side)
    return float("nan") if cost.status else cost.cpu


def main() -> None:
    """Print the ratios, or why there are none."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", nargs="?", default="HEAD~1", help="the revision to compare with")
    parser.add_argument("corpora", nargs="*", type=corpus, default=["small", "1000"], help=f"of {', '.join(CORPORA)}")
    asked = parser.parse_args()
    if not exists(asked.base):
        print(f"there is no revision {asked.base} here, so there is nothing to compare with")
        return
    for row in compare(asked.base, asked.corpora):
        print(row, flush=True)


def exists(revision: str) -> bool:
    """Say whether git knows the revision here."""
    command = ["git", "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"]
    return subprocess.run(command, cwd=_ROOT, capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    main()

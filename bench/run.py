"""Times `alignkit check` against a bare interpreter that only parses the same files, side by side in one run.

Prints CPU seconds (user and system, of the whole process) and the ratio of each pair of runs: quote the median.
The yardstick is `yaml.CSafeLoader` on the same YAML files, its start and import included.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.corpus import write

YARDSTICK = "import sys, yaml\nfor name in sys.argv[1:]:\n    yaml.load(open(name, 'rb'), yaml.CSafeLoader)\n"
# name -> outcomes, frameworks, leaf items of each framework, frameworks that one course uses
SIZES = {
    "small": (50, 6, 150, 6),
    "1000": (1_000, 6, 150, 2),
    "10000": (10_000, 6, 150, 2),
    "100000": (100_000, 6, 150, 2),
}


def cpu_seconds(command: list[str], folder: Path) -> float:
    """Return the user and system seconds of one run of the command."""
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime


def compare(name: str, runs: int) -> str:
    """Return a line with the medians of both and the ratios of the pairs for one size of corpus."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "project"
        files = write(folder, *SIZES[name])
        parse = Path(scratch) / "parse.py"
        parse.write_text(YARDSTICK, encoding="utf-8")
        yardstick = [sys.executable, str(parse), *(str(file.relative_to(folder)) for file in files)]
        check = [sys.executable, "-m", "alignkit", "check"]
        pairs = [(cpu_seconds(check, folder), cpu_seconds(yardstick, folder)) for _ in range(runs + 1)][1:]
    ratios = sorted(ours / theirs for ours, theirs in pairs)
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    return (
        f"{name:>7}  alignkit {ours:7.3f} s  yardstick {theirs:7.3f} s  "
        f"ratio {statistics.median(ratios):5.2f} (from {ratios[0]:.2f} to {ratios[-1]:.2f}, {runs} pairs)"
    )


def main() -> None:
    """Time the sizes that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", default=["small", "1000", "10000"], help=f"of {', '.join(SIZES)}")
    parser.add_argument("--runs", type=int, default=7, help="counted pairs of runs")
    asked = parser.parse_args()
    for name in asked.sizes:
        print(compare(name, asked.runs), flush=True)


if __name__ == "__main__":
    main()

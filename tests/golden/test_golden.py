"""Whole commands against accepted output, byte for byte.

A case is a folder with `input/` and, for each line of `commands`, the accepted output `NAME.out`. `--accept` rewrites
them; a person reads the diff.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def cases() -> list[tuple[str, str, str]]:
    """Return folder, name and command of every case: `check.txt: check course.yaml --all`."""
    found = []
    for file in sorted(HERE.glob("*/commands")):
        for line in file.read_text(encoding="utf-8").splitlines():
            name, _, command = line.partition(": ")
            found.append((file.parent.name, name, command))
    return found


def run(command: str, folder: Path) -> str:
    plain = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    done = subprocess.run(
        [sys.executable, "-m", "alignkit", *shlex.split(command)],
        cwd=folder,
        env=plain,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return f"{done.stdout}{done.stderr}exit status {done.returncode}\n"


@pytest.mark.parametrize(("folder", "name", "command"), cases(), ids=lambda part: part)
def test_output_is_as_accepted(folder, name, command, request):
    place = HERE / folder / "input"
    out = run(command, place if place.is_dir() else ROOT)
    accepted = HERE / folder / name
    if request.config.getoption("--accept"):
        accepted.write_text(out, encoding="utf-8")
    assert out == accepted.read_text(encoding="utf-8")


# An excerpt shows a line as it was typed, and a path or an address can be copied; a quiet run has one line a finding,
# and a patch the lines of a file, where a question stands on one.
AS_TYPED = re.compile(r" *\d+ │| {2}→ |\+ *# alignkit: migrate\? ")
EXAMPLES = {"explain": "    "}
ONE_LINE_EACH = ("quiet",)


@pytest.mark.parametrize("accepted", sorted(HERE.glob("*/*.out")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_line_is_wider_than_a_terminal(accepted):
    if accepted.parent.name in ONE_LINE_EACH:
        return
    lines = accepted.read_text(encoding="utf-8").splitlines()
    example = EXAMPLES.get(accepted.parent.name, "\0")
    wide = [line for line in lines if len(line) > 80 and not AS_TYPED.match(line) and not line.startswith(example)]
    assert wide == []


def test_every_accepted_output_belongs_to_a_command():
    there = {(path.parent.name, path.name) for path in HERE.glob("*/*") if path.is_file() and path.name != "commands"}
    assert {each for each in there if each[0] != "__pycache__"} == {(folder, name) for folder, name, _ in cases()}

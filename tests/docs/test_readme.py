"""The README is true: its commands run, its output is what they print, its examples check."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from alignkit.model.documents import typed
from alignkit.model.project import Project
from alignkit.source.reader import parse

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
OUTPUTS = re.findall(r"<!-- output: alignkit (.+?) \| (head|tail) -(\d+) -->\n```text\n(.*?)```", README, re.DOTALL)
SETUPS = re.findall(r"^    (python3 -m venv .+)$", README, re.MULTILINE)


def printed(arguments: str) -> list[str]:
    plain = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    command = [sys.executable, "-m", "alignkit", *arguments.split()]
    done = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout.splitlines()


@pytest.mark.parametrize(("arguments", "end", "number", "shown"), OUTPUTS, ids=lambda part: str(part)[:20])
def test_output_in_the_readme_is_what_is_printed(arguments, end, number, shown, request):
    lines = printed(arguments)
    part = lines[: int(number)] if end == "head" else lines[-int(number) :]
    if request.config.getoption("--accept"):
        mark = f"<!-- output: alignkit {arguments} | {end} -{number} -->\n```text\n"
        now = (ROOT / "README.md").read_text(encoding="utf-8")
        fresh = "".join(f"{line}\n" for line in part)
        (ROOT / "README.md").write_text(now.replace(mark + shown, mark + fresh), encoding="utf-8")
    else:
        assert shown.splitlines() == part


def test_there_is_output_in_the_readme():
    assert len(OUTPUTS) == 2


def test_two_commands_do_all_the_set_up():
    check, tests = SETUPS
    assert check.endswith(".venv/bin/alignkit check curricula/prep-ip-2023.yaml")
    assert re.search(r"\.venv/bin/pytest( -n auto)?$", tests)


def test_the_number_of_frameworks_is_true():
    (number,) = re.findall(r"The library has (\d+) frameworks", README)
    groups = [
        path for path in (ROOT / "frameworks").glob("*/*.yaml") if path.parent.name not in ("rubrics", "crosswalks")
    ]
    assert int(number) == len(groups)


def test_settings_in_the_readme_are_read_without_a_problem():
    text = next(block for block in re.findall(r"```yaml\n(.*?)```", README, re.DOTALL) if "project/1" in block)
    record, problems = typed(parse(text, "alignkit.yaml"))
    assert isinstance(record, Project)
    assert record.aliases == {"caipc": "caipe-2011"}
    assert problems == ()


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README))
def test_every_link_leads_somewhere(link):
    assert (ROOT / link).exists()

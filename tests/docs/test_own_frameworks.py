"""The guide to own frameworks is true: its commands exist, its examples are read, its question excuses nothing."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from alignkit.cli.commands.frameworks import frameworks
from alignkit.model.documents import typed
from alignkit.source.comments import suppressions
from alignkit.source.reader import parse

GUIDE = (Path(__file__).parents[2] / "docs" / "own-frameworks.md").read_text(encoding="utf-8")


def test_every_command_of_the_guide_exists_with_its_options():
    commands = getattr(get_command(frameworks), "commands", {})
    known = {name: {option for each in command.params for option in each.opts} for name, command in commands.items()}
    calls = re.findall(r"^ {4}alignkit frameworks (\w+)(.*)$", GUIDE, re.MULTILINE)
    assert {name for name, _ in calls} == {"new", "search", "diff", "migrate"}
    for name, rest in calls:
        assert set(re.findall(r"--[a-z]+", rest)) <= known[name]


@pytest.mark.parametrize("example", re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL))
def test_every_example_is_read_without_a_problem(example):
    record, problems = typed(parse(example, "example.yaml"))
    assert record is not None
    assert problems == ()


def test_the_question_of_the_guide_is_no_excuse():
    (question,) = re.findall(r"^ *(# alignkit: migrate\?.*)$", GUIDE, re.MULTILINE)
    assert suppressions(parse(f"a:\n  {question}\n  - b\n", "example.yaml")) == ()

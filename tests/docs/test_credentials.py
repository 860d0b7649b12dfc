"""The guide to credentials is true: its commands exist with their options, its example is read, and it works."""

import re
from pathlib import Path

import pytest
from tests.credentials import ED25519
from typer.main import get_command

from alignkit.api.credential import Signing, issue
from alignkit.cli.commands.credential import credential
from alignkit.model.documents import typed
from alignkit.source.reader import parse
from alignkit.source.tree import Memory

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "credentials.md").read_text(encoding="utf-8")
(EXAMPLE,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


def test_every_command_of_the_guide_exists_with_its_options():
    commands = getattr(get_command(credential), "commands", {})
    known = {name: {option for each in command.params for option in each.opts} for name, command in commands.items()}
    calls = re.findall(r"alignkit credential ([\w-]+)([^\n`]*)", GUIDE)
    assert {name for name, _ in calls} == set(known)
    for name, rest in calls:
        assert set(re.findall(r"--[a-z-]+", rest)) <= known[name]
    options = set(re.findall(r"`(--[a-z-]+)", GUIDE)) - {"--out"}
    assert options <= set.union(*known.values())


@pytest.mark.parametrize("text", [EXAMPLE, re.sub(r"^id: .*\n# (identity)", r"\1", EXAMPLE, flags=re.MULTILINE)])
def test_the_learner_of_the_guide_is_read_and_gets_a_credential(text):
    assert typed(parse(text, "ana.yaml"))[1] == ()
    course = (ROOT / "examples" / "complete.yaml").read_text(encoding="utf-8")
    tree = Memory({"course.yaml": course, "ana.yaml": text, "key.pem": ED25519.pem.decode()})
    assert issue(tree, "course.yaml", "ana.yaml", Signing("key.pem", valid_from="2026-11-26")).whole

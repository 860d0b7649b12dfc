"""The reference pages say what the code says."""

import importlib.util
import re
from pathlib import Path

from alignkit.cli.app import app, frameworks
from alignkit.errors import AlignkitError

ROOT = Path(__file__).parents[2]


def generator():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_generated_page_is_stale():
    assert generator().stale() == []


def test_a_changed_page_is_noticed(tmp_path, monkeypatch):
    module = generator()
    monkeypatch.setattr(module, "DOCS", tmp_path)
    assert set(module.stale()) == set(module.pages())


def test_every_error_has_its_heading():
    headings = set(re.findall(r"^## (\S+)$", (ROOT / "docs" / "errors.md").read_text(), re.MULTILINE))
    assert [error.slug for error in AlignkitError.__subclasses__() if error.slug not in headings] == []


def test_every_command_is_in_the_readme():
    names = [command.name or command.callback.__name__ for command in app.registered_commands]
    names += [f"frameworks {command.name}" for command in frameworks.registered_commands]
    readme = (ROOT / "README.md").read_text()
    assert [name for name in names if f"alignkit {name}" not in readme] == []


def test_no_file_of_the_repository_names_a_machine():
    texts = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "src").rglob("*.py"), *ROOT.glob("*.toml")]
    machine = re.compile(r"(?<![\w.])/(work|root|home)/\w")
    assert [path.name for path in texts if machine.search(path.read_text(encoding="utf-8"))] == []

"""The reference pages say what the code says."""

import re
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType
from typing import Any

from typer.main import get_command

from alignkit.cli.app import app
from alignkit.cli.commands.credential import credential
from alignkit.cli.commands.frameworks import frameworks
from alignkit.errors import AlignkitError

ROOT = Path(__file__).parents[2]


def generator():
    loader = SourceFileLoader("generate", str(ROOT / "docs" / "generate.py"))
    module = ModuleType(loader.name)
    module.__file__ = loader.path
    loader.exec_module(module)
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


def _commands(group: Any) -> list[str]:
    return list(get_command(group).commands)  # type: ignore[attr-defined] # Typer types it as a bare command


def test_every_command_is_in_the_readme():
    names = [*_commands(app), *(f"frameworks {name}" for name in _commands(frameworks))]
    names += [f"credential {name}" for name in _commands(credential)]
    readme = (ROOT / "README.md").read_text()
    assert [name for name in names if f"alignkit {name}" not in readme] == []


def test_no_file_of_the_repository_names_a_machine():
    texts = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "src").rglob("*.py"), *ROOT.glob("*.toml")]
    machine = re.compile(r"(?<![\w.])/(work|root|home)/\w")
    assert [path.name for path in texts if machine.search(path.read_text(encoding="utf-8"))] == []

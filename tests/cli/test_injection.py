"""No command shows a text that an author wrote in a way that steers a terminal, or writes one that steers a reader."""

import io
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unicodedata import category

import pytest
import typer
from tests.injected import TEXTS, harmless, hostile, project

from alignkit.cli.app import app
from alignkit.cli.entry import main

# What each command is asked, so that it shows as much as it can of the project.
SHOWING = {
    "check": [
        "--all",
        "--no-cache",
        "--quiet --no-cache",
        "c.yaml nowhere.yaml --no-cache",
        "--rubric micro-credential --no-cache",
    ],
    "coverage": ["--all", "--framework own-2024,own-2025 --all", "--jurisdiction NO"],
    "trace": ["own-2024:C1", "own-2024:C2 c.yaml", "ipec-2023:TT5"],
    "crosswalk": ["own-2024 own-2025 --all", "own-2025 own-2024 --curriculum c.yaml --all"],
    "explain": ["own-2024:C0", "own-2024:C3", "own-2024:C5", "C103"],
    "gaps": ["--all", "--for own-2025 --all", "--for own-2024"],
    "diff": ["twin.yaml c.yaml", "c.yaml twin.yaml"],
    "portfolio": ["--format md --output -"],
    "report": ["--format md --output -"],
    "export": ["c.yaml --format case --output out.json", "own-2024 --format moodle --output out.csv"],
    "import": ["map.csv --dry-run", "map.csv --into c.yaml --dry-run", "map.csv --output new.yaml"],
    "baseline": ["--reason later"],
    "init": ["begun --from map.csv"],
    "frameworks list": ["", "--jurisdiction NO"],
    "frameworks show": ["own-2024", "own-2024 C3", "own-2024 C9"],
    "frameworks search": ["text zzz script alert formula", "a link --framework own-2024"],
    "frameworks diff": ["own-2024 own-2025"],
    "frameworks migrate": ["c.yaml --from own-2024 --to own-2025"],
    "frameworks new": ["new-2024.yaml --from list.txt"],
    "frameworks check": ["frameworks"],
}
# What shows no author's text as such: schemas, the rules, records (JWT), and two that go on until they are stopped.
OTHERS = {
    "schema": "only what alignkit itself says",
    "rules": "only what alignkit itself says",
    "lsp": "plain text in JSON: tests/cli/test_lsp.py",
    "watch": "shows through the renderers of check: tests/cli/test_watch.py",
    "credential issue": "tests/cli/test_credential.py",
    "credential verify": "tests/cli/test_credential.py",
    "credential bundle": "tests/cli/test_credential.py",
    "credential new-key": "only what alignkit itself says",
}
CALLS = [f"{command} {words}".strip() for command, calls in SHOWING.items() for words in calls]


def names_of(group, above: str = "") -> set[str]:
    return {
        each
        for name, command in group.commands.items()
        for each in (names_of(command, f"{above}{name} ") if hasattr(command, "commands") else {above + name})
    }


def test_every_command_is_here():
    assert SHOWING.keys() | OTHERS.keys() == names_of(typer.main.get_command(app))


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Return the hostile project, with its harmless twin, a map and a list of the same texts."""
    folder = project(tmp_path_factory.mktemp("hostile"), hostile)
    twin = (project(tmp_path_factory.mktemp("harmless"), harmless) / "c.yaml").read_text(encoding="utf-8")
    (folder / "twin.yaml").write_text(twin, encoding="utf-8")
    # Lines and cells end where they end: what cannot stand in one is left to the fuzzing of importers.
    cells = [hostile(name).replace('"', '""').replace("\0", "") for name in TEXTS]
    rows = "".join(f'"LO{number}: {cell}",X,"{cell}"\n' for number, cell in enumerate(cells))
    (folder / "map.csv").write_text(f'Outcome,"{cells[1]}",Notes\n{rows}', encoding="utf-8")
    (folder / "list.txt").write_text(
        "".join(f"X{n} {' '.join(cell.split())}\n" for n, cell in enumerate(cells)), encoding="utf-8"
    )
    return folder


def steering(shown: str) -> list[str]:
    """Return the lines with a sign that is not seen: control and format characters, halves, other line ends."""
    unseen = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    return [line for line in shown.split("\n") if any(category(sign) in unseen for sign in line)]


def said(folder: Path, call: str) -> str:
    """Return what a call says, on standard output and standard error; it may find fault, but not crash."""
    with io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") as out, io.StringIO() as err:
        with chdir(folder), redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as left:
            main(call.split())
        assert left.value.code in (0, 1, 2), err.getvalue()
        out.seek(0)
        return out.read() + err.getvalue()


@pytest.mark.parametrize("call", CALLS)
def test_no_text_steers_a_terminal(folder, call):
    shown = said(folder, call)
    assert shown.strip()
    assert steering(shown) == []
    assert [line for line in shown.split("\n") if line.lstrip().startswith(("::", "##["))] == []


@pytest.mark.parametrize(
    "call", ["check --all --no-cache", "gaps --all", "coverage --all", "frameworks show own-2024", "trace own-2024:C1"]
)
def test_colours_are_alignkits_own(folder, call, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = said(folder, call)
    for part in shown.split("\x1b")[1:]:
        code, _, _ = part.partition("m")
        assert code.startswith("[")
        assert code[1:].replace(";", "").isdigit()
    assert steering(shown.replace("\x1b", "")) == []


def test_a_file_name_steers_no_terminal(tmp_path):
    for name in ("a\x1b[31mb.yaml", "c\u202ed.yaml", "e\nf.yaml", "::error::g.yaml", "h\x9bi.yaml", "j\udcffk.yaml"):
        (tmp_path / name).write_text("alignkit: curriculum/1\nid: x\nkey: a: b\n")
    for call in ("check", "check --quiet", "check --format github", "check --format markdown", "check --format junit"):
        shown = said(tmp_path, f"{call} --no-cache")
        assert steering(shown) == []
        assert not any(line.lstrip().startswith("::error::") for line in shown.split("\n"))
    for format_ in ("json", "sarif", "gitlab", "rdjson"):
        assert said(tmp_path, f"check --no-cache --format {format_}").encode()

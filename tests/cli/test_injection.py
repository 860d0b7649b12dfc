"""No command shows a text that an author wrote in a way that steers a terminal, or writes one that steers a reader."""

import shlex
from pathlib import Path

import pytest
import typer
import yaml
from tests.credentials import COURSE, ED25519, LEARNER
from tests.editors import running
from tests.injected import TEXTS, curriculum, harmless, hostile, project, said, steering

from alignkit.cli.app import app
from alignkit.source.writer import document_text

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
# What has a test of its own below, and what shows no author's text.
OTHERS = {
    "lsp": "test_no_text_steers_an_editor",
    "watch": "test_no_save_steers_a_terminal",
    "credential issue": "test_no_credential_steers_a_terminal",
    "credential verify": "test_no_credential_steers_a_terminal",
    "credential bundle": "test_no_credential_steers_a_terminal",
    "credential new-key": "",
    "schema": "",
    "rules": "",
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
    assert {*OTHERS.values()} - {""} <= globals().keys()


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


def course(words: str) -> str:
    """Return a course with the words wherever a credential repeats its author."""
    said = yaml.safe_load(COURSE)
    said |= dict.fromkeys(("title", "version", "prerequisites"), words)
    said["providers"][0]["name"] = words
    for outcome in said["outcomes"]:
        outcome["text"] = words
    for assessment in said["assessments"]:
        assessment |= {**dict.fromkeys(("title", "task", "method", "pass"), words), "criteria": [words]}
    return document_text(said)


@pytest.mark.parametrize("name", TEXTS)
def test_no_credential_steers_a_terminal(tmp_path, name):
    words = hostile(name)
    (tmp_path / "small.yaml").write_text(course(words), encoding="utf-8")
    (tmp_path / "ana.yaml").write_text(LEARNER)
    (tmp_path / "key.pem").write_bytes(ED25519.pem)
    (tmp_path / "key.pem").chmod(0o600)
    signing = "--key key.pem --valid-from 2026-01-15"
    issued = said(tmp_path, f"credential issue small.yaml --learner ana.yaml {signing} --out one.jwt")
    title = shlex.quote(words)
    bundled = said(tmp_path, f"credential bundle one.jwt {signing} --out all.jwt --title {title} --issuer-name {title}")
    verified = [said(tmp_path, f"credential verify {file}") for file in ("one.jwt", "all.jwt")]
    assert [shown.partition("\n")[0] for shown in verified] == ["one.jwt: valid", "all.jwt: valid"]
    assert steering("\n".join((issued, bundled, *verified))) == []


def test_no_save_steers_a_terminal(tmp_path, monkeypatch):
    project(tmp_path, harmless)
    names = tuple(hostile(name) for name in TEXTS)

    def saves(_folders):
        """Save the hostile course, one that cannot be read, and the harmless one again, as if by an editor."""
        for text in (curriculum(hostile), "title: a: b\n", curriculum(harmless)):
            (tmp_path / "c.yaml").write_text(text, encoding="utf-8")
            yield from (names[start : start + 3] for start in range(0, len(names), 3))

    monkeypatch.setattr("alignkit.cli.watch._watchfiles", lambda: saves)
    shown = said(tmp_path, "watch c.yaml")
    assert "+ new: " in shown
    assert "- no longer found: " in shown
    assert "cannot be read" in shown
    assert steering(shown) == []


def told(message: object) -> list[str]:
    """Return what an editor shows of a message: all of its texts but addresses, and what is typed for the user."""
    if isinstance(message, dict):
        return [text for key, value in message.items() if key not in ("uri", "newText") for text in told(value)]
    if isinstance(message, list):
        return [text for value in message for text in told(value)]
    return [message] if isinstance(message, str) else []


def test_no_text_steers_an_editor(tmp_path):
    pytest.importorskip("pygls")
    text = (project(tmp_path, hostile) / "c.yaml").read_text(encoding="utf-8")
    with running(tmp_path) as editor:
        editor.open("c.yaml", text)
        marks = editor.marks("c.yaml")
        asked = [
            editor.ask(f"textDocument/{what}", editor.at("c.yaml", number, line.index("own-2024:C") + 10))["result"]
            for number, line in enumerate(text.split("\n"))
            if "own-2024:C" in line
            for what in ("hover", "definition")
        ]
        line = next(number for number, line in enumerate(text.split("\n")) if "own-2024:C" in line)
        choices = editor.ask(
            "textDocument/completion", editor.at("c.yaml", line, text.split("\n")[line].index(":C") + 1)
        )
    assert len(marks) > 20
    assert None not in asked
    assert len(choices["result"]["items"]) == len(TEXTS)
    assert [line for shown in told([marks, asked, choices]) for line in steering(shown)] == []


# Where else an editor is told of an author's text: in the note to a place beside a finding, and in what stops a check.
STEERING = '"\\e[31m\\u202e'
BESIDE = {
    "a note": (
        "alignkit: project/1\n",
        f'alignkit: curriculum/1\n{STEERING}": 1\n{STEERING}": 2\n',
        "relatedInformation",
    ),
    "a stop": (f'alignkit: project/1\nframeworks: [{STEERING}/../.."]\n', "alignkit: curriculum/1\n", "bad-request"),
}


@pytest.mark.parametrize(("settings", "text", "shows"), BESIDE.values(), ids=BESIDE)
def test_no_text_beside_a_finding_steers_an_editor(tmp_path, settings, text, shows):
    pytest.importorskip("pygls")
    (tmp_path / "alignkit.yaml").write_text(settings)
    with running(tmp_path) as editor:
        editor.open("c.yaml", text)
        marks = editor.marks("c.yaml")
    assert shows in str(marks)
    assert [line for shown in told(marks) for line in steering(shown)] == []

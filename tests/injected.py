"""A project in which every text that an author can write is a hostile one, and its twin in which none is."""

import io
import shlex
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unicodedata import category

import pytest
from tests.hostile import HOSTILE

from alignkit.cli.entry import main
from alignkit.source.writer import document_text

# What a document can hold; the very long one has tests of its own.
TEXTS = {name: text for name, text in HOSTILE.items() if len(text) < 2_000}
Say = Callable[[str], str]


def hostile(name: str) -> str:
    """Return the hostile text, half a character as a file can hold it."""
    return HOSTILE[name].replace("\ud800", "\ufffd").replace("\udcff", "\ufffd")


def harmless(name: str) -> str:
    """Return a text of letters that stands for the hostile one of that name."""
    return f"Text {list(HOSTILE).index(name)} zzz"


def curriculum(say: Say) -> str:
    """Return a curriculum with an outcome for each text, and with the text in all that is said around it."""
    names = list(TEXTS)
    first = names[0]
    return document_text(
        {
            "alignkit": "curriculum/1",
            "id": "injected",
            "title": say("a script"),
            "kind": "micro-credential",
            "version": say("a path upwards"),
            "language": "en",
            "providers": [
                {"name": say(name), "role": "awarding-body", "country": "NO", "url": say(name)} for name in names
            ],
            "learners": {"professions": ["nursing", "pharmacy"], "jurisdictions": ["NO"]},
            "frameworks": [{"use": "own-2024"}, {"use": "ipec-2023", "scope": ["TT5"]}],
            "rationale": {"statement": say(first), "need": {"method": say(first), "summary": say(first)}},
            "outcomes": [
                {"id": f"LO{number}", "text": say(name), "aligns": [_link(number, say(name))]}
                for number, name in enumerate(names)
            ],
            "design": {"theories": [{"name": say(name), "how": say(name)} for name in names], "sequence": say(first)},
            "modules": [
                {
                    "id": f"M{number}",
                    "title": say(name),
                    "activities": [{"id": f"A{number}", "title": say(name), "outcomes": [f"LO{number}"]}],
                }
                for number, name in enumerate(names)
                if number % 2
            ],
            "assessments": [
                {
                    "id": f"AS{number}",
                    "title": say(name),
                    "purpose": "summative",
                    "method": say(name),
                    "criteria": [say(name)],
                    "outcomes": [f"LO{number}"],
                }
                for number, name in enumerate(names)
                if number % 4 == 1
            ],
            "evidence": [
                {"id": f"e{number}", "kind": "guideline", "citation": say(name), "url": say(name)}
                for number, name in enumerate(names)
            ],
        }
    )


def _link(number: int, text: str) -> dict[str, str]:
    return {"to": f"own-2024:C{number}", "depth": "reinforce", "why": text}


def framework(say: Say, id_: str = "own-2024") -> str:
    """Return a framework with an item for each text, which is its title and what it says."""
    return document_text(
        {
            "alignkit": "framework/1",
            "id": id_,
            "title": say("a script"),
            "short": say("a formula"),
            "edition": "2024",
            "kind": "regulator",
            "publisher": {"name": say("XML"), "short": say("Markdown"), "country": "NO"},
            "jurisdictions": ["NO"],
            "professions": ["all"],
            "source": {
                "citation": say("a link in SARIF"),
                "url": say("an address that runs"),
                "licence": say("a table"),
            },
            "levels": ["item"],
            "items": [
                {"code": f"C{number}", "title": say(name), "text": say(name)} for number, name in enumerate(TEXTS)
            ],
        }
    )


def crosswalk(say: Say) -> str:
    """Return a crosswalk between the two editions, with a note for each text."""
    return document_text(
        {
            "alignkit": "crosswalk/1",
            "id": "own-2024--own-2025",
            "from": "own-2024",
            "to": "own-2025",
            "method": "expert",
            "title": say("a script"),
            "mappings": [
                {"from": f"C{number}", "to": f"C{number}", "relation": "close", "note": say(name)}
                for number, name in enumerate(TEXTS)
            ],
        }
    )


def files(say: Say) -> dict[str, str]:
    """Return every file of the project."""
    return {
        "alignkit.yaml": "alignkit: project/1\ncurricula: [c.yaml]\nframeworks: [frameworks]\n",
        "c.yaml": curriculum(say),
        "frameworks/own-2024.yaml": framework(say),
        "frameworks/own-2025.yaml": framework(say, "own-2025"),
        "frameworks/walk.yaml": crosswalk(say),
    }


def project(folder: Path, say: Say) -> Path:
    """Write the project into the folder, and return it."""
    for name, text in files(say).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def steering(shown: str) -> list[str]:
    """Return the lines with a sign that is not seen: control and format characters, halves, other line ends."""
    unseen = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    return [line for line in shown.split("\n") if any(category(sign) in unseen for sign in line)]


def said(folder: Path, call: str) -> str:
    """Return what a call says, on standard output and standard error; it may find fault, but not crash."""
    with io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") as out, io.StringIO() as err:
        with chdir(folder), redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as left:
            main(shlex.split(call))
        assert left.value.code in (0, 1, 2), err.getvalue()
        out.seek(0)
        return out.read() + err.getvalue()

"""`alignkit init`: a commented curriculum to fill in, and the project file beside it."""

import json
import os
import re
import sys
from importlib.resources import files
from string import Template
from unicodedata import normalize

from msgspec import Struct

from alignkit.api.reference import file_schema, open_library
from alignkit.cli.files import make_folder, write_together
from alignkit.cli.output import put
from alignkit.cli.place import tree_here
from alignkit.errors import FileExists
from alignkit.library.shelf import Shelf
from alignkit.model.vocabulary import CURRICULUM_KINDS, PROFESSIONS
from alignkit.render.reference.json_schema import render_schema
from alignkit.wording import listed, nearest

_PROJECT = "alignkit.yaml"
_CURRICULA = "curricula"
# Editors find them by the first line of the other two files; `check` does not look into hidden folders.
_SCHEMA = ".alignkit/{}.schema.json"


class Answers(Struct, frozen=True):
    """What a new curriculum is about; these are the answers where nothing is asked."""

    title: str = "My interprofessional course"
    kind: str = "course"
    professions: tuple[str, ...] = ("nursing", "pharmacy")
    frameworks: tuple[str, ...] = ("ipec-2023",)
    language: str = "en"
    delivery: str = "online"


def run_init(folder: str, *, ask: bool) -> int:
    """Write the files into the folder, never over one that is there, and say what to do next."""
    shelf = open_library(tree_here())
    answers = _asked(shelf) if ask and sys.stdin.isatty() else Answers()
    start(folder, _id_of(answers.title), curriculum_text(answers))
    return 0


def start(folder: str, id_: str, text: str) -> None:
    """Write a curriculum with all that a project has beside it, never over a file, and say what to do next."""
    curriculum = f"{_CURRICULA}/{id_}.yaml"
    texts = {
        _PROJECT: _filled(_PROJECT, {"curricula": f"{_CURRICULA}/"}),
        curriculum: text,
        **{_SCHEMA.format(kind): render_schema(file_schema(kind)) for kind in ("project", "curriculum")},
    }
    for name in texts:
        if os.path.lexists(os.path.join(folder, name)):  # noqa: PTH118
            hint = "alignkit never overwrites a file: move it away, or start in another folder"
            raise FileExists(f"{name} is there already", hint=hint)
    contents = {os.path.join(folder, name): text.encode() for name, text in texts.items()}  # noqa: PTH118
    for path in contents:
        make_folder(os.path.dirname(path))  # noqa: PTH120
    write_together(contents)
    put(_next_steps(folder, curriculum))


def curriculum_text(answers: Answers, id_: str = "") -> str:
    """Return the commented starter, filled with the answers."""
    uses = "".join(f"  - use: {name}\n" for name in answers.frameworks)
    values = {
        "id": id_ or _id_of(answers.title),
        "title": _quoted(answers.title),
        "kind": answers.kind,
        "professions": f" [{', '.join(answers.professions)}]" if answers.professions else "",
        "language": f" {answers.language}".rstrip(),
        "delivery": f" {answers.delivery}".rstrip(),
        "frameworks": uses,
        "framework": (*answers.frameworks, *Answers().frameworks)[0],
    }
    return _filled("curriculum.yaml", values)


def _filled(name: str, values: dict[str, str]) -> str:
    template = files("alignkit.cli.starter").joinpath(name).read_text(encoding="utf-8")
    return Template(template).substitute(values)


def _id_of(title: str) -> str:
    """Return an id made of the title: lower-case letters, digits and hyphens."""
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "course"


def _quoted(title: str) -> str:
    """Return the title as YAML reads it back, in quotation marks only where it needs them."""
    return (
        title
        if re.fullmatch(r"[A-Za-z][A-Za-z0-9 ,.()-]*[A-Za-z0-9)]", title)
        else json.dumps(title, ensure_ascii=False)
    )


def _asked(shelf: Shelf) -> Answers:
    """Ask four questions; an empty answer takes what stands in brackets."""
    default = Answers()
    put("Four questions; press Enter for what stands in brackets.\n")
    return Answers(
        title=_ask("Title", default.title),
        kind=_ask_one("Kind", default.kind, CURRICULUM_KINDS.words),
        professions=_ask_some("Professions that learn together", default.professions, PROFESSIONS.words),
        frameworks=_ask_some("Frameworks to align with", default.frameworks, shelf.library.ids),
    )


def _ask(question: str, default: str) -> str:
    put(f"{question} [{default}]: ")
    sys.stdout.flush()
    return sys.stdin.readline().strip() or default


def _ask_one(question: str, default: str, words: tuple[str, ...]) -> str:
    return _ask_some(question, (default,), words)[0]


def _ask_some(question: str, default: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    """Ask until every word is known; a word nearly right is shown with the one that was meant."""
    while True:
        given = tuple(re.split(r"[,\s]+", _ask(question, ", ".join(default)).lower().strip(" ,")))
        unknown = [word for word in given if word not in words and not word.startswith("x-")]
        if not unknown:
            return given
        guesses = listed([_with_guess(word, words) for word in unknown])
        put(f"  not known: {guesses}; there is {listed(words, most=12)}\n")


def _with_guess(word: str, words: tuple[str, ...]) -> str:
    guess = nearest(word, words, likeness=0.6)
    return f'"{word}" (did you mean "{guess}"?)' if guess else f'"{word}"'


def _next_steps(folder: str, curriculum: str) -> str:
    cd = "" if folder in (".", "") else f"  cd {folder}\n"
    return (
        f"Wrote {_PROJECT} and {curriculum},\n"
        "and in .alignkit/ two schemas by which editors explain the keys of both.\n"
        f"Next:\n{cd}  open {curriculum} in a text editor and fill it in\n  alignkit check\n"
    )

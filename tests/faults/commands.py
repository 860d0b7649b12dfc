"""Every command that writes files: what it is given, how it is called, and what it writes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from msgspec import Struct
from tests.credentials import COURSE, ED25519, LEARNER
from tests.fuzz.samples import originals

from alignkit.cli.app import app

MAP = originals("csv")[-1]
EARLIER = b"what stood there before\n"
BASELINE = b"alignkit: baseline/1\naccepted: []\n"
FOLDER = b"alignkit: curriculum/1\nid: parts\ntitle: Parts\nframeworks: [ipec-2016]\noutcomes:\n"
MODULE = b"alignkit: module/1\nid: M1\ntitle: M\n"
OLD = FOLDER + b"  - {id: LO1, text: Listen, aligns: ['ipec-2016:VE1']}\n"


class Writing(Struct, frozen=True):
    """A call that writes: the command's name, its words, the files that it writes, what stood in those before."""

    command: str
    words: tuple[str, ...]
    files: tuple[str, ...]
    before: dict[str, bytes] = {}

    def made(self, folder: Path) -> None:
        """Put everything into the folder that the call needs."""
        inputs = {"small.yaml": COURSE.encode(), "ana.yaml": LEARNER.encode(), "map.csv": MAP, "key.pem": ED25519.pem}
        inputs["list.txt"] = b"VE Values\n  VE1 Listen\n"
        for name, data in {**inputs, **self.before}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        (folder / "key.pem").chmod(0o600)

    @property
    def arguments(self) -> list[str]:
        """Return the words of the call as the process has them."""
        return [*self.command.split(), *self.words]


def _over(command: str, words: str, *files: str) -> Writing:
    """Return a call that writes over files that are there."""
    return Writing(command, tuple(words.split()), files, dict.fromkeys(files, EARLIER))


_CREDENTIAL = "small.yaml --learner ana.yaml --key key.pem --valid-from 2026-01-15 --out out.jwt"
WRITING = {
    "check": _over("check", "small.yaml --format json --output out.json", "out.json"),
    "check in two formats": _over(
        "check", "small.yaml --format json --output out.json --format sarif --output out.sarif", "out.json", "out.sarif"
    ),
    "coverage": _over("coverage", "small.yaml --format json --output out.json", "out.json"),
    "diff": _over("diff", "small.yaml small.yaml --output out.txt", "out.txt"),
    "gaps": _over("gaps", "small.yaml --output out.txt", "out.txt"),
    "schema": _over("schema", "curriculum --output out.json", "out.json"),
    "report as html": _over("report", "small.yaml --output out.html", "out.html"),
    "report as json": _over("report", "small.yaml --output out.json", "out.json"),
    "portfolio": _over("portfolio", "small.yaml --output out.md", "out.md"),
    "export": _over("export", "small.yaml --format case --output out.json --force", "out.json"),
    "export in two files": _over(
        "export", "small.yaml --format graph-csv --output out-nodes.csv --force", "out-nodes.csv", "out-edges.csv"
    ),
    "export with losses": _over("export", "small.yaml --format xlsx --losses lost.txt --output new.xlsx", "lost.txt"),
    "import": _over("import", "map.csv --output out.yaml --force", "out.yaml"),
    "import into": Writing("import", ("map.csv", "--into", "old.yaml"), ("old.yaml",), {"old.yaml": OLD}),
    "migrate": Writing(
        "frameworks migrate",
        ("parts", "--from", "ipec-2016", "--to", "ipec-2023", "--write"),
        ("parts/curriculum.yaml",),
        {"parts/curriculum.yaml": OLD, "parts/modules/m1.yaml": MODULE},
    ),
    "baseline": Writing(
        "baseline", ("small.yaml", "--reason", "later", "--output", "b.yaml"), ("b.yaml",), {"b.yaml": BASELINE}
    ),
    "credential issue": _over("credential issue", _CREDENTIAL, "out.jwt"),
    "credential bundle": Writing(
        "credential bundle",
        ("one.jwt", "--key", "key.pem", "--out", "out.jwt", "--title", "T", "--issuer-name", "N"),
        ("out.jwt",),
        {"out.jwt": EARLIER},
    ),
    # These never write over a file: all that can be left is nothing.
    "init": Writing("init", ("new", "--yes"), ()),
    "frameworks new": Writing("frameworks new", ("new.yaml", "--from", "list.txt"), ()),
    "credential new-key": Writing("credential new-key", ("new.pem",), ()),
}
# Options by which a command writes a file, and commands that write without one.
_OPTIONS = frozenset(("--output", "--out", "--losses", "--write", "--into"))
_WITHOUT = frozenset(("init", "frameworks new", "credential new-key"))


def writing_commands() -> set[str]:
    """Return the commands that write files, as their own options tell."""
    return {name for name, options in _commands(typer.main.get_command(app), ()) if options & _OPTIONS} | _WITHOUT


def _commands(group: Any, above: tuple[str, ...]) -> Iterator[tuple[str, set[str]]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, (*above, name))
        else:
            yield " ".join((*above, name)), {option for each in command.params for option in each.opts}

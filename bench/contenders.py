"""What is timed: alignkit, the yardstick, and what people would otherwise use, each on the same content."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bench import traceability

Commands = list[list[str]]
_YARDSTICK = "import sys, yaml\nfor name in sys.argv[1:]:\n    yaml.load(open(name, 'rb'), yaml.CSafeLoader)\n"
# What the command `alignkit` runs.
_ALIGNKIT = "from alignkit.cli.entry import main\nmain()\n"
_SCHEMAS = Path(__file__).parent.parent / "docs" / "schemas"
_YAMLLINT = "{extends: relaxed, rules: {line-length: disable}}"


class Contender(NamedTuple):
    """A tool, its version, and how it is run on a project.

    `before` makes it ready and is not timed; `leaves` is a folder of its own in which it would find its last run.
    """

    name: str
    version: str
    folder: Path
    commands: Commands
    before: Commands = []
    leaves: str = ""


def ours(folder: Path, scratch: Path, files: Sequence[Path]) -> list[Contender]:
    """Return the yardstick, then alignkit as it runs for the first time and when nothing has changed."""
    parse, check = scratch / "parse.py", scratch / "check.py"
    parse.write_text(_YARDSTICK, encoding="utf-8")
    check.write_text(_ALIGNKIT, encoding="utf-8")
    names = [str(file.relative_to(folder)) for file in files]
    cold = [[sys.executable, str(check), "check", "--no-cache"]]
    warm = [[sys.executable, str(check), "check", "--cache-dir", str(scratch / "cache")]]
    # A fresh installation is trusted after two seconds, and compiled modules are there for every later run.
    ready = [*cold, [sys.executable, "-c", "import time; time.sleep(2.1)"], *warm]
    return [
        Contender("CSafeLoader", _version_here("yaml"), folder, [[sys.executable, str(parse), *names]]),
        Contender("alignkit", _version_here("alignkit"), folder, cold),
        Contender("alignkit, nothing changed", _version_here("alignkit"), folder, warm, before=ready),
    ]


def _version_here(module: str) -> str:
    code = f"import {module}; print({module}.__version__)"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


class Peer(NamedTuple):
    """Another tool: its command, the package that has its version, and what runs it on the same content."""

    name: str
    program: str
    package: str
    contend: Callable[[str, Path, Path, Sequence[Path]], tuple[Path, Commands]]


def _yamllint(program: str, folder: Path, _scratch: Path, files: Sequence[Path]) -> tuple[Path, Commands]:
    return folder, [[program, "-d", _YAMLLINT, *map(str, files)]]


def _check_jsonschema(program: str, folder: Path, _scratch: Path, files: Sequence[Path]) -> tuple[Path, Commands]:
    """Return a run for each kind of file, each against its schema."""
    by_kind: dict[str, list[str]] = {}
    for file in files:
        with file.open(encoding="utf-8") as lines:
            kind = next(lines).removeprefix("alignkit: ").partition("/")[0]
        by_kind.setdefault(kind, []).append(str(file))
    schema = {kind: str(_SCHEMAS / f"{kind}.schema.json") for kind in by_kind}
    return folder, [[program, "--schemafile", schema[kind], *named] for kind, named in by_kind.items()]


def _converted(
    write: Callable[[traceability.Content, Path], list[str]],
) -> Callable[[str, Path, Path, Sequence[Path]], tuple[Path, Commands]]:
    """Return what runs a tool on a copy of the content in its own format."""

    def contend(program: str, folder: Path, scratch: Path, _files: Sequence[Path]) -> tuple[Path, Commands]:
        target = scratch / Path(program).name
        target.mkdir()
        return target, [[program, *write(traceability.content_of(folder), target)]]

    return contend


PEERS = (
    Peer("yamllint", "yamllint", "yamllint", _yamllint),
    Peer("check-jsonschema", "check-jsonschema", "check-jsonschema", _check_jsonschema),
    Peer("pyshacl, a coverage shape", "pyshacl", "pyshacl", _converted(traceability.write_shacl)),
    Peer("doorstop", "doorstop", "doorstop", _converted(traceability.write_doorstop)),
    Peer("strictdoc, to JSON", "strictdoc", "strictdoc", _converted(traceability.write_strictdoc)),
    Peer("sphinx-needs, to JSON", "sphinx-build", "sphinx-needs", _converted(traceability.write_sphinx_needs)),
)


def peers(folder: Path, scratch: Path, files: Sequence[Path], programs: str) -> Iterator[Contender]:
    """Yield the other tools that are found in the folder of programs, or else on the path."""
    for peer in PEERS:
        # Tools run in the folder of their content, from which a relative path would lead elsewhere.
        beside = str(Path(programs).resolve()) if programs else None
        program = shutil.which(peer.program, path=beside) or shutil.which(peer.program)
        if program:
            where, commands = peer.contend(program, folder, scratch, files)
            yield Contender(peer.name, _version_of(peer.package, program), where, commands, leaves="out")


def _version_of(package: str, program: str) -> str:
    """Return the package's version, as the Python knows it that the program's first line names."""
    code = f"from importlib.metadata import version; print(version({package!r}))"
    with Path(program).open("rb") as script:
        python = script.readline().decode(errors="replace").removeprefix("#!").split()
    return subprocess.run([*python, "-c", code], capture_output=True, text=True, check=False).stdout.strip()

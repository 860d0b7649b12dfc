"""What is built to use up a machine is answered within few seconds and a memory that any machine has."""

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# An alignkit that only says its version has 200 MB of addresses; a file of 20 MB takes some hundred more.
ADDRESSES = 3_000_000_000
SECONDS = 60
HEAD = b"alignkit: curriculum/1\nid: x\ntitle: T\n"
BOMBS: dict[str, bytes] = {
    "an alias bomb": HEAD
    + b"topics:\n  - &a [lol]\n"
    + b"".join(b"  - &%c [%s]\n" % (98 + n, b", ".join([b"*%c" % (97 + n)] * 9)) for n in range(24)),
    "a bracket 19 million times": HEAD + b"design: " + b"[" * 19_000_000,
    "an indent on each line": HEAD + b"".join(b" " * depth + b"a:\n" for depth in range(5_000)),
    "one text of 19 million letters": HEAD + b"design: " + b"x" * 19_000_000,
    "one text in quotation marks that never ends": HEAD + b'design: "' + b"x\n\n " * 4_000_000,
    "3 million values": HEAD + b"topics: [" + b"a," * 3_000_000 + b"]",
    "one long line of suppressions": HEAD + b"# " + b"alignkit: ignore[C101@LO1] " * 150_000,
    "a key with a million escapes": HEAD + b'"' + b"\\u0041" * 1_000_000 + b'": x',
    "nothing but carriage returns": b"\r" * 19_000_000,
    "two brackets and many colons": HEAD + b"{" * 30 + b": " * 1_000_000,
}


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))


def answer(*arguments: str, folder: Path) -> tuple[int, bytes]:
    """Return the exit status, and what was said, of a command that may have only so much memory."""
    done = subprocess.run(
        [sys.executable, "-m", "alignkit", *arguments],
        cwd=folder,
        capture_output=True,
        timeout=SECONDS,
        preexec_fn=limited,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert b"fault of alignkit" not in done.stderr
    return done.returncode, done.stdout


@pytest.mark.parametrize("content", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_answered_within_bounds(tmp_path, content):
    (tmp_path / "c.yaml").write_bytes(content)
    status, out = answer("check", "c.yaml", "--quiet", folder=tmp_path)
    assert status in (1, 2)
    assert out.startswith(b"c.yaml:")


FOREIGN: dict[str, Callable[[], bytes]] = {
    "deep.json": lambda: b'{"CFDocument":' + b"[" * 1_000_000,
    "wide.json": lambda: b'{"CFItems":[' + b"0," * 1_100_000 + b"0]}",
    "wide.csv": lambda: b"a;" * 600_000 + b"\n",
    "long.csv": lambda: b"Outcome,NURS 101\n" + b"x,I\n" * 300_000,
    "quoted.csv": lambda: b'"' * 3_000_001,
    "deep.ttl": lambda: b"@prefix : <urn:x> .\n:a :b " + b"(" * 200_000,
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_bomb_in_another_format_is_refused_within_bounds(tmp_path, name):
    (tmp_path / name).write_bytes(FOREIGN[name]())
    format_ = {"json": "case", "csv": "csv", "ttl": "skos"}[name.rpartition(".")[2]]
    assert answer("import", name, "--format", format_, "--dry-run", folder=tmp_path)[0] == 2

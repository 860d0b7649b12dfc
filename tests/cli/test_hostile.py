"""Files and calls that nobody should send: always a finding or an error with its place, never a traceback or a wait."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from alignkit.cli.entry import main
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory

COURSE = """\
alignkit: curriculum/1
id: small
title: Small course
frameworks: [{use: ipec-2023, scope: [TT5]}]
outcomes:
  - {id: LO1, text: Resolve a conflict, aligns: [ipec-2023:TT5]}
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1]}]}
assessments:
  - {id: AS1, purpose: summative, criteria: [Both sides agree], outcomes: [LO1]}
"""
SECONDS = 20


class Done(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def nothing_hangs():
    def stop(*_: object) -> None:
        raise TimeoutError(f"more than {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def check(tmp_path, monkeypatch, capsys):
    """Return a function that runs `alignkit check` in the test's folder, in this process."""

    def run(*arguments: str) -> Done:
        monkeypatch.chdir(tmp_path)
        with pytest.raises(SystemExit) as left:
            main(["check", *arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        assert isinstance(left.value.code, int)
        return Done(left.value.code, out, err)

    return run


def findings(done: Done) -> list[str]:
    """Return the place and the code of each finding in a quiet run: `c.yaml:3 S002`."""
    split = (line.split(": ", 2) for line in done.out.splitlines())
    return [f"{place.rpartition(':')[0]} {code.split()[1]}" for place, code, *_ in split]


# Name -> content, the finding it must lead to, and the exit status: 2 where the file could not be read.
FILES: dict[str, tuple[bytes, str, int]] = {
    "a tab": (COURSE.replace("  - {id: M1", "\t- {id: M1").encode(), "8 S002", 2),
    "Latin-1": (COURSE.replace("Small course", "Für alle").encode("latin-1"), "3 S001", 2),
    "UTF-16": (COURSE.encode("utf-16"), "1 S001", 2),
    "UTF-16 without a mark": (COURSE.encode("utf-16-le"), "1 S001", 2),
    "nothing": (b"", "1 S001", 2),
    "blank lines": (b"\n\n \n", "1 S001", 2),
    "only comments": (b"# soon\n# very soon\n", "1 S001", 2),
    "a list": (b"- one\n- two\n", "1 S010", 1),
    "a text": (b"just a text\n", "1 S010", 1),
    "nesting without end": (COURSE.encode() + b"design: " + b"[" * 200 + b"]" * 200 + b"\n", "11 S008", 2),
    "nesting in indents": (
        b"alignkit: curriculum/1\n" + b"".join(b" " * depth + b"a:\n" for depth in range(200)),
        "42 S008",
        2,
    ),
    "a program": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8, "1 S001", 2),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + os.urandom(500), "1 S001", 2),
    "a zero byte late": (COURSE.encode() + b"# " + b"x" * 2000 + b"\0\n", "11 S001", 2),
    "an escape sequence": (COURSE.replace("Small", "\x1b[31mSmall").encode(), "3 S001", 2),
    "a text of a million letters": (COURSE.replace("Small", "s" * 1_000_000).encode(), "3 S008", 2),
    "21 megabytes": (COURSE.encode() + b"# padding\n" * 2_100_000, "1 S008", 2),
    "an anchor repeated 10 megabytes long": (
        COURSE.encode() + b"topics: [&a lol" + b", *a" * 2_500_000 + b"]\n",
        "11 S009",
        2,
    ),
    "a billion laughs": (
        COURSE.encode()
        + b"topics:\n  - &a [lol]\n"
        + b"".join(b"  - &%c [*%c, *%c, *%c]\n" % (98 + n, 97 + n, 97 + n, 97 + n) for n in range(20)),
        "12 S009",
        1,
    ),
    "a Python object": (COURSE.encode() + b"design: !!python/object/apply:os.system [id]\n", "11 S009", 1),
    "two documents": (COURSE.encode() + b"---\n" + COURSE.encode(), "11 S002", 2),
    "5,000 problems": (COURSE.encode() + b"".join(b"key%d: x\n" % n for n in range(5_000)), "11 S004", 1),
}


@pytest.mark.parametrize(("content", "first", "status"), FILES.values(), ids=FILES.keys())
def test_a_hostile_file_is_a_finding_with_its_line(check, tmp_path, content, first, status):
    (tmp_path / "c.yaml").write_bytes(content)
    done = check("c.yaml", "--quiet")
    assert findings(done)[0] == f"c.yaml:{first}"
    assert done.status == status
    assert check("c.yaml").status == status


def test_no_more_than_500_problems_of_a_file_are_named(check, tmp_path):
    (tmp_path / "c.yaml").write_bytes(FILES["5,000 problems"][0])
    told = findings(check("c.yaml", "--quiet"))
    assert [line.split()[1] for line in told].count("S004") == 500
    assert told[-1] == "c.yaml:511 S008"


HARMLESS = {
    "a byte order mark": b"\xef\xbb\xbf" + COURSE.encode(),
    "line ends of Windows": COURSE.replace("\n", "\r\n").encode(),
    "line ends of an old Macintosh": COURSE.replace("\n", "\r").encode(),
    "no line end at the end": COURSE.rstrip("\n").encode(),
}


@pytest.mark.parametrize("content", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_editors_do_to_a_file_changes_nothing(check, tmp_path, content):
    (tmp_path / "c.yaml").write_text(COURSE)
    plain = check("c.yaml")
    (tmp_path / "c.yaml").write_bytes(content)
    assert check("c.yaml") == plain


REFERENCES = {
    "IPEC-2023:TT5": "R101",
    "ipec-2023:tt5": "R102",
    "ipec-2023:TT5 ": "R101",
    "ipec-2023 :TT5": "R101",
    "“ipec-2023:TT5”": "R101",
    "ipec-2023:\u00a0TT5": "R101",
    "5": "R101",
    "3.10": "R101",
    "ipec-2023:5": "R102",
}


@pytest.mark.parametrize(("reference", "code"), REFERENCES.items(), ids=REFERENCES.keys())
def test_a_reference_that_is_nearly_right_is_one_finding(check, tmp_path, reference, code):
    typed = reference if code == "R101" and "TT5" not in reference else f'"{reference}"'
    (tmp_path / "c.yaml").write_text(COURSE.replace("aligns: [ipec-2023:TT5]", f"aligns: [{typed}]"))
    done = check("c.yaml", "--quiet", "--fail-on", "warning", "--select", "S,R,C,A,O,M")
    assert findings(done) == [f"c.yaml:6 {code}"]


def pipe(path: Path) -> None:
    os.mkfifo(path)


def loop(path: Path) -> None:
    path.symlink_to(path)


def broken_link(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


PLACES = {
    "nothing there": (lambda _: None, "there is no such file"),
    "a broken link": (broken_link, "there is no such file"),
    "a link to itself": (loop, "leads back to itself"),
    "a pipe": (pipe, "it is not a file"),
}


@pytest.mark.parametrize(("make", "cause"), PLACES.values(), ids=PLACES.keys())
def test_what_is_no_file_is_a_finding(check, tmp_path, make, cause):
    make(tmp_path / "x.yaml")
    done = check("x.yaml", "--quiet")
    assert done.status == 2
    assert findings(done) == ["x.yaml:1 S001"]
    assert cause in done.out


def test_a_pipe_among_the_files_of_a_folder_is_not_waited_for(check, tmp_path):
    (tmp_path / "c.yaml").write_text(COURSE)
    pipe(tmp_path / "x.yaml")
    done = check(".", "--quiet")
    assert findings(done) == ["x.yaml:1 S001"]
    assert done.status == 2


def test_a_folder_may_be_named_like_a_file(check, tmp_path):
    (tmp_path / "x.yaml").mkdir()
    done = check("x.yaml")
    assert (done.status, done.out) == (2, "")
    assert "there is no curriculum in x.yaml" in done.err


def test_links_that_lead_round_in_a_circle_are_not_followed(check, tmp_path):
    (tmp_path / "c.yaml").write_text(COURSE)
    (tmp_path / "again").symlink_to(".")
    done = check(".")
    assert done.out.count("Coverage: Small course") == 1


class Locked(Memory):
    """A tree with a folder that may not be looked into."""

    def kind(self, name: str) -> str:
        return "folder" if name == "locked" else super().kind(name)

    def names(self, folder: str):
        yield from ["locked"] if folder == "locked" else super().names(folder)

    def read(self, name: str) -> bytes:
        if name == "locked":
            raise PermissionError(13, "Permission denied")
        return super().read(name)


def test_a_folder_without_permission_is_a_finding():
    found = examine(Locked({"c.yaml": COURSE}), ["locked", "c.yaml"]).findings
    assert [finding.message for finding in found if finding.at.file == "locked"] == [
        "this file cannot be read: you have no permission to read it"
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_without_permission_is_a_finding_on_disk(check, tmp_path):
    (tmp_path / "locked").mkdir(mode=0)
    assert findings(check("locked", "--quiet")) == ["locked:1 S001"]


TITLES = {
    "an escape sequence": '"\\e[31mred\\e[0m"',
    "an eight-bit escape": '"\\x9b31mred"',
    "a bell": '"ding\\a"',
    "text turned round": "safe\u202egnp.exe",
    "text turned round in an escape": '"safe\\u202egnp.exe"',
    "a carriage return": '"all well\\rforged"',
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
@pytest.mark.parametrize("how", ["text", "json"])
def test_a_title_cannot_steer_the_terminal(check, tmp_path, title, how):
    (tmp_path / "c.yaml").write_text(COURSE.replace("Small course", title), encoding="utf-8")
    done = check("c.yaml", "--format", how)
    assert done.status in (0, 1)
    assert all(line.isprintable() for line in done.out.split("\n"))


def test_neither_can_the_name_of_a_file(check, tmp_path):
    name = "\x1b[31m.yaml"
    (tmp_path / name).write_text("services: {}\n")
    done = check(".")
    assert done.status == 2
    assert "there is no curriculum in this folder" in done.err
    assert "\x1b" not in check(name).out + done.err + check("nowhere", name).err


NOTHING = {
    "an empty folder": ({}, [], "there is no curriculum in this folder"),
    "an empty folder by name": ({}, ["."], "there is no curriculum in this folder"),
    "a folder with other people's YAML": (
        {"compose.yaml": "services: {}\n"},
        [],
        "passed over, since they do not say `alignkit:`: compose.yaml",
    ),
    "a project without curricula": (
        {"alignkit.yaml": "alignkit: project/1\ncurricula: [curricula/]\n", "curricula/readme.txt": "soon"},
        [],
        "there is no curriculum in curricula",
    ),
}


@pytest.mark.parametrize(("files", "arguments", "said"), NOTHING.values(), ids=NOTHING.keys())
def test_a_run_over_nothing_is_never_green(check, tmp_path, files, arguments, said):
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    done = check(*arguments)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


CALLS = {
    "an unknown option": (["--nope"], "--nope"),
    "an unknown format": (["--format", "xml"], "'xml'"),
    "an option without its value": (["--framework"], "requires an argument"),
    "an unknown rule": (["--select", "X999"], 'no rule is called "X999"'),
    "a rule nearly right": (["--ignore", "C1O3"], '(did you mean "C103"?)'),
    "an unknown rubric": (["--rubric", "hpac"], 'no rubric is called "hpac"'),
    "an unknown framework": (["--framework", "ipec-2032"], '(did you mean "ipec-2023"?)'),
    "the acronym of nobody": (["--framework", "CAIPC"], "caipe-2011"),
    "no such folder to write to": (["--output", "no/such/place.txt"], "cannot write no/such/place.txt"),
    "a folder to write to": (["--output", "."], "cannot write ."),
}


@pytest.mark.parametrize(("arguments", "said"), CALLS.values(), ids=CALLS.keys())
def test_a_call_that_does_not_fit_is_refused_in_words(check, tmp_path, arguments, said):
    (tmp_path / "c.yaml").write_text(COURSE)
    done = check("c.yaml", *arguments)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["c.yaml"]


def test_the_acronym_of_nobody_is_answered_in_a_curriculum_too(check, tmp_path):
    (tmp_path / "c.yaml").write_text(COURSE.replace("use: ipec-2023, scope: [TT5]", "use: CAIPC"))
    out = " ".join(check("c.yaml", "--select", "R101").out.split())
    assert "caipe-2011" in out
    assert "cihc-2024" in out
    assert "aliases: {caipc: caipe-2011}" in out


PROJECTS = {
    "a project file that does not parse": ("alignkit: project/1\nrules: {C103: off\n", "S002"),
    "a project file in Latin-1": ("alignkit: project/1\n# für alle\n", "S001"),
    "a rule that does not exist": ("alignkit: project/1\nrules: {C999: off}\n", "S013"),
    "a rule that does not exist, and only others wanted": (
        "alignkit: project/1\nrules: {C999: off, S013: off}\n",
        "S013",
    ),
}


@pytest.mark.parametrize(("text", "code"), PROJECTS.values(), ids=PROJECTS.keys())
@pytest.mark.parametrize("more", [(), ("--select", "C"), ("--fail-on", "never")], ids=["plain", "select", "never"])
def test_a_policy_that_cannot_be_followed_is_refused(check, tmp_path, text, code, more):
    (tmp_path / "c.yaml").write_text(COURSE)
    (tmp_path / "alignkit.yaml").write_bytes(text.encode("latin-1"))
    done = check("c.yaml", *more)
    assert done.status == 2
    assert code in done.out or (more == ("--select", "C") and "alignkit.yaml could not be read" in done.out)


def test_an_interrupted_write_leaves_the_earlier_file_whole(check, tmp_path, monkeypatch):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    (tmp_path / "c.yaml").write_text(COURSE)
    (tmp_path / "out.txt").write_text("earlier")
    monkeypatch.setattr("os.replace", interrupted)
    done = check("c.yaml", "--output", "out.txt")
    assert (done.status, done.out) == (130, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c.yaml", "out.txt"]
    assert (tmp_path / "out.txt").read_text() == "earlier"


def started(folder: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "alignkit", "check", *arguments],
        cwd=folder,
        # Without a buffer, Python takes what little of a text a closing pipe accepts for all of it.
        env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def test_an_interrupt_leaves_no_traceback(tmp_path):
    (tmp_path / "c.yaml").write_bytes(FILES["5,000 problems"][0])
    with started(tmp_path, "c.yaml", "--format", "json") as process:
        assert process.stdout is not None
        # More than a pipe holds: from the first letter on, the process waits for us to read.
        first = process.stdout.read(1)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=SECONDS)
    assert first == b"{"
    assert (process.returncode, err) == (130, b"interrupted; no file was left half written\n")


def test_a_reader_who_has_seen_enough_is_no_fault(tmp_path):
    (tmp_path / "c.yaml").write_bytes(FILES["5,000 problems"][0])
    with started(tmp_path, "c.yaml", "--format", "json") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        err = process.stderr.read()
    assert (process.returncode, err) == (0, b"")


def test_colour_only_where_it_is_wanted(alignkit, tmp_path):
    (tmp_path / "c.yaml").write_text(COURSE)
    assert "\x1b" not in alignkit("check", "c.yaml").out
    assert "\x1b[" in alignkit("check", "c.yaml", FORCE_COLOR="1").out
    assert "\x1b" not in alignkit("check", "c.yaml", FORCE_COLOR="1", NO_COLOR="1").out


def test_plain_signs_where_the_output_is_ascii(alignkit, tmp_path):
    (tmp_path / "c.yaml").write_text(COURSE.replace("Small", "Kurz für"), encoding="utf-8")
    out = alignkit("check", "c.yaml", PYTHONIOENCODING="ascii").out
    assert out.isascii()
    assert "  -> c.yaml:" in out
    assert "####" in out
    assert "Coverage: Kurz f?r course" in out


@pytest.mark.parametrize("columns", ["40", "60", "1", "wide"])
def test_lines_fit_a_narrow_terminal(check, tmp_path, monkeypatch, columns):
    (tmp_path / "c.yaml").write_text(COURSE)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("NO_COLOR", "1")
    width = {"60": 60, "wide": 80}.get(columns, 40)
    longest = max(check("c.yaml").out.splitlines(), key=len)
    assert len(longest) <= width

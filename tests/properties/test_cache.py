"""Whatever is done to a project between two runs, the second says what it would say without a memory."""

import io
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from alignkit.cli.cache.entry import Entry
from alignkit.cli.cache.memory import Memory
from alignkit.cli.entry import main

OUTCOMES = "outcomes:\n  - {{id: LO1, text: {text}, aligns: [{aligns}]}}\n"
CURRICULUM = "alignkit: curriculum/1\nid: {id}\ntitle: T\nframeworks: [own, ipec-2023]\n" + OUTCOMES
FRAMEWORK = (
    "alignkit: framework/1\nid: {id}\ntitle: F\nkind: interprofessional\npublisher: {{name: N}}\n"
    "source: {{citation: C}}\nlevels: [item]\n"
    "items:\n  - {{code: A, text: Listen}}\n  - {{code: {code}, text: Speak}}\n"
)
FILES = [
    "a.yaml",
    "b.yaml",
    "course/curriculum.yaml",
    "course/modules/m1.yaml",
    "frameworks/own.yaml",
    "frameworks/words.yaml",
    "alignkit.yaml",
    "accepted.yaml",
    "deep/er/c.yml",
    "notes.txt",
]
TEXTS = [
    CURRICULUM.format(id="one", text="Negotiate roles", aligns="own:A"),
    CURRICULUM.format(id="two", text="Understand roles", aligns='"ipec-2023:RR4", own:Z'),
    CURRICULUM.format(id="two", text="Explain roles", aligns="own:B") + "  # alignkit: ignore[C101] later\n",
    "alignkit: module/1\nid: M1\ntitle: M\nactivities:\n  - {id: A1, outcomes: [LO1]}\n",
    FRAMEWORK.format(id="own", code="B"),
    FRAMEWORK.format(id="own", code="Z"),
    FRAMEWORK.format(id="ipec-2023", code="RR4"),
    "alignkit: overlay/1\nof: own\ntexts: {A: Hear}\n",
    "alignkit: project/1\nframeworks: [frameworks/]\nrules: {O101: off}\n",
    "alignkit: project/1\nframeworks: [frameworks/]\nfail_on: info\nbaseline: accepted.yaml\n",
    'alignkit: baseline/1\naccepted: [{code: C101, document: one, subject: "own:B", severity: warning, reason: r}]\n',
    "alignkit: curriculum/1\ntitle: a: b\n",
    "just: text\n",
    "",
]
CALLS = [
    ["check"],
    ["check", ".", "--all"],
    ["check", "a.yaml", "--format", "json"],
    ["check", "--no-baseline", "--fail-on", "warning"],
    ["check", "--framework", "own", "course"],
]
name = st.sampled_from(FILES)
edit = st.one_of(
    st.tuples(st.just("write"), name, st.sampled_from(TEXTS)),
    st.tuples(st.just("append"), name, st.sampled_from([" ", "\n", "# alignkit: ignore[O101] why\n"])),
    st.tuples(st.just("delete"), name, st.just("")),
    st.tuples(st.just("rename"), name, name),
    st.tuples(st.just("folder"), name, st.just("")),
    st.tuples(st.just("link"), name, name),
    st.tuples(st.just("nothing"), name, st.just("")),
)
steps = st.lists(st.tuples(st.lists(edit, max_size=3), st.sampled_from(CALLS)), min_size=2, max_size=6)


def run(arguments: list[str]) -> tuple[object, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as left:
        main(arguments)
    return left.value.code, out.getvalue(), err.getvalue()


def change(what: str, path: Path, other: str) -> None:
    """Make one edit, as far as the project as it is allows it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        EDITS[what](path, other)
    except OSError:
        pass  # a folder where a file should be written, or the other way round


EDITS: dict[str, Callable[[Path, str], object]] = {
    "write": lambda path, text: path.write_text(text),
    "append": lambda path, text: path.open("a").write(text),
    "delete": lambda path, _: path.unlink(),
    "rename": lambda path, other: path.rename(other),
    "folder": lambda path, _: path.mkdir(),
    "link": lambda path, other: path.symlink_to(Path(other).absolute()),
    "nothing": lambda _path, _other: None,
}


@pytest.fixture(scope="module")
def recalled() -> Iterator[list[bool]]:
    """Let what this session's tests have just changed count as settled, and note whether each run was recalled."""
    found: list[bool] = []
    real = Memory.recall

    def recall(memory: Memory) -> Entry | None:
        entry = real(memory)
        found.append(entry is not None)
        return entry

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("alignkit.cli.cache.surroundings._SETTLED", -(10**18))
        patch.setattr(Memory, "recall", recall)
        yield found


@pytest.mark.usefixtures("recalled")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps)
@example([([("delete", "alignkit.yaml", "")], CALLS[2]), ([("write", "alignkit.yaml", TEXTS[8])], CALLS[2])])
@example([([("delete", "a.yaml", "")], CALLS[2]), ([("folder", "a.yaml", "")], CALLS[2])])
@example([([], CALLS[0]), ([("write", "deep/er/c.yml", TEXTS[1])], CALLS[0])])
def test_no_edit_is_ever_missed(steps):
    with TemporaryDirectory() as folder, TemporaryDirectory() as cache, chdir(folder):
        for text, file in zip(TEXTS[:1] + TEXTS[4:5] + TEXTS[8:9], ("a.yaml", FILES[4], "alignkit.yaml"), strict=True):
            change("write", Path(file), text)
        for edits, call in steps:
            for what, file, other in edits:
                change(what, Path(file), other)
            expected = run([*call, "--no-cache"])
            assert run([*call, "--cache-dir", cache]) == expected
            assert run([*call, "--cache-dir", cache]) == expected


def test_the_runs_above_were_recalled_where_nothing_had_changed(recalled):
    assert sum(recalled) > len(recalled) // 5

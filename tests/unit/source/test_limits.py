"""Each limit: what just fits is read, and one more is refused by name, with its place."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from alignkit.api.check import CheckRequest, check
from alignkit.library.workspace import gather
from alignkit.rules.examine import examine
from alignkit.source.folder import FILE_BYTES
from alignkit.source.limits import LIMITS, Limits
from alignkit.source.reader import parse
from alignkit.source.tree import Memory, load
from alignkit.triage.select import Selection
from alignkit.triage.triage import triage

SMALL = Limits(depth=3, values=5, text_characters=4, problems=2, files=3)
# A limit of reading -> a text of that many, and how S008 calls what there are too many of.
READING: dict[str, tuple[Callable[[int], str], str]] = {
    "depth": (lambda number: "[" * number + "]" * number, "levels of nesting"),
    "values": (lambda number: f"[{'a,' * (number - 1)}]", "values"),
    "text_characters": (lambda number: "x" * number, "characters in one text"),
    "problems": (lambda number: "- *a\n" * number, "problems in one file"),
}


def beyond(problems) -> list[dict[str, str]]:
    return [problem.facts for problem in problems if problem.kind == "limit-exceeded"]


@pytest.mark.parametrize("name", READING)
def test_what_just_fits_is_read_and_one_more_is_not(name):
    text, called = READING[name]
    # Each limit alone: the others as they are.
    most = getattr(SMALL, name)
    limits = replace(LIMITS, **{name: most})
    assert beyond(parse(text(most), "f.yaml", limits).problems) == []
    document = parse(text(most + 1), "f.yaml", limits)
    assert beyond(document.problems) == [{"limit": called, "most": str(most)}]
    assert document.problems[-1].at.line >= 1


def test_a_file_of_as_many_bytes_as_are_read_is_read_and_one_more_is_not():
    line = "# padding\n" * (FILE_BYTES // 10 - 1)
    whole = f"a: bcde\n#\n{line}"
    assert len(whole) == FILE_BYTES == LIMITS.file_bytes
    assert load(Memory({"f.yaml": whole}), "f.yaml").problems == ()
    assert beyond(load(Memory({"f.yaml": f"{whole}#"}), "f.yaml").problems) == [
        {"limit": "bytes in one file", "most": "20,000,000"}
    ]


def test_as_many_files_as_are_read_in_one_run_are_read_and_one_more_is_not():
    files = {f"{name}.yaml": "alignkit: curriculum/1\nid: x\ntitle: T\n" for name in "abcd"}
    three = gather(Memory(files), ["a.yaml", "b.yaml", "c.yaml"], limits=SMALL)
    assert [beyond(file.problems) for file in three.files] == [[], [], []]
    four = gather(Memory(files), [*files], limits=SMALL)
    assert beyond(four.files[-1].problems) == [{"limit": "files in one run", "most": "3"}]


COURSE = "alignkit: curriculum/1\nid: x\ntitle: T\noutcomes:\n" + "".join(
    f"  - {{id: LO{number}, text: Understand it}}\n" for number in range(30)
)


def test_as_many_findings_as_are_shown_are_shown_and_of_more_the_first_and_one_that_says_so():
    examination = examine(Memory({"c.yaml": COURSE}), ["c.yaml"])
    everything = triage(examination, Selection()).shown
    number = len(everything)
    assert number > 30
    assert triage(examination, Selection(), most=number).shown == everything
    *first, last = triage(examination, Selection(), most=number - 1).shown
    assert tuple(first) == everything[:-1]
    assert (last.code, last.at) == ("S008", everything[-1].at)
    assert last.message == f"at most {number - 1} findings of one run are read, and here are more"


EMPTY = "alignkit: curriculum/1\nid: x\ntitle: T\noutcomes: []\n"
NAMES = {
    "capitals": ("Course.yaml", "course.yaml"),
    "a folder": ("A/c.yaml", "a/c.yaml"),
    "kinds of accents": ("caf\u00e9.yaml", "cafe\u0301.yaml"),
}


@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES)
def test_two_files_that_are_one_elsewhere_are_a_finding(names):
    tree = Memory(dict.fromkeys(names, EMPTY))
    found = [finding.finding for finding in check(tree, CheckRequest(paths=(".",))).findings]
    (clash,) = [each for each in found if each.code == "S001"]
    assert clash.at.file == max(names)
    assert f"{min(names)} has the same name, and one of the two is lost; rename one" in clash.message
    alone = check(Memory({names[0]: EMPTY}), CheckRequest(paths=(".",)))
    assert "S001" not in {finding.finding.code for finding in alone.findings}

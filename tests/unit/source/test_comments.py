"""A comment excuses a finding on its own line, or alone on a line, on the next."""

import pytest

from alignkit.source.comments import suppressions
from alignkit.source.reader import parse


def found(text: str) -> list[tuple[str, str, str, int]]:
    """Return the code, subject, reason and line of each suppression in the text."""
    document = parse(text, "f.yaml")
    return [(each.code, each.subject, each.reason, each.line) for each in suppressions(document)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b # alignkit: ignore[C101] soon\nc: d\n", 1),
        ("# alignkit: ignore[C101] soon\na: b\n", 2),
        ("a:\n  # alignkit: ignore[C101] soon\n\n  # another comment\n\n  - b\n  - c\n", 6),
        ("a:\n  - b  # alignkit: ignore[C101] soon", 2),
        ("a: [b, # alignkit: ignore[C101] soon\n  c]\n", 1),
        ("a: b\r\n# alignkit: ignore[C101] soon\r\n\r\nc: d\r\n", 4),
        ("a: b\n# alignkit: ignore[C101] soon\n", 2),  # nothing follows it
    ],
)
def test_a_comment_speaks_of_its_line_or_alone_of_the_next_that_is_no_comment(text, line):
    assert found(text) == [("C101", "", "soon", line)]


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("# alignkit: ignore[C101]", [("C101", "", "", 1)]),
        ("# alignkit: ignore[C101] piloted next term  ", [("C101", "", "piloted next term", 1)]),
        ("# alignkit: ignore[C101@VE2] why", [("C101", "VE2", "why", 1)]),
        ("# alignkit: ignore[C101@ipec-2023:VE2] why", [("C101", "ipec-2023:VE2", "why", 1)]),
        (
            "# alignkit: ignore[C101, C103@M1.A1 ,A102] why",
            [("C101", "", "why", 1), ("C103", "M1.A1", "why", 1), ("A102", "", "why", 1)],
        ),
        ("# alignkit: ignore[C101 C102] why", [("C101", "", "why", 1), ("C102", "", "why", 1)]),
        ("# alignkit: ignore[c101] why", [("C101", "", "why", 1)]),
        ("#alignkit:ignore[C101] why", [("C101", "", "why", 1)]),
        ("# note # alignkit: ignore[C101] why # <- more", [("C101", "", "why", 1)]),
        ("# alignkit: ignore[taught-not-assessed] why", [("TAUGHT-NOT-ASSESSED", "", "why", 1)]),
        ("# alignkit: ignore[ ] why", [("", "", "why", 1)]),
        ("# alignkit: ignore C101 why", [("", "", "C101 why", 1)]),
        ("# alignkit: ignore[C101", [("", "", "[C101", 1)]),
        ("# alignkit: ignored", []),
        ("# ignore[C101] why", []),
    ],
)
def test_a_comment_names_codes_each_with_its_subject_and_a_reason(comment, expected):
    assert found(f"a: b {comment}\n") == expected


def test_a_suppression_knows_where_it_stands():
    (suppression,) = suppressions(parse("a: b\nc: d   # alignkit: ignore[C101] why # more\n", "f.yaml"))
    at = suppression.at
    # The comment begins behind `c: d` and three spaces, and is 28 characters long.
    assert (str(at), at.end_line, at.end_column) == ("f.yaml:2:8", 2, 8 + 28)


@pytest.mark.parametrize(
    "text",
    [
        'a: "see # alignkit: ignore[C101] why"\n',
        "a: 'see # alignkit: ignore[C101] why'\n",
        'a: "over\n  # alignkit: ignore[C101] why\n  lines"\n',
        "a: |\n  see\n  # alignkit: ignore[C101] why\n\nb: c\n",
        "a:\n  - >-\n    see # alignkit: ignore[C101] why\n",
        '"# alignkit: ignore[C101] why": b\n',
        "a: b#alignkit:ignore[C101]\n",
    ],
    ids=["double", "single", "several lines", "block", "folded", "key", "plain"],
)
def test_within_a_text_it_is_no_comment(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  # alignkit: ignore[C102] a text\n# alignkit: ignore[C101] why\nb: c\n",
        'a: "# alignkit: ignore[C102] a text"\nb: |\n  x\n # alignkit: ignore[C101] why\nc: d\n',
        'a: "ignore["\nb: c # alignkit: ignore[C101] why\n',
    ],
)
def test_a_comment_behind_a_text_that_looks_like_one_still_counts(text):
    assert [code for code, _, _, _ in found(text)] == ["C101"]


def test_a_file_that_does_not_parse_still_has_its_comments():
    assert found("a: [b\n# alignkit: ignore[C101] why\nc: d\n") == [("C101", "", "why", 3)]


def test_a_hundred_thousand_comments_are_read_in_one_go():
    text = 'a: "# alignkit: ignore[C102] x"\n' + "# alignkit: ignore[C101] why\n" * 100_000 + "b: c\n"
    assert {line for _, _, _, line in found(text)} == {100_002}

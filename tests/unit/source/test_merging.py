"""New and other values are written at their places; comments and everything else stay, and nothing is taken out."""

from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alignkit.source.edits import NotEditable
from alignkit.source.merged import as_read, merged, plain_data
from alignkit.source.merging import merge
from alignkit.source.reader import parse
from alignkit.source.writer import document_text

FILE = """\
# A course of ours.
alignkit: curriculum/1
id: small   # never renamed
title: Small course

# What learners can do afterwards.
outcomes:
  # The first is the most important one.
  - id: LO1   # agreed in May
    text: >-
      Explain roles
      in a team

    # Each of these was discussed.
    aligns: [ipec-2023:RR1, {to: "ipec-2023:VE1", depth: introduce, why: because}]  # more to come
  - {id: LO2, text: 'Negotiate'}
  - id: "LO3"
    text: Lead
    aligns:
      - ipec-2023:TT1
      # Not yet: ipec-2023:TT2
modules:
assessments: []  # none yet
dates: {start: 2026-01-01}
"""
DATA: dict[str, Any] = {
    "outcomes": [
        {
            "id": "LO1",
            "text": "Explain roles in a team",
            "bloom": "understand",
            "aligns": [{"to": "ipec-2023:RR1", "depth": "master"}, "ipec-2023:VE1", "ipec-2023:C1"],
        },
        {"id": "LO2", "text": "Negotiate: a plan", "aligns": ["ipec-2023:VE2"]},
        {"id": "LO3", "aligns": [{"to": "ipec-2023:TT3", "depth": "introduce"}]},
        {"id": "LO4", "text": "Appraise"},
    ],
    "modules": [{"id": "M1", "title": "One"}],
    "assessments": [{"id": "AS1", "title": "Essay", "weight": 40}],
}
AFTER = """\
# A course of ours.
alignkit: curriculum/1
id: small   # never renamed
title: Small course

# What learners can do afterwards.
outcomes:
  # The first is the most important one.
  - id: LO1   # agreed in May
    text: >-
      Explain roles
      in a team
    bloom: understand

    # Each of these was discussed.
    aligns: [{to: "ipec-2023:RR1", depth: master}, {to: "ipec-2023:VE1", depth: introduce, why: because}, "ipec-2023:C1"]  # more to come
  - {id: LO2, text: "Negotiate: a plan", aligns: ["ipec-2023:VE2"]}
  - id: "LO3"
    text: Lead
    aligns:
      - ipec-2023:TT1
      - {to: "ipec-2023:TT3", depth: introduce}
      # Not yet: ipec-2023:TT2
  - {id: LO4, text: Appraise}
modules:
  - {id: M1, title: One}
assessments: [{id: AS1, title: Essay, weight: 40}]  # none yet
dates: {start: 2026-01-01}
"""  # noqa: E501 - a line of the author's, made longer


def test_a_file_of_an_author_is_brought_up_to_date():
    done = merge(FILE, "c.yaml", DATA)
    assert done.text == AFTER
    assert [each.path for each in done.changed] == [
        ("outcomes", "LO1", "aligns", "ipec-2023:RR1"),
        ("outcomes", "LO2", "text"),
    ]
    assert [each.path for each in done.kept] == [
        ("outcomes", "LO3", "text"),
        ("outcomes", "LO1", "aligns", "ipec-2023:VE1", "depth"),
        ("outcomes", "LO3", "aligns", "ipec-2023:TT1"),
    ]
    assert {each.path for each in done.added} == {
        ("outcomes", "LO1", "bloom"),
        ("outcomes", "LO1", "aligns", "ipec-2023:C1"),
        ("outcomes", "LO2", "aligns"),
        ("outcomes", "LO3", "aligns", "ipec-2023:TT3"),
        ("outcomes", "LO4"),
        ("modules", "M1"),
        ("assessments", "AS1"),
    }


def test_a_second_time_there_is_nothing_left_to_do():
    again = merge(AFTER, "c.yaml", DATA)
    assert again.text == AFTER
    assert (again.added, again.changed) == ((), ())


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_are_those_of_the_file(end):
    assert merge(FILE.replace("\n", end), "c.yaml", DATA).text == AFTER.replace("\n", end)


@pytest.mark.parametrize(
    ("text", "data", "after"),
    [
        ("a: 40\n", {"a": 40.0}, "a: 40\n"),
        ("a: yes\n", {"a": True}, "a: yes\n"),
        ("a: 1\n", {"a": False}, "a: false\n"),
        ("a: 'it is'\n", {"a": "it's"}, "a: it's\n"),
        ('a: "x"  # c\n', {"a": "y z"}, 'a: "y z"  # c\n'),
        ("a:\n  b: 1", {"a": {"c": 2}}, "a:\n  b: 1\n  c: 2"),
        ("a: x\n", {"a": ["x", "z"]}, "a: [x, z]\n"),
        ("a: {to: x}\n", {"a": ["x"]}, "a: {to: x}\n"),
        ("a: {to: x}\n", {"a": [{"to": "x", "d": "1"}]}, 'a: {to: x, d: "1"}\n'),
        ("a: [\n  x,  # one\n  y  # two\n  ]\nb: 1\n", {"a": ["z"]}, "a: [\n  x,  # one\n  y, z  # two\n  ]\nb: 1\n"),
        ("a: {}\n", {"a": {"b": None, "c": 1}}, "a: {c: 1}\n"),
        ("a:  # later\nb: 1\n", {"a": [{"id": "x"}]}, "a: [{id: x}]  # later\nb: 1\n"),
        ("a: |\n  x\n  y\n\nb: 1\n", {"a": "z"}, "a: z\n\nb: 1\n"),
        ("- a\n", {"a": 1}, None),
        ("a: [b\n", {"a": 1}, None),
    ],
)
def test_how_single_values_are_written(text, data, after):
    if after is None:
        with pytest.raises(NotEditable):
            merge(text, "f.yaml", data)
    else:
        assert merge(text, "f.yaml", data).text == after


def test_what_does_not_fit_stays_and_is_listed():
    done = merge("a: [x]\nb: {c: 1}\n", "f.yaml", {"a": "y", "b": "z"})
    assert done.text == "a: [x]\nb: {c: 1}\n"
    assert [(each.path, each.before, each.after) for each in done.kept] == [
        (("a",), "[x]", "y"),
        (("b",), '{c: "1"}', "z"),
    ]


WORDS = st.sampled_from(["a", "b c", "x: y", "3.10", "NO", "long " * 30 + "end", "it's", 'say "so"', "#1", "é", ""])
NAMES = st.sampled_from(["id-1", "id-2", "id-3", "LO 4"])
KEYS = st.sampled_from(["text", "bloom", "title", "why"])
LEAVES = st.one_of(WORDS, st.none(), st.integers(0, 99), st.booleans())
LINKS = st.lists(st.one_of(NAMES, st.fixed_dictionaries({"to": NAMES}, optional={"depth": WORDS})), max_size=3)
ENTRIES = st.lists(
    st.builds(
        lambda name, more, links: {"id": name, **more, **links},
        NAMES,
        st.dictionaries(KEYS, LEAVES, max_size=3),
        st.fixed_dictionaries({}, optional={"aligns": LINKS}),
    ),
    max_size=4,
)
DOCUMENTS = st.fixed_dictionaries(
    {"alignkit": st.just("curriculum/1")},
    optional={
        "title": LEAVES,
        "outcomes": ENTRIES,
        "modules": ENTRIES,
        "level": st.dictionaries(KEYS, LEAVES, max_size=2),
    },
)
law = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@law
@given(DOCUMENTS, DOCUMENTS)
def test_any_document_of_ours_takes_any_other(old, new):
    text = document_text(old)
    done = merge(text, "f.yaml", new)
    assert plain_data(parse(done.text, "f.yaml").root) == merged(as_read(old), new)
    assert merge(done.text, "f.yaml", new).text == done.text


@law
@given(
    DOCUMENTS,
    DOCUMENTS,
    st.sampled_from([True, False, None]),
    st.integers(30, 100),
    st.sampled_from([None, '"', "'", "|", ">"]),
)
def test_whoever_wrote_the_file_either_it_takes_the_data_or_stays_as_it_is(old, new, flow, width, style):
    texts = as_read(old)
    text = yaml.safe_dump(
        texts, default_flow_style=flow, width=width, default_style=style, allow_unicode=True, sort_keys=False
    )
    # PyYAML writes nothing as null, and tags what a style would hide.
    text = text.replace("!!null ", "").replace('"null"', "null").replace("'null'", "null")
    document = parse(text, "f.yaml")
    if document.problems:
        return
    try:
        done = merge(text, "f.yaml", new)
    except NotEditable:
        return
    assert plain_data(parse(done.text, "f.yaml").root) == merged(plain_data(document.root), new)


@law
@given(DOCUMENTS, DOCUMENTS)
def test_comments_stay(old, new):
    lines = document_text(old).splitlines()
    folded = any(line.rstrip().endswith(">-") for line in lines)
    text = "".join(f"{'' if folded else f'# comment {number}' + chr(10)}{line}\n" for number, line in enumerate(lines))
    done = merge(text, "f.yaml", new)
    assert [line for line in done.text.splitlines() if line.startswith("# comment")] == [
        line for line in text.splitlines() if line.startswith("# comment")
    ]

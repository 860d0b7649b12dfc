"""Laws of reading: whatever the bytes, there is an answer, the same one each time, and what was meant comes back."""

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alignkit.library.workspace import gather
from alignkit.model.documents import KINDS, typed
from alignkit.source.comments import suppressions
from alignkit.source.node import Node
from alignkit.source.reader import Document, parse
from alignkit.source.tree import Memory, load

# A second is a thousand times what a file of this size takes: it guards against what grows without bound.
law = settings(max_examples=150, deadline=1000, suppress_health_check=[HealthCheck.too_slow])

CURRICULUM = """\
alignkit: curriculum/1
id: course
title: "Teams: a course"
kind: micro-credential
learners: {professions: [nursing, {id: pharmacy, stage: practising}], group_size: 6}
frameworks:
  - use: ipec-2023
    targets: {claimed: 1.0, taught: 0.9}
outcomes:
  - id: LO1
    text: >-
      Negotiate roles with colleagues
      from two other professions
    aligns: [ipec-2023:RR1, {to: "who-rmh-2021:3.2", depth: reinforce, why: 'because'}]  # a note
modules:
  - id: M1
    activities:
      - {id: M1.A1, type: case-discussion, hours: 2.5, outcomes: LO1, debrief: yes}
assessments: # alignkit: ignore[C103@LO1] piloted
  - {id: AS1, purpose: summative, outcomes: [LO1], weight: 100}
dates: {start: 2023-10-16}
"""

# Signs that mean something to YAML or to our files come up far more often than in any text.
SIGNS = st.sampled_from(
    [
        *":-?,[]{}#&*!|>'\"%@`~<=\t\r\n \\\x00\x07\x85\u2028\ufeffé😀“",
        *(": ", "- ", "  ", "---", "...", "<<: ", "\n  ", "# ", "null", "\\x", "|2-\n", "id: ", "LO1", "to: "),
        *("alignkit: curriculum/1\n", "outcomes:", "# alignkit: ignore[C101]"),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(SIGNS, max_size=60).map("".join))


class Raw(Memory):
    """A tree with one file of any bytes."""

    def __init__(self, data: bytes) -> None:
        super().__init__({})
        self.data = data

    def read(self, name: str) -> bytes:
        """Return the bytes, whatever the name."""
        return self.data if name else b""


def everything(document: Document) -> object:
    """Return all that is read from a document before a rule sees it."""
    return document, typed(document), suppressions(document)


def plain(node: Node | None) -> object:
    if node is None or node.value is None:
        return None
    if isinstance(node.value, dict):
        return {key: plain(child) for key, child in node.value.items()}
    return [plain(entry) for entry in node.value] if isinstance(node.value, list) else node.value


@law
@given(TEXTS)
def test_any_text_is_read_or_has_a_problem(text):
    document = parse(text, "f.yaml")
    everything(document)
    assert (document.root is not None) or document.problems


@law
@given(st.sampled_from(sorted(KINDS)), TEXTS)
def test_any_text_behind_the_line_that_says_what_it_is_is_read_or_has_a_problem(kind, text):
    document = parse(f"alignkit: {kind}\n{text}", "f.yaml")
    record, problems = typed(document)
    assert record is not None or problems


@law
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_have_a_problem(data):
    document = load(Raw(data), "f.yaml")
    assert (document.root is not None) or document.problems


@law
@given(st.data())
def test_a_curriculum_with_any_part_of_it_overwritten_is_read_or_has_a_problem(data):
    whole = CURRICULUM.encode()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(start + 30, len(whole))))
    patch = data.draw(st.one_of(st.binary(max_size=12), TEXTS.map(lambda text: text.encode("utf-8", "ignore"))))
    document = load(Raw(whole[:start] + patch + whole[end:]), "f.yaml")
    record, problems = typed(document)
    everything(document)
    assert record is not None or problems


@law
@given(TEXTS)
def test_every_problem_and_value_lies_within_the_file(text):
    document = parse(text, "f.yaml")
    lines = document.text.split("\n")
    for problem in typed(document)[1]:
        for at in (problem.at, *(related.at for related in problem.related)):
            assert 1 <= at.line <= len(lines)
            assert 1 <= at.column <= len(lines[at.line - 1]) + 1
            assert (at.line, at.column) <= (at.end_line, at.end_column)


@law
@given(TEXTS)
def test_the_same_text_is_read_the_same_way(text):
    assert everything(parse(text, "f.yaml")) == everything(parse(text, "f.yaml"))


@law
@given(st.permutations(["b", "b/curriculum.yaml", "b/modules", "a.yaml", "c.yaml"]), TEXTS)
def test_the_order_in_which_files_are_named_makes_no_difference(paths, text):
    files = {
        "a.yaml": CURRICULUM,
        "b/curriculum.yaml": CURRICULUM,
        "b/modules/m1.yaml": "alignkit: module/1\nid: M1\n",
        "b/modules/m2.yaml": text,
        "c.yaml": f"alignkit: module/1\n{text}",
    }
    assert gather(Memory(files), paths) == gather(Memory(dict(reversed(files.items()))), sorted(paths))


# Any text but the signs that the reader takes for spaces or leaves out.
WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff", include_characters="\n\t"),
    max_size=30,
)
KEYS = WORDS.filter(lambda key: key != "<<")
DATA = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@law
@given(DATA, st.sampled_from(['"', "'"]), st.booleans())
def test_data_that_was_written_is_read_back_equal(data, style, flow):
    text = yaml.safe_dump(data, default_style=style, default_flow_style=flow, allow_unicode=True)
    document = parse(text, "f.yaml")
    assert document.problems == ()
    assert plain(document.root) == data

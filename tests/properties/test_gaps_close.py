"""Every snippet that `gaps` proposes can be pasted where it says, and does exactly what is said of it.

Curricula are drawn in the ways in which people write YAML: in brackets, on lines, over lines with comments, single
values, keys without a value; with ids that YAML could take for something else.
"""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pasting import pasted

from alignkit.analysis.case import Case
from alignkit.analysis.closing.closing import closing
from alignkit.analysis.closing.gap import OpenGap, Proposal
from alignkit.analysis.coverage import STEPS, Step
from alignkit.analysis.through import coverage_through
from alignkit.library.library import Library
from alignkit.model.curriculum import Curriculum
from alignkit.model.documents import typed
from alignkit.model.framework import Framework
from alignkit.source.reader import parse
from alignkit.source.writer import quoted

TOY = """\
alignkit: framework/1
id: toy
title: Toy
kind: interprofessional
publisher: {name: N}
items:
  - code: A
    items: [{code: A1, text: Explain roles in a team}, {code: A2, text: Resolve a conflict}, {code: A3, text: Plan}]
  - {code: B, items: [{code: B1, text: Listen to patients}]}
  - {code: C, text: Lead}
"""
LAW = """\
alignkit: framework/1
id: law
title: Law
kind: legislation
publisher: {name: N}
professions: [nursing]
items: [{code: a, text: Know the law}, {code: b, text: Keep records}]
"""
IDS = ("LO1", "2", "~", "-3", "é\"4'", "*5", "&6", "!7", "@8", "`9`", "?a", "|b", ">c", "NO", "%d", "'e", "a\\nb")
REFS = ("toy:A1", "toy:A2", "toy:A3", "toy:B1", "toy:C", "law:a", "law:b", "toy:A")
ONE_OR_MANY = ("aligns", "outcomes", "professions", "criteria")


def library() -> Library:
    frameworks = [typed(parse(text, "f.yaml"))[0] for text in (TOY, LAW)]
    return Library([framework for framework in frameworks if isinstance(framework, Framework)])


LIBRARY = library()


def case_of(text: str) -> Case:
    curriculum, problems = typed(parse(text, "c.yaml"))
    # A key `outcomes:` without a value is a problem that reading goes on after.
    assert {problem.kind for problem in problems} <= {"missing-key"}
    assert isinstance(curriculum, Curriculum)
    return Case(curriculum, LIBRARY)


class Writer:
    """Writes values as YAML in ways that are drawn."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw

    def chance(self) -> bool:
        return bool(self.draw(st.booleans()))

    def root(self, record: dict[str, Any]) -> str:
        return "\n".join(self.lines(record)) + "\n"

    def lines(self, record: dict[str, Any]) -> list[str]:
        """Return a record with a key on each line."""
        found: list[str] = []
        for key, value in record.items():
            if isinstance(value, list) and not value:
                found.append(f"{key}:{self.draw(st.sampled_from([' []', '', ' ~', '  # none yet']))}")
            elif key in ONE_OR_MANY and len(value) == 1 and isinstance(value[0], str) and self.chance():
                found.append(f"{key}: {quoted(value[0])}")
            elif isinstance(value, list) and self.chance():
                indent = self.draw(st.sampled_from(["", "  ", "    "]))
                found += [f"{key}:", *(f"{indent}{line}" for each in value for line in self.entry(each))]
            else:
                found += f"{key}: {self.flow(value)}".split("\n")
        return found

    def entry(self, value: Any) -> list[str]:
        if isinstance(value, dict) and self.chance():
            first, *rest = self.lines(value)
            return [f"- {first}", *(f"  {line}" for line in rest)]
        return [*f"- {self.flow(value)}".split("\n"), *(["# a note"] if self.chance() else [])]

    def flow(self, value: Any) -> str:
        if isinstance(value, str):
            return quoted(value)
        pairs = [f"{key}: {self.flow(each)}" for key, each in value.items()] if isinstance(value, dict) else None
        parts = pairs if pairs is not None else [self.flow(each) for each in value]
        opening, closing_ = ("{", "}") if pairs is not None else ("[", "]")
        over_lines = len(parts) > 1 and self.chance()
        between = ",  # a note\n        " if over_lines else ", "
        return f"{opening}{between.join(parts)}{closing_}"


def seldom(draw: Any) -> bool:
    return int(draw(st.integers(0, 5))) == 0


@st.composite
def curricula(draw):
    ids = draw(st.lists(st.sampled_from(IDS), min_size=0 if seldom(draw) else 2, max_size=4, unique=True))
    aligned = st.lists(st.sampled_from(REFS), min_size=1, max_size=4, unique=True)
    who = st.lists(st.sampled_from(["nursing", "pharmacy"]), max_size=2, unique=True)

    def some_ids() -> list[str]:
        return (
            draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
            if ids and not seldom(draw)
            else []
        )

    def alignment(ref: str) -> Any:
        return {"to": ref, "strength": draw(st.sampled_from(["partial", "full"]))} if seldom(draw) else ref

    texts = ["Explain roles", "Resolve a conflict in a team", "Listen to patients and keep records"]
    outcomes = [
        {"id": id_, "text": draw(st.sampled_from(texts)), "aligns": [alignment(ref) for ref in draw(aligned)]}
        for id_ in ids
    ]
    modules = [
        {
            "id": f"M{module}",
            "activities": [
                {"id": f"M{module}.A{number}", "outcomes": some_ids(), "professions": draw(who)}
                for number in range(0 if seldom(draw) else draw(st.integers(1, 2)))
            ],
        }
        for module in range(draw(st.integers(1, 2)))
    ]
    assessments = [
        {"id": f"AS{number}", "outcomes": some_ids(), "criteria": draw(st.sampled_from([[], ["Good"]]))}
        | draw(st.sampled_from([{}, {"purpose": "summative"}, {"purpose": "formative"}]))
        | draw(st.sampled_from([{}, {"method": "osce"}, {"method": "quiz"}, {"method": "questionnaire"}]))
        for number in range(draw(st.integers(0, 2)))
    ]
    body = {
        "alignkit": "curriculum/1",
        "id": "c",
        "title": "C",
        "learners": {"professions": ["nursing", "pharmacy"]},
        "outcomes": outcomes,
        **({} if seldom(draw) else {"modules": modules}),
        **({} if seldom(draw) else {"assessments": assessments}),
    }
    writer = Writer(draw)
    return writer.flow(body) if seldom(draw) else writer.root(body)


def step_of(case: Case, ref: str, profession: str) -> Step:
    framework = ref.partition(":")[0]
    coverage = coverage_through(case, [framework], profession)[framework]
    return next(covered.step for covered in coverage.items if covered.item.ref == ref)


def check(gap: OpenGap, proposal: Proposal, text: str) -> None:
    after = case_of(pasted({"c.yaml": text}, proposal.pastes)["c.yaml"])
    steps = [step_of(after, lack.ref, gap.profession) for lack in gap.lacks]
    assert min(steps) > gap.step
    assert min(steps) == proposal.effect.least
    wanted = [lack.wanted for lack in gap.lacks]
    assert sum(step >= goal for step, goal in zip(steps, wanted, strict=True)) == proposal.effect.closed


@settings(max_examples=150, deadline=None)
@given(curricula(), st.sampled_from([None, *STEPS]))
def test_each_proposal_takes_every_item_of_its_gap_up_as_far_as_it_says(text, asked):
    case = case_of(text)
    found = closing(case, coverage_through(case, ["toy", "law"]).values(), asked)
    for ranked in found.gaps:
        assert len(ranked.gap.proposals) <= 3
        for proposal in ranked.gap.proposals:
            check(ranked.gap, proposal, text)


@settings(max_examples=60, deadline=None)
@given(curricula(), st.sampled_from(STEPS))
def test_gaps_are_the_items_below_the_step_each_once_and_in_the_order_of_their_keys(text, asked):
    case = case_of(text)
    coverages = tuple(coverage_through(case, ["toy", "law"]).values())
    found = closing(case, coverages, asked)
    listed = [lack.ref for ranked in found.gaps for lack in ranked.gap.lacks if not ranked.gap.profession]
    below = [item.item.ref for each in coverages for item in each.items if item.step < asked]
    assert sorted(listed) == sorted(below)
    assert len(set(listed)) == len(listed)
    keys = [ranked.rank.key for ranked in found.gaps]
    assert keys == sorted(keys)

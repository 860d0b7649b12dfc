"""One definition of coverage, answered in two ways: from indices, and by walking the graph."""

from hypothesis import given, settings
from hypothesis import strategies as st

from alignkit.analysis.case import Case
from alignkit.graph.build import build
from alignkit.graph.walk import rung
from alignkit.library.library import Library
from alignkit.model.curriculum import Curriculum
from alignkit.model.documents import typed
from alignkit.source.reader import parse

LIBRARY = Library()
CODES = ["VE1", "VE2", "RR1", "RR2", "C1", "TT1", "VE", "ZZ9"]
IDS = ["LO1", "LO2", "LO3", "LO4"]

alignments = st.lists(st.tuples(st.sampled_from(CODES), st.sampled_from(["full", "partial"])), max_size=4)
outcomes = st.lists(st.tuples(st.sampled_from(IDS), alignments), max_size=4)
PROFESSIONS = ["nursing", "pharmacy", "medicine"]
attending = st.lists(st.sampled_from([*PROFESSIONS, "all"]), max_size=2, unique=True)
activities = st.lists(
    st.tuples(st.sampled_from(["A1", "A2", "A3"]), st.lists(st.sampled_from(IDS), max_size=3), attending), max_size=3
)
assessments = st.lists(
    st.tuples(
        st.sampled_from(["S1", "S2"]),
        st.lists(st.sampled_from(IDS), max_size=3),
        st.sampled_from(["formative", "summative"]),
        st.booleans(),
    ),
    max_size=3,
)


def curriculum_of(outcomes, activities, assessments) -> Curriculum:
    lines = ["alignkit: curriculum/1", "id: made-up", "title: Made up", "frameworks: [ipec-2023]"]
    lines += [f"learners: {{professions: [{', '.join(PROFESSIONS)}]}}", "outcomes:"]
    for name, aligns in outcomes:
        shown = ", ".join(f'{{to: "ipec-2023:{code}", strength: {strength}}}' for code, strength in aligns)
        lines.append(f"  - {{id: {name}, text: Do it, aligns: [{shown}]}}")
    lines += ["modules:", "  - id: M1", "    activities:"]
    for name, addressed, present in activities:
        who = f", professions: [{', '.join(present)}]" if present else ""
        lines.append(f"      - {{id: {name}, outcomes: [{', '.join(addressed)}]{who}}}")
    lines.append("assessments:")
    for name, assessed, purpose, criteria in assessments:
        stated = ", criteria: [Shown]" if criteria else ""
        lines.append(f"  - {{id: {name}, purpose: {purpose}, outcomes: [{', '.join(assessed)}]{stated}}}")
    record, _ = typed(parse("\n".join(lines) + "\n", "made-up.yaml"))
    assert isinstance(record, Curriculum)
    return record


@settings(max_examples=150, deadline=None)
@given(outcomes, activities, assessments, st.sampled_from(["", *PROFESSIONS]))
def test_the_graph_and_the_indices_put_every_item_on_the_same_step(outcomes, activities, assessments, profession):
    case = Case(curriculum_of(outcomes, activities, assessments), LIBRARY)
    graph = build(case.curriculum, case.modules, LIBRARY)
    (coverage,) = case.coverage_for(profession) if profession else case.coverage
    assert {item.item.ref: int(item.step) for item in coverage.items} == {
        item.item.ref: rung(graph, item.item.ref, profession) for item in coverage.items
    }

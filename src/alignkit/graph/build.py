"""A curriculum and the frameworks that it speaks of -> one MultiDiGraph, every node and edge typed.

A node is `(kind, id)`; its attributes are `kind`, `id`, `title` and `at`. An edge has `kind` and `at`, an alignment
also `strength` and `depth`. Coverage is answered from indices (ADR 0004); the graph answers what needs walking, and
a property test holds the two to one answer.
"""

from collections.abc import Iterable, Sequence

import networkx as nx

from alignkit.findings import Span
from alignkit.graph.kinds import EdgeKind, NodeKind
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.model.curriculum import Activity, Assessment, Curriculum, Module, Outcome
from alignkit.model.located import Mention
from alignkit.wording import told_apart

Key = tuple[NodeKind, str]
CurriculumGraph = nx.MultiDiGraph


def build(curriculum: Curriculum, modules: Sequence[Module], library: Library) -> "CurriculumGraph[Key]":
    """Return the graph of the curriculum, its modules and the frameworks that it declares or aligns with.

    What is mentioned but not defined has no node: rules report it, and nothing is supported by it.
    """
    graph: CurriculumGraph[Key] = nx.MultiDiGraph()
    root = _node(graph, NodeKind.CURRICULUM, curriculum.id, curriculum.title, curriculum.at)
    for index in _frameworks(curriculum, library):
        _add_framework(graph, index)
        _edge(graph, root, (NodeKind.FRAMEWORK, index.id), EdgeKind.USES, curriculum.place("frameworks"))
    for evidence in curriculum.evidence:
        _edge(
            graph,
            _node(graph, NodeKind.EVIDENCE, evidence.id, evidence.citation, evidence.at),
            root,
            EdgeKind.PART_OF,
            evidence.at,
        )
    for profession in curriculum.learners.professions if curriculum.learners else ():
        _node(graph, NodeKind.PROFESSION, profession.id, profession.id, profession.at)
    for outcome in curriculum.outcomes:
        _add_outcome(graph, outcome, library)
    names = told_apart(activity.id for module in modules for activity in module.activities)
    for module in modules:
        key = _add_module(graph, module, root)
        for activity in module.activities:
            _add_activity(graph, activity, next(names), key)
    names = told_apart(assessment.id for assessment in curriculum.assessments)
    for assessment in curriculum.assessments:
        _add_assessment(graph, assessment, next(names), root)
    return graph


def _frameworks(curriculum: Curriculum, library: Library) -> Iterable[FrameworkIndex]:
    declared = [library.find(use.use) for use in curriculum.frameworks]
    aligned = [
        library.resolve(alignment.to).framework for outcome in curriculum.outcomes for alignment in outcome.aligns
    ]
    return {index.id: index for index in (*declared, *aligned) if index}.values()


def _node(graph: "CurriculumGraph[Key]", kind: NodeKind, name: str, title: str, at: Span) -> Key:
    key = (kind, name)
    if key not in graph:
        graph.add_node(key, kind=kind, id=name, title=title, at=at)
    return key


def _edge(graph: "CurriculumGraph[Key]", tail: Key, head: Key, kind: EdgeKind, at: Span, **more: str) -> None:
    graph.add_edge(tail, head, kind=kind, at=at, **more)


def _add_framework(graph: "CurriculumGraph[Key]", index: FrameworkIndex) -> None:
    framework = _node(graph, NodeKind.FRAMEWORK, index.id, index.framework.title, index.framework.at)
    for placed in index.items.values():
        item = _node(graph, NodeKind.ITEM, placed.ref, placed.item.words, placed.item.at)
        parent = (NodeKind.ITEM, index.items[placed.parent].ref) if placed.parent else framework
        _edge(graph, item, parent, EdgeKind.PART_OF, placed.item.at)


def _add_outcome(graph: "CurriculumGraph[Key]", outcome: Outcome, library: Library) -> None:
    key = _node(graph, NodeKind.OUTCOME, outcome.id, outcome.text, outcome.at)
    for alignment in outcome.aligns:
        item = library.resolve(alignment.to).item
        if item:
            head = (NodeKind.ITEM, item.ref)
            more = {"strength": alignment.strength, "depth": alignment.depth}
            _edge(graph, key, head, EdgeKind.ALIGNS, alignment.at, **more)
        _cite(graph, key, alignment.evidence)


def _cite(graph: "CurriculumGraph[Key]", key: Key, mentions: Iterable[Mention]) -> None:
    for mention in mentions:
        if (NodeKind.EVIDENCE, mention.name) in graph:
            _edge(graph, key, (NodeKind.EVIDENCE, mention.name), EdgeKind.CITES, mention.at)


def _add_module(graph: "CurriculumGraph[Key]", module: Module, root: Key) -> Key:
    key = _node(graph, NodeKind.MODULE, module.id, module.title, module.at)
    _edge(graph, key, root, EdgeKind.PART_OF, module.at)
    return key


def _add_activity(graph: "CurriculumGraph[Key]", activity: Activity, name: str, module: Key) -> None:
    key = _node(graph, NodeKind.ACTIVITY, name, activity.title, activity.at)
    _edge(graph, key, module, EdgeKind.PART_OF, activity.at)
    _point_at_outcomes(graph, key, activity.outcomes, EdgeKind.ADDRESSES)
    for profession in activity.professions:
        learner = _node(graph, NodeKind.PROFESSION, profession, profession, activity.place("professions"))
        _edge(graph, learner, key, EdgeKind.ATTENDS, activity.place("professions"))


def _point_at_outcomes(graph: "CurriculumGraph[Key]", key: Key, mentions: Iterable[Mention], kind: EdgeKind) -> None:
    for mention in mentions:
        if (NodeKind.OUTCOME, mention.name) in graph:
            _edge(graph, key, (NodeKind.OUTCOME, mention.name), kind, mention.at)


def _add_assessment(graph: "CurriculumGraph[Key]", assessment: Assessment, name: str, root: Key) -> None:
    key = _node(graph, NodeKind.ASSESSMENT, name, assessment.title, assessment.at)
    graph.nodes[key]["purpose"] = assessment.purpose
    _edge(graph, key, root, EdgeKind.PART_OF, assessment.at)
    _point_at_outcomes(graph, key, assessment.outcomes, EdgeKind.ASSESSES)
    for number, text in enumerate(assessment.criteria):
        at = assessment.entry_place("criteria", number)
        criterion = _node(graph, NodeKind.CRITERION, f"{name}.{number + 1}", text, at)
        _edge(graph, key, criterion, EdgeKind.JUDGED_BY, at)
    if assessment.instrument:
        _cite(graph, key, assessment.instrument.evidence)

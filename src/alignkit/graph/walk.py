"""Walks of the graph: what supports an item, and how far that takes it up the ladder."""

from collections.abc import Iterator

from msgspec import Struct

from alignkit.findings import Span
from alignkit.graph.build import CurriculumGraph, Key
from alignkit.graph.kinds import EdgeKind, NodeKind


class Stop(Struct, frozen=True):
    """A node on a path: what it is, and where the edge that leads to it stands."""

    kind: NodeKind
    id: str
    title: str
    at: Span
    strength: str = ""
    depth: str = ""


class Support(Struct, frozen=True):
    """An outcome that aligns with an item, the activities that address it and the assessments of it."""

    outcome: Stop
    activities: tuple[Stop, ...]
    assessments: tuple[Stop, ...]
    evidencing: frozenset[str]
    """The assessments among them that are summative and state criteria."""


def supports(graph: "CurriculumGraph[Key]", ref: str, profession: str = "") -> tuple[Support, ...]:
    """Return everything that supports the item of that reference, in the order of the file.

    Where a profession is named, only the activities that its learners attend.
    """
    item = (NodeKind.ITEM, ref)
    if item not in graph:
        return ()
    outcomes = sorted(_into(graph, item, EdgeKind.ALIGNS), key=lambda stop: stop.at)
    return tuple(_support(graph, outcome, profession) for outcome in outcomes)


def _support(graph: "CurriculumGraph[Key]", outcome: Stop, profession: str) -> Support:
    key = (NodeKind.OUTCOME, outcome.id)
    assessments = tuple(_into(graph, key, EdgeKind.ASSESSES))
    evidencing = frozenset(stop.id for stop in assessments if _evidences(graph, (NodeKind.ASSESSMENT, stop.id)))
    activities = _into(graph, key, EdgeKind.ADDRESSES)
    attended = tuple(stop for stop in activities if _attends(graph, profession, (NodeKind.ACTIVITY, stop.id)))
    return Support(outcome, attended, assessments, evidencing)


def _attends(graph: "CurriculumGraph[Key]", profession: str, activity: Key) -> bool:
    """Say whether the profession's learners attend; where none is named, all do."""
    attending = {name for (_, name), _, edge in graph.in_edges(activity, data=True) if edge["kind"] is EdgeKind.ATTENDS}
    return not profession or not attending or not attending.isdisjoint((profession, "all"))


def _into(graph: "CurriculumGraph[Key]", head: Key, kind: EdgeKind) -> Iterator[Stop]:
    """Yield where edges of a kind come from, each node once."""
    seen: set[Key] = set()
    for tail, _, edge in graph.in_edges(head, data=True):
        if edge["kind"] is kind and (tail not in seen or kind is EdgeKind.ALIGNS):
            seen.add(tail)
            node = graph.nodes[tail]
            yield Stop(
                node["kind"], node["id"], node["title"], edge["at"], edge.get("strength", ""), edge.get("depth", "")
            )


def _evidences(graph: "CurriculumGraph[Key]", assessment: Key) -> bool:
    summative = graph.nodes[assessment]["purpose"] == "summative"
    return summative and any(
        edge["kind"] is EdgeKind.JUDGED_BY for _, _, edge in graph.out_edges(assessment, data=True)
    )


def rung(graph: "CurriculumGraph[Key]", ref: str, profession: str = "") -> int:
    """Return how far up the ladder the item gets by walking, for all learners or one profession's: 0 to 4."""
    claimed = [support for support in supports(graph, ref, profession) if support.outcome.strength == "full"]
    taught = [support for support in claimed if support.activities]
    assessed = [support for support in taught if support.assessments]
    evidenced = [support for support in assessed if support.evidencing]
    return sum(bool(reached) for reached in (claimed, taught, assessed, evidenced))

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


def supports(graph: "CurriculumGraph[Key]", ref: str) -> tuple[Support, ...]:
    """Return everything that supports the item of that reference, in the order of the file."""
    item = (NodeKind.ITEM, ref)
    if item not in graph:
        return ()
    outcomes = sorted(_into(graph, item, EdgeKind.ALIGNS), key=lambda stop: stop.at)
    return tuple(_support(graph, outcome) for outcome in outcomes)


def _support(graph: "CurriculumGraph[Key]", outcome: Stop) -> Support:
    key = (NodeKind.OUTCOME, outcome.id)
    assessments = tuple(_into(graph, key, EdgeKind.ASSESSES))
    evidencing = frozenset(stop.id for stop in assessments if _evidences(graph, (NodeKind.ASSESSMENT, stop.id)))
    return Support(outcome, tuple(_into(graph, key, EdgeKind.ADDRESSES)), assessments, evidencing)


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


def rung(graph: "CurriculumGraph[Key]", ref: str) -> int:
    """Return how far up the ladder the item gets by walking: 0 not claimed, to 4 evidenced."""
    claimed = [support for support in supports(graph, ref) if support.outcome.strength == "full"]
    taught = [support for support in claimed if support.activities]
    assessed = [support for support in taught if support.assessments]
    evidenced = [support for support in assessed if support.evidencing]
    return sum(bool(reached) for reached in (claimed, taught, assessed, evidenced))

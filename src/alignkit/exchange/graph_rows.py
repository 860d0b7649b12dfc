"""The graph of a curriculum as rows of plain text: what analysts' tools take in, whatever the format."""

import re
from collections.abc import Iterator

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.exchange.graph_left import left_of_graph
from alignkit.exchange.losses import Loss
from alignkit.graph.kinds import NodeKind
from alignkit.wording import count

NODE_COLUMNS = ("id", "kind", "name", "title", "purpose", "at")
EDGE_COLUMNS = ("id", "source", "target", "kind", "strength", "depth", "at")

# What XML 1.0 has no way to say; a spreadsheet is no better off with it.
_UNSAYABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Row = dict[str, str]


class Rows(Struct, frozen=True):
    """The nodes and the edges, each a text under every column, and what of the texts could not be carried."""

    nodes: list[Row]
    edges: list[Row]
    losses: tuple[Loss, ...]


def rows_of(case: Case) -> Rows:
    """Return the whole graph of the curriculum and its frameworks, in the order in which it was built."""
    from alignkit.graph.build import build  # noqa: PLC0415 - recognising a file asks this module's format too

    graph = build(case.curriculum, case.modules, case.library)
    nodes = [
        {
            "id": _id(key),
            "kind": of["kind"].value,
            "name": of["id"],
            "title": of["title"],
            "purpose": of.get("purpose", ""),
            "at": str(of["at"]),
        }
        for key, of in graph.nodes(data=True)
    ]
    edges = [
        {
            "id": f"e{number}",
            "source": _id(tail),
            "target": _id(head),
            "kind": of["kind"].value,
            "strength": of.get("strength", ""),
            "depth": of.get("depth", ""),
            "at": str(of["at"]),
        }
        for number, (tail, head, of) in enumerate(graph.edges(data=True), 1)
    ]
    return Rows(
        [_clean(row) for row in nodes],
        [_clean(row) for row in edges],
        (*left_of_graph(case), *_losses((*nodes, *edges))),
    )


def _id(key: tuple[NodeKind, str]) -> str:
    return f"{key[0].value}:{key[1]}"


def _clean(row: Row) -> Row:
    return {column: _UNSAYABLE.sub("\ufffd", text) for column, text in row.items()}


def _losses(rows: tuple[Row, ...]) -> Iterator[Loss]:
    lost = [row for row in rows if any(map(_UNSAYABLE.search, row.values()))]
    if lost:
        why = "XML and spreadsheets cannot hold them: \ufffd stands for each"
        yield Loss(lost[0]["at"], f"signs that steer a terminal, in {count(len(lost), 'row')}", why)

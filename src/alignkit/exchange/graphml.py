"""The whole graph of a curriculum in GraphML, for Gephi, yEd, igraph and networkx."""

from typing import Any

from alignkit.analysis.case import Case
from alignkit.exchange.formats import Exporter, Format
from alignkit.exchange.graph_rows import rows_of
from alignkit.exchange.losses import Written


def write_graphml(case: Case) -> Written:
    """Return the graph; every attribute of a node and an edge is a text, a place is file:line:column."""
    import networkx as nx  # noqa: PLC0415 - loaded only where a graph is wanted

    rows = rows_of(case)
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for node in rows.nodes:
        graph.add_node(node["id"], **{key: text for key, text in node.items() if key != "id"})
    for edge in rows.edges:
        ends = edge["source"], edge["target"]
        graph.add_edge(*ends, key=edge["id"], **{key: text for key, text in edge.items() if key not in _OF_EDGES})
    text = "\n".join(nx.generate_graphml(graph))
    return Written(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode(), tuple(sorted(rows.losses)))


_OF_EDGES = ("id", "source", "target")

FORMAT = Format(title="GraphML", exporters=(Exporter("curriculum", ".graphml", write_graphml),))

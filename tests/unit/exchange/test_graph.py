"""The whole graph for analysts: the same nodes and edges, read by programs that are not ours."""

import csv
import io
from pathlib import Path
from typing import Any, cast

import igraph
import networkx as nx
import pytest
from tests.hostile import HOSTILE
from tests.made import LIBRARY

from alignkit.analysis.case import Case
from alignkit.exchange.formats import format_named
from alignkit.exchange.graph_csv import write_graph_csv
from alignkit.exchange.graphml import write_graphml
from alignkit.exchange.plain import record_of
from alignkit.graph.build import build
from alignkit.model.curriculum import Curriculum
from alignkit.model.documents import typed
from alignkit.source.reader import parse

CURRICULUM = """\
alignkit: curriculum/1
id: course
title: Course
frameworks: [ipec-2023]
learners: {professions: [nursing, pharmacy]}
outcomes:
  - {id: LO1, text: Listen, aligns: [{to: "ipec-2023:VE1", depth: master, strength: partial}, "ipec-2023:VE1"]}
modules:
  - {id: M1, title: One, activities: [{id: A1, title: Talk, outcomes: [LO1], professions: [nursing]}]}
assessments:
  - {id: S1, title: Write, purpose: summative, outcomes: [LO1], criteria: [Clear]}
"""


CURRICULA = sorted((Path(__file__).parents[3] / "curricula").rglob("*.yaml"))
SAID = ("kind", "strength", "depth", "at")


def shown(key: Any) -> str:
    return f"{key[0].value}:{key[1]}"


def case(text: str = CURRICULUM) -> Case:
    record, problems = typed(parse(text, "course.yaml"))
    assert problems == ()
    return Case(cast("Curriculum", record), LIBRARY)


def titled(title: str) -> Case:
    document = {"alignkit": "curriculum/1", "id": "x", "title": title, "outcomes": [{"id": "LO1", "text": title}]}
    record, _ = record_of(document, "x.yaml")
    return Case(cast("Curriculum", record), LIBRARY)


def built(of: Case) -> Any:
    return build(of.curriculum, of.modules, of.library)


def test_networkx_reads_the_same_nodes_and_edges_with_all_that_is_known_of_them(tmp_path):
    graph = built(case())
    file = tmp_path / "g.graphml"
    file.write_bytes(write_graphml(case()).data)
    back: Any = nx.read_graphml(file, force_multigraph=True)
    nodes = {key: (of["kind"], of["name"], of["title"], of["at"]) for key, of in back.nodes(data=True)}
    assert nodes == {
        shown(key): (of["kind"].value, of["id"], of["title"], str(of["at"])) for key, of in graph.nodes(data=True)
    }
    edges = [(tail, head, *(of[key] for key in SAID)) for tail, head, of in back.edges(data=True)]
    assert sorted(edges) == sorted(
        (shown(tail), shown(head), of["kind"].value, of.get("strength", ""), of.get("depth", ""), str(of["at"]))
        for tail, head, of in graph.edges(data=True)
    )


def test_igraph_reads_the_same_graph(tmp_path):
    graph = built(case())
    file = tmp_path / "g.graphml"
    file.write_bytes(write_graphml(case()).data)
    back: Any = igraph.Graph.Read_GraphML(str(file))
    assert back.is_directed()
    assert (back.vcount(), back.ecount()) == (graph.number_of_nodes(), graph.number_of_edges())
    aligned = [edge for edge in back.es if edge["kind"] == "aligns with"]
    assert sorted((edge["strength"], edge["depth"], edge["at"]) for edge in aligned) == [
        ("full", "", "course.yaml:7:95"), ("partial", "master", "course.yaml:7:43"),
    ]  # fmt: skip
    assert {back.vs[edge.target]["name"] for edge in aligned} == {"ipec-2023:VE1"}


def test_a_spreadsheet_reads_the_same_graph():
    graph, written = built(case()), write_graph_csv(case())
    nodes = list(csv.DictReader(io.StringIO(written.data.decode())))
    edges = list(csv.DictReader(io.StringIO(written.beside["-edges.csv"].decode())))
    assert (len(nodes), len(edges)) == (graph.number_of_nodes(), graph.number_of_edges())
    assert {edge["source"] for edge in edges} | {edge["target"] for edge in edges} <= {node["id"] for node in nodes}
    assert nodes[0] == {
        "id": "curriculum:course", "kind": "curriculum", "name": "course", "title": "Course", "purpose": "",
        "at": "course.yaml:2:5",
    }  # fmt: skip
    assert {node["purpose"] for node in nodes if node["kind"] == "assessment"} == {"summative"}
    assert written.losses == ()


def test_both_are_the_same_every_time():
    assert write_graphml(case()) == write_graphml(case())
    assert write_graph_csv(case()) == write_graph_csv(case())


@pytest.mark.parametrize("file", CURRICULA[:6], ids=lambda path: path.stem)
def test_real_curricula_are_read_back_whole(file, tmp_path):
    record, _ = typed(parse(file.read_text(encoding="utf-8"), file.name))
    if not isinstance(record, Curriculum):
        pytest.skip("not a curriculum by itself")
    of = Case(record, LIBRARY)
    target = tmp_path / "g.graphml"
    target.write_bytes(write_graphml(of).data)
    back: Any = igraph.Graph.Read_GraphML(str(target))
    assert (back.vcount(), back.ecount()) == (built(of).number_of_nodes(), built(of).number_of_edges())


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_break_neither(text, tmp_path):
    of = titled(text)
    target = tmp_path / "g.graphml"
    target.write_bytes(write_graphml(of).data)
    back: Any = igraph.Graph.Read_GraphML(str(target))
    assert back.vcount() == 2
    assert nx.read_graphml(target).number_of_nodes() == 2
    rows = list(csv.reader(io.StringIO(write_graph_csv(of).data.decode(), newline="")))
    assert [len(row) for row in rows] == [6, 6, 6]
    assert not rows[1][3].startswith(("=", "+", "-", "@"))


def test_what_cannot_be_carried_has_a_name():
    lost = write_graphml(titled("\x1b[31mred")).losses
    assert [loss.what for loss in lost] == ["signs that steer a terminal, in 2 rows"]
    assert [loss.what for loss in write_graph_csv(titled("=1+1")).losses] == ["the first sign of a text in 2 rows"]
    assert [loss.where for loss in write_graph_csv(titled("=1+1")).losses] == ["x.yaml:1:1"]


def test_both_are_offered_for_curricula():
    for name in ("graphml", "graph-csv"):
        assert [each.of for each in format_named(name).exporters] == ["curriculum"]


LEFT = """\
alignkit: curriculum/1
id: course
title: Course
workload: {ects: 3}
frameworks: [{use: ipec-2023, targets: [{step: taught}]}]
learners: {professions: [nursing], group_size: 6}
outcomes:
  - {id: LO1, text: Listen, bloom: apply, aligns: [{to: "ipec-2023:VE1", why: It does}, "ipec-2023:ZZ9"]}
  - {id: LO1, text: Again}
modules:
  - {id: M1, lead: Somebody, activities: [{id: A1, hours: 3, outcomes: [LO1, LO9]}]}
assessments:
  - {id: S1, method: osce, outcomes: [LO1]}
"""


@pytest.mark.parametrize("write", [write_graphml, write_graph_csv])
def test_everything_that_is_no_node_edge_or_attribute_is_named(write):
    record, _ = typed(parse(LEFT, "course.yaml"))
    found = [loss.what for loss in write(Case(cast("Curriculum", record), LIBRARY)).losses]
    assert sorted(found) == sorted([
        "workload",
        "ipec-2023: targets",
        "learners: group_size",
        "LO1: bloom",
        "LO1 on ipec-2023:VE1: why",
        "LO1 on ipec-2023:ZZ9",
        "a second LO1",
        "M1: lead",
        "A1: hours",
        "A1: LO9",
        "S1: method",
    ])  # fmt: skip


def test_a_cell_is_guarded_by_the_same_rule_as_in_every_table():
    assert [loss.what for loss in write_graph_csv(titled("'=1+1")).losses] == ["the first sign of a text in 2 rows"]

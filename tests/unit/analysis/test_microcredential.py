"""What a micro-credential must state about itself."""

import pytest

from alignkit.analysis.microcredential import elements, licensing_links, licensing_uses
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory

HEAD = "alignkit: curriculum/1\nid: example\ntitle: Teams that listen\nkind: micro-credential\n"
COUNTRY = "country of the issuer"


def case_of(text: str):
    return examine(Memory({"example.yaml": HEAD + text}), ["example.yaml"]).curricula[0].case


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("outcomes: []\n", []),
        ("outcomes: []\nproviders: [{name: U, country: IE}]\n", [COUNTRY]),
        # With an awarding body named, only its own country counts.
        ("outcomes: []\nproviders: [{name: U, country: IE}, {name: V, role: awarding-body}]\n", []),
        ("outcomes: []\nworkload: {weeks: 6}\n", []),
        ("outcomes: []\nworkload: {ects: 3}\n", ["workload in hours or ECTS"]),
        ("outcomes: []\nlevel: {cycle: second}\n", ["level"]),
        ("outcomes: []\nassessments: [{id: AS1}]\n", []),
        ("outcomes: []\nassessments: [{id: AS1, method: osce}]\n", ["type of assessment"]),
        ("outcomes: [{id: LO1, text: Resolve a conflict}]\n", ["learning outcomes"]),
    ],
)
def test_elements_are_stated_one_by_one(text, stated):
    assert [str(name) for name, there in elements(case_of(text)) if there] == stated


@pytest.mark.parametrize(
    ("use", "to", "uses", "links"),
    [
        ("nmc-2018", "nmc-2018:1.18", ("nmc-2018",), 1),
        ("{use: nmc-2018, role: lens}", "nmc-2018:1.18", (), 1),
        ("ipec-2023", "ipec-2023:TT5", (), 0),
        ("eu-nursing-2013", "ipec-2023:TT5", ("eu-nursing-2013",), 0),
    ],
)
def test_licensing_frameworks_come_from_bodies_that_control_entry_to_practice(use, to, uses, links):
    case = case_of(f"frameworks: [{use}]\noutcomes: [{{id: LO1, text: Resolve a conflict, aligns: ['{to}']}}]\n")
    assert licensing_uses(case) == uses
    assert len(licensing_links(case)) == links

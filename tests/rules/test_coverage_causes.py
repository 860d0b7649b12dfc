"""One mistake, one finding: which rule of the ladder speaks, and which holds its tongue."""

import pytest

from alignkit.rules.examine import examine
from alignkit.source.tree import Memory
from alignkit.triage.select import Selection
from alignkit.triage.triage import triage

FAMILIES = ("O", "C", "A", "R", "M108", "Q202")
# Two items in scope: LO1 takes TT5 to assessed, LO2 takes TT4 to taught.
BODY = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks: [{use: ipec-2023, scope: [TT4, TT5], targets: {assessed: 1.0}}]
outcomes:
  - {id: LO1, text: Resolve a conflict, aligns: ["ipec-2023:TT5"]}
  - {id: LO2, text: Lead a team, aligns: ["ipec-2023:TT4"]}
modules: [{id: M1, activities: [{id: A1, outcomes: [LO1, LO2]}]}]
assessments: [{id: AS1, purpose: summative, criteria: [both sides agree], outcomes: [LO1]}]
"""


def shown(text):
    checked = triage(examine(Memory({"e.yaml": text}), ["e.yaml"]), Selection())
    found = [finding for finding in checked.shown if finding.code.startswith(FAMILIES) and finding.code != "R109"]
    return {f"{finding.code} {finding.subject}".strip(): finding for finding in found}


def test_a_missed_target_is_an_error_where_the_cause_stands():
    found = shown(BODY)
    assert list(found) == ["C103 LO2"]
    # AS1 assesses one of the two; all of them, 1.0 of 2, are 2
    assert found["C103 LO2"].message.endswith("; ipec-2023 has 1 of 2 items assessed, target 2 (100% of 2)")
    assert found["C103 LO2"].severity.value == "error"


def test_excusing_the_cause_does_not_excuse_the_target():
    excused = BODY.replace('TT4"]}', 'TT4"]}  # alignkit: ignore[C103] piloted next term')
    assert list(shown(excused)) == ["C105 ipec-2023"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # nothing missed: a gap is a warning
        (", targets: {assessed: 1.0}", "", {"C103 LO2": "warning"}),
        # a lower target is missed for want of a claim: that is the error, and C101 is silent for its target
        ("TT5], targets: {", "TT5, TT6], targets: {claimed: 1.0, ", {"C105 ipec-2023": "error", "C103 LO2": "warning"}),
        # not taught, and that would be enough
        ("assessed: 1.0}}]", "taught: 1.0}}]", {"C103 LO2": "warning"}),
        ("[LO1, LO2]}]}]", "[LO1]}]}]", {"C105 ipec-2023": "error", "C102 LO2": "warning", "A102 LO2": "warning"}),
        # a misspelled id of an outcome may be the cause of all that seems missing
        ("outcomes: [LO1]}]", "outcomes: [LO1, LO22]}]", {"R103 LO22": "error"}),
        # as may a misspelled item
        ("ipec-2023:TT4", "ipec-2023:TT44", {"R102 ipec-2023:TT44": "error", "A102 LO2": "warning"}),
        # a credential that certifies what nobody assessed is the graver finding
        ("title:", "kind: micro-credential\ntitle:", {"M108 LO2": "error"}),
    ],
)
def test_causes_speak_for_their_consequences(old, new, expected):
    assert old in BODY
    found = shown(BODY.replace(old, new, 1))
    assert {name: finding.severity.value for name, finding in found.items() if name[0] != "R" or name in expected} == (
        expected
    )


def test_a_curriculum_without_outcomes_is_told_so_once():
    empty = BODY[: BODY.index("outcomes:")] + "outcomes: []\nmodules: [{id: M1, activities: [{id: A1}]}]\n"
    assert list(shown(empty)) == ["Q202"]


def test_a_framework_that_is_only_a_lens_was_never_promised():
    lens = BODY.replace("use: ipec-2023,", "use: ipec-2023, role: lens,").replace(
        "TT5], targets: {assessed: 1.0}", "TT5, TT6]"
    )
    assert {name: finding.severity.value for name, finding in shown(lens).items()} == {
        "C101 ipec-2023:TT6": "info",
        "C103 LO2": "warning",
    }

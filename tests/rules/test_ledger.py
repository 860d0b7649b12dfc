"""What is said of suppressions and settings, where the examples do not reach."""

import pytest

from alignkit.findings import Finding
from alignkit.library.workspace import read_file
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory
from alignkit.triage.select import Selection
from alignkit.triage.triage import triage

TEXT = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks: [ipec-2023]
outcomes:
  # {comment}
  - {{id: LO1, text: Discuss values with patients, aligns: [ipec-2023:VE]}}
"""
LEDGER = ("S011", "S012", "S013")


def found(comment: str, settings: str = "") -> list[Finding]:
    tree = Memory({"c.yaml": TEXT.format(comment=comment), "alignkit.yaml": f"alignkit: project/1\n{settings}"})
    examination = examine(tree, ["c.yaml"], project=read_file(tree, "alignkit.yaml"))
    return [finding for finding in triage(examination, Selection()).shown if finding.code in LEDGER]


def said(comment: str, settings: str = "") -> list[str]:
    return [f"{finding.code} {finding.message}" for finding in found(comment, settings)]


def test_a_suppression_with_a_reason_that_excuses_something_is_left_alone():
    assert said("alignkit: ignore[R106] the items are chosen with each placement") == []


@pytest.mark.parametrize(
    ("comment", "messages"),
    [
        ("alignkit: ignore[R106]", ["S011 R106 is excused here without a reason"]),
        # One comment, one reason that is missing; what it excuses beside R106 is another matter.
        (
            "alignkit: ignore[R106, R108]",
            [
                "S011 R106, R108 is excused here without a reason",
                "S012 R108 is excused for line 7, where it finds nothing",
            ],
        ),
        (
            "alignkit: ignore[R106@VE1] chosen with each placement",
            ["S012 R106 about VE1 is excused for line 7, where it finds nothing"],
        ),
        (
            "alignkit: ignore[R1O6] chosen with each placement",
            ['S013 no rule has the code "R1O6" (did you mean R106, "aligned-with-parent"?)'],
        ),
        ("alignkit: ignore[XYZZY] chosen with each placement", ['S013 no rule has the code "XYZZY"']),
        ("alignkit: ignore[] chosen with each placement", ["S013 no rule is named between brackets"]),
        ("alignkit: ignore R106 chosen with each placement", ["S013 no rule is named between brackets"]),
    ],
)
def test_what_is_wrong_with_a_suppression(comment, messages):
    assert said(comment) == messages


@pytest.mark.parametrize(
    ("settings", "messages"),
    [
        ("rules: {R106: off}", []),
        ("rules: {r106: off}", ['S013 no rule has the code "r106" (did you mean R106, "aligned-with-parent"?)']),
        ("rules: {no-source: off}", ['S013 no rule has the code "no-source" (did you mean F103, "no-source"?)']),
        ("rules: {X999: warning}", ['S013 no rule has the code "X999"']),
    ],
)
def test_a_setting_that_names_no_rule_is_refused(settings, messages):
    assert said("a comment", settings) == messages


def test_a_setting_that_names_no_rule_is_told_in_the_project_file():
    (finding,) = found("a comment", "rules:\n  X999: off\n")
    assert (finding.at.file, finding.at.line, finding.at.column) == ("alignkit.yaml", 3, 3)


def test_a_rule_that_could_not_judge_does_not_make_its_suppression_unused():
    # `frameworks` is no list here, so R107 stays silent.
    text = TEXT.format(comment="alignkit: ignore[R107] declared next term").replace("[ipec-2023]\n", "{a: b}\n", 1)
    shown = triage(examine(Memory({"c.yaml": text}), ["c.yaml"]), Selection()).shown
    assert [finding.code for finding in shown if finding.code in LEDGER] == []


def test_nothing_is_said_of_suppressions_in_a_file_that_cannot_be_read():
    text = TEXT.format(comment="alignkit: ignore[R106] chosen with each placement") + "title: a: b\n"
    shown = triage(examine(Memory({"c.yaml": text}), ["c.yaml"]), Selection()).shown
    assert [finding.code for finding in shown] == ["S002"]

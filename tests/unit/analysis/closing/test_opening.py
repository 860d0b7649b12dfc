"""What is taught, though not to one profession, and the activities to open to it."""

from alignkit.analysis.closing.closing import closing
from alignkit.analysis.coverage import Step
from alignkit.analysis.through import coverage_through

BODY = """\
learners: {professions: [nursing, pharmacy]}
frameworks: [{use: toy, scope: ["A1", "A2", "B1"]}]
outcomes:
  - {id: LO1, text: Explain, aligns: ["toy:A1", "toy:A2"]}
  - {id: LO2, text: Explain, aligns: ["toy:B1"]}
modules:
  - id: M1
    activities:
      - {id: T1, outcomes: [LO1], professions: [nursing]}
      - {id: T2, outcomes: [LO1, LO2], professions: nursing}
assessments: [{id: S1, outcomes: [LO1]}]
"""


def test_the_activity_that_teaches_most_of_it_to_others_is_the_one_to_open(gaps_of, refs_of, said):
    found = [gap for gap in gaps_of(BODY) if gap.profession]
    assert [(gap.profession, refs_of(gap)) for gap in found] == [("pharmacy", ["toy:A1", "toy:A2", "toy:B1"])]
    assert said(found[0]) == ["Open T2 to learners of pharmacy: it teaches this to nursing only"]
    assert found[0].proposals[0].pastes[0].text == "professions: [nursing, pharmacy]"


def test_it_counts_as_closed_once_they_get_as_far_as_the_others(gaps_of):
    (gap,) = (gap for gap in gaps_of(BODY) if gap.profession)
    # A1 and A2 are assessed for the others; B1 is only taught, and that it is not assessed is a gap of its own.
    assert [lack.wanted for lack in gap.lacks] == [Step.ASSESSED, Step.ASSESSED, Step.TAUGHT]
    assert (gap.closed, gap.step) == (3, Step.CLAIMED)


def test_each_activity_that_teaches_all_of_it_may_be_opened_the_lighter_one_first(gaps_of, said):
    (gap,) = (gap for gap in gaps_of(BODY.replace(', "B1"]', "]")) if gap.profession)
    assert [sentence.partition(" to")[0] for sentence in said(gap)] == ["Open T1", "Open T2"]


def test_nobody_misses_what_is_only_to_be_claimed(gaps_of):
    assert gaps_of(BODY, Step.CLAIMED) == []


def test_a_framework_that_is_for_others_is_missed_by_nobody_else(case_of):
    body = BODY.replace('"toy:B1"', '"eu-nursing-2013:a"')
    case = case_of(body)
    found = closing(case, coverage_through(case, ["eu-nursing-2013"]).values()).gaps
    assert [ranked.gap.profession for ranked in found if ranked.gap.profession] == []
    theirs = case_of(body.replace("nursing]", "pharmacy]").replace("professions: nursing", "professions: pharmacy"))
    found = closing(theirs, coverage_through(theirs, ["eu-nursing-2013"]).values()).gaps
    assert [ranked.gap.profession for ranked in found if ranked.gap.profession] == ["nursing"]

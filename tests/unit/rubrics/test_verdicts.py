"""Findings -> verdicts: each verdict, the characteristic's rule, preconditions, and that hiding changes nothing."""

import pytest

from alignkit.analysis.case import Case
from alignkit.findings import Severity
from alignkit.library.workspace import read_file
from alignkit.model.rubric import Rubric
from alignkit.rubrics.verdicts import Judgement, Verdict, judge
from alignkit.rules.base import Hit, Rule
from alignkit.rules.examine import Examined, examine
from alignkit.rules.run import run
from alignkit.source.tree import Memory
from alignkit.triage.select import Selection
from alignkit.triage.triage import triage

CURRICULUM = """\
alignkit: curriculum/1
id: example
title: Teams that listen
kind: course
rationale:
  statement: Teams that listen make fewer mistakes.
outcomes: []
"""


def examined(text: str) -> Examined:
    return examine(Memory({"example.yaml": text}), ["example.yaml"]).curricula[0]


def case_of(text: str = CURRICULUM) -> Case:
    return examined(text).case


def rubric(criteria: str, preconditions: str = "[]") -> Rubric:
    text = (
        f"alignkit: rubric/1\nid: r\ntitle: R\npreconditions: {preconditions}\n"
        f"characteristics:\n  - {{id: X, title: X, criteria: [{criteria}]}}\n"
    )
    return read(text)


def read(text: str) -> Rubric:
    file = read_file(Memory({"r.yaml": text}), "r.yaml")
    assert file.problems == ()
    assert isinstance(file.record, Rubric)
    return file.record


def criterion(code: str, need: str = "essential", if_found: str = "not met", more: str = "") -> str:
    decided = f"[{{rule: {code}, if_found: {if_found}}}]"
    return f"{{id: {code}, title: {code}, need: {need}, decided_by: {decided}{more}}}"


def rule(code: str, *things: int, looked_at: int | None = None, reads: tuple[str, ...] = ()) -> Rule:
    """Return a rule with one hit for each number, on so many things."""

    def check(case):
        for number, of in enumerate(things):
            yield Hit(at=case.curriculum.at, subject=str(number), things=of)

    return Rule(
        code=code,
        name=code,
        severity=Severity.WARNING,
        message="something is amiss",
        why="",
        fix="",
        bad="",
        good="",
        check=check,
        reads=reads,
        examined=None if looked_at is None else lambda _: looked_at,
    )


def judged(criteria: str, *rules: Rule, unread: frozenset[str] = frozenset(), preconditions: str = "[]") -> Judgement:
    case = case_of()
    return judge(rubric(criteria, preconditions), case, run(rules, case, unread))


def verdict_on_one(*rules: Rule, if_found: str = "not met", unread: frozenset[str] = frozenset()) -> Verdict:
    return judged(criterion("T1", if_found=if_found), *rules, unread=unread).characteristics[0].criteria[0].verdict


@pytest.mark.parametrize(
    ("tested", "if_found", "expected"),
    [
        (rule("T1"), "not met", Verdict.MET),
        (rule("T1", looked_at=3), "not met", Verdict.MET),
        (rule("T1", 1), "not met", Verdict.NOT_MET),
        (rule("T1", 1), "partly met", Verdict.PARTLY_MET),
        (rule("T1", 1), "not evidenced", Verdict.NOT_EVIDENCED),
        # 2 of 3 objected to: something is well, whatever `if_found` says.
        (rule("T1", 1, 1, looked_at=3), "not met", Verdict.PARTLY_MET),
        (rule("T1", 2, looked_at=3), "not evidenced", Verdict.PARTLY_MET),
        # 3 of 3.
        (rule("T1", 3, looked_at=3), "not met", Verdict.NOT_MET),
        (rule("T1", 1, 2, looked_at=3), "not evidenced", Verdict.NOT_EVIDENCED),
        # Nothing to look at is no evidence, with or without a finding that says so.
        (rule("T1", looked_at=0), "not met", Verdict.NOT_EVIDENCED),
        (rule("T1", 1, looked_at=0), "not met", Verdict.NOT_EVIDENCED),
    ],
)
def test_verdict_follows_from_what_the_rule_found_of_what_it_looked_at(tested, if_found, expected):
    assert verdict_on_one(tested, if_found=if_found) is expected


def test_rule_that_cannot_read_its_key_leaves_its_criterion_not_evidenced():
    assert verdict_on_one(rule("T1", reads=("design",)), unread=frozenset({"design"})) is Verdict.NOT_EVIDENCED


def test_unknown_rule_leaves_its_criterion_not_evidenced():
    assert verdict_on_one(rule("T2")) is Verdict.NOT_EVIDENCED


def test_unreadable_value_in_a_file_never_makes_a_criterion_met():
    broken = examined(
        CURRICULUM.replace("rationale:\n  statement: Teams that listen make fewer mistakes.", "rationale: 3")
    )
    criteria = criterion("Q101", if_found="not evidenced")
    verdict = judge(rubric(criteria), broken.case, broken.results).characteristics[0].criteria[0]
    assert verdict.verdict is Verdict.NOT_EVIDENCED
    assert verdict.findings == ()
    assert "cannot judge" in verdict.reason


def test_of_several_rules_the_worst_decides_and_gives_the_reason():
    decided = "{id: T, title: T, decided_by: [{rule: T1, if_found: partly met}, {rule: T2, if_found: not met}, T3]}"
    criterion_ = judged(decided, rule("T1", 1), rule("T2", 1), rule("T3")).characteristics[0].criteria[0]
    assert criterion_.verdict is Verdict.NOT_MET
    assert criterion_.reason == "T2: something is amiss"
    assert [finding.code for finding in criterion_.findings] == ["T1", "T2"]


def test_reason_of_a_met_criterion_names_every_rule_that_found_nothing():
    decided = "{id: T, title: T, decided_by: [T1, T2]}"
    reason = judged(decided, rule("T1"), rule("T2")).characteristics[0].criteria[0].reason
    assert reason == "nothing amiss by T1 and T2"


MET, PARTLY, UNMET, SILENT = rule("T1"), rule("T1", 1, looked_at=2), rule("T1", 1), rule("T1", looked_at=0)


def renamed(tested: Rule, code: str) -> Rule:
    return Rule(**{field: getattr(tested, field) for field in tested.__struct_fields__ if field != "code"}, code=code)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (MET, MET, Verdict.MET),
        (MET, UNMET, Verdict.PARTLY_MET),
        (MET, SILENT, Verdict.PARTLY_MET),
        (PARTLY, UNMET, Verdict.PARTLY_MET),
        (UNMET, UNMET, Verdict.NOT_MET),
        (SILENT, SILENT, Verdict.NOT_EVIDENCED),
        # Nothing is met, not even in part.
        (SILENT, UNMET, Verdict.NOT_MET),
    ],
)
def test_characteristic_is_met_when_all_its_essential_criteria_are(first, second, expected):
    criteria = f"{criterion('T1')}, {criterion('T2')}"
    assert judged(criteria, first, renamed(second, "T2")).characteristics[0].verdict is expected


def test_recommended_criterion_does_not_keep_a_characteristic_from_being_met():
    criteria = f"{criterion('T1')}, {criterion('T2', need='recommended')}"
    characteristic = judged(criteria, rule("T1"), rule("T2", 1)).characteristics[0]
    assert characteristic.verdict is Verdict.MET
    assert (characteristic.met, characteristic.applicable) == (1, 2)


def test_recommended_criteria_decide_where_none_is_essential():
    assert judged(criterion("T1", need="recommended"), rule("T1", 1)).characteristics[0].verdict is Verdict.NOT_MET


def test_criterion_of_another_kind_of_curriculum_is_not_applicable_and_says_why():
    more = ", applies_to: [programme], not_applicable_because: Only a programme has stages."
    characteristic = judged(criterion("T1", more=more), rule("T1", 1)).characteristics[0]
    assert characteristic.criteria[0].verdict is Verdict.NOT_APPLICABLE
    assert characteristic.criteria[0].reason == "Only a programme has stages."
    assert [at.line for at in characteristic.criteria[0].rests_on] == [4]
    assert characteristic.verdict is Verdict.NOT_APPLICABLE
    assert (characteristic.met, characteristic.applicable) == (0, 0)


@pytest.mark.parametrize(
    ("tested", "holds"), [(rule("P1"), True), (rule("P1", 1), False), (rule("P1", looked_at=0), False)]
)
def test_preconditions_hold_when_each_is_met(tested, holds):
    judgement = judged(criterion("T1"), rule("T1"), tested, preconditions=f"[{criterion('P1')}]")
    assert judgement.preconditions_hold is holds
    # What a characteristic amounts to stays its own criteria's affair.
    assert judgement.characteristics[0].verdict is Verdict.MET


def test_precondition_of_a_characteristic_counts_as_one_of_its_criteria():
    text = f"{{id: X, title: X, preconditions: [{criterion('P1')}], criteria: [{criterion('T1')}]}}"
    rubric_ = read(f"alignkit: rubric/1\nid: r\ntitle: R\ncharacteristics:\n  - {text}\n")
    case = case_of()
    characteristic = judge(rubric_, case, run((rule("P1", 1), rule("T1")), case)).characteristics[0]
    assert [judged_.criterion.id for judged_ in characteristic.criteria] == ["P1", "T1"]
    assert characteristic.verdict is Verdict.PARTLY_MET


@pytest.mark.parametrize(
    ("paths", "tested", "lines"),
    [
        ("[rationale.statement, design.sequence]", rule("T1"), [6]),
        # Nothing of it is stated: where the finding falls, or else where the curriculum begins.
        ("[design.sequence]", rule("T1", 1), [2]),
        ("[design.sequence]", rule("T1", looked_at=0), [2]),
    ],
)
def test_every_verdict_rests_on_lines(paths, tested, lines):
    decided = judged(criterion("T1", more=f", rests_on: {paths}"), tested).characteristics[0].criteria[0]
    assert [at.line for at in decided.rests_on] == lines


def test_a_value_of_false_is_evidence_too():
    text = CURRICULUM + "credential: {record: {portable: false}}\nassessments: [{id: AS1, pass: 60 %}]\n"
    more = ", rests_on: [credential.record.portable, assessments.pass]"
    case = case_of(text)
    decided = judge(rubric(criterion("T1", more=more)), case, run((rule("T1"),), case)).characteristics[0].criteria[0]
    assert [at.line for at in decided.rests_on] == [8, 9]


def test_suppressing_and_switching_off_change_no_verdict():
    plain = CURRICULUM.replace("rationale:\n  statement: Teams that listen make fewer mistakes.\n", "")
    excused = plain.replace("id: example", "id: example  # alignkit: ignore[Q101] the vision is in the handbook")
    criteria = criterion("Q101", if_found="not evidenced")
    verdicts = []
    for text in (plain, excused):
        examination = examine(Memory({"example.yaml": text}), ["example.yaml"])
        shown = triage(examination, Selection(severities={"Q101": "off"}) if text is plain else Selection()).shown
        assert "Q101" not in {finding.code for finding in shown}
        one = examination.curricula[0]
        verdicts.append(judge(rubric(criteria), one.case, one.results).characteristics[0].verdict)
    assert verdicts == [Verdict.NOT_EVIDENCED, Verdict.NOT_EVIDENCED]

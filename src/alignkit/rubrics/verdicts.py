"""Findings -> verdicts, from every finding: hiding one never turns a verdict to met."""

from collections.abc import Iterable, Mapping
from enum import Enum

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.findings import Finding, Span
from alignkit.model.rubric import Characteristic, Criterion, Decision, Rubric
from alignkit.rubrics.places import places
from alignkit.rules.run import Result
from alignkit.wording import count


class Verdict(Enum):
    """How a criterion or a characteristic came out."""

    MET = "met"
    PARTLY_MET = "partly met"
    NOT_EVIDENCED = "not evidenced"
    NOT_MET = "not met"
    NOT_APPLICABLE = "not applicable"


# Of several decisions on a criterion the worst stands.
_FROM_BEST = (Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_EVIDENCED, Verdict.NOT_MET)


class Judged(Struct, frozen=True):
    """A criterion's verdict, the reason in words, and the lines of the curriculum that it rests on."""

    criterion: Criterion
    verdict: Verdict
    reason: str
    findings: tuple[Finding, ...]
    rests_on: tuple[Span, ...]


class JudgedCharacteristic(Struct, frozen=True):
    """A characteristic's verdict: met when all its essential criteria that apply are."""

    characteristic: Characteristic
    verdict: Verdict
    criteria: tuple[Judged, ...]

    @property
    def met(self) -> int:
        """Return how many of its criteria are met."""
        return sum(judged.verdict is Verdict.MET for judged in self.criteria)

    @property
    def applicable(self) -> int:
        """Return how many of its criteria apply."""
        return sum(judged.verdict is not Verdict.NOT_APPLICABLE for judged in self.criteria)


class Judgement(Struct, frozen=True):
    """A curriculum looked at through a rubric."""

    rubric: Rubric
    preconditions: tuple[Judged, ...]
    characteristics: tuple[JudgedCharacteristic, ...]


def judge(rubric: Rubric, case: Case, results: Iterable[Result]) -> Judgement:
    """Return the verdict on each precondition, criterion and characteristic of the rubric."""
    by_code = {result.rule.code: result for result in results}
    return Judgement(
        rubric,
        tuple(_judge_criterion(criterion, case, by_code) for criterion in rubric.preconditions),
        tuple(_judge_characteristic(each, case, by_code) for each in rubric.characteristics),
    )


def _judge_characteristic(
    characteristic: Characteristic, case: Case, results: Mapping[str, Result]
) -> JudgedCharacteristic:
    criteria = tuple(
        _judge_criterion(criterion, case, results)
        for criterion in (*characteristic.preconditions, *characteristic.criteria)
    )
    essential: set[Verdict] = {
        judged.verdict
        for judged in criteria
        if judged.criterion.need == "essential" and judged.verdict is not Verdict.NOT_APPLICABLE
    }
    return JudgedCharacteristic(characteristic, _together(essential), criteria)


def _together(verdicts: set[Verdict]) -> Verdict:
    """Return what criteria amount to: the verdict they share, or partly met."""
    if not verdicts:
        return Verdict.NOT_APPLICABLE
    return verdicts.pop() if len(verdicts) == 1 else Verdict.PARTLY_MET


def _judge_criterion(criterion: Criterion, case: Case, results: Mapping[str, Result]) -> Judged:
    kind = case.curriculum.kind
    if criterion.applies_to and kind not in criterion.applies_to:
        reason = criterion.not_applicable_because or f"it does not apply to a {kind}"
        return Judged(criterion, Verdict.NOT_APPLICABLE, reason, (), ())
    decided = [_decide(decision, results) for decision in criterion.decided_by]
    verdict, reason = max(decided, key=lambda pair: _FROM_BEST.index(pair[0]), default=_UNDECIDED)
    findings = tuple(
        finding
        for decision in criterion.decided_by
        if decision.rule in results
        for finding in results[decision.rule].findings
    )
    return Judged(criterion, verdict, reason, findings, places(case, criterion.rests_on))


_UNDECIDED = (Verdict.NOT_EVIDENCED, "no rule decides it")


def _decide(decision: Decision, results: Mapping[str, Result]) -> tuple[Verdict, str]:
    """Return the verdict that one rule's findings amount to, and why."""
    result = results.get(decision.rule)
    if result is None:
        return Verdict.NOT_EVIDENCED, f"there is no rule {decision.rule} about curricula"
    if result.silent:
        return Verdict.NOT_EVIDENCED, f"{decision.rule} cannot judge until the errors in the file are mended"
    if result.findings:
        return _found(decision, result)
    if result.examined == 0:
        return Verdict.NOT_EVIDENCED, f"there is nothing that {decision.rule} could look at"
    examined = f" on {count(result.examined, 'thing')} examined" if result.examined else ""
    return Verdict.MET, f"{decision.rule} finds nothing{examined}"


def _found(decision: Decision, result: Result) -> tuple[Verdict, str]:
    objected = len({finding.subject or finding.at for finding in result.findings})
    if result.examined is not None and objected < result.examined:
        return Verdict.PARTLY_MET, f"{decision.rule} objects to {objected} of {result.examined}"
    return Verdict(decision.if_found), f"{decision.rule}: {result.findings[0].message}"

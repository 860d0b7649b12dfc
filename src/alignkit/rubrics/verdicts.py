"""Findings -> verdicts, from every finding: hiding one never turns a verdict to met."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.findings import Finding, Span
from alignkit.model.rubric import Characteristic, Criterion, Decision, Rubric
from alignkit.phrase import Fact, Phrase
from alignkit.rubrics.places import places
from alignkit.rules.run import Result


class Verdict(Enum):
    """How a criterion or a characteristic came out."""

    MET = "met"
    PARTLY_MET = "partly met"
    NOT_EVIDENCED = "not evidenced"
    NOT_MET = "not met"
    NOT_APPLICABLE = "not applicable"


# Of several decisions on a criterion the worst stands.
_FROM_BEST = (Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_EVIDENCED, Verdict.NOT_MET)
_HOLDS = (Verdict.MET, Verdict.NOT_APPLICABLE)


class Judged(Struct, frozen=True):
    """A criterion's verdict, the reason in words, and the lines of the curriculum that it rests on."""

    criterion: Criterion
    verdict: Verdict
    reasons: tuple[Phrase, ...]
    findings: tuple[Finding, ...]
    rests_on: tuple[Span, ...]

    @property
    def reason(self) -> str:
        """Return the reasons in English."""
        return "; ".join(map(str, self.reasons))


class JudgedCharacteristic(Struct, frozen=True):
    """A characteristic's verdict: met when all its essential criteria that apply are.

    Where none of those is essential, all that apply decide.
    """

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

    @property
    def preconditions_hold(self) -> bool:
        """Say whether what must hold before any characteristic means anything does: met, or not applicable."""
        return all(judged.verdict in _HOLDS for judged in self.preconditions)


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
    applying = [judged for judged in criteria if judged.verdict is not Verdict.NOT_APPLICABLE]
    deciding = [judged for judged in applying if judged.criterion.need == "essential"] or applying
    return JudgedCharacteristic(characteristic, _together({judged.verdict for judged in deciding}), criteria)


def _together(verdicts: set[Verdict]) -> Verdict:
    """Return what criteria amount to: the verdict they share; partly met where any is met at least in part."""
    if not verdicts:
        return Verdict.NOT_APPLICABLE
    if len(verdicts) == 1:
        return next(iter(verdicts))
    return Verdict.PARTLY_MET if verdicts & {Verdict.MET, Verdict.PARTLY_MET} else Verdict.NOT_MET


def _judge_criterion(criterion: Criterion, case: Case, results: Mapping[str, Result]) -> Judged:
    kind = case.curriculum.kind
    if criterion.applies_to and kind not in criterion.applies_to:
        said = Phrase(criterion.not_applicable_because) if criterion.not_applicable_because else _of_kind(kind)
        return Judged(criterion, Verdict.NOT_APPLICABLE, (said,), (), (case.curriculum.place("kind"),))
    verdict, reasons = _decide_all(criterion, results, _left_out(criterion, case))
    findings = tuple(
        finding
        for code in dict.fromkeys(decision.rule for decision in criterion.decided_by)
        if code in results
        for finding in results[code].findings
    )
    return Judged(criterion, verdict, reasons, findings, _lines(criterion, case, findings))


def _of_kind(kind: str) -> Phrase:
    return Phrase("it does not apply to a {kind}", {"kind": kind})


def _left_out(criterion: Criterion, case: Case) -> tuple[Phrase, ...]:
    """Return which of the keys that the criterion rests on the curriculum leaves out."""
    return tuple(_as_key(path) for path in criterion.rests_on if not places(case, (path,)))


def _as_key(path: str) -> Phrase:
    """Return a path as an author sees it: `professions:` under `activities:`."""
    *above, key = path.removesuffix(".id").split(".")
    under = Phrase("`{key}:` under `{above}:`", {"key": key, "above": above[-1]}) if above else None
    return under or Phrase("`{key}:`", {"key": key})


def _lines(criterion: Criterion, case: Case, findings: tuple[Finding, ...]) -> tuple[Span, ...]:
    """Return the lines that a verdict rests on: where it is stated, else where it would be."""
    stated = places(case, criterion.rests_on)
    return stated or tuple(dict.fromkeys(finding.at for finding in findings)) or (case.curriculum.at,)


# Why rules say nothing: each is said of all the rules that it holds for.
_NO_RULE = Phrase("no rule about curricula is called {rules}")
_UNREADABLE = Phrase("{rules} cannot judge until the errors in the file are mended")
_NOTHING_STATED = Phrase("nothing is stated that {rules} could judge")
_LEFT_OUT = Phrase(
    "nothing is stated that {rules} could judge: {keys} are left out",
    one="nothing is stated that {rules} could judge: {keys} is left out",
)
_NOTHING_AMISS = Phrase("nothing amiss by {rules}")
_NO_DECISION = Phrase("no rule decides it")


class _Decided(Struct, frozen=True):
    """What one rule amounts to: `says` is what it found, None where it found nothing and `because` says why that is."""

    rule: str
    verdict: Verdict
    says: Phrase | None = None
    because: Phrase = _NOTHING_AMISS


def _decide_all(
    criterion: Criterion, results: Mapping[str, Result], left_out: tuple[Phrase, ...]
) -> tuple[Verdict, tuple[Phrase, ...]]:
    """Return the worst of what the criterion's rules amount to, and why."""
    decided = [_decide(decision, results) for decision in criterion.decided_by]
    worst = max((each.verdict for each in decided), key=_FROM_BEST.index, default=Verdict.NOT_EVIDENCED)
    deciding = [each for each in decided if each.verdict is worst]
    says = tuple(each.says for each in deciding if each.says)
    return worst, says or tuple(_silence(deciding, left_out)) or (_NO_DECISION,)


def _silence(decided: list[_Decided], left_out: tuple[Phrase, ...]) -> Iterator[Phrase]:
    """Yield each reason why rules say nothing, with the rules that it holds for."""
    reasons: dict[str, tuple[Phrase, list[str]]] = {}
    for each in decided:
        reasons.setdefault(each.because.text, (each.because, []))[1].append(each.rule)
    for reason, rules in reasons.values():
        facts: dict[str, Fact] = {"rules": tuple(rules)}
        if reason is _NOTHING_STATED and left_out:
            yield Phrase(_LEFT_OUT.text, {**facts, "keys": left_out, "n": len(left_out)}, one=_LEFT_OUT.one)
        else:
            yield Phrase(reason.text, facts)


def _decide(decision: Decision, results: Mapping[str, Result]) -> _Decided:
    """Return what one rule's findings amount to."""
    result = results.get(decision.rule)
    if result is None:
        return _Decided(decision.rule, Verdict.NOT_EVIDENCED, because=_NO_RULE)
    if result.silent:
        return _Decided(decision.rule, Verdict.NOT_EVIDENCED, because=_UNREADABLE)
    if result.findings:
        return _found(decision, result)
    if result.examined == 0:
        return _Decided(decision.rule, Verdict.NOT_EVIDENCED, because=_NOTHING_STATED)
    return _Decided(decision.rule, Verdict.MET, because=_NOTHING_AMISS)


def _found(decision: Decision, result: Result) -> _Decided:
    """Return what findings amount to: less where there was nothing to look at, or where some of it is well."""
    things = {finding.subject or finding.at: finding.things for finding in result.findings}
    objected = sum(things.values())
    if result.examined == 0:
        return _Decided(decision.rule, Verdict.NOT_EVIDENCED, _spoken(result))
    if result.examined is not None and objected < result.examined:
        return _Decided(decision.rule, Verdict.PARTLY_MET, _spoken(result, (objected, result.examined)))
    return _Decided(decision.rule, Verdict(decision.if_found), _spoken(result))


def _spoken(result: Result, share: tuple[int, int] | None = None) -> Phrase:
    """Return the first of what a rule found, how much more there is, and of how many things that is true."""
    more = len(result.findings) - 1
    of_all = Phrase(" ({part} of the {whole} it looks at)", {"part": share[0], "whole": share[1]}) if share else ""
    and_more = Phrase(" (and {n} more findings)", {"n": more}, one=" (and {n} more finding)") if more else ""
    facts: dict[str, Fact] = {
        "code": result.rule.code,
        "message": result.findings[0].said,
        "more": and_more,
        "share": of_all,
    }
    return Phrase("{code}: {message}{more}{share}", facts)

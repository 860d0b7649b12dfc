"""O104: the outcome says "list", and its level says "create"."""

from collections.abc import Iterator

from alignkit.analysis.bloom import RANK, instead_of
from alignkit.analysis.case import Case
from alignkit.analysis.verbs import Verb
from alignkit.findings import Severity
from alignkit.model.curriculum import Outcome
from alignkit.phrase import Either, Fact, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import ANDERSON_KRATHWOHL_2001, NEWTON_2020, STANNY_2016
from alignkit.wording import listed

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: List ways to resolve a conflict, bloom: create, aligns: [ipec-2023:TT5]}  # <- O104
"""

GOOD = BAD.replace("  # <- O104", "").replace("bloom: create", "bloom: remember")


def check(case: Case) -> Iterator[Hit]:
    """Yield each outcome none of whose verbs is listed at its level, nor next to it."""
    for outcome in _stating_both(case):
        verbs = _measurable(case, outcome)
        if all(verb.away_from(outcome.bloom) > 1 for verb in verbs):
            levels = sorted({level for verb in verbs for level in verb.levels}, key=RANK.__getitem__)
            facts: dict[str, Fact] = {
                "outcome": outcome.id,
                "bloom": outcome.bloom,
                "verbs": tuple(f'"{verb.typed}"' for verb in verbs),
                "is": Phrase("is a verb") if len(verbs) == 1 else Phrase("are verbs"),
                "levels": Either(tuple(map(Phrase, levels))),
                "instead": listed(instead_of(outcome.bloom), "or"),
            }
            yield Hit(at=outcome.place("bloom"), facts=facts, subject=outcome.id)


def _stating_both(case: Case) -> tuple[Outcome, ...]:
    """Return the outcomes that state a level and have a verb whose level is known."""
    return tuple(outcome for outcome in case.outcomes.values() if outcome.bloom and _measurable(case, outcome))


def _measurable(case: Case, outcome: Outcome) -> tuple[Verb, ...]:
    return tuple(verb for verb in case.verbs[outcome.id] if verb.measurable)


def examined(case: Case) -> int:
    """Return the number of outcomes that state a level and have a verb whose level is known."""
    return len(_stating_both(case))


RULE = Rule(
    code="O104",
    name="level-contradicts-verb",
    severity=Severity.WARNING,
    message="{outcome} is declared `bloom: {bloom}`, but {verbs} {is} of {levels}",
    why="The verb and the level promise different things, and the assessment can keep only one promise. Published lists place many verbs at several levels, so this reports only a verb that they do not place at the stated level or next to it.",
    literature=(ANDERSON_KRATHWOHL_2001, STANNY_2016, NEWTON_2020),
    fix="Change the level of {outcome} to {levels}, or begin it with a verb of its level ({bloom}), such as {instead}.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("text", "bloom"),
    examined=examined,
)

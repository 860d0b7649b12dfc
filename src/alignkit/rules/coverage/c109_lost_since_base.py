"""C109: last week's version could show an assessment for it, and this one cannot."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignkit.findings import Severity, Span
from alignkit.rules.base import Hit, Rule, Subject
from alignkit.wording import count, listed

if TYPE_CHECKING:
    from alignkit.analysis.diff import Change, Removed
    from alignkit.analysis.lost import Loss

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:
  - {use: ipec-2023, scope: [TT5]}
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}  # <- C109
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1]}]}
--- base
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:
  - {use: ipec-2023, scope: [TT5]}
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1]}]}
assessments:
  - {id: AS1, outcomes: [LO1]}
"""

GOOD = BAD.replace("  # <- C109", "").replace("--- base", "assessments:\n  - {id: AS1, outcomes: [LO1]}\n--- base")


def check(change: "Change | Removed") -> Iterator[Hit]:
    """Yield what fell on the ladder, once for the items that the same outcomes had carried."""
    # A plain check has nothing to compare with, and does not pay for what compares.
    from alignkit.analysis.diff import Removed  # noqa: PLC0415
    from alignkit.analysis.lost import losses  # noqa: PLC0415

    if isinstance(change, Removed):
        yield from _with_its_curriculum(change)
        return
    for loss in losses(change):
        framework = loss.ladder.after or loss.ladder.before
        refs = [rung.item.ref for rung in loss.rungs]
        facts = {
            "items": listed(refs, most=5),
            "count": count(len(refs), "item"),
            "before": "covered" if loss.first.because else loss.first.before.word,
            "through": f" through {listed(loss.outcomes, most=3)}" if loss.outcomes else "",
            "now": _now(loss),
            "verb": "was" if len(refs) == 1 else "were",
            "fix": f"Bring back what carried it in the base ({_carried(loss)}), or {_EXCUSE}.",
        }
        yield Hit(at=loss.at, facts=facts, subject=next(iter(loss.outcomes), framework), things=len(refs))


def _with_its_curriculum(removed: "Removed") -> Iterator[Hit]:
    """Yield a hit where a curriculum took what it covered with it."""
    curriculum, numbers = removed.before.curriculum, removed.claims
    facts = {
        "items": listed([f"{count(number, 'item')} of {framework}" for framework, number in numbers], most=5),
        "count": count(sum(number for _, number in numbers), "item"),
        "before": "claimed",
        "through": f" by {curriculum.id}",
        "now": "that curriculum is gone",
        "verb": "was" if sum(number for _, number in numbers) == 1 else "were",
        "fix": f"Bring back {curriculum.origin.file}, or leave this rule out of the run in which it goes: `--ignore C109`.",
    }
    if numbers:
        yield Hit(at=Span(curriculum.origin.file), facts=facts, subject=curriculum.id)


_EXCUSE = "say why it may go: `# alignkit: ignore[C109] …` on this line"


def _now(loss: "Loss") -> str:
    """Return how it stands now, to follow "was assessed and is ...": "only taught"."""
    first = loss.first
    verb = "is" if len(loss.rungs) == 1 else "are"
    if first.because == "not declared":
        return f"{loss.ladder.before} is no longer declared"
    if first.because:
        return f"{verb} no longer in scope"
    if first.nowhere:
        return f"{verb} claimed only in part now" if first.partial else f"{verb} not claimed any more"
    return f"{verb} only {first.after.word} now"


def _carried(loss: "Loss") -> str:
    """Return what to bring back, as it was called in the base."""
    if loss.first.because:
        return "the framework's entry under `frameworks:` as it was"
    return listed([*loss.outcomes, *loss.carried], most=6)


RULE = Rule(
    code="C109",
    name="lost-since-base",
    severity=Severity.ERROR,
    message="{items} {verb} {before}{through} in the base and {now}",
    why="What a version of the curriculum could show to learners and regulators, the next one should not lose unseen. It is found only where two versions are compared: `alignkit check --against` and `alignkit diff`. The rule rests on no publication: it is what version control is for.",
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.CHANGE,
    reads=(
        "outcomes",
        "aligns",
        "to",
        "strength",
        "modules",
        "activities",
        "assessments",
        "frameworks",
        "use",
        "scope",
        "purpose",
        "criteria",
    ),
)

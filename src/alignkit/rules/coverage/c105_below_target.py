"""C105: the share that the curriculum promised itself is not reached."""

from collections.abc import Iterator

from alignkit.analysis.broad import above_unclaimed
from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage
from alignkit.analysis.gaps import unaligned
from alignkit.analysis.targets import TargetCheck, lowest_missed, target_checks
from alignkit.findings import Severity
from alignkit.phrase import Fact, Few, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.wording import count

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:
  - use: ipec-2023
    scope: [RR4, TT5]
    targets: {claimed: 1.0}  # <- C105
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
"""

GOOD = BAD.replace("1.0}  # <- C105", "0.5}")


def check(case: Case) -> Iterator[Hit]:
    """Yield, for each framework that misses a target, the lowest step at which it does."""
    for coverage in case.coverage:
        missed = lowest_missed(coverage)
        if missed and coverage.use.targets:
            at = coverage.use.targets.place(missed.step.word)
            framework = coverage.framework.id
            scope = (framework, *unaligned(case, coverage), *above_unclaimed(coverage))
            yield Hit(at=at, facts=_facts(coverage, missed), subject=framework, scope=scope)


def _facts(coverage: Coverage, missed: TargetCheck) -> dict[str, Fact]:
    below = tuple(
        Phrase("{item} (in part only)", {"item": covered.item.ref}) if covered.partial_only else covered.item.ref
        for covered in coverage.items
        if covered.step < missed.step
    )
    short: dict[str, Fact] = {"step": Phrase(missed.step.word), "items": Few(below, 6)}
    return {
        "framework": coverage.framework.id,
        "step": missed.step.word,
        "arithmetic": missed.arithmetic,
        "missing": Phrase("; not {step}: {items}", short),
        "advice": _advice(missed, coverage.framework.id),
    }


def _advice(missed: TargetCheck, framework: str) -> str:
    short = count(missed.needed - missed.reached, "more item")
    return f"Bring {short} of {framework} to the step `{missed.step.word}`, or lower the target if it was set too high."


def examined(case: Case) -> int:
    """Return the number of frameworks with a target."""
    return sum(bool(target_checks(coverage)) for coverage in case.coverage)


RULE = Rule(
    code="C105",
    name="below-target",
    severity=Severity.ERROR,
    message="{framework} misses a target: {arithmetic}{missing}",
    why="A target is what the curriculum's own team declared to be enough. It is compared in whole items, rounded up and never in rounded percentages; items that are claimed only in part do not count. The rule holds the team to its word and rests on no publication.",
    fix="{advice}",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("C102", "C103", "C104", "R101", "R102", "R103/outcome", "R103/item", "R106", "Q202"),
    reads=(
        "targets",
        "claimed",
        "taught",
        "assessed",
        "evidenced",
        "outcomes",
        "aligns",
        "to",
        "strength",
        "modules",
        "activities",
        "assessments",
        "purpose",
        "criteria",
        "id",
        "frameworks",
        "use",
        "scope",
    ),
    examined=examined,
)

"""C101: a competency that no outcome of the course reaches for."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage, ItemCoverage, Step
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HARDEN_2001
from alignkit.wording import shortened

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:
  - {use: ipec-2023, scope: [RR4, TT5]}  # <- C101
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
"""

GOOD = BAD.replace("  # <- C101", "") + "  - {id: LO2, text: Explain who answers for what, aligns: [ipec-2023:RR4]}\n"
_TEXT_WIDTH = 60


def check(case: Case) -> Iterator[Hit]:
    """Yield each leaf item in scope that no outcome claims; one hit for a framework of which none is.

    Where a `claimed` target is declared, its author has said how much is enough, and C105 holds them to that.
    """
    # Where nothing at all is aligned, Q202 says so once.
    shared = () if case.links else ("outcomes",)
    for coverage in case.coverage:
        if coverage.use.targets is None or coverage.use.targets.claimed is None:
            yield from _hits(coverage, (coverage.framework.id, *shared))


def _hits(coverage: Coverage, scope: tuple[str, ...]) -> Iterator[Hit]:
    missing = [covered for covered in coverage.stopped_at(Step.NONE) if not covered.partial]
    at = coverage.use.at
    # A framework that the curriculum is only looked at through was never promised.
    severity = Severity.INFO if coverage.use.role == "lens" else None
    if len(missing) == coverage.total > 1:
        facts = {
            "items": f"any of the {coverage.total} items in scope of {coverage.framework.id}",
            "item": f"{coverage.framework.id}:CODE",
        }
        yield Hit(
            at=at, facts=facts, subject=coverage.framework.id, scope=scope, severity=severity, things=coverage.total
        )
        return
    for covered in missing:
        facts = {"items": _named(covered), "item": covered.item.ref}
        yield Hit(at=at, facts=facts, subject=covered.item.ref, scope=scope, severity=severity)


def _named(covered: ItemCoverage) -> str:
    words = shortened(covered.item.item.words, _TEXT_WIDTH)
    return f"{covered.item.ref} ({words})" if words else covered.item.ref


def examined(case: Case) -> int:
    """Return the number of leaf items in scope of the frameworks whose claims are not measured by a target."""
    return sum(
        coverage.total
        for coverage in case.coverage
        if coverage.use.targets is None or coverage.use.targets.claimed is None
    )


RULE = Rule(
    code="C101",
    name="not-claimed",
    severity=Severity.WARNING,
    message="no outcome aligns with {items}",
    why="A curriculum map is there to show what is not covered as well as what is; an item in scope that nobody claims is one that learners may never meet.",
    literature=(HARDEN_2001,),
    fix="Add `{item}` to the `aligns:` of the outcome that serves it. If that is not this curriculum's task, name the branches that are in `scope:`, or say how much is enough in `targets: {{claimed: 0.8}}`.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R101", "R102", "Q202"),
    reads=("frameworks", "use", "scope", "targets", "claimed", "outcomes", "aligns", "to", "strength"),
    examined=examined,
)

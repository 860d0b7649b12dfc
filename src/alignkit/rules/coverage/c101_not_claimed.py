"""C101: a competency that no outcome of the course reaches for."""

from collections.abc import Iterator

from alignkit.analysis.broad import above_unclaimed
from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage
from alignkit.analysis.gaps import unaligned
from alignkit.findings import Severity
from alignkit.library.index import Placed
from alignkit.phrase import Fact, Few, Phrase
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
_CODES_SHOWN = 12


def check(case: Case) -> Iterator[Hit]:
    """Yield the leaf items in scope that no outcome claims, those of one branch together.

    Where a `claimed` target is declared, its author has said how much is enough, and C105 holds them to that.
    """
    for coverage in case.coverage:
        if coverage.use.targets is None or coverage.use.targets.claimed is None:
            scope = (coverage.framework.id, *unaligned(case, coverage), *above_unclaimed(coverage))
            yield from _hits(coverage, scope)


def _hits(coverage: Coverage, scope: tuple[str, ...]) -> Iterator[Hit]:
    # A framework that the curriculum is only looked at through was never promised.
    severity = Severity.INFO if coverage.use.role == "lens" else None
    for subject, items, facts in _gaps(coverage):
        yield Hit(at=coverage.use.at, facts=facts, subject=subject, scope=scope, severity=severity, things=len(items))


def _gaps(coverage: Coverage) -> Iterator[tuple[str, list[Placed], dict[str, Fact]]]:
    """Yield what each gap is about, its items, and the facts: the whole framework, a branch, or an item alone."""
    missing = coverage.unclaimed
    if coverage.untouched and coverage.total > 1:
        yield (
            coverage.framework.id,
            missing,
            _facts(Phrase("any of the items of {framework}", {"framework": coverage.framework.id}), missing),
        )
        return
    branches: dict[str, list[Placed]] = {}
    for item in missing:
        branches.setdefault(item.parent, []).append(item)
    for parent, items in branches.items():
        if len(items) == 1:
            yield items[0].ref, items, _facts(_named(items[0]), items)
        else:
            branch = coverage.framework.items.get(parent)
            of = _named(branch) if branch else coverage.framework.id
            subject = branch.ref if branch else coverage.framework.id
            yield subject, items, _facts(Phrase("{n} items of {branch}", {"n": len(items), "branch": of}), items)


def _facts(what: str | Phrase, items: list[Placed]) -> dict[str, Fact]:
    codes = tuple(item.code for item in items)
    few = Few(codes, _CODES_SHOWN)
    shown = Phrase("{what}: {codes}", {"what": what, "codes": few}) if len(items) > 1 else what
    return {"items": shown, "framework": items[0].framework, "codes": ", ".join(codes)}


def _named(item: Placed) -> str:
    words = shortened(item.item.title or item.item.text, _TEXT_WIDTH)
    return f"{item.ref} ({words})" if words else item.ref


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
    fix="Add what is missing to the outcome that serves it, as in `aligns: [{framework}:CODE]`. Leave out what is not this curriculum's task: name the branches that are in `scope:`, or say how much is enough in `targets: {{claimed: 0.8}}`.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R101", "R102", "R106", "Q202"),
    reads=("frameworks", "use", "scope", "targets", "claimed", "outcomes", "aligns", "to", "strength"),
    examined=examined,
)

"""Ladder bars: how many items of each framework are claimed, taught, assessed, evidenced, and what was promised."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from alignkit.analysis.coverage import STEPS as RUNGS
from alignkit.analysis.coverage import Coverage, Step
from alignkit.analysis.targets import TargetCheck, target_checks
from alignkit.phrase import Phrase
from alignkit.views.pictures.parts import STEPS, Grade, Label, Row, Table, Text

_ROLES = {"lens": Phrase("the curriculum does not claim to follow it")}


class Bar(Struct, frozen=True):
    """How many items got to a step, and how many should have; None where nothing was promised."""

    step: int
    reached: int
    needed: int | None = None
    met: bool | None = None


class FrameworkBars(Struct, frozen=True):
    """The ladder of one framework."""

    label: Label
    role: Text
    total: int
    bars: tuple[Bar, ...]


class LadderBars(Struct, frozen=True):
    """The ladders of the frameworks, one below the other."""

    title: Phrase
    alt: Phrase
    frameworks: tuple[FrameworkBars, ...]
    steps: tuple[Grade, ...]
    notes: tuple[Phrase, ...]
    table: Table


def ladder_bars_picture(coverages: Iterable[Coverage]) -> LadderBars:
    """Return the ladder bars of the frameworks, in the order given."""
    frameworks = tuple(_framework(coverage) for coverage in coverages)
    header = (Phrase("framework"), Phrase("items"), *(grade.word for grade in STEPS[1:]))
    return LadderBars(
        title=Phrase("How far the items of each framework get"),
        alt=_alt(frameworks),
        frameworks=frameworks,
        steps=STEPS[1:],
        notes=() if frameworks else (Phrase("no framework is looked at"),),
        table=Table(header, tuple(_table_rows(frameworks))),
    )


def _framework(coverage: Coverage) -> FrameworkBars:
    framework = coverage.framework.framework
    checks = {check.step: check for check in target_checks(coverage)}
    return FrameworkBars(
        label=Label(framework.id, framework.name, framework.title, coverage.use.at),
        role=_ROLES.get(coverage.use.role, ""),
        total=coverage.total,
        bars=tuple(_bar(coverage, step, checks.get(step)) for step in RUNGS),
    )


def _bar(coverage: Coverage, step: Step, check: TargetCheck | None) -> Bar:
    reached = coverage.reached(step)
    return Bar(int(step), reached, check.needed, check.met) if check else Bar(int(step), reached)


def said_of(bar: Bar, total: int) -> Phrase:
    """Return what a bar says in words: "24 of 33", with the target where there is one."""
    facts = {"reached": bar.reached, "n": total, "needed": bar.needed or 0}
    if bar.needed is None:
        return Phrase("{reached} of {n}", facts)
    if bar.met:
        return Phrase("{reached} of {n}; target {needed}, met", facts)
    return Phrase("{reached} of {n}; target {needed}, missed", facts)


def _alt(frameworks: Sequence[FrameworkBars]) -> Phrase:
    said = tuple(_ladder_in_words(each) for each in frameworks[:3])
    bars = [bar for each in frameworks for bar in each.bars if bar.needed is not None]
    targets = {"n": len(bars), "met": sum(bool(bar.met) for bar in bars)}
    promised = Phrase("Targets met: {met} of {n}.", targets) if bars else Phrase("No targets are declared.")
    if not frameworks:
        return Phrase("No framework is looked at.")
    first = _joined(said)
    if len(frameworks) > len(said):
        rest = Phrase("Further frameworks: {n}.", {"n": len(frameworks) - len(said)})
        return Phrase("{first} {rest} {targets}", {"first": first, "rest": rest, "targets": promised})
    return Phrase("{first} {targets}", {"first": first, "targets": promised})


def _joined(said: Sequence[Phrase]) -> Phrase:
    whole = said[0]
    for each in said[1:]:
        whole = Phrase("{first} {rest}", {"first": whole, "rest": each})
    return whole


def _ladder_in_words(bars: FrameworkBars) -> Phrase:
    reached = {grade.key: bar.reached for grade, bar in zip(STEPS[1:], bars.bars, strict=True)}
    return Phrase(
        "{framework}: items {n}, claimed {claimed}, taught {taught}, assessed {assessed}, evidenced {evidenced}.",
        {
            "framework": bars.label.code,
            "n": bars.total,
            "claimed": reached["step-1"],
            "taught": reached["step-2"],
            "assessed": reached["step-3"],
            "evidenced": reached["step-4"],
        },
    )


def _table_rows(frameworks: Iterable[FrameworkBars]) -> Iterator[Row]:
    for each in frameworks:
        yield Row((each.label.code, each.total, *(said_of(bar, each.total) for bar in each.bars)), each.label.at)

"""One curriculum as a portfolio keeps it: a few rows, whatever its size, made anywhere and put together later."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import STEPS, Coverage, Step
from alignkit.analysis.shares import ONE, billionths
from alignkit.findings import Severity
from alignkit.rubrics.verdicts import Judgement
from alignkit.triage.triage import Checked


class ItemStudy(Struct, frozen=True):
    """How far one leaf item in scope got in one curriculum, and how many activities teach it there."""

    ref: str
    step: int
    activities: int


class FrameworkStudy(Struct, frozen=True):
    """One framework in one curriculum: leaf items in scope, how many got to each step, and each that got anywhere."""

    id: str
    role: str
    total: int
    reached: tuple[int, ...]
    items: tuple[ItemStudy, ...]


class VerdictStudy(Struct, frozen=True):
    """The verdict on one characteristic of a rubric."""

    rubric: str
    characteristic: str
    title: str
    verdict: str


class Study(Struct, frozen=True):
    """One curriculum."""

    id: str
    title: str
    file: str
    kind: str
    status: str
    outcomes: int
    hours: float
    frameworks: tuple[FrameworkStudy, ...]
    verdicts: tuple[VerdictStudy, ...]
    errors: int
    warnings: int
    version: str = ""


class Unread(Struct, frozen=True):
    """A file that is left out, since it cannot be read, and why."""

    file: str
    why: str


def study(case: Case, coverages: Iterable[Coverage], judgements: Iterable[Judgement], checked: Checked) -> Study:
    """Return what a portfolio keeps of a curriculum."""
    curriculum = case.curriculum
    hours = (activity.hours for activity in case.activities.values() if activity.hours is not None)
    return Study(
        id=curriculum.id,
        title=curriculum.title,
        file=curriculum.origin.file,
        kind=curriculum.kind,
        status=curriculum.status,
        outcomes=len(case.outcomes),
        hours=sum(map(billionths, hours)) / ONE,
        frameworks=tuple(map(_framework, coverages)),
        verdicts=tuple(
            VerdictStudy(judgement.rubric.id, each.characteristic.id, each.characteristic.title, each.verdict.value)
            for judgement in judgements
            for each in judgement.characteristics
        ),
        errors=_number(checked, Severity.ERROR),
        warnings=_number(checked, Severity.WARNING),
        version=curriculum.version,
    )


def _framework(coverage: Coverage) -> FrameworkStudy:
    return FrameworkStudy(
        id=coverage.framework.id,
        role=coverage.use.role,
        total=coverage.total,
        reached=tuple(coverage.reached(step) for step in STEPS),
        items=tuple(
            ItemStudy(covered.item.ref, int(covered.step), len(covered.activities))
            for covered in coverage.items
            if covered.step > Step.NONE
        ),
    )


def _number(checked: Checked, severity: Severity) -> int:
    return sum(finding.severity is severity for finding in checked.shown)

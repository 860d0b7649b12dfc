"""What is shown of coverage: each framework's ladder in numbers, by branch and by profession."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import STEPS, Coverage
from alignkit.analysis.targets import target_checks


class StepView(Struct, frozen=True):
    """One step of the ladder: how many items got there, and whether that is as many as were promised."""

    step: str
    reached: int
    target: float | None = None
    needed: int | None = None
    met: bool | None = None


class RowView(Struct, frozen=True):
    """How many items of a branch, or for a profession, got to each step."""

    code: str
    title: str
    total: int
    reached: tuple[int, ...]


class FrameworkView(Struct, frozen=True):
    """One framework as a curriculum covers it."""

    id: str
    name: str
    title: str
    role: str
    profession: str
    scope: tuple[str, ...]
    total: int
    whole: int
    unverified: int
    partial_only: int
    steps: tuple[StepView, ...]
    branches: tuple[RowView, ...]
    professions: tuple[RowView, ...]


def framework_views(case: Case) -> tuple[FrameworkView, ...]:
    """Return the view of each framework in use."""
    restricted = any(activity.professions for activity in case.activities.values())
    professions = case.professions if restricted else ()
    by_profession = [(profession, case.coverage_for(profession)) for profession in professions]
    return tuple(
        framework_view(coverage, [(name, covers[number]) for name, covers in by_profession])
        for number, coverage in enumerate(case.coverage)
    )


def framework_view(coverage: Coverage, by_profession: Iterable[tuple[str, Coverage]]) -> FrameworkView:
    """Return the view of one framework: for all learners, then for each profession given."""
    framework = coverage.framework.framework
    return FrameworkView(
        id=framework.id,
        name=framework.name,
        title=framework.title,
        role=coverage.use.role,
        profession=coverage.use.for_,
        scope=tuple(mention.name for mention in coverage.use.scope),
        total=coverage.total,
        whole=len(coverage.framework.leaves),
        unverified=coverage.unverified,
        partial_only=len(coverage.partial_only),
        steps=_step_views(coverage),
        branches=tuple(
            RowView(
                branch.item.code,
                branch.item.item.title or branch.item.item.text,
                branch.total,
                tuple(branch.reached(step) for step in STEPS),
            )
            for branch in coverage.branches()
        ),
        professions=tuple(
            RowView(name, name, covered.total, tuple(covered.reached(step) for step in STEPS))
            for name, covered in by_profession
        ),
    )


def _step_views(coverage: Coverage) -> tuple[StepView, ...]:
    checks = {check.step: check for check in target_checks(coverage)}
    return tuple(
        StepView(step.word, coverage.reached(step), check.share, check.needed, check.met)
        if (check := checks.get(step))
        else StepView(step.word, coverage.reached(step))
        for step in STEPS
    )

"""Many curricula in a terminal: a line for each framework of each, instead of a page for each."""

from collections.abc import Iterator, Sequence

from alignkit.render.style import Style, safe
from alignkit.rubrics.verdicts import Judgement, Verdict
from alignkit.views.check import CurriculumView
from alignkit.wording import count, shortened

_ROWS = 20
# Each step with the width of its column; with the names before them and a sign behind, a line has 80 characters.
_COLUMNS = {"claimed": 9, "taught": 8, "assessed": 10, "evidenced": 11}
_NAME, _FRAMEWORK = 16, 17


def summary_lines(curricula: Sequence[CurriculumView], style: Style) -> Iterator[str]:
    """Yield a table of the coverage of each, and how many characteristics of each rubric are met."""
    yield style.paint(f"Coverage of {count(len(curricula), 'curriculum', 'curricula')}", "bold")
    yield style.paint("  each in full: --all, or check it alone", "dim")
    heading = f"  {'curriculum':<{_NAME}}{'framework':<{_FRAMEWORK}}items"
    yield style.paint(heading + "".join(f"{name:>{width}}" for name, width in _COLUMNS.items()), "dim")
    rows = [row for curriculum in curricula for row in _rows(curriculum, style)]
    yield from rows[:_ROWS]
    if len(rows) > _ROWS:
        yield style.paint(f"  and {len(rows) - _ROWS:,} more lines; --all shows them", "dim")
    yield ""
    by_rubric: dict[str, list[Judgement]] = {}
    for judgement in (judgement for curriculum in curricula for judgement in curriculum.judgements):
        by_rubric.setdefault(judgement.rubric.id, []).append(judgement)
    for judgements in by_rubric.values():
        yield from _rubric_lines(judgements, style)


def _rows(curriculum: CurriculumView, style: Style) -> Iterator[str]:
    name = shortened(safe(curriculum.id), _NAME - 1)
    for framework in curriculum.frameworks:
        steps = "".join(f"{step.reached:>{_COLUMNS[step.step]}}" for step in framework.steps)
        missed = style.sign(" ✗", " x") if any(step.met is False for step in framework.steps) else ""
        used = shortened(safe(framework.id), _FRAMEWORK - 1)
        yield f"  {name:<{_NAME}}{used:<{_FRAMEWORK}}{framework.total:>5}{steps}{missed}"


def _rubric_lines(judgements: Sequence[Judgement], style: Style) -> Iterator[str]:
    """Yield, for each characteristic, in how many of the curricula it is met."""
    first = judgements[0]
    alike = [judgement for judgement in judgements if judgement.rubric.id == first.rubric.id]
    yield style.paint(shortened(first.rubric.title, style.width), "bold")
    for number, each in enumerate(first.characteristics):
        met = sum(judgement.characteristics[number].verdict is Verdict.MET for judgement in alike)
        yield f"  {shortened(each.characteristic.title, 44):<45} met in {met:,} of {len(alike):,}"
    yield ""

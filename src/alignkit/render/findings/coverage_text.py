"""Coverage in a terminal: a bar for each step of each framework's ladder, then its branches and professions."""

from collections.abc import Iterator, Sequence

from alignkit.render.style import Style, safe, wrapped
from alignkit.views.check import CurriculumView
from alignkit.views.coverage import FrameworkView, RowView, StepView
from alignkit.wording import count, listed, percent, shortened

_BAR = 24
_SHORTEST_BAR = 8
_SHORTEST_NAME = 14
_COLUMNS = ("claimed", "taught", "assessed", "evidenced")
_BRANCHES_AT_ONCE = 8


def coverage_lines(curriculum: CurriculumView, style: Style, everything: bool) -> Iterator[str]:  # noqa: FBT001
    """Yield the coverage of each framework that the curriculum uses."""
    parts = [count(number, *_NOUNS[what]) for what, number in curriculum.size.items()]
    yield from _title(f"Coverage: {curriculum.title}", style)
    yield from wrapped(f"{curriculum.file}: {curriculum.kind}, {listed(parts)}", style.width, "  ")
    if not curriculum.frameworks:
        yield from wrapped(
            "No framework is declared, so there is nothing to cover. Add `frameworks:` with a `- use: …` line; "
            "`alignkit frameworks list` shows what there is.",
            style.width,
            "  ",
        )
    for framework in curriculum.frameworks:
        yield ""
        yield from _framework_lines(framework, style, everything)
    yield ""


_NOUNS = {
    "outcomes": ("outcome",),
    "modules": ("module",),
    "activities": ("activity", "activities"),
    "assessments": ("assessment",),
}


def _title(text: str, style: Style) -> list[str]:
    return [style.paint(line, "bold") for line in wrapped(text, style.width)]


def _framework_lines(framework: FrameworkView, style: Style, everything: bool) -> Iterator[str]:  # noqa: FBT001
    in_scope = f"{framework.total} of {framework.whole} items, in" if framework.scope else f"{framework.total} items"
    scope = f"{in_scope} {listed(framework.scope, most=6)}" if framework.scope else in_scope
    role = "; a lens, not a claim" if framework.role == "lens" else ""
    profession = f"; for {framework.profession}" if framework.profession else ""
    yield from wrapped(f"{framework.name} ({framework.id}): {scope}{profession}{role}", style.width, "  ", "    ")
    yield from _step_lines(framework, style)
    if framework.partial_only:
        part = count(framework.partial_only, "item")
        yield f"    {part} claimed only in part: shown apart, and not counted above"
    if framework.unverified:
        rest = count(framework.unverified, "item")
        sign = style.sign("†", "(+)")
        yield from wrapped(f"{sign} the text of {rest} is not confirmed by a source yet", style.width, "    ")
    yield from _table("branch", framework.branches, style, everything)
    yield from _table("profession", framework.professions, style, everything)


def _step_lines(framework: FrameworkView, style: Style) -> Iterator[str]:
    """Yield each step with its bar and numbers, and its target beside them or, where that is too narrow, below."""
    numbers = {
        step: f"{step.reached:>4} of {framework.total:<4} {percent(step.reached, framework.total):>4}"
        for step in framework.steps
    }
    room = style.width - max(len(f"    {step.step:<10} {text}") for step, text in numbers.items())
    widest = max(len(_target(step) + _met(step)) for step in framework.steps)
    beside = room >= _SHORTEST_BAR + widest
    length = min(_BAR, max(_SHORTEST_BAR, room - widest * beside))
    for step, text in numbers.items():
        bar = style.paint(style.bar(step.reached, framework.total, length), "green" if step.reached else "dim")
        target = _target(step) + style.paint(_met(step), "green" if step.met else "red")
        yield f"    {step.step:<10}{bar} {text}{target if beside else ''}"
        if target and not beside:
            yield f"    {target}"


def _target(step: StepView) -> str:
    return "" if step.target is None else f"  target {step.target * 100:g}% = {step.needed}"


def _met(step: StepView) -> str:
    return "" if step.met is None else " met" if step.met else " missed"


def _table(heading: str, rows: Sequence[RowView], style: Style, everything: bool) -> Iterator[str]:  # noqa: FBT001
    """Yield a row for each branch or profession: its items, and how many got to each step."""
    if not rows:
        return
    shown = rows if everything or len(rows) <= _BRANCHES_AT_ONCE else rows[:_BRANCHES_AT_ONCE]
    columns = "".join(f"  {name}" for name in ("items", *_COLUMNS))
    room = style.width - len(columns) - 4
    if room < _SHORTEST_NAME:
        for row in shown:
            yield from wrapped(_in_words(row), style.width, "    ", "      ")
    else:
        yield style.paint(f"    {heading:<{room}}{columns}", "dim")
        yield from (_row_line(row, room) for row in shown)
    if len(shown) < len(rows):
        yield style.paint(f"    and {len(rows) - len(shown):,} more; --all shows them", "dim")


def _row_line(row: RowView, room: int) -> str:
    cells = "".join(f"  {number:>{len(column)}}" for column, number in zip(_COLUMNS, row.reached, strict=True))
    return f"    {shortened(safe(_name(row)), room):<{room}}  {row.total:>5}{cells}"


def _in_words(row: RowView) -> str:
    steps = (f"{number:,} {column}" for column, number in zip(_COLUMNS, row.reached, strict=True))
    return f"{_name(row)} ({count(row.total, 'item')}): {listed(steps)}"


def _name(row: RowView) -> str:
    return row.code if row.title == row.code else f"{row.code} {row.title}"

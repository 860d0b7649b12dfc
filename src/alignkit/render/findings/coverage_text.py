"""Coverage in a terminal: a bar for each step of each framework's ladder, then its branches and professions."""

from collections.abc import Iterator, Sequence

from alignkit.render.style import Style, safe, wrapped
from alignkit.views.check import CurriculumView
from alignkit.views.coverage import FrameworkView, RowView, StepView
from alignkit.wording import count, listed, percent, shortened

_BAR = 24
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
    for step in framework.steps:
        yield _step_line(step, framework.total, style)
    if framework.partial_only:
        part = count(framework.partial_only, "item")
        yield f"    {part} claimed only in part: shown apart, and not counted above"
    if framework.unverified:
        rest = count(framework.unverified, "item")
        sign = style.sign("†", "(+)")
        yield from wrapped(f"{sign} the text of {rest} is not confirmed by a source yet", style.width, "    ")
    yield from _table("branch", framework.branches, style, everything)
    yield from _table("profession", framework.professions, style, everything)


def _step_line(step: StepView, total: int, style: Style) -> str:
    bar = style.paint(style.bar(step.reached, total, _BAR), "green" if step.reached else "dim")
    line = f"    {step.step:<10}{bar} {step.reached:>4} of {total:<4} {percent(step.reached, total):>4}"
    if step.target is None:
        return line
    wanted = f"  target {step.target * 100:g}% = {step.needed}"
    return line + wanted + (style.paint(" met", "green") if step.met else style.paint(" missed", "red"))


def _table(heading: str, rows: Sequence[RowView], style: Style, everything: bool) -> Iterator[str]:  # noqa: FBT001
    """Yield a row for each branch or profession: its items, and how many got to each step."""
    if not rows:
        return
    shown = rows if everything or len(rows) <= _BRANCHES_AT_ONCE else rows[:_BRANCHES_AT_ONCE]
    numbers = len("  items" + "".join(f"  {name}" for name in _COLUMNS))
    room = style.width - numbers - 4
    yield style.paint(f"    {heading:<{room}}  items" + "".join(f"  {name}" for name in _COLUMNS), "dim")
    for row in shown:
        name = safe(row.code if row.title == row.code else f"{row.code} {row.title}")
        cells = "".join(f"  {number:>{len(column)}}" for column, number in zip(_COLUMNS, row.reached, strict=True))
        yield f"    {shortened(name, room):<{room}}  {row.total:>5}{cells}"
    if len(shown) < len(rows):
        yield style.paint(f"    and {len(rows) - len(shown):,} more; --all shows them", "dim")

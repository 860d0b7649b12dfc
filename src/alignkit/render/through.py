"""A curriculum through many frameworks in a terminal: one table, direct and inferred apart, then what it rests on."""

from collections.abc import Iterable, Iterator

from alignkit.render.crosswalk import inferred_lines
from alignkit.render.style import Style, safe, wrapped
from alignkit.views.through import LadderView, MatrixView, ThroughView
from alignkit.wording import count, listed, shortened

_STEPS = ("claimed", "taught", "assessed", "evidenced")
_CELL = 10
_WHERE = 4
_ITEMS = 5
_RELATED = 8
_SHORTEST_NAME = 23


def render(views: Iterable[MatrixView], style: Style, *, everything: bool) -> str:
    """Return each curriculum's table; with everything, each inferred item with its path."""
    return "".join(f"{line.rstrip()}\n" for view in views for line in _lines(view, style, everything=everything))


def _lines(view: MatrixView, style: Style, *, everything: bool) -> Iterator[str]:
    who = f", for {view.profession}" if view.profession else ""
    where = f", in {view.jurisdiction}" if view.jurisdiction else ""
    title = f"{view.title}: through {count(len(view.frameworks), 'framework')}{where}{who}"
    yield from (style.paint(line, "bold") for line in wrapped(title, style.width))
    yield from wrapped(f"{view.id} ({view.file}): how many leaf items get to each step", style.width, "  ")
    if not view.frameworks:
        text = "It declares no framework and aligns with none; --framework ID names one to look through."
        yield from wrapped(text, style.width, "  ")
    else:
        yield ""
        yield from _table(view, style)
        yield ""
        yield from _legend(view, style)
    if everything:
        for framework in view.frameworks:
            yield from _paths(framework, style)
    yield ""


def _table(view: MatrixView, style: Style) -> Iterator[str]:
    room = style.width - _WHERE - _ITEMS - len(_STEPS) * _CELL - _RELATED
    if room < _SHORTEST_NAME:
        for framework in view.frameworks:
            yield from _in_words(framework, style)
        return
    columns = "".join(f"{step:>{_CELL}}" for step in _STEPS)
    head = f"{'framework':<{room}}{'in':<{_WHERE}}{'items':>{_ITEMS}}{columns}{'related':>{_RELATED}}"
    yield style.paint(head, "dim")
    for framework in view.frameworks:
        name = f"{shortened(_name(framework, style), room):<{room}}{_where(framework):<{_WHERE}}"
        yield f"{name}{framework.total:>{_ITEMS}}{_numbers(framework.ladder)}"
        for profession, ladder in framework.professions:
            start = f"  {shortened(safe(profession), room - 2)}"
            yield style.paint(f"{start:<{room + _WHERE + _ITEMS}}{_numbers(ladder)}", "dim")


def _where(framework: ThroughView) -> str:
    """Return where it applies, if that is one country or body of countries."""
    return framework.jurisdictions[0] if len(framework.jurisdictions) == 1 else ""


def _numbers(ladder: LadderView) -> str:
    cells = "".join(_cell(direct, inferred) for direct, inferred in zip(ladder.direct, ladder.inferred, strict=True))
    return f"{cells}{ladder.related or '':>{_RELATED}}"


def _cell(direct: int, inferred: int) -> str:
    return f"{direct:>5}{f' +{inferred}' if inferred else '':<5}"


def _name(framework: ThroughView, style: Style) -> str:
    mark = "" if framework.role == "claim" else " *"
    dagger = f" {style.sign('†', '(+)')}" if framework.unverified else ""
    return f"{framework.id}{mark}{dagger}"


def _in_words(framework: ThroughView, style: Style) -> Iterator[str]:
    rows = (("", framework.ladder), *framework.professions)
    yield from wrapped(f"{_name(framework, style)}: {count(framework.total, 'leaf item')}", style.width)
    for profession, ladder in rows:
        steps = listed(
            f"{direct:,}{f' + {inferred:,}' if inferred else ''} {step}"
            for step, direct, inferred in zip(_STEPS, ladder.direct, ladder.inferred, strict=True)
        )
        related = f"; {ladder.related:,} related" if ladder.related else ""
        who = f"{profession}: " if profession else ""
        yield from wrapped(f"{who}{steps}{related}", style.width, "  ", "    ")


def _legend(view: MatrixView, style: Style) -> Iterator[str]:
    """Yield what the signs in the table mean, as far as they are there."""
    for text in _meanings(view, style):
        yield from wrapped(text, style.width, "  ", "    ")


def _meanings(view: MatrixView, style: Style) -> Iterator[str]:
    inferred = any(framework.inferred for framework in view.frameworks)
    related = any(framework.related for framework in view.frameworks)
    if inferred:
        yield (
            "+n: as many more are inferred. No outcome aligns with them; a crosswalk leads to them, exactly or "
            "closely, from items that got that far. They count towards no target and no verdict, and are no evidence."
        )
    if related:
        yield "related: items to which only a related one leads: worth a look, not inferred."
    if view.crosswalks:
        names = listed(f"{name} ({status})" for name, status in view.crosswalks)
        yield f"crosswalks: {names}; --all shows each path"
    if any(framework.role != "claim" for framework in view.frameworks):
        yield "*: the curriculum does not claim to follow it"
    for framework in view.frameworks:
        if framework.scope:
            yield f"{framework.id}: only {listed(framework.scope, most=6)}, as the curriculum declares"
        if framework.partial_only:
            yield f"{framework.id}: {count(framework.partial_only, 'item')} claimed only in part, not counted"
    if any(framework.unverified for framework in view.frameworks):
        yield f"{style.sign('†', '(+)')}: no source confirms the text of some of its items yet"
    yield from _who(view)


def _who(view: MatrixView) -> Iterator[str]:
    learners = tuple(name for name in view.learners if name != "all")
    if view.apart:
        yield "professions: an item counts through activities that they attend, in frameworks that are for them"
    elif len(learners) > 1 and not view.profession:
        yield f"every activity is for all learners, so the figures hold for {listed(learners, most=6)} alike"


def _paths(framework: ThroughView, style: Style) -> Iterator[str]:
    if framework.inferred or framework.related:
        yield ""
        title = f"{framework.id}: {len(framework.inferred)} inferred, {len(framework.related)} related"
        yield style.paint(title, "bold")
        yield from inferred_lines("inferred", framework.inferred, style, everything=True)
        yield from inferred_lines("related", framework.related, style, everything=True)

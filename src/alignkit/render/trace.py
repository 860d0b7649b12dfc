"""A trace in a terminal: the item, then each path to it with its places, or what breaks it."""

from collections.abc import Iterable, Iterator

from alignkit.render.style import Style, safe, wrapped
from alignkit.views.trace import PathView, StopView, TraceView
from alignkit.wording import count, listed


def render(views: Iterable[TraceView], style: Style) -> str:
    """Return the traces of one item through each curriculum, one after the other."""
    return "".join(f"{line.rstrip()}\n" for view in views for line in _lines(view, style))


def _lines(view: TraceView, style: Style) -> Iterator[str]:
    item = view.item.item
    text = f": {item.words}" if item.words else ""
    for number, line in enumerate(wrapped(f"{view.item.ref}{text}", style.width, "", "  ")):
        yield style.paint(line, "bold") if number == 0 else line
    if not item.verified:
        yield style.paint("  the text of this item is not confirmed by a source yet", "dim")
    yield f"  {view.item.level or 'item'} of {view.framework}, seen from {view.curriculum} ({view.file})"
    if view.declared is None:
        yield from wrapped(f"{view.curriculum} does not list this framework under `frameworks:`.", style.width, "  ")
    if view.below:
        yield from _parent_lines(view, style)
    else:
        yield f"  {_verdict(view, style)}"
    for path in view.paths:
        yield ""
        yield from _path_lines(path, style)
    yield ""


def _parent_lines(view: TraceView, style: Style) -> list[str]:
    codes = listed([leaf.code for leaf in view.below], most=8)
    text = (
        f"It stands above {count(len(view.below), 'leaf item')}: {codes}. Aligning with it covers none of them; "
        "trace one of these instead."
    )
    return wrapped(text, style.width, "  ")


def _verdict(view: TraceView, style: Style) -> str:
    if not view.paths:
        return style.paint("not claimed: no outcome aligns with it", "bold", "yellow")
    if view.step.word == "not claimed":
        return style.paint("claimed only in part: no outcome serves the whole of it", "bold", "yellow")
    look = "green" if view.step.word == "evidenced" else "yellow"
    return style.paint(view.step.word, "bold", look) + f", through {count(len(view.paths), 'outcome')}"


def _path_lines(path: PathView, style: Style) -> Iterator[str]:
    """Yield the outcome, then its activities and assessments below it, each with its place."""
    yield from _stop_lines("outcome", path.outcome, style, "  ")
    for activity in path.activities:
        yield from _stop_lines("activity", activity, style, "    ")
    for assessment in path.assessments:
        yield from _stop_lines("assessment", assessment, style, "    ")
    if path.breaks:
        yield from (style.paint(line, "yellow") for line in wrapped(f"breaks here: {path.breaks}", style.width, "    "))


def _stop_lines(what: str, stop: StopView, style: Style, indent: str) -> Iterator[str]:
    note = f" ({stop.note})" if stop.note else ""
    yield from wrapped(f"{what} {stop.id}{note}  {stop.title}", style.width, indent, indent + "  ")
    yield style.paint(f"{indent}  {safe(str(stop.at))}", "cyan")

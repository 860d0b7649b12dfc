"""What a search found, in a terminal: each item with its framework, what stands above it, and its words."""

from collections.abc import Iterator

from alignkit.render.style import Style, safe, wrapped
from alignkit.views.search import FoundRow, SearchView
from alignkit.wording import count, shortened


def render(view: SearchView, style: Style) -> str:
    """Return what was found as lines of text."""
    lines = [line for row in view.rows for line in _row(row, style)]
    return "".join(f"{line}\n" for line in (*lines, *_closing(view, style)))


def _row(row: FoundRow, style: Style) -> Iterator[str]:
    old = f" ({row.status})" if row.status != "current" else ""
    code = ", by its code" if row.by_code else ""
    yield style.paint(safe(row.ref), "bold") + style.paint(safe(f"  {row.name}{old}{code}"), "dim")
    if row.path:
        above = " > ".join(f"{above.code} {shortened(above.title, 40)}".strip() for above in row.path)
        yield from wrapped(above, style.width, "    ")
    mark = "" if row.verified else f" {style.sign('†', '(+)')}"
    words = f"{row.title}: {row.text}" if row.title and row.text else row.title or row.text or "(codes only)"
    yield from wrapped(f"{words}{mark}", style.width, "    ")
    yield ""


def _closing(view: SearchView, style: Style) -> Iterator[str]:
    frameworks = count(view.searched, "framework")
    for word, meant in view.unknown.items():
        guess = f' (did you mean "{meant}"?)' if meant else ""
        yield safe(f'no item has "{word}"{guess}')
    if not view.total:
        yield f"nothing found in {frameworks}"
        return
    more = view.total - len(view.rows)
    shown = f"{count(view.total, 'item')} found in {frameworks}"
    yield f"{shown}; {more:,} more: --limit 0 shows all" if more else shown
    if any(not row.verified for row in view.rows):
        yield f"{style.sign('†', '(+)')} no source has confirmed the text yet"

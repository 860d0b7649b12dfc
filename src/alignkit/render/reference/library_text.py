"""Frameworks in a terminal: a table of all, or one with its tree. Drawn by rich, which knows how wide letters are."""

from collections.abc import Iterable
from io import StringIO
from typing import Literal

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from alignkit.model.framework import Framework
from alignkit.render.style import Style, safe, wrapped
from alignkit.views.library import FrameworkPage, FrameworkRow, ItemRow
from alignkit.wording import count, listed, shortened


def render_rows(rows: Iterable[FrameworkRow], style: Style) -> str:
    """Return the frameworks as a table, grouped as they are shipped."""
    groups: dict[str, list[FrameworkRow]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    longest = max((len(row.id) for group in groups.values() for row in group), default=0)
    parts = [
        part for group, members in groups.items() for part in (Text(group, style="bold"), _table(members, longest))
    ]
    if not groups:
        parts.append(Text("no framework fits"))
    legend = Text("\nverified: leaf items seen in a source. `alignkit frameworks show ID` says what is missing.")
    return _drawn([*parts, legend], style)


def _table(rows: Iterable[FrameworkRow], id_width: int) -> Padding:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, min_width=id_width)
    for _ in range(3):
        table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*_cells(row))
    return Padding(table, (0, 0, 1, 2))


def _cells(row: FrameworkRow) -> list[Text]:
    for_whom = ": ".join(filter(None, (listed(row.jurisdictions), listed(row.professions, most=1))))
    known = "codes only" if row.text == "codes-only" else f"{row.verified} of {row.leaves} verified"
    but = {"upper-levels-only": "; upper levels", "partial": "; in part"}.get(row.completeness, "")
    superseded = "; superseded" if row.status == "superseded" else ""
    cells = (row.id, shortened(row.publisher, 14), for_whom, f"{known}{but}{superseded}")
    return [Text(safe(cell)) for cell in cells]


def render_page(page: FrameworkPage, style: Style) -> str:
    """Return one framework: what it is, where it is from, how far it can be relied on, its tree."""
    return _drawn([*_head(page), _tree(page, style), *_notes(page.framework, style)], style)


_CODES_OF = {"official": "the publisher's", "assigned": "assigned by alignkit"}


def _head(page: FrameworkPage) -> list[RenderableType]:
    framework, row = page.framework, page.row
    counts = listed(count(number, level or "item", _plural(level)) for level, number in page.counts.items())
    facts = {
        "publisher": framework.publisher.name,
        "edition": framework.edition,
        "status": f"{framework.status}{f' by {page.successor}' if page.successor else ''}",
        "applies to": "; ".join(filter(None, (listed(framework.jurisdictions), listed(framework.professions)))),
        "items": f"{counts}; codes are {_CODES_OF[framework.codes]}",
        "listed": {"full": "every item of the document", "partial": "part of the document"}.get(
            framework.completeness, "only the upper levels of the document"
        ),
        "verified": f"{row.verified} of {row.leaves} leaf items have been seen in a source",
        "texts": _texts(framework),
        "your own": _own_wording(page),
    }
    if framework.source:
        facts |= {
            "source": framework.source.citation,
            "address": framework.source.url,
            "licence": framework.source.licence,
        }
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in facts.items():
        if value:
            table.add_row(name, Text(safe(value)))
    return [Text(f"{framework.id}  {safe(framework.title)}", style="bold"), Padding(table, (1, 0, 1, 2))]


def _plural(level: str) -> str:
    return f"{level[:-1]}ies" if level.endswith("y") else ""


def _texts(framework: Framework) -> str:
    kinds = {
        "paraphrase": "our own short paraphrases, not the publisher's sentences",
        "codes-only": "none: the publisher forbids derived texts; bring licensed wording with an overlay/1 file",
        "verbatim": "the publisher's, as the licence allows",
    }
    return kinds[framework.source.text] if framework.source else ""


def _own_wording(page: FrameworkPage) -> str:
    own = page.wording
    if own is None:
        return ""
    licence = f"; licence: {own.licence}" if own.licence else ""
    return f"the wording of {count(own.items, 'item')} is from {own.file}{licence}"


def _tree(page: FrameworkPage, style: Style) -> Tree:
    root = Tree(Text(page.framework.name), guide_style="dim")
    branches = {-1: root}
    top = page.items[0].depth if page.items else 0
    for item in page.items:
        branches[item.depth - top] = branches[item.depth - top - 1].add(_label(item, style))
    return root


def _label(item: ItemRow, style: Style) -> Text:
    label = Text(safe(item.code), style="bold")
    words = f"{item.title}: {item.text}" if item.title and item.text else item.title or item.text
    label.append(f"  {safe(words)}", style="not bold")
    if not item.verified:
        label.append(f" {style.sign('†', '(+)')}", style="not bold yellow")
    return label


def _notes(framework: Framework, style: Style) -> list[RenderableType]:
    if not framework.notes:
        return []
    heading = Text("\nWhat to know before relying on it", style="bold")
    return [heading, *(Text("\n".join(wrapped(f"- {note}", style.width, "  ", "    "))) for note in framework.notes)]


def _drawn(parts: Iterable[RenderableType], style: Style) -> str:
    """Return what rich draws, without the spaces that it pads lines with."""
    out = StringIO()
    colours: Literal["standard"] | None = "standard" if style.colour else None
    console = Console(
        file=out,
        width=style.width,
        color_system=colours,
        force_terminal=style.colour,
        no_color=not style.colour,
        legacy_windows=False,
        safe_box=not style.unicode,
        highlight=False,
    )
    for part in parts:
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())

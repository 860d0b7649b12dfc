"""A crosswalk in a terminal: by what right, each mapping with its reason, what has none, what would be inferred."""

from collections.abc import Iterator

from alignkit.render.style import Style, safe, wrapped
from alignkit.views.crosswalk import (
    CrosswalkView,
    EffectView,
    InferredView,
    ItemView,
    MappedView,
    PathView,
    SideView,
    SourceView,
)
from alignkit.wording import count, listed, sentence

_UNMAPPED_AT_ONCE = 24
_INFERRED_AT_ONCE = 8
_RELATION_WIDTH = 9
_METHODS = {
    "published": "published by those whose frameworks they are",
    "expert": "made by reading both side by side, not by their publishers",
    "suggested": "suggested by a machine",
}


def render(view: CrosswalkView, style: Style, *, everything: bool) -> str:
    """Return the crosswalks between the two frameworks; lists are cut short unless everything is wanted."""
    return "".join(f"{line.rstrip()}\n" for line in _lines(view, style, everything=everything))


def _lines(view: CrosswalkView, style: Style, *, everything: bool) -> Iterator[str]:
    title = f"{view.one.id} to {view.other.id}: {view.one.name} to {view.other.name}"
    yield from (style.paint(line, "bold") for line in wrapped(title, style.width))
    if not view.direct:
        text = "No crosswalk leads from one to the other directly; these lead there through a third framework."
        yield from wrapped(text, style.width, "  ")
    for source in view.sources:
        yield from _source_lines(source, style)
    yield ""
    pairs = sum(view.relations.values())
    kinds = listed(f"{number} {relation}" for relation, number in view.relations.items())
    yield from wrapped(f"{count(pairs, 'pair')} of items: {kinds or 'none of them exists'}", style.width)
    for mapped in view.mapped:
        yield ""
        yield from _mapped_lines(mapped, style, notes=view.direct)
    yield ""
    for side in (view.one, view.other):
        yield from _unmapped_lines(side, style, everything=everything)
    for effect in view.effects:
        yield ""
        yield from _effect_lines(effect, style, everything=everything)
    if any(not item.verified for each in view.mapped for item in (each.item, *(end for end, _ in each.to))):
        yield ""
        yield from wrapped(f"{_dagger(style)} no source confirms the text of this item yet", style.width)


def _source_lines(source: SourceView, style: Style) -> Iterator[str]:
    when = f", {source.date}" if source.date else ""
    method = _METHODS.get(source.method, source.method)
    about = f"{source.id}: {source.status}{when}; {count(source.size, 'mapping')}, {method}"
    yield from wrapped(about, style.width, "  ", "    ")
    for note in (source.citation, *source.notes):
        if note:
            yield from wrapped(f"- {note}", style.width, "    ", "      ")


def _mapped_lines(mapped: MappedView, style: Style, *, notes: bool) -> Iterator[str]:
    yield from _item_lines(mapped.item, style, "")
    for item, path in mapped.to:
        yield from _item_lines(item, style, f"  {path.relation:<{_RELATION_WIDTH}}")
        if notes and path.legs[0].note:
            indent = " " * (_RELATION_WIDTH + 4)
            yield from (style.paint(line, "dim") for line in wrapped(path.legs[0].note, style.width, indent))
        elif not notes:
            yield from path_lines(path, style, " " * (_RELATION_WIDTH + 4))


def _item_lines(item: ItemView, style: Style, before: str) -> Iterator[str]:
    mark = "" if item.verified else f" {_dagger(style)}"
    indent = " " * (len(before) + 2)
    first, *rest = wrapped(f"{item.code}{mark} {item.words}", style.width, before, indent)
    code = safe(item.code)
    yield before + style.paint(code, "bold") + first[len(before) + len(code) :]
    yield from rest


def _dagger(style: Style) -> str:
    return style.sign("†", "(+)")


def path_lines(path: PathView, style: Style, indent: str) -> list[str]:
    """Return the walk from its first item to its last, with each relation on the way and what it rests on."""
    arrow = style.sign("→", "->")
    steps = "".join(f" {arrow} {leg.relation} {arrow} {leg.end}" for leg in path.legs)
    by = listed(dict.fromkeys(f"{leg.crosswalk}, {leg.status}" for leg in path.legs))
    return wrapped(f"{path.origin}{steps} ({by})", style.width, indent, f"{indent}  ")


def _unmapped_lines(side: SideView, style: Style, *, everything: bool) -> Iterator[str]:
    number = len(side.unmapped)
    most = 0 if everything or number <= _UNMAPPED_AT_ONCE else _UNMAPPED_AT_ONCE
    names = f": {listed(side.unmapped, most=most)}" if number else ""
    hint = " (--all lists them)" if most else ""
    text = f"{side.id}: {number} of {count(side.leaves, 'leaf item')} not mapped{names}{hint}"
    yield from wrapped(text, style.width, "", "  ")


def _effect_lines(effect: EffectView, style: Style, *, everything: bool) -> Iterator[str]:
    title = f"{effect.curriculum} ({effect.file}) through {effect.framework}"
    yield from (style.paint(line, "bold") for line in wrapped(title, style.width))
    text = (
        f"of {count(effect.total, 'leaf item')}, {effect.direct} claimed directly, {len(effect.inferred)} inferred and "
        f"{len(effect.related)} only related"
    )
    yield from wrapped(sentence(text), style.width, "  ")
    yield from inferred_lines("inferred", effect.inferred, style, everything=everything)
    yield from inferred_lines("related", effect.related, style, everything=everything)


def inferred_lines(what: str, rows: tuple[InferredView, ...], style: Style, *, everything: bool) -> Iterator[str]:
    """Yield each item with the path that leads to it; the first few unless everything is wanted."""
    shown = rows if everything or len(rows) <= _INFERRED_AT_ONCE else rows[:_INFERRED_AT_ONCE]
    for row in shown:
        more = f", and from {count(row.others, 'other item')}" if row.others else ""
        how = (
            f"{what} as {row.step}, {row.path.relation}"
            if what == "inferred"
            else f"related to an item that is {row.step}"
        )
        yield from wrapped(f"{row.item.code}  {how}{more}: {safe(row.item.words)}", style.width, "  ", "      ")
        yield from (style.paint(line, "dim") for line in path_lines(row.path, style, "      "))
    if len(shown) < len(rows):
        yield style.paint(f"  and {len(rows) - len(shown):,} more {what}; --all lists them", "dim")

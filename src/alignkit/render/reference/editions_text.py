"""Two frameworks side by side in a terminal: what the comparison rests on, counts, then the items by their change."""

from collections.abc import Iterator

from alignkit.render.style import Style, safe, wrapped
from alignkit.views.editions import BasisView, ChangeRow, EditionsView, OtherItem
from alignkit.wording import count, listed

_METHODS = {"published": "published by its author", "expert": "an expert's", "suggested": "suggested by a machine"}
_MEANINGS = {
    "same": "says the same",
    "reworded": "one item stands for one, in other words or wider or narrower",
    "split": "several items stand for one",
    "merged": "one item stands for several",
    "withdrawn": "nothing stands for it",
    "new": "stands for nothing in the other",
}
# Where nobody has compared the two, an item that was not found again may still be there in other words.
_NOT_FOUND = {"withdrawn": "no item like it was found", "new": "no item like it was found"}
_RELATIONS = {
    "broad": "asks for more",
    "narrow": "asks for a part",
    "close": "nearly the same",
    "related": "is related",
}


def render(view: EditionsView, style: Style) -> str:
    """Return the comparison as lines of text."""
    lines = [*_head(view, style), *_counts(view, style)]
    for change in view.counts:
        rows = [row for row in view.rows if row.change == change]
        if rows:
            lines += ["", style.paint(_heading(change, view), "bold")]
            lines += [line for row in rows for line in _row(row, style)]
    shown = [row.verified for row in view.rows]
    shown += [other.verified for row in view.rows for other in (*row.others, *row.related)]
    if not all(shown):
        sign = style.sign("†", "(+)")
        lines += ["", *wrapped(f"{sign} no source has confirmed the text yet.", style.width)]
    return "".join(f"{line}\n" for line in lines)


def _head(view: EditionsView, style: Style) -> Iterator[str]:
    arrow = style.sign("→", "->")
    yield style.paint(f"{view.before.id} {arrow} {view.after.id}", "bold")
    for side in (view.before, view.after):
        yield from wrapped(f"{side.id}: {side.title} ({side.status})", style.width, "  ", "    ")
    yield ""
    yield from wrapped(" ".join(basis_sentences(view.basis)), style.width)


def basis_sentences(basis: BasisView) -> Iterator[str]:
    """Yield what a comparison rests on, and how far that can be relied on."""
    if not basis.crosswalk:
        yield "This rests on no crosswalk: there is none between the two."
        yield (
            "Items are paired only by equal codes and by words that their texts have in common, so splits and merges "
            "cannot be told, and each pair is a guess to check against the documents."
        )
        return
    turned = ", read backwards" if basis.turned else ""
    yield f"This rests on the crosswalk {basis.crosswalk}{turned}: {_METHODS[basis.method]}, status {basis.status}."
    if basis.status == "draft":
        yield "It is a draft that no second person has reviewed: check what it says against the documents."


def _counts(view: EditionsView, style: Style) -> Iterator[str]:
    arrow = style.sign("→", "->")
    yield ""
    for level in view.levels:
        name = level.before or level.after or "of no named level"
        only = f" (only {view.before.id if level.before else view.after.id})" if level.before != level.after else ""
        yield f"  {name}{only}: {level.count_before} {arrow} {level.count_after}"
    yield ""
    parts = [f"{number} {_word(change, view)}" for change, number in view.counts.items() if change != "new"]
    before, after = view.leaves
    yield from wrapped(f"of {count(before, 'leaf item')}: {listed(parts)}", style.width, "  ", "    ")
    yield from wrapped(
        f"of {count(after, 'leaf item')}: {view.counts['new']} {_word('new', view)}", style.width, "  ", "    "
    )


def _heading(change: str, view: EditionsView) -> str:
    meaning = _MEANINGS[change] if view.basis.crosswalk else _NOT_FOUND.get(change, _MEANINGS[change])
    return f"{_word(change, view)}: {meaning}"


def _word(change: str, view: EditionsView) -> str:
    """Return the name of a change; between two frameworks nothing is withdrawn or new, it is only in one of them."""
    only = {} if view.editions else {"withdrawn": f"only in {view.before.id}", "new": f"only in {view.after.id}"}
    return only.get(change, change)


def _row(row: ChangeRow, style: Style) -> Iterator[str]:
    yield from _item(row.code, row.words, style, verified=row.verified, indent=2)
    arrow = style.sign("→", "->")
    for other in row.others:
        yield from _other(other, arrow, style)
    if row.together and row.change == "merged":
        yield from wrapped(f"together with {listed(row.together)}", style.width, "      ")
    for other in row.related:
        yield from _other(other, style.sign("~", "~"), style)


def _other(other: OtherItem, sign: str, style: Style) -> Iterator[str]:
    relation = f" ({_RELATIONS[other.relation]})" if other.relation in _RELATIONS else ""
    yield from _item(f"{sign} {other.code}{relation}", other.words, style, verified=other.verified, indent=4)
    if other.note:
        yield from wrapped(other.note, style.width, "        ")


def _item(label: str, words: str, style: Style, *, verified: bool, indent: int) -> list[str]:
    mark = "" if verified else f" {style.sign('†', '(+)')}"
    lines = wrapped(f"{label}  {words}{mark}", style.width, " " * indent, " " * (indent + 4))
    return [line.replace(safe(label), style.paint(safe(label), "bold"), 1) for line in lines[:1]] + lines[1:]

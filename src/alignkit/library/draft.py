"""A list of competencies grown into the tree of a framework, with a code for each item."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count
from typing import NoReturn

from msgspec import Struct

from alignkit.errors import BadRequest
from alignkit.source.lists import Entry, Listing
from alignkit.wording import did_you_mean

# Deeper than any framework; a file may nest only so far.
_DEEPEST = 15
_NOT_IN_CODES = re.compile(r"[\s,:\[\]{}#]+")


class Sprout(Struct, frozen=True):
    """An item to be: what it says, and the items below it; `level` is "" where its depth has one name only."""

    code: str
    title: str
    text: str
    level: str
    items: tuple["Sprout", ...]


class Draft(Struct, frozen=True):
    """A framework to be: its tree, the names and counts of its levels from the top, and what was done to the codes.

    `tidied` has the codes that were changed, as they stood; `assigned` is how many had none.
    """

    items: tuple[Sprout, ...]
    levels: tuple[tuple[str, ...], ...]
    counts: tuple[int, ...]
    tidied: dict[str, str]
    assigned: int

    @property
    def has_texts(self) -> bool:
        """Say whether any item says what it asks for."""
        return any(_walk_texts(self.items))


def _walk_texts(items: Iterable[Sprout]) -> Iterator[str]:
    for item in items:
        if item.text:
            yield item.text
        yield from _walk_texts(item.items)


class _Twig(Struct):
    """An entry while the tree grows."""

    entry: Entry
    code: str
    below: list["_Twig"] = []


def grow(listing: Listing) -> Draft:
    """Return the tree of the list: by its parents where it names them, else by its levels or indents.

    Raises BadRequest where a code comes twice, or a parent is not there or is below its own child.
    """
    twigs = [_Twig(entry, tidy(entry.code)) for entry in listing.entries]
    known = _by_code(twigs, listing.file)
    by_parent = any(twig.entry.parent for twig in twigs)
    top = _by_parent(twigs, known, listing.file) if by_parent else _by_depth(twigs)
    levels = _levels(top)
    if len(levels) > _DEEPEST or sum(map(len, levels)) < len(twigs):
        _refuse(twigs, levels, listing.file)
    _assign(top, "", set(known))
    named = any(twig.entry.level for twig in twigs)
    names = tuple(_names(level) for level in levels) if named else ()
    tidied = {twig.entry.code: twig.code for twig in twigs if twig.entry.code and twig.entry.code != twig.code}
    return Draft(
        items=tuple(_sprout(twig, 0, names) for twig in top),
        levels=names,
        counts=tuple(map(len, levels)),
        tidied=tidied,
        assigned=sum(not tidy(twig.entry.code) for twig in twigs),
    )


def tidy(code: str) -> str:
    """Return a code without what no code can hold: "1.2." is 1.2, "Domain 1" is Domain-1."""
    return _NOT_IN_CODES.sub("-", code.strip().rstrip(".:)").strip()).strip("-")


def _by_code(twigs: list[_Twig], file: str) -> dict[str, _Twig]:
    known: dict[str, _Twig] = {}
    for twig in twigs:
        first = known.setdefault(twig.code, twig) if twig.code else twig
        if first is not twig:
            hint = "a code is the name of one item: give this one its own, or leave it empty to have one assigned"
            taken = f'the code "{twig.code}" is taken already, on line {first.entry.line}'
            raise BadRequest(taken, where=f"{file}:{twig.entry.line}", hint=hint)
    return known


def _by_parent(twigs: list[_Twig], known: dict[str, _Twig], file: str) -> list[_Twig]:
    """Return the items without a parent, each other one put below its own, in the order of the list."""
    titles = {twig.entry.title: twig for twig in reversed(twigs) if twig.entry.title}
    top: list[_Twig] = []
    for twig in twigs:
        name = twig.entry.parent
        parent = known.get(tidy(name)) or titles.get(name)
        if name and parent is None:
            guess = did_you_mean(tidy(name), known)
            raise BadRequest(f'no item has the code "{name}"{guess}', where=f"{file}:{twig.entry.line}", hint=_PARENTS)
        (parent.below if parent else top).append(twig)
    return top


_PARENTS = "the column of parents names the code, or the title, of the item above"


def _by_depth(twigs: list[_Twig]) -> list[_Twig]:
    """Return the items at the top, each other one put below the nearest above it that is less deep."""
    top: list[_Twig] = []
    above: list[_Twig] = []
    for twig in twigs:
        while above and above[-1].entry.depth >= twig.entry.depth:
            above.pop()
        (above[-1].below if above else top).append(twig)
        above.append(twig)
    return top


def _levels(top: list[_Twig]) -> list[list[_Twig]]:
    """Return the items of each level of the tree, from the top; one more than there may be ends it."""
    levels: list[list[_Twig]] = []
    here = top
    while here and len(levels) <= _DEEPEST:
        levels.append(here)
        here = [child for twig in here for child in twig.below]
    return levels


def _refuse(twigs: list[_Twig], levels: list[list[_Twig]], file: str) -> NoReturn:
    reached = {id(twig) for level in levels for twig in level}
    lost = next((twig for twig in twigs if id(twig) not in reached), None)
    if len(levels) > _DEEPEST or lost is None:
        raise BadRequest(f"the list has more than {_DEEPEST} levels", where=file, hint="give it fewer")
    what = f'"{lost.entry.parent}" is above and below it, by way of its parents'
    raise BadRequest(what, where=f"{file}:{lost.entry.line}", hint="let the parents lead up to an item that has none")


def _assign(twigs: list[_Twig], parent: str, taken: set[str]) -> None:
    """Give each item without a code its number below its parent: 2.1, or the next that is free."""
    for number, twig in enumerate(twigs, 1):
        if not twig.code:
            before = f"{parent}." if parent else ""
            twig.code = next(code for extra in count(number) if (code := f"{before}{extra}") not in taken)
            taken.add(twig.code)
        _assign(twig.below, twig.code, taken)


def _names(level: list[_Twig]) -> tuple[str, ...]:
    """Return the names of a level, the usual one first."""
    return tuple(name for name, _ in Counter(twig.entry.level or _UNNAMED for twig in level).most_common())


_UNNAMED = "item"


def _sprout(twig: _Twig, depth: int, names: tuple[tuple[str, ...], ...]) -> Sprout:
    entry = twig.entry
    own = entry.level or _UNNAMED
    title = entry.title or (entry.words if twig.below else "")
    return Sprout(
        code=twig.code,
        title=title,
        text=entry.text or ("" if title else entry.words),
        level=own if names and own != names[depth][0] else "",
        items=tuple(_sprout(child, depth + 1, names) for child in twig.below),
    )

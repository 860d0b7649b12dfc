"""What an editor shows at a place of an open file: what a name means, where it is defined, what can stand there."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from alignkit.findings import Span
from alignkit.library.index import FrameworkIndex, Placed
from alignkit.library.library import Library
from alignkit.model.curriculum import Curriculum, Outcome
from alignkit.model.evidence import Evidence
from alignkit.rules.base import Rule
from alignkit.rules.catalogue import by_code
from alignkit.source.cursor import Cursor

_UNVERIFIED = "† no source has confirmed this text yet"
_OF_FRAMEWORKS = ("use", "frameworks")
_OF_ITEMS = ("aligns", "to")


class Surroundings(Struct, frozen=True):
    """What names in a file can mean: the frameworks at hand, and the parts of the curriculum that it belongs to."""

    library: Library
    curriculum: Curriculum | None = None


class Choice(Struct, frozen=True):
    """Something that can stand at a place: its name, what it is in short, and what there is to say of it."""

    name: str
    what: str
    text: str = ""


class Choices(Struct, frozen=True):
    """What can stand at a place; the one chosen replaces what is between the two columns."""

    start: int
    end: int
    choices: tuple[Choice, ...] = ()


def meaning_at(cursor: Cursor, around: Surroundings) -> str:
    """Return what there is to say of the name at the cursor, in lines, or ""."""
    if cursor.excuse:
        rule = by_code().get(cursor.word.upper())
        return _of_rule(rule) if rule else ""
    named = _item(cursor, around.library)
    if named:
        return _of_item(*named)
    framework = _framework(cursor, around.library)
    if framework:
        return _of_framework(framework)
    part = _parts(cursor, around).get(cursor.word)
    return _of_part(part) if part else ""


def definition_at(cursor: Cursor, around: Surroundings) -> Span | None:
    """Return where the name at the cursor is defined, or None where it means nothing, or is in no file."""
    named = _item(cursor, around.library)
    if named:
        return named[0].item.at
    framework = _framework(cursor, around.library)
    if framework:
        return framework.framework.at
    part = _parts(cursor, around).get(cursor.word)
    return part.at if part else None


def choices_at(cursor: Cursor, around: Surroundings) -> Choices:
    """Return what can stand at the cursor: codes of a framework, frameworks, outcomes or evidence."""
    name, colon, _ = cursor.typed.partition(":")
    index = around.library.find(name) if colon and not cursor.excuse else None
    if index:
        return Choices(cursor.start + len(name) + 1, cursor.end, tuple(_codes(index)))
    if colon or cursor.excuse:
        return Choices(cursor.column, cursor.column)
    return Choices(cursor.start, cursor.end, tuple(_names(cursor, around)))


def _names(cursor: Cursor, around: Surroundings) -> Iterator[Choice]:
    scoped = around.library.find(cursor.framework) if cursor.framework else None
    if scoped:
        yield from _codes(scoped)
    elif cursor.key in (*_OF_FRAMEWORKS, *_OF_ITEMS):
        yield from _frameworks(around.library)
    for id_, part in _parts(cursor, around).items():
        yield Choice(id_, part.text if isinstance(part, Outcome) else part.citation or part.kind, _of_part(part))


def _codes(index: FrameworkIndex) -> Iterator[Choice]:
    for code, placed in index.items.items():
        mark = "" if placed.item.verified else " †"
        yield Choice(code, (placed.item.title or placed.item.text) + mark, _of_item(placed, index))


def _frameworks(library: Library) -> Iterator[Choice]:
    for id_ in library.ids:
        yield Choice(id_, f"framework ({library.group(id_)})")
    for alias, id_ in sorted(library.aliases.items()):
        yield Choice(alias, f"your name for {id_}")


def _item(cursor: Cursor, library: Library) -> tuple[Placed, FrameworkIndex] | None:
    """Return the framework item that is named at the cursor, with its framework."""
    found = library.resolve(f"{cursor.framework}:{cursor.word}" if cursor.framework else cursor.word)
    return (found.item, found.framework) if found.item and found.framework else None


def _framework(cursor: Cursor, library: Library) -> FrameworkIndex | None:
    """Return the framework that is named at the cursor, alone or before a code that it does not have."""
    fits = cursor.key in (*_OF_FRAMEWORKS, *_OF_ITEMS) and cursor.word
    return library.find(cursor.word.partition(":")[0]) if fits else None


def _parts(cursor: Cursor, around: Surroundings) -> dict[str, Outcome | Evidence]:
    """Return the parts of the curriculum that can be named at the cursor, by their ids; the first has its id."""
    curriculum = around.curriculum
    if curriculum is None or cursor.at_margin:
        return {}
    lists: dict[str, Iterable[Outcome | Evidence]] = {
        "outcomes": curriculum.outcomes,
        "evidence": curriculum.evidence,
    }
    return {part.id: part for part in reversed(tuple(lists.get(cursor.key, ()))) if part.id}


def _of_rule(rule: Rule) -> str:
    sources = (work.citation for work in rule.literature)
    return "\n".join((f"{rule.code} {rule.name} ({rule.severity.value})", "", rule.why, *sources))


def _of_item(placed: Placed, index: FrameworkIndex) -> str:
    """Return the item with its text, its place in the tree, and its framework."""
    above = [index.items[code] for code in reversed(placed.lineage[1:]) if code in index.items]
    path = " › ".join(_titled(each) for each in (*above, placed))  # noqa: RUF001
    mark = "" if placed.item.verified else " †"
    text = ("", placed.item.text + mark) if placed.item.text or mark else ()
    framework = index.framework
    lines = [path, *text, "", f"{framework.title} ({framework.id}), {framework.publisher.name}"]
    return "\n".join(lines if placed.item.verified else [*lines, _UNVERIFIED])


def _titled(placed: Placed) -> str:
    return f"{placed.code} {placed.item.title}".rstrip()


def _of_framework(index: FrameworkIndex) -> str:
    framework = index.framework
    confirmed = sum(leaf.item.verified for leaf in index.leaves)
    counts = f"{len(index.leaves)} items without items below them; the texts of {confirmed} are confirmed by a source"
    return "\n".join((framework.title, f"{framework.publisher.name}; {framework.status}", "", counts))


def _of_part(part: Outcome | Evidence) -> str:
    if isinstance(part, Outcome):
        aligned = ", ".join(alignment.to for alignment in part.aligns)
        return f"{part.id}: {part.text}" + (f"\naligned with {aligned}" if aligned else "")
    return f"{part.id}: {part.citation or part.kind}"

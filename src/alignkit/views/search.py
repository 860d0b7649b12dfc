"""What is shown of a search in the library: each item found, with where it stands."""

from msgspec import Struct

from alignkit.analysis.search import Found, Match


class Above(Struct, frozen=True):
    """An item above the one that was found."""

    code: str
    title: str


class FoundRow(Struct, frozen=True):
    """One item that was found: in which framework, below what, and why."""

    ref: str
    framework: str
    name: str
    status: str
    level: str
    code: str
    title: str
    text: str
    verified: bool
    leaf: bool
    path: tuple[Above, ...]
    by_code: bool
    words: tuple[str, ...]


class SearchView(Struct, frozen=True):
    """The best items found, how many there are in all, in how many frameworks, and the words that nothing has."""

    asked: str
    searched: int
    total: int
    rows: tuple[FoundRow, ...]
    unknown: dict[str, str]


def search_view(asked: str, found: Found, searched: int, limit: int) -> SearchView:
    """Return what is shown of a search: the first `limit` items, or all where that is 0."""
    shown = found.matches[:limit] if limit else found.matches
    return SearchView(asked, searched, len(found.matches), tuple(map(_row, shown)), found.unknown)


def _row(match: Match) -> FoundRow:
    placed, index = match.item, match.framework
    above = [index.items[code].item for code in reversed(index.ancestry(placed.code)[1:])]
    return FoundRow(
        ref=placed.ref,
        framework=index.id,
        name=index.framework.name,
        status=index.framework.status,
        level=placed.level,
        code=placed.code,
        title=placed.item.title,
        text=placed.item.text,
        verified=placed.item.verified,
        leaf=placed.is_leaf,
        path=tuple(Above(item.code, item.title or item.text) for item in above),
        by_code=match.by_code,
        words=match.words,
    )

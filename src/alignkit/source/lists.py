"""A list of competencies as people keep it, a table (CSV) or indented text, read into entries with their lines."""

import csv
import re
from collections.abc import Iterator

from msgspec import Struct

from alignkit.errors import BadRequest
from alignkit.source.limits import LIMITS
from alignkit.source.tree import Tree, foreign_bytes
from alignkit.wording import count

_TABLES = (".csv", ".tsv")
_SEPARATORS = ",;\t|"
# What a column is called, in lower case without spaces and signs, for each thing that we look for.
_COLUMNS = {
    "code": "code codes id identifier nr no number num ref reference key itemcode humancodingscheme",
    "title": "title name heading label short shorttitle abbreviatedstatement",
    "text": "text statement fullstatement description competency competence competencystatement outcome "
    "learningoutcome wording descriptor content standard criterion",
    "parent": "parent parentcode parentid parentitem under below belongsto partof ischildof",
    "level": "level type depth tier itemtype leveltype category",
}
_ROLES = {name: role for role, names in _COLUMNS.items() for name in names.split()}
_BULLET = re.compile(r"[-*•–—]\s+")  # noqa: RUF001
_HAS_NUMBER = re.compile(r"\(?([A-Za-z]{0,6}[-.]?\d[\w.-]*?)[.:)]?")
_LETTERS = re.compile(r"([A-Z]{1,6})[.:)]?")
_TAB = 4


class Entry(Struct, frozen=True):
    """One item of a list as it stands there; "" where the list does not say.

    `depth` counts from 0 at the top. `words` are what indented text says, be it a title or a text.
    """

    line: int
    code: str = ""
    words: str = ""
    title: str = ""
    text: str = ""
    parent: str = ""
    level: str = ""
    depth: int = 0


class Listing(Struct, frozen=True):
    """The entries of a list, which columns were understood as what, and those that were not."""

    file: str
    entries: tuple[Entry, ...]
    columns: dict[str, str] = {}
    unused: tuple[str, ...] = ()


def read_list(tree: Tree, name: str) -> Listing:
    """Return the list in a file: a table where its name ends in .csv or .tsv, else indented text.

    Raises BadRequest where it cannot be read, holds nothing, or a line does not fit.
    """
    text = _text_of(tree, name)
    listing = _table(text, name) if name.casefold().endswith(_TABLES) else _outline(text, name)
    if not listing.entries:
        raise BadRequest("there is nothing in the list", where=name, hint="give one item on each line")
    return listing


def _text_of(tree: Tree, name: str) -> str:
    hint = "save the list as CSV or plain text in UTF-8"
    try:
        text = foreign_bytes(tree, name).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadRequest("it is not text in UTF-8", where=name, hint=hint) from None
    if "\0" in text:
        raise BadRequest("it is not text", where=name, hint=hint)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _table(text: str, name: str) -> Listing:
    first = text.lstrip("\n").partition("\n")[0]
    separator = max(_SEPARATORS, key=lambda sign: (len(_roles(first.split(sign))), first.count(sign)))
    try:
        rows = _rows(text, separator)
    except csv.Error as error:
        raise BadRequest(f"it is not a table: {error}", where=name, hint="save the list as CSV again") from None
    if not rows:
        return Listing(name, ())
    (_, header), *body = rows
    roles = _roles(header)
    if not {"title", "text"}.intersection(roles.values()):
        known = "its first line has to name the columns: code, title, text, and parent or level"
        raise BadRequest("no column is called title or text", where=f"{name}:1", hint=known)
    unused = tuple(cell.strip() for number, cell in enumerate(header) if number not in roles and cell.strip())
    columns = {role: header[number].strip() for number, role in roles.items()}
    return Listing(name, tuple(_entries(body, roles, len(header), name)), columns, unused)


def _rows(text: str, separator: str) -> list[tuple[int, list[str]]]:
    """Return the rows that are not empty, each with the line on which it ends."""
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    return [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]


def _roles(header: list[str]) -> dict[int, str]:
    """Return what each column is for that is understood; of two for one thing, the first."""
    roles: dict[int, str] = {}
    for number, cell in enumerate(header):
        role = _ROLES.get(re.sub(r"[^a-z]", "", cell.casefold()))
        if role and role not in roles.values():
            roles[number] = role
    return roles


def _entries(rows: list[tuple[int, list[str]]], roles: dict[int, str], width: int, name: str) -> Iterator[Entry]:
    depths = _Depths()
    for line, row in rows:
        if any(cell.strip() for cell in row[width:]):
            hint = "put quotation marks around a text that holds the sign which separates columns"
            raise BadRequest(
                f"it has {count(len(row), 'cell')}, the first line {width}", where=f"{name}:{line}", hint=hint
            )
        given = {role: " ".join(row[number].split()) for number, role in roles.items() if number < len(row)}
        level = given.get("level", "")
        named = "" if level.isdecimal() else level.casefold()
        yield Entry(line=line, **{**given, "level": named}, depth=depths.of(level))


class _Depths:
    """How deep each level is: a number says so itself, names are one below the other as they first come."""

    def __init__(self) -> None:
        self._names: list[str] = []

    def of(self, level: str) -> int:
        if level.isdecimal():
            return min(int(level), LIMITS.depth)
        name = level.casefold()
        if name not in self._names:
            self._names.append(name)
        return self._names.index(name)


def _outline(text: str, name: str) -> Listing:
    lines = [(number, line.expandtabs(_TAB)) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    codes = {match[1] for _, line in lines if (match := _HAS_NUMBER.fullmatch(_first_word(line)))}
    indents: list[int] = []
    entries = []
    for number, line in lines:
        _come_to(len(line) - len(line.lstrip()), indents, f"{name}:{number}")
        code, words = _code_and_words(line, codes)
        entries.append(Entry(number, code, words, depth=len(indents) - 1))
    return Listing(name, tuple(entries))


def _come_to(indent: int, indents: list[int], where: str) -> None:
    """Leave in `indents` those of the items above one that is indented so, and its own."""
    left = [indents.pop() for _ in range(len(indents)) if indents[-1] > indent]
    if not indents or indents[-1] < indent:
        if left:
            hint = "indent an item as far as its neighbours, or further than the one above it"
            raise BadRequest(f"it is indented by {indent}, and no item above it is", where=where, hint=hint)
        indents.append(indent)


def _first_word(line: str) -> str:
    return _BULLET.sub("", line.strip(), count=1).partition(" ")[0]


def _code_and_words(line: str, codes: set[str]) -> tuple[str, str]:
    """Return the code with which a line begins, or "", and the rest.

    A word with a digit is a code; so are capitals with which another code begins: VE where there is a VE1.
    """
    first = _first_word(line)
    words = " ".join(_BULLET.sub("", line.strip(), count=1).split())
    found = _HAS_NUMBER.fullmatch(first)
    letters = _LETTERS.fullmatch(first)
    if not found and letters and any(code.startswith(letters[1]) for code in codes):
        found = letters
    return (found[1], words[len(first) :].lstrip(" .:-)")) if found else ("", words)

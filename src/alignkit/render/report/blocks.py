"""What a report is made of, whatever its format: sections of paragraphs, lists, tables and pictures, already in words.

All text is plain and as hostile as its authors made it: every renderer escapes all of it. Anchors are of letters,
digits and hyphens, unique in a document. The same document gives the same bytes in each format.
"""

from collections.abc import Iterator
from typing import Union

from msgspec import Struct


class Run(Struct, frozen=True):
    """A stretch of text.

    `tone` is "" or one of: strong, muted, code, warn, step-0 (not claimed) to step-4 (evidenced), verdict-met,
    verdict-partly-met, verdict-not-evidenced, verdict-not-met, verdict-not-applicable. A tone only repeats what the
    text says. `link` is "" or `#anchor` in the document or an address that begins with https:// or http://.
    """

    text: str
    tone: str = ""
    link: str = ""


Runs = tuple[Run, ...]


class Cell(Struct, frozen=True):
    """A cell of a table: its lines, each of runs; `number` is its value where it is one figure, for spreadsheets."""

    lines: tuple[Runs, ...] = ()
    number: float | None = None

    @property
    def text(self) -> str:
        """Return the cell as plain text, a line for each of its lines."""
        return "\n".join("".join(run.text for run in line) for line in self.lines)


class Column(Struct, frozen=True):
    """A column of a table: its heading, how wide it is beside the others, and whether it holds figures."""

    title: str
    width: int = 1
    figures: bool = False


class Row(Struct, frozen=True):
    """A row of a table.

    `kind` is "" or "branch" (a heading among rows). `depth` is how far it is indented in a tree. `facts` are what a
    reader may filter by, as a page needs it: `{"step": "2", "modules": "M1 M2", "professions": "nursing"}`.
    """

    cells: tuple[Cell, ...]
    kind: str = ""
    depth: int = 0
    anchor: str = ""
    facts: dict[str, str] = {}


class Table(Struct, frozen=True):
    """A table: the first cell of a row names it. `empty` is said in place of rows where there are none.

    `sheet` is the name of the sheet that it is in a spreadsheet, "" where it is none.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    empty: str = ""
    sheet: str = ""
    filters: tuple[str, ...] = ()
    """The facts of its rows by which a page lets a reader filter, in order."""


class Picture(Struct, frozen=True):
    """A picture as SVG, what it says in words, and the table with the same content."""

    id: str
    caption: str
    alt: str
    svg: str
    table: Table


class Paragraph(Struct, frozen=True):
    """A paragraph; `tone` is "", "lead" for the first of a report, "note" (good to know) or "warn" (to be heeded)."""

    runs: Runs
    tone: str = ""


class Bullets(Struct, frozen=True):
    """A list; numbered where the order matters."""

    items: tuple[Runs, ...]
    numbered: bool = False


class Facts(Struct, frozen=True):
    """Names and what stands behind each."""

    pairs: tuple[tuple[str, tuple[Runs, ...]], ...]


class Code(Struct, frozen=True):
    """Lines to copy as they stand."""

    text: str


Block = Union[Paragraph, Bullets, Facts, Table, Picture, Code, "Section"]


class Section(Struct, frozen=True):
    """A part of a report under a heading; sections within it are a level deeper."""

    id: str
    title: str
    blocks: tuple[Block, ...]


class Document(Struct, frozen=True):
    """A whole report: `language` is its BCP 47 tag, `footer` what stands under every page.

    `fingerprint` tells it from any other report: it is the same for the same input, whatever the format.
    """

    title: str
    subtitle: str
    language: str
    sections: tuple[Section, ...]
    footer: Runs
    fingerprint: str


def walk(blocks: tuple[Block, ...], level: int = 1) -> Iterator[tuple[Block, int]]:
    """Yield every block in reading order with the level of its section, the sections themselves included."""
    for block in blocks:
        yield block, level
        if isinstance(block, Section):
            yield from walk(block.blocks, level + 1)


def tables(document: Document) -> Iterator[Table]:
    """Yield every table of the document, those behind pictures included, in reading order."""
    for block, _ in walk(document.sections):
        if isinstance(block, Table):
            yield block
        if isinstance(block, Picture):
            yield block.table

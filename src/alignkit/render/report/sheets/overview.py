"""The first sheet: what the report's first section says in words, and the other sheets by name."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from xlsxwriter.worksheet import Worksheet

from alignkit.render.report.blocks import Block, Bullets, Code, Document, Facts, Paragraph, Runs, Section, walk
from alignkit.render.report.language import Language
from alignkit.render.report.sheets.book import Book, Look
from alignkit.render.report.sheets.heights import height
from alignkit.render.report.sheets.plan import Plan, Sheet
from alignkit.render.report.tones import ACCENT

_NAMES, _TEXTS = 32, 100
_NAME: Look = {}
_STRONG: Look = {"bold": True}
_TITLE: Look = {"bold": True, "font_size": 16, "font_color": f"#{ACCENT}", "text_wrap": False}
_HEADING: Look = {"bold": True, "font_size": 12, "font_color": f"#{ACCENT}", "text_wrap": False}


class Line(Struct, frozen=True):
    """A row of the overview: a name, what stands behind it, and where these lead."""

    name: str = ""
    text: str = ""
    look: Look = _NAME
    name_link: str = ""
    text_link: str = ""


def fill(sheet: Worksheet, document: Document, planned: Plan, book: Book, say: Language) -> None:
    """Write the overview into the sheet."""
    sheet.set_column(0, 0, _NAMES)
    sheet.set_column(1, 1, _TEXTS)
    for number, line in enumerate(_lines(document, planned, say)):
        if line.look.get("text_wrap") is not False:
            sheet.set_row(number, height(((line.name, _NAMES), (line.text, _TEXTS))))
        if line.name:
            book.write(sheet, (number, 0), line.name, line.look, line.name_link)
        if line.text:
            book.write(sheet, (number, 1), line.text, {}, line.text_link)


def _lines(document: Document, planned: Plan, say: Language) -> Iterator[Line]:
    yield Line(document.title, look=_TITLE)
    yield Line(document.subtitle, look={"text_wrap": False})
    yield Line(say("Fingerprint"), document.fingerprint, look=_STRONG)
    for block, _ in walk(document.sections[:1]):
        yield from _block(block)
    yield from (Line(), Line(say("Sheets"), look=_HEADING))
    yield from (_entry(sheet) for sheet in planned.sheets)


def _block(block: Block) -> Iterator[Line]:
    """Yield what a block says; tables have sheets, and so have the tables behind pictures."""
    match block:
        case Section():
            yield from (Line(), Line(block.title, look=_HEADING))
        case Paragraph():
            yield Line(text=_text(block.runs))
        case Bullets():
            yield from (Line(text=f"\u2022 {_text(item)}", text_link=_link((item,))) for item in block.items)
        case Facts():
            for name, lines in block.pairs:
                yield Line(name, "\n".join(_text(line) for line in lines), _STRONG, text_link=_link(lines))
        case Code():
            yield Line(text=block.text)


def _entry(sheet: Sheet) -> Line:
    return Line(sheet.name, sheet.table.caption, name_link=f"#{sheet.table.id}")


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def _link(lines: Iterable[Runs]) -> str:
    """Return the link of what is one text only: a cell has one link, which is that of all its text."""
    runs = [run for line in lines for run in line]
    return runs[0].link if len(runs) == 1 else ""

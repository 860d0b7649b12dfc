"""The blocks of a report as the body of a Word document."""

from alignkit.render.report.blocks import Block, Bullets, Code, Facts, Paragraph, Picture, Section, Table
from alignkit.render.report.word.markup import paragraph, run, w
from alignkit.render.report.word.pictures import picture
from alignkit.render.report.word.tables import table
from alignkit.render.report.word.texts import bullets, code, facts, text
from alignkit.render.report.word.word import Word

_DEEPEST = 6


def section(block: Section, word: Word, level: int = 1, *, new_page: bool = False) -> str:
    """Return the section under its heading, on a new page where that is asked for."""
    title = word.marked(block.id, run(block.title))
    more = w("pageBreakBefore") if new_page else ""
    heading = paragraph(word.style(f"heading {min(level, _DEEPEST)}"), title, more=more)
    return heading + "".join(_block(each, word, level + 1) for each in block.blocks)


def _block(block: Block, word: Word, level: int) -> str:
    match block:
        case Section():
            told = section(block, word, level)
        case Paragraph():
            told = text(block, word)
        case Bullets():
            told = bullets(block, word)
        case Facts():
            told = facts(block, word)
        case Table():
            told = table(block, word)
        case Picture():
            told = picture(block, word)
        case Code():
            told = code(block, word)
    return told

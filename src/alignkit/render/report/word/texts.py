"""Texts, lists and lines to copy, as paragraphs of Word."""

from alignkit.render.report.blocks import Bullets, Code, Facts, Paragraph, Runs
from alignkit.render.report.links import target
from alignkit.render.report.pages import compact
from alignkit.render.report.signs import held
from alignkit.render.report.tones import look
from alignkit.render.report.word.markup import paragraph, run, w
from alignkit.render.report.word.styles import tone_name
from alignkit.render.report.word.word import Word

_STYLES = {"lead": "Report Lead", "note": "Report Note", "warn": "Report Warning"}


def runs(texts: Runs, word: Word) -> str:
    """Return the texts in the character styles of their tones, those of links within the link."""
    return "".join(_run(each.text, each.tone, each.link, word) for each in texts)


def _run(text: str, tone: str, link: str, word: Word) -> str:
    leads = bool(target(link, word.places))
    # A link looks like one, unless it stands on the colour of its step or verdict.
    name = "Hyperlink" if leads and not look(tone).ground else tone_name(tone)
    return word.linked(link, run(text, word.style(name) if name else ""))


def text(block: Paragraph, word: Word) -> str:
    """Return a paragraph."""
    return paragraph(word.style(_STYLES.get(block.tone, "Normal")), runs(block.runs, word))


def bullets(block: Bullets, word: Word) -> str:
    """Return the items of a list; a numbered one begins with one."""
    style = word.style("List Number" if block.numbered else "List Bullet")
    more = _numbered(word.numbering.begin()) if block.numbered else ""
    return "".join(paragraph(style, runs(item, word), more=more) for item in block.items)


def _numbered(number: str) -> str:
    return w("numPr", w("ilvl", val="0"), w("numId", val=number))


def facts(block: Facts, word: Word) -> str:
    """Return a paragraph for each fact: its name, and at the same place in each line what stands behind it."""
    style, strong = word.style("Report Fact"), word.style("Strong")
    break_ = w("r", w("br"))
    return "".join(
        paragraph(style, run(name, strong), w("r", w("tab")), break_.join(runs(line, word) for line in compact(lines)))
        for name, lines in block.pairs
    )


def code(block: Code, word: Word) -> str:
    """Return a paragraph for each line, so that they come out as lines where they are pasted."""
    return "".join(
        paragraph(word.style("Report Code"), run(line)) for line in held(block.text).rstrip("\n").split("\n")
    )

"""One framework across many curricula: each item, which curricula teach it, and what rests on one of them alone."""

from alignkit.phrase import Phrase
from alignkit.render.report.blocks import Cell, Column, Paragraph, Row, Run, Section, Table
from alignkit.render.report.chapters.pieces import UNCONFIRMED, anchor, cell, figure, lines, text
from alignkit.render.report.language import Language
from alignkit.views.portfolio.across import AcrossView, FrameworkAcrossView, NamedCurriculum
from alignkit.views.portfolio.portfolio import PortfolioView


def across_section(framework: FrameworkAcrossView, view: PortfolioView, say: Language) -> Section:
    """Return the section of a framework."""
    columns = (
        Column(say("Item"), 5),
        Column(say("claimed by"), 1, figures=True),
        Column(say("taught by"), 1, figures=True),
        Column(say("assessed by"), 1, figures=True),
        Column(say("evidenced by"), 1, figures=True),
        Column(say("Activities"), 1, figures=True),
        Column(say("Taught in"), 5),
        Column(say("Note"), 3),
    )
    rows = tuple(_item(item, view, say) for item in framework.items)
    caption = say("{framework}: where each item is taught", framework=framework.name)
    table = Table(anchor("items", framework.id), caption, columns, rows, sheet=framework.name)
    used = Phrase("{n} curricula use it.", {"n": framework.used_by}, one="{n} curriculum uses it.")
    blocks = (Paragraph(text(framework.title)), Paragraph(text(say(used))), table)
    return Section(anchor("framework", framework.id), framework.name, blocks)


def _item(item: AcrossView, view: PortfolioView, say: Language) -> Row:
    mark = (Run(f" {UNCONFIRMED}", "warn"),) if not item.verified else ()
    name = (Run(f"{item.code} ", "strong"), Run(item.words), *mark)
    counts = (figure(say, many) for many in (item.claimed, item.taught, item.assessed, item.evidenced))
    taught_in, note = _taught_in(item, view, say), cell(_note(item, say))
    return Row((Cell((name,)), *counts, figure(say, item.activities), taught_in, note), anchor=anchor("item", item.ref))


def _taught_in(item: AcrossView, view: PortfolioView, say: Language) -> Cell:
    shown = (text(each.title, link=_link(each, view)) for each in item.taught_in)
    more = item.taught - len(item.taught_in)
    return lines((*shown, *((text(say("and {n} more", n=more), "muted"),) if more > 0 else ())))


def _link(curriculum: NamedCurriculum, view: PortfolioView) -> str:
    """Return where the curriculum is listed, "" where it is not."""
    return f"#{anchor('curriculum', curriculum.file)}" if curriculum.place < len(view.curricula) else ""


def _note(item: AcrossView, say: Language) -> str:
    if not item.taught:
        return say("taught nowhere")
    if not item.single:
        return ""
    if item.activities == 1:
        return say("rests on one activity of one curriculum")
    return say("rests on one curriculum alone")

"""Every finding on the curriculum: nothing hidden, what is excused with the reason that was given."""

from alignkit.phrase import Phrase
from alignkit.render.report.blocks import Block, Cell, Column, Paragraph, Row, Run, Runs, Section, Table
from alignkit.render.report.chapters.pieces import Places, cell, text
from alignkit.render.report.language import Language
from alignkit.views.report.found import FoundView
from alignkit.views.report.report import ReportView


def found_chapter(view: ReportView, places: Places, say: Language) -> Section:
    """Return the chapter."""
    columns = (
        Column(say("Rule"), 3),
        Column(say("Severity"), 2),
        Column(say("Finding"), 8),
        Column(say("Where"), 3),
    )
    rows = tuple(_row(each, places, say) for each in view.found)
    empty = say("alignkit found nothing to object to.")
    table = Table("found", say("Findings"), columns, rows, empty, sheet=say("Findings"))
    about = say("The command alignkit explain CODE says of a rule why it matters, with the publication it rests on.")
    blocks: tuple[Block, ...] = (Paragraph(text(about)), table)
    if view.excused:
        excused = Phrase(
            "{n} findings are excused by the authors, each with a reason. Verdicts are reached as if they were not.",
            {"n": view.excused},
            one="{n} finding is excused by the authors, with a reason. Verdicts are reached as if it were not.",
        )
        blocks = (Paragraph(text(say(excused)), "note"), *blocks)
    return Section("findings", say("Findings"), blocks)


def _row(found: FoundView, places: Places, say: Language) -> Row:
    excused: tuple[Runs, ...] = ()
    if found.excused is not None:
        reason = found.excused or say("no reason given")
        excused = (text(say("excused: {reason}", reason=reason), "muted"),)
    return Row(
        (
            Cell(((Run(f"{found.code} ", "strong"), Run(found.name)),)),
            cell(say(Phrase(found.severity.value))),
            Cell((text(say(found.message)), *excused)),
            places.cell(found.at),
        )
    )

"""The standard elements of a European micro-credential: what the curriculum states of each, and where."""

from alignkit.phrase import Phrase
from alignkit.render.report.blocks import Cell, Column, Paragraph, Row, Run, Runs, Section, Table
from alignkit.render.report.chapters.pieces import Places, cell, text
from alignkit.render.report.language import Language
from alignkit.views.report.elements import ElementView
from alignkit.wording import shortened

_MOST = 6
_LONGEST = 200


def elements_chapter(elements: tuple[ElementView, ...], places: Places, say: Language) -> Section:
    """Return the chapter."""
    columns = (Column(say("Element"), 4), Column(say("Asked for as"), 2), Column(say("What the curriculum states"), 7))
    rows = tuple(_row(each, places, say) for each in elements)
    source = say(
        "The elements are those of the Council of the European Union's recommendation of 16 June 2022 on a European "
        "approach to micro-credentials (2022/C 243/02), Annex I."
    )
    table = Table("elements", say("Elements of a micro-credential"), columns, rows, sheet=say("Micro-credential"))
    return Section("micro-credential", say("Elements of a micro-credential"), (Paragraph(text(source)), table))


def _row(element: ElementView, places: Places, say: Language) -> Row:
    name = (Run(f"{element.code} ", "strong"), Run(say(Phrase(element.title))))
    needed = Phrase("mandatory") if element.mandatory else Phrase("optional")
    return Row((Cell((name,)), cell(say(needed)), Cell(_stated(element, places, say))))


def _stated(element: ElementView, places: Places, say: Language) -> tuple[Runs, ...]:
    if element.on_record:
        return (text(say("stands on each learner's record, not in the curriculum"), "muted"),)
    if not element.stated:
        return (text(say("not stated"), "warn"),)
    shown = [(Run(f"{shortened(each.says, _LONGEST)} "), places.run(each.at)) for each in element.stated[:_MOST]]
    more = len(element.stated) - _MOST
    return (*shown, *((text(say("and {n} more", n=more), "muted"),) if more > 0 else ()))

"""What the curriculum rests on: publications and records, and who designed, reviewed and evaluates it."""

from alignkit.render.report.blocks import Cell, Column, Row, Run, Section, Table
from alignkit.render.report.chapters.pieces import Places, cell, text
from alignkit.render.report.language import Language
from alignkit.views.report.evidence import CitedView, TakenPartView


def evidence_chapter(
    cited: tuple[CitedView, ...], taken_part: tuple[TakenPartView, ...], places: Places, say: Language
) -> Section:
    """Return the chapter."""
    tables = (_cited(cited, places, say), _taken_part(taken_part, places, say))
    return Section("evidence", say("Evidence, design and evaluation"), tables)


def _cited(cited: tuple[CitedView, ...], places: Places, say: Language) -> Table:
    columns = (
        Column(say("Id"), 2),
        Column(say("Publication or record"), 7),
        Column(say("Cited for"), 4),
        Column(say("Where"), 3),
    )
    rows = tuple(_cited_row(each, places, say) for each in cited)
    empty = say("The curriculum lists no evidence.")
    return Table("cited", say("Evidence"), columns, rows, empty, sheet=say("Evidence"))


def _cited_row(each: CitedView, places: Places, say: Language) -> Row:
    link = (text(each.link, link=each.link if each.link.startswith("http") else ""),) if each.link else ()
    kind = (text(each.kind, "muted"),) if each.kind else ()
    used = cell(*map(say, each.cited_by)) if each.cited_by else cell(say("nothing cites it"), tone="muted")
    citation = Cell((text(each.citation), *link, *kind))
    return Row((Cell((text(each.id, "strong"),)), citation, used, places.cell(each.at)))


def _taken_part(parts: tuple[TakenPartView, ...], places: Places, say: Language) -> Table:
    columns = (
        Column(say("What"), 3),
        Column(say("Who, or by which"), 3),
        Column(say("As stated"), 7),
        Column(say("When"), 2),
        Column(say("Where"), 3),
    )
    rows = tuple(_part_row(each, places, say) for each in parts)
    empty = say("The curriculum names no theory, nobody who took part in its design or reviewed it, and no evaluation.")
    return Table("taken-part", say("Theories, design, review, evaluation"), columns, rows, empty, sheet=say("Design"))


def _part_row(each: TakenPartView, places: Places, say: Language) -> Row:
    return Row(
        (
            Cell(((Run(say(each.what)),),)),
            cell(say.said(each.who)),
            cell(*map(say.said, each.says)),
            cell(say.day(each.day) if each.day else ""),
            places.cell(each.at),
        )
    )

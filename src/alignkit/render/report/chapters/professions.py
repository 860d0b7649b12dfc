"""Coverage for each profession: an item counts for it only through activities that its learners attend."""

from collections.abc import Iterator

from alignkit.phrase import Phrase
from alignkit.render.report.blocks import Block, Cell, Column, Paragraph, Row, Run, Section, Table
from alignkit.render.report.chapters.pictures import Gallery
from alignkit.render.report.chapters.pieces import anchor, figure, share, step_columns, text
from alignkit.render.report.language import Language
from alignkit.views.report.report import ReportView


def profession_chapter(view: ReportView, gallery: Gallery, say: Language) -> Section:
    """Return the chapter."""
    return Section("professions", say("Profession by profession"), (*_blocks(view, say), gallery.together()))


def _blocks(view: ReportView, say: Language) -> Iterator[Block]:
    yield Paragraph(
        text(
            say(
                "An item counts for a profession only through activities that its learners attend, so a figure can be "
                "lower than the curriculum's, never higher."
            )
        )
    )
    if view.learners and not any(each.restricted for each in view.parts.activities.values()):
        yield Paragraph(text(say("Here every activity is for all learners, so the figures are the same for each.")))
    columns = (
        Column(say("Framework and profession"), 5),
        Column(say("Items in scope"), 2, figures=True),
        *step_columns(say),
    )
    yield Table(
        id="by-profession",
        caption=say("Coverage for each profession"),
        columns=columns,
        rows=tuple(_rows(view, say)),
        empty=say("No profession is named among the learners, or no framework is looked at."),
        sheet=say("Professions"),
    )


def _rows(view: ReportView, say: Language) -> Iterator[Row]:
    for chapter in view.chapters:
        professions = chapter.coverage.professions
        if professions:
            name = Run(chapter.edition.name, "strong", f"#{anchor('framework', chapter.edition.id)}")
            yield Row((Cell(((name,),)), *(Cell() for _ in range(5))), kind="branch")
        for row in professions:
            reached = (share(say, number, row.total) for number in row.reached)
            yield Row((Cell((text(say(Phrase(row.code))),)), figure(say, row.total), *reached), depth=1)

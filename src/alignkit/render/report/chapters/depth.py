"""Depth through the modules: where each framework's items are introduced, reinforced and mastered."""

from alignkit.render.report.blocks import Block, Cell, Column, Paragraph, Row, Run, Section, Table
from alignkit.render.report.chapters.pictures import Gallery
from alignkit.render.report.chapters.pieces import UNCONFIRMED, anchor, cell, text
from alignkit.render.report.language import Language
from alignkit.views.report.frameworks import ChapterView
from alignkit.views.report.matrix import MatrixRowView


def depth_chapter(chapters: tuple[ChapterView, ...], gallery: Gallery, say: Language) -> Section:
    """Return the chapter: what alignments state of depth, in the order of the modules that teach their outcomes."""
    about = say(
        "An alignment can state how deep it takes learners: introduce, reinforce or master. An outcome has its place "
        "in each module with an activity that addresses it."
    )
    letters = say("I is introduced, R reinforced, M mastered, X addressed without a stated depth.")
    sections = tuple(
        Section(
            anchor("depth-of", each.edition.id), each.edition.name, (gallery.depth(each.edition.id), _map(each, say))
        )
        for each in chapters
    )
    blocks: tuple[Block, ...] = (Paragraph(text(about)), Paragraph(text(letters), "note"), *sections)
    return Section("depth", say("Depth through the modules"), blocks)


def _map(chapter: ChapterView, say: Language) -> Table:
    modules = tuple(Column(" ".join(part for part in named if part), 2) for named in chapter.matrix.modules)
    return Table(
        id=anchor("map", chapter.edition.id),
        caption=say("{framework}: curriculum map", framework=chapter.edition.name),
        columns=(Column(say("Item"), 6), *modules),
        rows=tuple(map(_row, chapter.matrix.rows)) if modules else (),
        empty=say("The curriculum has no modules."),
        sheet=say("Map {framework}", framework=chapter.edition.name),
    )


def _row(row: MatrixRowView) -> Row:
    mark = (Run(f" {UNCONFIRMED}", "warn"),) if not row.verified else ()
    name = (Run(f"{row.code} ", "strong"), Run(row.words), *mark)
    return Row((Cell((name,)), *(cell(", ".join(letters)) for letters in row.cells)))

"""Depth through the modules: where each framework's items are introduced, reinforced and mastered."""

from alignkit.render.report.blocks import Block, Paragraph, Section
from alignkit.render.report.chapters.pictures import Gallery
from alignkit.render.report.chapters.pieces import anchor, text
from alignkit.render.report.language import Language
from alignkit.views.report.frameworks import ChapterView


def depth_chapter(chapters: tuple[ChapterView, ...], gallery: Gallery, say: Language) -> Section:
    """Return the chapter: what alignments state of depth, in the order of the modules that teach their outcomes."""
    about = say(
        "An alignment can state how deep it takes learners: introduce, reinforce or master. An outcome has its place "
        "in each module with an activity that addresses it."
    )
    sections = tuple(
        Section(anchor("depth-of", each.edition.id), each.edition.name, (gallery.depth(each.edition.id),))
        for each in chapters
    )
    blocks: tuple[Block, ...] = (Paragraph(text(about)), *sections)
    return Section("depth", say("Depth through the modules"), blocks)

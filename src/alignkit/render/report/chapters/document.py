"""The whole report as a document: the chapters in the order in which a reader needs them."""

from hashlib import sha256

from alignkit.phrase import Phrase
from alignkit.render.pictures.palette import Palette
from alignkit.render.report.blocks import Document, Run, Section
from alignkit.render.report.chapters.depth import depth_chapter
from alignkit.render.report.chapters.elements import elements_chapter
from alignkit.render.report.chapters.evidence import evidence_chapter
from alignkit.render.report.chapters.found import found_chapter
from alignkit.render.report.chapters.frameworks import framework_chapters
from alignkit.render.report.chapters.gaps import gaps_chapter
from alignkit.render.report.chapters.method import method_chapter
from alignkit.render.report.chapters.parts import parts_chapter
from alignkit.render.report.chapters.pictures import Gallery
from alignkit.render.report.chapters.pieces import Places
from alignkit.render.report.chapters.professions import profession_chapter
from alignkit.render.report.chapters.quality import quality_chapters
from alignkit.render.report.chapters.summary import summary
from alignkit.render.report.chapters.support import Support
from alignkit.render.report.language import Language
from alignkit.views.report.report import ReportView

_SHOWN = 16


def report_document(view: ReportView, say: Language, palette: Palette | None = None) -> Document:
    """Return the report in a language; the palette is for formats whose pictures cannot take the page's colours."""
    fingerprint, places = fingerprint_of(view), Places(view.file, say)
    gallery = Gallery(view.pictures, say, palette)
    chapters: tuple[Section, ...] = (
        summary(view, say),
        *quality_chapters(view.quality, places, say),
        framework_chapters(view.chapters, Support(view.parts, say), gallery, places, say),
        profession_chapter(view, gallery, say),
        depth_chapter(view.chapters, gallery, say),
        parts_chapter(view.parts, places, say),
        *((elements_chapter(view.elements, places, say),) if view.elements and view.kind == "micro-credential" else ()),
        evidence_chapter(view.cited, view.taken_part, places, say),
        found_chapter(view, places, say),
        method_chapter(view, fingerprint, say),
        gaps_chapter(view.gaps, places, say),
    )
    made = say("alignkit {version}, report {fingerprint}", version=view.alignkit, fingerprint=fingerprint[:_SHOWN])
    day = f", {say.day(view.asked.day)}" if view.asked.day else ""
    return Document(
        title=view.title,
        subtitle=say("Accreditation report: alignment, coverage and quality ({kind})", kind=Phrase(view.kind)),
        language=say.code,
        sections=chapters,
        footer=(Run(f"{made}{day}"),),
        fingerprint=fingerprint,
    )


def fingerprint_of(view: ReportView) -> str:
    """Return the SHA-256 of what the report rests on: the files, the question, the version of alignkit."""
    asked = view.asked
    told = (
        view.alignkit,
        view.id,
        *asked.frameworks,
        "|",
        *asked.jurisdictions,
        "|",
        asked.day.iso if asked.day else "",
    )
    rests_on = (f"{each.file} {each.sha256}" for each in view.inputs)
    rubrics = (each.rubric for each in view.quality)
    return sha256("\n".join((*told, *rubrics, *rests_on)).encode("utf-8", "replace")).hexdigest()

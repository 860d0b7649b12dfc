"""A framework's chapter: which document, every item in scope with what supports it, what is inferred."""

from collections.abc import Iterator

from alignkit.phrase import Day, Phrase
from alignkit.render.report.blocks import Block, Bullets, Cell, Column, Facts, Paragraph, Row, Run, Runs, Section, Table
from alignkit.render.report.chapters.pictures import Gallery
from alignkit.render.report.chapters.pieces import UNCONFIRMED, Places, anchor, cell, lines, step_run, text, words
from alignkit.render.report.chapters.support import Support
from alignkit.render.report.language import Language
from alignkit.views.crosswalk import InferredView
from alignkit.views.report.frameworks import ChapterView, EditionView
from alignkit.views.report.items import BranchView, ItemView, RowView


def framework_chapters(
    chapters: tuple[ChapterView, ...], support: Support, gallery: Gallery, places: Places, say: Language
) -> Section:
    """Return the chapter with a section for each framework."""
    sections = tuple(_section(chapter, support, gallery, places, say) for chapter in chapters)
    nothing = Paragraph(text(say("No framework is declared, and none was asked for.")))
    return Section(
        "frameworks", say("Frameworks, item by item"), (gallery.ladders(), *sections) if sections else (nothing,)
    )


def _section(chapter: ChapterView, support: Support, gallery: Gallery, places: Places, say: Language) -> Section:
    name = anchor("framework", chapter.edition.id)
    blocks = (
        Facts(tuple(_facts(chapter, places, say))),
        *((Bullets(tuple(text(note) for note in chapter.edition.notes)),) if chapter.edition.notes else ()),
        *((Paragraph(text(_unconfirmed(chapter, say)), "note"),) if chapter.coverage.unverified else ()),
        gallery.heat_map(chapter.edition.id),
        _items(chapter, support, say),
        gallery.routes(chapter.edition.id),
        *_inferred(chapter, say),
    )
    return Section(name, chapter.edition.name, blocks)


def _facts(chapter: ChapterView, places: Places, say: Language) -> Iterator[tuple[str, tuple[Runs, ...]]]:
    edition = chapter.edition
    yield say("Document"), (text(edition.title), *((text(edition.citation, "muted"),) if edition.citation else ()))
    yield say("Publisher"), (text(edition.publisher),)
    if edition.url:
        yield say("Address"), (text(edition.url, link=_address(edition.url)),)
    yield say("Edition"), (text(_edition(edition, say)),)
    if edition.jurisdictions:
        yield say("Applies in"), (text(words(say, edition.jurisdictions)),)
    if edition.professions:
        yield say("For"), (text(words(say, edition.professions)),)
    yield say("In this report"), tuple(text(line) for line in _use(chapter, places, say))
    yield say("Our file of it"), tuple(text(line) for line in _reliability(edition, say))


def _address(url: str) -> str:
    return url if url.startswith(("https://", "http://")) else ""


def _edition(edition: EditionView, say: Language) -> str:
    status = Phrase(edition.status)
    if not edition.edition:
        return say(status)
    return say("{edition} ({status})", edition=edition.edition, status=status)


def _use(chapter: ChapterView, places: Places, say: Language) -> Iterator[str]:
    coverage = chapter.coverage
    if chapter.declared:
        role = Phrase("a lens that the curriculum declares" if coverage.role == "lens" else "claimed by the curriculum")
        yield say("{role} ({place})", role=role, place=places.words(chapter.declared))
    else:
        yield say("asked for; the curriculum does not declare it")
    if coverage.profession:
        yield say("for {profession}", profession=Phrase(coverage.profession))
    if coverage.scope:
        facts = {"n": coverage.total, "all": coverage.whole}
        yield say("{n} of {all} items, those in {branches}", **facts, branches=coverage.scope)
    else:
        yield say("all {n} items", n=coverage.total)


def _reliability(edition: EditionView, say: Language) -> Iterator[str]:
    yield say("{n} of {all} texts confirmed by a source", n=edition.verified, all=edition.leaves)
    if edition.completeness != "full":
        yield say("not every item of the document is listed: {completeness}", completeness=Phrase(edition.completeness))
    if edition.codes == "assigned":
        yield say("the document has no codes; these are ours")
    if edition.text_rights in _RIGHTS:
        yield say(_RIGHTS[edition.text_rights])
    if edition.licence:
        yield say("licence: {licence}", licence=edition.licence)


_RIGHTS = {
    "paraphrase": Phrase("item texts are our own short paraphrases"),
    "codes-only": Phrase("codes and titles only, without the item texts"),
    "verbatim": Phrase("item texts are the publisher's own"),
}


def _unconfirmed(chapter: ChapterView, say: Language) -> str:
    return say(
        Phrase(
            "{sign} marks {n} items in scope whose texts no source has confirmed yet. They count as all others do.",
            {"sign": UNCONFIRMED, "n": chapter.coverage.unverified},
            one="{sign} marks {n} item in scope whose text no source has confirmed yet. It counts as all others do.",
        )
    )


def _items(chapter: ChapterView, support: Support, say: Language) -> Table:
    columns = (
        Column(say("Item"), 6),
        Column(say("Step reached"), 2),
        Column(say("Outcomes"), 3),
        Column(say("Activities"), 5),
        Column(say("Assessments"), 5),
        Column(say("Review"), 2),
        Column(say("Gap"), 3),
    )
    return Table(
        id=anchor("items", chapter.edition.id),
        caption=say("{framework}: every item in scope", framework=chapter.edition.name),
        columns=columns,
        rows=tuple(_row(row, support, say) for row in chapter.rows),
        empty=say("Nothing is in scope."),
        sheet=chapter.edition.name,
        filters=("step", "modules", "professions"),
    )


def _row(row: RowView, support: Support, say: Language) -> Row:
    if isinstance(row, BranchView):
        counted = say("{n} of {all} evidenced", n=row.reached[-1], all=row.total)
        cells = (Cell((_name(row),)), cell(counted), *(Cell() for _ in range(5)))
        return Row(cells, kind="branch", depth=row.depth)
    return Row(
        (
            Cell((_name(row), *_partial(row, say))),
            Cell(((step_run(say, row.step.word),),)),
            lines(support.outcomes(row)),
            lines(support.activities(row)),
            lines(support.assessments(row)),
            lines(_reviews(row, say)),
            cell(say(row.gap)) if row.gap else Cell(),
        ),
        depth=row.depth,
        anchor=anchor("item", row.ref),
        facts=support.facts(row),
    )


def _name(row: RowView) -> Runs:
    mark = (Run(f" {UNCONFIRMED}", "warn"),) if not row.verified else ()
    return (Run(f"{row.code} ", "strong"), Run(row.words), *mark)


def _partial(item: ItemView, say: Language) -> tuple[Runs, ...]:
    return (text(say("claimed in part only"), "muted"),) if item.partial_only else ()


def _reviews(item: ItemView, say: Language) -> Iterator[Runs]:
    for served in item.served_by:
        if served.reviewed:
            yield text(say("{outcome}: {reviews}", outcome=served.outcome, reviews=_by_whom(served.reviewed)))
        else:
            yield text(say("{outcome}: not reviewed", outcome=served.outcome), "muted")


def _by_whom(reviews: tuple[tuple[str, str], ...]) -> tuple[Phrase, ...]:
    return tuple(
        Phrase("{who}, {day}", {"who": who, "day": Day(date)}) if date else Phrase("{who}", {"who": who})
        for who, date in reviews
    )


def _inferred(chapter: ChapterView, say: Language) -> Iterator[Block]:
    """Yield what crosswalks lead to: shown apart, counted nowhere."""
    found = (*chapter.inferred, *chapter.related)
    if not found:
        return
    note = say("What follows from other frameworks through crosswalks is listed apart and counted in no figure.")
    columns = (Column(say("Item"), 4), Column(say("Step"), 2), Column(say("From"), 4), Column(say("Crosswalk"), 3))
    name = anchor("inferred", chapter.edition.id)
    caption = say("{framework}: inferred through crosswalks", framework=chapter.edition.name)
    rows = tuple(_inferred_row(each, say) for each in found)
    table = Table(
        f"{name}-items", caption, columns, rows, sheet=say("{framework} inferred", framework=chapter.edition.name)
    )
    yield Section(name, say("Inferred, not claimed"), (Paragraph(text(note)), table))


def _inferred_row(each: InferredView, say: Language) -> Row:
    item, path = each.item, each.path
    mark = (Run(f" {UNCONFIRMED}", "warn"),) if not item.verified else ()
    walk = say(
        "{origin}, by way of {ends} ({relation})", origin=path.origin, ends=_ends(each), relation=Phrase(path.relation)
    )
    crosswalks = tuple(dict.fromkeys(f"{leg.crosswalk} ({say(Phrase(leg.status))})" for leg in path.legs))
    step = step_run(say, each.step)
    return Row(
        (
            Cell(((Run(f"{item.code} ", "strong"), Run(item.words), *mark),)),
            Cell(((step,),)),
            cell(walk),
            cell(*crosswalks),
        )
    )


def _ends(each: InferredView) -> tuple[str, ...]:
    return tuple(leg.end for leg in each.path.legs)

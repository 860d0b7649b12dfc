"""The method: what the words mean, how each figure is worked out, and what the report rests on to the byte."""

from collections.abc import Iterator

from alignkit.phrase import Phrase
from alignkit.render.report.blocks import Block, Bullets, Cell, Column, Facts, Paragraph, Row, Run, Section, Table
from alignkit.render.report.chapters.indices import indices_blocks
from alignkit.render.report.chapters.pieces import UNCONFIRMED, anchor, cell, figure, text, words
from alignkit.render.report.language import Language
from alignkit.views.report.frameworks import ChapterView
from alignkit.views.report.items import ItemView, RowView
from alignkit.views.report.report import ReportView


def method_chapter(view: ReportView, fingerprint: str, say: Language) -> Section:
    """Return the chapter."""
    blocks = (
        Section("definitions", say("What the words mean"), _definitions(say)),
        Section(
            "figures", say("How each figure is worked out"), (Bullets(tuple(text(say(each)) for each in _FIGURES)),)
        ),
        Section("indices", say("The field's alignment indices"), indices_blocks(view.chapters, say)),
        Section("unconfirmed", say("Items whose texts are not confirmed"), tuple(_unconfirmed(view, say))),
        Section("inputs", say("What this report rests on"), tuple(_inputs(view, fingerprint, say))),
    )
    return Section("method", say("Method"), blocks)


# Each is a whole sentence or two, so that a language can put it as it likes.
_FIGURES = (
    Phrase(
        "Coverage is counted on leaf items in scope, those that have no items below them. An item counts as having "
        "reached a step when it reached that step or a further one, so figures fall from left to right."
    ),
    Phrase(
        "A share is the number of items at the step divided by the items in scope, in whole percent; 0% and 100% mean "
        "exactly none and exactly all."
    ),
    Phrase(
        "A target is met when enough items reached its step: the share that the curriculum declares, times the items "
        "in scope, rounded up."
    ),
    Phrase(
        "An outcome aligned with an item that has others below it covers none of them. An alignment of strength "
        "partial is shown and counts towards no step."
    ),
    Phrase(
        "For a profession only the activities count that its learners attend; an activity that names no profession is "
        "for all."
    ),
    Phrase(
        "A characteristic is met when all its essential criteria that apply are met. The figures are criteria met of "
        "criteria that apply; there is no score and there are no weights."
    ),
    Phrase("Verdicts come from all findings, those that the authors excused included."),
    Phrase("Hours are those that the activities state, added up exactly."),
    Phrase("What crosswalks lead to is listed as inferred and counted nowhere."),
)
_STEPS = (
    (Phrase("claimed"), Phrase("at least one outcome aligns with the item")),
    (Phrase("taught"), Phrase("at least one of those outcomes is addressed by an activity")),
    (Phrase("assessed"), Phrase("at least one of those taught outcomes is assessed")),
    (Phrase("evidenced"), Phrase("at least one of those assessments is summative and states criteria")),
)
_VERDICTS = (
    (Phrase("met"), Phrase("the rules that decide the criterion looked at something and object to nothing")),
    (Phrase("partly met"), Phrase("they object to some of what they looked at, or to part of what is asked")),
    (Phrase("not met"), Phrase("they object to all that they looked at")),
    (Phrase("not evidenced"), Phrase("the curriculum states nothing that they could judge")),
    (Phrase("not applicable"), Phrase("the criterion is not asked of such a curriculum; the reason is given")),
)


def _definitions(say: Language) -> tuple[Block, ...]:
    return (
        Paragraph(text(say("Each leaf item of a framework stands on a ladder; each step needs the one before."))),
        Facts(tuple((say(step), (text(say(meaning)),)) for step, meaning in _STEPS)),
        Paragraph(text(say("A criterion of quality is decided by rules, each of which names its source:"))),
        Facts(tuple((say(verdict), (text(say(meaning)),)) for verdict, meaning in _VERDICTS)),
    )


def _unconfirmed(view: ReportView, say: Language) -> Iterator[Block]:
    found = [(chapter, row) for chapter in view.chapters for row in chapter.rows if not row.verified]
    yield Paragraph(
        text(
            say(
                "{sign} marks an item whose text no source has confirmed yet: its code and place in the framework "
                "stand, its wording may not. Whoever relies on it should look into the publisher's document.",
                sign=UNCONFIRMED,
            )
        )
    )
    columns = (Column(say("Item"), 6), Column(say("Framework"), 3))
    rows = tuple(_unconfirmed_row(chapter, row) for chapter, row in found)
    empty = say("Every text in scope is confirmed by a source.")
    yield Table("unconfirmed-items", say("Items not confirmed"), columns, rows, empty, sheet=say("Not confirmed"))


def _unconfirmed_row(chapter: ChapterView, row: RowView) -> Row:
    link = f"#{anchor('item', row.ref)}" if isinstance(row, ItemView) else ""
    return Row((Cell(((Run(f"{row.code} ", "strong", link), Run(row.words)),)), cell(chapter.edition.name)))


def _inputs(view: ReportView, fingerprint: str, say: Language) -> Iterator[Block]:
    yield Facts(
        (
            (say("alignkit"), (text(view.alignkit),)),
            (say("This report"), (text(fingerprint, "code"),)),
            *(((say("Made on"), (text(say.day(view.asked.day)),)),) if view.asked.day else ()),
            *(
                ((say("Jurisdictions"), (text(words(say, view.asked.jurisdictions)),)),)
                if view.asked.jurisdictions
                else ()
            ),
        )
    )
    yield Paragraph(
        text(
            say(
                "The same files, the same question and the same version of alignkit give the same report, byte for "
                "byte. Each file is named with the SHA-256 of its content."
            )
        )
    )
    columns = (Column(say("File"), 4), Column("SHA-256", 6))
    rows = tuple(Row((cell(each.file, tone="code"), cell(each.sha256, tone="code"))) for each in view.inputs)
    yield Table("files", say("Files"), columns, rows, sheet=say("Files"))
    yield _editions(view, say)
    if view.asked.left_out:
        yield _left_out(view, say)


def _editions(view: ReportView, say: Language) -> Table:
    columns = (
        Column(say("Framework"), 5),
        Column(say("Edition"), 2),
        Column(say("Status"), 2),
        Column(say("Leaf items"), 2, figures=True),
        Column(say("Texts confirmed"), 2, figures=True),
        Column(say("Completeness"), 2),
    )
    rows = tuple(_edition_row(chapter, say) for chapter in view.chapters)
    empty = say("No framework was looked at.")
    return Table("editions", say("Frameworks looked at"), columns, rows, empty, sheet=say("Editions"))


def _edition_row(chapter: ChapterView, say: Language) -> Row:
    edition = chapter.edition
    return Row(
        (
            Cell(((Run(f"{edition.id} ", "strong"), Run(edition.title)),)),
            cell(edition.edition),
            cell(say(Phrase(edition.status))),
            figure(say, edition.leaves),
            figure(say, edition.verified),
            cell(say(Phrase(edition.completeness))),
        )
    )


def _left_out(view: ReportView, say: Language) -> Table:
    columns = (Column(say("Framework"), 6), Column(say("Why it is left out"), 4))
    rows = tuple(
        Row((Cell(((Run(f"{each.id} ", "strong"), Run(each.name)),)), cell(say(_WHY[each.because]))))
        for each in view.asked.left_out
    )
    return Table("left-out", say("Frameworks of the jurisdiction that are left out"), columns, rows)


_WHY = {
    "superseded": Phrase("superseded by a later edition"),
    "withdrawn": Phrase("withdrawn by its publisher"),
    "profession": Phrase("for professions that do not learn here"),
}

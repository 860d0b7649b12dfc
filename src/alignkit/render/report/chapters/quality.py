"""The characteristics of quality: each criterion with its verdict, the reason, and the lines that it rests on."""

from collections.abc import Iterator

from alignkit.phrase import Phrase
from alignkit.render.report.blocks import Block, Bullets, Cell, Column, Paragraph, Row, Run, Runs, Section, Table
from alignkit.render.report.chapters.pieces import Places, anchor, text, verdict_run
from alignkit.render.report.language import Language
from alignkit.views.report.quality import CharacteristicView, CriterionView, QualityView
from alignkit.wording import shortened

_LONGEST = 300


def quality_chapters(views: tuple[QualityView, ...], places: Places, say: Language) -> tuple[Section, ...]:
    """Return a chapter for each rubric."""
    titles = {each.rubric: say(Phrase(each.title)) for each in views}
    return tuple(
        Section(anchor("rubric", each.rubric), titles[each.rubric], tuple(_blocks(each, places, say))) for each in views
    )


def _blocks(quality: QualityView, places: Places, say: Language) -> Iterator[Block]:
    if quality.citation:
        yield Paragraph(text(quality.citation, "muted"))
    if quality.preconditions:
        title = say("Preconditions")
        table = _table(anchor("preconditions", quality.rubric), title, quality.preconditions, places, say)
        yield Section(anchor("before", quality.rubric), title, (table,))
    for each in quality.characteristics:
        name = anchor("characteristic", f"{quality.rubric}-{each.id}")
        yield Section(name, say(Phrase(each.title)), tuple(_characteristic(quality, each, places, say)))
    if quality.notes:
        notes = Bullets(tuple(text(say(Phrase(note))) for note in quality.notes))
        yield Section(anchor("notes", quality.rubric), say("What to know of this rubric"), (notes,))


def _characteristic(quality: QualityView, each: CharacteristicView, places: Places, say: Language) -> Iterator[Block]:
    counted = say(": {n} of {all} criteria met.", n=each.met, all=each.applicable)
    yield Paragraph((verdict_run(say, each.verdict), Run(counted)))
    if each.text:
        yield Paragraph(text(say(Phrase(each.text))))
    yield _table(anchor("criteria", f"{quality.rubric}-{each.id}"), say(Phrase(each.title)), each.criteria, places, say)


def _table(name: str, title: str, criteria: tuple[CriterionView, ...], places: Places, say: Language) -> Table:
    columns = (
        Column(say("Criterion"), 5),
        Column(say("Verdict"), 2),
        Column(say("Why"), 4),
        Column(say("What it rests on"), 5),
    )
    caption = say("{title}: criteria", title=title)
    return Table(name, caption, columns, tuple(_row(each, places, say) for each in criteria), sheet=title)


def _row(criterion: CriterionView, places: Places, say: Language) -> Row:
    name = (Run(f"{criterion.id} ", "strong"), Run(say(Phrase(criterion.title))))
    need = () if criterion.need == "essential" else (text(say(Phrase(criterion.need)), "muted"),)
    why = tuple(text(say(reason)) for reason in criterion.reasons)
    verdict = Cell(((verdict_run(say, criterion.verdict),),))
    return Row((Cell((name, *need)), verdict, Cell(why), Cell(tuple(_evidence(criterion, places, say)))))


def _evidence(criterion: CriterionView, places: Places, say: Language) -> Iterator[Runs]:
    for each in criterion.evidence:
        says = (Run(f"{shortened(each.says, _LONGEST)} "),) if each.says else ()
        yield (*says, places.run(each.at))
    if criterion.more:
        yield text(say("and {n} more places", n=criterion.more), "muted")

"""What to do next: what is missing, the most pressing first, each with places to close it and lines to paste."""

from collections.abc import Iterator

from alignkit.phrase import Phrase
from alignkit.render.report.blocks import Block, Bullets, Cell, Code, Column, Paragraph, Row, Run, Runs, Section, Table
from alignkit.render.report.chapters.pieces import UNCONFIRMED, Places, anchor, cell, figure, step_run, text
from alignkit.render.report.language import Language
from alignkit.views.gap import GapItemView, GapView, ProposalView
from alignkit.views.gaps import GapsView


def gaps_chapter(view: GapsView, places: Places, say: Language) -> Section:
    """Return the chapter."""
    return Section("gaps", say("What to do next"), tuple(_blocks(view, places, say)))


def _blocks(view: GapsView, places: Places, say: Language) -> Iterator[Block]:
    if not view.gaps:
        yield Paragraph(text(say("Every item in scope has reached the step that it should reach: nothing is missing.")))
        return
    yield Paragraph(
        text(say("Proposals are candidates: only a person who knows the course can say which of them is true of it.")),
        "note",
    )
    yield _table(view, say)
    for gap in view.gaps:
        title = say("{number}. {missing}", number=str(gap.number), missing=gap.missing)
        yield Section(f"gap-{gap.number}", title, tuple(_gap(gap, places, say)))
    if view.left_out:
        more = Phrase(
            "{n} more gaps rank below these; `alignkit gaps --all` shows them.",
            {"n": view.left_out},
            one="{n} more gap ranks below these; `alignkit gaps --all` shows it.",
        )
        yield Paragraph(text(say(more)))
    yield Paragraph(text(say("Gaps are ranked by, one after the other:")))
    yield Bullets(tuple(text(say(key)) for key in view.order), numbered=True)


def _table(view: GapsView, say: Language) -> Table:
    columns = (
        Column(say("Gap"), 6),
        Column(say("Items"), 1, figures=True),
        Column(say("Step reached"), 2),
        Column(say("Proposals"), 1, figures=True),
        Column(say("Why it ranks here"), 5),
    )
    rows = tuple(_table_row(gap, say) for gap in view.gaps)
    return Table("gaps-ranked", say("What is missing, the most pressing first"), columns, rows, sheet=say("Gaps"))


def _table_row(gap: GapView, say: Language) -> Row:
    number = Run(f"{gap.number}. ", "strong", f"#gap-{gap.number}")
    return Row(
        (
            Cell(((number, Run(say(gap.missing))),)),
            figure(say, len(gap.items)),
            Cell(((step_run(say, gap.step),),)),
            figure(say, len(gap.proposals)),
            cell(*map(say, gap.rank)),
        )
    )


def _gap(gap: GapView, places: Places, say: Language) -> Iterator[Block]:
    yield Bullets(tuple(_item(item) for item in gap.items))
    if not gap.proposals:
        yield Paragraph(text(say("No place was found at which this could be closed.")))
    for proposal in gap.proposals:
        yield from _proposal(proposal, places, say)


def _item(item: GapItemView) -> Runs:
    mark = (Run(f" {UNCONFIRMED}", "warn"),) if not item.verified else ()
    return (Run(f"{item.ref} ", "strong", f"#{anchor('item', item.ref)}"), Run(item.words), *mark)


def _proposal(proposal: ProposalView, places: Places, say: Language) -> Iterator[Block]:
    yield Paragraph((Run(say(proposal.what), "strong"), Run(f" ({say(proposal.effect)}). {say(proposal.why)}")))
    for paste in proposal.pastes:
        yield Paragraph((places.run(paste.at), Run(f": {say(paste.where)}", "muted")))
        yield Code(paste.text)

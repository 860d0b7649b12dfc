"""Webb's and Porter's indices: each figure with the numbers that it is worked out from, and what it does not say."""

from alignkit.phrase import Phrase
from alignkit.render.report.blocks import Block, Bullets, Cell, Column, Paragraph, Row, Run, Table
from alignkit.render.report.chapters.pieces import anchor, cell, figure, text
from alignkit.render.report.language import Language
from alignkit.views.report.frameworks import ChapterView
from alignkit.views.report.indices import DomainView

_FORMULAS = (
    Phrase(
        "Hits: pairs of a leaf item and an outcome that serves the whole of it. Webb's categorical concurrence asks "
        "for six hits or more on a domain before anything is concluded about it."
    ),
    Phrase("Range: leaf items hit, of the leaf items in scope. Webb holds half to be acceptable."),
    Phrase(
        "Balance: 1 - (sum of |1/O - I/H|) / 2 over the items hit, where O is the number of items hit, I the hits on "
        "one of them and H all hits. 1 means that the hits fall evenly."
    ),
    Phrase(
        "Depth consistency: pairs in which the outcome is at least as deep as the item, of the pairs in which both "
        "have a verb that is recognised, by the levels of Bloom's revised taxonomy. Webb holds half to be acceptable."
    ),
    Phrase(
        "Porter's index: 1 - (sum of |x - y|) / 2 over domains and levels, where x is the share of outcomes and y the "
        "share of assessments. 1 means that the two lay the same emphasis."
    ),
)


def indices_blocks(chapters: tuple[ChapterView, ...], say: Language) -> tuple[Block, ...]:
    """Return the formulas, and a table of the figures for every framework and domain."""
    columns = (
        Column(say("Framework and domain"), 5),
        Column(say("Hits"), 1, figures=True),
        Column(say("Range"), 2),
        Column(say("Balance"), 1, figures=True),
        Column(say("Depth consistency"), 2),
        Column(say("Porter's index"), 1, figures=True),
    )
    rows = tuple(row for chapter in chapters for row in _rows(chapter, say))
    empty = say("No framework was looked at.")
    about = say("They describe how alignments are spread. None of them says that an item is covered: the ladder does.")
    return (
        Paragraph(text(about)),
        Bullets(tuple(text(say(each)) for each in _FORMULAS)),
        Table("index-figures", say("Indices of each framework"), columns, rows, empty, sheet=say("Indices")),
    )


def _rows(chapter: ChapterView, say: Language) -> tuple[Row, ...]:
    indices = chapter.indices
    depth = cell(_of(indices.depth.part, indices.depth.whole, say)) if indices.depth else Cell()
    porter = figure(say, float(indices.porter.text)) if indices.porter else Cell()
    name = Run(chapter.edition.name, "strong", f"#{anchor('framework', chapter.edition.id)}")
    whole = Row((Cell(((name,),)), Cell(), Cell(), Cell(), depth, porter), kind="branch")
    return (whole, *(_domain(each, say) for each in indices.domains))


def _domain(domain: DomainView, say: Language) -> Row:
    title = (Run(f"{domain.code} ", "strong"), Run(domain.title)) if domain.code else (Run(say("all items")),)
    balance = figure(say, float(domain.balance.text)) if domain.balance.whole else Cell()
    spread = cell(_of(domain.range.part, domain.range.whole, say))
    return Row((Cell((title,)), figure(say, sum(domain.hits)), spread, balance, Cell(), Cell()), depth=1)


def _of(part: int, whole: int, say: Language) -> str:
    return say("{n} of {all}", n=part, all=whole)

"""A small document with every kind of block, for tests of renderers: a text can be put wherever one can stand."""

from alignkit.render.report.blocks import (
    Block,
    Bullets,
    Cell,
    Code,
    Column,
    Document,
    Facts,
    Paragraph,
    Picture,
    Row,
    Run,
    Section,
    Table,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10" role="img" aria-labelledby="p-title">'
    '<title id="p-title">Ladder</title><rect width="30" height="10" fill="#1b6e53"/></svg>'
)


def cell(*lines: str, tone: str = "", link: str = "", number: float | None = None) -> Cell:
    return Cell(tuple((Run(line, tone, link),) for line in lines), number)


def table(text: str = "Respect \u2020", rows: int = 2) -> Table:
    """Return a table with a branch and items below it."""
    items = tuple(
        Row(
            (
                cell(f"VE{number}", text),
                cell("evidenced", tone="step-4") if number % 2 else cell("not claimed", tone="step-0"),
                cell("LO1", link="#outcome-LO1") if number % 2 else Cell(),
                cell("12.5", number=12.5),
            ),
            depth=1,
            anchor=f"item-VE{number}",
            facts={"step": "4" if number % 2 else "0", "modules": "M1 M2", "professions": "nursing"},
        )
        for number in range(1, rows + 1)
    )
    return Table(
        id="items",
        caption="Every item in scope",
        columns=(Column("Item", 5), Column("Step", 2), Column("Outcomes", 3), Column("Hours", 1, figures=True)),
        rows=(Row((cell("VE Values"), cell(f"1 of {rows}"), Cell(), cell("12.5", number=12.5)), kind="branch"), *items),
        sheet="IPEC 2023",
        filters=("step", "modules", "professions"),
    )


def document(text: str = "Going home together", language: str = "en") -> Document:
    """Return a document in which the text stands wherever an author's text can."""
    blocks: tuple[Block, ...] = (
        Paragraph((Run(text), Run(" is in "), Run("IPEC 2023", "strong", "#frameworks")), "lead"),
        Facts((("Learners", ((Run(text),), (Run("pharmacy"),))), ("Version", ((Run("2026", "code"),),)))),
        Bullets(((Run(text),), (Run("two", "", "https://example.org/a?b=1&c=2"),))),
        Bullets(((Run("first"),), (Run("second"),)), numbered=True),
        Paragraph((Run("Not all of it is confirmed.", "warn"),), "warn"),
        Picture("ladder", "How far it got", "3 of 4 items are evidenced", SVG, table(text)),
        Code(f"outcomes:\n  - {text}"),
    )
    frameworks = Section("frameworks", text, (table(text), Table("none", "Gaps", (Column("Gap"),), (), "Nothing.")))
    part = Section("outcomes", "Outcomes", (_outcomes(text),))
    return Document(
        title=text,
        subtitle="Accreditation report",
        language=language,
        sections=(Section("summary", "Summary", blocks), Section("coverage", "Coverage", (frameworks, part))),
        footer=(Run("alignkit 0.1.0"),),
        fingerprint="0123456789abcdef",
    )


def _outcomes(text: str) -> Table:
    row = Row((cell("LO1"), cell(text)), anchor="outcome-LO1")
    return Table("outcomes", "Outcomes", (Column("Outcome"), Column("Text", 4)), (row,), sheet="Outcomes")

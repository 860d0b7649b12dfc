"""A report as an officer takes it on a visit: wide tables, long ones, pictures, sections in sections."""

from tests.render.report.sample import SVG, cell, document

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

STEPS = ("not claimed", "claimed", "taught", "assessed", "evidenced")
VERDICTS = ("met", "partly-met", "not-evidenced", "not-met", "not-applicable")


def report(rows: int = 12, modules: int = 30) -> Document:
    """Return a report with that many items in its widest table, and modules in its matrix."""
    sections = (
        Section("summary", "Summary", _summary()),
        Section("coverage", "Coverage", (Section("ipec", "IPEC 2023", (items(rows),)), _deep())),
        Section("depth", "Depth", (Picture("map", "Items by modules", "A map of 6 items", SVG, matrix(modules)),)),
        Section("method", "Method", _method()),
    )
    given = document()
    return Document(given.title, given.subtitle, given.language, sections, given.footer, given.fingerprint)


def _summary() -> tuple[Block, ...]:
    verdicts = tuple(Row((cell(name.replace("-", " "), tone=f"verdict-{name}"), cell("3 of 5"))) for name in VERDICTS)
    return (
        Paragraph((Run("For nursing and pharmacy, see the "), Run("method", "", "#method"), Run(".")), "lead"),
        Facts(
            (("Learners", ((Run("nursing"),), (Run("pharmacy"),))), ("Address", ((Run("x", "", "https://x.org"),),)))
        ),
        Table("quality", "Characteristics", (Column("Verdict"), Column("Criteria met")), verdicts, sheet="Quality"),
        Paragraph((Run("† marks what no source has confirmed."),), "note"),
        Paragraph((Run("Read this first.", "warn"),), "warn"),
    )


def items(rows: int) -> Table:
    heads = ("Item", "Step", "Outcomes", "Activities", "Assessments", "Review", "Gap")
    columns = (*(Column(head, 4 if head == "Item" else 2) for head in heads), Column("Hours", 1, figures=True))
    return Table("items", "Every item in scope", columns, tuple(_item(number) for number in range(rows)), sheet="IPEC")


def _item(number: int) -> Row:
    named = Cell(((Run(f"VE{number}", "strong"), Run(" †", "muted")), (Run("Respect the dignity of persons"),)))
    step = cell(STEPS[number % 5], tone=f"step-{number % 5}")
    outcome = cell("LO1", "LO2", link="#ipec")
    hours = cell(f"{number}.5 h", number=number + 0.5)
    branch = "" if number % 5 else "branch"
    cells = (named, step, outcome, cell("Case discussion"), cell("Essay"), Cell(), cell("none"), hours)
    return Row(cells, branch, depth=0 if branch else 1, anchor=f"item-VE{number}")


def matrix(modules: int) -> Table:
    columns = (Column("Item", 5), *(Column(f"M{number}") for number in range(1, modules + 1)))
    rows = tuple(
        Row((cell(f"VE{item}"), *(cell("IRM"[(item + each) % 3]) for each in range(modules)))) for item in range(6)
    )
    return Table("matrix", "Introduced, reinforced, mastered", columns, rows, sheet="Matrix")


def _deep() -> Section:
    inner = Section("deepest", "Deepest", (Paragraph((Run("Here."),)),))
    return Section("deep", "Deep", (Section("deeper", "Deeper", (inner,)), Table("none", "Gaps", (), (), "Nothing.")))


def _method() -> tuple[Block, ...]:
    count = Bullets(((Run("Read."),), (Run("Count."),)), numbered=True)
    return (count, Paragraph((Run("In between."),)), count, Bullets(((Run("A point."),),)), Code("a:\n\n  - b: 1\n"))

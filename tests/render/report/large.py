"""A report as large and as awkward as they come: many items on every step, long, narrow and right-to-left titles."""

from alignkit.render.report.blocks import (
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
    Runs,
    Section,
    Table,
)

STEPS = ("not claimed", "claimed", "taught", "assessed", "evidenced")
VERDICTS = ("met", "partly-met", "not-evidenced", "not-met", "not-applicable")
PROFESSIONS = ("nursing", "pharmacy", "physiotherapy")
RIGHT_TO_LEFT = "تخطيط الخروج من المستشفى معًا (IPE): فريق واحد!"
LONG = ("Planning the discharge of people who live alone, with a relative or in a home, " * 4)[:300]
TITLES = (
    "Place interests of persons and populations at the centre of interprofessional health care delivery",
    "Respect the dignity and privacy of persons †",
    RIGHT_TO_LEFT,
    "Communicate one's roles and responsibilities clearly",
    "Choose effective communication tools and techniques, including information systems",
    LONG,
)
STYLE = "#map rect { fill: var(--picture-step-3, red); stroke: var(--picture-line, red); }"
ADDRESS = "https://example.org/a/very/long/address"


def line(*texts: str, tone: str = "", to: str = "") -> Runs:
    """Return texts with commas between them, each a link to the anchor that begins so."""
    runs: list[Run] = []
    for text in texts:
        runs += [Run(", ")] if runs else []
        runs.append(Run(text, tone, f"#{to}{text.replace('.', '-')}" if to else ""))
    return tuple(runs)


def cell(*texts: str, tone: str = "", to: str = "") -> Cell:
    return Cell((line(*texts, tone=tone, to=to),) if texts else ())


def figure(number: float) -> Cell:
    return Cell((line(f"{number:,}"),), number)


def columns(*figures: str, **widths: int) -> tuple[Column, ...]:
    """Return columns by their titles and widths, some of them of figures."""
    return tuple(Column(title, width, title in figures) for title, width in widths.items())


def large(items: int = 60, activities: int = 20, outcomes: int = 30) -> Document:
    """Return a report of that size; every sixth item is not covered at all."""
    framework = Section("ipec-2023", "IPEC Core Competencies, Version 3", (_map(items), _items(items, activities)))
    return Document(
        title="Going home together: planning hospital discharge across professions",
        subtitle="Accreditation report",
        language="en",
        sections=(
            Section("summary", "Summary", _summary(items)),
            Section("quality", "The four characteristics of quality interprofessional education", (_quality(),)),
            Section("frameworks", "Frameworks", (framework,)),
            Section("parts", "What the curriculum is made of", (_outcomes(outcomes), *_parts(activities))),
            Section("gaps", "What is missing, and where it could go", _gaps()),
        ),
        footer=line("alignkit 0.1.0 · the same input always gives this same report"),
        fingerprint="3f9a61c0d2b84e75",
    )


def _summary(items: int) -> tuple[Paragraph | Facts | Table | Bullets, ...]:
    covered = Run(f"{items - items // 6} of {items} items", "", "#ipec-2023")
    lead = (Run("Going home together", "strong"), Run(" covers "), covered, Run(" of IPEC 2023."))
    facts = (
        ("Learners", tuple(line(name) for name in PROFESSIONS)),
        ("Workload", (line("75 hours, 3 ECTS credits"),)),
        ("Version", (line("2026-autumn", tone="code"),)),
        (LONG, (line(RIGHT_TO_LEFT),)),
    )
    shares = Table(
        "summary-steps",
        "How far each framework is covered",
        columns(*STEPS, Framework=4, claimed=1, taught=1, assessed=1, evidenced=1),
        tuple(Row((cell(name), *map(figure, (50, 40, 30, 1_020)))) for name in ("IPEC 2023", RIGHT_TO_LEFT)),
    )
    sources = (
        line("Framework for action"),
        (Run(ADDRESS, "", ADDRESS),),
        (Run("Reeves 2016", "", "https://doi.org/10.1002/14651858"),),
    )
    return (
        Paragraph(lead, "lead"),
        Facts(facts),
        shares,
        Paragraph(line("† marks items whose text no source has confirmed yet."), "warn"),
        Paragraph(line("The last section says where gaps could be closed."), "note"),
        Bullets(sources),
    )


def _quality() -> Table:
    rests_on = Cell((line("modules/m1.yaml:14", tone="code"), line("curriculum.yaml:3", tone="code")))
    rows = tuple(
        Row((cell(f"Criterion {verdict}"), cell(verdict.replace("-", " "), tone=f"verdict-{verdict}"), rests_on))
        for verdict in VERDICTS
    )
    return Table("criteria", "Criteria and what they rest on", columns(Criterion=5, Verdict=2, Evidence=3), rows)


def _facts(number: int) -> dict[str, str]:
    step = min(number % 6, 4)
    modules = sorted({f"M{each % 20 // 5 + 1}" for each in (number, number + 7)}) if step > 1 else ()
    return {"step": str(step), "modules": " ".join(modules), "professions": " ".join(PROFESSIONS[: number % 3 + 1])}


def _items(items: int, activities: int) -> Table:
    rows: list[Row] = []
    for number in range(items):
        if number % 15 == 0:
            domain = cell(f"D{number // 15 + 1} Values and ethics")
            rows.append(Row((domain, cell("12 of 15"), *[Cell()] * 6), "branch"))
        rows.append(_item(number, activities))
    heads = columns("Hours", Item=6, Step=2, Outcomes=2, Activities=2, Assessments=2, Hours=1, Review=2, Gap=3)
    filters = ("step", "professions", "modules")
    return Table("items", "Every item in scope", heads, tuple(rows), sheet="IPEC", filters=filters)


def _item(number: int, activities: int) -> Row:
    facts = _facts(number)
    step = int(facts["step"])
    outcome, activity = number % 30 + 1, number % activities + 1
    cells = (
        Cell((line(f"VE{number + 1}", tone="strong"), line(TITLES[number % len(TITLES)]))),
        cell(STEPS[step], tone=f"step-{step}"),
        cell(f"LO{outcome}", f"LO{outcome % 30 + 1}", to="outcome-") if step else Cell(),
        cell(f"M{(activity - 1) // 5 + 1}.A{activity}", to="activity-") if step > 1 else Cell(),
        cell(f"AS{outcome % 4 + 1}", to="assessment-") if step > 2 else Cell(),
        figure(number / 2) if step > 1 else Cell(),
        cell("reviewed by 2") if number % 2 else cell("not reviewed", tone="muted"),
        cell(f"no activity addresses LO{outcome}") if step == 1 else Cell(),
    )
    return Row(cells, depth=1, anchor=f"item-VE{number + 1}", facts=facts)


def _map(items: int) -> Picture:
    shown, size = range(min(items, 60)), 14
    marks = "".join(
        f'<rect class="step-{(number + module) % 5}" data-step="{(number + module) % 5}" data-modules="M{module + 1}" '
        f'x="{number * size}" y="{module * size}" width="12" height="12"><title>VE{number + 1}</title></rect>'
        for number in shown
        for module in range(4)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {60 * size} {4 * size}" role="img" '
        f'aria-labelledby="map-title"><title id="map-title">Items by modules</title>'
        f"<style>{STYLE}</style>{marks}</svg>"
    )
    rows = tuple(
        Row((cell(f"VE{number + 1}"), *(cell(STEPS[(number + each) % 5]) for each in range(4)))) for number in shown
    )
    heads = columns(Item=2, M1=1, M2=1, M3=1, M4=1)
    table = Table("map-table", "How far each item gets", heads, rows)
    return Picture("map", "Items by modules", "Most items are taught in M1; the fewest in M4.", svg, table)


def _outcomes(outcomes: int) -> Table:
    rows = tuple(
        Row(
            (
                cell(f"LO{number}"),
                cell(TITLES[number % len(TITLES)]),
                cell(f"M{number % 20 // 5 + 1}.A{number % 20 + 1}", to="activity-"),
                cell(f"AS{number % 4 + 1}", to="assessment-"),
            ),
            anchor=f"outcome-LO{number}",
        )
        for number in range(1, outcomes + 1)
    )
    return Table("outcomes", "Outcomes", columns(Outcome=1, Text=5, Activities=2, Assessments=2), rows)


def _parts(activities: int) -> tuple[Table, ...]:
    learned = tuple(
        Row(
            (cell(f"M{number // 5 + 1}.A{number + 1}"), cell(TITLES[number % 6]), figure(number + 0.5), cell("online")),
            anchor=f"activity-M{number // 5 + 1}-A{number + 1}",
        )
        for number in range(activities)
    )
    assessed = tuple(
        Row((cell(f"AS{number}"), cell("Reflective essay"), cell("shows how")), anchor=f"assessment-AS{number}")
        for number in range(1, 5)
    )
    return (
        Table("activities", "Activities", columns("Hours", Activity=2, Title=5, Hours=1, Setting=2), learned),
        Table("assessments", "Assessments", columns(Assessment=1, Method=3, Miller=2), assessed),
        Table("excused", "Findings that are excused", columns(Rule=1, Finding=4, Reason=4), (), "None is excused."),
    )


def _gaps() -> tuple[Paragraph | Bullets | Code, ...]:
    return (
        Paragraph(line("The first of these closes most.")),
        Bullets((line("Add VE1 to LO2, which M1.A2 teaches."), line(RIGHT_TO_LEFT)), numbered=True),
        Code(f"outcomes:\n  - id: LO2\n    text: {RIGHT_TO_LEFT}\n    aligns: [ipec-2023:VE1]  # {'x' * 160}\n"),
    )

"""The first page: what, for whom, which frameworks, coverage at each step, the characteristics, what is missing."""

from collections.abc import Iterator

from msgspec.structs import replace

from alignkit.findings import Severity
from alignkit.phrase import Phrase
from alignkit.render.report.blocks import Block, Bullets, Cell, Column, Facts, Paragraph, Row, Run, Runs, Section, Table
from alignkit.render.report.chapters.pieces import (
    STEPS,
    anchor,
    cell,
    fact_lines,
    figure,
    share,
    step_columns,
    text,
    verdict_run,
)
from alignkit.render.report.language import Language
from alignkit.views.coverage import StepView
from alignkit.views.report.frameworks import ChapterView
from alignkit.views.report.items import leaves
from alignkit.views.report.quality import QualityView
from alignkit.views.report.report import ReportView


def summary(view: ReportView, say: Language) -> Section:
    """Return the summary."""
    blocks: tuple[Block, ...] = (
        Paragraph(text(_opening(view, say)), "lead"),
        *((Paragraph(text(view.statement)),) if view.statement else ()),
        Facts(tuple(_facts(view, say))),
        _coverage(view, say),
        _quality(view, say),
        Section("missing", say("What is missing"), tuple(_missing(view, say))),
    )
    return Section("summary", say("Summary"), blocks)


def _opening(view: ReportView, say: Language) -> str:
    names = tuple(chapter.edition.name for chapter in view.chapters)
    kind = Phrase(view.kind)
    if not names:
        return say("{title} ({kind}) declares no framework, and none was asked for.", title=view.title, kind=kind)
    if not view.learners:
        return say("{title} ({kind}), looked at through {frameworks}.", title=view.title, kind=kind, frameworks=names)
    learners = tuple(Phrase(name) for name in view.learners)
    return say(
        "{title} ({kind}) for {learners}, looked at through {frameworks}.",
        title=view.title,
        kind=kind,
        learners=learners,
        frameworks=names,
    )


def _facts(view: ReportView, say: Language) -> Iterator[tuple[str, tuple[Runs, ...]]]:
    for fact in view.identity:
        if fact.value is not None:
            yield say(fact.label), fact_lines(say, fact.value)
    about = say("Lines without the name of a file are lines of this one.")
    yield say("File"), ((Run(view.file, "code"),), text(about, "muted"))


def _coverage(view: ReportView, say: Language) -> Table:
    columns = (Column(say("Framework"), 5), Column(say("Items in scope"), 2, figures=True), *step_columns(say))
    return Table(
        id="coverage",
        caption=say("Coverage at each step of the ladder"),
        columns=(*columns, Column(say("Targets"), 4)),
        rows=tuple(_coverage_row(chapter, say) for chapter in view.chapters),
        empty=say("No framework is declared, and none was asked for."),
        sheet=say("Coverage"),
    )


def _coverage_row(chapter: ChapterView, say: Language) -> Row:
    coverage, edition = chapter.coverage, chapter.edition
    name = (Run(edition.name, "strong", f"#{anchor('framework', edition.id)}"), *_edition(chapter, say))
    reached = (share(say, step.reached, coverage.total) for step in coverage.steps)
    targets = Cell(tuple(text(_target(step, say)) for step in coverage.steps if step.target is not None))
    return Row((Cell((name,)), figure(say, coverage.total), *reached, targets))


def _edition(chapter: ChapterView, say: Language) -> Runs:
    edition, notes = chapter.edition, []
    if edition.edition:
        notes.append(say("edition {edition}", edition=edition.edition))
    if edition.status != "current":
        notes.append(say(Phrase(edition.status)))
    if chapter.coverage.profession:
        notes.append(say("for {profession}", profession=Phrase(chapter.coverage.profession)))
    if chapter.coverage.role == "lens":
        notes.append(say("not claimed by the curriculum"))
    return (Run(f" ({'; '.join(notes)})", "muted"),) if notes else ()


def _target(step: StepView, say: Language) -> str:
    met = Phrase("met") if step.met else Phrase("missed")
    needed = step.needed if step.needed is not None else 0
    return say("{step}: {n} needed, {met}", step=Phrase(step.step), n=needed, met=met)


def _quality(view: ReportView, say: Language) -> Table:
    rows = tuple(row for quality in view.quality for row in _quality_rows(quality, say))
    columns = (Column(say("Characteristic"), 5), Column(say("Verdict"), 3), Column(say("Criteria"), 3))
    return Table("characteristics", say("The characteristics of quality"), columns, rows, sheet=say("Quality"))


def _quality_rows(quality: QualityView, say: Language) -> Iterator[Row]:
    rubric = (Run(say(Phrase(quality.title)), "strong", f"#{anchor('rubric', quality.rubric)}"),)
    yield Row((Cell((rubric,)), Cell(), Cell()), kind="branch")
    for each in quality.characteristics:
        link = f"#{anchor('characteristic', f'{quality.rubric}-{each.id}')}"
        counted = cell(say("{n} of {all} criteria met", n=each.met, all=each.applicable))
        verdict = Cell(((verdict_run(say, each.verdict),),))
        yield Row((cell(say(Phrase(each.title)), link=link), verdict, counted), depth=1)


def _missing(view: ReportView, say: Language) -> Iterator[Block]:
    items = [*_open_items(view, say), *_open_quality(view, say), *_notes(view, say)]
    yield Bullets(tuple(items)) if items else Paragraph(text(say("Nothing that alignkit looks for is missing.")))


def _open_items(view: ReportView, say: Language) -> Iterator[Runs]:
    for chapter in view.chapters:
        steps = [item.step.word for item in leaves(chapter.rows)]
        stopped = [step for step in steps if step != STEPS[-1]]
        if stopped:
            counts = tuple(
                Phrase("{n} {step}", {"n": number, "step": stopped_at})
                for step, stopped_at in _STOPPED_AT.items()
                if (number := stopped.count(step))
            )
            link = f"#{anchor('framework', chapter.edition.id)}"
            total = chapter.coverage.total
            said = say(": {n} of {all} items are not evidenced ({counts}).", n=len(stopped), all=total, counts=counts)
            yield (Run(chapter.edition.name, "strong", link), Run(said))


_STOPPED_AT = {
    "not claimed": Phrase("not claimed"),
    "claimed": Phrase("claimed but not taught"),
    "taught": Phrase("taught but not assessed"),
    "assessed": Phrase("assessed but not evidenced"),
}


def _open_quality(view: ReportView, say: Language) -> Iterator[Runs]:
    for quality in view.quality:
        if not quality.preconditions_hold:
            yield text(say("The preconditions of {rubric} do not all hold.", rubric=Phrase(quality.title)))
        for each in quality.characteristics:
            unmet = [criterion for criterion in each.criteria if criterion.verdict not in ("met", "not applicable")]
            if unmet:
                names = tuple(criterion.id for criterion in unmet)
                link = f"#{anchor('characteristic', f'{quality.rubric}-{each.id}')}"
                said = say(": not met or not evidenced: {names}.", names=names)
                yield (Run(say(Phrase(each.title)), "strong", link), Run(said))


def _notes(view: ReportView, say: Language) -> Iterator[Runs]:
    graves = tuple(
        replace(phrase, facts={"n": number}) for severity, phrase in _SEVERITIES if (number := view.number(severity))
    )
    if graves:
        yield (Run(say("Findings"), "strong", "#findings"), Run(say(": {found}.", found=graves)))
    if view.unverified:
        yield text(
            say(
                Phrase(
                    "{sign} The texts of {n} items in scope are not confirmed by a source yet.",
                    {"sign": "†", "n": view.unverified},
                    one="{sign} The text of {n} item in scope is not confirmed by a source yet.",
                )
            )
        )
    if view.asked.left_out:
        left = tuple(each.id for each in view.asked.left_out)
        yield text(say("Left out of the jurisdiction: {frameworks} (see the method).", frameworks=left))


_SEVERITIES = (
    (Severity.ERROR, Phrase("{n} errors", one="{n} error")),
    (Severity.WARNING, Phrase("{n} warnings", one="{n} warning")),
    (Severity.INFO, Phrase("{n} notes", one="{n} note")),
)

"""Many curricula as one document: programmes by frameworks, each item across them, what rests on one of them alone."""

from collections.abc import Iterator
from hashlib import sha256

from alignkit.phrase import Fact, Phrase
from alignkit.render.report.blocks import Block, Cell, Column, Document, Paragraph, Row, Run, Section, Table
from alignkit.render.report.chapters.across import across_section
from alignkit.render.report.chapters.pieces import anchor, cell, figure, lines, share, text, verdict_run, word
from alignkit.render.report.language import Language
from alignkit.views.portfolio.portfolio import FrameworkAcrossView, PortfolioView
from alignkit.views.portfolio.study import FrameworkStudy, Study

_SHOWN = 16


def portfolio_document(view: PortfolioView, say: Language) -> Document:
    """Return the portfolio in a language."""
    fingerprint = fingerprint_of(view)
    made = say("alignkit {version}, portfolio {fingerprint}", version=view.alignkit, fingerprint=fingerprint[:_SHOWN])
    many = Phrase("{n} curricula together", {"n": len(view.curricula)}, one="{n} curriculum by itself")
    return Document(
        title=say("Portfolio"),
        subtitle=say(many),
        language=say.code,
        sections=(
            Section("summary", say("Summary"), tuple(_summary(view, say))),
            _programmes(view, say),
            *(across_section(framework, view, say) for framework in view.frameworks),
            Section("method", say("Method"), tuple(Paragraph(text(say(each))) for each in _METHOD)),
        ),
        footer=(Run(f"{made}, {say.day(view.day)}" if view.day else made),),
        fingerprint=fingerprint,
    )


_METHOD = (
    Phrase(
        "An item is taught by a curriculum when an outcome of it aligns with the item in full and an activity "
        "addresses that outcome; assessed and evidenced as in each curriculum's own report."
    ),
    Phrase(
        "Where a curriculum declares a scope, only items in that scope count for it. Items that several curricula "
        "teach are listed, not judged: repetition can be meant."
    ),
    Phrase(
        "An item that one curriculum alone teaches is lost to the institution when that curriculum ends or changes."
    ),
)


def fingerprint_of(view: PortfolioView) -> str:
    """Return the SHA-256 of everything that the portfolio shows."""
    told = (repr(each) for each in (*view.curricula, *view.frameworks, *view.unread, view.day, view.alignkit))
    return sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()


def _summary(view: PortfolioView, say: Language) -> Iterator[Block]:
    facts: dict[str, Fact] = {"n": len(view.curricula), "frameworks": len(view.frameworks)}
    yield Paragraph(text(say("{n} curricula, looked at through {frameworks} frameworks.", **facts)), "lead")
    columns = (
        Column(say("Framework"), 5),
        Column(say("Curricula that use it"), 2, figures=True),
        Column(say("Leaf items"), 2, figures=True),
        Column(say("taught somewhere"), 2, figures=True),
        Column(say("taught by one alone"), 2, figures=True),
        Column(say("taught by several"), 2, figures=True),
        Column(say("taught nowhere"), 2, figures=True),
    )
    rows = tuple(_framework_row(each, say) for each in view.frameworks)
    empty = say("No curriculum declares a framework, and none was asked for.")
    yield Table("frameworks", say("Frameworks across the curricula"), columns, rows, empty, sheet=say("Frameworks"))
    if view.unread:
        yield Paragraph(text(say("Left out, since they cannot be read; nothing here speaks of them:")), "warn")
        unread = tuple(Row((cell(each.file, tone="code"), cell(each.why))) for each in view.unread)
        reasons = (Column(say("File"), 4), Column(say("Why"), 8))
        yield Table("unread", say("Files left out"), reasons, unread, sheet=say("Left out"))


def _framework_row(framework: FrameworkAcrossView, say: Language) -> Row:
    total, nowhere = len(framework.items), len(framework.nowhere)
    name = Run(framework.name, "strong", f"#{anchor('framework', framework.id)}")
    counts = (total - nowhere, len(framework.single), len(framework.repeated), nowhere)
    shares = (share(say, number, total) for number in counts)
    return Row((Cell(((name,),)), figure(say, len(framework.used_by)), figure(say, total), *shares))


def _programmes(view: PortfolioView, say: Language) -> Section:
    names = {each.id: each.name for each in view.frameworks}
    return Section("programmes", say("Programmes by frameworks"), (_coverage(view, names, say), _verdicts(view, say)))


def _coverage(view: PortfolioView, names: dict[str, str], say: Language) -> Table:
    columns = (
        Column(say("Curriculum"), 5),
        Column(say("Kind"), 2),
        Column(say("Outcomes"), 1, figures=True),
        Column(say("Hours"), 1, figures=True),
        Column(say("Errors"), 1, figures=True),
        Column(say("Warnings"), 1, figures=True),
        *(Column(say("{framework}: assessed", framework=name), 2) for name in names.values()),
    )
    rows = tuple(_coverage_row(each, tuple(names), say) for each in view.curricula)
    return Table("coverage", say("Coverage"), columns, rows, sheet=say("Coverage"))


def _coverage_row(curriculum: Study, ids: tuple[str, ...], say: Language) -> Row:
    by_id = {framework.id: framework for framework in curriculum.frameworks}
    return Row(
        (
            lines((text(curriculum.title, "strong"), text(curriculum.file, "code"))),
            cell(word(say, curriculum.kind)),
            figure(say, curriculum.outcomes),
            figure(say, curriculum.hours),
            figure(say, curriculum.errors),
            figure(say, curriculum.warnings),
            *(_assessed(by_id.get(id_), say) for id_ in ids),
        ),
        anchor=anchor("curriculum", curriculum.file),
    )


def _assessed(framework: FrameworkStudy | None, say: Language) -> Cell:
    if framework is None:
        return cell(say("not used"), tone="muted")
    return cell(say("{n} of {all}", n=framework.reached[2], all=framework.total))


def _verdicts(view: PortfolioView, say: Language) -> Table:
    titles = {(each.rubric, each.characteristic): each.title for study in view.curricula for each in study.verdicts}
    columns = (Column(say("Curriculum"), 4), *(Column(say(Phrase(title)), 2) for title in titles.values()))
    rows = []
    for study in view.curricula:
        found = {(each.rubric, each.characteristic): each.verdict for each in study.verdicts}
        cells = (Cell(((verdict_run(say, found[key]),),)) if key in found else Cell() for key in titles)
        rows.append(Row((cell(study.title, link=f"#{anchor('curriculum', study.file)}"), *cells)))
    return Table("verdicts", say("The characteristics of quality"), columns, tuple(rows), sheet=say("Quality"))

"""Many curricula as one document: programmes by frameworks, each item across them, what rests on one of them alone."""

from collections.abc import Iterator

from alignkit.phrase import Fact, Phrase
from alignkit.render.report.blocks import Block, Cell, Column, Document, Paragraph, Row, Run, Section, Table
from alignkit.render.report.chapters.across import across_section
from alignkit.render.report.chapters.pieces import anchor, cell, figure, lines, share, text, verdict_run, word
from alignkit.render.report.language import Language
from alignkit.views.portfolio.across import FrameworkAcrossView
from alignkit.views.portfolio.portfolio import PortfolioView
from alignkit.views.portfolio.study import FrameworkStudy, Study

_SHOWN = 16
_LEFT_OUT = 500


def portfolio_document(view: PortfolioView, say: Language) -> Document:
    """Return the portfolio in a language."""
    shown = view.fingerprint[:_SHOWN]
    made = say("alignkit {version}, portfolio {fingerprint}", version=view.alignkit, fingerprint=shown)
    many = Phrase("{n} curricula together", {"n": view.total}, one="{n} curriculum by itself")
    return Document(
        title=say("Portfolio"),
        subtitle=say(many),
        language=say.code,
        sections=(
            Section("summary", say("Summary"), tuple(_summary(view, say))),
            _programmes(view, say),
            *(across_section(framework, view, say) for framework in view.in_full),
            Section("method", say("Method"), tuple(Paragraph(text(say(each))) for each in _METHOD)),
        ),
        footer=(Run(f"{made}, {say.day(view.day)}" if view.day else made),),
        fingerprint=view.fingerprint,
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


def _summary(view: PortfolioView, say: Language) -> Iterator[Block]:
    facts: dict[str, Fact] = {"n": view.total, "frameworks": len(view.frameworks)}
    yield Paragraph(text(say("{n} curricula, looked at through {frameworks} frameworks.", **facts)), "lead")
    yield from (Paragraph(text(say(each)), "warn") for each in _cut(view))
    columns = (
        Column(say("Framework"), 5),
        Column(say("Curricula that use it"), 2, figures=True),
        Column(say("Leaf items"), 2, figures=True),
        Column(say("taught somewhere"), 2, figures=True),
        Column(say("taught by one alone"), 2, figures=True),
        Column(say("taught by several"), 2, figures=True),
        Column(say("taught nowhere"), 2, figures=True),
    )
    rows = tuple(_framework_row(each, view, say) for each in view.frameworks)
    empty = say("No curriculum declares a framework, and none was asked for.")
    yield Table("frameworks", say("Frameworks across the curricula"), columns, rows, empty, sheet=say("Frameworks"))
    if view.unread:
        yield Paragraph(text(say("Left out, since they cannot be read; nothing here speaks of them:")), "warn")
        unread = tuple(Row((cell(each.file, tone="code"), cell(each.why))) for each in view.unread[:_LEFT_OUT])
        reasons = (Column(say("File"), 4), Column(say("Why"), 8))
        yield Table("unread", say("Files left out"), reasons, unread, sheet=say("Left out"))


def _cut(view: PortfolioView) -> Iterator[Phrase]:
    """Yield what is not shown one by one, and where it is."""
    shown, frameworks = len(view.curricula), len(view.in_full)
    if shown < view.total:
        yield Phrase(
            "{shown} of the {total} curricula are listed, the first in the order of their files. Every figure counts "
            "all of them, and `alignkit portfolio --format parquet` writes each with each of its items.",
            {"shown": shown, "total": view.total},
        )
    if frameworks < len(view.frameworks):
        yield Phrase(
            "The items of {shown} of the {total} frameworks are shown, those that most curricula use; `--for` asks "
            "for others.",
            {"shown": frameworks, "total": len(view.frameworks)},
        )
    if len(view.unread) > _LEFT_OUT:
        yield Phrase(
            "{shown} of the {total} files that are left out are named here; `--format json` names all.",
            {"shown": _LEFT_OUT, "total": len(view.unread)},
        )


def _framework_row(framework: FrameworkAcrossView, view: PortfolioView, say: Language) -> Row:
    total, nowhere = len(framework.items), len(framework.nowhere)
    link = f"#{anchor('framework', framework.id)}" if framework in view.in_full else ""
    name = Run(framework.name, "strong", link)
    counts = (total - nowhere, len(framework.single), len(framework.repeated), nowhere)
    shares = (share(say, number, total) for number in counts)
    return Row((Cell(((name,),)), figure(say, framework.used_by), figure(say, total), *shares))


def _programmes(view: PortfolioView, say: Language) -> Section:
    names = {each.id: each.name for each in view.in_full}
    tables = (_coverage(view, names, say), _quality(view, say), _verdicts(view, say))
    return Section("programmes", say("Programmes by frameworks"), tables)


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


def _quality(view: PortfolioView, say: Language) -> Table:
    """Return how many curricula have each verdict on each characteristic."""
    names = tuple(view.quality[0].verdicts) if view.quality else ()
    columns = (Column(say("Characteristic"), 4), *(Column(say(Phrase(name)), 2, figures=True) for name in names))
    rows = tuple(
        Row((cell(say(Phrase(each.title))), *(figure(say, number) for number in each.verdicts.values())))
        for each in view.quality
    )
    title = say("How many curricula have each verdict")
    return Table("verdict-counts", title, columns, rows, sheet=say("Verdicts"))


def _verdicts(view: PortfolioView, say: Language) -> Table:
    titles = {(each.rubric, each.characteristic): each.title for study in view.curricula for each in study.verdicts}
    columns = (Column(say("Curriculum"), 4), *(Column(say(Phrase(title)), 2) for title in titles.values()))
    rows = []
    for study in view.curricula:
        found = {(each.rubric, each.characteristic): each.verdict for each in study.verdicts}
        cells = (Cell(((verdict_run(say, found[key]),),)) if key in found else Cell() for key in titles)
        rows.append(Row((cell(study.title, link=f"#{anchor('curriculum', study.file)}"), *cells)))
    return Table("verdicts", say("The characteristics of quality"), columns, tuple(rows), sheet=say("Quality"))

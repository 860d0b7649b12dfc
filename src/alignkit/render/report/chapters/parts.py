"""The curriculum in its parts: modules, outcomes, activities, assessments, each with its place in the files."""

from alignkit.render.report.blocks import Cell, Column, Row, Run, Runs, Section, Table
from alignkit.render.report.chapters.pieces import Places, anchor, cell, figure, lines, text, word, words
from alignkit.render.report.language import Language
from alignkit.views.report.parts import ActivityView, AlignmentView, AssessmentView, ModuleView, OutcomeView, PartsView


def parts_chapter(parts: PartsView, places: Places, say: Language) -> Section:
    """Return the chapter: what the tables of items refer to."""
    tables = tuple(table(parts, places, say) for table in (_outcomes, _modules, _activities, _assessments))
    return Section("parts", say("The curriculum in its parts"), tables)


def _outcomes(parts: PartsView, places: Places, say: Language) -> Table:
    columns = (
        Column(say("Outcome"), 6),
        Column(say("Level"), 2),
        Column(say("Aligned with"), 4),
        Column(say("Activities"), 2),
        Column(say("Assessments"), 2),
        Column(say("Where"), 3),
    )
    rows = tuple(_outcome(each, places, say) for each in parts.outcomes.values())
    empty = say("The curriculum states no outcomes.")
    return Table("outcomes", say("Learning outcomes"), columns, rows, empty, sheet=say("Outcomes"))


def _outcome(outcome: OutcomeView, places: Places, say: Language) -> Row:
    level = word(say, outcome.level)
    known = level if outcome.level_stated or not level else say("{level} (read from the verb)", level=level)
    return Row(
        (
            Cell((_name(outcome.id, outcome.text),)),
            cell(known, word(say, outcome.domain)),
            lines(_alignment(each, say) for each in outcome.alignments),
            lines(_link("activity", name) for name in outcome.activities),
            lines(_link("assessment", name) for name in outcome.assessments),
            places.cell(outcome.at),
        ),
        anchor=anchor("outcome", outcome.id),
    )


def _alignment(alignment: AlignmentView, say: Language) -> Runs:
    partial = "partial" if alignment.strength == "partial" else ""
    known = words(say, (alignment.depth, partial))
    more = [part for part in (known, alignment.why) if part]
    return (
        Run(alignment.to, "", f"#{anchor('item', alignment.to)}"),
        *((Run(f" ({'; '.join(more)})", "muted"),) if more else ()),
    )


def _modules(parts: PartsView, places: Places, say: Language) -> Table:
    columns = (
        Column(say("Module"), 6),
        Column(say("Activities"), 2, figures=True),
        Column(say("Hours"), 2, figures=True),
        Column(say("Where"), 3),
    )
    rows = tuple(_module(each, places, say) for each in parts.modules)
    return Table("modules", say("Modules"), columns, rows, say("The curriculum has no modules."), sheet=say("Modules"))


def _module(module: ModuleView, places: Places, say: Language) -> Row:
    hours = figure(say, module.hours) if module.hours is not None else cell(say("not all stated"))
    cells = (
        Cell((_name(module.id, module.title),)),
        figure(say, module.activities),
        hours,
        places.cell(module.at),
    )
    return Row(cells, anchor=anchor("module", module.id))


def _activities(parts: PartsView, places: Places, say: Language) -> Table:
    columns = (
        Column(say("Activity"), 5),
        Column(say("Module"), 1),
        Column(say("Type"), 2),
        Column(say("Setting"), 2),
        Column(say("Hours"), 1, figures=True),
        Column(say("Professions together"), 3),
        Column(say("Learning"), 2),
        Column(say("Outcomes"), 2),
        Column(say("Where"), 3),
    )
    rows = tuple(_activity(each, places, say) for each in parts.activities.values())
    empty = say("The curriculum has no activities.")
    return Table("activities", say("Activities"), columns, rows, empty, sheet=say("Activities"))


def _activity(activity: ActivityView, places: Places, say: Language) -> Row:
    return Row(
        (
            Cell((_name(activity.id, activity.title),)),
            Cell((_link("module", activity.module),)),
            cell(word(say, activity.type)),
            cell(word(say, activity.setting), word(say, activity.mode)),
            figure(say, activity.hours),
            cell(words(say, activity.professions)),
            cell(words(say, activity.interaction)),
            lines(_link("outcome", name) for name in activity.outcomes),
            places.cell(activity.at),
        ),
        anchor=anchor("activity", activity.id),
    )


def _assessments(parts: PartsView, places: Places, say: Language) -> Table:
    columns = (
        Column(say("Assessment"), 5),
        Column(say("Method"), 2),
        Column(say("Miller level"), 2),
        Column(say("Purpose"), 2),
        Column(say("Weight in %"), 1, figures=True),
        Column(say("Criteria and pass standard"), 5),
        Column(say("Outcomes"), 2),
        Column(say("Where"), 3),
    )
    rows = tuple(_assessment(each, places, say) for each in parts.assessments.values())
    empty = say("The curriculum has no assessments.")
    return Table("assessments", say("Assessments"), columns, rows, empty, sheet=say("Assessments"))


def _assessment(assessment: AssessmentView, places: Places, say: Language) -> Row:
    passing = say("to pass: {standard}", standard=assessment.pass_standard) if assessment.pass_standard else ""
    return Row(
        (
            Cell((_name(assessment.id, assessment.title),)),
            cell(word(say, assessment.method)),
            cell(word(say, assessment.miller)),
            cell(word(say, assessment.purpose), word(say, assessment.unit)),
            figure(say, assessment.weight),
            cell(*assessment.criteria, passing),
            lines(_link("outcome", name) for name in assessment.outcomes),
            places.cell(assessment.at),
        ),
        anchor=anchor("assessment", assessment.id),
    )


def _name(name: str, title: str) -> Runs:
    return (Run(name, "strong"), *((Run(f" {title}"),) if title else ()))


def _link(kind: str, name: str) -> Runs:
    return text(name, link=f"#{anchor(kind, name)}")

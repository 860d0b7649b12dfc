"""What it takes to earn an achievement, in Markdown: outcomes, assessments, and the EU's elements in words."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.certifiable import Certifiable
from alignkit.analysis.microcredential import awarding_bodies
from alignkit.analysis.shares import as_typed
from alignkit.exchange.badge.texts import markdown
from alignkit.model.curriculum import Assessment, Level, Workload
from alignkit.model.evidence import Credential
from alignkit.wording import listed


def narrative(case: Case, certified: Certifiable, *, whole: bool) -> str:
    """Return the criteria; `whole` says whether the achievement is that of the whole curriculum, or of a part."""
    outcomes = [f"- {markdown(each.outcome.id)}: {markdown(each.outcome.text)}" for each in certified.outcomes]
    assessments = [line for each in certified.assessments for line in _assessment(each)]
    facts = [f"- {name}: {markdown(text)}" for name, text in elements(case).items() if text.strip()]
    course = "About the course" if whole else "About the course of which this is a part"
    sections = {"Learning outcomes": outcomes, "Assessments": assessments, course: facts}
    opening = "Whoever has this achievement has passed every assessment below and so has shown these outcomes."
    return "\n\n".join([opening, *("\n".join([f"**{head}**", "", *lines]) for head, lines in sections.items())])


def _assessment(assessment: Assessment) -> Iterator[str]:
    named = f"{assessment.id}, {assessment.title}" if assessment.title else assessment.id
    unit = f"{assessment.unit} assessment" if assessment.unit else ""
    weight = f"{as_typed(assessment.weight)} % of the total" if assessment.weight is not None else ""
    marks = ", ".join(filter(None, (assessment.method, assessment.miller, unit, weight)))
    kind = f" ({marks})" if marks else ""
    task = f": {assessment.task}" if assessment.task else ""
    yield f"- {markdown(f'{named}{kind}{task}')}"
    yield from (f"  - Criterion: {markdown(each)}" for each in assessment.criteria)
    if assessment.pass_:
        yield f"  - To pass: {markdown(assessment.pass_)}"


def elements(case: Case) -> dict[str, str]:
    """Return the elements that the EU wants every micro-credential to state, and optional ones; "" for one that is not.

    Outcomes and assessments are among them, but stand apart.
    """
    curriculum = case.curriculum
    bodies = [_with(body.name, ", ".join(filter(None, (body.type, body.country)))) for body in awarding_bodies(case)]
    return {
        "Title": curriculum.title,
        "Awarded by": listed(bodies),
        "Workload": _workload(curriculum.workload),
        "Level": _level(curriculum.level),
        "Form of participation": curriculum.delivery,
        "Language": curriculum.language,
        "Prerequisites": curriculum.prerequisites,
        **(_credential(curriculum.credential) if curriculum.credential else {}),
    }


def _credential(credential: Credential) -> dict[str, str]:
    return {
        "Quality assurance": listed(_with(each.type, each.body) for each in credential.quality_assurance),
        "Recognised by": listed(_with(each.body, f"{each.type} {each.value}") for each in credential.recognition),
        "Stacking": credential.stackable,
        "Supervision and identity": credential.supervision,
    }


def _with(name: str, more: str) -> str:
    return f"{name} ({more.strip()})" if more.strip() else name


def _workload(workload: Workload | None) -> str:
    if workload is None:
        return ""
    parts = ((workload.hours, "hours"), (workload.ects, "ECTS credits"), (workload.weeks, "weeks"))
    return listed(f"{as_typed(number)} {unit}" for number, unit in parts if number is not None)


def _level(level: Level | None) -> str:
    if level is None:
        return ""
    eqf = f"EQF level {level.eqf}" if level.eqf is not None else ""
    national = f"national level {level.nqf}" if level.nqf else ""
    cycle = f"{level.cycle} cycle" if level.cycle else ""
    return listed(filter(None, (eqf, national, cycle)))

"""The parts of a curriculum as the report shows them: outcomes, activities, assessments, each with its place."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.analysis.case import Case, Link
from alignkit.analysis.shares import ONE, billionths
from alignkit.analysis.verbs import bloom_of
from alignkit.findings import Span
from alignkit.model.curriculum import Activity, Assessment, Outcome


class AlignmentView(Struct, frozen=True):
    """One alignment of an outcome: with which item, how deep, in full or in part, and who confirmed it."""

    to: str
    depth: str
    strength: str
    why: str
    reviewed: tuple[tuple[str, str], ...]
    """Who, and when ("" where no date is given)."""
    at: Span


class OutcomeView(Struct, frozen=True):
    """An outcome; `level` is its level in Bloom's taxonomy, `level_stated` whether its author states that."""

    id: str
    text: str
    level: str
    level_stated: bool
    domain: str
    alignments: tuple[AlignmentView, ...]
    activities: tuple[str, ...]
    assessments: tuple[str, ...]
    at: Span


class ActivityView(Struct, frozen=True):
    """An activity; `professions` are those that attend it, learning together where there are several.

    `restricted` says that its author names them: else it is for all learners.
    """

    id: str
    title: str
    module: str
    type: str
    setting: str
    mode: str
    hours: float | None
    professions: tuple[str, ...]
    restricted: bool
    interaction: tuple[str, ...]
    outcomes: tuple[str, ...]
    at: Span


class AssessmentView(Struct, frozen=True):
    """An assessment."""

    id: str
    title: str
    method: str
    miller: str
    purpose: str
    unit: str
    criteria: tuple[str, ...]
    pass_standard: str
    weight: float | None
    hours: float | None
    outcomes: tuple[str, ...]
    at: Span


class ModuleView(Struct, frozen=True):
    """A module, and the hours of its activities (None where one of them states none)."""

    id: str
    title: str
    activities: int
    hours: float | None
    at: Span


class PartsView(Struct, frozen=True):
    """Everything that a curriculum is made of, by the ids under which the report names it, in its author's order."""

    outcomes: dict[str, OutcomeView]
    modules: tuple[ModuleView, ...]
    activities: dict[str, ActivityView]
    assessments: dict[str, AssessmentView]


def parts_view(case: Case) -> PartsView:
    """Return the parts of the curriculum."""
    links: dict[str, list[Link]] = {}
    for link in case.links:
        links.setdefault(link.outcome.id, []).append(link)
    return PartsView(
        outcomes={name: _outcome(case, outcome, links.get(name, ())) for name, outcome in case.outcomes.items()},
        modules=tuple(
            ModuleView(each.id, each.title, len(each.activities), _hours(each.activities), each.at)
            for each in case.modules
        ),
        activities={name: _activity(case, name, activity) for name, activity in case.activities.items()},
        assessments={name: _assessment(name, assessment) for name, assessment in case.assessments.items()},
    )


def _outcome(case: Case, outcome: Outcome, links: Iterable[Link]) -> OutcomeView:
    return OutcomeView(
        id=outcome.id,
        text=outcome.text,
        level=bloom_of(outcome),
        level_stated=bool(outcome.bloom),
        domain=outcome.domain,
        alignments=tuple(map(_alignment, links)),
        activities=case.activities_of.get(outcome.id, ()),
        assessments=case.assessments_of.get(outcome.id, ()),
        at=outcome.at,
    )


def _alignment(link: Link) -> AlignmentView:
    return AlignmentView(
        to=link.reference.item.ref if link.reference.item else link.alignment.to,
        depth=link.alignment.depth,
        strength=link.alignment.strength,
        why=link.alignment.why,
        reviewed=tuple((review.by, review.date) for review in link.alignment.reviewed),
        at=link.alignment.at,
    )


def _activity(case: Case, name: str, activity: Activity) -> ActivityView:
    return ActivityView(
        id=name,
        title=activity.title,
        module=case.module_of[name].id,
        type=activity.type,
        setting=activity.setting,
        mode=activity.mode,
        hours=activity.hours,
        professions=activity.professions or case.professions,
        restricted=bool(activity.professions),
        interaction=activity.interaction,
        outcomes=tuple(mention.name for mention in activity.outcomes),
        at=activity.at,
    )


def _assessment(name: str, assessment: Assessment) -> AssessmentView:
    return AssessmentView(
        id=name,
        title=assessment.title,
        method=assessment.method,
        miller=assessment.miller,
        purpose=assessment.purpose,
        unit=assessment.unit,
        criteria=assessment.criteria,
        pass_standard=assessment.pass_,
        weight=assessment.weight,
        hours=assessment.hours,
        outcomes=tuple(mention.name for mention in assessment.outcomes),
        at=assessment.at,
    )


def _hours(activities: tuple[Activity, ...]) -> float | None:
    known = [billionths(activity.hours) for activity in activities if activity.hours is not None]
    return sum(known) / ONE if len(known) == len(activities) else None

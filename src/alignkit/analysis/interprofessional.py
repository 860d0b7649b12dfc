"""What makes a curriculum interprofessional: who learns together, how, where, and towards which domains."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from alignkit.analysis.case import Case, Link
from alignkit.analysis.methods import is_passive
from alignkit.library.index import Placed
from alignkit.model.curriculum import Activity, FrameworkUse, Module
from alignkit.model.vocabulary import INTERACTIONS, LEARNER_LEVELS

KIND = "interprofessional"


def stated_professions(case: Case) -> tuple[str, ...]:
    """Return the professions of the learners, and those that only activities name, each once."""
    in_activities = (profession for activity in case.activities.values() for profession in activity.professions)
    return tuple(dict.fromkeys((*case.professions, *in_activities)))


def joint_activities(case: Case) -> tuple[Activity, ...]:
    """Return the activities in which professions learn together; all of them where no profession is stated."""
    return case.shared_activities if stated_professions(case) else tuple(case.activities.values())


def joint_modules(case: Case) -> tuple[Module, ...]:
    """Return the modules in which professions learn together, in order."""
    joint = {activity.id for activity in joint_activities(case)}
    return tuple(module for module in case.modules if any(activity.id in joint for activity in module.activities))


def interactive(activity: Activity) -> bool:
    """Say whether learners learn about, from and with each other in it."""
    return not missing_interactions(activity)


def missing_interactions(activity: Activity) -> tuple[str, ...]:
    """Return which of about, from and with the activity does not state."""
    return tuple(word for word in INTERACTIONS.words if word not in activity.interaction)


def telling_activities(case: Case) -> tuple[Activity, ...]:
    """Return the shared activities that tell whether learners interact.

    Those that say so; where none does but all are passive, all of them.
    """
    joint = joint_activities(case)
    stated = tuple(activity for activity in joint if activity.interaction)
    return stated or (joint if all(is_passive(activity.type) for activity in joint) else ())


def interprofessional_links(case: Case) -> tuple[Link, ...]:
    """Return the alignments with an item of an interprofessional framework."""
    return tuple(
        link
        for link in case.links
        if link.reference.item and link.reference.framework and link.reference.framework.framework.kind == KIND
    )


class Domain(Struct, frozen=True):
    """A top branch, in scope, of an interprofessional framework that the curriculum claims to align with."""

    use: FrameworkUse
    item: Placed
    has_outcome: bool


def domains(case: Case) -> tuple[Domain, ...]:
    """Return the top branches in scope of the interprofessional frameworks claimed, in the publishers' order.

    A branch has an outcome where one aligns with any item in it, in part or with the branch as a whole.
    """
    aligned: set[str] = set()
    for link in interprofessional_links(case):
        if link.reference.framework:
            tops = link.reference.framework.ancestry(link.reference.code)[-1:]
            aligned.update(f"{link.reference.framework.id}:{top}" for top in tops)
    return tuple(
        Domain(coverage.use, branch.item, branch.item.ref in aligned)
        for coverage in case.coverage
        if coverage.use.role == "claim" and coverage.framework.framework.kind == KIND
        for branch in coverage.branches()
        if branch.item.depth == 0
    )


class LevelChange(Struct, frozen=True):
    """Two activities, one after the other, between which the learners' level leaps up or falls back."""

    before: Activity
    after: Activity
    falls: bool


def levelled(case: Case) -> tuple[Activity, ...]:
    """Return the activities that state a level of the learners, in order."""
    return tuple(activity for activity in case.activities.values() if activity.level)


def level_changes(case: Case) -> Iterator[LevelChange]:
    """Yield each leap over a level, and each module whose highest level is below that of the one before it."""
    yield from _leaps(levelled(case))
    tops = [max(stated, key=_rank) for module in case.modules if (stated := _with_level(module))]
    for before, after in pairwise(tops):
        if _rank(after) < _rank(before):
            yield LevelChange(before, after, falls=True)


def _leaps(activities: Iterable[Activity]) -> Iterator[LevelChange]:
    highest: Activity | None = None
    for activity in activities:
        if highest and _rank(activity) > _rank(highest) + 1:
            yield LevelChange(highest, activity, falls=False)
        if highest is None or _rank(activity) > _rank(highest):
            highest = activity


def _with_level(module: Module) -> tuple[Activity, ...]:
    return tuple(activity for activity in module.activities if activity.level)


def _rank(activity: Activity) -> int:
    return LEARNER_LEVELS.words.index(activity.level)


def empty_stages(case: Case) -> tuple[int, ...]:
    """Return the positions of a programme's stages in which professions never learn together."""
    filled = {_folded(module.stage) for module in joint_modules(case)}
    return tuple(index for index, stage in enumerate(case.curriculum.stages) if _folded(stage) not in filled)


def _folded(stage: str) -> str:
    return " ".join(stage.casefold().split())

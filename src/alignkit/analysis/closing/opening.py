"""Items that are taught, though not to one profession: the activities to open to it."""

from collections.abc import Iterator

from alignkit.analysis.closing.effects import effect, taught
from alignkit.analysis.closing.gap import MOST, Act, Lack, OpenGap, Proposal
from alignkit.analysis.closing.ground import Ground, each_once
from alignkit.analysis.closing.saying import some
from alignkit.analysis.coverage import Links, Step
from alignkit.analysis.professions import missed_in
from alignkit.phrase import Phrase
from alignkit.source.pastes import with_entry


def unattended(ground: Ground) -> Iterator[OpenGap]:
    """Yield what the learners of each profession miss, by the activity that teaches most of it to others."""
    missed: dict[str, list[Lack]] = {}
    for each in missed_in(ground.below(Step.CLAIMED), ground.case):
        if each.profession in ground.learners_of(each.coverage):
            step = ground.wanted[each.coverage.framework.id].step
            # As far as the others get: what is missing for everybody is a gap of its own.
            found = (Lack(covered, each.coverage, min(step, covered.step)) for covered in each.items)
            missed.setdefault(each.profession, []).extend(found)
    for profession, lacks in missed.items():
        links = ground.case.links_for(profession)
        for _, group in each_once(_by_activity(lacks).items()):
            proposals = _proposals(ground, profession, group, links)
            yield OpenGap(Step.CLAIMED, group, proposals, profession=profession)


def _by_activity(lacks: list[Lack]) -> dict[str, tuple[Lack, ...]]:
    """Return what each activity teaches of it."""
    found: dict[str, list[Lack]] = {}
    for lack in lacks:
        for name in lack.covered.activities:
            found.setdefault(name, []).append(lack)
    return {name: tuple(taught) for name, taught in found.items()}


def _proposals(ground: Ground, profession: str, lacks: tuple[Lack, ...], links: Links) -> tuple[Proposal, ...]:
    """Return the activities that teach all of it, those with the fewest outcomes beside it first."""
    names = [name for name in lacks[0].covered.activities if all(name in lack.covered.activities for lack in lacks)]
    names = [name for name in names if ground.case.activities[name].id]
    names.sort(key=lambda name: len(ground.case.activities[name].outcomes))
    return tuple(_opened(ground, name, profession, lacks, links) for name in names[:MOST])


def _opened(ground: Ground, name: str, profession: str, lacks: tuple[Lack, ...], links: Links) -> Proposal:
    activity = ground.case.activities[name]
    for mention in activity.outcomes:
        links = taught(links, mention.name, name)
    return Proposal(
        Act.OPEN_ACTIVITY,
        Phrase("Open {activity} to learners of {profession}", {"activity": activity.id, "profession": profession}),
        Phrase("it teaches this to {professions} only", {"professions": some(activity.professions)}),
        effect(lacks, links),
        (with_entry(activity.origin.file, activity.origin.node, "professions", profession),),
    )

"""Items that are claimed and not taught: activities that could take up their outcome, or room for a new one."""

from collections.abc import Iterator

from alignkit.analysis.closing.activities import Activities, Needs, Spot
from alignkit.analysis.closing.effects import effect, taught
from alignkit.analysis.closing.gap import MOST, Act, Lack, OpenGap, Proposal
from alignkit.analysis.closing.ground import Ground
from alignkit.analysis.closing.hours import Room, emptiest, hours_of, room
from alignkit.analysis.closing.saying import reasons, some
from alignkit.analysis.coverage import Step
from alignkit.analysis.shares import decimal
from alignkit.model.curriculum import Module, Outcome
from alignkit.model.vocabulary import INTERACTIONS
from alignkit.phrase import Fact, Phrase
from alignkit.source.pastes import Paste, with_entry
from alignkit.source.writer import Value

_NEW_MODULE = Phrase("Plan a new module with an activity")


def untaught(ground: Ground) -> Iterator[OpenGap]:
    """Yield each outcome that holds items at `claimed`, since no activity addresses it."""
    activities, free = Activities(ground.case, ground.links), room(ground.case)
    for outcome, lacks in ground.held_at(Step.CLAIMED):
        yield OpenGap(Step.CLAIMED, lacks, _proposals(outcome, lacks, ground, activities, free), (outcome.id,))
    yield from ground.unheld_at(Step.CLAIMED)


def _proposals(
    outcome: Outcome, lacks: tuple[Lack, ...], ground: Ground, activities: Activities, free: Room
) -> tuple[Proposal, ...]:
    """Return the best activities there are, and last a new one: where hours are free for it, or nothing else fits."""
    needs = Needs(
        professions=ground.professions_of(lacks),
        together=ground.is_interprofessional(outcome, lacks),
        branches=tuple(dict.fromkeys(lack.branch for lack in lacks)),
        skill=outcome.domain == "skills",
    )
    spots = activities.best(needs)
    new = not spots or (free.free is not None and not free.is_full)
    found = [_extended(outcome, lacks, ground, spot, needs) for spot in spots[: MOST - new]]
    return (*found, *((_new_activity(outcome, lacks, ground, needs, free),) if new else ()))


def _extended(outcome: Outcome, lacks: tuple[Lack, ...], ground: Ground, spot: Spot, needs: Needs) -> Proposal:
    origin = spot.activity.origin
    return Proposal(
        Act.EXTEND_ACTIVITY,
        Phrase("Let {activity} address {outcome}", {"activity": spot.activity.id, "outcome": outcome.id}),
        reasons(_reasons(spot, needs)),
        effect(lacks, taught(ground.links, outcome.id, spot.name)),
        (with_entry(origin.file, origin.node, "outcomes", outcome.id),),
    )


def _reasons(spot: Spot, needs: Needs) -> Iterator[Phrase]:
    """Yield what speaks for the activity, and what would be missing in it."""
    if absent := spot.absent(needs.professions):
        yield Phrase("learners of {professions} do not attend it", {"professions": absent})
    elif needs.together and spot.shared and len(needs.professions) > 1:
        yield Phrase("learners of {professions} learn in it together", {"professions": some(needs.professions)})
    elif needs.professions:
        yield Phrase("learners of {professions} attend it", {"professions": some(needs.professions)})
    if needs.together:
        yield from _interaction(spot)
    if needs.skill and spot.passive:
        yield Phrase("{type} alone does not train a skill", {"type": spot.activity.type})
    if siblings := spot.siblings(needs.branches):
        facts: dict[str, Fact] = {"module": spot.module.id or spot.module.title, "codes": some(siblings)}
        yield Phrase("its module {module} teaches {codes} of the same branch", facts)
    load = len(spot.activity.outcomes)
    yield Phrase("it addresses {n} outcomes so far", {"n": load}, one="it addresses 1 outcome so far")


def _interaction(spot: Spot) -> Iterator[Phrase]:
    if not spot.silent:
        yield Phrase("it has them learn about, from and with each other")
    elif spot.shared:
        yield Phrase("it does not say that they learn {words} each other", {"words": spot.silent})


def _new_activity(outcome: Outcome, lacks: tuple[Lack, ...], ground: Ground, needs: Needs, free: Room) -> Proposal:
    module = emptiest(ground.case)
    ids = [activity.id for activity in module.activities] if module else []
    module_id = module.id if module else ground.ids.after((each.id for each in ground.case.modules), "M1")
    name = ground.ids.after(ids, f"{module_id}.A1")
    return Proposal(
        Act.NEW_ACTIVITY,
        Phrase("Plan a new activity in {module}", {"module": module_id}) if module else _NEW_MODULE,
        reasons(_room_reasons(module, free)),
        effect(lacks, taught(ground.links, outcome.id, name)),
        (_paste(ground, module, module_id, _activity(name, outcome, needs, free)),),
    )


def _room_reasons(module: Module | None, free: Room) -> Iterator[Phrase]:
    if free.free is None:
        yield Phrase("how many hours are free cannot be told from the file")
    else:
        facts = {"free": decimal(max(free.free, 0)), "stated": decimal(free.stated)}
        yield Phrase("{free} of the {stated} hours stated are not planned yet", facts)
    if free.free is not None and free.silent:
        yield Phrase(
            "{n} assessments do not say how long they take",
            {"n": free.silent},
            one="1 assessment does not say how long it takes",
        )
    if module and hours_of(module):
        facts = {"module": module.id, "hours": decimal(hours_of(module))}
        yield Phrase("{module} has the fewest, {hours} hours", facts)
    elif module:
        yield Phrase("{module} states none", {"module": module.id})


def _activity(name: str, outcome: Outcome, needs: Needs, free: Room) -> dict[str, Value]:
    found: dict[str, Value] = {"id": name, "type": "role-play" if needs.skill else "case-discussion"}
    if free.hours:
        found["hours"] = free.hours
    found["outcomes"] = [outcome.id]
    if needs.together:
        found["interaction"] = INTERACTIONS.words
    return found


def _paste(ground: Ground, module: Module | None, module_id: str, activity: dict[str, Value]) -> Paste:
    if module:
        return with_entry(module.origin.file, module.origin.node, "activities", activity)
    origin = ground.case.curriculum.origin
    return with_entry(origin.file, origin.node, "modules", {"id": module_id, "activities": [activity]})

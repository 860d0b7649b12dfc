"""What of a curriculum has no place in a credential, part by part: nothing is left out without a word."""

from collections.abc import Iterator, Mapping

from alignkit.analysis.case import Case
from alignkit.analysis.certifiable import Certifiable, summative
from alignkit.analysis.microcredential import awarding_bodies, elements
from alignkit.exchange.losses import Loss

# Part of a curriculum -> why an achievement has no place for it.
PARTS: Mapping[str, str] = {
    "status": "an achievement has no status",
    "source": "a credential does not say where a curriculum was written down from",
    "learners": "the achievement is described for whoever earns it",
    "dates": "when a course runs is not when it is earned",
    "topics": "an achievement says what is shown, not what is spoken of",
    "rationale": "only its statement is taken, as the description",
    "design": "an achievement has no place for how learning is designed",
    "stages": "an achievement has no place for the stages of a programme",
    "modules": "an achievement says what is shown, not how it is learned",
    "evaluation": "an achievement has no place for how the curriculum is evaluated",
    "collaboration": "an achievement has no place for who designed the curriculum",
    "evidence": "Open Badges mean by evidence what a learner has made",
}


# Parts that are stated, and what of them is not.
DETAILS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "outcomes": (("bloom", "domain", "interprofessional"), "outcomes are stated by their text"),
    "alignments": (("why", "evidence", "reviewed"), "an alignment has no place for what speaks for it"),
    "assessments": (("hours", "instrument"), "an assessment is stated by its task, criteria and pass mark"),
}


def unstated(case: Case, parts: Mapping[str, str] = PARTS) -> Iterator[Loss]:
    """Yield the parts of the curriculum that have no place on the other side."""
    curriculum = case.curriculum
    for part, why in parts.items():
        if getattr(curriculum, part):
            yield Loss(str(curriculum.key_place(part)), part, why)
    if len(case.modules) > len(curriculum.modules) and not curriculum.modules and "modules" in parts:
        yield Loss(str(case.modules[0].at), "modules", parts["modules"])
    yield from _details(case)


def _details(case: Case) -> Iterator[Loss]:
    """Yield what is not said of the parts that are stated, each key at its first place."""
    curriculum = case.curriculum
    alignments = tuple(each for outcome in curriculum.outcomes for each in outcome.aligns)
    records = {"outcomes": curriculum.outcomes, "alignments": alignments, "assessments": curriculum.assessments}
    for part, (keys, why) in DETAILS.items():
        for key in keys:
            place = next((each.place(key) for each in records[part] if getattr(each, key) not in ("", (), None)), None)
            if place:
                yield Loss(str(place), f"{key} of {part}", why)
    for body in curriculum.providers:
        if body.role != "awarding-body":
            yield Loss(str(body.at), f"provider {body.name}", "only who awards it is named")


def missing_elements(case: Case) -> Iterator[Loss]:
    """Yield the elements that the EU wants every micro-credential to state, and the curriculum does not."""
    curriculum = case.curriculum
    assured = curriculum.credential is not None and bool(curriculum.credential.quality_assurance)
    there = [(str(element), stated) for element, stated in elements(case)]
    there += [("awarding body", bool(awarding_bodies(case))), ("quality assurance", assured)]
    for element, stated in there:
        if not stated:
            yield Loss(
                str(curriculum.at),
                element,
                "the curriculum does not state it; the EU asks for it, and it is not invented",
            )


def uncounted(case: Case, certified: Certifiable) -> Iterator[Loss]:
    """Yield the assessments that show nothing of what is stated."""
    showing = {each.id for each in certified.assessments}
    counting = {each.id for each in summative(case)}
    for each in case.assessments.values():
        if each.id not in showing:
            why = "it shows no outcome that may be stated" if each.id in counting else "it does not count (summative)"
            yield Loss(str(each.at), f"assessment {each.id}", why)


def left_out(certified: Certifiable) -> Iterator[Loss]:
    """Yield what may not be stated, with the reason."""
    return (Loss(str(each.at), each.what, each.why) for each in certified.left_out)

"""Items that are assessed and not evidenced: assessments that lack their criteria, or that could count."""

from collections.abc import Iterator

from alignkit.analysis.case import evidences
from alignkit.analysis.closing.effects import effect, evidenced
from alignkit.analysis.closing.fit import SHOWS, asks, reaches
from alignkit.analysis.closing.gap import MOST, Act, Lack, OpenGap, Proposal
from alignkit.analysis.closing.ground import Ground, each_once
from alignkit.analysis.closing.saying import reasons
from alignkit.analysis.closing.showing import Assessments, to_be_stated
from alignkit.analysis.coverage import Step
from alignkit.analysis.methods import method_of
from alignkit.analysis.unevidenced import unevidenced
from alignkit.model.curriculum import Assessment, Outcome
from alignkit.phrase import Phrase
from alignkit.source.pastes import Paste, with_value
from alignkit.source.writer import Value


def unevidencing(ground: Ground) -> Iterator[OpenGap]:
    """Yield what holds items at `assessed`: assessments without criteria, or an outcome for which none counts."""
    assessments = Assessments(ground)
    found = unevidenced(ground.case, ground.below(Step.ASSESSED))
    for held, lacks in each_once((each, tuple(ground.lacks[ref] for ref in each.refs)) for each in found):
        if held.lacking:
            proposals = tuple(_with_criteria(ground, each, lacks) for each in held.lacking if each.id)[:MOST]
        else:
            proposals = _counting(ground, held.gaps[0].outcome, lacks, assessments)
        yield OpenGap(Step.ASSESSED, lacks, proposals, held.outcomes)
    yield from ground.unheld_at(Step.ASSESSED)


def _with_criteria(ground: Ground, assessment: Assessment, lacks: tuple[Lack, ...]) -> Proposal:
    criteria = to_be_stated(mention.name for mention in assessment.outcomes)
    return Proposal(
        Act.STATE_CRITERIA,
        Phrase("State the criteria of {assessment}", {"assessment": assessment.id}),
        Phrase("it is summative, and nothing says what assessors look for"),
        effect(lacks, evidenced(ground.links, _name(ground, assessment))),
        (_set(assessment, "criteria", criteria),),
    )


def _name(ground: Ground, assessment: Assessment) -> str:
    """Return what coverage calls the assessment, which differs from its id where two have one."""
    return next(name for name, each in ground.case.assessments.items() if each is assessment)


def _counting(
    ground: Ground, outcome: Outcome, lacks: tuple[Lack, ...], assessments: Assessments
) -> tuple[Proposal, ...]:
    """Return the outcome's own assessments that could count; then others that do; then a new one."""
    own = [
        name for name in ground.case.assessments_of[outcome.id] if _could_count(ground.case.assessments[name], outcome)
    ]
    own.sort(key=lambda name: not ground.case.assessments[name].criteria)
    found = [_made_summative(ground, name, outcome, lacks) for name in own]
    others = (name for name in assessments.fitting(outcome, lacks) if evidences(ground.case.assessments[name]))
    found += [assessments.extended(name, outcome, lacks) for name in others]
    return tuple(found[:MOST]) or (assessments.new(outcome, lacks),)


def _could_count(assessment: Assessment, outcome: Outcome) -> bool:
    return bool(assessment.id) and reaches(assessment, outcome) is not False


def _made_summative(ground: Ground, name: str, outcome: Outcome, lacks: tuple[Lack, ...]) -> Proposal:
    assessment = ground.case.assessments[name]
    pastes = [_set(assessment, "purpose", "summative")]
    if not assessment.criteria:
        pastes.append(_set(assessment, "criteria", to_be_stated([outcome.id])))
    return Proposal(
        Act.MAKE_SUMMATIVE,
        Phrase("Let {assessment} count", {"assessment": assessment.id}),
        reasons(_reasons(assessment, outcome)),
        effect(lacks, evidenced(ground.links, name)),
        tuple(pastes),
    )


def _reasons(assessment: Assessment, outcome: Outcome) -> Iterator[Phrase]:
    shows = SHOWS.get(method_of(assessment))
    if shows:
        yield Phrase("{asks}, and it {shows}", {"asks": asks(outcome), "shows": shows})
    else:
        yield Phrase("whether its method can show {outcome} is for you to say", {"outcome": outcome.id})
    yield Phrase("it states criteria") if assessment.criteria else Phrase("its criteria are still to be written")


def _set(assessment: Assessment, key: str, value: Value) -> Paste:
    return with_value(assessment.origin.file, assessment.origin.node, key, value)

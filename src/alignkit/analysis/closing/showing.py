"""Items that are taught and not assessed: assessments that could take up their outcome, or a new one that fits."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from alignkit.analysis.case import evidences
from alignkit.analysis.closing.effects import assessed, effect
from alignkit.analysis.closing.fit import SHOWS, asks, example, needed, reaches
from alignkit.analysis.closing.gap import MOST, Act, Lack, OpenGap, Proposal
from alignkit.analysis.closing.ground import Ground
from alignkit.analysis.closing.saying import reasons, some
from alignkit.analysis.coverage import Step
from alignkit.analysis.methods import method_of
from alignkit.model.curriculum import Assessment, Outcome
from alignkit.phrase import Fact, Phrase
from alignkit.source.pastes import with_entry
from alignkit.source.writer import Value


def unassessed(ground: Ground) -> Iterator[OpenGap]:
    """Yield each outcome that holds items at `taught`, since no assessment addresses it."""
    assessments = Assessments(ground)
    for outcome, lacks in ground.held_at(Step.TAUGHT):
        yield OpenGap(Step.TAUGHT, lacks, assessments.proposals(outcome, lacks), (outcome.id,))
    yield from ground.unheld_at(Step.TAUGHT)


class Assessments:
    """The assessments of a curriculum as places at which one more outcome could be shown."""

    def __init__(self, ground: Ground) -> None:
        """Take the curriculum and its frameworks."""
        self._ground = ground

    def proposals(self, outcome: Outcome, lacks: tuple[Lack, ...]) -> tuple[Proposal, ...]:
        """Return the assessments that can show the outcome, the best first; a new one where none can."""
        found = tuple(self.extended(name, outcome, lacks) for name in self.fitting(outcome, lacks)[:MOST])
        return found or (self.new(outcome, lacks),)

    def fitting(self, outcome: Outcome, lacks: Iterable[Lack]) -> list[str]:
        """Return the assessments that do not address the outcome and whose method can show it, the best first.

        A method that tells nothing comes after one that is known to fit; then those come first that are summative
        with criteria, that assess more of the same branch, and that carry fewer outcomes.
        """
        there = self._ground.case.assessments_of.get(outcome.id, ())
        branches = tuple(dict.fromkeys(lack.branch for lack in lacks))
        found: list[tuple[tuple[bool, bool, int, int], str]] = []
        for name, assessment in self._ground.case.assessments.items():
            fits = reaches(assessment, outcome)
            if assessment.id and name not in there and fits is not False:
                siblings, load = len(self.siblings(name, branches)), len(assessment.outcomes)
                found.append(((fits is None, not evidences(assessment), -siblings, load), name))
        return [name for _, name in sorted(found, key=lambda each: each[0])]

    def siblings(self, name: str, branches: Iterable[str]) -> tuple[str, ...]:
        """Return the codes of items of the branches that the assessment assesses."""
        codes = (code for branch in branches for code in self._assessed_in.get((name, branch), ()))
        return tuple(dict.fromkeys(codes))

    @cached_property
    def _assessed_in(self) -> Mapping[tuple[str, str], dict[str, None]]:
        """Return the codes that each assessment assesses in each branch."""
        found: dict[tuple[str, str], dict[str, None]] = {}
        for link in self._ground.case.links:
            item = link.reference.item
            for name in self._ground.case.assessments_of.get(link.outcome.id, ()):
                if item and item.parent:
                    found.setdefault((name, f"{item.framework}:{item.parent}"), {})[item.code] = None
        return found

    def extended(self, name: str, outcome: Outcome, lacks: tuple[Lack, ...]) -> Proposal:
        """Return the assessment as a place at which the outcome could be assessed."""
        assessment = self._ground.case.assessments[name]
        links = assessed(self._ground.links, outcome.id, name, evidencing=evidences(assessment))
        branches = tuple(dict.fromkeys(lack.branch for lack in lacks))
        speaks_for_it = _reasons(assessment, outcome, self.siblings(name, branches))
        return Proposal(
            Act.EXTEND_ASSESSMENT,
            Phrase("Let {assessment} assess {outcome}", {"assessment": assessment.id, "outcome": outcome.id}),
            reasons(speaks_for_it),
            effect(lacks, links),
            (with_entry(assessment.origin.file, assessment.origin.node, "outcomes", outcome.id),),
        )

    def new(self, outcome: Outcome, lacks: tuple[Lack, ...]) -> Proposal:
        """Return a new assessment by a method that can show the outcome; one that counts where that is wanted."""
        ground = self._ground
        counts = any(lack.wanted is Step.EVIDENCED for lack in lacks)
        origin = ground.case.curriculum.origin
        name = ground.ids.after((each.id for each in ground.case.curriculum.assessments), "AS1")
        facts: dict[str, Fact] = {"method": example(outcome), "shows": SHOWS[needed(outcome)], "asks": asks(outcome)}
        return Proposal(
            Act.NEW_ASSESSMENT,
            Phrase("Add an assessment of {outcome}", {"outcome": outcome.id}),
            Phrase("{asks}, and no assessment here fits: a {method}, for one, {shows}", facts),
            effect(lacks, assessed(ground.links, outcome.id, name, evidencing=counts)),
            (with_entry(origin.file, origin.node, "assessments", _assessment(name, outcome, counts=counts)),),
        )


def _reasons(assessment: Assessment, outcome: Outcome, siblings: tuple[str, ...]) -> Iterator[Phrase]:
    """Yield what speaks for the assessment."""
    shows = SHOWS.get(method_of(assessment))
    if shows:
        method = assessment.method or (assessment.instrument.name if assessment.instrument else assessment.miller)
        yield Phrase("{asks}, and {method} {shows}", {"asks": asks(outcome), "method": method, "shows": shows})
    else:
        yield Phrase("whether its method can show {outcome} is for you to say", {"outcome": outcome.id})
    if evidences(assessment):
        yield Phrase("it is summative and states criteria")
    if siblings:
        yield Phrase("it assesses {codes} of the same branch", {"codes": some(siblings)})
    yield Phrase("it assesses {n} outcomes so far", {"n": len(assessment.outcomes)}, one="it assesses 1 outcome so far")


def _assessment(name: str, outcome: Outcome, *, counts: bool) -> dict[str, Value]:
    found: dict[str, Value] = {"id": name, "purpose": "summative" if counts else "formative"}
    found |= {
        "method": example(outcome),
        "miller": needed(outcome).value,
        "unit": "individual",
        "outcomes": [outcome.id],
    }
    if counts:
        found["criteria"] = to_be_stated([outcome.id])
    return found


def to_be_stated(outcomes: Iterable[str]) -> list[str]:
    """Return what stands for criteria until somebody writes them, one for each outcome."""
    return [f"To be written: what shows that {outcome} is reached" for outcome in outcomes]

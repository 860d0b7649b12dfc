"""What an outcome asks for beyond recall, and whether recall is all that its assessments can show."""

from collections.abc import Iterator

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.methods import Method, method_of
from alignkit.model.curriculum import Assessment, Outcome
from alignkit.phrase import Phrase

_JUDGING = frozenset(("evaluate", "create"))


class Demand(Struct, frozen=True):
    """An outcome that recall cannot show, what it asks for in words, and the assessments of it."""

    outcome: Outcome
    what: Phrase
    assessments: tuple[Assessment, ...]

    @property
    def recall_only(self) -> bool:
        """Say whether every assessment of it is known to show no more than that learners know."""
        return all(method_of(assessment) is Method.RECALL for assessment in self.assessments)


def demands(case: Case) -> Iterator[Demand]:
    """Yield each assessed outcome that asks for a skill, or for Bloom's evaluate or create."""
    for outcome in case.outcomes.values():
        assessments = tuple(case.assessments[id_] for id_ in case.assessments_of.get(outcome.id, ()))
        what = _what(case, outcome)
        if what and assessments:
            yield Demand(outcome, what, assessments)


def _what(case: Case, outcome: Outcome) -> Phrase | None:
    """Return what the outcome asks for beyond recall; a verb counts only where no list places it any lower."""
    if outcome.domain == "skills":
        return Phrase("is about a skill")
    if outcome.bloom:
        return _asks_to(outcome.bloom) if outcome.bloom in _JUDGING else None
    verbs = [verb for verb in case.verbs[outcome.id] if verb.measurable and _JUDGING.issuperset(verb.levels)]
    return _asks_to(verbs[0].name) if verbs else None


def _asks_to(verb: str) -> Phrase:
    return Phrase("asks learners to {verb}", {"verb": Phrase(verb)})

"""How a curriculum and its credential are evaluated."""

from alignkit.analysis.case import Case
from alignkit.model.evidence import Evaluation
from alignkit.phrase import Phrase

_CREDENTIAL = "credential"
# What an evaluation must say so that somebody can carry it out.
NEEDED = {"method": Phrase("how"), "when": Phrase("when"), "responsible": Phrase("by whom")}


def course_evaluations(case: Case) -> tuple[Evaluation, ...]:
    """Return the evaluations of the curriculum itself, not those of its credential alone."""
    return tuple(each for each in case.curriculum.evaluation if not _of_credential(each) or _of_both(each))


def credential_evaluations(case: Case) -> tuple[Evaluation, ...]:
    """Return the evaluations of the credential: what it is worth, whether it is valid and of use."""
    return tuple(each for each in case.curriculum.evaluation if _of_credential(each))


def _of_credential(evaluation: Evaluation) -> bool:
    return _CREDENTIAL in evaluation.of.casefold()


def _of_both(evaluation: Evaluation) -> bool:
    return any(word in evaluation.of.casefold() for word in ("course", "programme", "curriculum"))


def missing_from(evaluation: Evaluation) -> tuple[Phrase, ...]:
    """Return what the evaluation does not say: how, when, by whom."""
    return tuple(words for key, words in NEEDED.items() if not getattr(evaluation, key).strip())


def nearest_to_complete(case: Case) -> Evaluation | None:
    """Return the evaluation of the curriculum that says most, or None where there is none."""
    return min(course_evaluations(case), key=lambda evaluation: len(missing_from(evaluation)), default=None)

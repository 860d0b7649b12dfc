"""Which methods of assessment can show an outcome, by Miller's pyramid and Bloom's taxonomy.

A skill is shown by doing it, on or above `shows-how`. What learners are to apply, analyse, evaluate or create, and an
attitude, take a task at `knows-how` or above; what they are to remember or understand can be recalled. That reading of
the two side by side is ours. What learners say about themselves shows no outcome.
"""

from alignkit.analysis.methods import Method, method_of
from alignkit.analysis.verbs import bloom_of
from alignkit.model.curriculum import Assessment, Outcome
from alignkit.phrase import Phrase

_PYRAMID = (Method.RECALL, Method.WRITTEN, Method.PERFORMANCE, Method.PRACTICE)
_RECALLED = ("remember", "understand", "")

# What a method of each kind shows, to follow the name of one.
SHOWS = {
    Method.RECALL: Phrase("shows what learners know"),
    Method.WRITTEN: Phrase("shows that learners know how"),
    Method.PERFORMANCE: Phrase("lets learners show how"),
    Method.PRACTICE: Phrase("shows what learners do in practice"),
}
# A method to begin with for each kind, in words that are read as that kind.
_EXAMPLES = {
    Method.RECALL: "multiple-choice",
    Method.WRITTEN: "case-analysis",
    Method.PERFORMANCE: "simulation",
    Method.PRACTICE: "workplace-observation",
}


def needed(outcome: Outcome) -> Method:
    """Return the lowest kind of method that can show the outcome."""
    if outcome.domain == "skills":
        return Method.PERFORMANCE
    return Method.RECALL if bloom_of(outcome) in _RECALLED and outcome.domain != "attitudes" else Method.WRITTEN


def asks(outcome: Outcome) -> Phrase:
    """Return what the outcome asks for, to say why a method fits."""
    facts = {"outcome": outcome.id, "level": bloom_of(outcome)}
    if outcome.domain == "skills":
        return Phrase("{outcome} is about a skill", facts)
    if outcome.domain == "attitudes":
        return Phrase("{outcome} is about an attitude", facts)
    if not facts["level"]:
        return Phrase("{outcome} states no level", facts)
    return Phrase("{outcome} asks learners to {level}", facts)


def reaches(assessment: Assessment, outcome: Outcome) -> bool | None:
    """Say whether the assessment's method can show the outcome; None where its method tells nothing."""
    method = method_of(assessment)
    if method is Method.UNKNOWN:
        return None
    return method in _PYRAMID and _PYRAMID.index(method) >= _PYRAMID.index(needed(outcome))


def example(outcome: Outcome) -> str:
    """Return a method to begin with that can show the outcome."""
    return "reflective-essay" if outcome.domain == "attitudes" else _EXAMPLES[needed(outcome)]

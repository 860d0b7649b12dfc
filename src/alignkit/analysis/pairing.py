"""Which parts of two versions are the same part: by id, and where an id was changed by what the part says."""

from collections.abc import Callable, Hashable, Mapping, Sequence

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.similarity import in_common

# Other texts than these say something else: an id that is free now is not taken over by what merely resembles it.
_ALIKE = 0.8
_SAME_COURSE = 0.5


class Marks(Struct, frozen=True):
    """By what a part is known besides its id: all that it says, and the one text that tells it from others."""

    content: Hashable
    text: str = ""


Known = Callable[[str, Marks], Hashable]

# From the surest sign to the weakest. Text comes before id: where outcomes are numbered anew, each keeps its words.
_SIGNS: Sequence[Known] = (
    lambda id_, marks: (id_, marks.content),
    lambda id_, marks: (id_, marks.text) if marks.text else None,
    lambda _, marks: marks.text or None,
    lambda _, marks: marks.content or None,
    lambda id_, _: id_,
)


def pair(before: Mapping[str, Marks], after: Mapping[str, Marks]) -> dict[str, str]:
    """Return the id after for each id before whose part is still there; what is left over was removed or added."""
    found: dict[str, str] = {}
    for sign in _SIGNS:
        left = {id_: marks for id_, marks in before.items() if id_ not in found}
        taken = set(found.values())
        waiting: dict[Hashable, list[str]] = {}
        for id_, marks in after.items():
            if id_ not in taken and (known := sign(id_, marks)) is not None:
                waiting.setdefault(known, []).append(id_)
        for id_, marks in left.items():
            if candidates := waiting.get(sign(id_, marks)):
                found[id_] = candidates.pop(0)
    return found | _alike(
        {id_: marks.text for id_, marks in before.items() if id_ not in found},
        {id_: marks.text for id_, marks in after.items() if id_ not in found.values()},
    )


def _alike(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    """Return the pairs whose texts have most of their words in common, each before with the first such after."""
    found: dict[str, str] = {}
    for id_, text in before.items():
        near = (other for other, words in after.items() if in_common(text, words).reaches(_ALIKE))
        if match := next((other for other in near if other not in found.values()), ""):
            found[id_] = match
    return found


def pair_curricula(before: Mapping[str, Case], after: Mapping[str, Case]) -> dict[str, str]:
    """Return the name after for each curriculum before: the same id, else the one that says most of the same."""
    found = {name: name for name in before if name in after}
    free = [name for name in after if name not in found]
    for name in (name for name in before if name not in found):
        shares = {other: _shared(before[name], after[other]) for other in free}
        best = max(shares, key=lambda other: shares[other], default="")
        if best and shares[best] >= _SAME_COURSE:
            found[name] = best
            free.remove(best)
    return found


def _shared(one: Case, other: Case) -> float:
    """Return the share of all texts of two curricula that are in both."""
    first, second = _texts(one), _texts(other)
    return len(first & second) / len(first | second) if first | second else 0.0


def _texts(case: Case) -> set[str]:
    texts = {case.curriculum.title} | {outcome.text for outcome in case.outcomes.values()}
    texts |= {module.title for module in case.modules} | {each.title for each in case.activities.values()}
    return (texts | {each.title for each in case.assessments.values()}) - {""}

"""What a credential may say that a learner can do: only what an assessment that counts has shown (M108)."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from alignkit.analysis.assessing import assessments_of
from alignkit.analysis.case import Case
from alignkit.analysis.coverage import ItemCoverage, Links, Step, cover
from alignkit.analysis.through import frameworks_aligned_with
from alignkit.findings import Span
from alignkit.library.index import FrameworkIndex, Placed
from alignkit.model.curriculum import Assessment, FrameworkUse, Outcome
from alignkit.wording import listed


class Shown(Struct, frozen=True):
    """An outcome that assessments which count have shown, and those assessments."""

    outcome: Outcome
    assessments: tuple[Assessment, ...]


class Stated(Struct, frozen=True):
    """A framework's item that may be stated, and the outcomes through which it was taught and shown.

    `depths` say how far those outcomes take the learner, where they say so, each once.
    """

    item: Placed
    framework: FrameworkIndex
    outcomes: tuple[Outcome, ...]
    depths: tuple[str, ...] = ()


class LeftOut(Struct, frozen=True, order=True):
    """What may not be stated, where it stands in the curriculum, and why not."""

    at: Span
    what: str
    why: str


class Certifiable(Struct, frozen=True):
    """What may be stated of a learner, each in the curriculum's order, and what may not."""

    outcomes: tuple[Shown, ...]
    items: tuple[Stated, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """Return the assessments that show anything of it, each once, in the curriculum's order."""
        every = {each.id: each for shown in self.outcomes for each in shown.assessments}
        return tuple(sorted(every.values(), key=lambda each: each.at))


def summative(case: Case) -> tuple[Assessment, ...]:
    """Return the assessments that count."""
    return tuple(each for each in case.assessments.values() if each.purpose == "summative")


def certifiable(case: Case, passed: Collection[str] | None = None) -> Certifiable:
    """Return what may be stated of whoever passes everything, or of one who passed only the assessments named.

    An outcome is shown where an assessment that counts addresses it, and every such assessment is passed. An item is
    stated where coverage has it assessed, and an outcome that serves the whole of it is taught and shown.
    """
    twice = _named_twice(case)
    why = {name: _why_hidden(case, outcome, passed, twice) for name, outcome in case.outcomes.items()}
    hidden = {name: reason for name, reason in why.items() if reason}
    shown = tuple(Shown(each, _counting(case, each)) for name, each in case.outcomes.items() if name not in hidden)
    items, left_out = _items(case, {each.outcome.id for each in shown}, hidden)
    outcomes = (LeftOut(case.outcomes[name].at, f"outcome {name}", reason) for name, reason in hidden.items())
    return Certifiable(shown, items, tuple(sorted({*left_out, *outcomes})))


def _counting(case: Case, outcome: Outcome) -> tuple[Assessment, ...]:
    return tuple(each for each in assessments_of(case, outcome) if each.purpose == "summative")


def _named_twice(case: Case) -> frozenset[str]:
    """Return the ids that two outcomes have, or two assessments."""
    parts = (case.curriculum.outcomes, case.curriculum.assessments)
    return frozenset(name for part in parts for name, times in Counter(each.id for each in part).items() if times > 1)


def _why_hidden(case: Case, outcome: Outcome, passed: Collection[str] | None, twice: Collection[str]) -> str:
    """Return why nothing shows the outcome, or "" where it is shown."""
    counting = _counting(case, outcome)
    if not counting:
        return "no assessment that counts addresses it (M108)"
    if doubtful := [name for name in (outcome.id, *(each.id for each in counting)) if name in twice]:
        return f"{doubtful[0]} stands for two things"
    failed = [each.id for each in counting if passed is not None and each.id not in passed]
    return f"the learner did not pass {listed(failed)}" if failed else ""


def _items(case: Case, shown: Collection[str], hidden: Mapping[str, str]) -> tuple[tuple[Stated, ...], list[LeftOut]]:
    """Return the items that may be stated, framework by framework in the publisher's order, and the others."""
    links = case.links_for()
    lenses = {index.id for use, index in case.uses if use.role == "lens"}
    places = {link.reference.item.ref: link.alignment.at for link in reversed(case.links) if link.reference.item}
    depths = _depths(case)
    stated: list[Stated] = []
    left_out = list(_led_nowhere(case))
    for index, covered in _aligned(case, links):
        through = _through(covered, links, shown) if covered.step >= Step.ASSESSED and index.id not in lenses else ()
        if through:
            said = depths.get(covered.item.ref, {})
            reached = tuple(dict.fromkeys(said[name] for name in through if name in said))
            stated.append(Stated(covered.item, index, tuple(case.outcomes[name] for name in through), reached))
        else:
            why = _LENS if index.id in lenses else _why_not(covered, hidden)
            left_out.append(LeftOut(places[covered.item.ref], covered.item.ref, why))
    return tuple(stated), left_out


def _aligned(case: Case, links: Links) -> Iterator[tuple[FrameworkIndex, ItemCoverage]]:
    """Yield every leaf item that an outcome aligns with, in a declared scope or not, and how far it got."""
    for framework_id in frameworks_aligned_with(case):
        index = case.library.find(framework_id)
        whole = FrameworkUse(origin=case.curriculum.origin, use=framework_id)
        for covered in cover(whole, index, links).items if index else ():
            if index and (covered.outcomes or covered.partial):
                yield index, covered


def _through(covered: ItemCoverage, links: Links, shown: Collection[str]) -> tuple[str, ...]:
    """Return the outcomes that serve the whole item and are taught and shown."""
    claimed = links.full.get(covered.item.ref, ())
    return tuple(name for name in claimed if name in links.taught and name in shown)


def _depths(case: Case) -> dict[str, dict[str, str]]:
    """Return how far each outcome takes the learner with an item, by item and outcome, where it says so."""
    found: dict[str, dict[str, str]] = {}
    for link in case.links:
        if link.reference.item and link.alignment.depth and link.alignment.strength != "partial":
            found.setdefault(link.reference.item.ref, {}).setdefault(link.outcome.id, link.alignment.depth)
    return found


_LENS = "the framework is a lens: the provider does not claim to align with it"


def _why_not(covered: ItemCoverage, hidden: Mapping[str, str]) -> str:
    outcomes = listed(covered.outcomes)
    if covered.partial_only:
        return f"only a part of it is aligned with ({listed(covered.partial)})"
    if covered.step is Step.CLAIMED:
        return f"it is claimed by {outcomes}, but no activity addresses {outcomes}"
    if covered.step is Step.TAUGHT:
        return f"it is taught through {outcomes}, but no assessment addresses {outcomes}"
    return "; ".join(f"it rests on {name}: {hidden[name]}" for name in covered.outcomes if name in hidden)


def _led_nowhere(case: Case) -> Iterator[LeftOut]:
    """Yield the alignments with what is no leaf item of a framework at hand."""
    for link in case.links:
        item = link.reference.item
        if item is None:
            yield LeftOut(link.alignment.at, link.alignment.to, "there is no such item in the library")
        elif not item.is_leaf:
            yield LeftOut(link.alignment.at, link.alignment.to, "it is a whole branch, which covers none of its items")

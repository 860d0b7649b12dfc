"""What a curriculum names, and whether it is there: frameworks, their items, and its own parts."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.findings import Related, Span
from alignkit.library.index import FrameworkIndex
from alignkit.model.curriculum import Activity
from alignkit.model.located import Mention
from alignkit.phrase import Phrase


class Named(Struct, frozen=True):
    """A name that means nothing, and every place where it stands, in order: one mistake, however often repeated.

    `what` says what it should be the name of.
    """

    name: str
    what: str
    places: tuple[Span, ...]

    @property
    def also(self) -> Phrase | str:
        """Return ", here and in 2 more places", or "" where there is one place."""
        more = len(self.places) - 1
        return Phrase(", here and in {n} more places", {"n": more}, one=", here and in {n} more place") if more else ""

    @property
    def elsewhere(self) -> tuple[Related, ...]:
        """Return the places after the first."""
        return tuple(Related(at, f"{self.name} stands here too") for at in self.places[1:])


def _gathered(found: Iterable[tuple[str, str, Span]]) -> tuple[Named, ...]:
    """Return each name once, with all its places; one that differs only by case is the same."""
    places: dict[tuple[str, str], list[Span]] = {}
    typed: dict[tuple[str, str], str] = {}
    for what, name, at in found:
        if name:
            places.setdefault((what, name.casefold()), []).append(at)
            typed.setdefault((what, name.casefold()), name)
    return tuple(Named(typed[key], key[0], tuple(spans)) for key, spans in places.items())


def unknown_frameworks(case: Case) -> tuple[Named, ...]:
    """Return the names of frameworks that mean none, declared or aligned with."""
    declared = ((use.use, use.at) for use in case.curriculum.frameworks if case.library.find(use.use) is None)
    aligned = (
        (link.reference.framework_id, link.alignment.at)
        for link in case.links
        if link.reference.readable and not link.reference.framework
    )
    return _gathered(("framework", name, at) for name, at in (*declared, *aligned))


def unreadable_references(case: Case) -> tuple[Named, ...]:
    """Return what stands for an item without being a framework, a colon and a code."""
    unreadable = (link.alignment for link in case.links if not link.reference.readable)
    return _gathered(("item", alignment.to, alignment.at) for alignment in unreadable)


def unknown_items(case: Case) -> tuple[Named, ...]:
    """Return the references to items that their framework does not have; `what` is the framework."""
    return _gathered(
        (link.reference.framework.id, link.reference.code, link.alignment.at)
        for link in case.links
        if link.reference.readable and link.reference.framework and not link.reference.item
    )


def unknown_parts(case: Case) -> tuple[Named, ...]:
    """Return the names of outcomes, evidence, stages and items in scope that are not there."""
    known = {
        "outcome": frozenset(case.outcomes),
        "evidence": frozenset(case.evidence),
        "stage": frozenset(case.curriculum.stages),
    }
    mentioned = (
        ("outcome", _outcomes_named(case)),
        ("evidence", _evidence_named(case)),
        ("stage", _stages_named(case)),
    )
    parts = ((what, name, at) for what, named in mentioned for name, at in named if name not in known[what])
    return _gathered((*parts, *_unknown_scopes(case)))


def _outcomes_named(case: Case) -> Iterator[tuple[str, Span]]:
    for activity in _all_activities(case):
        yield from _names(activity.outcomes)
    for assessment in case.curriculum.assessments:
        yield from _names(assessment.outcomes)


def who_names(case: Case) -> dict[Span, str]:
    """Return, for each place where an outcome is named, what names it: an activity or an assessment."""
    activities = ((at, "activity") for activity in _all_activities(case) for _, at in _names(activity.outcomes))
    assessments = ((at, "assessment") for each in case.curriculum.assessments for _, at in _names(each.outcomes))
    return dict((*activities, *assessments))


def _all_activities(case: Case) -> Iterator[Activity]:
    return (activity for module in case.modules for activity in module.activities)


def _names(mentions: Iterable[Mention]) -> Iterator[tuple[str, Span]]:
    return ((mention.name, mention.at) for mention in mentions)


def _evidence_named(case: Case) -> Iterator[tuple[str, Span]]:
    rationale, design = case.curriculum.rationale, case.curriculum.design
    if rationale and rationale.need:
        yield from _names(rationale.need.evidence)
    for theory in design.theories if design else ():
        yield from _names(theory.evidence)
    for link in case.links:
        yield from _names(link.alignment.evidence)
    for assessment in case.curriculum.assessments:
        yield from _names(assessment.instrument.evidence if assessment.instrument else ())


def _stages_named(case: Case) -> Iterator[tuple[str, Span]]:
    """Yield the stages of modules; where the curriculum lists no stages, each module says its own."""
    if case.curriculum.stages:
        for module in case.modules:
            yield module.stage, module.place("stage")


def _unknown_scopes(case: Case) -> Iterator[tuple[str, str, Span]]:
    for use in case.curriculum.frameworks:
        index = case.library.find(use.use)
        for mention in use.scope if index else ():
            if index and mention.name not in index.items:
                yield f"item of {index.id}", mention.name, mention.at


class Twice(Struct, frozen=True):
    """An id that two parts of one kind have."""

    kind: str
    id: str
    first: Span
    second: Span


def duplicate_ids(case: Case) -> Iterator[Twice]:
    """Yield each id that a part of the same kind has already, and the curriculum's where an earlier one has it."""
    curriculum = case.curriculum
    here = curriculum.place("id")
    if curriculum.id and case.namesakes and min(case.namesakes) < here:
        yield Twice("curriculum", curriculum.id, min(case.namesakes), here)
    yield from _repeated("outcome", ((part.id, part.at) for part in curriculum.outcomes))
    yield from _repeated("module", ((part.id, part.at) for part in case.modules))
    yield from _repeated("activity", ((part.id, part.at) for part in _all_activities(case)))
    yield from _repeated("assessment", ((part.id, part.at) for part in curriculum.assessments))
    yield from _repeated("evidence", ((part.id, part.at) for part in curriculum.evidence))


def _repeated(kind: str, parts: Iterable[tuple[str, Span]]) -> Iterator[Twice]:
    first: dict[str, Span] = {}
    for id_, at in parts:
        if id_ and first.setdefault(id_, at) != at:
            yield Twice(kind, id_, first[id_], at)


def editions_with(code: str, index: FrameworkIndex, case: Case) -> tuple[str, ...]:
    """Return the other editions at hand, or other frameworks of that publisher, that have an item of the code."""
    publisher = index.id.partition("-")[0]
    ids = (id_ for id_ in case.library.ids if id_.partition("-")[0] == publisher and id_ != index.id)
    return tuple(id_ for id_ in ids if (other := case.library.find(id_)) and code in other.items)

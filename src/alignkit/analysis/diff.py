"""One curriculum before and after a change: which of its parts are other ones, and what that does to its coverage."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.contents import KeyChange, changed_keys, content
from alignkit.analysis.coverage import Step
from alignkit.analysis.ladders import Ladder, ladders
from alignkit.analysis.pairing import Marks, pair
from alignkit.model.curriculum import Activity, Assessment, Module, Outcome

_PARTS = ("outcomes", "modules", "assessments", "frameworks", "id")
_NOTHING: Mapping[str, str] = {}
Part = TypeVar("Part", bound=Outcome | Activity | Assessment | Module)


class PartChange(Struct, frozen=True):
    """A part that was added (`before` is ""), removed (`after` is ""), renamed, moved or changed."""

    before: str
    after: str
    title: str
    keys: tuple[KeyChange, ...] = ()
    moved: tuple[str, str] | None = None
    """The modules that an activity was in and is in, by their ids now."""

    @property
    def is_change(self) -> bool:
        """Say whether anything is different."""
        return self.before != self.after or bool(self.keys) or self.moved is not None


class Removed(Struct, frozen=True):
    """A curriculum that is not there any more."""

    before: Case

    @property
    def claims(self) -> tuple[tuple[str, int], ...]:
        """Return each framework of which it claimed anything, with the number of items."""
        numbers = ((coverage.framework.id, coverage.reached(Step.CLAIMED)) for coverage in self.before.coverage)
        return tuple((id_, number) for id_, number in numbers if number)


class Change:
    """A curriculum in two versions; `seen` is the earlier one with the frameworks of the later."""

    def __init__(self, before: Case, after: Case, seen: Case | None = None) -> None:
        """Take both versions; without `seen`, the frameworks are the same."""
        self.before = before
        self.after = after
        self.seen = seen or before

    @cached_property
    def outcome_names(self) -> dict[str, str]:
        """Return the id now of each outcome that is still there."""
        return pair(
            {id_: _marks(outcome, outcome.text) for id_, outcome in self.before.outcomes.items()},
            {id_: _marks(outcome, outcome.text) for id_, outcome in self.after.outcomes.items()},
        )

    @cached_property
    def module_names(self) -> dict[str, str]:
        """Return the id now of each module that is still there."""
        return pair(_module_marks(self.before), _module_marks(self.after))

    @cached_property
    def activity_names(self) -> dict[str, str]:
        """Return the id now of each activity that is still there."""
        return pair(
            {id_: _marks(each, each.title, self.outcome_names) for id_, each in self.before.activities.items()},
            {id_: _marks(each, each.title) for id_, each in self.after.activities.items()},
        )

    @cached_property
    def assessment_names(self) -> dict[str, str]:
        """Return the id now of each assessment that is still there."""
        return pair(
            {id_: _marks(each, each.title, self.outcome_names) for id_, each in self.before.assessments.items()},
            {id_: _marks(each, each.title) for id_, each in self.after.assessments.items()},
        )

    @property
    def names(self) -> dict[str, str]:
        """Return the id now of each part and of the curriculum itself, by its id before."""
        parts = self.assessment_names | self.activity_names | self.module_names | self.outcome_names
        return parts | {self.before.curriculum.id: self.after.curriculum.id}

    @cached_property
    def outcomes(self) -> tuple[PartChange, ...]:
        """Return what became of outcomes, where anything did."""
        return self._parts(self.outcome_names, self.before.outcomes, self.after.outcomes, lambda each: each.text)

    @cached_property
    def assessments(self) -> tuple[PartChange, ...]:
        """Return what became of assessments."""
        before, after = self.before.assessments, self.after.assessments
        return self._parts(self.assessment_names, before, after, lambda each: each.title)

    @cached_property
    def activities(self) -> tuple[PartChange, ...]:
        """Return what became of activities."""
        before, after = self.before.activities, self.after.activities
        return self._parts(self.activity_names, before, after, lambda each: each.title, self._moved)

    @cached_property
    def modules(self) -> tuple[PartChange, ...]:
        """Return what became of modules themselves; their activities are spoken of apart."""
        before, after = _modules(self.before), _modules(self.after)
        return self._parts(self.module_names, before, after, lambda each: each.title)

    @cached_property
    def keys(self) -> tuple[KeyChange, ...]:
        """Return what the curriculum says differently of itself, its parts and frameworks left out."""
        return changed_keys(self.before.curriculum, self.after.curriculum, without=_PARTS)

    @cached_property
    def ladders(self) -> tuple[Ladder, ...]:
        """Return how each framework's coverage changed."""
        return ladders(self.before, self.seen, self.after)

    def _moved(self, before: str, after: str) -> tuple[str, str] | None:
        home, now = self.before.module_of[before].id, self.after.module_of[after].id
        was = self.module_names.get(home, home)
        return None if was == now else (was, now)

    def _parts(
        self,
        names: Mapping[str, str],
        before: Mapping[str, Part],
        after: Mapping[str, Part],
        title: Callable[[Part], str],
        moved: Callable[[str, str], tuple[str, str] | None] = lambda *_: None,
    ) -> tuple[PartChange, ...]:
        """Return what was removed, then what is other than it was, then what was added, each in its author's order."""
        removed = tuple(PartChange(id_, "", title(part)) for id_, part in before.items() if id_ not in names)
        stayed = tuple(
            PartChange(
                id_,
                names[id_],
                title(after[names[id_]]),
                changed_keys(part, after[names[id_]], self.outcome_names, ("id", "activities")),
                moved(id_, names[id_]),
            )
            for id_, part in before.items()
            if id_ in names
        )
        kept = set(names.values())
        added = tuple(PartChange("", id_, title(part)) for id_, part in after.items() if id_ not in kept)
        return (*removed, *(part for part in stayed if part.is_change), *added)


def _marks(part: Outcome | Activity | Assessment, text: str, names: Mapping[str, str] = _NOTHING) -> Marks:
    return Marks(content(part, names, ("id",)), text)


def _module_marks(case: Case) -> dict[str, Marks]:
    return {id_: Marks(content(each, without=("id", "activities")), each.title) for id_, each in _modules(case).items()}


def _modules(case: Case) -> dict[str, Module]:
    found: dict[str, Module] = {}
    for module in case.modules:
        found.setdefault(module.id, module)
    return found

"""One curriculum with everything known about it, each fact worked out when first asked for."""

from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from alignkit.analysis.coverage import Coverage, Links, cover
from alignkit.analysis.verbs import Verb, leading_verbs
from alignkit.findings import Span
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library, Reference
from alignkit.model.curriculum import (
    Activity,
    Alignment,
    Assessment,
    Curriculum,
    FrameworkUse,
    Module,
    Outcome,
)
from alignkit.model.evidence import Evidence
from alignkit.model.located import Mention, Origin
from alignkit.model.project import Thresholds
from alignkit.source.node import Node
from alignkit.wording import told_apart

Part = TypeVar("Part", Outcome, Activity, Assessment, Evidence)


class Link(Struct, frozen=True):
    """An alignment and what it was found to mean."""

    outcome: Outcome
    alignment: Alignment
    reference: Reference


class Case:
    """One curriculum, its modules' files included, and the frameworks it speaks of."""

    def __init__(
        self,
        curriculum: Curriculum,
        library: Library,
        *,
        modules: Iterable[Module] = (),
        thresholds: Thresholds | None = None,
        lenses: Iterable[str] = (),
        namesakes: Iterable[Span] = (),
    ) -> None:
        """Take the curriculum, the modules that have files of their own, and what the run is asked for.

        `lenses` are frameworks to look through besides those declared; `namesakes` the places of other
        curricula with the same id.
        """
        self.curriculum = curriculum
        self.library = library
        self.modules = (*curriculum.modules, *modules)
        self.thresholds = thresholds or Thresholds(origin=curriculum.origin)
        self.namesakes = tuple(namesakes)
        self._lenses = tuple(lenses)

    # What the curriculum is made of, by id. Where an id that others speak of comes twice, the first has it.

    @cached_property
    def outcomes(self) -> dict[str, Outcome]:
        """Return the outcomes by id, in the author's order; one without an id nobody can speak of."""
        return _first_of(outcome for outcome in self.curriculum.outcomes if outcome.id)

    @cached_property
    def activities(self) -> dict[str, Activity]:
        """Return the activities by id, in the order of modules."""
        return _every(activity for module in self.modules for activity in module.activities)

    @cached_property
    def module_of(self) -> dict[str, Module]:
        """Return the module of each activity."""
        modules = (module for module in self.modules for _ in module.activities)
        return dict(zip(self.activities, modules, strict=True))

    @cached_property
    def assessments(self) -> dict[str, Assessment]:
        """Return the assessments by id."""
        return _every(self.curriculum.assessments)

    @cached_property
    def evidence(self) -> dict[str, Evidence]:
        """Return the evidence by id."""
        return _first_of(self.curriculum.evidence)

    @cached_property
    def professions(self) -> tuple[str, ...]:
        """Return the professions that learn, each once."""
        learners = self.curriculum.learners
        return tuple(dict.fromkeys(profession.id for profession in learners.professions)) if learners else ()

    # How its parts speak of each other.

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Return every alignment with what it means, in order."""
        return tuple(
            Link(outcome, alignment, self.library.resolve(alignment.to))
            for outcome in self.curriculum.outcomes
            for alignment in outcome.aligns
        )

    @cached_property
    def activities_of(self) -> dict[str, tuple[str, ...]]:
        """Return the activities that address each outcome that any does."""
        return _inverted((name, activity.outcomes) for name, activity in self.activities.items())

    @cached_property
    def assessments_of(self) -> dict[str, tuple[str, ...]]:
        """Return the assessments of each outcome that has any."""
        return _inverted((name, assessment.outcomes) for name, assessment in self.assessments.items())

    @cached_property
    def assessing(self) -> dict[str, tuple[Assessment, ...]]:
        """Return the same, but the assessments themselves."""
        return {name: tuple(self.assessments[id_] for id_ in ids) for name, ids in self.assessments_of.items()}

    def attended_by(self, profession: str) -> frozenset[str]:
        """Return the activities that the profession's learners attend; all professions attend where none is named."""
        return frozenset(
            name
            for name, activity in self.activities.items()
            if not activity.professions or profession in activity.professions or "all" in activity.professions
        )

    @cached_property
    def verbs(self) -> dict[str, tuple[Verb, ...]]:
        """Return the verbs that say what learners do, for each outcome."""
        return {outcome.id: leading_verbs(outcome.text) for outcome in self.outcomes.values()}

    # How far the frameworks' items get.

    @cached_property
    def uses(self) -> tuple[tuple[FrameworkUse, FrameworkIndex], ...]:
        """Return the declared frameworks that were found, each once, then the lenses of this run."""
        found: dict[str, tuple[FrameworkUse, FrameworkIndex]] = {}
        for use in (*self.curriculum.frameworks, *map(self._lens, self._lenses)):
            index = self.library.find(use.use)
            if index and index.id not in found:
                found[index.id] = (use, index)
        return tuple(found.values())

    def _lens(self, framework_id: str) -> FrameworkUse:
        at = self.curriculum.place("id")
        node = Node(framework_id, at.line, at.column, at.end_line, at.end_column)
        return FrameworkUse(origin=Origin(at.file, node), use=framework_id, role="lens")

    def links_for(self, profession: str = "") -> Links:
        """Return what coverage is worked out from: for all learners, or for those of one profession."""
        if not profession:
            return self._links_for_all
        attended = self.attended_by(profession)
        kept = {outcome: tuple(a for a in ids if a in attended) for outcome, ids in self.activities_of.items()}
        return replace(self._links_for_all, taught={outcome: ids for outcome, ids in kept.items() if ids})

    @cached_property
    def _links_for_all(self) -> Links:
        full: dict[str, dict[str, None]] = {}
        partial: dict[str, dict[str, None]] = {}
        for link in self.links:
            if link.reference.item:
                claims = partial if link.alignment.strength == "partial" else full
                claims.setdefault(link.reference.item.ref, {})[link.outcome.id] = None
        return Links(
            full={ref: tuple(outcomes) for ref, outcomes in full.items()},
            partial={ref: tuple(outcomes) for ref, outcomes in partial.items()},
            taught=self.activities_of,
            assessed=self.assessments_of,
            evidencing=frozenset(name for name, each in self.assessments.items() if evidences(each)),
        )

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """Return the coverage of each framework in use."""
        links = self.links_for()
        return tuple(cover(use, index, links) for use, index in self.uses)

    def coverage_for(self, profession: str) -> tuple[Coverage, ...]:
        """Return how far up the ladder each item gets for these learners.

        An item counts only through activities that they attend, so it can be lower than the curriculum's,
        never higher.
        """
        links = self.links_for(profession)
        return tuple(cover(use, index, links) for use, index in self.uses)

    # What is interprofessional about it.

    @cached_property
    def interprofessional_outcomes(self) -> tuple[Outcome, ...]:
        """Return the outcomes that say so, or that align with an interprofessional framework."""
        aligned = {
            link.outcome.id
            for link in self.links
            if link.reference.framework and link.reference.framework.framework.kind == "interprofessional"
        }
        return tuple(
            outcome
            for outcome in self.outcomes.values()
            if outcome.interprofessional or (outcome.interprofessional is None and outcome.id in aligned)
        )

    @cached_property
    def shared_activities(self) -> tuple[Activity, ...]:
        """Return the activities in which learners of two or more professions take part."""
        return tuple(
            activity for activity in self.activities.values() if several(activity.professions or self.professions)
        )


def several(professions: Iterable[str]) -> bool:
    """Say whether these are two professions or more; `all` stands for more than one."""
    named = set(professions)
    return len(named) > 1 or "all" in named


def evidences(assessment: Assessment) -> bool:
    """Say whether the assessment is summative and states its criteria."""
    return assessment.purpose == "summative" and bool(assessment.criteria)


def _first_of(records: Iterable[Part]) -> dict[str, Part]:
    found: dict[str, Part] = {}
    for record in records:
        found.setdefault(record.id, record)
    return found


def _every(records: Iterable[Part]) -> dict[str, Part]:
    """Return all of them by id, a second one of an id as well: nothing else speaks of it, so it can mean itself."""
    every = tuple(records)
    return dict(zip(told_apart(record.id for record in every), every, strict=True))


def _inverted(mentions: Iterable[tuple[str, tuple[Mention, ...]]]) -> dict[str, tuple[str, ...]]:
    """Return who mentions each id, from what each one mentions."""
    found: dict[str, dict[str, None]] = {}
    for owner, mentioned in mentions:
        for mention in mentioned:
            found.setdefault(mention.name, {})[owner] = None
    return {name: tuple(owners) for name, owners in found.items()}

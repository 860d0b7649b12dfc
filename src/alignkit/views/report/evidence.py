"""The publications and records that a curriculum rests on, and who designed, reviewed and evaluates it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.findings import Span
from alignkit.model.located import Mention
from alignkit.phrase import Day, Fact, Phrase

_DOI = "https://doi.org/"


class CitedView(Struct, frozen=True):
    """A publication or record, and by what it is cited: outcomes, theories, instruments, the need."""

    id: str
    kind: str
    citation: str
    link: str
    cited_by: tuple[Phrase, ...]
    at: Span


class TakenPartView(Struct, frozen=True):
    """Somebody's part in it: a theory used, a co-design, a review, an evaluation; `says` are its facts in order."""

    what: Phrase
    who: Fact
    says: tuple[Fact, ...]
    day: Day | None
    at: Span


def cited_views(case: Case) -> tuple[CitedView, ...]:
    """Return the evidence in the author's order."""
    citing: dict[str, list[Phrase]] = {}
    for phrase, mentions in _citing(case):
        for mention in mentions:
            citing.setdefault(mention.name, []).append(phrase)
    return tuple(
        CitedView(
            id=name,
            kind=each.kind,
            citation=each.citation,
            link=f"{_DOI}{each.doi.removeprefix(_DOI)}" if each.doi else each.url,
            cited_by=tuple(citing.get(name, ())),
            at=each.at,
        )
        for name, each in case.evidence.items()
    )


def _citing(case: Case) -> Iterator[tuple[Phrase, Iterable[Mention]]]:
    """Yield everything that can cite evidence, with what it cites."""
    curriculum = case.curriculum
    if curriculum.rationale and curriculum.rationale.need:
        yield Phrase("the need"), curriculum.rationale.need.evidence
    for theory in curriculum.design.theories if curriculum.design else ():
        yield Phrase("theory: {name}", {"name": theory.name}), theory.evidence
    for link in case.links:
        facts: dict[str, Fact] = {"outcome": link.outcome.id, "item": link.alignment.to}
        yield Phrase("{outcome} with {item}", facts), link.alignment.evidence
    for name, assessment in case.assessments.items():
        if assessment.instrument:
            yield (
                Phrase("{id} with {name}", {"id": name, "name": assessment.instrument.name}),
                (assessment.instrument.evidence),
            )


def taken_part_views(case: Case) -> tuple[TakenPartView, ...]:
    """Return who designed, reviewed and evaluates the curriculum, and by which theories it is built."""
    return (*_theories(case), *_design(case), *_evaluation(case))


def _theories(case: Case) -> Iterator[TakenPartView]:
    for theory in case.curriculum.design.theories if case.curriculum.design else ():
        yield TakenPartView(Phrase("theory"), theory.name, _said(theory.how), None, theory.at)


def _design(case: Case) -> Iterator[TakenPartView]:
    collaboration = case.curriculum.collaboration
    for part in collaboration.co_design if collaboration else ():
        yield TakenPartView(Phrase("co-design"), Phrase(part.role), _said(part.how), _day(part.date), part.at)
    for review in collaboration.reviews if collaboration else ():
        said = _said(review.outcome, review.record)
        yield TakenPartView(Phrase("review"), Phrase(review.by), said, _day(review.date), review.at)


def _evaluation(case: Case) -> Iterator[TakenPartView]:
    for each in case.curriculum.evaluation:
        level = (Phrase("level {level}", {"level": each.level}),) if each.level else ()
        said = (*level, *_said(each.method, each.when, each.use, each.scholarship))
        yield TakenPartView(
            Phrase("evaluation of the {of}", {"of": Phrase(each.of)}), each.responsible, said, None, each.at
        )


def _said(*texts: str) -> tuple[Fact, ...]:
    return tuple(text for text in texts if text)


def _day(date: str) -> Day | None:
    return Day(date) if date else None

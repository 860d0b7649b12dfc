"""What a curriculum is, who offers it and for whom: the facts at the head of the report, each with its place."""

from collections.abc import Iterator

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.findings import Span
from alignkit.model.curriculum import Curriculum, Provider
from alignkit.phrase import Day, Fact, Phrase


class FactView(Struct, frozen=True):
    """Something that the curriculum states of itself; `value` is None where it states nothing."""

    label: Phrase
    value: Fact | None
    at: Span


def identity_view(case: Case) -> tuple[FactView, ...]:
    """Return what the curriculum states of itself, in the order in which a reader asks."""
    return tuple(_facts(case.curriculum))


def _facts(curriculum: Curriculum) -> Iterator[FactView]:
    place = curriculum.place
    yield FactView(Phrase("Kind"), Phrase(curriculum.kind), place("kind"))
    yield FactView(Phrase("Status"), _word(curriculum.status), place("status"))
    yield FactView(Phrase("Version"), curriculum.version or None, place("version"))
    yield FactView(Phrase("Provided by"), tuple(map(_provider, curriculum.providers)) or None, place("providers"))
    yield FactView(Phrase("Learners"), _learners(curriculum), place("learners"))
    yield FactView(Phrase("Licensed in"), _jurisdictions(curriculum), place("learners"))
    yield FactView(Phrase("Prerequisites"), curriculum.prerequisites or None, place("prerequisites"))
    yield FactView(Phrase("Workload"), _workload(curriculum), place("workload"))
    yield FactView(Phrase("Level"), _level(curriculum), place("level"))
    yield FactView(Phrase("Delivery"), _word(curriculum.delivery), place("delivery"))
    yield FactView(Phrase("Language of teaching"), curriculum.language or None, place("language"))
    yield FactView(Phrase("Dates"), _dates(curriculum), place("dates"))
    for source in curriculum.source:
        said = f"{source.citation} {source.note}".strip()
        yield FactView(Phrase("Described from"), said, source.at)


def _word(word: str) -> Phrase | None:
    return Phrase(word) if word else None


def _provider(provider: Provider) -> Phrase:
    known = tuple(Phrase(word) for word in (provider.role, provider.type) if word)
    known += (Phrase(provider.country),) if provider.country else ()
    if not known:
        return Phrase("{name}", {"name": provider.name})
    return Phrase("{name} ({known})", {"name": provider.name, "known": known})


def _learners(curriculum: Curriculum) -> Fact | None:
    if curriculum.learners is None:
        return None
    professions: tuple[Fact, ...] = tuple(
        Phrase("{profession} ({stage})", {"profession": Phrase(each.id), "stage": Phrase(each.stage)})
        if each.stage
        else Phrase(each.id)
        for each in curriculum.learners.professions
    )
    size = curriculum.learners.group_size
    if size is not None:
        professions += (Phrase("{n} in a group", {"n": size}),)
    described = curriculum.learners.description
    return (professions + ((described,) if described else ())) or None


def _jurisdictions(curriculum: Curriculum) -> Fact | None:
    return (curriculum.learners.jurisdictions if curriculum.learners else ()) or None


def _workload(curriculum: Curriculum) -> Fact | None:
    workload = curriculum.workload
    if workload is None:
        return None
    said: tuple[Fact, ...] = ()
    if workload.hours is not None:
        said += (Phrase("{n} hours", {"n": workload.hours}, one="{n} hour"),)
    if workload.ects is not None:
        said += (Phrase("{n} ECTS", {"n": workload.ects}),)
    if workload.weeks is not None:
        said += (Phrase("{n} weeks", {"n": workload.weeks}, one="{n} week"),)
    return said or None


def _level(curriculum: Curriculum) -> Fact | None:
    level = curriculum.level
    if level is None:
        return None
    said: tuple[Fact, ...] = ()
    if level.eqf is not None:
        said += (Phrase("EQF {level}", {"level": level.eqf}),)
    if level.nqf:
        said += (level.nqf,)
    if level.cycle:
        said += (Phrase("{cycle} cycle", {"cycle": level.cycle}),)
    return said or None


def _dates(curriculum: Curriculum) -> Fact | None:
    dates = curriculum.dates
    if dates is None or not (dates.start or dates.end):
        return None
    if dates.start and dates.end:
        return Phrase("{start} to {end}", {"start": Day(dates.start), "end": Day(dates.end)})
    if dates.start:
        return Phrase("from {start}", {"start": Day(dates.start)})
    return Phrase("until {end}", {"end": Day(dates.end)})

"""The characteristics as the report shows them: each criterion with its verdict and what that rests on."""

from typing import Any

from msgspec import Struct
from msgspec.structs import FieldInfo, fields

from alignkit.analysis.case import Case
from alignkit.analysis.shares import as_typed
from alignkit.findings import Span
from alignkit.model.located import Located, Mention
from alignkit.phrase import Phrase
from alignkit.rubrics.places import MOST, Stated, values
from alignkit.rubrics.verdicts import Judged, JudgedCharacteristic, Judgement
from alignkit.wording import listed


class EvidenceView(Struct, frozen=True):
    """What the curriculum says, and where."""

    says: str
    at: Span


class CriterionView(Struct, frozen=True):
    """A criterion's verdict, why, and the evidence; `more` is how many further places there are."""

    id: str
    title: str
    need: str
    verdict: str
    reasons: tuple[Phrase, ...]
    evidence: tuple[EvidenceView, ...]
    more: int


class CharacteristicView(Struct, frozen=True):
    """A characteristic: `met` of the criteria that are `applicable`."""

    id: str
    title: str
    text: str
    verdict: str
    met: int
    applicable: int
    criteria: tuple[CriterionView, ...]


class QualityView(Struct, frozen=True):
    """A curriculum looked at through a rubric."""

    rubric: str
    title: str
    citation: str
    notes: tuple[str, ...]
    preconditions: tuple[CriterionView, ...]
    preconditions_hold: bool
    characteristics: tuple[CharacteristicView, ...]


def quality_view(case: Case, judgement: Judgement) -> QualityView:
    """Return what is shown of a judgement."""
    rubric = judgement.rubric
    return QualityView(
        rubric=rubric.id,
        title=rubric.title,
        citation=rubric.citation,
        notes=rubric.notes,
        preconditions=tuple(_criterion(case, judged) for judged in judgement.preconditions),
        preconditions_hold=judgement.preconditions_hold,
        characteristics=tuple(_characteristic(case, each) for each in judgement.characteristics),
    )


def _characteristic(case: Case, judged: JudgedCharacteristic) -> CharacteristicView:
    characteristic = judged.characteristic
    return CharacteristicView(
        id=characteristic.id,
        title=characteristic.title,
        text=characteristic.text,
        verdict=judged.verdict.value,
        met=judged.met,
        applicable=judged.applicable,
        criteria=tuple(_criterion(case, each) for each in judged.criteria),
    )


def _criterion(case: Case, judged: Judged) -> CriterionView:
    criterion = judged.criterion
    stated = {found.at: found for found in values(case, criterion.rests_on)}
    evidence = tuple(map(evidence_view, list(stated.values())[:MOST]))
    return CriterionView(
        id=criterion.id,
        title=criterion.title,
        need=criterion.need,
        verdict=judged.verdict.value,
        reasons=judged.reasons,
        evidence=evidence or tuple(EvidenceView("", at) for at in judged.rests_on),
        more=max(0, len(stated) - MOST),
    )


def evidence_view(stated: Stated) -> EvidenceView:
    """Return what a stated value says, and where."""
    return EvidenceView(_named(stated.key, stated.value), stated.at)


def _words(value: Any) -> str:
    """Return a value as words: a record by what it states, its name first; several values as an enumeration."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return as_typed(value)
    if isinstance(value, Mention):
        return value.name
    if isinstance(value, Located):
        stated = [each.name for each in fields(value) if _is_stated(value, each)]
        name, *more = [_named(key, getattr(value, key)) for key in stated] or [""]
        return f"{name} ({'; '.join(more)})" if more else name
    if isinstance(value, tuple):
        return listed(map(_words, value))
    return str(value)


def _named(key: str, value: Any) -> str:
    """Return what a value under a key says; a number or a yes is nothing without the key."""
    return f"{key} {_words(value)}" if isinstance(value, (bool, int, float)) else _words(value)


def _is_stated(record: Located, field: FieldInfo) -> bool:
    """Say whether a field of the record holds anything but what it is when left out."""
    return field.name != "origin" and getattr(record, field.name) not in (None, "", (), field.default)

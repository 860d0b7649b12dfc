"""The form of a credential: what Open Badges 3.0 and Comprehensive Learner Record 2.0 require of each part.

These checks are ours, written from the standards' data models; 1EdTech's own schemas may not be redistributed.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from alignkit.exchange.proof.instants import instant
from alignkit.exchange.proof.parts import PARTS, Part

_CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
_BADGES = re.compile(r"https://purl\.imsglobal\.org/spec/ob/v3p0/context(-3\.\d\.\d)?\.json")
_RECORDS = re.compile(r"https://purl\.imsglobal\.org/spec/clr/v2p0/context(-2\.\d\.\d)?\.json")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
BADGE = ("OpenBadgeCredential", "AchievementCredential")
RECORD = "ClrCredential"


def is_record(document: Mapping[str, Any]) -> bool:
    """Say whether the document calls itself a learner's record of several credentials."""
    return RECORD in _several(document.get("type"))


def form_faults(document: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what is missing or of another form than the standard wants, each with its path."""
    whole = "record" if is_record(document) else "credential"
    faults = [*_contexts(document), *_types(document), *_part(document, PARTS[whole], "$")]
    return (*faults, *_learner(document.get("credentialSubject")), *_results(document.get("credentialSubject")))


def _contexts(document: Mapping[str, Any]) -> Iterator[str]:
    given = [str(each) for each in _several(document.get("@context"))]
    if given[:1] != [_CREDENTIALS]:
        yield f"$.@context does not begin with {_CREDENTIALS}"
    if is_record(document) and not (len(given) > 1 and _RECORDS.fullmatch(given[1])):
        yield "$.@context does not go on with that of Comprehensive Learner Record 2.0"
    badges = 2 if is_record(document) else 1
    if not (len(given) > badges and _BADGES.fullmatch(given[badges])):
        yield "$.@context does not go on with that of Open Badges 3.0"


def _types(document: Mapping[str, Any]) -> Iterator[str]:
    types = _several(document.get("type"))
    if "VerifiableCredential" not in types:
        yield "$.type does not say VerifiableCredential"
    if not is_record(document) and not any(each in types for each in BADGE):
        yield f"$.type says neither {BADGE[0]} nor {RECORD}"


def _part(value: Any, part: Part, path: str) -> Iterator[str]:
    if path.endswith(".issuer") and isinstance(value, str):
        value = {"id": value, "type": "Profile"}
    if not isinstance(value, dict):
        yield f"{path} is no object"
        return
    if part.type and part.type not in _several(value.get("type")):
        yield f"{path}.type does not say {part.type}"
    yield from (f"{path}.{key} is missing" for key in part.required if value.get(key) in (None, "", [], {}))
    for keys, fits, form in _FORMS:
        for key in getattr(part, keys):
            if key in value and not fits(value[key]):
                yield f"{path}.{key} is no {form}"
    for key, name in part.parts.items():
        for number, child in enumerate(_several(value.get(key))):
            below = f"{path}.{key}[{number}]" if isinstance(value[key], list) else f"{path}.{key}"
            yield from _part(child, PARTS[name], below)


def _is_uri(value: Any) -> bool:
    return isinstance(value, str) and bool(_URI.fullmatch(value))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_text(value: Any) -> bool:
    """Say whether it is a text, or one text for each of several languages."""
    texts = value.values() if isinstance(value, dict) else [value]
    return all(isinstance(text, str) for text in texts)


_FORMS = (
    ("uris", _is_uri, "URI"),
    ("times", instant, "time with a zone"),
    ("numbers", _is_number, "number"),
    ("texts", _is_text, "text"),
)


def _learner(subject: Any) -> Iterator[str]:
    """Yield one fault where nothing says whose record it is."""
    if isinstance(subject, dict) and not (subject.get("id") or subject.get("identifier")):
        yield "$.credentialSubject has neither an id nor an identifier: it is nobody's"


def _results(subject: Any) -> Iterator[str]:
    """Yield the results that are of no assessment of the achievement."""
    if not isinstance(subject, dict) or not isinstance(subject.get("achievement"), dict):
        return
    descriptions = _several(subject["achievement"].get("resultDescription"))
    described = [each.get("id") for each in descriptions if isinstance(each, dict)]
    for number, result in enumerate(_several(subject.get("result"))):
        if isinstance(result, dict) and "resultDescription" in result and result["resultDescription"] not in described:
            yield f"$.credentialSubject.result[{number}] is of no result that the achievement describes"


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]

"""What a credential means as linked data: each of its terms is defined by contexts that are at hand, or named."""

import json
from importlib import resources
from typing import Any

_CONTEXTS = {
    "https://www.w3.org/ns/credentials/v2": "credentials-v2.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": "ob-v3p0-3.0.3.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json": "ob-v3p0-3.0.2.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json": "ob-v3p0-3.0.1.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context.json": "ob-v3p0.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json": "ob-v3p0-extensions.json",
    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json": "clr-v2p0-2.0.1.json",
    "https://purl.imsglobal.org/spec/clr/v2p0/context.json": "clr-v2p0.json",
}

_MOST_IN_ONE = 10
_MOST_CONTEXTS = 1_000
_MOST_TYPES = 8_000


class UnknownContext(LookupError):
    """A document names a context that is not at hand, and nothing is fetched."""


def context(address: str) -> dict[str, Any]:
    """Return the context at that address, from our own copies."""
    if address not in _CONTEXTS:
        raise UnknownContext(address)
    text = resources.files(__package__).joinpath("contexts", _CONTEXTS[address]).read_text(encoding="utf-8")
    document: dict[str, Any] = json.loads(text)
    return document


def meaning_faults(document: dict[str, Any]) -> tuple[str, ...]:
    """Return what keeps readers of linked data from reading the document as it stands: "" is nothing.

    A term that no context defines is passed over by them, and a signature over linked data does not cover it.
    """
    from pyld import jsonld  # noqa: PLC0415 - an extra

    if refused := _refused(document):
        return (refused,)
    dropped: list[str] = []
    try:
        jsonld.expand(document, {"documentLoader": _load}, on_property_dropped=dropped.append)
    except (jsonld.JsonLdError, UnknownContext, ValueError, TypeError, ArithmeticError, RecursionError) as error:
        return (_said(error),)
    return tuple(f'no context defines "{name}"' for name in dict.fromkeys(map(str, dropped)))


def _refused(document: dict[str, Any]) -> str:
    """Return why the document is not even expanded, or "".

    A definition in the document could rename anything; and each context and type costs time that a hostile file,
    unlike a record, could ask for without end.
    """
    waiting: list[Any] = [document]
    contexts = types = 0
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            given, kinds = _several(value.get("@context", [])), _several(value.get("type", value.get("@type", [])))
            if any(not isinstance(each, str) for each in given):
                return "@context defines terms of its own"
            contexts, types = contexts + len(given), types + len(kinds)
            if max(len(given), len(kinds)) > _MOST_IN_ONE or contexts > _MOST_CONTEXTS or types > _MOST_TYPES:
                return "it names more contexts and types than any record"
            waiting += [child for key, child in value.items() if key != "@context"]
        elif isinstance(value, list):
            waiting += value
    return ""


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _load(address: str, _options: Any = None) -> dict[str, Any]:
    return {
        "contextUrl": None,
        "documentUrl": address,
        "document": context(address),
        "contentType": "application/ld+json",
    }


def _said(error: BaseException) -> str:
    """Return what went wrong, in a word: the library's own messages hold the document."""
    causes: list[BaseException] = []
    current: BaseException | None = error
    while current and current not in causes:
        causes.append(current)
        current = getattr(current, "cause", None) or current.__cause__ or current.__context__
    unknown = next((each for each in causes if isinstance(each, UnknownContext)), None)
    if unknown:
        return f"the context {unknown} is not at hand, and nothing is fetched"
    codes = [str(code) for each in causes if (code := getattr(each, "code", ""))]
    return f"it is no linked data: {next(iter(codes), 'it cannot be expanded')}"

"""The values of CTDL-ASN in JSON-LD, each of which may stand alone or in a list, in one language or several."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from alignkit.exchange.json_at import At, refuse
from alignkit.exchange.json_input import step
from alignkit.exchange.limits import short_enough


class Said(Struct, frozen=True):
    """A text and its language, "" where it has none."""

    text: str
    language: str


def links(at: At, *keys: str) -> list[str]:
    """Return the addresses under the keys, written as texts or as objects with an `@id`."""
    found = []
    for key in keys:
        for path, value in _entries(at, key):
            link = value.get("@id", value.get("@value")) if isinstance(value, dict) else value
            if not isinstance(link, str):
                refuse(link, str, at.file, path)
            found.append(link)
    return found


def texts(at: At, key: str) -> list[Said]:
    """Return the texts under a key: plain ones, values of JSON-LD, and maps from language to text."""
    return [said for path, value in _entries(at, key) for said in _texts(at, path, value)]


def _texts(at: At, path: str, value: Any) -> Iterator[Said]:
    if isinstance(value, dict) and "@value" not in value:
        for language, below in value.items():
            for entry in below if isinstance(below, list) else [below]:
                yield Said(_text(at, f"{path}{step(language)}", entry), language)
    elif isinstance(value, dict):
        yield Said(_text(at, path, value["@value"]), _text(at, path, value.get("@language", "")))
    else:
        yield Said(_text(at, path, value), "")


def _text(at: At, path: str, value: Any) -> str:
    if not isinstance(value, str):
        refuse(value, str, at.file, path)
    return short_enough(value, f"{at.file}: {path}")


def _entries(at: At, key: str) -> Iterator[tuple[str, Any]]:
    """Yield each value under a key with its path."""
    value, path = at.value.get(key), at.place(key)
    if isinstance(value, list):
        yield from ((f"{path}[{number}]", entry) for number, entry in enumerate(value) if entry is not None)
    elif value is not None:
        yield path, value


def first(at: At, *keys: str, language: str = "") -> str:
    """Return the text under the first key that has one: in the language, else the first of all."""
    for key in keys:
        found = texts(at, key)
        for said in found:
            if said.language.casefold() == language.casefold():
                return said.text
        if found:
            return found[0].text
    return ""


def language_of(nodes: Iterable[At]) -> str:
    """Return the language of most statements, as CTDL writes it: `en-us`."""
    spoken = Counter(said.language for node in nodes for said in texts(node, "ceasn:competencyText") if said.language)
    return next((language for language, _ in spoken.most_common(1)), "")

"""Texts of authors as they may stand in a credential: without what no text should hold, and as plain Markdown."""

import re
from typing import Any

from alignkit.exchange.losses import Loss

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Control characters, halves of characters, and code points that never are one.
_NO_TEXT = re.compile("[\x00-\x09\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_MARKS = re.compile(r"([\\`*_\[\]<>&|~#!])")


def markdown(text: str) -> str:
    """Return the text on one line, such that Markdown shows it as it is."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def cleaned(document: Any) -> tuple[Any, tuple[Loss, ...]]:
    """Return the document with every text in it fit to be signed and shown, and where one was not."""
    losses: list[Loss] = []

    def clean(value: Any, path: str) -> Any:
        if isinstance(value, dict):
            return {key: clean(child, f"{path}.{key}") for key, child in value.items()}
        if isinstance(value, list):
            return [clean(child, f"{path}[{number}]") for number, child in enumerate(value)]
        return _clean_text(value, path, losses) if isinstance(value, str) else value

    return clean(document, "$"), tuple(losses)


def _clean_text(text: str, path: str, losses: list[Loss]) -> str:
    plain = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    fit = _NO_TEXT.sub("\ufffd", plain)
    if fit != plain:
        losses.append(Loss(path, "control characters and the like", "no text holds them; � stands in their place"))
    return fit

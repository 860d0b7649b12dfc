"""Single values: a node -> a text, a number, yes or no, a word of a vocabulary, a text of a form."""

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from alignkit.findings import Span
from alignkit.model.located import Between, Closed, Form, Located
from alignkit.source.limits import LIMITS
from alignkit.source.node import Node
from alignkit.source.problem import Problem
from alignkit.wording import listed, nearest, plain

# How like a word of a vocabulary must be to be offered: nurse is to nursing as 8 letters to 12.
_LIKE_A_WORD = 0.63


class Reading(Struct):
    """One file being read: its name, what it is a file of, and the problems found so far."""

    file: str
    document: type[Located]
    problems: list[Problem] = []

    def problem(self, kind: str, at: Span, **facts: str) -> None:
        """Add a problem; past the limit the file is not read any further."""
        if len(self.problems) >= LIMITS.problems:
            limit = {"limit": "problems in one file", "most": f"{LIMITS.problems:,}"}
            self.problems.append(Problem("limit-exceeded", at, limit))
            raise TooManyProblems
        self.problems.append(Problem(kind, at, facts))


class TooManyProblems(Exception):
    """The rest of the file is not worth reading before these are put right."""


class Unread:
    """What a reader returns for a value that it could not read, once it has said so."""


UNREAD = Unread()
Reader = Callable[[Node, Reading], Any]


def wrong(node: Node, reading: Reading, expected: str, example: str, meant: str = "") -> Any:
    """Report a value of another type; `meant` is the text that it is read as all the same, if any."""
    facts = {"found": node.what(), "expected": expected, "example": example, "meant": meant}
    reading.problem("wrong-type", node.span(reading.file), key=_name_of(node), **facts)
    return UNREAD


def _name_of(node: Node) -> str:
    """Return the key that the node stands under, or in whose list it is."""
    return node.key.value if node.key is not None and isinstance(node.key.value, str) else ""


def _text(node: Node, reading: Reading) -> Any:
    return node.value if isinstance(node.value, str) else wrong(node, reading, "a text", "…")


def _number(node: Node, reading: Reading) -> Any:
    if isinstance(node.value, str) and re.fullmatch(r"\d{1,12}(\.\d{1,9})?", node.value):
        return float(node.value)
    return wrong(node, reading, "a number", _number_in(node, r"\d+([.,]\d+)?") or "2.5")


def _number_in(node: Node, form: str) -> str:
    """Return the number in a text such as `2,5` or `75 hours`, as it should be typed, or ""."""
    found = re.search(form, node.value) if isinstance(node.value, str) else None
    return found[0].replace(",", ".") if found else ""


def _whole_number(node: Node, reading: Reading) -> Any:
    if isinstance(node.value, str) and re.fullmatch(r"\d{1,12}", node.value):
        return int(node.value)
    return wrong(node, reading, "a whole number", _number_in(node, r"\d+") or "6")


_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


def _yes_or_no(node: Node, reading: Reading) -> Any:
    if isinstance(node.value, str) and node.value.lower() in _TRUTH:
        return _TRUTH[node.value.lower()]
    return wrong(node, reading, "true or false", "true")


PLAIN: dict[Any, Reader] = {str: _text, float: _number, int: _whole_number, bool: _yes_or_no}


def between(limits: Between, read_number: Reader) -> Reader:
    """Return the reader of a number that is limited on both sides."""

    def read(node: Node, reading: Reading) -> Any:
        number = read_number(node, reading)
        if number is UNREAD or limits.low <= number <= limits.high:
            return number
        return wrong(node, reading, f"a number from {limits.low:g} to {limits.high:g}", limits.example(number))

    return read


def one_of(vocabulary: Closed) -> Reader:
    """Return the reader of a word of the vocabulary."""
    words = frozenset(vocabulary.words)

    def read(node: Node, reading: Reading) -> Any:
        if not isinstance(node.value, str):
            return wrong(node, reading, f"one of {listed(vocabulary.words, 'or', most=8)}", vocabulary.words[0])
        if node.value in words or (vocabulary.own and node.value.startswith("x-")):
            return node.value
        meant = nearest(node.value, words, _LIKE_A_WORD)
        own = " (or your own word, beginning with x-)" if vocabulary.own else ""
        facts = {"found": node.value, "meant": meant, "words": listed(vocabulary.words, "or") + own}
        reading.problem("not-in-vocabulary", node.span(reading.file), key=_name_of(node), **facts)
        return meant or UNREAD

    return read


def of_form(form: Form) -> Reader:
    """Return the reader of a text of the form."""
    matches = re.compile(form.matches).fullmatch

    def read(node: Node, reading: Reading) -> Any:
        if isinstance(node.value, str) and matches(node.value):
            return node.value
        example = next(filter(matches, _tidied(node.value)), form.example)
        kept = node.value if form.names and isinstance(node.value, str) else ""
        wrong(node, reading, form.expected, example, meant=kept)
        return kept or UNREAD

    return read


def _tidied(value: object) -> tuple[str, ...]:
    """Return a text in the ways in which it may have been meant: as a code, an id or a date."""
    text = plain(value) if isinstance(value, str) else ""
    joined = re.sub(r"[^\w.-]+", "-", text).strip("-")
    day_first = re.sub(r"(\d\d?)\.\s*(\d\d?)\.\s*(\d{4})", lambda date: f"{date[3]}-{date[2]:0>2}-{date[1]:0>2}", text)
    return (text, text.lower(), text.upper(), joined, joined.lower(), day_first)

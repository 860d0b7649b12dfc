"""What chapters build blocks from: runs, cells, anchors, and how steps, verdicts and places are written."""

import re
from collections.abc import Iterable
from hashlib import sha256

from alignkit.findings import Span
from alignkit.phrase import Fact, Phrase
from alignkit.render.report.blocks import Cell, Column, Run, Runs
from alignkit.render.report.language import Language

UNCONFIRMED = "†"
# The ladder, from below it upwards, as the views name its steps.
STEPS = ("not claimed", "claimed", "taught", "assessed", "evidenced")
_HASHED = 6


def anchor(kind: str, name: str) -> str:
    """Return an anchor of letters, digits and hyphens, different for each name."""
    plain = re.sub(r"[^A-Za-z0-9]+", "-", name)[:60]
    told_apart = "" if plain == name else f"-{sha256(name.encode('utf-8', 'replace')).hexdigest()[:_HASHED]}"
    return f"{kind}-{plain}{told_apart}"


def text(words: str, tone: str = "", link: str = "") -> Runs:
    """Return one stretch of text."""
    return (Run(words, tone, link),)


def cell(*lines: str, tone: str = "", link: str = "") -> Cell:
    """Return a cell of these lines, those that are empty left out."""
    return Cell(tuple(text(line, tone, link) for line in lines if line))


def lines(found: Iterable[Runs]) -> Cell:
    """Return a cell of lines that are made of runs."""
    return Cell(tuple(found))


def figure(say: Language, number: float | None) -> Cell:
    """Return a cell with one figure; an empty one for None."""
    return Cell() if number is None else Cell((text(say.number(number)),), float(number))


def share(say: Language, part: int, whole: int) -> Cell:
    """Return a cell with a count and the share of the whole that it is."""
    words = say("{n} ({share})", n=part, share=say.percent(part, whole)) if whole else say.number(part)
    return Cell((text(words),), float(part))


def step_run(say: Language, step: str) -> Run:
    """Return a step of the ladder."""
    return Run(say(Phrase(step)), f"step-{STEPS.index(step)}")


def step_columns(say: Language) -> tuple[Column, ...]:
    """Return a column of figures for each step of the ladder."""
    return tuple(Column(say(Phrase(step)), 2, figures=True) for step in STEPS[1:])


def verdict_run(say: Language, verdict: str) -> Run:
    """Return a verdict."""
    return Run(say(Phrase(verdict)), f"verdict-{verdict.replace(' ', '-')}")


class Places:
    """Where things stand: by their line in the curriculum's own file, else by file and line."""

    def __init__(self, home: str, say: Language) -> None:
        """Take the curriculum's own file, and the language."""
        self.home = home
        self._say = say

    def run(self, at: Span) -> Run:
        """Return a place."""
        return Run(self.words(at), "code")

    def words(self, at: Span) -> str:
        """Return a place as words."""
        # A line's number is a name: it has no separator between thousands.
        return self._say("line {line}", line=str(at.line)) if at.file == self.home else f"{at.file}:{at.line}"

    def cell(self, at: Span) -> Cell:
        """Return a cell with a place."""
        return Cell(((self.run(at),),))


def words(say: Language, vocabulary: Iterable[str]) -> str:
    """Return words of a vocabulary as an enumeration."""
    return say.listed([say(Phrase(word)) for word in vocabulary if word])


def word(say: Language, of_vocabulary: str) -> str:
    """Return a word of a vocabulary, or what its author typed in its place."""
    return say(Phrase(of_vocabulary)) if of_vocabulary else ""


def fact_lines(say: Language, fact: Fact) -> tuple[Runs, ...]:
    """Return a fact as lines: each part of several on its own."""
    parts = fact if isinstance(fact, tuple) else (fact,)
    return tuple(text(say.said(part)) for part in parts)

"""What all pictures are made of: labels, what a scale's steps are called, and the table that says the same."""

from msgspec import Struct

from alignkit.analysis.shares import decimal
from alignkit.findings import Span
from alignkit.model.vocabulary import PROFESSIONS
from alignkit.phrase import Phrase

Text = str | Phrase
"""What somebody named a thing, or what alignkit says of it and a report may say in another language."""


class Label(Struct, frozen=True):
    """How a thing is called in a picture: by its code, and in words."""

    ref: str
    """What the thing is known by: framework-id:code, a module's or an activity's id, a profession."""
    code: str
    words: Text = ""
    at: Span | None = None
    verified: bool = True
    """False where no source has confirmed the text of the item, or of any item that is counted under the label."""


class Grade(Struct, frozen=True):
    """One of the grades that marks in a picture have: a step of the ladder, or a depth."""

    key: str
    """What its marks are classed as: step-0 to step-4, depth-introduce, ..."""
    name: str
    """What it is in data, whatever the language: 0 to 4, introduce, ..."""
    word: Phrase


class Row(Struct, frozen=True):
    """A row of a picture's table, and the place that it speaks of."""

    cells: tuple[Text | int, ...]
    at: Span | None = None


class Table(Struct, frozen=True):
    """What a picture shows, for whoever would rather read it; the first cell of a row names the row."""

    header: tuple[Text, ...]
    rows: tuple[Row, ...]


NOTHING = "–"  # noqa: RUF001 - the dash that stands in an empty cell of a table
STEPS = (
    Grade("step-0", "0", Phrase("not claimed")),
    Grade("step-1", "1", Phrase("claimed")),
    Grade("step-2", "2", Phrase("taught")),
    Grade("step-3", "3", Phrase("assessed")),
    Grade("step-4", "4", Phrase("evidenced")),
)
DEPTHS = (
    Grade("depth-introduce", "introduce", Phrase("introduced")),
    Grade("depth-reinforce", "reinforce", Phrase("reinforced")),
    Grade("depth-master", "master", Phrase("mastered")),
    Grade("depth-unstated", "unstated", Phrase("depth not stated")),
)
UNVERIFIED = Phrase("† no source confirms the text of this item yet, or of an item counted here")


def hours_of(billionths: int) -> str:
    """Return hours as people write them, from billionths of an hour: "12.5"."""
    return decimal(billionths)


def profession_label(name: str) -> Label:
    """Return how a profession is called: a word of the vocabulary can be said in other languages."""
    return Label(name, "", Phrase(name) if name in PROFESSIONS.words else name)


def name_of(label: Label) -> Text:
    """Return the label as a table or a sentence has it: "M1 Who does what", or whichever of the two there is."""
    if not label.words or label.words == label.code:
        return label.code
    return Phrase("{code} {words}", {"code": label.code, "words": label.words}) if label.code else label.words

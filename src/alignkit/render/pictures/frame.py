"""What stands around a picture: its heading, what its marks mean, and its notes."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from alignkit.phrase import Phrase
from alignkit.render.pictures.drawing import MARGIN, WIDTH, Box, Pen, group, rect, text
from alignkit.render.pictures.lettering import fitted, in_lines, width_of
from alignkit.render.pictures.style import HEADING, SMALL
from alignkit.views.pictures.parts import Grade

CHIP = 18


def headed(root: Element, pen: Pen, title: Phrase) -> float:
    """Write the heading, if it is wanted; return where what follows may begin."""
    if not pen.heading:
        return MARGIN
    words = fitted(pen.say(title), WIDTH - 2 * MARGIN, HEADING, bold=True)
    text(root, MARGIN, MARGIN + 14, words, "heading")
    return MARGIN + 32


def with_key(root: Element, pen: Pen, y: float, entries: Iterable[tuple[str, str, Phrase]]) -> float:
    """Draw what signs mean, each as (class, sign, words); return where what follows may begin."""
    x: float = MARGIN
    for look, sign, meaning in entries:
        words = pen.say(meaning)
        width = CHIP + 6 + width_of(words, SMALL) + 18
        if x > MARGIN and x + width > WIDTH - MARGIN:
            x, y = MARGIN, y + CHIP + 6
        chip = group(root, look)
        rect(chip, Box(x, y, CHIP, CHIP), corner=3)
        text(chip, x + CHIP / 2, y + 13, sign, "small strong middle")
        text(root, x + CHIP + 6, y + 13, words, "small")
        x += width
    return y + CHIP + 12


def noted(root: Element, pen: Pen, y: float, notes: Sequence[Phrase]) -> float:
    """Write the notes below a picture; return how high it is with them."""
    for note in notes:
        for line in in_lines(pen.say(note), WIDTH - 2 * MARGIN, SMALL):
            y += 16
            text(root, MARGIN, y, line, "small muted")
    return y + MARGIN


def graded(grades: Sequence[Grade], letters: Sequence[str]) -> list[tuple[str, str, Phrase]]:
    """Return what to say of grades in a key."""
    return [(grade.key, letter, grade.word) for grade, letter in zip(grades, letters, strict=True)]

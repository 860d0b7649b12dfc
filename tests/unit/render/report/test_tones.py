"""How tones look."""

import re
from importlib.resources import files

import pytest

from alignkit.render.report import tones

PAPER = "FFFFFF"
PAIRS = [
    *((name, look.ink or tones.INK, look.ground or PAPER) for name, look in tones.LOOKS.items()),
    ("quiet", tones.QUIET, PAPER),
    ("accent", tones.ACCENT, PAPER),
    ("link", tones.LINK, PAPER),
    ("link in a branch", tones.LINK, tones.BRANCH_GROUND),
    ("link in a note", tones.LINK, tones.NOTE_GROUND),
    ("link in a warning", tones.LINK, tones.WARN_GROUND),
    ("warned in a warning", tones.WARN_INK, tones.WARN_GROUND),
    ("heading of a table", tones.INK, tones.HEAD_GROUND),
    ("quiet in a branch", tones.QUIET, tones.BRANCH_GROUND),
]


def luminance(colour: str) -> float:
    """Return the relative luminance as WCAG 2.2 defines it."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("ink", "ground"), [pair[1:] for pair in PAIRS], ids=[pair[0] for pair in PAIRS])
def test_texts_stand_out_from_what_is_behind_them(ink, ground):
    dark, light = sorted((luminance(ink), luminance(ground)))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_the_styles_of_word_have_no_colours_of_their_own():
    styles = files("alignkit.render.report.word").joinpath("styles.xml").read_text("utf-8")
    known = {value for value in vars(tones).values() if isinstance(value, str)}
    assert set(re.findall(r'"([0-9A-F]{6})"', styles)) <= known


def test_a_tone_that_is_not_known_looks_like_none():
    assert tones.look("") == tones.look("unheard-of") == tones.Look()

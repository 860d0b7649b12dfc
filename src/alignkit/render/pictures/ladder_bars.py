"""Ladder bars as SVG."""

from xml.etree.ElementTree import Element

from alignkit.phrase import Phrase
from alignkit.render.pictures.drawing import (
    MARGIN,
    WIDTH,
    Box,
    Pen,
    begun,
    finished,
    fixed,
    group,
    hint,
    path,
    rect,
    text,
)
from alignkit.render.pictures.frame import headed, noted
from alignkit.render.pictures.lettering import fitted, width_of
from alignkit.render.pictures.style import FONT, NAME, SMALL
from alignkit.views.pictures.ladder_bars import Bar, FrameworkBars, LadderBars, said_of
from alignkit.views.pictures.parts import name_of

_NAMES, _FIGURES = 130, 230
_BAR, _ROW, _NAME_ROW, _BETWEEN = 16, 22, 26, 14


def render(picture: LadderBars, pen: Pen) -> str:
    """Return four bars for each framework, with their numbers, and a mark where a target is."""
    root = begun(pen, picture.title, picture.alt)
    y = headed(root, pen, picture.title)
    if any(bar.needed is not None for each in picture.frameworks for bar in each.bars):
        y = _target_key(root, pen, y)
    for each in picture.frameworks:
        y = _framework(root, pen, picture, each, y) + _BETWEEN
    return finished(root, noted(root, pen, y - _BETWEEN, picture.notes))


def _target_key(root: Element, pen: Pen, y: float) -> float:
    _target(root, MARGIN + 6, y + 8)
    text(root, MARGIN + 18, y + _BAR - 3, pen.say(Phrase("target that the curriculum declares")), "small")
    return y + 34


def _framework(root: Element, pen: Pen, picture: LadderBars, bars: FrameworkBars, y: float) -> float:
    """Draw one framework's ladder; return where it ends."""
    drawn = group(root, framework=bars.label.ref)
    _name(drawn, pen, bars, y)
    y += _NAME_ROW
    for grade, bar in zip(picture.steps, bars.bars, strict=True):
        line = group(drawn, step=grade.name)
        track = Box(MARGIN + _NAMES, y, WIDTH - 2 * MARGIN - _NAMES - _FIGURES, _BAR)
        words = fitted(pen.say(grade.word), _NAMES - 10, FONT)
        text(line, track.x - 10, track.baseline(FONT), words, "end")
        _bar(line, bar, bars.total, grade.key, track)
        said = fitted(pen.say(said_of(bar, bars.total)), _FIGURES - 10, FONT)
        missed = "strong" if bar.met is False else ""
        text(line, track.x + track.width + 10, track.baseline(FONT), said, missed)
        y += _ROW
    return y


def _name(drawn: Element, pen: Pen, bars: FrameworkBars, y: float) -> None:
    head = group(drawn)
    hint(head, pen.words(name_of(bars.label)))
    room = WIDTH - 2 * MARGIN
    name = fitted(bars.label.code, room, NAME, bold=True)
    text(head, MARGIN, y + 14, name, "name")
    start = width_of(name, NAME, bold=True) + 12
    title = pen.words(bars.label.words)
    told = (title if title != bars.label.code else "", pen.words(bars.role))
    text(head, MARGIN + start, y + 14, fitted("; ".join(filter(None, told)), room - start, SMALL), "small muted")


def _bar(line: Element, bar: Bar, total: int, look: str, track: Box) -> None:
    rect(line, track, "track", corner=2)
    if bar.reached:
        rect(line, track.part(bar.reached / total), look, corner=2)
    if bar.needed is not None and total:
        _target(line, track.x + track.width * bar.needed / total, track.y)


def _target(parent: Element, x: float, y: float) -> None:
    """Draw a pin through the bar, set off from whatever is behind it."""
    path(parent, f"M{fixed(x - 1.5)} {fixed(y + _BAR + 3)}v-{_BAR + 3}h-4v-4h11v4h-4v{_BAR + 3}z", "target")

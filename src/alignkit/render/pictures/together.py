"""Professions learning together as SVG."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct

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
from alignkit.render.pictures.grid import Grid, grid_of, headings, row_label
from alignkit.render.pictures.lettering import fitted, width_of
from alignkit.render.pictures.style import FONT, SMALL
from alignkit.views.pictures.attending import Attending
from alignkit.views.pictures.together import Meeting, Together

_PAIR, _SECTION = 56, 30
_WIDEST_NAME, _WIDEST_PAIR, _GAP = 240, 104, 12
_ROOM_FOR_TOTAL = 56
_DOT, _BAR = 6, 7
_BESIDE, _HOURS, _INTERACTION = 210, 56, 72
_NOT_THERE = "·"


class _Meetings(Struct, frozen=True):
    """The picture being drawn."""

    picture: Together
    pen: Pen
    grid: Grid


def render(picture: Together, pen: Pen) -> str:
    """Return the pairs of professions, and below them who attends each activity."""
    root = begun(pen, picture.title, picture.alt)
    y = headed(root, pen, picture.title)
    if picture.professions:
        y = _pairs(root, _Meetings(picture, pen, _pairs_grid(picture, pen)), y) + _SECTION
        labels = [row.label for row in picture.attending]
        y = _attendance(root, _Meetings(picture, pen, grid_of(len(picture.professions), labels, _BESIDE)), y)
    return finished(root, noted(root, pen, y + 8, picture.notes))


def _pairs_grid(picture: Together, pen: Pen) -> Grid:
    """Return a grid whose labels have no more room than they need."""
    names = (width_of(pen.words(label.words), FONT, bold=True) for label in picture.professions)
    start = MARGIN + min(max(names), _WIDEST_NAME) + _GAP
    cell = min(_WIDEST_PAIR, (WIDTH - MARGIN - start) / len(picture.professions))
    return Grid(start, cell, start + cell * len(picture.professions), 0, 1)


def _section(root: Element, drawn: _Meetings, words: Phrase, y: float) -> float:
    said = fitted(drawn.pen.say(words), WIDTH - 2 * MARGIN, FONT, bold=True)
    text(root, MARGIN, y + 14, said, "strong muted")
    return headings(root, drawn.pen, drawn.grid, y + 22, drawn.picture.professions, of="professions")


def _pairs(root: Element, drawn: _Meetings, y: float) -> float:
    """Draw what each two professions share, below the diagonal, and on it what each attends; return where it ends."""
    y = _section(root, drawn, drawn.picture.headings[0], y)
    for number, profession in enumerate(drawn.picture.professions):
        box = drawn.grid.box(0, y + number * _PAIR, _PAIR)
        name = fitted(drawn.pen.words(profession.words), drawn.grid.room, FONT, bold=True)
        text(root, MARGIN, box.baseline(FONT), name, "strong")
    for meeting in drawn.picture.meetings:
        low, high = sorted((meeting.first, meeting.second))
        _meeting(root, drawn, meeting, drawn.grid.box(low, y + high * _PAIR, _PAIR).within(2, 2))
    return y + len(drawn.picture.professions) * _PAIR


def _meeting(root: Element, drawn: _Meetings, meeting: Meeting, box: Box) -> None:
    names = [drawn.picture.professions[number] for number in dict.fromkeys((meeting.first, meeting.second))]
    made = group(root, professions=" ".join(label.ref for label in names))
    facts = {"professions": tuple(label.words for label in names), "activities": meeting.activities[:12]}
    hint(made, drawn.pen.say(Phrase("{professions}: {activities}", facts)))
    rect(made, box, "alone" if len(names) == 1 else "box", corner=3)
    text(made, box.middle, box.y + 17, fitted(meeting.hours, box.width - 4, FONT, bold=True), "strong middle")
    number = drawn.pen.say(Phrase("in {n}", {"n": len(meeting.activities)}))
    text(made, box.middle, box.y + 31, fitted(number, box.width - 4, SMALL), "small middle")
    bar = Box(box.x + 5, box.y + box.height - 14, box.width - 10, _BAR)
    rect(made, bar, "track")
    if meeting.share:
        rect(made, bar.part(meeting.share), "step-3")


def _attendance(root: Element, drawn: _Meetings, y: float) -> float:
    """Draw who attends which activity, joined by a line where two or more do; return where it ends."""
    y = _section(root, drawn, drawn.picture.headings[1], y)
    text(root, drawn.grid.after + _HOURS, y - 8, drawn.pen.say(Phrase("hours")), "strong end")
    if drawn.picture.of_activities:
        text(root, drawn.grid.after + _INTERACTION, y - 8, drawn.pen.say(Phrase("interaction")), "strong")
    for row in drawn.picture.attending:
        _attending(root, drawn, row, y)
        y += drawn.grid.row
    return y


def _attending(root: Element, drawn: _Meetings, row: Attending, y: float) -> None:
    attended = row.attended[: len(drawn.picture.professions)]
    names = " ".join(drawn.picture.professions[number].ref for number, times in enumerate(attended) if times)
    line = group(root, activity=row.label.ref, modules=" ".join(row.modules), professions=names)
    row_label(line, drawn.pen, drawn.grid, row.label, y, total=row.total)
    boxes = [drawn.grid.box(number, y, drawn.grid.row) for number in range(len(attended))]
    if drawn.picture.of_activities:
        _dots(line, attended, boxes)
    else:
        _counts(line, drawn, row, boxes)
    beside = Box(drawn.grid.after, y, _BESIDE, drawn.grid.row)
    text(line, beside.x + _HOURS, beside.baseline(FONT), row.hours or _NOT_THERE, "end")
    said = ", ".join(drawn.pen.say(word) for word in row.interaction)
    text(line, beside.x + _INTERACTION, beside.baseline(FONT), fitted(said, _BESIDE - _INTERACTION, FONT))


def _dots(line: Element, attended: Sequence[int], boxes: Sequence[Box]) -> None:
    there = [box for times, box in zip(attended, boxes, strict=True) if times]
    if len(there) > 1:
        start = f"M{fixed(there[0].middle)} {fixed(there[0].y + there[0].height / 2)}"
        path(line, f"{start}h{fixed(there[-1].middle - there[0].middle)}", "link")
    for box in boxes:
        if box in there:
            rect(line, Box(box.middle - _DOT, box.y + box.height / 2 - _DOT, 2 * _DOT, 2 * _DOT), "dot", _DOT)
        else:
            text(line, box.middle, box.baseline(SMALL), _NOT_THERE, "small strong middle muted")


def _counts(line: Element, drawn: _Meetings, row: Attending, boxes: Sequence[Box]) -> None:
    for times, box in zip(row.attended, boxes, strict=False):
        roomy = drawn.grid.cell >= _ROOM_FOR_TOTAL
        said = Phrase("{times} of {n}" if roomy else "{times}", {"times": times, "n": row.total})
        words = drawn.pen.say(said) if times else _NOT_THERE
        text(line, box.middle, box.baseline(FONT), words, "middle")

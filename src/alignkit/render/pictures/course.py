"""Where the places and ribbons of the alluvial view go: layout only."""

from collections.abc import Sequence

from msgspec import Struct

from alignkit.render.pictures.drawing import MARGIN, WIDTH, Box
from alignkit.views.pictures.alluvial import Alluvial, Ribbon

BOX = 182
_LOW, _HIGH, _FEW, _GAP, _HEIGHT = 21, 36, 12, 7, 560
_STAGES = 4
_STEP = (WIDTH - 2 * MARGIN - BOX) / (_STAGES - 1)
_WIDEST = 34


class Spot(Struct, frozen=True):
    """A box: of a place, or, where `place` is None, of what ends before the stage."""

    stage: int
    place: int | None
    box: Box
    idle: bool
    """Whether nothing passes through it."""


class Band(Struct, frozen=True):
    """A ribbon from the right side of one box to the left side of another."""

    ribbon: Ribbon
    start: float
    end: float
    y1: float
    y2: float
    thickness: float


class Course(Struct, frozen=True):
    """All boxes and bands, and how deep down they reach."""

    spots: tuple[Spot, ...]
    bands: tuple[Band, ...]
    bottom: float


def left_of(stage: int) -> float:
    """Return where the boxes of a stage begin."""
    return MARGIN + stage * _STEP


def course_of(picture: Alluvial, top: float) -> Course:
    """Return where everything goes: places in their order from the top, what ends at the bottom of each column.

    A box is as high as what passes through it, and at least as its name; the columns are spread over one height.
    """
    columns = [_column(picture, stage) for stage in range(_STAGES)]
    outcomes = sum(len(place.members) for place in picture.stages[0])
    unit = min(_WIDEST, _HEIGHT / outcomes) if outcomes else 0.0
    low = _HIGH if max(map(len, columns)) <= _FEW else _LOW
    heights = [[max(low, unit * weight) for _, weight in column] for column in columns]
    tall = max((sum(each) + _GAP * (len(each) - 1) for each in heights if each), default=0.0)
    spots = tuple(
        spot
        for stage, (column, high) in enumerate(zip(columns, heights, strict=True))
        for spot in _spread(stage, column, high, top, tall)
    )
    return Course(spots, _bands(picture, spots, unit), top + tall)


def _column(picture: Alluvial, stage: int) -> list[tuple[int | None, float]]:
    """Return the places of a stage, each with what passes through it, and last what ends before the stage."""
    comes = dict.fromkeys(range(len(picture.stages[stage])), 0.0)
    leaves = dict(comes)
    ended = 0.0
    for ribbon in picture.ribbons:
        if ribbon.stage == stage:
            leaves[ribbon.source] += ribbon.weight
        if ribbon.stage == stage - 1 and ribbon.target is None:
            ended += ribbon.weight
        elif ribbon.stage == stage - 1 and ribbon.target is not None:
            comes[ribbon.target] += ribbon.weight
    column: list[tuple[int | None, float]] = [(place, max(comes[place], leaves[place])) for place in comes]
    return [*column, (None, ended)] if ended else column


def _spread(
    stage: int, column: Sequence[tuple[int | None, float]], heights: Sequence[float], top: float, tall: float
) -> list[Spot]:
    between = _between(heights, tall)
    y, spots = top, []
    for (place, weight), height in zip(column, heights, strict=True):
        spots.append(Spot(stage, place, Box(left_of(stage), y, BOX, height), idle=not weight))
        y += height + between
    return spots


def _between(heights: Sequence[float], tall: float) -> float:
    """Return how far apart the boxes stand, so that the column is as high as the others."""
    return (tall - sum(heights)) / (len(heights) - 1) if len(heights) > 1 else 0.0


def _bands(picture: Alluvial, spots: Sequence[Spot], unit: float) -> tuple[Band, ...]:
    """Return the ribbons, stacked in the middle of each side of a box in the order of where they go and come from."""
    where = {(spot.stage, spot.place): spot for spot in spots}
    out, into = _middles(picture, where, unit)
    bands = []
    for ribbon in picture.ribbons:
        source, target = (ribbon.stage, ribbon.source), (ribbon.stage + 1, ribbon.target)
        thickness = unit * ribbon.weight
        bands.append(Band(ribbon, where[source].box.x + BOX, where[target].box.x, out[source], into[target], thickness))
        out[source] += thickness
        into[target] += thickness
    return tuple(bands)


Side = dict[tuple[int, int | None], float]


def _middles(picture: Alluvial, where: dict[tuple[int, int | None], Spot], unit: float) -> tuple[Side, Side]:
    """Return where the ribbons out of, and into, each box begin."""
    out: Side = dict.fromkeys(where, 0.0)
    into: Side = dict.fromkeys(where, 0.0)
    for ribbon in picture.ribbons:
        out[ribbon.stage, ribbon.source] += unit * ribbon.weight
        into[ribbon.stage + 1, ribbon.target] += unit * ribbon.weight
    start = {key: spot.box.y + (spot.box.height - out[key]) / 2 for key, spot in where.items()}
    return start, {key: spot.box.y + (spot.box.height - into[key]) / 2 for key, spot in where.items()}

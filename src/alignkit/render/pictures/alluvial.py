"""The alluvial view as SVG."""

from xml.etree.ElementTree import Element

from alignkit.phrase import Phrase
from alignkit.render.pictures.course import BOX, Band, Spot, course_of, left_of
from alignkit.render.pictures.drawing import Box, Pen, begun, finished, fixed, group, hint, path, rect, rule, text
from alignkit.render.pictures.frame import headed, noted, with_key
from alignkit.render.pictures.lettering import fitted, in_lines, width_of
from alignkit.render.pictures.style import FONT, SMALL
from alignkit.views.pictures.alluvial import Alluvial
from alignkit.views.pictures.parts import Text, name_of

# Which attribute names what a box of each stage stands for.
_FACTS = ("outcomes", "activities", "assessments", "items")
_ENDS_HERE = "×"  # noqa: RUF001 - the sign of what leads no further
_LEADS_NO_FURTHER = Phrase("leads no further, or nothing leads here")
_EDGE, _LINE, _THINNEST = 5, 15, 0.8


def render(picture: Alluvial, pen: Pen) -> str:
    """Return four columns of boxes and the ribbons between them; what leads no further ends in a dashed box."""
    root = begun(pen, picture.title, picture.alt)
    key = [(grade.key, "", grade.word) for grade in picture.steps[1:]]
    y = with_key(root, pen, headed(root, pen, picture.title), [*key, ("dead", _ENDS_HERE, _LEADS_NO_FURTHER)])
    course = course_of(picture, y + 30)
    for stage, words in enumerate(picture.headings):
        text(root, left_of(stage), y + 14, fitted(pen.say(words), BOX, FONT, bold=True), "strong muted")
        rule(root, left_of(stage), y + 20, BOX)
    for band in course.bands:
        _band(root, pen, picture, band)
    for spot in course.spots:
        _spot(root, pen, picture, spot)
    return finished(root, noted(root, pen, course.bottom + 10, picture.notes))


def _band(root: Element, pen: Pen, picture: Alluvial, band: Band) -> None:
    ribbon = band.ribbon
    grade = picture.steps[ribbon.step - 1]
    source = picture.stages[ribbon.stage][ribbon.source].label
    look = "ribbon dead" if ribbon.target is None else f"ribbon {grade.key}"
    drawn = group(root, step=grade.name, outcomes=" ".join(ribbon.outcomes))
    if ribbon.target is None:
        end: Text = picture.ends[ribbon.stage]
    else:
        end = name_of(picture.stages[ribbon.stage + 1][ribbon.target].label)
    said = Phrase("{source} → {target} ({n})", {"source": name_of(source), "target": end, "n": len(ribbon.outcomes)})
    hint(drawn, pen.say(said))
    path(drawn, _shape(band), look)


def _shape(band: Band) -> str:
    """Return the outline of a ribbon, which leaves and arrives level."""
    middle = fixed((band.start + band.end) / 2)
    start, end, thick = fixed(band.start), fixed(band.end), max(band.thickness, _THINNEST)
    y1, y2, y3, y4 = (fixed(y) for y in (band.y1, band.y2, band.y2 + thick, band.y1 + thick))
    return f"M{start} {y1}C{middle} {y1} {middle} {y2} {end} {y2}V{y3}C{middle} {y3} {middle} {y4} {start} {y4}z"


def _spot(root: Element, pen: Pen, picture: Alluvial, spot: Spot) -> None:
    if spot.place is None:
        made = group(root, "dead")
        rect(made, spot.box, corner=3)
        _written(made, spot.box, _ENDS_HERE, pen.say(picture.ends[spot.stage - 1]))
        return
    place = picture.stages[spot.stage][spot.place]
    grade = picture.steps[place.step - 1] if place.step and not spot.idle else None
    facts = {_FACTS[spot.stage]: place.members, "modules": place.modules, "professions": place.professions}
    look = "dead" if spot.idle else "place"
    made = group(root, look, **{name: " ".join(values) for name, values in facts.items()})
    hint(made, pen.words(name_of(place.label)))
    rect(made, spot.box, corner=3)
    if grade:
        made.set("data-step", grade.name)
        rect(made, spot.box.part(_EDGE / spot.box.width), grade.key)
    code = f"{_ENDS_HERE} {place.label.code}".strip() if spot.idle else place.label.code
    many = pen.say(Phrase("({n})", {"n": len(place.members)})) if len(place.members) > 1 else ""
    words = filter(None, (pen.words(place.label.words), many, "" if place.label.verified else "†"))
    _written(made, spot.box, code, " ".join(words))


def _written(made: Element, box: Box, code: str, words: str) -> None:
    """Write in a box what it is called, on as many lines as it has room for."""
    left, room = box.x + _EDGE + 5, box.width - _EDGE - 11
    shown = fitted(code, room, SMALL, bold=True)
    indent = width_of(shown, SMALL, bold=True) + 5 if shown else 0.0
    lines = in_lines(words, room, SMALL, max(1, int((box.height - 4) // _LINE)), indent) or [""]
    y = box.y + (box.height - _LINE * len(lines)) / 2 + 11
    text(made, left, y, shown, "small strong")
    for line in lines:
        text(made, left + indent, y, line, "small")
        y, indent = y + _LINE, 0.0

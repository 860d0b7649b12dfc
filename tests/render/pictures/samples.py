"""Pictures of curricula from none to large and hostile, all five of each."""

from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

from tests.hostile import HOSTILE
from tests.pictured import SMALL, case_of, large
from tests.unit.analysis.conftest import FRAMEWORK

from alignkit.analysis.case import Case
from alignkit.render.pictures import alluvial, depth_through_time, heat_map, ladder_bars, together
from alignkit.render.pictures.drawing import Pen
from alignkit.views.pictures.alluvial import alluvial_picture
from alignkit.views.pictures.depth_through_time import depth_picture
from alignkit.views.pictures.heat_map import heat_map_picture
from alignkit.views.pictures.ladder_bars import ladder_bars_picture
from alignkit.views.pictures.together import together_picture

SVG = "{http://www.w3.org/2000/svg}"
PICTURES = ("heat-map", "ladder-bars", "depth", "alluvial", "together")


def drawn(case: Case, **how) -> dict[str, str]:
    """Return the five pictures of a curriculum by name, drawn with this pen."""
    coverage = case.coverage[0]

    def pen(name: str) -> Pen:
        return Pen(**{"prefix": name, **how})

    return {
        "heat-map": heat_map.render(heat_map_picture(case, coverage), pen("heat-map")),
        "ladder-bars": ladder_bars.render(ladder_bars_picture(case.coverage), pen("ladder-bars")),
        "depth": depth_through_time.render(depth_picture(case, coverage), pen("depth")),
        "alluvial": alluvial.render(alluvial_picture(case, coverage), pen("alluvial")),
        "together": together.render(together_picture(case), pen("together")),
    }


def hostile(text: str) -> Case:
    """Return the small curriculum with that text for each title, and in ids as far as a file could have it there."""
    quoted = text.encode("unicode_escape").decode("ascii").replace('"', '\\"')
    body = SMALL
    for title in ("Roles", "Conflict", "Meet", "Hear", "Play", "Quiz", "Talk"):
        body = body.replace(f"title: {title}", f'title: "{quoted}"')
    for words in ("Explain", "Negotiate", "Compare", "Reflect"):
        body = body.replace(f"text: {words}", f'text: "{quoted}"')
    return case_of(body.replace("professions: nursing", f'professions: "{quoted}"'), FRAMEWORK)


@cache
def samples() -> dict[str, dict[str, str]]:
    """Return the pictures of each curriculum."""
    nothing = "frameworks: [{use: toy, scope: [Z]}]\noutcomes: []\n"
    cases = {
        "small": case_of(),
        "no item": case_of(nothing),
        "no outcome": case_of(nothing.replace(", scope: [Z]", "")),
        "many outcomes": large(outcomes=600, modules=20, leaves=60, professions=6),
        "many of all": large(outcomes=600, modules=60, leaves=200, professions=40),
        "long titles": hostile("a title that goes on and on " * 11),
    }
    return {name: drawn(case) for name, case in cases.items()}


@cache
def hostile_samples() -> dict[str, dict[str, str]]:
    """Return the pictures of curricula whose titles nobody should write."""
    # Half a character cannot stand in a YAML file; test_lettering has it.
    return {name: drawn(hostile(text)) for name, text in HOSTILE.items() if name != "half a character"}


def every() -> dict[tuple[str, str], str]:
    """Return each picture of each curriculum."""
    found = {**samples(), **hostile_samples()}
    return {(name, picture): svg for name, five in found.items() for picture, svg in five.items()}


def tree(svg: str) -> Any:
    """Return the picture as a program reads it."""
    return ET.fromstring(svg)  # noqa: S314 - what we have just written

"""Pictures within the page: SVG of our own renderers, put in as it stands, but not before a look at it.

The markup is trusted to draw what it should. It is held to what a drawing needs all the same, so that a mistake in
a renderer cannot become a script, a request, or an end of the picture in the middle of it.
"""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset(
    {
        *(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "a",
            "title",
            "desc",
            "style",
            "text",
            "tspan",
            "textPath",
            "path",
            "rect",
        ),
        *(
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "marker",
            "pattern",
            "clipPath",
            "mask",
            "linearGradient",
        ),
        *("radialGradient", "stop"),
    }
)
_LINKS = ("href", "{http://www.w3.org/1999/xlink}href")
_ELSEWHERE = re.compile(r"""@import|url\(\s*['"]?\s*(?!['"#\s])|javascript:""", re.IGNORECASE)


def drawing(svg: str) -> str:
    """Return the picture's markup, as it is; ValueError where a page could not simply show it."""
    for element in _tree(svg).iter():
        if element.tag.removeprefix(_SVG) not in _ELEMENTS or not element.tag.startswith(_SVG):
            raise ValueError(f"a picture may not hold <{element.tag}>")
        for name, value in element.attrib.items():
            _check(name, value)
        if element.tag == f"{_SVG}style" and _ELSEWHERE.search(element.text or ""):
            raise ValueError("a picture's style asks for something outside of it")
    return svg


def styles(svg: str) -> list[str]:
    """Return the text of each style sheet in the picture."""
    return [element.text or "" for element in _tree(svg).iter(f"{_SVG}style")]


def facts(svg: str, names: Iterable[str]) -> dict[str, set[str]]:
    """Return the values that marks of the picture have for each of the facts: of `data-step`, those of "step"."""
    marks = list(_tree(svg).iter())
    return {name: {value for mark in marks for value in mark.get(f"data-{name}", "").split()} for name in names}


def _tree(svg: str) -> ET.Element:
    if not svg.startswith("<svg") or "<!" in svg or "<?" in svg:
        raise ValueError("a picture begins with <svg> and declares nothing")
    try:
        return ET.fromstring(svg)  # noqa: S314 - what it would expand is refused before
    except ET.ParseError as error:
        raise ValueError(f"a picture is not well-formed: {error}") from None


def _check(name: str, value: str) -> None:
    if name == "style":
        raise ValueError("the page's policy ignores style attributes: use attributes and classes")
    if name.lower().startswith("on"):
        raise ValueError(f"a picture may not hold {name}")
    # What stands in data is for scripts to read: titles and ids as their authors typed them.
    asks = not name.startswith("data-") and _ELSEWHERE.search(value)
    if (name in _LINKS and not value.startswith("#")) or asks:
        raise ValueError(f"a picture may not ask for {value}")

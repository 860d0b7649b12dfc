"""WordprocessingML as text: elements, texts and fields, everything in them escaped."""

import re
from html import escape
from unicodedata import bidirectional

from alignkit.render.report.signs import held

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
# How Unicode calls letters: from left to right, from right to left, and the Arabic ones.
_LETTERS = ("L", "R", "AL")
_NAME = re.compile(r"<[\w:]+")
DECLARATIONS = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())


def w(name: str, /, *inner: str, **attributes: str) -> str:
    """Return an element of WordprocessingML around what is in it, with attributes of the same namespace."""
    told = "".join(f' w:{key}="{value(text)}"' for key, text in attributes.items())
    return f"<w:{name}{told}>{''.join(inner)}</w:{name}>" if inner else f"<w:{name}{told}/>"


def declared(element: str) -> str:
    """Return the element as one that can be read by itself: with the names of its namespaces."""
    return _NAME.sub(lambda name: f"{name[0]} {DECLARATIONS}", element, count=1)


def value(text: str) -> str:
    """Return the text as it may stand in an attribute."""
    return escape(held(text)).replace("\n", "&#10;").replace("\t", "&#9;")


def paragraph(style: str, *inner: str, more: str = "") -> str:
    """Return a paragraph of the style with that id; `more` are further properties of it."""
    return w("p", w("pPr", w("pStyle", val=style), more), *inner)


def run(text: str, style: str = "") -> str:
    """Return a run of text in a character style, "" for that of its paragraph; lines and tabs in it are kept."""
    properties = (w("rStyle", val=style) if style else "") + (w("rtl") if _right_to_left(text) else "")
    return w("r", w("rPr", properties) if properties else "", _words(text)) if text else ""


def _words(text: str) -> str:
    lines = (w("tab").join(_word(part) for part in line.split("\t")) for line in held(text).split("\n"))
    return w("br").join(lines)


def _word(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""


def field(instruction: str, result: str) -> str:
    """Return a field that Word works out anew when it is asked to, with what it says until then."""
    begin, between, end = (w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    told = w("r", f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>')
    return f"{begin}{told}{between}{run(result)}{end}"


def _right_to_left(text: str) -> bool:
    """Return whether the first letter of the text is of a script that is written from right to left."""
    directions = (bidirectional(letter) for letter in text)
    return next((direction for direction in directions if direction in _LETTERS), "L") != "L"

"""Pictures for paper: SVG without what only a browser understands, and how large it is to be printed."""

import re
import sys

from alignkit.render.report.signs import held

_VARIABLE = re.compile(r"var\(\s*--[\w-]+\s*(?:,\s*([^()]*(?:\([^()]*\)[^()]*)*))?\)")
_NUMBER = re.compile(r"&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
_ASCII = 127
_VIEW_BOX = re.compile(r'\bviewBox\s*=\s*["\']\s*[-+\d.e]+[\s,]+[-+\d.e]+[\s,]+([-+\d.e]+)[\s,]+([-+\d.e]+)')
_DOTS_PER_INCH = 300
# Scripts that typst brings no font for; only for these are the fonts of the system asked.
_RARE = re.compile("[\u0530-\u1dff\u2c00-\U0010fffd]")


def static(svg: str) -> str:
    """Return the picture with each custom property replaced by its fallback, "inherit" where it names none.

    Programs other than browsers draw black where a colour is a property.
    """
    drawn = held(_NUMBER.sub(_sign, svg))
    # A fallback can hold another property; each round makes the picture shorter.
    while _VARIABLE.search(drawn):
        drawn = _VARIABLE.sub(lambda found: (found[1] or "inherit").strip(), drawn)
    return drawn


def _sign(number: re.Match[str]) -> str:
    """Return the sign that is written as its number, where it needs no such writing."""
    code = int(number[1], 16) if number[1] else int(number[2])
    return chr(code) if _ASCII < code <= sys.maxunicode else number[0]


def size(svg: str, width: float, height: float) -> tuple[float, float]:
    """Return how wide and high the picture is when it fills that width, or that height where it would exceed it."""
    across, down = _proportions(svg)
    scale = min(width / across, height / down)
    return across * scale, down * scale


def _proportions(svg: str) -> tuple[float, float]:
    """Return the sides of what the picture shows; of a square where it does not say."""
    found = _VIEW_BOX.search(svg)
    across, down = (float(found[1]), float(found[2])) if found else (1.0, 1.0)
    return (across, down) if across > 0 and down > 0 else (1.0, 1.0)


def points(drawn: str, width: float, height: float) -> bytes:
    """Return a static picture of so many millimetres as PNG, at the resolution of print."""
    import typst  # noqa: PLC0415 - only documents with pictures need it

    page = f"#set page(width: {width}mm, height: {height}mm, margin: 0mm)\n"
    drawing = '#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%)'
    told = {"svg": drawn}
    return typst.compile(
        (page + drawing).encode(),
        format="png",
        ppi=_DOTS_PER_INCH,
        sys_inputs=told,
        ignore_system_fonts=not _RARE.search(drawn),
    )

"""Styles: those that a report uses, by name; what a template lacks of them is added to it, what it has stays."""

from collections.abc import Iterator
from importlib.resources import files

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from alignkit.render.report.tones import LOOKS, Look
from alignkit.render.report.word.markup import declared, w

_DEEPEST = 5
_INDENT = 170
_OTHERS = ("basedOn", "next", "link")


def tone_name(tone: str) -> str:
    """Return the name of the character style of a tone: "Strong", "Report Step 4 Text"; "" where it has none."""
    if tone not in LOOKS:
        return ""
    return "Strong" if tone == "strong" else f"Report {tone.replace('-', ' ').title()} Text"


def cell_name(kind: str, depth: int) -> str:
    """Return the name of the paragraph style of a cell that stands so deep in its tree: "Report Branch 2"."""
    name = "Report Branch" if kind == "branch" else "Report Cell"
    return f"{name} {min(depth, _DEEPEST)}" if depth else name


def shipped() -> bytes:
    """Return the styles part of a document without a template."""
    return files(__package__).joinpath("styles.xml").read_bytes()


def completed(styles: BaseOxmlElement) -> dict[str, str]:
    """Return the id of every style that reports use by its name, after those that were missing have been added."""
    there = {_key(style): _id(style) for style in styles.findall(qn("w:style"))}
    wanted = list(_wanted())
    missing = [style for style in wanted if _key(style) not in there]
    taken = set(there.values())
    ids = {own: there.get(_key(style)) or _free(own, taken) for style in wanted if (own := _id(style))}
    names = {_key(style)[1]: ids[_id(style)] for style in wanted}
    for style in missing:
        _refer(style, ids)
        styles.append(style)
    return names


def _id(style: BaseOxmlElement) -> str:
    return str(style.get(qn("w:styleId"), ""))


def _key(style: BaseOxmlElement) -> tuple[str, str]:
    """Return what a style is known by in every language of Word: its kind and its name, in small letters."""
    name = style.find(qn("w:name"))
    return style.get(qn("w:type"), "paragraph"), "" if name is None else name.get(qn("w:val"), "").lower()


def _free(wished: str, taken: set[str]) -> str:
    """Return the id, changed where a style of another name has it."""
    free = wished
    while free in taken:
        free += "x"
    taken.add(free)
    return free


def _refer(style: BaseOxmlElement, ids: dict[str, str]) -> None:
    """Give the style its id in this document, and those of the styles that it names."""
    style.attrib.pop(qn("w:default"), None)
    style.set(qn("w:styleId"), ids[_id(style)])
    for other in (style.find(qn(f"w:{name}")) for name in _OTHERS):
        if other is not None:
            other.set(qn("w:val"), ids[other.get(qn("w:val"), "")])


def _wanted() -> Iterator[BaseOxmlElement]:
    yield from parse_xml(shipped()).findall(qn("w:style"))
    for tone, look in LOOKS.items():
        yield _parsed("character", tone_name(tone), "", w("rPr", *_looks(look)))
    for depth in range(1, _DEEPEST + 1):
        indent = w("pPr", w("ind", left=str(_INDENT * depth)))
        yield _parsed("paragraph", cell_name("", depth), "ReportCell", indent)
        yield _parsed("paragraph", cell_name("branch", depth), "ReportBranch", indent)


def _parsed(kind: str, name: str, based_on: str, properties: str) -> BaseOxmlElement:
    based = w("basedOn", val=based_on) if based_on else ""
    custom = {} if name == "Strong" else {"customStyle": "1"}
    style = w("style", w("name", val=name), based, properties, type=kind, **custom, styleId=name.replace(" ", ""))
    return parse_xml(declared(style))


def _looks(look: Look) -> Iterator[str]:
    if look.even:
        yield w("rFonts", ascii="Consolas", hAnsi="Consolas", cs="Consolas")
    if look.bold:
        yield w("b") + w("bCs")
    if look.ink:
        yield w("color", val=look.ink)
    if look.ground:
        yield w("shd", val="clear", color="auto", fill=look.ground)

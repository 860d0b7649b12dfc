"""Pictures in Word: lines and areas where it can draw them, and beside these points for versions that cannot."""

from io import BytesIO

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from alignkit.render.report.blocks import Picture
from alignkit.render.report.drawing import points, size, static
from alignkit.render.report.word.captions import caption
from alignkit.render.report.word.markup import NAMESPACES, paragraph, run, value, w
from alignkit.render.report.word.word import Word

_TWENTIETHS_PER_MM, _UNITS_PER_MM = 1440 / 25.4, 36_000
# The share of a page that a picture may fill, so that its caption stands below it.
_SHARE = 0.82
_SVG = "image/svg+xml"
# How Word knows the extension that names a picture of lines.
_LINES = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def picture(block: Picture, word: Word) -> str:
    """Return the picture, its caption, and where to find the same as a table."""
    drawn = static(block.svg)
    room = word.room
    width, height = size(drawn, room.width / _TWENTIETHS_PER_MM, room.height * _SHARE / _TWENTIETHS_PER_MM)
    drawing = _drawing(block, _parts(drawn, width, height, word), (width, height), word)
    as_table = word.linked(f"#{block.table.id}", run(word.say("The same as a table"), word.style("Hyperlink")))
    return (
        paragraph(word.style("Report Picture"), w("r", drawing))
        + caption("picture", block.id, block.caption, word)
        + paragraph(word.style("Normal"), as_table)
    )


def _parts(drawn: str, width: float, height: float, word: Word) -> tuple[str, str]:
    """Return by which names the document knows the two pictures: the one of points, and the one of lines."""
    part = word.document.part
    number, _ = part.get_or_add_image(BytesIO(points(drawn, width, height)))
    name = PackURI(f"/word/media/report{word.next('svg')}.svg")
    return number, part.relate_to(Part(name, _SVG, drawn.encode(), part.package), RELATIONSHIP_TYPE.IMAGE)


def _drawing(block: Picture, parts: tuple[str, str], sides: tuple[float, float], word: Word) -> str:
    across, down = (round(side * _UNITS_PER_MM) for side in sides)
    number, title, told = word.next("drawing"), value(block.caption), value(block.alt)
    named = f'id="{number}" name="{value(block.id)}" descr="{told}" title="{title}"'
    lines = f'<a:ext uri="{_LINES}"><asvg:svgBlip r:embed="{parts[1]}"/></a:ext>'
    area = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
    shape = f'{area}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    shown = (
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{parts[0]}"><a:extLst>{lines}</a:extLst></a:blip>'
        f"<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>{shape}</pic:spPr>"
    )
    return w(
        "drawing",
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{across}" cy="{down}"/><wp:docPr {named}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic>{shown}</pic:pic></a:graphicData></a:graphic>'
        f"</wp:inline>",
    )

"""The document that a report is written into where the user has no template of their own: an A4 page and a footer."""

from alignkit.render.report.archive import packed
from alignkit.render.report.language import Language
from alignkit.render.report.word.markup import DECLARATIONS, field, paragraph, run, w
from alignkit.render.report.word.styles import shipped

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_PARTS = ("styles", "settings", "numbering", "footer")
# Twentieths of a point: A4, and margins of 20 mm with 18 above.
_SIZE = {"w": "11906", "h": "16838"}
_MARGINS = {"top": "1021", "right": "1134", "bottom": "1021", "left": "1134", "header": "567", "footer": "567"}
_PAGE, _PAGES = "\ue001", "\ue002"


def base(say: Language) -> bytes:
    """Return the document, as a user could have made it: with {{ report }} where the report goes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            f"{_OFFICE}/officeDocument word/document.xml",
            f"{_PACKAGE}/relationships/metadata/core-properties docProps/core.xml",
        ),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"/>',
        "word/_rels/document.xml.rels": _relations(*(f"{_OFFICE}/{part} {part}.xml" for part in _PARTS)),
        "word/document.xml": _document(),
        "word/settings.xml": _settings(),
        "word/numbering.xml": f"<w:numbering {DECLARATIONS}/>",
        "word/footer.xml": f"<w:ftr {DECLARATIONS}>{_footer(say)}</w:ftr>",
    }
    told = {name: (_HEAD + text).encode() for name, text in parts.items()}
    return packed({**told, "word/styles.xml": shipped()})


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        **{f"/word/{part}.xml": f"{_WORD}.{part}+xml" for part in _PARTS},
        "/docProps/core.xml": _CORE,
    }
    told = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{relations}{xml}{told}</Types>'


def _relations(*targets: str) -> str:
    """Return the part that names others: each target is a kind of relation and the part, with a space between."""
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{part}"/>'
        for number, (kind, part) in enumerate((target.split(" ") for target in targets), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _document() -> str:
    foot = f'<w:footerReference w:type="default" r:id="rId{_PARTS.index("footer") + 1}"/>'
    section = w("sectPr", foot, w("pgSz", **_SIZE), w("pgMar", **_MARGINS, gutter="0"))
    placeholders = (("Title", "title"), ("Subtitle", "subtitle"), ("Normal", "report"))
    body = "".join(paragraph(style, run(f"{{{{ {name} }}}}")) for style, name in placeholders)
    return f"<w:document {DECLARATIONS}>{w('body', body, section)}</w:document>"


def _settings() -> str:
    """Return the settings: without the mode that Word is to keep to, it would open the file as one from 2007."""
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15")
    return f"<w:settings {DECLARATIONS}>{w('defaultTabStop', val='708')}{w('compat', mode)}</w:settings>"


def _footer(say: Language) -> str:
    """Return the line under each page; the two numbers stand where the language wants them."""
    told = say("Page {page} of {pages}", page=f"\0{_PAGE}\0", pages=f"\0{_PAGES}\0")
    fields = {_PAGE: field("PAGE", "1"), _PAGES: field("NUMPAGES", "1")}
    numbers = "".join(fields.get(part) or run(part) for part in told.split("\0"))
    return paragraph("Footer", run("{{ footer }} \u00b7 "), numbers)

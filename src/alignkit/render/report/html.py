"""The report as one web page: it opens from a folder, asks nothing of a network, says everything without scripts."""

from alignkit.render.report.blocks import Document
from alignkit.render.report.language import Language
from alignkit.render.report.page.anchors import Ids, Links
from alignkit.render.report.page.assets import script, style
from alignkit.render.report.page.choices import Choices
from alignkit.render.report.page.policy import policy
from alignkit.render.report.page.tables import shares
from alignkit.render.report.page.template import page_template
from alignkit.render.report.page.words import direction, words
from alignkit.render.report.signs import held


def render(document: Document, say: Language) -> bytes:
    """Return the page in UTF-8; what cannot stand in a page is replaced by U+FFFD."""
    look, behaviour = style(shares(document)), script()
    page = page_template().render(
        document=document,
        direction=direction(document.language),
        words=words(say),
        choices=Choices(say),
        ids=Ids(),
        links=Links(document),
        style=look,
        script=behaviour,
        policy=policy(look, behaviour, document),
    )
    return held(page).encode()

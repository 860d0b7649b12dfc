"""The page's templates: they escape whatever they are given, and stop at a name that they do not know."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from alignkit.render.report import blocks
from alignkit.render.report.page import tables
from alignkit.render.report.page.drawing import drawing


@cache
def page_template() -> Template:
    """Return the template of the whole page."""
    environment = Environment(
        loader=PackageLoader("alignkit.render.report.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"kind": _kind, "drawing": drawing}
    environment.globals["tables"] = tables
    return environment.get_template("page.html")


def _kind(block: blocks.Block) -> str:
    """Return the name of the macro that shows the block."""
    return type(block).__name__.lower()

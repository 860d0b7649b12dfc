"""XML from others: without document types and entities, which can expand or lead away, and within limits."""

from typing import TYPE_CHECKING

from alignkit.errors import NotImported
from alignkit.exchange.limits import LIMITS, Limits, small_enough

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


_ANEW = "save it anew in the program that it is from"


def parse_xml(data: bytes, where: str, limits: Limits = LIMITS) -> "Element":
    """Return the root of an XML text; one with a document type or entities, which can expand or lead away, is refused.

    Needs the package defusedxml.
    """
    from defusedxml.common import DefusedXmlException  # noqa: PLC0415 - of an optional extra
    from defusedxml.ElementTree import ParseError, fromstring  # noqa: PLC0415 - the same

    small_enough(data, where, limits)
    if data.count(b"<") > 2 * limits.elements:  # each has one sign at least, most have two
        raise NotImported(f"it has more than {limits.elements:,} elements", where=where, hint="split it")
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise NotImported(
            "it declares a document type or entities, which alignkit refuses", where=where, hint=_ANEW
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise NotImported(f"it is no well-formed XML: {error}", where=where, hint=_ANEW) from error
    _not_too_deep(root, where, limits)
    return root


def _not_too_deep(root: "Element", where: str, limits: Limits) -> None:
    elements, level = 0, [root]
    for _ in range(limits.levels):
        elements += len(level)
        level = [child for element in level for child in element]
    if level or elements > limits.elements:
        what = f"{limits.levels} levels" if level else f"{limits.elements:,} elements"
        raise NotImported(f"it has more than {what}", where=where, hint="split it")

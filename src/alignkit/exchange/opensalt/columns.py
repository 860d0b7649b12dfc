"""The columns of OpenSALT's spreadsheets, as its importer reads them and as people write their headings."""

from collections.abc import Sequence

from alignkit.errors import NotImported
from alignkit.wording import listed

DOCUMENT = (
    "identifier", "creator", "title", "lastChangeDate", "officialSourceURL", "publisher", "description", "subject",
    "language", "version", "adoptionStatus", "statusStartDate", "statusEndDate", "licenseTitle", "licenseText", "notes",
)  # fmt: skip
ITEM = (
    "identifier", "fullStatement", "humanCodingScheme", "smartLevel", "listEnumeration", "abbreviatedStatement",
    "conceptKeywords", "notes", "language", "educationLevel", "CFItemType", "license",
)  # fmt: skip
ASSOCIATION = (
    "identifier", "originNodeURI", "originNodeIdentifier", "originNodeHumanCodingScheme", "associationType",
    "destinationNodeURI", "destinationNodeIdentifier", "destinationNodeHumanCodingScheme", "associationGroupIdentifier",
    "associationGroupName",
)  # fmt: skip
# The columns of the item CSV that are associations, by the type that each means.
LINKS = {
    "ischildof": "isChildOf",
    "ispartof": "isPartOf",
    "replacedby": "replacedBy",
    "exemplar": "exemplar",
    "hasskilllevel": "hasSkillLevel",
    "isexactmatchof": "exactMatchOf",
    "exactmatchof": "exactMatchOf",
    "precedes": "precedes",
    "ispeerof": "isPeerOf",
    "isrelatedto": "isRelatedTo",
}


def plain(heading: str) -> str:
    """Return a heading as it compares: `Human Coding Scheme` is humancodingscheme."""
    return "".join(sign for sign in heading.casefold() if sign.isalnum())


def names_of(headings: Sequence[str], wanted: Sequence[str], where: str) -> list[str]:
    """Return the name of each column by its heading; a column of another heading keeps that.

    OpenSALT itself reads by position, so that a sheet made from its outdated template, which has eight columns of
    associations, is shifted there. Here headings decide. Raises NotImported where one is missing that must be there.
    """
    known = {plain(name): name for name in wanted}
    names = [known.get(plain(heading), heading.strip()) for heading in headings]
    needed = [name for name in wanted if name in _NEEDED and name not in names]
    if needed:
        what = f"the sheet has no column {listed(needed)}"
        raise NotImported(what, where=where, hint=f"its first row has to say {', '.join(wanted)}")
    return names


_NEEDED = ("fullStatement", "title", "associationType", "originNodeIdentifier", "destinationNodeIdentifier")

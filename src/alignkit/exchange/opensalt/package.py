"""OpenSALT's sheets -> the CASE package that they mean."""

import re
from typing import Any

from alignkit.exchange.opensalt.columns import LINKS, plain
from alignkit.exchange.opensalt.sheet import Row, Sheet

# What a row without an identifier is called while it is read.
UNNAMED = "row:"
_NUMBER = re.compile(r"[0-9]{1,9}")
_DAY_AND_TIME = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)")
# Columns whose name differs from the attribute of CASE that they hold.
_ATTRIBUTES = {"lastChangeDate": "lastChangeDateTime"}
_OF_A_LICENCE = ("licenseTitle", "licenseText")


def package_of(document: Row, items: Sheet, associations: Sheet) -> dict[str, Any]:
    """Return the package of the three sheets `CF Doc`, `CF Item` and `CF Association`."""
    title, text = (document.text(key) for key in _OF_A_LICENCE)
    licence = {"identifier": "licence", "title": title, "licenseText": text}
    head = {_ATTRIBUTES.get(key, key): text for key, text in document.texts.items() if key not in _OF_A_LICENCE}
    head["lastChangeDateTime"] = _DAY_AND_TIME.sub(r"\1T\2", head.get("lastChangeDateTime", ""))
    head.setdefault("identifier", f"{UNNAMED}{document.number}")
    stated = title or text
    links = [_association(row) for row in associations.rows]
    return {
        "CFDocument": {**head, **({"licenseURI": {"identifier": "licence"}} if stated else {})},
        "CFItems": [_item(row) for row in items.rows],
        "CFAssociations": [*links, *_by_level(items, links, head["identifier"])],
        "CFDefinitions": {"CFLicenses": [licence] if stated else []},
    }


def _item(row: Row) -> dict[str, Any]:
    item = {key: text for key, text in row.texts.items() if key != "smartLevel"}
    return {"identifier": f"{UNNAMED}{row.number}", **item}


def association_type(text: str) -> str:
    """Return the type as CASE spells it: `Is Child Of` is isChildOf; any other as it stands."""
    joined = "".join(text.split())
    return LINKS.get(plain(text), joined[:1].lower() + joined[1:] if " " in text else text)


def _association(row: Row) -> dict[str, Any]:
    ends = {
        f"{end}NodeURI": {
            "identifier": row.text(f"{end}NodeIdentifier") or row.text(f"{end}NodeURI"),
            "uri": row.text(f"{end}NodeURI"),
            "title": row.text(f"{end}NodeHumanCodingScheme"),
        }
        for end in ("origin", "destination")
    }
    group = {key: row.text(key) for key in ("associationGroupIdentifier", "associationGroupName") if row.text(key)}
    type_ = association_type(row.text("associationType"))
    return {"identifier": row.text("identifier"), "associationType": type_, **ends, **group}


def _by_level(items: Sheet, links: list[dict[str, Any]], document: str) -> list[dict[str, Any]]:
    """Return the places that only a smart level says, such as 1.2 below 1, and number the places of the others."""
    levels = {row.text("smartLevel"): _item(row)["identifier"] for row in items.rows if row.text("smartLevel")}
    of = {identifier.casefold(): level for level, identifier in levels.items()}
    placed = set()
    for link in links:
        origin = link["originNodeURI"]["identifier"].casefold()
        if link["associationType"] == "isChildOf":
            placed.add(origin)
            link.update(_numbered(of.get(origin, "")))
    found = []
    for level, identifier in levels.items():
        above = levels.get(level.rpartition(".")[0], document)
        if identifier.casefold() not in placed:
            ends = {"originNodeURI": {"identifier": identifier}, "destinationNodeURI": {"identifier": above}}
            found.append({"associationType": "isChildOf", **ends, **_numbered(level)})
    return found


def _numbered(level: str) -> dict[str, int]:
    last = level.rpartition(".")[2]
    return {"sequenceNumber": int(last)} if _NUMBER.fullmatch(last) else {}

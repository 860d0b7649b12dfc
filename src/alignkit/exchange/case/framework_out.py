"""A framework as a CASE 1.1 package."""

from collections.abc import Mapping
from typing import Any

from alignkit.exchange.case.package import Link, Package, association_type, link, outside, outside_said
from alignkit.exchange.case.words import STATUS, UNVERIFIED, framework_notes
from alignkit.exchange.identity import framework_uuid, item_uuids
from alignkit.exchange.losses import Loss, Written
from alignkit.exchange.moment import UNKNOWN, moment
from alignkit.exchange.plain import plain
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.model.framework import Association, Framework, Item

# What stands where an item says nothing at all, since CASE requires a statement.
NO_WORDS = "–"  # noqa: RUF001 - the dash that tables have, too

# Keys of framework/1 that have a place of their own in a package.
_PLACED = ("title", "edition", "language", "identifier", "items", "associations")


def write_framework(index: FrameworkIndex, library: Library) -> Written:
    """Return the framework as a package; what CASE has no attribute for is under `extensions` and in the notes."""
    del library  # a framework needs no other
    framework = index.framework
    package = Package(framework.id, moment(framework.changed, framework.edition, framework.id))
    package.document = _document(framework, package)
    ends = _add_items(framework, package)
    for association in framework.associations:
        _add_association(association, ends, package)
    return Written(package.data(), _losses(framework, package))


def _losses(framework: Framework, package: Package) -> tuple[Loss, ...]:
    if package.changed != UNKNOWN:
        return ()
    why = f"CASE requires a date and the file names none: {UNKNOWN[:10]} stands there; say `changed:` in the framework"
    return (Loss(str(framework.at), "when the framework last changed", why),)


def _document(framework: Framework, package: Package) -> dict[str, Any]:
    head = plain(framework)
    source = head.get("source", {})
    return package.record(
        framework_uuid(framework),
        framework.identifier,
        caseVersion="1.1",
        creator=framework.publisher.name or "not stated",
        title=framework.title or framework.id,
        officialSourceURL=source.get("url", ""),
        publisher=framework.publisher.name,
        language=framework.language,
        version=framework.edition,
        adoptionStatus=STATUS.get(framework.status, ""),
        licenseURI=package.licence(source["licence"]) if _is_stated(source) else None,
        notes=framework_notes(head),
        extensions={"format": "framework/1", **_unplaced(head)},
    )


def _is_stated(source: Mapping[str, str]) -> bool:
    return source.get("licence", "not stated") != "not stated"


def _unplaced(head: dict[str, Any]) -> dict[str, Any]:
    """Return what of the framework's head CASE has no attribute for."""
    rest = {key: value for key, value in head.items() if key not in _PLACED}
    rest["publisher"] = {key: value for key, value in head["publisher"].items() if key != "name"}
    source = head.get("source", {})
    stated = ("url", "licence") if _is_stated(source) else ("url",)
    rest["source"] = {key: value for key, value in source.items() if key not in stated}
    return {key: value for key, value in rest.items() if value != {}}


def _add_items(framework: Framework, package: Package) -> dict[str, Link]:
    """Add the items and their places in the tree; return a link to each item by its code."""
    ends: dict[str, Link] = {}
    above = [link(framework.title, framework_uuid(framework), framework.identifier)]
    numbers = [0]
    for item, depth, uuid in item_uuids(framework):
        del above[depth + 1 :], numbers[depth + 1 :]
        numbers[depth] += 1
        here = link(item.code or item.words, uuid, item.identifier)
        type_ = package.item_type(level, depth) if (level := framework.level_of(item, depth)) else None
        package.items.append(package.record(uuid, item.identifier, **_said(item, framework.language, type_)))
        package.associate(f"{uuid}:isChildOf", here, "isChildOf", above[depth], sequenceNumber=numbers[depth])
        above.append(here)
        numbers.append(0)
        ends.setdefault(item.code, here)
    return ends


def _said(item: Item, language: str, type_: Link | None) -> dict[str, Any]:
    """Return the attributes of an item."""
    statement = item.words or item.code or NO_WORDS
    return {
        "fullStatement": statement,
        "CFItemType": type_["title"] if type_ else "",
        "humanCodingScheme": item.code,
        "abbreviatedStatement": item.title,
        "notes": "" if item.verified else UNVERIFIED,
        "language": language,
        "CFItemTypeURI": type_,
        "extensions": {
            **({} if item.verified else {"verified": False}),
            **({"source": item.source} if item.source else {}),
            **_ambiguous(item, statement),
        },
    }


def parts_of(statement: str, abbreviated: str, code: str) -> tuple[str, str]:
    """Return the title and the text that an item's statements say: a statement that is the title is no text."""
    return abbreviated, "" if statement in (abbreviated, code) else statement


def _ambiguous(item: Item, statement: str) -> dict[str, str]:
    """Return the item's text where the statements alone would be read as saying something else."""
    read = parts_of(statement, item.title, item.code)
    return {} if read == (item.title, item.text) else {"text": item.text}


def _add_association(association: Association, ends: dict[str, Link], package: Package) -> None:
    type_ = association_type(association.type)
    origin = ends.get(association.from_) or outside(association.from_)
    destination = ends.get(association.to) or outside(association.to, association.title)
    package.associate(
        f"{association.from_}:{association.type}:{association.to}",
        origin,
        type_,
        destination,
        identifier=association.identifier,
        notes=association.note,
        extensions={
            **({} if type_ == association.type else {"type": association.type}),
            **({"further": True} if type_ == "isChildOf" else {}),
            **_unsaid("from", association.from_, ends, origin),
            **_unsaid("to", association.to, ends, destination),
        },
    )


def _unsaid(key: str, end: str, ends: dict[str, Link], link_: Link) -> dict[str, str]:
    """Return how we speak of an end where its link would be read as something else."""
    return {} if end in ends or outside_said(link_["identifier"], link_["uri"]) == end else {key: end}

"""A crosswalk as a CASE 1.1 package of associations between the items of two frameworks."""

from typing import Any

from alignkit.exchange.case.package import Link, Package, link
from alignkit.exchange.case.words import ASSOCIATION, relation_notes
from alignkit.exchange.identity import derived, item_uuids
from alignkit.exchange.losses import Loss, Written
from alignkit.exchange.moment import UNKNOWN, moment
from alignkit.exchange.plain import plain
from alignkit.library.library import Library
from alignkit.model.crosswalk import Crosswalk, Mapping

Ends = dict[str, Link]
"""Code -> the link to the item of that code."""


def write_crosswalk(crosswalk: Crosswalk, library: Library) -> Written:
    """Return the crosswalk as a package without items: each mapping is an association, its grade said three times."""
    package = Package(f"crosswalk/{crosswalk.id}", moment(crosswalk.date, crosswalk.id))
    package.document = _document(crosswalk, package)
    ends = _ends(crosswalk.from_, library), _ends(crosswalk.to, library)
    for mapping in crosswalk.mappings:
        _add_mapping(mapping, crosswalk, ends, package)
    return Written(package.data(), tuple(_losses(crosswalk, package)))


def _losses(crosswalk: Crosswalk, package: Package) -> list[Loss]:
    if package.changed != UNKNOWN:
        return []
    why = f"CASE requires a date and the file names none: {UNKNOWN[:10]} stands there; say `date:` in the crosswalk"
    return [Loss(str(crosswalk.at), "when the two were last compared", why)]


def _document(crosswalk: Crosswalk, package: Package) -> dict[str, Any]:
    head = {key: value for key, value in plain(crosswalk).items() if key != "mappings"}
    return package.record(
        derived(package.name),
        caseVersion="1.1",
        creator="not stated",
        title=crosswalk.title or f"Crosswalk from {crosswalk.from_} to {crosswalk.to}",
        adoptionStatus="Draft" if crosswalk.status == "draft" else "",
        notes="\n".join((*((crosswalk.citation,) if crosswalk.citation else ()), *crosswalk.notes)),
        extensions={"format": "crosswalk/1", **head},
    )


def _ends(framework_id: str, library: Library) -> Ends:
    index = library.find(framework_id)
    ends: Ends = {}
    for item, _, uuid in item_uuids(index.framework) if index else ():
        ends.setdefault(item.code, link(f"{framework_id}:{item.code}", uuid, item.identifier))
    return ends


def _add_mapping(mapping: Mapping, crosswalk: Crosswalk, ends: tuple[Ends, Ends], package: Package) -> None:
    references = f"{crosswalk.from_}:{mapping.from_}", f"{crosswalk.to}:{mapping.to}"
    origin = ends[0].get(mapping.from_) or link(references[0], derived(references[0]))
    destination = ends[1].get(mapping.to) or link(references[1], derived(references[1]))
    package.associate(
        f"{mapping.from_}:{mapping.to}",
        origin,
        ASSOCIATION.get(mapping.relation, "isRelatedTo"),
        destination,
        notes=relation_notes(mapping.relation, mapping.note),
        extensions=plain(mapping),
    )

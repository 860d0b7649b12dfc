"""A CASE package, of version 1.0 or 1.1 -> a framework."""

from collections.abc import Iterator
from typing import Any

from alignkit.exchange.case.associations_in import Hierarchy, Keeper, name_losses, place_items, read_association
from alignkit.exchange.case.document_in import read_document
from alignkit.exchange.case.items_in import key_of, language_of, read_items
from alignkit.exchange.case.unplaced import name_rest
from alignkit.exchange.formats import Imported
from alignkit.exchange.grow import document as whole
from alignkit.exchange.grow import grow, imported
from alignkit.exchange.identity import derived
from alignkit.exchange.json_at import At
from alignkit.exchange.tally import Tally
from alignkit.exchange.tree import Tree


def read_framework(package: At) -> Imported:
    """Return the package as a framework; whatever has no place there is named."""
    tally = Tally()
    document, definitions = package.one("CFDocument"), package.one("CFDefinitions")
    items = package.many("CFItems")
    head = read_document(document, language_of(items, document), definitions.many("CFLicenses"), tally)
    found = read_items(items, document, tally)
    joined = [read_association(each) for each in package.many("CFAssociations")]
    hierarchy = place_items(joined, {item.key: item for item in found}, key_of(document), tally)
    grown = grow(found, package.file, tally)
    keeper = Keeper(head["id"], grown.codes, tally)
    head["associations"] = list(_associations(grown.tree, hierarchy, keeper))
    name_rest(package, tally)
    _name_association_losses(document, head["id"], grown.tree, hierarchy, tally)
    return imported("The package", whole(head, grown), grown, tally)


def _associations(tree: Tree, hierarchy: Hierarchy, keeper: Keeper) -> Iterator[dict[str, Any]]:
    """Yield what is kept of associations: further parents, then everything that is no place in the tree."""
    for item, parent in tree.also:
        yield keeper.kept(hierarchy.places[item.key, parent])
    for joined in hierarchy.others:
        yield keeper.kept(joined)


def _name_association_losses(document: At, framework_id: str, tree: Tree, hierarchy: Hierarchy, tally: Tally) -> None:
    changed = document.text("lastChangeDateTime")
    kept = {(item.key, parent) for item, parent in tree.also}
    for (child, parent), joined in hierarchy.places.items():
        in_tree = (child, parent) not in kept
        name_losses(joined.at, changed, tally, in_tree=in_tree)
        identifier = joined.at.text("identifier").lower()
        if in_tree and identifier not in ("", derived(f"{framework_id}:{child}:isChildOf")):
            why = "a place in the tree has no identifier: an export derives one"
            tally.also(joined.at.place("identifier"), "the identifier", "isChildOf association", why)
    for joined in hierarchy.others:
        name_losses(joined.at, changed, tally, in_tree=False)

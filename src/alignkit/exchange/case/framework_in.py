"""A CASE package, of version 1.0 or 1.1 -> a framework."""

from collections.abc import Iterator
from typing import Any

from alignkit.exchange.case.associations_in import Hierarchy, Keeper, name_losses, place_items, read_association
from alignkit.exchange.case.document_in import read_document
from alignkit.exchange.case.items_in import key_of, language_of, read_items
from alignkit.exchange.case.unplaced import name_rest
from alignkit.exchange.coding import codes_of
from alignkit.exchange.formats import Imported
from alignkit.exchange.identity import derived
from alignkit.exchange.json_at import At
from alignkit.exchange.levels import Levels, levels_of, own_level
from alignkit.exchange.plain import in_order
from alignkit.exchange.tally import Tally
from alignkit.exchange.tree import TOP, Tree, arrange
from alignkit.model.framework import Framework, Item
from alignkit.wording import count


def read_framework(package: At) -> Imported:
    """Return the package as a framework; whatever has no place there is named."""
    tally = Tally()
    document, definitions = package.one("CFDocument"), package.one("CFDefinitions")
    items = package.many("CFItems")
    head = read_document(document, language_of(items, document), definitions.many("CFLicenses"), tally)
    found = read_items(items, document, tally)
    joined = [read_association(each) for each in package.many("CFAssociations")]
    hierarchy = place_items(joined, {item.key: item for item in found}, key_of(document), tally)
    tree = arrange(found, package.file, tally)
    codes, assigned = codes_of(tree, tally)
    named = head["levels"] if "levels" in head else levels_of(tree)
    levels = [[names] if isinstance(names, str) else names for names in named]
    head |= {
        "levels": [names[0] if len(names) == 1 else names for names in levels],
        "items": _items(tree, codes, levels, head["id"]),
        "associations": list(_associations(tree, hierarchy, Keeper(head["id"], codes, tally))),
    }
    if assigned:
        head |= {"codes": "assigned", "notes": [*head["notes"], _assigned(assigned, len(found))]}
    name_rest(package, tally)
    _name_association_losses(document, head["id"], tree, hierarchy, tally)
    name = f"{head['id']}.yaml"
    document_ = {"alignkit": "framework/1", **in_order(Framework, head)}
    return Imported({name: document_}, tuple(_understood(head, tree, assigned)), tally.losses)


def _items(tree: Tree, codes: dict[str, str], levels: Levels, framework_id: str) -> list[dict[str, Any]]:
    """Return the items below the top, each with those below it."""
    made: dict[str, dict[str, Any]] = {}
    for item, depth in reversed(list(tree.walk())):
        code = codes[item.key]
        own = item.values["identifier"].lower() == derived(f"{framework_id}:{code}")
        below = [made[child.key] for child in tree.below(item.key)]
        values = {**item.values, "code": code, "level": own_level(item.level, depth, levels), "items": below}
        made[item.key] = in_order(Item, {**values, "identifier": ""} if own else values)
    return [made[item.key] for item in tree.below(TOP)]


def _associations(tree: Tree, hierarchy: Hierarchy, keeper: Keeper) -> Iterator[dict[str, Any]]:
    """Yield what is kept of associations: further parents, then everything that is no place in the tree."""
    for item, parent in tree.also:
        yield keeper.kept(hierarchy.places[item.key, parent])
    for joined in hierarchy.others:
        yield keeper.kept(joined)


def _assigned(assigned: int, all_: int) -> str:
    verb = "was" if assigned == 1 else "were"
    return f"{assigned:,} of {count(all_, 'code')} {verb} assigned when this was imported."


def _name_association_losses(document: At, framework_id: str, tree: Tree, hierarchy: Hierarchy, tally: Tally) -> None:
    changed = document.text("lastChangeDateTime")
    kept = {(item.key, parent) for item, parent in tree.also}
    for (child, parent), joined in hierarchy.places.items():
        in_tree = (child, parent) not in kept
        name_losses(joined.at, changed, tally, in_tree=in_tree)
        if in_tree and joined.at.text("identifier").lower() != derived(f"{framework_id}:{child}:isChildOf"):
            why = "a place in the tree has no identifier: an export derives one"
            tally.also(joined.at.place("identifier"), "the identifier", "isChildOf association", why)
    for joined in hierarchy.others:
        name_losses(joined.at, changed, tally, in_tree=False)


def _understood(head: dict[str, Any], tree: Tree, assigned: int) -> Iterator[str]:
    """Yield what the package was taken for, and what a person has to add."""
    walked = list(tree.walk())
    depth = max((depth for _, depth in walked), default=-1) + 1
    items = f"{count(len(walked), 'item')} on {count(depth, 'level')}"
    yield f'The package is read as the framework "{head["title"]}": {items}.'
    if tree.also:
        yield f"{count(len(tree.also), 'second place')} of items in the tree cannot be a place here, nor be forgotten."
    if head["associations"]:
        verb = "is" if len(head["associations"]) == 1 else "are"
        yield f"{count(len(head['associations']), 'association')} besides the tree {verb} kept under `associations`."
    if assigned:
        yield f"{_assigned(assigned, len(walked))} They follow the order of the items."
    if "kind" not in head:
        yield "CASE does not say what sort of body publishes a framework: add `kind`."

"""Items of others, once read -> the items, levels and codes of a framework."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from alignkit.exchange.coding import codes_of
from alignkit.exchange.formats import Imported
from alignkit.exchange.identity import derived
from alignkit.exchange.levels import levels_of, own_level
from alignkit.exchange.plain import in_order
from alignkit.exchange.tally import Tally
from alignkit.exchange.tree import TOP, Found, Tree, arrange
from alignkit.model.framework import Framework, Item
from alignkit.wording import count


class Grown(Struct):
    """A tree with a code for each item, by its key, and how many of the codes were assigned."""

    tree: Tree
    codes: dict[str, str]
    assigned: int


def grow(items: Sequence[Found], file: str, tally: Tally) -> Grown:
    """Return the tree of the items and their codes; what had to be changed is named."""
    tree = arrange(items, file, tally)
    return Grown(tree, *codes_of(tree, tally))


def document(head: dict[str, Any], grown: Grown) -> dict[str, Any]:
    """Return the framework whole: its head, its items, and what the tree says of its levels and codes.

    Where the head has no `levels`, their names are those that most items of a depth have.
    """
    named = head["levels"] if "levels" in head else levels_of(grown.tree)
    levels = [[names] if isinstance(names, str) else names for names in named]
    whole = {
        **head,
        "levels": [names[0] if len(names) == 1 else names for names in levels],
        "items": _items(grown, levels, head["id"]),
    }
    if grown.assigned:
        whole |= {"codes": "assigned", "notes": [*head.get("notes", []), _assigned(grown)]}
    return {"alignkit": "framework/1", **in_order(Framework, whole)}


def _items(grown: Grown, levels: list[list[str]], framework_id: str) -> list[dict[str, Any]]:
    """Return the items at the top, each with those below it."""
    made: dict[str, dict[str, Any]] = {}
    for item, depth in reversed(list(grown.tree.walk())):
        code = grown.codes[item.key]
        # An identifier that follows from the code need not be kept.
        own = item.values.get("identifier", "").lower() == derived(f"{framework_id}:{code}")
        below = [made[child.key] for child in grown.tree.below(item.key)]
        values = {**item.values, "code": code, "level": own_level(item.level, depth, levels), "items": below or None}
        made[item.key] = in_order(Item, {**values, "identifier": ""} if own else values)
    return [made[item.key] for item in grown.tree.below(TOP)]


def _assigned(grown: Grown) -> str:
    verb = "was" if grown.assigned == 1 else "were"
    return f"{grown.assigned:,} of {count(len(grown.codes), 'code')} {verb} assigned when this was imported."


def imported(read: str, whole: dict[str, Any], grown: Grown, tally: Tally) -> Imported:
    """Return the framework under the name of its file, with what was understood; `read` says what was read."""
    return Imported({f"{whole['id']}.yaml": whole}, tuple(understood(read, whole, grown)), tally.losses)


def understood(read: str, whole: dict[str, Any], grown: Grown) -> Iterator[str]:
    """Yield what a document was taken for, and what a person has to add."""
    walked = list(grown.tree.walk())
    depth = max((depth for _, depth in walked), default=-1) + 1
    size = f"{count(len(walked), 'item')} on {count(depth, 'level')}"
    yield f'{read} is read as the framework "{whole.get("title", "")}": {size}.'
    if grown.tree.also:
        yield f"{count(len(grown.tree.also), 'second place')} of items in the tree: a tree has one place for each item."
    kept = len(whole.get("associations", ()))
    if kept:
        yield f"{count(kept, 'association')} besides the tree {'is' if kept == 1 else 'are'} kept under `associations`."
    if grown.assigned:
        yield f"{_assigned(grown)} They follow the order of the items."
    if "kind" not in whole:
        yield "Nothing says what sort of body publishes it: add `kind`."

"""The outcomes of a curriculum and what they serve, as tables show them: each outcome once, each alignment once."""

from collections.abc import Iterator

from msgspec import Struct

from alignkit.analysis.case import Case, Link
from alignkit.exchange.losses import Loss
from alignkit.model.curriculum import Outcome

MARKS = {"introduce": "I", "reinforce": "R", "master": "M", "": "X"}


class ItemColumn(Struct, frozen=True):
    """A column of a matrix: the item's reference as it is typed, and its words."""

    ref: str
    words: str


class Told(Struct, frozen=True):
    """The outcomes by id, the alignments of each, and those that cannot be told apart from another."""

    outcomes: tuple[Outcome, ...]
    links: dict[str, tuple[Link, ...]]
    losses: tuple[Loss, ...]


def told(case: Case) -> Told:
    """Return the outcomes that have an id of their own, each with its alignments, one for each item."""
    links: dict[str, dict[str, Link]] = {}
    outcomes = tuple(case.outcomes.values())
    told_of = {id(outcome) for outcome in outcomes}
    losses = [
        Loss(str(outcome.at), outcome.id or outcome.text, "an outcome needs an id of its own here")
        for outcome in case.curriculum.outcomes
        if id(outcome) not in told_of
    ]
    for link in case.links:
        if id(link.outcome) in told_of:
            first = links.setdefault(link.outcome.id, {}).setdefault(_key(link), link)
            if first is not link:
                what = f"{link.outcome.id} on {link.alignment.to}"
                losses.append(Loss(str(link.alignment.at), what, "the outcome aligns with the item already"))
    return Told(outcomes, {id_: tuple(each.values()) for id_, each in links.items()}, tuple(losses))


def _key(link: Link) -> str:
    return link.reference.item.ref if link.reference.item else link.alignment.to


def item_columns(case: Case) -> tuple[ItemColumn, ...]:
    """Return the items that a matrix has a column for: all in scope, and whatever else an outcome aligns with."""
    typed = {_key(link): link.alignment.to for link in case.links}
    found: dict[str, ItemColumn] = {}
    aligned = {link.reference.item.ref for link in case.links if link.reference.item}
    for use, index in case.uses:
        shown = aligned | {leaf.ref for leaf in index.in_scope(tuple(branch.name for branch in use.scope))}
        for placed in index.items.values():
            if placed.ref in shown:
                found[placed.ref] = ItemColumn(typed.get(placed.ref, placed.ref), placed.item.words)
    for link in case.links:
        item = link.reference.item
        found.setdefault(_key(link), ItemColumn(link.alignment.to, item.item.words if item else ""))
    return tuple(found.values())


def marks(case: Case, shown: Told) -> Iterator[tuple[str, str, str]]:
    """Yield each alignment as outcome, reference and mark: I, R, M, X without a depth, in brackets where in part."""
    columns = {_key(link): link.alignment.to for link in case.links}
    for outcome in shown.outcomes:
        for link in shown.links.get(outcome.id, ()):
            mark = MARKS.get(link.alignment.depth, "X")
            partial = link.alignment.strength == "partial"
            yield outcome.id, columns[_key(link)], f"({mark})" if partial else mark


def own_values(outcome: Outcome) -> tuple[str, str, str, str, str]:
    """Return what a table says of an outcome itself: id, text, Bloom's level, domain, whether interprofessional."""
    interprofessional = {True: "yes", False: "no", None: ""}[outcome.interprofessional]
    return outcome.id, outcome.text, outcome.bloom, outcome.domain, interprofessional


OWN_HEADER = ("Outcome ID", "Outcome", "Bloom", "Domain", "Interprofessional")
OUTCOME_KEYS = ("id", "text", "bloom", "domain", "interprofessional", "aligns")

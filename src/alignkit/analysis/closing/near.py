"""Which outcomes may well serve an item that none claims: what points to them, and nothing that only seems to."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.claims import claims
from alignkit.analysis.coverage import Links
from alignkit.analysis.crosswalk import Legs, Walk, legs, walks_from
from alignkit.analysis.search import stem
from alignkit.analysis.similarity import content_words
from alignkit.library.index import Placed
from alignkit.model.curriculum import Outcome

# One word in common is a coincidence, unless it is all that the item says; and so are two that are all over the
# framework: in more than so many of its leaves, and in more than one of ten.
_ENOUGH = 2
_FEW = 3
_ONE_OF = 10
# A word that more outcomes than this have tells none of them from the others, and looking at all takes too long.
_COMMON = 50
_SURE = ("exact", "close")


class Near(Struct, frozen=True):
    """An outcome near an item, and each thing that makes it so, the surest first; at least one is there.

    `counterpart` leads from the item to one that the outcome serves, by crosswalks; `whole` is the branch above the
    item that it aligns with as a whole; `words` are those of the item that it has too, however inflected; `siblings`
    the codes of other items of the branch that it serves.
    """

    outcome: Outcome
    counterpart: Walk | None = None
    whole: str = ""
    words: tuple[str, ...] = ()
    siblings: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, bool, int, bool, int]:
        """Return what candidates are sorted by: the surest sign first, and of equal signs more of them."""
        relation = self.counterpart.relation if self.counterpart else ""
        sure = _SURE.index(relation) if relation in _SURE else len(_SURE)
        return (sure, not self.whole, -len(self.words), self.counterpart is None, -len(self.siblings))


class Nearness:
    """The outcomes of a curriculum, looked up by what may point to them from an item."""

    def __init__(self, case: Case, links: Links) -> None:
        """Take the curriculum, and what serves what in it."""
        self._case = case
        self._links = links
        self._order = {name: order for order, name in enumerate(case.outcomes)}
        self._common: dict[str, frozenset[str]] = {}
        self._full = {
            (framework, outcome)
            for framework, by_outcome in claims(case).items()
            for outcome, refs in by_outcome.items()
            if len(refs) >= case.thresholds.outcomes_per_alignment
        }

    def near(self, item: Placed) -> tuple[Near, ...]:
        """Return the outcomes near an item, the nearest first, without those that align with it already.

        Nor is one offered that claims as much of the framework as an outcome may (O106).
        """
        counterparts, wholes = self._counterparts(item), self._wholes(item)
        words, siblings = self._words(item), self._siblings(item)
        names = {*counterparts, *wholes, *words, *siblings}.intersection(self._order)
        names.difference_update(self._links.full.get(item.ref, ()), self._links.partial.get(item.ref, ()))
        outcomes = self._case.outcomes
        free = (name for name in names if (item.framework, name) not in self._full)
        found = (
            Near(
                outcomes[name],
                counterparts.get(name),
                wholes.get(name, ""),
                words.get(name, ()),
                siblings.get(name, ()),
            )
            for name in sorted(free, key=self._order.__getitem__)
        )
        return tuple(sorted(found, key=lambda near: near.order))

    def _counterparts(self, item: Placed) -> dict[str, Walk]:
        found: dict[str, Walk] = {}
        for walk in sorted(walks_from(item.ref, self._legs).values(), key=lambda walk: walk.order):
            for name in self._links.full.get(walk.end, ()):
                found.setdefault(name, walk)
        return found

    @cached_property
    def _legs(self) -> Legs:
        return legs(self._case.library.crosswalks(), self._case.library)

    def _wholes(self, item: Placed) -> dict[str, str]:
        above = (f"{item.framework}:{code}" for code in item.lineage[1:])
        return {name: ref for ref in above for name in self._links.full.get(ref, ())}

    def _words(self, item: Placed) -> dict[str, tuple[str, ...]]:
        """Return the words of the item that outcomes have too, where these are enough to go by."""
        asked = _roots(item)
        everywhere = self._everywhere(item.framework)
        shared: dict[str, list[str]] = {}
        for root in asked:
            names = self._having.get(root, ())
            for name in names if len(names) <= _COMMON else ():
                shared.setdefault(name, []).append(root)
        return {
            name: tuple(asked[root] for root in roots)
            for name, roots in shared.items()
            if len(roots) >= min(_ENOUGH, len(asked)) and not everywhere.issuperset(roots)
        }

    def _everywhere(self, framework: str) -> frozenset[str]:
        """Return the words that are in so many leaves of the framework that they point to none of them."""
        if framework not in self._common:
            index = self._case.library.find(framework)
            leaves = index.leaves if index else ()
            found = Counter(root for leaf in leaves for root in _roots(leaf))
            few = max(_FEW, len(leaves) // _ONE_OF)
            self._common[framework] = frozenset(root for root, times in found.items() if times > few)
        return self._common[framework]

    @cached_property
    def _having(self) -> dict[str, tuple[str, ...]]:
        """Return the outcomes that have each word."""
        found: dict[str, dict[str, None]] = {}
        for outcome in self._case.outcomes.values():
            for word in _telling(outcome.text):
                found.setdefault(stem(word), {})[outcome.id] = None
        return {root: tuple(names) for root, names in found.items()}

    def _siblings(self, item: Placed) -> dict[str, tuple[str, ...]]:
        return self._branches.get(f"{item.framework}:{item.parent}", {}) if item.parent else {}

    @cached_property
    def _branches(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Return which leaves of each branch each outcome serves: branch -> outcome -> codes."""
        found: dict[str, dict[str, dict[str, None]]] = {}
        for link in self._case.links:
            item = link.reference.item
            if item and item.is_leaf:
                by_outcome = found.setdefault(f"{item.framework}:{item.parent}", {})
                by_outcome.setdefault(link.outcome.id, {})[item.code] = None
        return {
            branch: {name: tuple(codes) for name, codes in by_outcome.items()} for branch, by_outcome in found.items()
        }


def _roots(item: Placed) -> dict[str, str]:
    """Return the words of an item by what is left of them without their endings."""
    return {stem(word): word for word in sorted(_telling(f"{item.item.title} {item.item.text}"))}


def _telling(text: str) -> Iterator[str]:
    """Yield the words that mean something; the s of a possessive is none."""
    return (word for word in content_words(text) if len(word) > 1)

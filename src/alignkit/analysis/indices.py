"""The field's own alignment indices, by their published formulas, and how they carry over to a curriculum.

Webb (1997, 1999, 2002) asks how well the items of an assessment represent the objectives of each content standard;
Porter (2002) how alike two distributions of emphasis are. Here

- a standard is a domain of a framework: an item at the top of its tree, with the leaves in scope below it;
- an objective is such a leaf;
- an assessment item is an outcome that serves the whole leaf (or an assessment of one): each pair is one hit, as
  Webb counts an item once for every objective that reviewers code it to;
- a depth of knowledge is a level of Bloom's revised taxonomy, read from the verb of the outcome and of the leaf, since
  frameworks state no depth of knowledge. Pairs in which either has no recognised verb are left out.

The figures describe a distribution. None of them says that a competency is covered: the ladder does.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from alignkit.analysis.coverage import Coverage, scope_of
from alignkit.analysis.shares import Share
from alignkit.library.index import FrameworkIndex, Placed, once

Cell = TypeVar("Cell", bound=Hashable)

# Webb (1999): with fewer items on a standard nothing can be concluded about it.
LEAST_HITS = 6
# Webb (1999): at least half of the objectives are hit, and half of the items are as deep as their objective.
LEAST_RANGE = 0.5
LEAST_DEPTH = 0.5


def range_of_knowledge(hits: Sequence[int]) -> Share:
    """Return how many of the objectives are hit at all (Webb's range-of-knowledge correspondence)."""
    return Share(sum(hit > 0 for hit in hits), len(hits))


def balance_of_representation(hits: Sequence[int]) -> Share:
    """Return how evenly the hits fall on the objectives that are hit: 1 - (sum of |1/O - I/H|) / 2 (Webb).

    O is the number of objectives hit, I the hits on one of them, H all hits. Kept exact:
    1 - sum |H - O I| / (2 O H).
    """
    hit = [each for each in hits if each > 0]
    objectives, total = len(hit), sum(hit)
    whole = 2 * objectives * total
    return Share(whole - sum(abs(total - objectives * each) for each in hit), whole)


def depth_consistency(levels: Iterable[tuple[int, int]]) -> Share:
    """Return how many items are at least as deep as their objective, from pairs of item's and objective's level."""
    pairs = tuple(levels)
    return Share(sum(item >= objective for item, objective in pairs), len(pairs))


def porter_alignment(one: Mapping[Cell, int], other: Mapping[Cell, int]) -> Share:
    """Return how alike two distributions are: 1 - (sum of |x - y|) / 2 over the proportions in each cell (Porter).

    Cells hold counts; a cell that is absent holds none. Two distributions of which one is empty have nothing in
    common.
    """
    first, second = sum(one.values()), sum(other.values())
    whole = 2 * first * second
    apart = sum(abs(one.get(cell, 0) * second - other.get(cell, 0) * first) for cell in {*one, *other})
    return Share(whole - apart, whole) if whole else Share(0, 1)


class Domain(Struct, frozen=True):
    """A domain of a framework, and the hits on each of its leaves in scope; no item where the tree has one level."""

    item: Placed | None
    leaves: tuple[Placed, ...]
    hits: tuple[int, ...]

    @property
    def concurrence(self) -> int:
        """Return how many hits the domain has (Webb's categorical concurrence asks for six)."""
        return sum(self.hits)

    @property
    def range(self) -> Share:
        """Return how many of its leaves are hit."""
        return range_of_knowledge(self.hits)

    @property
    def balance(self) -> Share:
        """Return how evenly the hits fall on the leaves that are hit."""
        return balance_of_representation(self.hits)


def domains(coverage: Coverage, serving: Mapping[str, Sequence[str]]) -> tuple[Domain, ...]:
    """Return the framework's domains in the publisher's order; `serving` names what hits each leaf, by reference."""
    return tuple(
        [
            Domain(item, leaves, tuple([len(serving.get(leaf.ref, ())) for leaf in leaves]))
            for item, leaves in _leaves_by_domain(coverage.framework, scope_of(coverage.use))
        ]
    )


@once
def _leaves_by_domain(
    framework: FrameworkIndex, scope: tuple[str, ...]
) -> tuple[tuple[Placed | None, tuple[Placed, ...]], ...]:
    """Return each domain with its leaves in scope; the leaves that stand at the top themselves have none."""
    below: dict[str, list[Placed]] = {}
    for leaf in framework.in_scope(scope):
        top = leaf.lineage[-1]
        below.setdefault("" if top == leaf.code else top, []).append(leaf)
    return tuple((framework.items.get(top), tuple(leaves)) for top, leaves in below.items())

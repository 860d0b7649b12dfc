"""One curriculum seen through any frameworks: what it covers directly, and what crosswalks infer from that."""

from collections.abc import Iterable

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage, Step, cover
from alignkit.analysis.crosswalk import Inferred, Legs, infer
from alignkit.model.curriculum import FrameworkUse


def frameworks_aligned_with(case: Case) -> tuple[str, ...]:
    """Return the frameworks with an item that an outcome aligns with, declared or not, in order."""
    return tuple(dict.fromkeys(link.reference.item.framework for link in case.links if link.reference.item))


def coverage_through(case: Case, framework_ids: Iterable[str], profession: str = "") -> dict[str, Coverage]:
    """Return how far each framework is covered, for all learners or those of one profession.

    One that the curriculum declares is looked at in the scope that it declares; any other one as a whole.
    """
    declared = {index.id: use for use, index in case.uses}
    links = case.links_for(profession)
    found = {}
    for framework_id in framework_ids:
        index = case.library.find(framework_id)
        if index:
            lens = FrameworkUse(origin=case.curriculum.origin, use=index.id, role="lens")
            found[index.id] = cover(declared.get(index.id, lens), index, links)
    return found


def covered_items(case: Case, profession: str = "") -> dict[str, Step]:
    """Return the step of each leaf item that is claimed in full, in scope or not, of every framework aligned with."""
    links = case.links_for(profession)
    found = {}
    for framework_id in frameworks_aligned_with(case):
        index = case.library.find(framework_id)
        lens = FrameworkUse(origin=case.curriculum.origin, use=framework_id, role="lens")
        items = cover(lens, index, links).items if index else ()
        found.update({each.item.ref: each.step for each in items if each.step >= Step.CLAIMED})
    return found


def aligned_items(case: Case) -> frozenset[str]:
    """Return the reference of each item that an outcome aligns with, in full or in part."""
    return frozenset(link.reference.item.ref for link in case.links if link.reference.item)


def inferred_items(case: Case, leading: Legs, profession: str = "") -> dict[str, Inferred]:
    """Return what the mappings infer from what is covered, by item reference; never an item that is aligned with."""
    return {each.ref: each for each in infer(covered_items(case, profession), aligned_items(case), leading)}

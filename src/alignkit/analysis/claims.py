"""How many leaf items of a framework each outcome claims."""

from collections.abc import Iterable, Mapping

from alignkit.analysis.case import Case


def claims(case: Case) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the leaf items that each outcome claims, in full or in part: framework -> outcome -> references."""
    found: dict[str, dict[str, dict[str, None]]] = {}
    for link in case.links:
        item = link.reference.item
        if item and item.is_leaf:
            found.setdefault(item.framework, {}).setdefault(link.outcome.id, {})[item.ref] = None
    return {framework: _counted(by_outcome) for framework, by_outcome in found.items()}


def _counted(by_outcome: Mapping[str, Mapping[str, None]]) -> dict[str, tuple[str, ...]]:
    return {outcome: tuple(refs) for outcome, refs in by_outcome.items()}


def median(numbers: Iterable[int]) -> str:
    """Return the middle of the numbers as people write it: "3", or "2.5" between two; "0" where there are none."""
    ordered = sorted(numbers)
    if not ordered:
        return "0"
    middle = len(ordered) // 2
    doubled = ordered[middle] + ordered[middle if len(ordered) % 2 else middle - 1]
    return f"{doubled // 2}.5" if doubled % 2 else str(doubled // 2)

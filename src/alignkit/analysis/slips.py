"""Where a slip of the keyboard may be why nothing aligns."""

from collections.abc import Collection, Iterator

from alignkit.analysis.case import Case


def suspects(case: Case, kinds: Collection[str]) -> tuple[str, ...]:
    """Return the frameworks of these kinds that an alignment may have meant and missed: as typed, and as meant."""
    return tuple(dict.fromkeys(name for name in _names(case, kinds) if name))


def _names(case: Case, kinds: Collection[str]) -> Iterator[str]:
    for link in case.links:
        framework = link.reference.framework
        if framework is None:
            yield link.reference.framework_id
            yield case.library.nearest_reference(link.alignment.to).partition(":")[0]
            # It may have meant any that the curriculum uses.
            yield from (index.id for _, index in case.uses if index.framework.kind in kinds)
        elif framework.framework.kind in kinds and link.reference.item is None:
            yield framework.id

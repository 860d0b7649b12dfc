"""What a curriculum aligns with, framework by framework: declared or not, in scope, in force, verified."""

from collections.abc import Iterator

from msgspec import Struct

from alignkit.analysis.case import Case, Link
from alignkit.findings import Span
from alignkit.library.index import FrameworkIndex
from alignkit.model.curriculum import FrameworkUse


def links_by_framework(case: Case) -> dict[str, tuple[Link, ...]]:
    """Return the alignments with items that exist, by framework, in order."""
    found: dict[str, list[Link]] = {}
    for link in case.links:
        if link.reference.item:
            found.setdefault(link.reference.item.framework, []).append(link)
    return {framework_id: tuple(links) for framework_id, links in found.items()}


def declared_uses(case: Case) -> dict[str, tuple[FrameworkUse, ...]]:
    """Return what the curriculum says of each framework that it declares, by the framework's id."""
    found: dict[str, list[FrameworkUse]] = {}
    for use in case.curriculum.frameworks:
        found.setdefault(case.library.id_of(use.use), []).append(use)
    return {framework_id: tuple(uses) for framework_id, uses in found.items()}


def declared_scope(framework_id: str, case: Case) -> tuple[str, ...]:
    """Return the branches to which the curriculum limits a framework; none where one of its uses takes it whole."""
    uses = declared_uses(case).get(framework_id, ())
    whole = not all(use.scope for use in uses)
    return () if whole else tuple(dict.fromkeys(mention.name for use in uses for mention in use.scope))


def out_of_scope(case: Case) -> Iterator[Link]:
    """Yield each alignment that no declared scope of its framework has; an unknown scope is not judged."""
    for framework_id, links in links_by_framework(case).items():
        index, branches = case.library.find(framework_id), set(declared_scope(framework_id, case))
        if index is None or not branches or not branches <= index.items.keys():
            continue
        above = {code for branch in branches for code in index.ancestry(branch)}
        for link in links:
            code = link.reference.code
            if code not in above and not branches.intersection(index.ancestry(code)):
                yield link


class Superseded(Struct, frozen=True):
    """An edition in use that its publisher replaced or withdrew: where it is named, and what a move would change.

    Of the codes aligned with, `kept` exist in the successor too, `gone` do not; an equal code need not mean the same.
    """

    framework: FrameworkIndex
    at: Span
    successor: FrameworkIndex | None
    kept: tuple[str, ...]
    gone: tuple[str, ...]


def superseded_editions(case: Case) -> Iterator[Superseded]:
    """Yield each superseded or withdrawn edition that the curriculum claims to follow or aligns with.

    One that it is only looked at through (`role: lens`) was chosen for that.
    """
    claimed = {case.library.id_of(use.use): use.at for use in case.curriculum.frameworks if use.role == "claim"}
    links = links_by_framework(case)
    places = {framework_id: found[0].alignment.at for framework_id, found in links.items()} | claimed
    for framework_id, at in places.items():
        index = case.library.find(framework_id)
        if index and index.framework.status != "current":
            codes = tuple(dict.fromkeys(link.reference.code for link in links.get(framework_id, ())))
            yield _superseded(index, at, case.library.successor(framework_id), codes)


def _superseded(
    index: FrameworkIndex, at: Span, successor: FrameworkIndex | None, codes: tuple[str, ...]
) -> Superseded:
    items = successor.items if successor else {}
    kept = tuple(code for code in codes if code in items)
    return Superseded(index, at, successor, kept, tuple(code for code in codes if code not in items))


class Unverified(Struct, frozen=True):
    """The items of one framework that are aligned with and whose text no source has confirmed.

    `aligned` is how many of its items are aligned with at all; `at` is the first alignment with one of `codes`.
    """

    framework_id: str
    at: Span
    codes: tuple[str, ...]
    aligned: int


def unverified_items(case: Case) -> Iterator[Unverified]:
    """Yield, for each framework of which such items are aligned with, which they are."""
    for framework_id, links in links_by_framework(case).items():
        aligned = {link.reference.code for link in links}
        places: dict[str, Span] = {}
        for link in links:
            if link.reference.item and not link.reference.item.item.verified:
                places.setdefault(link.reference.code, link.alignment.at)
        if places:
            yield Unverified(framework_id, next(iter(places.values())), tuple(places), len(aligned))

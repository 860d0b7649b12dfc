"""Webb's and Porter's indices as the report shows them: each with the numbers that it is worked out from."""

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage
from alignkit.analysis.emphasis import depth_of, emphasis
from alignkit.analysis.indices import domains
from alignkit.analysis.shares import Share


class DomainView(Struct, frozen=True):
    """One domain of a framework: how many hits its leaves have, how many are hit, how evenly.

    `code` is "" for the leaves of a framework that has one level only.
    """

    code: str
    title: str
    hits: tuple[int, ...]
    range: Share
    balance: Share


class IndicesView(Struct, frozen=True):
    """The indices of one framework; `depth` and `porter` are None where there is nothing to work them out from."""

    domains: tuple[DomainView, ...]
    depth: Share | None
    porter: Share | None


def indices_view(case: Case, coverage: Coverage) -> IndicesView:
    """Return the indices of the framework; the hits are the outcomes that serve a leaf in full."""
    depth, spread = depth_of(case, coverage), emphasis(case, coverage)
    return IndicesView(
        domains=tuple(
            DomainView(
                code=each.item.code if each.item else "",
                title=(each.item.item.title or each.item.item.text) if each.item else "",
                hits=each.hits,
                range=each.range,
                balance=each.balance,
            )
            for each in domains(coverage, case.links_for().full)
        ),
        depth=depth if depth.whole else None,
        porter=spread.alignment if spread.intended and spread.assessed else None,
    )

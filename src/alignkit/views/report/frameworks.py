"""A framework's chapter: which document it is, how far each step of the ladder is reached, its table, its indices."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage
from alignkit.analysis.crosswalk import Inferred
from alignkit.findings import Span
from alignkit.model.framework import Framework
from alignkit.views.coverage import FrameworkView, framework_view
from alignkit.views.crosswalk import InferredView, inferred_view
from alignkit.views.report.indices import IndicesView, indices_view
from alignkit.views.report.items import RowView, item_rows
from alignkit.views.report.matrix import MatrixView, matrix_view


class EditionView(Struct, frozen=True):
    """Which document a framework is, and how far our file of it can be relied on."""

    id: str
    name: str
    title: str
    edition: str
    status: str
    kind: str
    publisher: str
    jurisdictions: tuple[str, ...]
    professions: tuple[str, ...]
    citation: str
    url: str
    licence: str
    text_rights: str
    codes: str
    completeness: str
    leaves: int
    verified: int
    notes: tuple[str, ...]
    at: Span


class ChapterView(Struct, frozen=True):
    """One framework as the curriculum covers it.

    `declared` is where the curriculum declares it, None where it was only asked for. `inferred` and `related` are leaf
    items that crosswalks lead to; they are counted nowhere else.
    """

    edition: EditionView
    coverage: FrameworkView
    declared: Span | None
    rows: tuple[RowView, ...]
    matrix: MatrixView
    inferred: tuple[InferredView, ...]
    related: tuple[InferredView, ...]
    indices: IndicesView


def chapter_view(
    case: Case,
    coverage: Coverage,
    by_profession: Iterable[tuple[str, Coverage]],
    inferred: Mapping[str, Inferred],
) -> ChapterView:
    """Return the chapter of a framework."""
    found = [inferred[each.item.ref] for each in coverage.items if each.item.ref in inferred]
    counted = tuple(inferred_view(each, case.library) for each in found if each.counts)
    declared = next((use.at for use, index in case.uses if index is coverage.framework), None)
    return ChapterView(
        edition=_edition(coverage),
        coverage=framework_view(coverage, by_profession),
        declared=declared,
        rows=item_rows(case, coverage, {each.item.ref: each for each in counted}),
        matrix=matrix_view(case, coverage),
        inferred=counted,
        related=tuple(inferred_view(each, case.library) for each in found if not each.counts),
        indices=indices_view(case, coverage),
    )


def _edition(coverage: Coverage) -> EditionView:
    framework: Framework = coverage.framework.framework
    source = framework.source
    return EditionView(
        id=framework.id,
        name=framework.name,
        title=framework.title,
        edition=framework.edition,
        status=framework.status,
        kind=framework.kind,
        publisher=framework.publisher.name,
        jurisdictions=framework.jurisdictions,
        professions=framework.professions,
        citation=source.citation if source else "",
        url=source.url if source else "",
        licence=source.licence if source else "",
        text_rights=source.text if source else "",
        codes=framework.codes,
        completeness=framework.completeness,
        leaves=len(coverage.framework.leaves),
        verified=sum(leaf.item.verified for leaf in coverage.framework.leaves),
        notes=framework.notes,
        at=framework.at,
    )

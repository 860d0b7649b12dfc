"""The accreditation report of one curriculum: everything that it shows, in the order in which a reader needs it."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from alignkit import __version__
from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage
from alignkit.analysis.crosswalk import legs
from alignkit.analysis.professions import concerns
from alignkit.analysis.through import coverage_through, inferred_items
from alignkit.findings import Severity, Span
from alignkit.phrase import Day
from alignkit.rubrics.verdicts import Judgement
from alignkit.triage.triage import Checked
from alignkit.views.gaps import GapsView, gaps_view
from alignkit.views.report.elements import ElementView, element_views
from alignkit.views.report.evidence import CitedView, TakenPartView, cited_views, taken_part_views
from alignkit.views.report.found import FoundView, found_views
from alignkit.views.report.frameworks import ChapterView, chapter_view
from alignkit.views.report.identity import FactView, identity_view
from alignkit.views.report.parts import PartsView, parts_view
from alignkit.views.report.pictures import PicturesView, pictures_view
from alignkit.views.report.quality import QualityView, quality_view

# A chapter that nobody would read to its end helps nobody; `alignkit gaps` shows the rest.
MOST_GAPS = 20


class Asked(Struct, frozen=True):
    """What a report is to show: the frameworks by id, and what of a jurisdiction is left out, each with the reason."""

    frameworks: tuple[str, ...]
    jurisdictions: tuple[str, ...] = ()
    left_out: tuple["LeftOutView", ...] = ()
    day: Day | None = None


class LeftOutView(Struct, frozen=True):
    """A framework of a jurisdiction that the report does not look at: "superseded", "withdrawn" or "profession"."""

    id: str
    name: str
    because: str


class InputView(Struct, frozen=True):
    """A file that the report rests on, and the SHA-256 of its bytes."""

    file: str
    sha256: str


class ReportView(Struct, frozen=True):
    """Everything that the report shows."""

    id: str
    title: str
    kind: str
    file: str
    at: Span
    alignkit: str
    asked: Asked
    statement: str
    identity: tuple[FactView, ...]
    learners: tuple[str, ...]
    quality: tuple[QualityView, ...]
    chapters: tuple[ChapterView, ...]
    pictures: PicturesView
    parts: PartsView
    elements: tuple[ElementView, ...]
    taken_part: tuple[TakenPartView, ...]
    cited: tuple[CitedView, ...]
    found: tuple[FoundView, ...]
    gaps: GapsView
    inputs: tuple[InputView, ...]

    def number(self, severity: Severity) -> int:
        """Return how many findings of the severity stand."""
        return sum(each.severity is severity and each.excused is None for each in self.found)

    @property
    def excused(self) -> int:
        """Return how many findings are excused."""
        return sum(each.excused is not None for each in self.found)

    @property
    def unverified(self) -> int:
        """Return how many items in scope rest on a text that no source has confirmed yet."""
        return sum(chapter.coverage.unverified for chapter in self.chapters)


def report_view(
    case: Case, judgements: Iterable[Judgement], checked: Checked, asked: Asked, inputs: tuple[InputView, ...]
) -> ReportView:
    """Return the report on the curriculum through the frameworks that are asked for."""
    curriculum, coverages = case.curriculum, coverage_through(case, asked.frameworks)
    files = frozenset((curriculum.origin.file, *(module.origin.file for module in case.modules)))
    return ReportView(
        id=curriculum.id,
        title=curriculum.title,
        kind=curriculum.kind,
        file=curriculum.origin.file,
        at=curriculum.place("title"),
        alignkit=__version__,
        asked=asked,
        statement=curriculum.rationale.statement if curriculum.rationale else "",
        identity=identity_view(case),
        learners=case.professions,
        quality=tuple(quality_view(case, judgement) for judgement in judgements),
        chapters=_chapters(case, coverages),
        pictures=pictures_view(case, coverages.values()),
        parts=parts_view(case),
        elements=element_views(case),
        taken_part=taken_part_views(case),
        cited=cited_views(case),
        found=found_views(checked, files),
        gaps=gaps_view(case, coverages.values(), limit=MOST_GAPS),
        inputs=inputs,
    )


def _chapters(case: Case, coverages: Mapping[str, Coverage]) -> tuple[ChapterView, ...]:
    inferred = inferred_items(case, legs(case.library.crosswalks(), case.library))
    professions = {name: coverage_through(case, coverages, name) for name in case.professions if name != "all"}
    chapters = []
    for id_, coverage in coverages.items():
        theirs = [(name, covers[id_]) for name, covers in professions.items() if concerns(coverage, name)]
        chapters.append(chapter_view(case, coverage, theirs, inferred))
    return tuple(chapters)

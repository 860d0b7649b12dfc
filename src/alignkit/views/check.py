"""What `check` shows: findings with the lines they speak of, coverage, verdicts, and a summary."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.findings import Finding, Severity
from alignkit.rubrics.verdicts import Judgement
from alignkit.triage.triage import Checked
from alignkit.views.coverage import FrameworkView, framework_views


class FindingView(Struct, frozen=True):
    """A finding, and the line of the file that it speaks of ("" where there is none)."""

    finding: Finding
    excerpt: str


class CurriculumView(Struct, frozen=True):
    """One curriculum: what it is, how much of each framework it covers, what its quality amounts to."""

    id: str
    title: str
    kind: str
    file: str
    size: Mapping[str, int]
    frameworks: tuple[FrameworkView, ...]
    judgements: tuple[Judgement, ...]


class CheckView(Struct, frozen=True):
    """Everything that one run of `check` has to say, in the order in which it is said."""

    findings: tuple[FindingView, ...]
    waived: int
    curricula: tuple[CurriculumView, ...]
    files: int
    unparsed: tuple[str, ...]
    passed_over: tuple[str, ...]
    fail_on: str
    refused: int = 0
    """How many settings of the project file name a rule that does not exist."""

    def number(self, severity: Severity) -> int:
        """Return how many findings of the severity are shown."""
        return sum(view.finding.severity is severity for view in self.findings)

    @property
    def failing(self) -> int:
        """Return how many findings are at or above the severity that fails the run."""
        if self.fail_on == "never":
            return 0
        least = Severity(self.fail_on).rank
        return sum(view.finding.severity.rank >= least for view in self.findings)

    @property
    def status(self) -> int:
        """Return the exit status: 0 all well, 1 findings that fail the run, 2 a file or a setting of no use."""
        if self.unparsed or self.refused:
            return 2
        return 1 if self.failing else 0


def check_view(checked: Checked, judgements: Mapping[str, Sequence[Judgement]], fail_on: str) -> CheckView:
    """Return what is shown of a checked examination; `judgements` are by the file of the curriculum."""
    workspace = checked.examination.workspace
    texts = {file.file: file.text for file in workspace.files}
    return CheckView(
        findings=tuple(_with_excerpts(_gravest_first(checked.shown), texts)),
        waived=len(checked.waived.waived),
        curricula=tuple(
            _curriculum_view(examined.case, tuple(judgements[examined.case.curriculum.origin.file]))
            for examined in checked.examination.curricula
        ),
        files=len(workspace.files),
        unparsed=workspace.unparsed,
        passed_over=workspace.passed_over,
        fail_on=fail_on,
        refused=len(checked.refused),
    )


def _gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return the errors, then the warnings, then the rest, each in the order in which they came."""
    return sorted(findings, key=lambda finding: -finding.severity.rank)


def _with_excerpts(findings: Iterable[Finding], texts: Mapping[str, str]) -> Iterable[FindingView]:
    lines: dict[str, list[str]] = {}
    for finding in findings:
        file = finding.at.file
        if file not in lines:
            lines[file] = texts.get(file, "").split("\n")
        known = lines[file]
        yield FindingView(finding, known[finding.at.line - 1] if finding.at.line <= len(known) else "")


def _curriculum_view(case: Case, judgements: tuple[Judgement, ...]) -> CurriculumView:
    curriculum = case.curriculum
    size = {
        "outcomes": len(case.outcomes),
        "modules": len(case.modules),
        "activities": len(case.activities),
        "assessments": len(case.assessments),
    }
    return CurriculumView(
        id=curriculum.id,
        title=curriculum.title,
        kind=curriculum.kind,
        file=curriculum.origin.file,
        size=size,
        frameworks=framework_views(case),
        judgements=judgements,
    )

"""What `check` shows: findings with the lines they speak of, coverage, verdicts, and a summary."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from alignkit.findings import Finding, Severity, Span
from alignkit.model.baseline import Accepted
from alignkit.rubrics.verdicts import Judgement
from alignkit.rules.examine import Examined
from alignkit.source.comments import Suppression
from alignkit.triage.triage import Checked
from alignkit.views.coverage import FrameworkView, framework_views
from alignkit.views.rules import RuleView


class FindingView(Struct, frozen=True):
    """A finding, and the line of the file that it speaks of ("" where there is none)."""

    finding: Finding
    excerpt: str


class ExcusedView(Struct, frozen=True):
    """A finding that is set aside, with the reason given and where it is given: in the file, or in the baseline."""

    shown: FindingView
    reason: str
    at: Span
    in_file: bool = True


class CurriculumView(Struct, frozen=True):
    """One curriculum: what it is, how much of each framework it covers, what its quality amounts to."""

    id: str
    title: str
    kind: str
    file: str
    size: Mapping[str, int]
    frameworks: tuple[FrameworkView, ...]
    judgements: tuple[Judgement, ...]
    files: tuple[str, ...] = ()
    """The files that it consists of, its own first."""
    silent: tuple[str, ...] = ()
    """Codes of the rules that could not judge it, since a value that they read could not be read."""


class Since(Struct, frozen=True):
    """The base that a run is compared with, and how many findings are not shown, since the base has them as well.

    `unread` are files that could not be read in the base: all that is found in them counts as new.
    """

    base: str
    known: int
    unread: tuple[str, ...] = ()


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
    excused: tuple[ExcusedView, ...] = ()
    rules: tuple[RuleView, ...] = ()
    """The rules that were asked to judge, for formats that list them; () where nobody asked for that."""
    accepted: int = 0
    """How many findings the baseline accepts."""
    since: Since | None = None
    """Where the run is compared with a base: only what is new or lost is among the findings."""

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


def check_view(
    checked: Checked,
    judgements: Mapping[str, Sequence[Judgement]],
    fail_on: str,
    rules: tuple[RuleView, ...] = (),
    since: Since | None = None,
) -> CheckView:
    """Return what is shown of a checked examination; `judgements` are by the file of the curriculum."""
    workspace = checked.examination.workspace
    texts = {file.file: file.text for file in workspace.files}
    return CheckView(
        findings=tuple(_with_excerpts(_gravest_first(checked.shown), texts)),
        waived=len(checked.waived.waived),
        curricula=tuple(
            _curriculum_view(examined, tuple(judgements[examined.case.curriculum.origin.file]))
            for examined in checked.examination.curricula
        ),
        files=len(workspace.files),
        unparsed=workspace.unparsed,
        passed_over=workspace.passed_over,
        fail_on=fail_on,
        refused=len(checked.refused),
        excused=tuple(_excused(checked, texts)),
        rules=rules,
        accepted=len(checked.accepted),
        since=since,
    )


def _excused(checked: Checked, texts: Mapping[str, str]) -> Iterable[ExcusedView]:
    aside: tuple[tuple[Finding, Suppression | Accepted], ...] = (*checked.excused, *checked.accepted)
    for view, (_, excuse) in zip(_with_excerpts((finding for finding, _ in aside), texts), aside, strict=True):
        yield ExcusedView(view, excuse.reason, excuse.at, in_file=isinstance(excuse, Suppression))


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


def _curriculum_view(examined: Examined, judgements: tuple[Judgement, ...]) -> CurriculumView:
    case = examined.case
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
        files=tuple(dict.fromkeys((curriculum.origin.file, *(module.origin.file for module in case.modules)))),
        silent=tuple(result.rule.code for result in examined.results if result.silent),
    )

"""What is shown of a change: each curriculum's parts, coverage and verdicts, and the findings that came and went."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.contents import KeyChange, changed_keys
from alignkit.analysis.coverage import STEPS, Step
from alignkit.analysis.diff import Change, PartChange
from alignkit.analysis.ladders import Ladder, Rung
from alignkit.findings import Finding, Severity
from alignkit.model.project import Project
from alignkit.rubrics.verdicts import Judged, Judgement
from alignkit.rules.compare import Comparison, Matched
from alignkit.triage.since import Changed, New, only
from alignkit.triage.triage import Checked

_LOST = "C109"


class RungView(Struct, frozen=True):
    """An item that moved on the ladder: from one step to another, with what makes it special."""

    code: str
    before: str
    after: str
    note: str = ""


class StepsView(Struct, frozen=True):
    """A step: how many items are there before, before but by the framework of now, and after; None: not declared."""

    step: str
    before: int | None
    through: int | None
    after: int | None


class LadderView(Struct, frozen=True):
    """One framework of a curriculum, before and after."""

    before: str
    after: str
    name: str
    totals: StepsView
    steps: tuple[StepsView, ...]
    lost: tuple[RungView, ...]
    gained: tuple[RungView, ...]
    framework_lost: tuple[RungView, ...]
    framework_gained: tuple[RungView, ...]
    use: tuple[KeyChange, ...]
    came: tuple[str, ...]
    left: tuple[str, ...]
    reworded: tuple[str, ...]


class VerdictChange(Struct, frozen=True):
    """A criterion or a characteristic that came out otherwise."""

    rubric: str
    id: str
    title: str
    before: str
    after: str


class CurriculumDiff(Struct, frozen=True):
    """One curriculum before and after; parts that are the same are not among its changes."""

    before: str
    after: str
    title: str
    files: tuple[str, str]
    keys: tuple[KeyChange, ...]
    outcomes: tuple[PartChange, ...]
    modules: tuple[PartChange, ...]
    activities: tuple[PartChange, ...]
    assessments: tuple[PartChange, ...]
    ladders: tuple[LadderView, ...]
    verdicts: tuple[VerdictChange, ...]

    @property
    def is_change(self) -> bool:
        """Say whether anything is different."""
        parts = self.outcomes or self.modules or self.activities or self.assessments
        named = self.before != self.after or self.files[0] != self.files[1]
        return bool(named or self.keys or parts or self.ladders or self.verdicts)


class Whole(Struct, frozen=True):
    """A curriculum that was added or removed: what it is, and the frameworks with the items that it claims."""

    id: str
    title: str
    file: str
    claims: tuple[tuple[str, int, int], ...]


class DiffView(Struct, frozen=True):
    """Everything that one run of `diff` has to say."""

    base: str
    head: str
    curricula: tuple[CurriculumDiff, ...]
    added: tuple[Whole, ...]
    removed: tuple[Whole, ...]
    settings: tuple[KeyChange, ...]
    new: tuple[New, ...]
    fixed: tuple[Finding, ...]
    excused: tuple[tuple[Finding, str], ...]
    known: int
    unread: tuple[tuple[str, str], ...]
    """Files that could not be read, each with the side that it could not be read on."""
    fail_on: str
    unparsed: bool
    refused: int = 0

    @property
    def findings(self) -> tuple[New, ...]:
        """Return the new findings without those on losses, which the ladders show."""
        return tuple(each for each in self.new if each.finding.code != _LOST)

    @property
    def losses(self) -> tuple[Finding, ...]:
        """Return the findings on what was lost and is not excused."""
        return tuple(finding for finding in only(self.new) if finding.code == _LOST)

    @property
    def failing(self) -> int:
        """Return how many new findings, losses among them, are at or above the severity that fails the run."""
        if self.fail_on == "never":
            return 0
        least = Severity(self.fail_on).rank
        return sum(finding.severity.rank >= least for finding in only(self.new))

    @property
    def status(self) -> int:
        """Return the exit status: 2 where the later side cannot be read, 1 where something failing is new or lost."""
        if self.unparsed or self.refused:
            return 2
        return 1 if self.failing else 0

    @property
    def is_change(self) -> bool:
        """Say whether there is anything to tell."""
        parts = self.curricula or self.added or self.removed or self.settings or self.unread
        return bool(parts or self.new or self.fixed or self.excused)


Judgements = Mapping[str, Sequence[Judgement]]


class Compared(Struct, frozen=True):
    """One side of a comparison: its name, what was found, the verdicts by file, its settings."""

    name: str
    checked: Checked
    judgements: Judgements
    settings: Project | None


def diff_view(base: Compared, head: Compared, comparison: Comparison, changed: Changed, fail_on: str) -> DiffView:
    """Return what is shown of a change from base to head."""
    curricula = (_curriculum_diff(matched, base.judgements, head.judgements) for matched in comparison.matched)
    there, now = base.checked.examination.workspace, head.checked.examination.workspace
    unread = [(file, base.name) for file in there.unparsed] + [(file, head.name) for file in now.unparsed]
    return DiffView(
        base=base.name,
        head=head.name,
        curricula=tuple(each for each in curricula if each.is_change),
        added=tuple(map(_whole, comparison.added)),
        removed=tuple(map(_whole, comparison.removed)),
        settings=changed_keys(base.settings, head.settings) if base.settings and head.settings else (),
        new=changed.new,
        fixed=changed.fixed,
        excused=changed.excused,
        known=changed.known,
        unread=tuple(sorted(unread)),
        fail_on=fail_on,
        unparsed=bool(now.unparsed),
        refused=len(head.checked.refused),
    )


def _whole(case: Case) -> Whole:
    curriculum = case.curriculum
    claims = ((each.framework.id, each.reached(Step.CLAIMED), each.total) for each in case.coverage)
    return Whole(curriculum.id, curriculum.title, curriculum.origin.file, tuple(claims))


def _curriculum_diff(matched: Matched, before: Judgements, after: Judgements) -> CurriculumDiff:
    change: Change = matched.change
    one, other = change.before.curriculum, change.after.curriculum
    files = (one.origin.file, other.origin.file)
    return CurriculumDiff(
        before=matched.before,
        after=matched.after,
        title=other.title,
        files=files,
        keys=change.keys,
        outcomes=change.outcomes,
        modules=change.modules,
        activities=change.activities,
        assessments=change.assessments,
        ladders=tuple(_ladder_view(ladder) for ladder in change.ladders if ladder.is_change),
        verdicts=tuple(_verdicts(before.get(files[0], ()), after.get(files[1], ()))),
    )


def _ladder_view(ladder: Ladder) -> LadderView:
    before, through, after = ladder.coverages
    shown = after or through or before
    return LadderView(
        before=ladder.before,
        after=ladder.after,
        name=shown.framework.framework.name if shown else ladder.before,
        totals=StepsView("items", *(each.total if each else None for each in ladder.coverages)),
        steps=tuple(
            StepsView(step.word, *(each.reached(step) if each else None for each in ladder.coverages)) for step in STEPS
        ),
        lost=tuple(_rung_view(rung) for rung in ladder.lost),
        gained=tuple(_rung_view(rung) for rung in ladder.gained),
        framework_lost=tuple(_rung_view(rung) for rung in ladder.framework_lost),
        framework_gained=tuple(_rung_view(rung) for rung in ladder.framework_gained),
        use=ladder.use,
        came=ladder.edition.came,
        left=ladder.edition.left,
        reworded=ladder.edition.reworded,
    )


def _rung_view(rung: Rung) -> RungView:
    note = rung.because or ("claimed only in part" if rung.partial else "")
    return RungView(rung.item.code, rung.before.word, rung.after.word, note)


def _verdicts(before: Sequence[Judgement], after: Sequence[Judgement]) -> Iterator[VerdictChange]:
    """Yield the characteristics and criteria of each rubric that came out otherwise, in the rubric's order."""
    earlier = {judgement.rubric.id: judgement for judgement in before}
    for judgement in after:
        was = dict(_every(earlier[judgement.rubric.id])) if judgement.rubric.id in earlier else {}
        for id_, (title, verdict) in _every(judgement):
            if id_ in was and was[id_][1] != verdict:
                yield VerdictChange(judgement.rubric.id, id_, title, was[id_][1], verdict)


def _every(judgement: Judgement) -> Iterator[tuple[str, tuple[str, str]]]:
    yield from map(_one, judgement.preconditions)
    for each in judgement.characteristics:
        yield each.characteristic.id, (each.characteristic.title, each.verdict.value)
        yield from map(_one, each.criteria)


def _one(judged: Judged) -> tuple[str, tuple[str, str]]:
    return judged.criterion.id, (judged.criterion.title, judged.verdict.value)

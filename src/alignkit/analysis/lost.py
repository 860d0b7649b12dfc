"""What a change loses on the ladder, told by what had carried it: one loss for each mistake, not for each item."""

from collections.abc import Hashable, Iterator

from msgspec import Struct

from alignkit.analysis.coverage import Step
from alignkit.analysis.diff import Change
from alignkit.analysis.ladders import Ladder, Rung
from alignkit.findings import Span


class Loss(Struct, frozen=True):
    """Items of one framework that fell from one step to another because of the same outcomes."""

    ladder: Ladder
    rungs: tuple[Rung, ...]
    outcomes: tuple[str, ...]
    """The outcomes that had carried them, by their ids now, or by those before where they are gone."""
    carried: tuple[str, ...]
    """What else had: the activities of what was taught, the assessments of what was assessed, by their ids before."""
    at: Span

    @property
    def first(self) -> Rung:
        """Return the first of the items; all of them fell alike."""
        return self.rungs[0]


def losses(change: Change) -> Iterator[Loss]:
    """Yield what was lost, framework by framework, in the publisher's order."""
    for ladder in change.ladders:
        groups: dict[Hashable, list[Rung]] = {}
        for rung in ladder.lost:
            outcomes = rung.was.outcomes if rung.was else ()
            alike = rung.because or (outcomes, rung.before, rung.after, rung.partial)
            groups.setdefault(alike, []).append(rung)
        for rungs in groups.values():
            yield _loss(change, ladder, tuple(rungs))


def _loss(change: Change, ladder: Ladder, rungs: tuple[Rung, ...]) -> Loss:
    was = rungs[0].was
    before = was.outcomes if was else ()
    now = () if rungs[0].because else tuple(change.outcome_names.get(id_, id_) for id_ in before)
    carried = (was.assessments if rungs[0].before >= Step.ASSESSED else was.activities) if was else ()
    return Loss(ladder, rungs, now, carried, _place(change, ladder, rungs[0], before))


def _place(change: Change, ladder: Ladder, rung: Rung, before: tuple[str, ...]) -> Span:
    """Return the line to look at: the outcome that had carried it, else where the framework is or was declared."""
    there = [change.outcome_names[id_] for id_ in before if id_ in change.outcome_names]
    if there and not rung.because:
        return change.after.outcomes[there[0]].at
    use = next((use for use, index in change.after.uses if index.id == ladder.after), None)
    return use.at if use else change.after.curriculum.key_place("frameworks")

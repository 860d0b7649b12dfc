"""What is shown after a save: findings that came and went, and coverage that moved."""

from collections.abc import Iterator

from msgspec import Struct

from alignkit.findings import Finding
from alignkit.triage.since import Changed, only
from alignkit.views.check import CheckView


class Moved(Struct, frozen=True):
    """A step of a framework at which another number of items is than before."""

    curriculum: str
    framework: str
    step: str
    before: int
    after: int
    total: int


class News(Struct, frozen=True):
    """What a save changed, and the state that it left."""

    new: tuple[Finding, ...]
    fixed: tuple[Finding, ...]
    excused: tuple[Finding, ...]
    moved: tuple[Moved, ...]
    view: CheckView

    @property
    def any(self) -> bool:
        """Say whether there is anything to tell."""
        return bool(self.new or self.fixed or self.excused or self.moved)


def news_view(before: CheckView | None, now: CheckView, changed: Changed | None) -> News:
    """Return what is told of a save; where there was nothing before it, all that is found is new."""
    if before is None or changed is None:
        return News(tuple(shown.finding for shown in now.findings), (), (), (), now)
    excused = tuple(finding for finding, _ in changed.excused)
    return News(only(changed.new), changed.fixed, excused, tuple(_moved(before, now)), now)


def _moved(before: CheckView, now: CheckView) -> Iterator[Moved]:
    earlier = {
        (curriculum.id, framework.id, step.step): step.reached
        for curriculum in before.curricula
        for framework in curriculum.frameworks
        for step in framework.steps
    }
    for curriculum in now.curricula:
        for framework in curriculum.frameworks:
            for step in framework.steps:
                was = earlier.get((curriculum.id, framework.id, step.step), 0)
                if was != step.reached:
                    yield Moved(curriculum.id, framework.id, step.step, was, step.reached, framework.total)

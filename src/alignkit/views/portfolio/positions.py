"""Which curricula reach each step of each item, by their positions: a few bytes for each, for data that names them."""

from array import array

from alignkit.analysis.coverage import STEPS
from alignkit.views.portfolio.study import Study


class Positions:
    """The positions so far, each counted from 0 in the order of files."""

    def __init__(self) -> None:
        """Begin with no curriculum."""
        self._next = 0
        self._used: dict[str, array[int]] = {}
        self._reached: dict[str, tuple[array[int], array[int]]] = {}

    def add(self, study: Study) -> None:
        """Note one more curriculum."""
        for framework in study.frameworks:
            self._used.setdefault(framework.id, array("L")).append(self._next)
            for item in framework.items:
                places, steps = self._reached.setdefault(item.ref, (array("L"), array("B")))
                places.append(self._next)
                steps.append(item.step)
        self._next += 1

    def using(self, framework_id: str) -> list[int]:
        """Return the curricula that look through a framework."""
        return list(self._used.get(framework_id, ()))

    def reaching(self, ref: str) -> dict[str, list[int]]:
        """Return for each step, by its word, the curricula in which an item got to it or further."""
        reached = self._reached.get(ref, ((), ()))
        return {step.word: [place for place, got in zip(*reached, strict=True) if got >= step] for step in STEPS}

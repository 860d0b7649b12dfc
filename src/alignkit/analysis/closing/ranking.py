"""Which gap comes first: keys in an order that is written down, each of which can be checked by hand."""

from msgspec import Struct

from alignkit.analysis.closing.gap import Lack, OpenGap
from alignkit.analysis.closing.ground import Ground
from alignkit.analysis.coverage import Step
from alignkit.phrase import Phrase

_BINDING = ("regulator", "legislation")


class Rank(Struct, frozen=True):
    """Where a gap stands among others; of gaps over several frameworks each key is the best of any of its items."""

    missed: bool
    """A declared target of the framework is missed, and the item stands below the step of that target."""
    claimed: bool
    """The curriculum says that it aligns with the framework; it is no lens, nor undeclared."""
    binding: tuple[str, ...]
    """The professions of the learners for which a regulator or the law made the framework."""
    closed: int
    """How many items one act takes all the way to the step wanted."""
    step: Step
    place: tuple[int, int]
    """The order of the frameworks, and in it the publisher's order of items."""

    @property
    def key(self) -> tuple[bool, bool, bool, int, int, tuple[int, int]]:
        """Return what gaps are sorted by."""
        return (not self.missed, not self.claimed, not self.binding, -self.closed, self.step, self.place)

    @property
    def why(self) -> tuple[Phrase, ...]:
        """Return what puts it there, in the order of the keys."""
        closes = Phrase("one act takes {n} items there", {"n": self.closed}, one="one act takes 1 item there")
        parts = (
            Phrase("a declared target is missed") if self.missed else None,
            _CLAIMED if self.claimed else _UNCLAIMED,
            Phrase("binding for {professions}", {"professions": self.binding}) if self.binding else None,
            closes if self.closed else Phrase("it takes more than one act"),
        )
        return tuple(part for part in parts if part)


_CLAIMED = Phrase("the curriculum claims the framework")
_UNCLAIMED = Phrase("the curriculum does not claim the framework")
# What the keys are, in words, for whoever reads a ranked list.
KEYS = (
    Phrase("whether a declared target of the framework is missed"),
    Phrase("whether the curriculum claims the framework"),
    Phrase("whether a regulator or the law made it for the learners' own professions"),
    Phrase("how many items one act takes all the way"),
    Phrase("the lower step"),
    Phrase("the publisher's order"),
)


def rank(gap: OpenGap, ground: Ground) -> Rank:
    """Return where the gap stands."""
    frameworks = [coverage.framework.id for coverage in ground.coverages]
    binding = (name for lack in gap.lacks for name in _binding(lack, ground))
    return Rank(
        missed=not gap.profession and any(_misses_target(lack, ground) for lack in gap.lacks),
        claimed=any(lack.coverage.use.role == "claim" for lack in gap.lacks),
        binding=tuple(dict.fromkeys(binding)),
        closed=gap.closed,
        step=gap.step,
        place=min((frameworks.index(lack.covered.item.framework), lack.covered.item.order) for lack in gap.lacks),
    )


def _misses_target(lack: Lack, ground: Ground) -> bool:
    return any(check.step > lack.covered.step for check in ground.wanted[lack.coverage.framework.id].missed)


def _binding(lack: Lack, ground: Ground) -> tuple[str, ...]:
    """Return the learners' professions for which the item's framework is binding."""
    framework, for_ = lack.coverage.framework.framework, lack.coverage.use.for_
    if framework.kind not in _BINDING:
        return ()
    named = {for_} if for_ else set(framework.professions)
    return tuple(name for name in ground.case.professions if name in named or "all" in named)

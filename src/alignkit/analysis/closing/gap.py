"""The values that this package is about: what an item lacks, what may close it, and both together."""

from enum import Enum

from msgspec import Struct

from alignkit.analysis.coverage import Coverage, ItemCoverage, Step
from alignkit.phrase import Phrase
from alignkit.source.pastes import Paste

MOST = 3
"""How many proposals a gap has at most: places to choose from, not a list to work through."""


class Lack(Struct, frozen=True):
    """A leaf item that stopped below the step that it should reach."""

    covered: ItemCoverage
    coverage: Coverage
    wanted: Step

    @property
    def ref(self) -> str:
        """Return the item as a curriculum names it."""
        return self.covered.item.ref

    @property
    def branch(self) -> str:
        """Return the item that it stands under, as framework:code; at the top of a framework that is framework:."""
        return f"{self.covered.item.framework}:{self.covered.item.parent}"


class Act(Enum):
    """What a proposal asks a person to do."""

    WIDEN = "widen-alignment"
    ALIGN = "align-outcome"
    WRITE = "write-outcome"
    EXTEND_ACTIVITY = "add-to-activity"
    NEW_ACTIVITY = "new-activity"
    EXTEND_ASSESSMENT = "add-to-assessment"
    NEW_ASSESSMENT = "new-assessment"
    MAKE_SUMMATIVE = "make-summative"
    STATE_CRITERIA = "state-criteria"
    OPEN_ACTIVITY = "open-activity"


class Effect(Struct, frozen=True):
    """What a proposal does once it is pasted: how many items get to the step wanted, and the least that any gets to."""

    closed: int
    least: Step


class Proposal(Struct, frozen=True):
    """One place at which a gap may be closed: what to do there, why there, and what to paste."""

    act: Act
    what: Phrase
    why: Phrase
    effect: Effect
    pastes: tuple[Paste, ...]


class OpenGap(Struct, frozen=True):
    """Items that stopped at one step for one reason, so that one act may take all of them further.

    `outcomes` are those that hold them there; `profession` is whose learners miss them, or "" for all learners.
    """

    step: Step
    lacks: tuple[Lack, ...]
    proposals: tuple[Proposal, ...] = ()
    outcomes: tuple[str, ...] = ()
    profession: str = ""

    @property
    def closed(self) -> int:
        """Return how many items the best of the proposals takes all the way to the step wanted."""
        return max((proposal.effect.closed for proposal in self.proposals), default=0)

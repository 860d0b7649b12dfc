"""Which step the items of a framework should reach, and what is said of that."""

from msgspec import Struct

from alignkit.analysis.coverage import Coverage, Step
from alignkit.analysis.targets import TargetCheck, target_checks

# Where neither the call nor a target says otherwise: what nothing assesses, nobody can be shown.
DEFAULT = Step.ASSESSED


class Wanted(Struct, frozen=True):
    """The step that items should reach: because of the missed target, or else because it was asked for or is usual."""

    step: Step
    missed: tuple[TargetCheck, ...]
    """The declared targets that are missed, from the lowest step up."""
    asked: bool


def wanted(coverage: Coverage, asked: Step | None) -> Wanted:
    """Return the step asked for; else the highest with a declared target that is missed; else `assessed`."""
    missed = tuple(check for check in target_checks(coverage) if not check.met)
    if asked is not None:
        return Wanted(asked, missed, asked=True)
    return Wanted(missed[-1].step if missed else DEFAULT, missed, asked=False)

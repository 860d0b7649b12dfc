"""The hits of the rules on outcomes that hold items at one step of the ladder."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Step
from alignkit.analysis.gaps import gaps
from alignkit.findings import Severity
from alignkit.phrase import Fact, Few, Whole
from alignkit.rules.base import Hit
from alignkit.wording import count


def hits_at(step: Step, case: Case) -> Iterator[Hit]:
    """Yield a hit for each outcome that holds items at the step: an error where a missed target is for want of it."""
    for gap in gaps(step, case.coverage, case.outcomes):
        facts: dict[str, Fact] = {
            "outcome": gap.outcome.id,
            "items": Few(gap.refs, 5),
            "count": count(len(gap.items), "item"),
            "target": Whole(gap.arithmetic),
        }
        yield Hit(
            at=gap.outcome.at,
            facts=facts,
            subject=gap.outcome.id,
            scope=(gap.outcome.id, *gap.missed_frameworks),
            severity=Severity.ERROR if gap.missed else None,
        )

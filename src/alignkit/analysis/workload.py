"""The hours of activities and assessments against the workload that the curriculum states."""

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.shares import ONE, billionths, decimal


class HoursCheck(Struct, frozen=True):
    """The hours listed against the hours stated, all in billionths of an hour.

    `key` says what the workload was stated as, `low` and `high` what that means in hours, `tolerance` how far
    outside of them is still all right. `silent` counts the assessments that state no hours.
    """

    key: str
    stated: int
    low: int
    high: int
    activities: int
    assessments: int
    tolerance: int
    silent: int

    @property
    def listed(self) -> int:
        """Return the hours of activities and assessments together."""
        return self.activities + self.assessments

    @property
    def too_many(self) -> bool:
        """Say whether more hours are listed than stated, beyond the tolerance."""
        return self.listed * ONE > self.high * (ONE + self.tolerance)

    @property
    def too_few(self) -> bool:
        """Say whether fewer are listed; assessments that state no hours may well make up for what is missing."""
        return not self.silent and self.listed * ONE < self.low * (ONE - self.tolerance)

    @property
    def meant(self) -> str:
        """Return the hours that the workload amounts to: "75", or "75 to 90"."""
        return decimal(self.low) if self.low == self.high else f"{decimal(self.low)} to {decimal(self.high)}"


def hours_check(case: Case) -> HoursCheck | None:
    """Return the comparison, or None where no workload is stated or an activity does not state its hours."""
    key, stated, low, high = _workload(case)
    activities = [activity.hours for activity in case.activities.values()]
    known = [hours for hours in activities if hours is not None]
    if not key or not activities or len(known) < len(activities):
        return None
    assessments = [assessment.hours for assessment in case.assessments.values()]
    return HoursCheck(
        key=key,
        stated=stated,
        low=low,
        high=high,
        activities=sum(map(billionths, known)),
        assessments=sum(billionths(hours) for hours in assessments if hours is not None),
        tolerance=billionths(case.thresholds.hours_tolerance),
        silent=assessments.count(None),
    )


def stated_hours(case: Case) -> int | None:
    """Return the fewest hours that the stated workload means, in billionths, or None where none is stated."""
    key, _, low, _ = _workload(case)
    return low if key else None


def _workload(case: Case) -> tuple[str, int, int, int]:
    """Return which key states the workload, its value, and the fewest and most hours that it means.

    Hours are believed before credits; whether the two agree is another rule's business (M103).
    """
    workload = case.curriculum.workload
    if workload is None:
        return "", 0, 0, 0
    if workload.hours is not None:
        hours = billionths(workload.hours)
        return "hours", hours, hours, hours
    if workload.ects is not None:
        credit = billionths(workload.ects)
        low, high = case.thresholds.hours_per_ects_low, case.thresholds.hours_per_ects_high
        return "ects", credit, credit * billionths(low) // ONE, credit * billionths(high) // ONE
    return "", 0, 0, 0

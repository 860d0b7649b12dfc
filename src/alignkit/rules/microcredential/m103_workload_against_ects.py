"""M103: three credits for a weekend, and three for a semester."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.shares import ONE, billionths, decimal
from alignkit.findings import Severity
from alignkit.phrase import Fact, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import ECTS_2015

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
workload: {hours: 45, ects: 3}  # <- M103
outcomes: []
"""

GOOD = BAD.replace("  # <- M103", "").replace("45", "75")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where the stated hours do not fit the stated credits; the limits themselves do."""
    workload = case.curriculum.workload
    if workload is None or workload.hours is None or workload.ects is None:
        return
    low, high = billionths(case.thresholds.hours_per_ects_low), billionths(case.thresholds.hours_per_ects_high)
    hours, credit = billionths(workload.hours), billionths(workload.ects)
    least, most = credit * low // ONE, credit * high // ONE
    if not least <= hours <= most:
        facts: dict[str, Fact] = {
            "hours": decimal(hours),
            "ects": decimal(credit),
            "limits": Phrase("{low} to {high}", {"low": decimal(low), "high": decimal(high)}),
            "range": Phrase("{low} to {high}", {"low": decimal(least), "high": decimal(most)}),
        }
        yield Hit(at=workload.place("hours"), facts=facts)


def examined(case: Case) -> int:
    """Return 1 where both hours and credits are stated, else 0."""
    workload = case.curriculum.workload
    return int(workload is not None and workload.hours is not None and workload.ects is not None)


RULE = Rule(
    code="M103",
    name="workload-against-ects",
    severity=Severity.WARNING,
    message="{hours} hours of work do not fit {ects} ECTS: at {limits} hours a credit, {ects} ECTS mean {range} hours",
    why="Sixty credits stand for a year's work of 1,500 to 1,800 hours, so one ECTS credit stands for 25 to 30 hours of learners' work, contact and self-study together.",
    literature=(ECTS_2015,),
    fix="Correct `hours:` or `ects:`; count self-study and assessment as well as contact. Where a country sets other hours, a project can set `hours_per_ects_low:` and `hours_per_ects_high:` under `thresholds:`.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("workload", "hours", "ects"),
    examined=examined,
)

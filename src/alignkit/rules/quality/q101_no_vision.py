"""Q101: a plan without a picture of where it leads cannot be told from a timetable."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HPAC_2019, HPAC_UNCONFIRMED

BAD = """\
alignkit: curriculum/1
id: example  # <- Q101
title: Teams that listen
outcomes: []
"""

GOOD = (
    BAD.replace("  # <- Q101", "")
    + """\
rationale:
  statement: Nurses and pharmacists who plan discharge together send fewer people back to hospital.
"""
)


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where no vision is stated."""
    rationale = case.curriculum.rationale
    if rationale is None or not rationale.statement.strip():
        yield Hit(at=place_for(case.curriculum, "rationale.statement"))


RULE = Rule(
    code="Q101",
    name="no-vision",
    severity=Severity.WARNING,
    message="nothing says what the curriculum aims to be, and why",
    why=f"A quality plan for interprofessional education states its vision, so that everyone can judge each part by it. {HPAC_UNCONFIRMED}",
    literature=(HPAC_2019,),
    fix="Add `rationale:` with a `statement:` of two or three sentences: who will work better with whom, for whose benefit, and why that matters here.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("rationale", "statement"),
)

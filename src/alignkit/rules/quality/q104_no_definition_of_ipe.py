"""Q104: three partners, three meanings of interprofessional."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import CAIPE_2002, WHO_2010

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
rationale:  # <- Q104
  statement: Nurses and pharmacists who plan discharge together send fewer people back to hospital.
outcomes: []
"""

GOOD = BAD.replace("  # <- Q104", "").replace("outcomes:", "  definition: who-2010\noutcomes:")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where the rationale names no definition of interprofessional education."""
    rationale = case.curriculum.rationale
    if rationale is None or not rationale.definition.strip():
        yield Hit(at=place_for(case.curriculum, "rationale.definition"))


RULE = Rule(
    code="Q104",
    name="no-definition-of-ipe",
    severity=Severity.INFO,
    message="nothing says which definition of interprofessional education is used",
    why="Published definitions agree that two or more professions learn about, from and with each other; naming one tells partners what is not meant, such as sharing a lecture hall.",
    literature=(WHO_2010, CAIPE_2002),
    fix="Add `definition: who-2010` under `rationale:`, or name the definition that you use.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("rationale", "definition"),
)

"""Q102: looked at through a framework is not the same as built on one."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.phrase import Fact, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HPAC_2019, HPAC_UNCONFIRMED

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:  # <- Q102
  - {use: ipec-2023, role: lens}
outcomes: []
"""

GOOD = BAD.replace("  # <- Q102", "").replace(", role: lens", "")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where no framework is claimed; one that alignkit does not know is claimed all the same."""
    uses = case.curriculum.frameworks
    if not any(use.role == "claim" for use in uses):
        facts: dict[str, Fact] = {"n": len(uses), "names": tuple(use.use for use in uses)}
        lenses = Phrase("; {names} are only a lens", facts, one="; {names} is only a lens") if uses else ""
        yield Hit(at=place_for(case.curriculum, "frameworks"), facts={"lenses": lenses})


RULE = Rule(
    code="Q102",
    name="no-guiding-framework",
    severity=Severity.WARNING,
    message="the curriculum names no framework that it follows{lenses}",
    why=f"A quality plan names the framework that it is built on, so that its outcomes can be compared with what others agreed. {HPAC_UNCONFIRMED}",
    literature=(HPAC_2019,),
    fix="List under `frameworks:` each framework that guides the design, such as `- use: ipec-2023`. `role: lens` marks one that a reader looks through: leave it out where you claim the alignment.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("frameworks", "use", "role"),
)

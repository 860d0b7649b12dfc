"""Q202: a course may be called interprofessional and promise nothing of the kind."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.interprofessional import KIND, interprofessional_links
from alignkit.analysis.place import place_for
from alignkit.analysis.slips import suspects
from alignkit.findings import Severity
from alignkit.phrase import Fact, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HPAC_2019, HPAC_UNCONFIRMED

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:  # <- Q202
  - {id: LO1, text: Resolve a conflict in a team}
"""

GOOD = BAD.replace("  # <- Q202", "").replace("team}", "team, aligns: [ipec-2023:TT5]}")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where no outcome aligns with an item of an interprofessional framework."""
    if not interprofessional_links(case):
        facts: dict[str, Fact] = {"none": _none(len(case.outcomes)), "framework": _framework(case)}
        # An empty scope would tie this to a slip in any framework, the regulators' included.
        scope = suspects(case, (KIND,)) or ("outcomes",)
        yield Hit(at=place_for(case.curriculum, "outcomes"), facts=facts, scope=scope)


def _none(outcomes: int) -> Phrase:
    if not outcomes:
        return Phrase("no outcome is stated, so none aligns")
    return Phrase("none of the {n} outcomes aligns", {"n": outcomes}, one="the one outcome does not align")


def _framework(case: Case) -> str:
    """Return the first interprofessional framework that the curriculum uses, or one to start from."""
    return next((index.id for _, index in case.uses if index.framework.kind == KIND), "ipec-2023")


def examined(case: Case) -> int:
    """Return 1, for the set of outcomes as a whole, or 0 where there are none."""
    return min(len(case.outcomes), 1)


RULE = Rule(
    code="Q202",
    name="no-ipe-outcome",
    severity=Severity.ERROR,
    message="{none} with an item of an interprofessional framework",
    why=f"Goals of quality interprofessional education point to the competencies that professions need to practise together; without one, nothing interprofessional is promised. {HPAC_UNCONFIRMED}",
    literature=(HPAC_2019,),
    fix="Give an outcome `aligns: [{framework}:CODE]` with the code of the interprofessional competency that it serves; `alignkit frameworks show {framework}` lists the codes.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R101", "R102"),
    reads=("outcomes", "aligns", "to"),
    examined=examined,
)

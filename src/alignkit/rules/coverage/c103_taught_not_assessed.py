"""C103: the regulator is promised a competency that nobody checks."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Step
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import BIGGS_1996
from alignkit.wording import listed

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:
  - {use: ipec-2023, scope: [TT5]}
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}  # <- C103
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1]}]}
"""

GOOD = BAD.replace("  # <- C103", "") + "assessments:\n  - {id: AS1, outcomes: [LO1]}\n"


def check(case: Case) -> Iterator[Hit]:
    """Yield each item whose best outcome is taught but not assessed, at that outcome."""
    for coverage in case.coverage:
        for covered in coverage.stopped_at(Step.TAUGHT):
            outcome = case.outcomes[covered.outcomes[0]]
            facts = {"item": covered.item.ref, "outcome": listed(covered.outcomes)}
            yield Hit(at=outcome.at, facts=facts, subject=covered.item.ref, scope=(coverage.framework.id,))


RULE = Rule(
    code="C103",
    name="taught-not-assessed",
    severity=Severity.WARNING,
    message="{item} is taught through {outcome}, but no assessment addresses {outcome}",
    why="Learners attend to what is assessed; an outcome nobody assesses cannot be evidenced.",
    literature=(BIGGS_1996,),
    fix="Add {outcome} to the outcomes of an assessment that lets learners show it.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R103",),
    reads=("assessments", "outcomes"),
)

"""M110: the course is evaluated; whether the credential is of any use, nobody asks."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.evaluation import credential_evaluations
from alignkit.analysis.microcredential import is_microcredential
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import MCGOWAN_2022

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
kind: micro-credential
outcomes: []
evaluation:  # <- M110
  - {of: course, method: focus group, when: each cohort, responsible: course lead}
"""

GOOD = (
    BAD.replace("  # <- M110", "")
    + "  - {of: credential, method: survey of employers, when: yearly, responsible: course lead}\n"
)


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where nothing evaluates a micro-credential itself."""
    if is_microcredential(case) and not credential_evaluations(case):
        yield Hit(at=place_for(case.curriculum, "evaluation"))


def examined(case: Case) -> int:
    """Return 1 for a micro-credential, else 0."""
    return int(is_microcredential(case))


RULE = Rule(
    code="M110",
    name="credential-not-evaluated",
    severity=Severity.INFO,
    message="nothing says how the value, validity and utility of the micro-credential are evaluated",
    why="The review of micro-credentials for interprofessional online education found their value, validity and utility little studied; evaluating the course does not answer that.",
    literature=(MCGOWAN_2022,),
    fix="Add to `evaluation:` an entry with `of: credential` that asks holders, employers or regulators what the micro-credential is worth to them.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("kind", "evaluation", "of"),
    examined=examined,
)

"""M106: a credential counts for what others take it to be."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.microcredential import is_microcredential
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import EU_2022, MCGOWAN_2022

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
kind: micro-credential
outcomes: []
credential:  # <- M106
  stackable: independent
"""

GOOD = (
    BAD.replace("  # <- M106", "")
    + "  recognition: [{body: Example Council of Nursing, type: cpd-points, value: 10}]\n"
)


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where nobody is said to recognise a micro-credential."""
    credential = case.curriculum.credential
    if is_microcredential(case) and not (credential and credential.recognition):
        yield Hit(at=place_for(case.curriculum, "credential.recognition"))


def examined(case: Case) -> int:
    """Return 1 for a micro-credential, else 0."""
    return int(is_microcredential(case))


RULE = Rule(
    code="M106",
    name="no-recognition",
    severity=Severity.INFO,
    message="nothing says who recognises the micro-credential, and as what",
    why="A micro-credential signals something to study or work only where a body, an employer or another institution recognises it.",
    literature=(EU_2022, MCGOWAN_2022),
    fix="Add under `credential:` a `recognition:` list, such as `- {{body: Example Council of Nursing, type: cpd-points, value: 10}}`.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("kind", "credential", "recognition"),
    examined=examined,
)

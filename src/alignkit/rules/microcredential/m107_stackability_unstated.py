"""M107: a brick or a house of its own, learners would like to know."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.microcredential import is_microcredential
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import EU_2022

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
kind: micro-credential
outcomes: []
credential:  # <- M107
  quality_assurance: [{type: internal, body: Academic Council}]
"""

GOOD = BAD.replace("  # <- M107", "") + "  stackable: independent\n"


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where nothing says whether a micro-credential builds towards another."""
    credential = case.curriculum.credential
    if is_microcredential(case) and not (credential and credential.stackable):
        yield Hit(at=place_for(case.curriculum, "credential.stackable"))


def examined(case: Case) -> int:
    """Return 1 for a micro-credential, else 0."""
    return int(is_microcredential(case))


RULE = Rule(
    code="M107",
    name="stackability-unstated",
    severity=Severity.INFO,
    message="nothing says whether the micro-credential stands alone or builds towards another credential",
    why="Options for stacking are an optional element in the EU: learners who plan further study want to know.",
    literature=(EU_2022,),
    fix="Add `stackable:` under `credential:`: independent (stands alone), stackable (can be combined), or part-of (belongs to a larger one).",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("kind", "credential", "stackable"),
    examined=examined,
)

"""E102: the timetable says what teachers do, and nothing says what learners decide."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import BARR_TAGG_1995, MCGOWAN_2022

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
design:  # <- E102
  strategies: [case-based]
"""

GOOD = (
    BAD.replace("  # <- E102", "") + "  learner_centred: groups bring a case of their own and choose what to find out\n"
)


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where the design does not say how learners shape their own learning."""
    design = case.curriculum.design
    if design is None or not design.learner_centred.strip():
        yield Hit(at=place_for(case.curriculum, "design.learner_centred"))


RULE = Rule(
    code="E102",
    name="not-learner-centred",
    severity=Severity.WARNING,
    message="nothing says how learners shape their own learning",
    why="A learner-centred design starts from what learners bring and do, rather than from what is taught to them.",
    literature=(BARR_TAGG_1995, MCGOWAN_2022),
    fix="Add under `design:` a `learner_centred:` that says what learners bring, choose or decide.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("design", "learner_centred"),
)

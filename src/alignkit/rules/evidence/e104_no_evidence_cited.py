"""E104: evidence-informed is a claim that takes a reference."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import MCGOWAN_2022, REEVES_2016

BAD = """\
alignkit: curriculum/1
id: example  # <- E104
title: Teams that listen
outcomes: []
"""

GOOD = (
    BAD.replace("  # <- E104", "")
    + """\
evidence:
  - {id: reeves2016, citation: "Reeves et al. (2016). BEME Guide No. 39. Medical Teacher, 38(7), 656-668.", doi: 10.3109/0142159X.2016.1173663}
"""
)


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where the curriculum lists no evidence."""
    if not case.curriculum.evidence:
        yield Hit(at=place_for(case.curriculum, "evidence"))


RULE = Rule(
    code="E104",
    name="no-evidence-cited",
    severity=Severity.WARNING,
    message="the curriculum cites no evidence",
    why="A design that is informed by evidence says which, so that others can weigh it and see when it has aged.",
    literature=(MCGOWAN_2022, REEVES_2016),
    fix="Add an `evidence:` list with the studies, guidelines or data of your own that the design rests on, and name their ids where you rely on them.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R103/evidence",),
    reads=("evidence",),
)

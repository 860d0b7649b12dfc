"""E101: without a theory, nobody can say why this design should work."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HEAN_2012, MCGOWAN_2022

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
design:  # <- E101
  strategies: [case-based]
"""

GOOD = (
    BAD.replace("  # <- E101", "")
    + "  theories: [{name: social constructivism, how: cases have no single right answer}]\n"
)


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where the design names no educational theory."""
    design = case.curriculum.design
    if design is None or not design.theories:
        yield Hit(at=place_for(case.curriculum, "design.theories"))


RULE = Rule(
    code="E101",
    name="no-educational-theory",
    severity=Severity.WARNING,
    message="the design names no educational theory",
    why="Theory says how learning together is meant to come about, which guides the design and lets others judge and repeat it.",
    literature=(HEAN_2012, MCGOWAN_2022),
    fix="Add under `design:` the `theories:` that you build on, each with how: `- {{name: social constructivism, how: cases have no single right answer}}`.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("design", "theories"),
)

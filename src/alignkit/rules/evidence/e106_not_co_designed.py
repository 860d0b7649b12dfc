"""E106: designed for practice, without anyone from practice."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.phrase import Either, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import MCGOWAN_2022

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
collaboration:
  co_design:  # <- E106
    - {role: learner, how: tried out the first module}
"""

GOOD = BAD.replace("  # <- E106", "") + "    - {role: practitioner, how: wrote two of the cases}\n"

# Educators design as it is; everybody else has a stake from outside.
_INSIDE = ("practitioner", "educator")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where practitioners, other stakeholders or both took no part in the design."""
    missing = tuple(who for who, there in _taking_part(case) if not there)
    if missing:
        at = place_for(case.curriculum, "collaboration.co_design")
        # Where nobody is named, it goes without saying that no service user is: E108 leaves that to this rule.
        yield Hit(at=at, facts={"missing": Either(missing)}, scope=("nobody",), things=len(missing))


def _taking_part(case: Case) -> tuple[tuple[Phrase, bool], ...]:
    collaboration = case.curriculum.collaboration
    roles = {each.role for each in collaboration.co_design} if collaboration else set()
    others = Phrase("other stakeholders (service users, learners, employers, regulators, communities)")
    return ((Phrase("practitioners"), "practitioner" in roles), (others, bool(roles - {*_INSIDE})))


def examined(case: Case) -> int:
    """Return 2: practitioners, and other stakeholders."""
    return len(_taking_part(case))


RULE = Rule(
    code="E106",
    name="not-co-designed",
    severity=Severity.WARNING,
    message="nothing says that {missing} took part in the design",
    why="The review of micro-credentials for interprofessional education advises to design with practitioners and stakeholders, so that what is learned is what practice needs.",
    literature=(MCGOWAN_2022,),
    fix="Add under `collaboration:` to `co_design:` an entry for each, with its role, how and when, such as `- {{role: practitioner, how: wrote two of the cases, date: 2026-03}}`.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("collaboration", "co_design", "role"),
    examined=examined,
)

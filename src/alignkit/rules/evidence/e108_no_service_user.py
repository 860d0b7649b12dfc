"""E108: about them, without them."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.model.evidence import Collaboration
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import TOWLE_2010

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
collaboration:
  co_design:  # <- E108
    - {role: practitioner, how: wrote two of the cases}
"""

GOOD = BAD.replace("  # <- E108", "") + "    - {role: service-user, how: told the story behind the first case}\n"

_SERVICE_USERS = ("service-user", "carer")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where neither service users nor carers took part in the design or reviewed it."""
    collaboration = case.curriculum.collaboration
    if not any(role in _SERVICE_USERS for role in _roles(collaboration)):
        named = collaboration is not None and bool(collaboration.co_design)
        at = place_for(case.curriculum, "collaboration.co_design")
        yield Hit(at=at, scope=("service users",) if named else ("nobody",))


def _roles(collaboration: Collaboration | None) -> Iterator[str]:
    if collaboration:
        yield from (each.role for each in collaboration.co_design)
        yield from (review.by for review in collaboration.reviews)


RULE = Rule(
    code="E108",
    name="no-service-user",
    severity=Severity.INFO,
    message="nothing says that service users or carers took part in the design or reviewed it",
    why="Those whom teams care for know what good teamwork feels like from the other side; involving them in education benefits learners and them.",
    literature=(TOWLE_2010,),
    fix="Where they did, add under `collaboration:` to `co_design:` an entry such as `- {{role: service-user, how: told the story behind the first case}}`; where they did not, ask a service users' organisation to look at the draft.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("E106",),
    reads=("collaboration", "co_design", "role", "reviews", "by"),
)

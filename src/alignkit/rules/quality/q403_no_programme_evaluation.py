"""Q403: learners are assessed, and nobody asks whether the curriculum works."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.evaluation import NEEDED, missing_from, nearest_to_complete
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HPAC_2019, HPAC_UNCONFIRMED

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
evaluation:
  - method: focus group  # <- Q403
"""

GOOD = BAD.replace("  # <- Q403", "") + "    when: after each cohort\n    responsible: course lead\n"


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where no evaluation says how, when and by whom; at the one that says most, if there is any."""
    nearest = nearest_to_complete(case)
    missing = missing_from(nearest) if nearest else tuple(NEEDED.values())
    if missing:
        at = nearest.at if nearest else place_for(case.curriculum, "evaluation")
        yield Hit(at=at, facts={"missing": missing}, things=len(missing))


def examined(_: Case) -> int:
    """Return the number of things that an evaluation must say."""
    return len(NEEDED)


RULE = Rule(
    code="Q403",
    name="no-programme-evaluation",
    severity=Severity.WARNING,
    message="nothing says {missing} the curriculum itself is evaluated",
    why=f"A plan for interprofessional education is itself evaluated, so that it gets better; that takes a method, a time and somebody responsible. {HPAC_UNCONFIRMED}",
    literature=(HPAC_2019,),
    fix="Give an entry under `evaluation:` a `method:`, a `when:` and a `responsible:`.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("evaluation", "of", "method", "when", "responsible"),
    examined=examined,
)

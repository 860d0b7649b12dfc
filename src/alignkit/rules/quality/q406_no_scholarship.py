"""Q406: what worked here could help elsewhere, if anybody studied it."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HPAC_2019, HPAC_UNCONFIRMED

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
evaluation:  # <- Q406
  - {method: focus group, when: each cohort, responsible: course lead}
"""

GOOD = BAD.replace("  # <- Q406", "").replace("lead}", "lead, scholarship: doctoral study of readmissions}")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where no research studies the curriculum's outcomes."""
    if not any(evaluation.scholarship.strip() for evaluation in case.curriculum.evaluation):
        yield Hit(at=place_for(case.curriculum, "evaluation"))


RULE = Rule(
    code="Q406",
    name="no-scholarship",
    severity=Severity.INFO,
    message="nothing says whether research studies what the curriculum achieves",
    why=f"Where fitting, outcomes for education and practice are studied through scholarship. {HPAC_UNCONFIRMED}",
    literature=(HPAC_2019,),
    fix="Where there is such research, add to an entry of `evaluation:` a `scholarship:` that names the study, the ethics approval or the publication.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("evaluation", "scholarship"),
)

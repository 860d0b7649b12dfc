"""F107: a criterion that no rule decides is a criterion that nobody ever fails."""

from collections.abc import Iterator

from alignkit.findings import Severity
from alignkit.model.curriculum import Curriculum
from alignkit.model.keys import homes_of, knows
from alignkit.model.rubric import Criterion
from alignkit.rules.base import Hit, RubricCase, Rule, Subject
from alignkit.wording import listed, nearest

BAD = """\
alignkit: rubric/1
id: example
title: What we call a good course
characteristics:
  - id: A
    title: Assessment
    criteria:
      - {id: A1, title: Every outcome is assessed, decided_by: [C1O3]}  # <- F107
      - {id: A2, title: Learners know the criteria, decided_by: [C103], rests_on: [criteria]}  # <- F107
"""

GOOD = BAD.replace("C1O3]}  # <- F107", "C103]}").replace("[criteria]}  # <- F107", "[assessments.criteria]}")


def check(case: RubricCase) -> Iterator[Hit]:
    """Yield each rule that there is not, and each place of evidence that no curriculum has."""
    for criterion in case.rubric.criteria:
        for decision in criterion.decided_by:
            if decision.rule not in case.known:
                facts = {"criterion": criterion.id, **_no_rule(decision.rule, case.known)}
                yield Hit(at=decision.at, facts=facts, subject=criterion.id)
        yield from _no_places(criterion)


def _no_rule(code: str, known: frozenset[str]) -> dict[str, str]:
    near = nearest(code, known)
    return {
        "what": f"is decided by {code}, and no rule about curricula has that code",
        "hint": f' (did you mean "{near}"?)' if near else "",
        "fix": f"Write `{near}`." if near else "Choose a rule about curricula: `alignkit rules` lists them.",
    }


def _no_places(criterion: Criterion) -> Iterator[Hit]:
    for number, path in enumerate(criterion.rests_on):
        if not knows(Curriculum, path):
            last = path.rpartition(".")[2]
            homes = [f"{home}.{last}" for home in homes_of(last, Curriculum)]
            facts = {
                "criterion": criterion.id,
                "what": f"rests on {path}, and a curriculum has no such place",
                "hint": f" (did you mean {listed(homes, 'or', most=3)}?)" if homes else "",
                "fix": "Write the keys that lead to the evidence, joined by dots, such as `rationale.statement`.",
            }
            yield Hit(at=criterion.entry_place("rests_on", number), facts=facts, subject=criterion.id)


RULE = Rule(
    code="F107",
    name="rubric-names-unknown-rule",
    severity=Severity.ERROR,
    message="criterion {criterion} {what}{hint}",
    why="A verdict rests on rules and on lines of the curriculum that a reader can look up; one that names neither can never be earned or lost. This follows from how rubrics work here, not from a publication.",
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.RUBRIC,
)

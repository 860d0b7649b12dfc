"""Q309: nobody learns to negotiate from a slide on negotiation."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.methods import is_passive
from alignkit.findings import Severity
from alignkit.model.curriculum import Activity, Outcome
from alignkit.phrase import Fact, Few, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import FREEMAN_2014, HPAC_2019, HPAC_UNCONFIRMED

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, domain: skills, aligns: [ipec-2023:TT5]}  # <- Q309
modules:
  - {id: M1, activities: [{id: A1, type: lecture, outcomes: [LO1]}]}
assessments:
  - {id: AS1, outcomes: [LO1]}
"""

GOOD = BAD.replace("  # <- Q309", "").replace("type: lecture", "type: role-play")

_NEEDS_PRACTICE = {"skills": Phrase("skill"), "attitudes": Phrase("attitude")}


def check(case: Case) -> Iterator[Hit]:
    """Yield each outcome about a skill or an attitude that only passive activities address."""
    for outcome in _judgeable(case):
        activities = _activities(case, outcome)
        if outcome.domain in _NEEDS_PRACTICE and all(is_passive(activity.type) for activity in activities):
            facts: dict[str, Fact] = {
                "outcome": outcome.id,
                "domain": _NEEDS_PRACTICE[outcome.domain],
                "activities": Few(tuple(f"{activity.id} ({activity.type})" for activity in activities), 4),
            }
            yield Hit(at=outcome.at, facts=facts, subject=outcome.id)


def _judgeable(case: Case) -> tuple[Outcome, ...]:
    """Return the outcomes of which both the domain and what teaches them are known."""
    return tuple(
        outcome
        for outcome in case.outcomes.values()
        if outcome.domain and any(activity.type for activity in _activities(case, outcome))
    )


def _activities(case: Case, outcome: Outcome) -> tuple[Activity, ...]:
    return tuple(case.activities[id_] for id_ in case.activities_of.get(outcome.id, ()))


def examined(case: Case) -> int:
    """Return the number of outcomes that state their domain and that an activity of a stated type addresses."""
    return len(_judgeable(case))


RULE = Rule(
    code="Q309",
    name="passive-for-skill",
    severity=Severity.WARNING,
    message="{outcome} is about a {domain}, but learners only listen, watch or read: {activities}",
    why=f"Format should suit the goals: skills and attitudes grow when learners do something and hear how it went. {HPAC_UNCONFIRMED}",
    literature=(HPAC_2019, FREEMAN_2014),
    fix="Add {outcome} to an activity in which learners practise, such as a simulation, a role play or a case discussion.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("outcomes", "domain", "modules", "activities", "type"),
    examined=examined,
)

"""C104: it is assessed, but nothing that counts, against nothing that is written down."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.unevidenced import Unevidenced, unevidenced
from alignkit.findings import Severity
from alignkit.model.curriculum import Assessment
from alignkit.phrase import Fact, Few, Phrase, Whole
from alignkit.rules.base import Hit, Rule
from alignkit.wording import listed

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:
  - {use: ipec-2023, scope: [TT5]}
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}  # <- C104
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1]}]}
assessments:
  - {id: AS1, purpose: formative, criteria: [names the interests of both sides], outcomes: [LO1]}
"""

GOOD = BAD.replace("  # <- C104", "").replace("formative", "summative")


def check(case: Case) -> Iterator[Hit]:
    """Yield what keeps items from being evidenced: the assessments without criteria, or the outcome without any."""
    for found in unevidenced(case):
        first = found.lacking[0] if found.lacking else found.gaps[0].outcome
        facts: dict[str, Fact] = {
            "what": _without_criteria(found) if found.lacking else _never_counted(found, case),
            "outcomes": listed(found.outcomes),
            "items": Few(found.refs, 5),
            "target": Whole(found.arithmetic),
            "fix": _fix(found),
        }
        yield Hit(
            at=first.at,
            facts=facts,
            subject=first.id,
            scope=(*found.outcomes, *found.frameworks, *(each.id for each in found.lacking)),
            severity=Severity.ERROR if found.arithmetic else None,
            things=len(found.gaps),
        )


def _without_criteria(found: Unevidenced) -> Phrase:
    facts: dict[str, Fact] = {"n": len(found.lacking), "assessments": tuple(each.id for each in found.lacking)}
    return Phrase(
        "{assessments} are summative, but without stated criteria",
        facts,
        one="{assessments} is summative, but without stated criteria",
    )


def _never_counted(found: Unevidenced, case: Case) -> Phrase:
    outcome = found.outcomes[0]
    given = tuple(
        Phrase("{assessment} ({purpose})", {"assessment": each.id, "purpose": _purpose(each)})
        for each in case.assessing[outcome]
    )
    return Phrase("{outcome} has no summative assessment, only {given}", {"outcome": outcome, "given": given})


def _purpose(assessment: Assessment) -> Phrase:
    return Phrase(assessment.purpose) if assessment.purpose else Phrase("purpose not stated")


def _fix(found: Unevidenced) -> str:
    if found.lacking:
        names = listed(each.id for each in found.lacking)
        return f"List under the `criteria:` of {names} what assessors look for."
    return f"Add a summative assessment of {found.outcomes[0]} with its `criteria:`, or let one that there is count."


def examined(case: Case) -> int:
    """Return the number of outcomes that are assessed."""
    return sum(outcome in case.assessments_of for outcome in case.outcomes)


RULE = Rule(
    code="C104",
    name="assessed-not-evidenced",
    severity=Severity.INFO,
    message="{what}, which leaves {items} assessed but not evidenced{target}",
    why="Formative assessment helps learners on; what a regulator can be shown is a result that counts, judged against criteria that are written down. That this makes the last step of the ladder is alignkit's definition, not a publication's.",
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("A107", "M108", "R103/assessment"),
    reads=(
        "outcomes",
        "aligns",
        "to",
        "strength",
        "modules",
        "activities",
        "assessments",
        "purpose",
        "criteria",
        "frameworks",
        "use",
        "scope",
    ),
    examined=examined,
)

"""M102: a credential is worth what its issuer's name is worth."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.microcredential import awarding_bodies, is_microcredential, of_recognised_type
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.model.curriculum import Provider
from alignkit.phrase import Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import EU_2022, MCGOWAN_2022

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
kind: micro-credential
providers:  # <- M102
  - {name: Example University, role: coordinator, type: university, country: IE}
outcomes: []
"""

GOOD = BAD.replace("  # <- M102", "").replace("coordinator", "awarding-body")


def check(case: Case) -> Iterator[Hit]:
    """Yield each awarding body of no recognised type, or one hit where no body awards the micro-credential."""
    if not is_microcredential(case):
        return
    bodies = awarding_bodies(case)
    if not bodies:
        yield Hit(
            at=place_for(case.curriculum, "providers"), facts={"issuer": Phrase("no provider is said to award it")}
        )
    for body in bodies:
        if not of_recognised_type(body):
            yield Hit(at=body.place("type"), facts={"issuer": _issuer(body)}, subject=body.name)


def _issuer(body: Provider) -> Phrase:
    if not body.type:
        return Phrase("the type of {name} is not stated", {"name": body.name})
    facts = {"name": body.name, "type": body.type}
    return Phrase('the type of {name} is "{type}", which others may not know', facts)


def examined(case: Case) -> int:
    """Return the number of awarding bodies of a micro-credential."""
    return len(awarding_bodies(case)) if is_microcredential(case) else 0


RULE = Rule(
    code="M102",
    name="issuer-not-credible",
    severity=Severity.WARNING,
    message="others cannot tell who vouches for the micro-credential: {issuer}",
    why="The awarding body is a mandatory element; who issues a micro-credential decides whether employers and institutions trust it.",
    literature=(EU_2022, MCGOWAN_2022),
    fix="Give the body that awards it `role: awarding-body` and its `type:` under `providers:`, such as university, professional-body, regulator or health-service.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("kind", "providers", "role", "type"),
    examined=examined,
)

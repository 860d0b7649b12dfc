"""Q203: a framework is claimed as a whole, and one of its domains is never touched."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.interprofessional import domains
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HPAC_2019, HPAC_UNCONFIRMED

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:
  - {use: ipec-2023, scope: [VE, TT], targets: {claimed: 0.02}}  # <- Q203
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
"""

GOOD = BAD.replace("  # <- Q203", "").replace("[VE, TT]", "[TT]")


def check(case: Case) -> Iterator[Hit]:
    """Yield each domain in scope of a claimed interprofessional framework that no outcome serves."""
    for domain in domains(case):
        if not domain.has_outcome:
            facts = {"domain": domain.item.ref, "title": domain.item.item.title or domain.item.item.words}
            yield Hit(at=domain.use.at, facts=facts, subject=domain.item.ref, scope=(domain.item.framework,))


RULE = Rule(
    code="Q203",
    name="ipe-domain-without-outcome",
    severity=Severity.WARNING,
    message="no outcome serves anything in {domain} ({title})",
    why=f"The domains of an interprofessional framework belong together: learners need all that the curriculum claims. {HPAC_UNCONFIRMED}",
    literature=(HPAC_2019,),
    fix="Align an outcome with an item of {domain}, or name in `scope:` only the branches that this curriculum is meant to serve.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("C101", "C105", "R101", "R102"),
    reads=("frameworks", "scope", "outcomes", "aligns"),
)

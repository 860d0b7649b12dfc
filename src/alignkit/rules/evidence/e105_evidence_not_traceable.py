"""E105: a source that nobody can find supports nothing."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.citation import is_traceable
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import MCGOWAN_2022

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
evidence:
  - {id: reeves2016, citation: Reeves 2016}  # <- E105
"""

GOOD = BAD.replace("  # <- E105", "").replace("Reeves 2016", "Reeves 2016, doi: 10.3109/0142159X.2016.1173663")


def check(case: Case) -> Iterator[Hit]:
    """Yield each piece of evidence with neither a DOI nor an address nor a citation in full."""
    for evidence in case.curriculum.evidence:
        if not is_traceable(evidence):
            yield Hit(at=evidence.at, facts={"evidence": evidence.id}, subject=evidence.id)


def examined(case: Case) -> int:
    """Return the number of pieces of evidence."""
    return len(case.curriculum.evidence)


RULE = Rule(
    code="E105",
    name="evidence-not-traceable",
    severity=Severity.WARNING,
    message="{evidence} has no DOI, no web address and no citation in full (author, year, title)",
    why="Readers must be able to find what a curriculum rests on; a design is informed by evidence only as far as others can look it up.",
    literature=(MCGOWAN_2022,),
    fix="Give {evidence} a `doi:` or a `url:`; for a source that has neither, write the `citation:` out: author, year, title, where it is kept.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("evidence", "doi", "url", "citation"),
    examined=examined,
)

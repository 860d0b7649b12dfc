"""M104: nobody is said to make sure that the credential keeps its promise."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.microcredential import is_microcredential
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import EU_2022, UNESCO_2022

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
kind: micro-credential
outcomes: []
credential:  # <- M104
  stackable: independent
"""

GOOD = (
    BAD.replace("  # <- M104", "")
    + "  quality_assurance: [{type: internal, body: Academic Council of Example University}]\n"
)


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where nothing assures the quality of a micro-credential."""
    credential = case.curriculum.credential
    if is_microcredential(case) and not (credential and credential.quality_assurance):
        yield Hit(at=place_for(case.curriculum, "credential.quality_assurance"))


def examined(case: Case) -> int:
    """Return 1 for a micro-credential, else 0."""
    return int(is_microcredential(case))


RULE = Rule(
    code="M104",
    name="no-quality-assurance",
    severity=Severity.WARNING,
    message="nothing says what assures the quality of the micro-credential",
    why="The type of quality assurance is a mandatory element of a micro-credential: without it, others have only the issuer's word.",
    literature=(EU_2022, UNESCO_2022),
    fix="Add under `credential:` a `quality_assurance:` list with the type and the body, such as `- {{type: internal, body: Academic Council}}`.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("kind", "credential", "quality_assurance"),
    examined=examined,
)

"""M109: open to everyone, if they have the device, the line and the eyesight."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.microcredential import is_microcredential
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.phrase import Either, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import MCGOWAN_2022

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
kind: micro-credential
outcomes: []
design:
  access: {bandwidth: low, offline: true}  # <- M109
"""

GOOD = BAD.replace("  # <- M109", "").replace("true}", "true, equipment: any phone, accessibility: WCAG 2.2 AA}")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit that lists what nothing says about taking part in a micro-credential."""
    missing = tuple(what for what, there in _needs(case) if not there)
    if is_microcredential(case) and missing:
        at = place_for(case.curriculum, "design.access")
        yield Hit(at=at, facts={"missing": Either(missing)}, things=len(missing))


def _needs(case: Case) -> tuple[tuple[Phrase, bool], ...]:
    """Return what learners need to know, and whether it is stated; a line is needed only where learning is online."""
    design = case.curriculum.design
    access = design.access if design else None
    always = (
        (Phrase("the equipment needed"), bool(access and access.equipment)),
        (Phrase("accessibility"), bool(access and access.accessibility)),
    )
    online = (
        (Phrase("the bandwidth needed"), bool(access and access.bandwidth)),
        (Phrase("an offline alternative"), access is not None and access.offline is not None),
    )
    return always if case.curriculum.delivery == "in-person" else (*always, *online)


def examined(case: Case) -> int:
    """Return the number of things that learners need to know, or 0 where there is no micro-credential."""
    return len(_needs(case)) if is_microcredential(case) else 0


RULE = Rule(
    code="M109",
    name="access-unstated",
    severity=Severity.INFO,
    message="nothing says what taking part requires: {missing}",
    why="Technology is among the barriers that the review of micro-credentials for interprofessional online education names; learners can only plan for what they are told.",
    literature=(MCGOWAN_2022,),
    fix="Add under `design:` an `access:` with `equipment:`, `bandwidth:`, `offline:` and `accessibility:`, such as `{{equipment: any phone, bandwidth: low, offline: true, accessibility: WCAG 2.2 AA}}`.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("kind", "design", "access", "equipment", "bandwidth", "offline", "accessibility", "delivery"),
    examined=examined,
)

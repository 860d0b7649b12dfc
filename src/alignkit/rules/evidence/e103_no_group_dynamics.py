"""E103: putting people in a group does not make them one."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.phrase import Either, Fact, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HEAN_2012, MCGOWAN_2022, OANDASAN_2005

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
learners:
  group_size: 6
outcomes: []
design:
  group_dynamics:  # <- E103
    composition: at least three professions in each group
    facilitation: a trained facilitator stays with each group
"""

GOOD = BAD.replace("  # <- E103", "") + "    feedback: each learner hears from the facilitator after every case\n"


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit that lists what is missing: small groups, facilitation, individual feedback."""
    missing = tuple(words for words, there in _parts(case) if not there)
    if missing:
        at = place_for(case.curriculum, "design.group_dynamics")
        facts: dict[str, Fact] = {"missing": Either(missing), "most": str(case.thresholds.group_size)}
        yield Hit(at=at, facts=facts, things=len(missing))


def _parts(case: Case) -> tuple[tuple[Phrase, bool], ...]:
    """Return each part of working in groups, and whether the curriculum states it."""
    design = case.curriculum.design
    dynamics = design.group_dynamics if design else None
    activities = case.activities.values()
    most = case.thresholds.group_size
    small = Phrase("groups of {n} or fewer", {"n": most})
    facilitated = bool(dynamics and dynamics.facilitation) or any(each.facilitation for each in activities)
    return (
        (small, any(0 < size <= most for size in _group_sizes(case))),
        (Phrase("facilitation"), facilitated),
        (Phrase("feedback to each learner"), bool(dynamics and dynamics.feedback)),
    )


def _group_sizes(case: Case) -> tuple[int, ...]:
    learners = case.curriculum.learners
    stated = [learners.group_size if learners else None, *(each.group_size for each in case.activities.values())]
    return tuple(size for size in stated if size is not None)


def examined(case: Case) -> int:
    """Return the number of parts of working in groups."""
    return len(_parts(case))


RULE = Rule(
    code="E103",
    name="no-group-dynamics",
    severity=Severity.WARNING,
    message="nothing states {missing}",
    why="Learning between professions happens in small groups that somebody facilitates, with feedback to each member; size, facilitation and feedback are among its key elements.",
    literature=(OANDASAN_2005, HEAN_2012, MCGOWAN_2022),
    fix="State `group_size:` under `learners:` (at most {most}; a project may set another limit), and `facilitation:` and `feedback:` under `design: {{group_dynamics: …}}`.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("design", "group_dynamics", "facilitation", "feedback", "learners", "group_size", "modules", "activities"),
    examined=examined,
)

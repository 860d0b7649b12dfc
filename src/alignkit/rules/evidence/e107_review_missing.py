"""E107: what nobody else has read, nobody else has questioned."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.phrase import Either, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import MCGOWAN_2022

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
collaboration:
  reviews:  # <- E107
    - {by: subject-matter-expert, date: 2026-05}
    - {by: peer, date: 2026-06}
"""

GOOD = (
    BAD.replace("  # <- E107", "")
    + "    - {by: instructional-designer, date: 2026-06}\n    - {by: practitioner, date: 2026-08}\n"
)

_WANTED = {
    "subject-matter-expert": Phrase("a subject-matter expert"),
    "instructional-designer": Phrase("an instructional designer"),
    "peer": Phrase("a peer"),
    "practitioner": Phrase("a practitioner"),
}


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit that lists the kinds of reviewer who have not seen the design."""
    collaboration = case.curriculum.collaboration
    reviewed_by = {review.by for review in collaboration.reviews} if collaboration else set()
    missing = tuple(who for by, who in _WANTED.items() if by not in reviewed_by)
    if missing:
        at = place_for(case.curriculum, "collaboration.reviews")
        yield Hit(at=at, facts={"missing": Either(missing)}, things=len(missing))


def examined(_: Case) -> int:
    """Return the number of kinds of reviewer wanted."""
    return len(_WANTED)


RULE = Rule(
    code="E107",
    name="review-missing",
    severity=Severity.WARNING,
    message="no review of the design by {missing} is recorded",
    why="The review of micro-credentials for interprofessional education advises that experts in the subject and in teaching, peers and practitioners review the design: each sees what the others miss.",
    literature=(MCGOWAN_2022,),
    fix="Add each review under `collaboration:` to `reviews:`, with by whom, when and what came of it: `- {{by: practitioner, date: 2026-08, outcome: two cases rewritten}}`.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("collaboration", "reviews", "by"),
    examined=examined,
)

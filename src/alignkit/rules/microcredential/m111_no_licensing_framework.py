"""M111: the bodies that let people practise have written down what they expect."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.microcredential import LICENSING_KINDS, is_microcredential, licensing_links, licensing_uses
from alignkit.analysis.place import place_for
from alignkit.analysis.slips import suspects
from alignkit.findings import Severity
from alignkit.phrase import Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import MCGOWAN_2022

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
kind: micro-credential
frameworks:  # <- M111
  - use: ipec-2023
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
"""

GOOD = (
    BAD.replace("  # <- M111", "")
    .replace("[ipec-2023:TT5]", "[ipec-2023:TT5, nmc-2018:1.18]")
    .replace("outcomes:", "  - use: nmc-2018\noutcomes:")
)


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where no outcome aligns with a framework of a body that controls entry to practice."""
    if is_microcredential(case) and not licensing_links(case):
        declared = licensing_uses(case)
        unserved = Phrase("no outcome aligns with an item of {frameworks}", {"frameworks": declared})
        what = unserved if declared else Phrase("no framework of one is claimed")
        at = place_for(case.curriculum, "frameworks")
        yield Hit(at=at, facts={"what": what}, scope=_scope(case))


def _scope(case: Case) -> tuple[str, ...]:
    """Return the frameworks in which a slip may be the cause: those declared, those meant, and those nobody knows."""
    unknown = (use.use for use in case.curriculum.frameworks if case.library.find(use.use) is None)
    return (*licensing_uses(case), *unknown, *suspects(case, LICENSING_KINDS)) or ("frameworks",)


def examined(case: Case) -> int:
    """Return the number of such frameworks, or 0 where none is claimed or there is no micro-credential."""
    return int(is_microcredential(case) and bool(licensing_uses(case) or licensing_links(case)))


RULE = Rule(
    code="M111",
    name="no-licensing-framework",
    severity=Severity.WARNING,
    message="nothing ties the micro-credential to a body that controls entry to practice: {what}",
    why="The review of micro-credentials for interprofessional education advises to align them with the frameworks of the bodies that control entry to practice and licensure, so that they count in a career.",
    literature=(MCGOWAN_2022,),
    fix="List under `frameworks:` a framework of a regulator, an accreditor or the law for one of the professions, and align an outcome with it; `alignkit frameworks list` shows those at hand, and a project can add its own.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R101", "R102", "C101"),
    reads=("kind", "frameworks", "use", "role", "outcomes", "aligns", "to"),
    examined=examined,
)

"""Q103: a vision persuades; a need, a study or a standard justifies."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.model.curriculum import Rationale
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HPAC_2019, HPAC_UNCONFIRMED

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
rationale:  # <- Q103
  statement: Nurses and pharmacists who plan discharge together send fewer people back to hospital.
outcomes: []
"""

GOOD = BAD.replace("  # <- Q103", "").replace(
    "outcomes:", "  need: {method: ward survey, summary: two in five plans were made by one profession}\noutcomes:"
)


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where the rationale cites nothing that justifies the curriculum."""
    if not _justified(case.curriculum.rationale):
        yield Hit(at=place_for(case.curriculum, "rationale.need"))


def _justified(rationale: Rationale | None) -> bool:
    need = rationale.need if rationale else None
    return need is not None and bool(need.summary or need.evidence or need.standard)


RULE = Rule(
    code="Q103",
    name="no-justification",
    severity=Severity.WARNING,
    message="the rationale cites no need that was found, no evidence and no accreditor's standard",
    why=f"A quality plan justifies its approach: by a need, by evidence, or by a standard that asks for it. {HPAC_UNCONFIRMED}",
    literature=(HPAC_2019,),
    fix="Add under `rationale:` a `need:` with a `summary:` of what was found, the `evidence:` for it, or the `standard:` of an accreditor that asks for it; one of them is enough.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("rationale", "need", "summary", "evidence", "standard"),
)

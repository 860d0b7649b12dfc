"""The achievement: what a credential says that its learner has earned."""

import re
from typing import Any

from alignkit.analysis.case import Case
from alignkit.analysis.certifiable import Certifiable
from alignkit.exchange.badge.alignments import alignment
from alignkit.exchange.badge.bodies import awarding_body, profile
from alignkit.exchange.badge.criteria import narrative
from alignkit.exchange.badge.names import urn_of
from alignkit.exchange.badge.results import result_descriptions
from alignkit.wording import count

_TYPES = {
    "micro-credential": "MicroCredential",
    "course": "Course",
    "module": "ext:Module",
    "programme": "LearningProgram",
    "cpd-activity": "ext:CPDActivity",
}
_LANGUAGE = re.compile(r"[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
# The levels as the EU's vocabulary names them; the code as other issuers write it.
_EQF = "http://data.europa.eu/snb/eqf/"


def achievement(case: Case, certified: Certifiable, *, whole: bool) -> dict[str, Any]:
    """Return the achievement of the whole curriculum, or of a part that bears neither its type nor its credits.

    Its id follows from all that it says.
    """
    curriculum = case.curriculum
    about = f"achievement {curriculum.id} {curriculum.version}"
    said = {
        "type": ["Achievement"],
        **({"achievementType": _TYPES[curriculum.kind]} if whole else {}),
        "name": curriculum.title if whole else f"{curriculum.title} (in part)",
        "description": _description(case, certified, whole=whole),
        "criteria": {"narrative": narrative(case, certified, whole=whole)},
        "creator": profile(awarding_body(case)),
        "humanCode": curriculum.id,
        **_facts(case, whole=whole),
        "alignment": [*_level(case, whole=whole), *(alignment(each, case.library) for each in certified.items)],
        "resultDescription": result_descriptions(certified, about),
    }
    stated = {key: value for key, value in said.items() if value not in ("", [])}
    return {"id": urn_of([about, stated]), **stated}


def _description(case: Case, certified: Certifiable, *, whole: bool) -> str:
    curriculum = case.curriculum
    if not whole:
        shown = f"{len(certified.outcomes)} of {count(len(case.outcomes), 'learning outcome')}"
        return f"A part of {curriculum.title}: {shown}. It is not the whole, and carries no credits."
    if curriculum.rationale and curriculum.rationale.statement.strip():
        return curriculum.rationale.statement
    return f"{curriculum.title}: {count(len(certified.outcomes), 'learning outcome')}, each assessed."


def _facts(case: Case, *, whole: bool) -> dict[str, Any]:
    curriculum = case.curriculum
    ects = curriculum.workload.ects if curriculum.workload else None
    return {
        **({"creditsAvailable": number(ects)} if whole and ects is not None else {}),
        **({"inLanguage": curriculum.language} if in_language(curriculum.language) else {}),
        **({"version": curriculum.version} if curriculum.version else {}),
    }


def in_language(code: str) -> bool:
    """Say whether Open Badges take the language's code."""
    return bool(_LANGUAGE.fullmatch(code))


def number(value: float) -> float:
    """Return the number, a whole one without a point: JSON-LD tells 3 from 3.0."""
    return int(value) if value == int(value) else value


def _level(case: Case, *, whole: bool) -> list[dict[str, Any]]:
    """Return the EQF level as others align with it; a part is of no level of its own."""
    level = case.curriculum.level
    if not whole or level is None or level.eqf is None:
        return []
    code = str(level.eqf)
    return [
        {
            "type": ["Alignment"],
            "targetCode": code,
            "targetName": f"EQF level {code}",
            "targetFramework": "European Qualifications Framework",
            "targetType": "ext:EQF",
            "targetUrl": f"{_EQF}{code}",
        }
    ]

"""What `check` found, as data: the format `alignkit-check/1`, described in docs/formats/check-json.md."""

import json
import re
from typing import Any

from alignkit.findings import Finding, Severity
from alignkit.render.place import place
from alignkit.rubrics.verdicts import Judged, Judgement
from alignkit.views.check import CheckView, CurriculumView
from alignkit.views.coverage import FrameworkView, RowView

FORMAT = "alignkit-check/1"
# JSON may hold them as they are, but a terminal that it is printed to would obey them, or show the text turned round.
_STEERING = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def render(view: CheckView) -> str:
    """Return the view as one JSON document, keys in the order in which they are described."""
    document = {
        "format": FORMAT,
        "status": view.status,
        "fail_on": view.fail_on,
        "summary": {
            "errors": view.number(Severity.ERROR),
            "warnings": view.number(Severity.WARNING),
            "infos": view.number(Severity.INFO),
            "waived": view.waived,
            "files": view.files,
            "unparsed": list(view.unparsed),
            "passed_over": list(view.passed_over),
            "refused": view.refused,
            "accepted": view.accepted,
        },
        "since": {"base": view.since.base, "known": view.since.known} if view.since else None,
        "findings": [_finding(shown.finding) for shown in view.findings],
        "curricula": [_curriculum(curriculum) for curriculum in view.curricula],
    }
    text = json.dumps(document, indent=2, ensure_ascii=False)
    return _STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "at": place(finding.at),
        "subject": finding.subject,
        "why": finding.why,
        "literature": list(finding.literature),
        "fix": finding.fix,
        "facts": finding.facts,
        "related": [{"at": place(related.at), "note": related.note} for related in finding.related],
    }


def _curriculum(curriculum: CurriculumView) -> dict[str, Any]:
    return {
        "id": curriculum.id,
        "title": curriculum.title,
        "kind": curriculum.kind,
        "file": curriculum.file,
        "size": dict(curriculum.size),
        "coverage": [_framework(framework) for framework in curriculum.frameworks],
        "rubrics": [_judgement(judgement) for judgement in curriculum.judgements],
    }


def _framework(framework: FrameworkView) -> dict[str, Any]:
    return {
        "framework": framework.id,
        "title": framework.title,
        "role": framework.role,
        "profession": framework.profession,
        "scope": list(framework.scope),
        "items": framework.total,
        "items_in_framework": framework.whole,
        "unverified": framework.unverified,
        "partial_only": framework.partial_only,
        "steps": [
            {"step": step.step, "reached": step.reached, "target": step.target, "needed": step.needed, "met": step.met}
            for step in framework.steps
        ],
        "branches": [_row(row) for row in framework.branches],
        "professions": [_row(row) for row in framework.professions],
    }


def _row(row: RowView) -> dict[str, Any]:
    claimed, taught, assessed, evidenced = row.reached
    return {
        "code": row.code,
        "title": row.title,
        "items": row.total,
        "claimed": claimed,
        "taught": taught,
        "assessed": assessed,
        "evidenced": evidenced,
    }


def _judgement(judgement: Judgement) -> dict[str, Any]:
    return {
        "rubric": judgement.rubric.id,
        "title": judgement.rubric.title,
        "preconditions": [_judged(judged) for judged in judgement.preconditions],
        "characteristics": [
            {
                "id": each.characteristic.id,
                "title": each.characteristic.title,
                "verdict": each.verdict.value,
                "met": each.met,
                "applicable": each.applicable,
                "criteria": [_judged(judged) for judged in each.criteria],
            }
            for each in judgement.characteristics
        ],
    }


def _judged(judged: Judged) -> dict[str, Any]:
    return {
        "id": judged.criterion.id,
        "title": judged.criterion.title,
        "need": judged.criterion.need,
        "verdict": judged.verdict.value,
        "reason": judged.reason,
        "findings": sorted({finding.code for finding in judged.findings}),
        "rests_on": [place(at) for at in judged.rests_on],
    }

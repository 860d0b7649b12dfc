"""A change as data: the format `alignkit-diff/1`, described in docs/diff-and-baseline.md."""

import json
from collections.abc import Iterable
from typing import Any

from alignkit.findings import Finding
from alignkit.render.place import place
from alignkit.views.diff import CurriculumDiff, DiffView, LadderView, RungView, StepsView, Whole

FORMAT = "alignkit-diff/1"


def render(view: DiffView) -> str:
    """Return the view as one JSON document in ASCII, keys in the order in which they are described."""
    document = {
        "format": FORMAT,
        "status": view.status,
        "fail_on": view.fail_on,
        "base": view.base,
        "head": view.head,
        "summary": {
            "lost": len(view.losses),
            "new": len(view.findings),
            "fixed": len(view.fixed),
            "excused": len(view.excused),
            "known": view.known,
            "failing": view.failing,
        },
        "unread": [{"file": file, "side": side} for file, side in view.unread],
        "settings": [_key(change) for change in view.settings],
        "removed": [_whole(whole) for whole in view.removed],
        "added": [_whole(whole) for whole in view.added],
        "curricula": [_curriculum(each) for each in view.curricula],
        "lost": [_finding(finding) for finding in view.losses],
        "new": [{**_finding(new.finding), "note": new.note} for new in view.findings],
        "fixed": [_finding(finding) for finding in view.fixed],
        "excused": [{**_finding(finding), "reason": reason} for finding, reason in view.excused],
    }
    return json.dumps(document, indent=2) + "\n"


def _whole(whole: Whole) -> dict[str, Any]:
    claims = [{"framework": id_, "claimed": claimed, "items": total} for id_, claimed, total in whole.claims]
    return {"id": whole.id, "title": whole.title, "file": whole.file, "claims": claims}


def _curriculum(each: CurriculumDiff) -> dict[str, Any]:
    return {
        "before": each.before,
        "after": each.after,
        "title": each.title,
        "file": {"before": each.files[0], "after": each.files[1]},
        "keys": [_key(change) for change in each.keys],
        "modules": [_part(part) for part in each.modules],
        "outcomes": [_part(part) for part in each.outcomes],
        "activities": [_part(part) for part in each.activities],
        "assessments": [_part(part) for part in each.assessments],
        "coverage": [_ladder(ladder) for ladder in each.ladders],
        "verdicts": [
            {
                "rubric": verdict.rubric,
                "id": verdict.id,
                "title": verdict.title,
                "before": verdict.before,
                "after": verdict.after,
            }
            for verdict in each.verdicts
        ],
    }


def _key(change: Any) -> dict[str, Any]:
    if change.dropped or change.added:
        return {"key": change.key, "dropped": list(change.dropped), "added": list(change.added)}
    return {"key": change.key, "before": change.before, "after": change.after}


def _part(part: Any) -> dict[str, Any]:
    moved = {"from": part.moved[0], "to": part.moved[1]} if part.moved else None
    keys = [_key(change) for change in part.keys]
    return {"before": part.before, "after": part.after, "title": part.title, "moved": moved, "keys": keys}


def _ladder(ladder: LadderView) -> dict[str, Any]:
    return {
        "before": ladder.before,
        "after": ladder.after,
        "items": _steps(ladder.totals),
        "steps": [{"step": step.step, **_steps(step)} for step in ladder.steps],
        "lost": _rungs(ladder.lost),
        "gained": _rungs(ladder.gained),
        "lost_with_framework": _rungs(ladder.framework_lost),
        "gained_with_framework": _rungs(ladder.framework_gained),
        "declaration": [_key(change) for change in ladder.use],
        "edition": {"new": list(ladder.came), "gone": list(ladder.left), "reworded": list(ladder.reworded)},
    }


def _steps(step: StepsView) -> dict[str, Any]:
    return {"before": step.before, "before_by_framework_now": step.through, "after": step.after}


def _rungs(rungs: Iterable[RungView]) -> list[dict[str, str]]:
    return [{"item": rung.code, "before": rung.before, "after": rung.after, "note": rung.note} for rung in rungs]


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "at": place(finding.at),
        "subject": finding.subject,
    }

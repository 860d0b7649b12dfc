"""The facts of a file written down as a curriculum: plain data, keys in the order of docs/formats/curriculum.md."""

from collections.abc import Iterable
from typing import Any

from alignkit.exchange.sheets.facts import Facts, Part, plain

_OUTCOME = ("bloom", "domain", "interprofessional")
_ACTIVITY = ("hours",)
_ASSESSMENT = ("purpose", "method", "weight")
_LINK = ("depth", "strength", "why")


def curriculum(facts: Facts, id_: str, title: str) -> dict[str, Any]:
    """Return the curriculum that the facts amount to; sections of which nothing is known are left out."""
    ids = {plain(key): part["id"] for key, part in facts.outcomes.items()}
    refs = [ref for outcome in facts.outcomes.values() for ref in outcome.get("aligns", ())]
    sections = {
        "frameworks": [{"use": name} for name in dict.fromkeys(ref.partition(":")[0] for ref in refs)],
        "outcomes": [_outcome(outcome) for outcome in facts.outcomes.values()],
        "modules": [_module(module, facts, ids) for module in facts.modules.values()],
        "assessments": [_assessment(assessment, ids) for assessment in facts.assessments.values()],
    }
    kind = {"kind": "programme"} if facts.programme else {}
    kept = {key: value for key, value in sections.items() if value or key == "outcomes"}
    return {"alignkit": "curriculum/1", "id": id_, "title": title, **kind, **kept}


def _outcome(outcome: Part) -> Part:
    aligns = [_link(ref, link) for ref, link in outcome.get("aligns", {}).items()]
    return {
        "id": outcome["id"],
        "text": outcome.get("text") or None,
        **_given(outcome, _OUTCOME),
        **({"aligns": aligns} if aligns else {}),
    }


def _link(ref: str, link: Part) -> Any:
    said = _given(link, _LINK)
    return {"to": ref, **said} if said else ref


def _given(part: Part, keys: Iterable[str]) -> Part:
    return {key: part[key] for key in keys if part.get(key) not in (None, "")}


def _module(module: Part, facts: Facts, ids: dict[str, str]) -> Part:
    activities = [
        {"id": part["id"], **_given(part, ("title", *_ACTIVITY)), **_outcomes(part, ids)}
        for part in facts.activities.values()
        if part["module"] == module["id"]
    ]
    return {"id": module["id"], **_given(module, ("title",)), **({"activities": activities} if activities else {})}


def _assessment(assessment: Part, ids: dict[str, str]) -> Part:
    own = _given(assessment, ("title", "purpose", "method"))
    return {"id": assessment["id"], **own, **_outcomes(assessment, ids), **_given(assessment, ("weight",))}


def _outcomes(part: Part, ids: dict[str, str]) -> Part:
    """Return the outcomes that a part names, spelt as they are where they are told."""
    named = list(dict.fromkeys(ids.get(plain(name), name) for name in part.get("outcomes", ())))
    return {"outcomes": named} if named else {}

"""The learning achievement specification: what is learned, how it is shown and learned, and who awards it."""

from collections.abc import Iterable
from typing import Any

from alignkit.analysis.case import Case
from alignkit.analysis.certifiable import Certifiable, Stated
from alignkit.analysis.microcredential import awarding_bodies
from alignkit.analysis.shares import as_typed
from alignkit.exchange.badge.alignments import alignment, item_name
from alignkit.exchange.badge.criteria import elements
from alignkit.exchange.badge.names import urn, web_address
from alignkit.exchange.europass import vocabularies
from alignkit.exchange.europass.nodes import Nodes, duration
from alignkit.model.curriculum import Assessment, Outcome, Provider

# As in the EU's samples: the first defines `id` and `type`, without which nothing would be of any kind.
CONTEXTS = ("https://www.w3.org/2018/credentials/v1", "http://data.europa.eu/snb/model/context/edc-ap")
# Elements of which the model has no part that could be filled, or none with an address that we know.
NOTED = ("Quality assurance", "Recognised by", "Stacking", "Supervision and identity")
_NOTES_IN = "en"


def specification(case: Case, certified: Certifiable) -> dict[str, Any]:
    """Return the specification as JSON-LD: a qualification where a level is stated, which only that can have."""
    curriculum, nodes = case.curriculum, Nodes(case)
    workload, level = curriculum.workload, curriculum.level
    eqf = level.eqf if level else None
    vision = curriculum.rationale.statement.strip() if curriculum.rationale else ""
    kind = "LearningAchievementSpecification" if eqf is None else "Qualification"
    said = {
        "title": nodes.text(curriculum.title),
        "description": nodes.text(vision) if vision else {},
        "category": nodes.text(curriculum.kind, _NOTES_IN),
        "identifier": nodes.node("Identifier", "id", {"notation": curriculum.id, "schemeName": "alignkit"}),
        "language": vocabularies.language(curriculum.language),
        "mode": vocabularies.mode(curriculum.delivery),
        "volumeOfLearning": duration(workload.hours if workload else None),
        "creditPoint": _credits(nodes, workload.ects if workload else None),
        "eqfLevel": vocabularies.eqf_level(eqf) if eqf is not None else {},
        "entryRequirement": nodes.note("prerequisites", curriculum.prerequisites),
        "learningOutcome": [_outcome(nodes, each.outcome, certified.items, case) for each in certified.outcomes],
        "provenBy": [_assessment(nodes, each) for each in certified.assessments],
        "influencedBy": [
            nodes.node(
                "LearningActivitySpecification",
                name,
                {"title": nodes.text(each.title or name), "volumeOfLearning": duration(each.hours)},
            )
            for name, each in case.activities.items()
        ],
        "awardingOpportunity": _opportunity(nodes, case),
        "additionalNote": [
            nodes.note(name, f"{name}: {text}", _NOTES_IN)
            for name, text in elements(case).items()
            if name in NOTED and text
        ],
    }
    return {"@context": list(CONTEXTS), **nodes.node(kind, "whole", said)}


def _credits(nodes: Nodes, credits_: float | None) -> dict[str, Any]:
    if credits_ is None:
        return {}
    return nodes.node("CreditPoint", "ects", {"framework": vocabularies.ects(), "point": as_typed(credits_)})


def _outcome(nodes: Nodes, outcome: Outcome, items: Iterable[Stated], case: Case) -> dict[str, Any]:
    related = [_skill(each, case) for each in items if outcome in each.outcomes]
    return nodes.node("LearningOutcome", outcome.id, {"title": nodes.text(outcome.text), "relatedSkill": related})


def _skill(stated: Stated, case: Case) -> dict[str, Any]:
    """Return an item as a concept of its framework; what a reader must not overlook is in its definition."""
    framework = stated.framework.framework
    said = alignment(stated, case.library)
    return {
        "id": item_name(stated),
        "type": "Concept",
        "inScheme": {
            "id": urn(framework.id),
            "type": "ConceptScheme",
            "prefLabel": {framework.language: said["targetFramework"]},
        },
        "prefLabel": {framework.language: said["targetName"]},
        "notation": stated.item.code,
        **({"definition": {_NOTES_IN: said["targetDescription"]}} if "targetDescription" in said else {}),
    }


def _assessment(nodes: Nodes, assessment: Assessment) -> dict[str, Any]:
    criteria = [nodes.note(f"{assessment.id} {number}", text) for number, text in enumerate(assessment.criteria)]
    scheme = {"title": nodes.text("Pass mark", _NOTES_IN), "description": nodes.text(assessment.pass_)}
    said = {
        "title": nodes.text(assessment.title or assessment.id),
        "description": nodes.text(assessment.task) if assessment.task else {},
        "category": nodes.text(assessment.method, _NOTES_IN) if assessment.method else {},
        "gradingScheme": nodes.node("GradingScheme", assessment.id, scheme) if assessment.pass_ else {},
        "additionalNote": [each for each in criteria if each],
    }
    return nodes.node("LearningAssessmentSpecification", assessment.id, said)


def awarding(case: Case) -> tuple[Provider, ...]:
    """Return the awarding bodies that can be described: the model has none without a country."""
    return tuple(body for body in awarding_bodies(case) if body.name.strip() and vocabularies.country(body.country))


def _opportunity(nodes: Nodes, case: Case) -> dict[str, Any]:
    bodies = [_organisation(nodes, body) for body in awarding(case)]
    return nodes.node("AwardingOpportunity", "award", {"awardingBody": bodies}) if bodies else {}


def _organisation(nodes: Nodes, body: Provider) -> dict[str, Any]:
    address = nodes.node("Address", body.name, {"countryCode": vocabularies.country(body.country)})
    page = web_address(body.url)
    said = {
        "legalName": nodes.text(body.name),
        "location": nodes.node("Location", body.name, {"address": address}),
        "homepage": nodes.node("WebResource", body.name, {"contentURL": page}) if page else {},
    }
    return nodes.node("Organisation", body.name, said)

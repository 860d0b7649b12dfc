"""What a micro-credential must state about itself."""

from alignkit.analysis.case import Case, Link
from alignkit.model.curriculum import Provider
from alignkit.model.vocabulary import PROVIDER_TYPES
from alignkit.phrase import Phrase

KIND = "micro-credential"
# Bodies that control entry to practice and licensure set or approve what is in these.
LICENSING_KINDS = ("regulator", "legislation", "accreditor")


def is_microcredential(case: Case) -> bool:
    """Say whether the curriculum is described as a micro-credential."""
    return case.curriculum.kind == KIND


def awarding_bodies(case: Case) -> tuple[Provider, ...]:
    """Return the bodies that award the credential."""
    return tuple(provider for provider in case.curriculum.providers if provider.role == "awarding-body")


def of_recognised_type(provider: Provider) -> bool:
    """Say whether the body is of a type that others know, not unstated or of the author's own naming."""
    return provider.type in PROVIDER_TYPES.words


def elements(case: Case) -> tuple[tuple[Phrase, bool], ...]:
    """Return the EU's mandatory elements that a description states itself, and whether each is there.

    The learner and the date of issue stand on each record; the title is required of every curriculum; rules of
    their own look at the awarding body and at quality assurance.
    """
    curriculum = case.curriculum
    workload, level = curriculum.workload, curriculum.level
    issuers = awarding_bodies(case) or curriculum.providers
    return (
        (
            Phrase("country of the issuer"),
            any(issuer.country for issuer in issuers),
        ),
        (Phrase("learning outcomes"), bool(curriculum.outcomes)),
        (Phrase("workload in hours or ECTS"), workload is not None and bool(workload.hours or workload.ects)),
        (Phrase("level"), level is not None and bool(level.eqf or level.nqf or level.cycle)),
        (Phrase("type of assessment"), any(assessment.method for assessment in curriculum.assessments)),
        (Phrase("form of participation"), bool(curriculum.delivery)),
    )


def licensing_uses(case: Case) -> tuple[str, ...]:
    """Return the frameworks claimed that come from bodies which control entry to practice."""
    return tuple(
        index.id for use, index in case.uses if use.role == "claim" and index.framework.kind in LICENSING_KINDS
    )


def licensing_links(case: Case) -> tuple[Link, ...]:
    """Return the alignments with an item of such a framework."""
    return tuple(
        link
        for link in case.links
        if link.reference.item
        and link.reference.framework
        and link.reference.framework.framework.kind in LICENSING_KINDS
    )

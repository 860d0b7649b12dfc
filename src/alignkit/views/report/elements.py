"""The standard elements of a European micro-credential: which of them the curriculum states, and as what."""

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.microcredential import awarding_bodies
from alignkit.rubrics.places import Stated, values
from alignkit.views.report.quality import EvidenceView, evidence_view

# Annex I of the Council recommendation: frameworks/quality/eu-microcredentials-2022.yaml.
FRAMEWORK = "eu-microcredentials-2022"
GROUPS = ("M", "O")
# What stands on each learner's record, and in no description of a course.
_ON_THE_RECORD = ("M1", "M5", "O3")
_STATED_AT = {
    "M2": ("title",),
    "M3": ("providers.country",),
    "M6": ("outcomes.id",),
    "M7": ("workload.hours", "workload.ects"),
    "M8": ("level.eqf", "level.nqf", "level.cycle"),
    "M9": ("assessments.method",),
    "M10": ("delivery",),
    "M11": ("credential.quality_assurance",),
    "O1": ("prerequisites",),
    "O2": ("credential.supervision",),
    "O4": ("credential.stackable",),
}


class ElementView(Struct, frozen=True):
    """One element: whether it is mandatory, and what the curriculum states of it; `on_record`: each record has it."""

    code: str
    title: str
    mandatory: bool
    on_record: bool
    stated: tuple[EvidenceView, ...]


def element_views(case: Case) -> tuple[ElementView, ...]:
    """Return the elements in the order of the annex; none where the library has no such framework."""
    index = case.library.find(FRAMEWORK)
    leaves = [leaf for group in GROUPS for leaf in index.below(group)] if index else []
    return tuple(
        ElementView(
            code=leaf.code,
            title=leaf.item.title,
            mandatory=leaf.parent == GROUPS[0],
            on_record=leaf.code in _ON_THE_RECORD,
            stated=_stated(case, leaf.code),
        )
        for leaf in leaves
        if leaf.code in _ON_THE_RECORD or leaf.code in _STATED_AT or leaf.code == "M4"
    )


def _stated(case: Case, code: str) -> tuple[EvidenceView, ...]:
    if code == "M4":
        found = [Stated(body.place("name"), body.name, "name") for body in awarding_bodies(case)]
    else:
        found = list(values(case, _STATED_AT.get(code, ())))
    return tuple(map(evidence_view, found))

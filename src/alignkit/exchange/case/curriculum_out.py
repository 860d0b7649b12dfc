"""A curriculum as a CASE 1.1 package: outcomes, modules, activities and assessments as items, alignments between them."""

from collections.abc import Iterable, Iterator
from typing import Any

from alignkit.analysis.case import Case, Link
from alignkit.exchange.case.package import Package, link
from alignkit.exchange.identity import derived, item_uuids
from alignkit.exchange.losses import Loss, Written
from alignkit.exchange.moment import UNKNOWN, moment
from alignkit.exchange.plain import plain
from alignkit.model.curriculum import Curriculum
from alignkit.model.located import Located, Mention

_STATUS = {"draft": "Draft", "approved": "Adopted", "retired": "Deprecated"}
# Keys of curriculum/1 that have a place in a package.
_PLACED = frozenset(("id", "title", "kind", "status", "version", "language", "outcomes", "modules", "assessments"))
# Keys of its parts that become an item's own attributes, items or associations.
_OWN = frozenset(("id", "title", "text", "task", "aligns", "outcomes", "activities"))

Ends = dict[str, dict[str, str]]
"""Id -> the link to the item of that id."""


def write_curriculum(case: Case) -> Written:
    """Return the curriculum as a package; alignments lead to the items of the frameworks, by their identifiers."""
    curriculum = case.curriculum
    dates = curriculum.dates
    said = (dates.start, dates.end) if dates else ()
    package = Package(f"curriculum/{curriculum.id}", moment(*said, curriculum.version, curriculum.id))
    package.document = _document(curriculum, package)
    root = link(package.document["title"], package.document["identifier"])
    outcomes = _add_outcomes(case, root, package)
    _add_modules(case, root, outcomes, package)
    for name, assessment in case.assessments.items():
        words = assessment.title or assessment.task or name
        here = _add_item(package, root, "Assessment", name, words, assessment)
        _point(package, here, "ext:assesses", name, assessment.outcomes, outcomes)
    lost = [*_without_place(curriculum, package), *_add_alignments(case, outcomes, package)]
    return Written(package.data(), tuple(sorted(lost)))


def _document(curriculum: Curriculum, package: Package) -> dict[str, Any]:
    return package.record(
        derived(package.name),
        caseVersion="1.1",
        creator=curriculum.providers[0].name if curriculum.providers else "not stated",
        title=curriculum.title or curriculum.id,
        description=curriculum.rationale.statement if curriculum.rationale else "",
        language=curriculum.language,
        version=curriculum.version,
        adoptionStatus=_STATUS.get(curriculum.status, ""),
        extensions={"format": "curriculum/1", "id": curriculum.id, "kind": curriculum.kind},
    )


def _without_place(curriculum: Curriculum, package: Package) -> Iterator[Loss]:
    for key in plain(curriculum):
        if key not in _PLACED:
            yield Loss(str(curriculum.key_place(key)), f"`{key}` of the curriculum", _WHY.get(key, "CASE has no place for it"))
    if package.changed == UNKNOWN:
        why = f"CASE requires a date and the file names none: {UNKNOWN[:10]} stands there; say `dates:` or `version:`"
        yield Loss(str(curriculum.at), "when the curriculum last changed", why)


_WHY = {
    "providers": "CASE names one creator: the first of them, by name",
    "rationale": "CASE has a description: the statement went there, and nothing else of it",
    "dates": "CASE has one date: the first day is taken for the last change",
    "frameworks": "CASE has no place for what a curriculum declares: only its alignments lead to frameworks",
}


def _add_item(package: Package, above: dict[str, str], type_: str, name: str, words: str, of: Located) -> dict[str, str]:
    """Add an item below another; return the link to it."""
    uuid = derived(f"{package.name}:{type_.lower()}:{name}")
    said = {key: value for key, value in plain(of).items() if key not in _OWN}
    package.items.append(
        package.record(
            uuid,
            fullStatement=words,
            CFItemType=type_,
            humanCodingScheme=name,
            CFItemTypeURI=package.item_type(type_, 0),
            extensions=said,
        )
    )
    here = link(name or words, uuid)
    package.associate(here, "isChildOf", above, f"{uuid}:isChildOf", sequenceNumber=len(package.items))
    return here


def _add_outcomes(case: Case, root: dict[str, str], package: Package) -> Ends:
    return {
        name: _add_item(package, root, "Outcome", name, outcome.text or name, outcome)
        for name, outcome in case.outcomes.items()
    }


def _add_modules(case: Case, root: dict[str, str], outcomes: Ends, package: Package) -> None:
    names = iter(case.activities)
    for number, module in enumerate(case.modules, 1):
        of_module = _add_item(package, root, "Module", module.id or str(number), module.title or module.id, module)
        for activity in module.activities:
            name = next(names)
            here = _add_item(package, of_module, "Activity", name, activity.title or name, activity)
            _point(package, here, "ext:addresses", name, activity.outcomes, outcomes)


def _point(
    package: Package, here: dict[str, str], type_: str, name: str, mentions: Iterable[Mention], outcomes: Ends
) -> None:
    """Add an association to each outcome that is mentioned and exists; rule R103 reports the others."""
    for mention in mentions:
        if mention.name in outcomes:
            package.associate(here, type_, outcomes[mention.name], f"{name}:{type_}:{mention.name}")


def _add_alignments(case: Case, outcomes: Ends, package: Package) -> Iterator[Loss]:
    """Add an association for each alignment with an item that is known; yield those that lead nowhere."""
    frameworks = {each.reference.framework.id: each.reference.framework for each in case.links if each.reference.framework}
    uuids = {
        f"{id_}:{item.code}": link(f"{id_}:{item.code}", uuid, item.identifier)
        for id_, index in frameworks.items()
        for item, _, uuid in reversed(item_uuids(index.framework))
    }
    for each in case.links:
        item = each.reference.item
        if item and each.outcome.id in outcomes:
            name = f"{each.outcome.id}:aligns:{item.ref}"
            more = {"notes": _in_words(each), "extensions": plain(each.alignment)}
            package.associate(outcomes[each.outcome.id], "isRelatedTo", uuids[item.ref], name, **more)
        else:
            why = "no item of that name is known, so that it has no identifier"
            yield Loss(str(each.alignment.at), f"the alignment with {each.alignment.to}", why)


def _in_words(each: Link) -> str:
    """Return what CASE has no attribute for: how far the alignment goes, and why."""
    alignment = each.alignment
    depth = f", depth {alignment.depth}" if alignment.depth else ""
    return f"Alignment: strength {alignment.strength}{depth}." + (f" {alignment.why}" if alignment.why else "")

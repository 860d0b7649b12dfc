"""A curriculum as a CASE 1.1 package: outcomes, modules, activities and assessments as items, and their relations."""

from collections.abc import Iterable, Iterator
from typing import Any

from alignkit.analysis.case import Case
from alignkit.exchange.case.package import Link, Package, link
from alignkit.exchange.identity import derived, item_uuids
from alignkit.exchange.losses import Loss, Written
from alignkit.exchange.moment import UNKNOWN, moment
from alignkit.exchange.plain import plain
from alignkit.model.curriculum import Alignment, Curriculum, Outcome
from alignkit.model.located import Located, Mention
from alignkit.wording import told_apart

_STATUS = {"draft": "Draft", "approved": "Adopted", "retired": "Deprecated"}
# Keys of curriculum/1 that have a place in a package.
_PLACED = frozenset(("id", "title", "kind", "status", "version", "language", "outcomes", "modules", "assessments"))
# Keys of its parts that become an item's own attributes, items or associations.
_OWN = frozenset(("id", "title", "text", "aligns", "outcomes", "activities"))
# Why the rest is lost, where CASE has something like it.
_WHY = {
    "providers": "CASE names one creator: the first of them, by name",
    "rationale": "CASE has a description: the statement went there, and nothing else of it",
    "dates": "CASE has one date: the first day is taken for the last change",
    "frameworks": "CASE has no place for what a curriculum declares: only its alignments lead to frameworks",
}


def write_curriculum(case: Case) -> Written:
    """Return the curriculum as a package; alignments lead to the items of the frameworks, by their identifiers."""
    curriculum = case.curriculum
    said = (curriculum.dates.start, curriculum.dates.end) if curriculum.dates else ()
    parts = _Parts(Package(f"curriculum/{curriculum.id}", moment(*said, curriculum.version, curriculum.id)), curriculum)
    for outcome in curriculum.outcomes:
        parts.add_outcome(outcome)
    names, modules = iter(case.activities), told_apart(module.id or "module" for module in case.modules)
    for module in case.modules:
        above = parts.add("Module", next(modules), module.title, module)
        for activity in module.activities:
            parts.add_pointing("Activity", next(names), activity, above)
    for name, assessment in case.assessments.items():
        parts.add_pointing("Assessment", name, assessment)
    lost = [*parts.lost, *_without_place(curriculum, parts.package), *_add_alignments(case, parts)]
    return Written(parts.package.data(), tuple(sorted(lost)))


class _Parts:
    """The package of a curriculum while its parts are added, and the links to its outcomes by id."""

    def __init__(self, package: Package, curriculum: Curriculum) -> None:
        self.package = package
        self.outcomes: dict[str, Link] = {}
        self.lost: list[Loss] = []
        package.document = _document(curriculum, package)
        self._root = link(package.document["title"], package.document["identifier"])

    def add(self, type_: str, name: str, words: str, of: Located, above: Link | None = None) -> Link:
        """Add an item at the top or below another; return the link to it."""
        uuid = derived(f"{self.package.name}:{type_.lower()}:{name}")
        said: dict[str, Any] = {
            "fullStatement": words or name,
            "CFItemType": type_,
            "humanCodingScheme": name,
            "CFItemTypeURI": self.package.item_type(type_, 0),
            "extensions": {key: value for key, value in plain(of).items() if key not in _OWN},
        }
        self.package.items.append(self.package.record(uuid, **said))
        here = link(name, uuid)
        place = {"sequenceNumber": len(self.package.items)}
        self.package.associate(f"{uuid}:isChildOf", here, "isChildOf", above or self._root, **place)
        return here

    def add_outcome(self, outcome: Outcome) -> None:
        """Add an outcome, unless another has its id: then nobody can speak of it."""
        if outcome.id in self.outcomes:
            why = "an id is the name of one outcome"
            self.lost.append(Loss(str(outcome.at), f"the second outcome {outcome.id}", why))
        else:
            self.outcomes[outcome.id] = self.add("Outcome", outcome.id, outcome.text, outcome)

    def add_pointing(self, type_: str, name: str, of: Any, above: Link | None = None) -> None:
        """Add an item, and an association to each outcome that it mentions."""
        here = self.add(type_, name, of.title, of, above)
        verb = {"Activity": "ext:addresses", "Assessment": "ext:assesses"}[type_]
        mentions: Iterable[Mention] = of.outcomes
        for mention in mentions:
            if mention.name in self.outcomes:
                self.package.associate(f"{name}:{verb}:{mention.name}", here, verb, self.outcomes[mention.name])
            else:
                why = "the curriculum has no outcome of that id"
                self.lost.append(Loss(str(mention.at), f"that {name} is for {mention.name}", why))


def _document(curriculum: Curriculum, package: Package) -> dict[str, Any]:
    return package.record(
        derived(package.name),
        caseVersion="1.1",
        creator=(curriculum.providers[0].name if curriculum.providers else "") or "not stated",
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
            why = _WHY.get(key, "CASE has no place for it")
            yield Loss(str(curriculum.key_place(key)), f"`{key}` of the curriculum", why)
    if package.changed == UNKNOWN:
        why = f"CASE requires a date and the file names none: {UNKNOWN[:10]} stands there; say `dates:` or `version:`"
        yield Loss(str(curriculum.at), "when the curriculum last changed", why)


def _add_alignments(case: Case, parts: _Parts) -> Iterator[Loss]:
    """Add an association for each alignment with an item that is known; yield those that lead nowhere."""
    items = _items_aligned_with(case)
    for each in case.links:
        alignment, item = each.alignment, each.reference.item
        if item and each.outcome.id in parts.outcomes:
            name = f"{each.outcome.id}:aligns:{item.ref}"
            more = {"notes": _in_words(alignment), "extensions": plain(alignment)}
            parts.package.associate(name, parts.outcomes[each.outcome.id], "isRelatedTo", items[item.ref], **more)
        else:
            why = "no item of that name is known, so that it has no identifier"
            yield Loss(str(alignment.at), f"the alignment with {alignment.to}", why)


def _items_aligned_with(case: Case) -> dict[str, Link]:
    """Return the link to each item of the frameworks that alignments lead to, by its reference."""
    found: dict[str, Link] = {}
    frameworks = [each.reference.framework for each in case.links if each.reference.framework]
    for index in {index.id: index for index in frameworks}.values():
        for item, _, uuid in item_uuids(index.framework):
            ref = f"{index.id}:{item.code}"
            found.setdefault(ref, link(ref, uuid, item.identifier))
    return found


def _in_words(alignment: Alignment) -> str:
    """Return what CASE has no attribute for: how far the alignment goes, and why."""
    depth = f", depth {alignment.depth}" if alignment.depth else ""
    return f"Alignment: strength {alignment.strength}{depth}." + (f" {alignment.why}" if alignment.why else "")

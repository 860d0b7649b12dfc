"""What moving a curriculum to another edition takes: what a crosswalk makes safe, and what a person has to decide."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from alignkit.analysis.case import Case, Link
from alignkit.analysis.counterparts import STANDING, Counterparts
from alignkit.analysis.coverage import Coverage, Links, cover
from alignkit.library.index import FrameworkIndex
from alignkit.model.curriculum import FrameworkUse
from alignkit.model.located import Located
from alignkit.source.node import Node
from alignkit.wording import count, listed

NOTHING = "nothing"


class Move(Struct, frozen=True):
    """A text of the file that becomes another; `link` is the alignment that it is of, where it is of one."""

    node: Node
    before: str
    after: str
    link: Link | None = None


class Candidate(Struct, frozen=True):
    """What may take a text's place, or NOTHING; how it relates ("" where that is not the point), and the reason."""

    after: str
    relation: str
    reason: str


class Question(Struct, frozen=True):
    """A text of the file of which only a person can say what becomes of it; `link` as for a move."""

    node: Node
    before: str
    candidates: tuple[Candidate, ...]
    link: Link | None = None


Step = Move | Question


class Editions(Struct, frozen=True):
    """The framework that a curriculum leaves, the one it moves to, and what of the one stands for what of the other."""

    before: FrameworkIndex
    after: FrameworkIndex
    known: Counterparts

    def safe(self, code: str) -> str:
        """Return the code that an item may be moved to without asking, or ""."""
        target = self.known.safe(code)
        return target if target in self.after.items else ""

    def candidates(self, code: str) -> tuple[Candidate, ...]:
        """Return what may stand for an item, or why nothing does."""
        if code not in self.before.items:
            return (Candidate(NOTHING, "", f"{self.before.id} has no {code}"),)
        found = [pair for pair in self.known.of(code) if pair.after in self.after.items]
        return tuple(
            Candidate(f"{self.after.id}:{pair.after}", _relation(pair.relation, by_wording=pair.by_wording), pair.note)
            for pair in found
        ) or (Candidate(NOTHING, "", self._why_nothing()),)

    def _why_nothing(self) -> str:
        if self.known.basis.crosswalk:
            return f"the crosswalk has nothing in {self.after.id} that stands for it"
        return f"there is no crosswalk, and nothing in {self.after.id} has words like it"


def _relation(relation: str, *, by_wording: bool) -> str:
    return "by its words alone" if by_wording else relation


def steps(case: Case, editions: Editions) -> tuple[Step, ...]:
    """Return what becomes of each alignment with the old edition, and of each place where it is declared."""
    aligned = tuple(_alignments(case, editions))
    asked = sum(isinstance(step, Question) and step.link is not None for step in aligned)
    return (*aligned, *_declarations(case, editions, asked))


def _alignments(case: Case, editions: Editions) -> Iterator[Step]:
    there = {(link.outcome.id, link.reference.item.ref) for link in case.links if link.reference.item}
    for link in case.links:
        if link.reference.framework is editions.before:
            yield from _alignment(link, editions, there)


def _alignment(link: Link, editions: Editions, there: set[tuple[str, str]]) -> Iterator[Step]:
    node, typed = _node(link.alignment, "to"), link.alignment.to
    safe = editions.safe(link.reference.code)
    target = f"{editions.after.id}:{safe}"
    if not safe:
        yield Question(node, typed, editions.candidates(link.reference.code), link)
    elif (link.outcome.id, target) in there:
        taken = f"{link.outcome.id} is aligned with it already, so this one can go"
        yield Question(node, typed, (Candidate(target, "", taken),), link)
    else:
        there.add((link.outcome.id, target))
        yield Move(node, typed, target, link)
        if link.alignment.reviewed:
            review = Candidate(target, "", f"moved; its review was of {typed}, so have it confirmed")
            yield Question(node, typed, (review,))


def _declarations(case: Case, editions: Editions, asked: int) -> Iterator[Step]:
    declared = [(use, case.library.find(use.use)) for use in case.curriculum.frameworks]
    reason = f"{count(asked, 'alignment')} with it to decide on first; then run this again" if asked else ""
    if any(index is editions.after for _, index in declared):
        reason = f"{editions.after.id} is declared already; this one can go once nothing is aligned with it"
    for use, index in declared:
        if index is editions.before:
            yield from _declaration(use, editions, reason)


def _declaration(use: FrameworkUse, editions: Editions, reason: str) -> Iterator[Step]:
    """Yield how `use:` moves with its scope: only whole, and only where nothing speaks against it.

    What it promises is measured by the new edition from then on, so every alignment has to be there first.
    """
    node, after = _node(use, "use"), editions.after.id
    unsafe = [mention.name for mention in use.scope if not editions.safe(mention.name)]
    if reason or unsafe:
        scope = f"what stands for {listed(unsafe)} of its scope has to be decided first"
        yield Question(node, f"use {use.use}", (Candidate(after, "", reason or scope),))
    for mention in use.scope:
        place, target = _node(mention, "name"), editions.safe(mention.name)
        if mention.name in unsafe:
            yield Question(place, f"scope {mention.name}", editions.candidates(mention.name))
        elif not reason and not unsafe and target != mention.name:
            yield Move(place, mention.name, target)
    if not reason and not unsafe:
        yield Move(node, use.use, after)


def _node(record: Located, key: str) -> Node:
    """Return the node of the value under a key, which is the record's own where it is written as a bare text."""
    node = record.origin.node
    return node.value[key] if isinstance(node.value, dict) else node


def at_best(case: Case, asked: tuple[Question, ...], editions: Editions) -> Coverage:
    """Return the coverage of the new edition by a curriculum if every question were answered with its candidates.

    What is only related stands for nothing, and what asks for more is served in part.
    """
    links = case.links_for()
    full, partial = _copied(links.full), _copied(links.partial)
    for question in asked:
        for candidate in question.candidates if question.link else ():
            whole = candidate.relation in STANDING and candidate.relation != "broad"
            if question.link and question.link.alignment.strength != "partial" and whole:
                full.setdefault(candidate.after, []).append(question.link.outcome.id)
            elif question.link and candidate.relation in STANDING:
                partial.setdefault(candidate.after, []).append(question.link.outcome.id)
    answered = Links(_each_once(full), _each_once(partial), links.taught, links.assessed, links.evidencing)
    use = next(use for use, index in case.uses if index.id == editions.after.id)
    return cover(use, editions.after, answered)


def _copied(claims: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    return {ref: list(outcomes) for ref, outcomes in claims.items()}


def _each_once(claims: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {ref: tuple(dict.fromkeys(outcomes)) for ref, outcomes in claims.items()}

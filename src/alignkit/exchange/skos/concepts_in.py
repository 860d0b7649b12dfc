"""SKOS concepts -> items of ours, what has no place lost by name."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from alignkit.exchange.case.words import UNVERIFIED
from alignkit.exchange.skos.framework_out import parts_of
from alignkit.exchange.skos.graph_in import Statements
from alignkit.exchange.skos.iris import identifier_said
from alignkit.exchange.skos.nodes import Text
from alignkit.exchange.tally import Tally
from alignkit.exchange.tree import TOP, Found, natural

NO_PLACE = "our format has no place for it"
# What of a concept has a place in an item, is a place in the tree, or is kept as an association.
_PLACED = frozenset((
    "rdf:type", "skos:inScheme", "skos:topConceptOf", "skos:broader", "skos:narrower", "skos:notation",
    "skos:prefLabel", "skos:definition", "dc:type", "alignkit:verified", "alignkit:seenIn", "alignkit:title",
    "alignkit:order",
))  # fmt: skip
KEPT = (
    "skos:exactMatch", "skos:closeMatch", "skos:broadMatch", "skos:narrowMatch", "skos:relatedMatch", "skos:related",
)  # fmt: skip


class Reader(Struct):
    """Reads the concepts of one scheme; `ours` says whether alignkit wrote it."""

    statements: Statements
    scheme: str
    language: str
    ours: bool
    tally: Tally

    def items(self, concepts: list[str]) -> list[Found]:
        """Return the concepts with their values and parents."""
        known = set(concepts)
        above = self._above(concepts)
        top = set(self.statements.nodes(self.scheme, "skos:hasTopConcept"))
        return [self._item(iri, known, above.get(iri, []), is_top=iri in top) for iri in concepts]

    def _above(self, concepts: list[str]) -> dict[str, list[str]]:
        """Return the parents that name a concept as narrower, by the concept."""
        found: dict[str, list[str]] = {}
        for iri in concepts:
            for child in self.statements.nodes(iri, "skos:narrower"):
                found.setdefault(child, []).append(iri)
        return found

    def _item(self, iri: str, known: set[str], named_by: list[str], *, is_top: bool) -> Found:
        of = self.statements
        broader = dict.fromkeys((*of.nodes(iri, "skos:broader"), *named_by))
        parents = [each for each in broader if each in known]
        top = is_top or of.nodes(iri, "skos:topConceptOf")
        code = self._one(iri, "skos:notation")
        order = of.text(iri, "alignkit:order")
        number = int(order) if order.isdecimal() and len(order) <= 15 else None  # noqa: PLR2004 - no more items than that
        placed = [(parent, number) for parent in parents] + ([(TOP, number)] if top or not parents else [])
        label, definition = self._in_language(iri, "skos:prefLabel"), self._in_language(iri, "skos:definition")
        title, text = parts_of(label, definition, code)
        values: dict[str, Any] = {"title": title, "text": text, "source": of.text(iri, "alignkit:seenIn")}
        if of.texts(iri, "alignkit:title"):
            values["title"] = of.text(iri, "alignkit:title")
        notes = [note.text for note in of.texts(iri, "skos:editorialNote")]
        if UNVERIFIED in notes or of.text(iri, "alignkit:verified") == "false":
            values["verified"] = False
        values["identifier"] = self.identifier(iri)
        self._name_losses(iri)
        return Found(iri, f"<{iri}>", code, values, self._one(iri, "dc:type"), placed, (natural(code), natural(label)))

    def identifier(self, iri: str) -> str:
        """Return the identifier to keep: what our own file says beside the IRI, else what the IRI says."""
        said = self.statements.text(iri, "dcterms:identifier") if self.ours else ""
        return said or ("" if iri.startswith("_:") else identifier_said(iri))

    def _one(self, iri: str, term: str) -> str:
        texts = self.statements.texts(iri, term)
        for _ in texts[1:]:
            self.tally.also(f"<{iri}>", f"a second `{term}`", "concept", "an item has one")
        return texts[0].text if texts else ""

    def _in_language(self, iri: str, term: str) -> str:
        texts = self.statements.texts(iri, term)
        chosen = in_language(texts, self.language)
        for other in texts:
            if other is not chosen:
                why = f"the framework is in one language here: {self.language or 'the first'}"
                self.tally.also(f"<{iri}>", f"`{term}` in other words or languages", "concept", why)
        return chosen.text if chosen else ""

    def _name_losses(self, iri: str) -> None:
        for term in self.statements.said.get(iri, {}):
            if not (term in _PLACED or term in KEPT or self._goes_without_saying(iri, term)):
                self.tally.also(f"<{iri}>", f"`{term}`", "concept", NO_PLACE)

    def _goes_without_saying(self, iri: str, term: str) -> bool:
        """Say whether a term of a concept only repeats what is read elsewhere."""
        if term == "skos:editorialNote":
            return all(note.text == UNVERIFIED for note in self.statements.texts(iri, term))
        return self.ours and term == "dcterms:identifier"


def in_language(texts: list[Text], language: str) -> Text | None:
    """Return the text in the language, else one in none, else the first."""
    for wanted in (language.lower(), ""):
        for text in texts:
            if text.language.lower() == wanted:
                return text
    return texts[0] if texts else None


def language_of(statements: Statements, iris: Iterable[str]) -> str:
    """Return the language of most labels."""
    spoken = Counter(text.language for iri in iris for text in statements.texts(iri, "skos:prefLabel") if text.language)
    return next((language for language, _ in spoken.most_common(1)), "")

"""Competencies of CTDL-ASN -> items of ours, each below the parents that either side names."""

from alignkit.exchange.ctdl.graph import Asn
from alignkit.exchange.ctdl.values import first, links, texts
from alignkit.exchange.json_at import At
from alignkit.exchange.json_input import named
from alignkit.exchange.tally import Tally
from alignkit.exchange.tree import TOP, Found, natural

NO_PLACE = "our format has no place for it"
_ABSENT = "it is not in the file"
# What has a place, says nothing that is not said elsewhere, or is a link that is kept.
_OF_COMPETENCY = frozenset((
    "@id", "@type", "ceterms:ctid", "ceasn:competencyText", "ceasn:competencyLabel", "ceasn:codedNotation",
    "ceasn:competencyCategory", "ceasn:isPartOf", "ceasn:isTopChildOf", "ceasn:isChildOf",
    "ceasn:hasChild", "ceasn:inLanguage",
))  # fmt: skip
# What an item has one of.
_ONE = ("ceasn:competencyLabel", "ceasn:competencyText", "ceasn:competencyCategory", "ceasn:codedNotation")
# Links from one competency to another that are kept, the graded ones first.
GRADED = {
    "ceasn:exactAlignment": "exact",
    "ceasn:majorAlignment": "close",
    "ceasn:minorAlignment": "related",
    "ceasn:broadAlignment": "broad",
    "ceasn:narrowAlignment": "narrow",
}
LINKS = (
    *GRADED, "ceasn:alignTo", "ceasn:alignFrom", "ceasn:prerequisiteAlignment", "ceasn:comprisedOf",
    "ceasn:crossSubjectReference", "ceasn:derivedFrom", "ceasn:isVersionOf", "ceasn:skillEmbodied",
    "ceasn:knowledgeEmbodied", "ceasn:abilityEmbodied", "ceasn:taskEmbodied", "ceasn:inferredCompetency",
)  # fmt: skip


def read_competencies(asn: Asn, home: str, language: str, tally: Tally) -> list[Found]:
    """Return the competencies of a framework with their values and parents."""
    addresses = asn.competencies_of(home)
    known, above = set(addresses), _Above(asn, home, addresses, tally)
    found = []
    for address in addresses:
        node = asn.competencies[address]
        parents = dict.fromkeys((*links(node, "ceasn:isChildOf"), *above.parents.get(address, ())))
        placed = [(parent, above.numbers.get((parent, address))) for parent in parents if parent in known]
        if not placed or home in links(node, "ceasn:isTopChildOf"):
            placed.append((TOP, above.numbers.get((TOP, address))))
        for other in links(node, "ceasn:isPartOf", "ceasn:isTopChildOf"):
            if other != home:
                tally.also(node.place("ceasn:isPartOf"), "a further framework", "competency", "an item is in one here")
        found.append(_item(address, node, placed, language, tally))
    return found


class _Above:
    """What is said from above: the parents that name a child, and the number that it has among theirs."""

    def __init__(self, asn: Asn, home: str, addresses: list[str], tally: Tally) -> None:
        self.numbers: dict[tuple[str, str], int] = {}
        self.parents: dict[str, list[str]] = {}
        self._asn, self._tally = asn, tally
        self._number(TOP, asn.frameworks[home], "ceasn:hasTopChild", "at the top")
        for address in addresses:
            for child in self._number(address, asn.competencies[address], "ceasn:hasChild", "below another"):
                self.parents.setdefault(child, []).append(address)

    def _number(self, parent: str, node: At, key: str, place: str) -> list[str]:
        """Return the children that a node names, once they have their numbers."""
        children = links(node, key)
        for number, child in enumerate(children):
            self.numbers.setdefault((parent, child), number)
            if child not in self._asn.competencies:
                self._tally.also(node.place(key), f"the place {place}", "competency", _ABSENT)
        return children


def _item(address: str, node: At, placed: list[tuple[str, int | None]], language: str, tally: Tally) -> Found:
    code = first(node, "ceasn:codedNotation")
    values = {
        "title": first(node, "ceasn:competencyLabel", language=language),
        "text": first(node, "ceasn:competencyText", language=language),
        "identifier": address,
    }
    level = first(node, "ceasn:competencyCategory", language=language)
    name_unplaced(node, _OF_COMPETENCY.union(LINKS), "competency", tally)
    for key in _ONE:
        if texts(node, key)[1:]:
            tally.also(node.place(key), f"a further `{key}`", "competency", "an item has one, in one language")
    if not address.endswith(node.text("ceterms:ctid")):
        tally.also(
            node.place("ceterms:ctid"), "the CTID", "competency", "its address is kept, which does not end in it"
        )
    rank = natural(first(node, "ceasn:listID")), natural(code)
    return Found(address, node.path, code, values, level, placed, rank)


def name_unplaced(node: At, placed: frozenset[str], of: str, tally: Tally) -> None:
    """Name everything that a node says and that has no place."""
    for key, value in node.value.items():
        if key not in placed and value not in (None, "", [], {}):
            tally.also(node.place(key), named(key), of, NO_PLACE)

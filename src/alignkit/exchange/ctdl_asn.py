"""CTDL-ASN: competency frameworks of the Credential Registry are read, graded alignments as crosswalks."""

from collections.abc import Iterator
from typing import Any

from alignkit.exchange.ctdl.competencies_in import GRADED, LINKS
from alignkit.exchange.ctdl.framework_in import read_framework
from alignkit.exchange.ctdl.graph import Asn, read_asn
from alignkit.exchange.ctdl.values import links
from alignkit.exchange.formats import Format, Imported, Importer
from alignkit.exchange.grow import Grown, understood
from alignkit.exchange.tally import Tally
from alignkit.exchange.together import together
from alignkit.wording import count

Mappings = dict[tuple[str, str], list[dict[str, str]]]
"""The ids of two frameworks -> the mappings from the one to the other."""


def recognises(name: str, head: bytes) -> bool:
    """Say whether a file seems to be CTDL-ASN, from its first bytes."""
    return name.casefold().endswith((".json", ".jsonld")) and b"ceasn:" in head


def read_ctdl(name: str, data: bytes) -> Imported:
    """Return the frameworks of a file, and a crosswalk between any two of them whose competencies it aligns."""
    asn, tally = read_asn(name, data), Tally()
    read = {home: read_framework(asn, home, tally) for home in asn.frameworks}
    frameworks = dict(zip(read, together(document for document, _ in read.values()).values(), strict=True))
    kept = _Kept(asn, {home: document["id"] for home, document in frameworks.items()}, read)
    said: list[str] = []
    for home, (_, grown) in read.items():
        associations = list(kept.associations(home, grown))
        frameworks[home] |= {"associations": associations} if associations else {}
        said += understood("The framework", frameworks[home], grown)
    for node in asn.others:
        tally.also(node.path, "everything", "node", "it is neither a framework nor a competency")
    crosswalks = [_crosswalk(pair, mappings) for pair, mappings in kept.mappings.items()]
    for each in crosswalks:
        verb = "is" if len(each["mappings"]) == 1 else "are"
        said.append(f"{count(len(each['mappings']), 'alignment')} {verb} read as the crosswalk {each['id']}.")
    return Imported(together([*frameworks.values(), *crosswalks]), tuple(said), tally.losses)


class _Kept:
    """What competencies say of one another besides the tree: mappings between frameworks of the file, else kept."""

    def __init__(self, asn: Asn, ids: dict[str, str], read: dict[str, tuple[dict[str, Any], Grown]]) -> None:
        self._asn, self._ids = asn, ids
        self._codes = {address: code for _, grown in read.values() for address, code in grown.codes.items()}
        self.mappings: Mappings = {}

    def associations(self, home: str, grown: Grown) -> Iterator[dict[str, str]]:
        """Yield what a framework keeps, and put aside what is a mapping to another."""
        for item, parent in grown.tree.also:
            yield {"from": self._codes[item.key], "type": "ceasn:isChildOf", "to": self._codes.get(parent, home)}
        for address, code in grown.codes.items():
            node = self._asn.competencies[address]
            for parent in links(node, "ceasn:isChildOf"):
                if parent != home and self._asn.part_of.get(parent) != home:
                    yield {"from": code, "type": "ceasn:isChildOf", "to": parent}
            for key in LINKS:
                for target in links(node, key):
                    yield from self._linked(home, address, key, target)

    def _linked(self, home: str, address: str, key: str, target: str) -> Iterator[dict[str, str]]:
        other = self._asn.part_of.get(target, home)
        if other != home and key in GRADED:
            mapping = {"from": self._codes[address], "to": self._codes[target], "relation": GRADED[key]}
            self.mappings.setdefault((self._ids[home], self._ids[other]), []).append(mapping)
            return
        near = other == home and target in self._codes
        yield {"from": self._codes[address], "type": key, "to": self._codes[target] if near else target}


def _crosswalk(pair: tuple[str, str], mappings: list[dict[str, str]]) -> dict[str, Any]:
    """Return the crosswalk: who publishes the competencies says how they are aligned."""
    head = {"alignkit": "crosswalk/1", "id": "--".join(pair), "from": pair[0], "to": pair[1], "method": "published"}
    return {**head, "mappings": mappings}


FORMAT = Format(title="CTDL-ASN (Credential Registry)", importer=Importer(recognises, read_ctdl))

"""The parts of a CASE 1.1 package, each as the official schema wants it."""

import re
from typing import Any

from alignkit.exchange.identity import derived, uri_for, uuid_for
from alignkit.exchange.json_output import json_bytes

# Under `extensions` of each class, what CASE has no attribute for.
OURS = "alignkit"

# The association types of CASE 1.1; any other begins with "ext:".
KNOWN_TYPES = frozenset((
    "isChildOf", "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy", "exemplar",
    "hasSkillLevel", "isTranslationOf",
))  # fmt: skip

_NOT_IN_TYPES = re.compile(r"[^A-Za-z0-9._]+")


Link = dict[str, str]
"""How CASE points at something: its title, identifier and address."""


def link(title: str, uuid: str, identifier: str = "") -> Link:
    """Return how CASE points at something: its title, identifier and address."""
    return {"title": title, "identifier": uuid, "uri": uri_for(identifier, uuid)}


def outside(identifier: str, title: str = "") -> Link:
    """Return how CASE points at something that is in no file of ours."""
    return link(title or identifier, uuid_for(identifier, identifier), identifier)


def outside_said(identifier: str, uri: str) -> str:
    """Return how we speak of what is in no file of ours: by its address where it has one, else by its identifier."""
    return identifier if uri in ("", f"urn:uuid:{identifier}") else uri


def association_type(type_: str) -> str:
    """Return the type as CASE 1.1 allows it: its own, or `ext:` and a name."""
    if type_ in KNOWN_TYPES:
        return type_
    return "ext:" + (_NOT_IN_TYPES.sub("_", type_.removeprefix("ext:")) or "_")


class Package:
    """A package that grows: one document, items, associations, and what they are defined by."""

    def __init__(self, name: str, changed: str) -> None:
        """Begin the package of what alignkit calls `name`; everything in it last changed then."""
        self.name = name
        self.changed = changed
        self.document: dict[str, Any] = {}
        self.items: list[dict[str, Any]] = []
        self.associations: list[dict[str, Any]] = []
        self._types: dict[str, dict[str, Any]] = {}
        self._licences: dict[str, dict[str, Any]] = {}
        self._names: dict[str, int] = {}

    def record(self, uuid: str, identifier: str = "", **more: Any) -> dict[str, Any]:
        """Return the attributes that every class has, and those of `more` that say something."""
        said = {key: value for key, value in more.items() if value not in ("", None, {}, [])}
        return {
            "identifier": uuid,
            "uri": uri_for(identifier, uuid),
            **{key: value for key, value in said.items() if key != "extensions"},
            "lastChangeDateTime": self.changed,
            **({"extensions": {OURS: said["extensions"]}} if "extensions" in said else {}),
        }

    def associate(self, name: str, origin: Link, type_: str, destination: Link, **more: Any) -> None:
        """Add an association; `name` says what it joins, and comes again only where two say the same."""
        self._names[name] = self._names.get(name, 0) + 1
        name = name if self._names[name] == 1 else f"{name}:{self._names[name]}"
        identifier = more.pop("identifier", "")
        ends = {"originNodeURI": origin, "destinationNodeURI": destination}
        uuid = uuid_for(identifier, f"{self.name}:{name}")
        self.associations.append(self.record(uuid, identifier, associationType=type_, **ends, **more))

    def item_type(self, title: str, depth: int) -> Link:
        """Return a link to the type of items of that title, which is defined at its first use."""
        uuid = derived(f"{self.name}::level:{title}")
        if title not in self._types:
            of = {"title": title, "description": title, "hierarchyCode": str(depth + 1), "typeCode": title}
            self._types[title] = self.record(uuid, **of)
        return link(title, uuid)

    def licence(self, text: str) -> Link:
        """Return a link to a licence, which is defined at its first use."""
        uuid = derived(f"{self.name}::licence:{text}")
        self._licences[text] = self.record(uuid, title=text, licenseText=text)
        return link(text, uuid)

    def data(self) -> bytes:
        """Return the package as a file."""
        defined = {"CFLicenses": self._licences, "CFItemTypes": self._types}
        definitions = {key: list(found.values()) for key, found in defined.items() if found}
        return json_bytes({
            "CFDocument": self.document,
            "CFItems": self.items,
            "CFAssociations": self.associations,
            **({"CFDefinitions": definitions} if definitions else {}),
        })  # fmt: skip

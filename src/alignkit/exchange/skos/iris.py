"""The IRIs of frameworks and items: their own address where they came with one, else their UUID."""

from alignkit.exchange.identity import framework_uuid, item_uuids, uuid_for, uuid_in
from alignkit.exchange.skos.nodes import Text, is_iri
from alignkit.model.framework import Framework, Item


def iri_for(identifier: str, uuid: str, name: str) -> str:
    """Return the IRI of what has this identifier, UUID and name: its own address where that is an IRI and its alone."""
    own = is_iri(identifier) and uuid_for(identifier, name) == uuid
    return identifier if own else f"urn:uuid:{uuid}"


def identifier_said(iri: str) -> str:
    """Return the identifier that an IRI says: the UUID, or the address itself."""
    return iri.removeprefix("urn:uuid:")


def unsaid(identifier: str, iri: str) -> Text | None:
    """Return an identifier that its IRI does not say, as a text of its own."""
    return Text(identifier) if identifier and identifier != identifier_said(iri) else None


def scheme_iri(framework: Framework) -> str:
    """Return the IRI of the framework."""
    return iri_for(framework.identifier, framework_uuid(framework), framework.id)


def item_iris(framework: Framework) -> list[tuple[Item, int, str]]:
    """Return every item with its depth and its IRI, in the publisher's order."""
    return [
        (item, depth, iri_for(item.identifier, uuid, f"{framework.id}:{item.code}"))
        for item, depth, uuid in item_uuids(framework)
    ]


def outside_iri(identifier: str) -> str:
    """Return the IRI of what is in no file of ours: its own, else one of its UUID, else ""."""
    if is_iri(identifier):
        return identifier
    return f"urn:uuid:{identifier.lower()}" if uuid_in(identifier) == identifier.lower() else ""

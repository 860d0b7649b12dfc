"""Identifiers that stay the same for ever: what a publisher gave, else derived from ids and codes.

An identifier is a UUID of version 5 in the namespace below. Its name is how alignkit speaks of the thing:
`ipec-2023` for a framework, `ipec-2023:VE1` for an item. docs/exchange-case-skos.md lists the other names; neither they
nor the namespace may ever change, since others refer to what follows from them.
"""

import re
from uuid import NAMESPACE_URL, UUID, uuid5

from alignkit.model.framework import Framework, Item

# Version 5 itself: of the name "alignkit" in the namespace for domain names.
NAMESPACE = UUID("c53d6cdb-9c19-52af-8669-58a4ddb0d6fe")

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)


def derived(name: str) -> str:
    """Return the UUID that follows from a name."""
    # A name of a hostile file may hold half a character, which has no UTF-8.
    return str(uuid5(NAMESPACE, name.encode("utf-8", "backslashreplace").decode()))


def uuid_in(identifier: str) -> str:
    """Return the UUID that an identifier is or ends in (`urn:uuid:…`, `ce-…`, `https://…/…`), else ""."""
    tail = identifier[-36:]
    before = identifier[:-36]
    return tail.lower() if _UUID.fullmatch(tail) and (not before or before[-1] in ":/-") else ""


def is_address(identifier: str) -> bool:
    """Say whether the identifier has the form of a URI."""
    return bool(_ADDRESS.fullmatch(identifier))


def uuid_for(identifier: str, name: str) -> str:
    """Return the UUID of what has this identifier, if any, and else this name."""
    if not identifier:
        return derived(name)
    return uuid_in(identifier) or str(uuid5(NAMESPACE_URL, identifier.encode("utf-8", "backslashreplace").decode()))


def uri_for(identifier: str, uuid: str) -> str:
    """Return the address of what has this identifier and UUID: its own, or one that says only the UUID."""
    return identifier if is_address(identifier) else f"urn:uuid:{uuid}"


def framework_uuid(framework: Framework) -> str:
    """Return the UUID of a framework."""
    return uuid_for(framework.identifier, framework.id)


def item_uuids(framework: Framework) -> list[tuple[Item, int, str]]:
    """Return every item with its depth and its UUID, in the publisher's order.

    Where a code or an identifier comes again, the name of the later item ends in its number: `body-2020:A1:2`.
    """
    seen: set[str] = {framework_uuid(framework)}
    found = []
    for item, depth in framework.walk():
        name = f"{framework.id}:{item.code}"
        uuid, times = uuid_for(item.identifier, name), 1
        while uuid in seen:
            times += 1
            uuid = derived(f"{name}:{times}")
        seen.add(uuid)
        found.append((item, depth, uuid))
    return found

"""The credentials within a learner's record, and each as its own issuer signed it."""

import json
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from alignkit.exchange.proof.jose import take_apart
from alignkit.exchange.proof.strict_json import NotOneThing

# What stands before a token in the evidence of a record: the credential as its issuer signed it.
SIGNED = "data:application/vc+jwt,"


class Member(Struct, frozen=True):
    """A credential within a record, and what its own issuer signed of it: b"" where nothing shows that."""

    document: dict[str, Any]
    signed: bytes

    @property
    def issuer(self) -> str:
        """Return the id of its issuer."""
        issuer = self.document.get("issuer")
        return str(issuer.get("id", "") if isinstance(issuer, dict) else issuer or "")


def members_of(record: dict[str, Any]) -> tuple[tuple[Member, ...], tuple[str, ...]]:
    """Return the credentials of a record in order, and what does not fit together.

    One signed as a token stands in the record as plain JSON, and the token in the record's evidence.
    """
    subject = record.get("credentialSubject")
    documents = _objects(subject.get("verifiableCredential") if isinstance(subject, dict) else None)
    tokens, faults = _tokens(record)
    members = tuple(Member(document, _signed(document, tokens)) for document in documents)
    strays = [text for text, stated in tokens if stated not in documents]
    if strays:
        faults.append("it brings a signed credential that is none of those it states")
    if len({json.dumps(learner(document), sort_keys=True) for document in [record, *documents]}) > 1:
        faults.append("its credentials are of several learners")
    return members, tuple(faults)


def learner(document: dict[str, Any]) -> tuple[Any, Any]:
    """Return by what a credential names its learner."""
    subject = document.get("credentialSubject")
    return (subject.get("id"), subject.get("identifier")) if isinstance(subject, dict) else (None, None)


def _tokens(record: dict[str, Any]) -> tuple[list[tuple[str, dict[str, Any]]], list[str]]:
    tokens, faults = [], []
    for text in _signed_texts(record):
        try:
            tokens.append((text, take_apart(text.encode("ascii", "replace")).document))
        except NotOneThing as error:
            faults.append(f"a signed credential in its evidence is broken: {error}")
    return tokens, faults


def _signed_texts(record: dict[str, Any]) -> Iterator[str]:
    for each in _objects(record.get("evidence")):
        address = each.get("id")
        if isinstance(address, str) and address.startswith(SIGNED):
            yield address.removeprefix(SIGNED)


def _signed(document: dict[str, Any], tokens: list[tuple[str, dict[str, Any]]]) -> bytes:
    if "proof" in document:
        return json.dumps(document).encode()
    return next((text.encode() for text, stated in tokens if stated == document), b"")


def _objects(value: Any) -> list[dict[str, Any]]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict)]

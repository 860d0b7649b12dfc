"""Credentials as JSON Web Tokens: the form that Open Badges 3.0 calls VC-JWT."""

import base64
import binascii
import json
import re
from typing import Any

from msgspec import Struct

from alignkit.exchange.limits import LIMITS
from alignkit.exchange.proof.instants import seconds
from alignkit.exchange.proof.keys import PublicKey, SigningKey
from alignkit.exchange.proof.strict_json import NotOneThing, read

_TOKEN = re.compile(rb"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
_CLAIMS = ("iss", "jti", "nbf", "sub", "exp")
# Header members that say nothing of how to verify.
_HARMLESS = ("alg", "kid", "typ", "jwk", "cty")


class Token(Struct, frozen=True):
    """A token taken apart; nothing of it is verified yet."""

    text: str
    header: dict[str, Any]
    claims: dict[str, Any]
    document: dict[str, Any]


def looks_like_a_token(data: bytes) -> bool:
    """Say whether the data has the three parts of a token."""
    text = data.strip()
    return text.count(b".") == 2 and not text.startswith(b"{")  # noqa: PLR2004 - header, payload, signature


def sign(document: dict[str, Any], key: SigningKey, key_id: str) -> str:
    """Return the credential as a token: its own members, and the claims that repeat some of them."""
    from jwt import PyJWS  # noqa: PLC0415 - an extra

    payload = json.dumps({**document, **claims_of(document)}, ensure_ascii=True, separators=(",", ":"))
    headers = {"kid": key_id, "typ": "JWT"}
    return PyJWS().encode(payload.encode(), key.key, algorithm=key.algorithm, headers=headers, sort_headers=True)


def claims_of(document: dict[str, Any]) -> dict[str, Any]:
    """Return the registered claims that a token of the credential must have."""
    issuer, subject = document.get("issuer"), document.get("credentialSubject")
    found = {
        "iss": issuer.get("id") if isinstance(issuer, dict) else issuer,
        "jti": document.get("id"),
        "nbf": seconds(document.get("validFrom")),
        "sub": subject.get("id") if isinstance(subject, dict) else None,
        "exp": seconds(document.get("validUntil")),
    }
    return {name: value for name, value in found.items() if value is not None}


def take_apart(data: bytes) -> Token:
    """Return the token's parts; NotOneThing where a part is not written in the one way that it can be."""
    text = data.strip()
    if len(text) > LIMITS.credential_bytes or not _TOKEN.fullmatch(text):
        raise NotOneThing("it is no token of three parts in base64url")
    header, payload, _ = (_plain(part) for part in text.split(b"."))
    members = read(payload)
    claims = {name: members.pop(name) for name in _CLAIMS if name in members}
    return Token(text.decode(), read(header), claims, members)


def _plain(part: bytes) -> bytes:
    """Return what a part holds; the last sign may hide bits that change nothing, so it is written again."""
    try:
        plain = base64.urlsafe_b64decode(part + b"=" * (-len(part) % 4))
    except binascii.Error:
        raise NotOneThing("a part of it is no base64url") from None
    if base64.urlsafe_b64encode(plain).rstrip(b"=") != part:
        raise NotOneThing("a part of it is not written as base64url is")
    return plain


def header_faults(token: Token, key: PublicKey) -> tuple[str, ...]:
    """Return what the header asks for that is not done here; a token never chooses how it is verified."""
    faults = [f'the header has "{name}"' for name in token.header if name not in _HARMLESS]
    if token.header.get("alg") != key.algorithm:
        faults.append(f"the header names another algorithm than {key.algorithm}, which is the key's")
    return tuple(faults)


def claim_faults(token: Token) -> tuple[str, ...]:
    """Return the claims that do not say the same as the credential."""
    due = claims_of(token.document)
    wrong = [name for name in _CLAIMS if token.claims.get(name) != due.get(name)]
    return tuple(f'the claim "{name}" is not what the credential says' for name in wrong)


def is_signed(token: Token, key: PublicKey) -> bool:
    """Say whether the key made the signature over the token."""
    from jwt import PyJWS  # noqa: PLC0415 - an extra
    from jwt.exceptions import PyJWTError  # noqa: PLC0415 - an extra

    try:
        PyJWS().decode_complete(token.text, key.key, algorithms=[key.algorithm])
    except PyJWTError:
        return False
    return True

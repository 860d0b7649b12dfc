"""What a file that should be a credential holds, before anything of it is verified."""

from typing import Any

from msgspec import Struct

from alignkit.errors import BadRequest
from alignkit.exchange.proof.jose import Token, looks_like_a_token, take_apart
from alignkit.exchange.proof.members import SIGNED
from alignkit.exchange.proof.strict_json import NotOneThing, read


class BrokenToken(ValueError):
    """It has the three parts of a token, but they are not what such parts are; the message says which."""


class Opened(Struct, frozen=True):
    """What a credential says, and the token that it came in, where it came in one."""

    document: dict[str, Any]
    token: Token | None = None


def opened(data: bytes, file: str) -> Opened:
    """Return what the data says: a token, a token in an envelope, or JSON.

    Raises BadRequest where it is none of these, and BrokenToken.
    """
    if looks_like_a_token(data):
        return _token(data)
    try:
        document = read(data)
    except NotOneThing as error:
        hint = "a credential is a JSON Web Token, or JSON with a proof"
        raise BadRequest(f"this is no credential: {error}", where=file, hint=hint) from None
    address = document.get("id") if document.get("type") == "EnvelopedVerifiableCredential" else None
    if isinstance(address, str) and address.startswith(SIGNED):
        return _token(address.removeprefix(SIGNED).encode())
    return Opened(document)


def _token(data: bytes) -> Opened:
    try:
        token = take_apart(data)
    except NotOneThing as error:
        raise BrokenToken(f"the token is broken: {error}") from None
    return Opened(token.document, token)

"""Data Integrity proofs (eddsa-rdfc-2022), which sign what a credential means: through openbadgeslib, an extra.

What is signed is a graph, and what people read is JSON: the library also holds the JSON to be the one way in which the
graph can be written, and bounds the work that a hostile graph makes.
"""

from datetime import datetime
from types import ModuleType
from typing import Any, NoReturn

from alignkit.errors import BadRequest, MissingExtra
from alignkit.exchange.proof.keys import PublicKey, SigningKey

SUITE = "eddsa-rdfc-2022"
_ALGORITHM = "EdDSA"


def _library() -> ModuleType:
    try:
        from openbadgeslib.ob3 import ldp  # noqa: PLC0415 - an extra
    except ImportError:
        hint = "pip install 'alignkit[data-integrity]' brings it; VC-JWT needs nothing of it"
        raise MissingExtra(
            "Data Integrity needs the package openbadgeslib, which is not installed", hint=hint
        ) from None
    return ldp


def sign(document: dict[str, Any], key: SigningKey, key_id: str, created: datetime) -> dict[str, Any]:
    """Return the credential with its proof; BadRequest where the key is of another kind, or a proof would not hold."""
    ldp = _library()
    if key.algorithm != _ALGORITHM:
        hint = "sign with an Ed25519 key, or as VC-JWT: --format vc-jwt"
        raise BadRequest(f"{SUITE} is made with Ed25519 keys only", hint=hint)
    try:
        signed: dict[str, Any] = ldp.add_data_integrity_proof(document, key.pem, key_id, created=created)
    except Exception as error:  # noqa: BLE001 - no word of a library that was given the key may reach a report
        refused = f"the credential cannot be signed so ({type(error).__name__})"
    else:
        return signed
    raise BadRequest(refused, hint="it may be too large: --format vc-jwt has no such limit")


def proof_faults(document: dict[str, Any], key: PublicKey | None) -> tuple[str, ...]:
    """Return what is wrong with the proof, or with the JSON that it stands for; () where nothing is.

    `key` is the issuer's where it is known; otherwise the issuer has to be a `did:key`.
    """
    ldp = _library()
    try:
        ldp.OB3LdpVerifier(key.pem if key else None).verify(document, download=_never)
    except ldp.OB3VerificationError as error:
        return (str(error),)
    return ()


def _never(*_: object, **__: object) -> NoReturn:
    raise OSError("nothing is fetched")

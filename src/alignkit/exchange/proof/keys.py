"""Keys: read from JWK or PEM, never shown. Errors say what a file should hold, and nothing of what it holds."""

import json
from typing import Any

from alignkit.errors import BadRequest
from alignkit.exchange.proof.multikey import decoded, encoded

_DID_KEY = "did:key:"
# Multicodec prefixes of the kinds of key that `did:key` can name here.
_PREFIXES = {"EdDSA": b"\xed\x01", "ES256": b"\x80\x24"}
_KINDS = "Ed25519 or P-256"


class PublicKey:
    """A key that signatures are checked by; `algorithm` is the only one that it is used with."""

    def __init__(self, key: Any, algorithm: str) -> None:
        """Take a public key of the package cryptography."""
        self.key = key
        self.algorithm = algorithm

    @property
    def multibase(self) -> str:
        """Return the key as multibase, or "" for an RSA key, which `did:key` is not used for here."""
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat  # noqa: PLC0415 - an extra

        if self.algorithm == "EdDSA":
            raw = self.key.public_bytes(Encoding.Raw, PublicFormat.Raw)
        elif self.algorithm == "ES256":
            raw = self.key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
        else:
            return ""
        return encoded(_PREFIXES[self.algorithm] + raw)

    @property
    def did(self) -> str:
        """Return the `did:key` that the key is."""
        return f"{_DID_KEY}{self.multibase}"

    @property
    def pem(self) -> bytes:
        """Return the key as PEM."""
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat  # noqa: PLC0415 - an extra

        pem: bytes = self.key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        return pem

    def __eq__(self, other: object) -> bool:
        """Say whether it is the same key."""
        return isinstance(other, PublicKey) and self.pem == other.pem

    def __hash__(self) -> int:
        """Return a number by which equal keys are found."""
        return hash(self.pem)


class SigningKey:
    """A private key; it is never printed, and what is said of it is its public half."""

    def __init__(self, key: Any, algorithm: str) -> None:
        """Take a private key of the package cryptography."""
        self.key = key
        self.public = PublicKey(key.public_key(), algorithm)

    @property
    def algorithm(self) -> str:
        """Return the algorithm that it signs with."""
        return self.public.algorithm

    @property
    def pem(self) -> bytes:
        """Return the key as PEM, for a library that takes no other form."""
        from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 - an extra
            Encoding,
            NoEncryption,
            PrivateFormat,
        )

        pem: bytes = self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return pem


def new_key() -> SigningKey:
    """Return a new Ed25519 key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 - an extra

    return SigningKey(Ed25519PrivateKey.generate(), "EdDSA")


def signing_key(data: bytes, name: str) -> SigningKey:
    """Return the private key in a file of that name; BadRequest where it holds none that can sign."""
    hint = f"an {_KINDS} private key is needed, as JWK or as PEM without a password: `alignkit credential new-key`"
    key = _read(data, private=True)
    algorithm = _algorithm(key.public_key()) if hasattr(key, "private_bytes") else ""
    if algorithm not in _PREFIXES:
        raise BadRequest("this file holds no key that can sign", where=name, hint=hint)
    return SigningKey(key, algorithm)


def public_key(data: bytes, name: str) -> PublicKey:
    """Return the public key in a file of that name, or the public half of a private one; BadRequest otherwise."""
    key = _read(data, private=False) or _read(data, private=True)
    shown = key.public_key() if hasattr(key, "private_bytes") else key
    algorithm = _algorithm(shown)
    if not algorithm:
        hint = f"give the issuer's public key, {_KINDS} or RSA, as JWK or PEM"
        raise BadRequest("this file holds no key that a signature can be checked by", where=name, hint=hint)
    return PublicKey(shown, algorithm)


def key_of_did(did: str) -> PublicKey | None:
    """Return the key that a `did:key` is, or None where it is none, or of a kind not used here."""
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey  # noqa: PLC0415 - an extra
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415 - an extra

    if not did.startswith(_DID_KEY):
        return None
    try:
        data = decoded(did.removeprefix(_DID_KEY))
        if data.startswith(_PREFIXES["EdDSA"]):
            return PublicKey(Ed25519PublicKey.from_public_bytes(data[2:]), "EdDSA")
        if data.startswith(_PREFIXES["ES256"]):
            return PublicKey(EllipticCurvePublicKey.from_encoded_point(SECP256R1(), data[2:]), "ES256")
    except ValueError:
        return None
    return None


def _algorithm(key: Any) -> str:
    """Return the algorithm that a public key is used with, or "" for what is none."""
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey  # noqa: PLC0415 - an extra
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415 - an extra
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey  # noqa: PLC0415 - an extra

    if isinstance(key, Ed25519PublicKey):
        return "EdDSA"
    if isinstance(key, EllipticCurvePublicKey) and isinstance(key.curve, SECP256R1):
        return "ES256"
    return "RS256" if isinstance(key, RSAPublicKey) else ""


def _read(data: bytes, *, private: bool) -> Any:
    """Return the key in the data, or None; no word of a library about it may reach a screen or a report."""
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 - an extra
        load_pem_private_key,
        load_pem_public_key,
    )
    from jwt import PyJWK  # noqa: PLC0415 - an extra

    try:
        if data.lstrip().startswith(b"{"):
            given = json.loads(data)
            key = PyJWK(given, _JWK[given["kty"], given.get("crv", "")]).key
            return key if _is_whole(key, given) else None
        return load_pem_private_key(data, None) if private else load_pem_public_key(data)
    except Exception:  # noqa: BLE001 - whatever it is, it is no key
        return None


_JWK = {("OKP", "Ed25519"): "EdDSA", ("EC", "P-256"): "ES256", ("RSA", ""): "RS256"}


def _is_whole(key: Any, given: dict[str, Any]) -> bool:
    """Say whether the public half in the file is that of the private one."""
    if given["kty"] != "OKP" or "d" not in given:
        return True
    from jwt.algorithms import OKPAlgorithm  # noqa: PLC0415 - an extra

    return bool(OKPAlgorithm.to_jwk(key.public_key(), as_dict=True)["x"] == given["x"])

"""Keys: read from the two forms that people have, told apart, and never shown."""

import base64
import json

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from openbadgeslib.ob3 import did
from tests.credentials import ED25519, OTHER_ED25519, P256
from tests.shared import shared

from alignkit.errors import BadRequest
from alignkit.exchange.proof.keys import PublicKey, key_of_did, new_key, public_key, signing_key
from alignkit.exchange.proof.multikey import decoded, encoded

RSA = rsa.generate_private_key(65537, 2048)


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def jwk(key) -> dict[str, str]:
    if key.algorithm == "EdDSA":
        x = b64(key.public.key.public_bytes_raw())
        return {"kty": "OKP", "crv": "Ed25519", "x": x, "d": b64(key.key.private_bytes_raw())}
    numbers = key.key.private_numbers()
    x, y = (b64(part.to_bytes(32, "big")) for part in (numbers.public_numbers.x, numbers.public_numbers.y))
    return {"kty": "EC", "crv": "P-256", "x": x, "y": y, "d": b64(numbers.private_value.to_bytes(32, "big"))}


def pem(key, password=b""):
    locked = BestAvailableEncryption(password) if password else NoEncryption()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked)


def rsa_jwk() -> dict[str, str]:
    numbers = RSA.public_key().public_numbers()
    return {"kty": "RSA", "n": b64(numbers.n.to_bytes(256, "big")), "e": "AQAB"}


@pytest.mark.parametrize("key", [ED25519, P256], ids=["Ed25519", "P-256"])
def test_a_key_is_the_same_from_jwk_and_from_pem(key):
    from_pem, from_jwk = signing_key(key.pem, "k.pem"), signing_key(json.dumps(jwk(key)).encode(), "k.jwk")
    assert from_pem.public == from_jwk.public == key.public
    assert from_pem.algorithm == key.algorithm
    public = {name: value for name, value in jwk(key).items() if name != "d"}
    assert public_key(json.dumps(public).encode(), "p.jwk") == key.public
    assert public_key(key.public.pem, "p.pem") == key.public
    # The public half of a private key, where somebody names that file.
    assert public_key(key.pem, "k.pem") == key.public
    assert public_key(json.dumps(jwk(key)).encode(), "k.jwk") == key.public


def test_keys_that_differ_are_not_equal():
    assert ED25519.public != OTHER_ED25519.public
    assert ED25519.public != "a key"
    assert len({ED25519.public, OTHER_ED25519.public, signing_key(ED25519.pem, "k").public}) == 2


NO_SIGNING_KEYS = {
    "nothing": b"",
    "a text": b"secret-material",
    "broken PEM": b"-----BEGIN PRIVATE KEY-----\nc2VjcmV0LW1hdGVyaWFs\n-----END PRIVATE KEY-----\n",
    "broken JSON": b'{"kty": "OKP", "d": "secret-material"',
    "a JWK of nothing": b'{"secret": "secret-material"}',
    "a JWK without its parts": b'{"kty": "OKP", "crv": "Ed25519", "d": "secret-material"}',
    "a JWK that is no base64": b'{"kty": "OKP", "crv": "Ed25519", "x": "??", "d": "secret-material"}',
    "another curve": b'{"kty": "OKP", "crv": "X25519", "x": "AA", "d": "secret-material"}',
    "a symmetric key": b'{"kty": "oct", "k": "c2VjcmV0LW1hdGVyaWFs"}',
    "a public key": ED25519.public.pem,
    "a public JWK": json.dumps({name: value for name, value in jwk(ED25519).items() if name != "d"}).encode(),
    "P-384": pem(ec.generate_private_key(ec.SECP384R1())),
    "RSA": pem(RSA),
    "locked": pem(ed25519.Ed25519PrivateKey.generate(), b"password"),
    "the halves of two keys": json.dumps({**jwk(ED25519), "x": jwk(OTHER_ED25519)["x"]}).encode(),
    "the halves of two keys of P-256": json.dumps({**jwk(P256), "d": b64(b"\1" * 32)}).encode(),
}


@pytest.mark.parametrize("data", NO_SIGNING_KEYS.values(), ids=NO_SIGNING_KEYS)
def test_what_is_no_key_to_sign_with_is_refused_without_a_word_of_what_it_holds(data):
    with pytest.raises(BadRequest) as refused:
        signing_key(data, "k.pem")
    error = refused.value
    assert (error.message, error.where) == ("this file holds no key that can sign", "k.pem")
    assert error.__cause__ is error.__context__ is None
    assert "secret" not in f"{error.message}{error.hint}{error.where}"


@pytest.mark.parametrize("data", [b"", b"a text", b'{"kty": "oct", "k": "AA"}', b'{"kty": "EC", "crv": "P-384"}'])
def test_what_is_no_key_to_verify_by_is_refused(data):
    with pytest.raises(BadRequest, match="no key that a signature can be checked by"):
        public_key(data, "p.pem")


def test_signatures_by_rsa_can_be_verified_but_not_made():
    assert public_key(json.dumps(rsa_jwk()).encode(), "p.jwk").algorithm == "RS256"
    assert public_key(json.dumps(rsa_jwk()).encode(), "p.jwk").multibase == ""


@pytest.mark.parametrize("key", [ED25519, P256], ids=["Ed25519", "P-256"])
def test_a_did_key_is_its_key_as_others_read_it(key):
    assert key_of_did(key.public.did) == key.public
    assert did.resolve_did(key.public.did) == key.public.pem
    assert did.did_key_from_pem(key.public.pem) == key.public.did


def test_the_key_pair_of_the_w3c_vector_is_read():
    pair = json.loads(shared("schemas/openbadges-clr/samples/w3c-vc-di-eddsa/key-pair.json").read_text())
    private = ed25519.Ed25519PrivateKey.from_private_bytes(decoded(pair["privateKeyMultibase"])[2:])
    assert PublicKey(private.public_key(), "EdDSA").multibase == pair["publicKeyMultibase"]


@pytest.mark.parametrize(
    "did",
    [
        "did:web:example.org",
        "did:key:",
        "did:key:x6Mk",
        "did:key:z0OIl",
        "did:key:z" + "6" * 200,
        "did:key:" + encoded(b"\xed\x01short"),
        "did:key:" + encoded(b"\x80\x24" + b"\5" * 33),
        "did:key:" + encoded(b"\x12\x00" + b"\0" * 32),
    ],
)
def test_what_is_no_did_key_is_none(did):
    assert key_of_did(did) is None


@pytest.mark.parametrize("data", [b"", b"\0", b"\0\0\1", b"\xff" * 40, bytes(range(60))])
def test_multibase_comes_back(data):
    assert decoded(encoded(data)) == data


def test_a_key_shows_nothing_of_itself():
    key = new_key()
    secret = key.key.private_bytes_raw()
    for shown in (repr(key), str(key), repr(key.key), repr(key.public)):
        assert secret.hex() not in shown
        assert b64(secret) not in shown
    assert new_key().public != key.public

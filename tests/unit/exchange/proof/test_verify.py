"""Verification: what holds, what does not, and what nobody can tell from a file."""

import base64
import json
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from openbadgeslib.ob3.ldp import add_data_integrity_proof, verify_data_integrity_proof
from tests.credentials import DAY, ED25519, NOW, OTHER_ED25519, P256, case_of, learner_of
from tests.shared import shared

from alignkit.errors import BadRequest
from alignkit.exchange.badge.award import award
from alignkit.exchange.badge.credential import Dates
from alignkit.exchange.proof import jose
from alignkit.exchange.proof.instants import stamped
from alignkit.exchange.proof.integrity import proof_faults
from alignkit.exchange.proof.keys import PublicKey, SigningKey
from alignkit.exchange.proof.multikey import decoded
from alignkit.exchange.proof.signer import Signer, signer_of
from alignkit.exchange.proof.verify import Asked, verify_data

BEGIN = Dates(stamped(DAY))
ASKED = Asked(NOW)


def unsigned(issuer=ED25519.public.did, dates=BEGIN):
    return award(case_of(), learner_of(), issuer, dates).document


def signer(key: SigningKey = ED25519, form="vc-jwt", dates=BEGIN) -> Signer:
    return signer_of(key, "", "", dates, form)


def signed(document=None, key=ED25519, form="vc-jwt"):
    return signer(key, form).sign(unsigned(key.public.did) if document is None else document).encode()


def b64(value) -> bytes:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=")


def token_of(document, key=ED25519, header=None, claims=None, issuer_key=None):
    """Return a token with any header and claims, signed for all that."""
    claimed = {**jose.claims_of(document), **(claims or {})}
    payload = {**document, **{name: value for name, value in claimed.items() if value is not None}}
    named = (issuer_key or key).public
    headers = {"alg": "EdDSA", "kid": f"{named.did}#{named.multibase}", "typ": "JWT", **(header or {})}
    text = b64(headers) + b"." + b64(payload)
    return text + b"." + base64.urlsafe_b64encode(key.key.sign(text)).rstrip(b"=")


def faults(data, asked=ASKED):
    """Return what is wrong, by the check that found it."""
    view = verify_data(data if isinstance(data, bytes) else json.dumps(data).encode(), asked, "a.jwt")
    assert view.valid == (not any(check.faults for check in view.checks))
    return {check.name: check.faults for check in view.checks if check.faults}


@pytest.mark.parametrize("key", [ED25519, P256], ids=["Ed25519", "P-256"])
def test_what_was_signed_is_valid(key):
    view = verify_data(signed(key=key), ASKED, "a.jwt")
    assert view.valid
    assert [check.name for check in view.checks] == ["signature", "dates", "form", "meaning"]
    assert (view.kind, view.form) == ("Open Badge 3.0", f"VC-JWT, {key.algorithm}")
    assert (view.name, view.issuer_name, view.learner) == ("Small course", "Example University", "did:example:ana")
    assert (view.issuer, view.valid_from) == (key.public.did, "2026-01-15T00:00:00Z")
    assert view.states[0] == "7: EQF level 7 (European Qualifications Framework)"
    assert view.checks[0].holds == f"signed with the key {key.public.did}, and unchanged since"


def test_what_it_does_not_show_is_said():
    said = " ".join(verify_data(signed(), ASKED, "a.jwt").unverified)
    for open_ in ("who the issuer is", "whether it was revoked", "is the learner it names", "the issuer's word"):
        assert open_ in said
    given = " ".join(verify_data(signed(), Asked(NOW, ED25519.public), "a.jwt").unverified)
    assert "you gave it" in given
    assert "who the issuer is" not in given
    listed = {**unsigned(), "credentialStatus": {"id": "https://x/1", "type": "1EdTechRevocationList"}}
    listed["endorsementJwt"] = ["a.b.c"]
    said = " ".join(verify_data(signed(listed), ASKED, "a.jwt").unverified)
    assert "it names a list of revoked credentials, and nothing is fetched" in said
    assert "the endorsements in it" in said


def test_the_key_that_was_given_decides():
    assert faults(signed(), Asked(NOW, ED25519.public)) == {}
    found = faults(signed(), Asked(NOW, OTHER_ED25519.public))
    assert "the issuer's did:key is another key than the one given" in found["signature"]


def test_an_issuer_that_is_no_key_needs_one_from_elsewhere():
    document = unsigned("did:web:u.example")
    data = token_of(document)
    with pytest.raises(BadRequest, match="is not a key itself") as refused:
        verify_data(data, ASKED, "a.jwt")
    assert "--issuer-key" in refused.value.hint
    assert faults(data, Asked(NOW, ED25519.public)) == {}
    assert "signature" in faults(data, Asked(NOW, OTHER_ED25519.public))


def test_a_key_that_only_the_token_names_proves_nothing():
    # Signed by another, who names their own key in the header; the issuer is still the first one.
    data = token_of(unsigned(), key=OTHER_ED25519)
    assert faults(data)["signature"][0] == "it is signed by a key that is not the issuer's"
    named = token_of(unsigned(), key=OTHER_ED25519, issuer_key=ED25519, header={"jwk": {"kty": "OKP"}})
    assert faults(named)["signature"] == ("the signature is not that of the key over this text",)


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ({"crit": ["exp"]}, 'the header has "crit"'),
        ({"b64": True}, 'the header has "b64"'),
        ({"jku": "https://x.example/keys"}, 'the header has "jku"'),
        ({"x5u": "https://x.example/cert"}, 'the header has "x5u"'),
    ],
)
def test_a_header_cannot_ask_for_anything(header, message):
    assert message in faults(token_of(unsigned(), header=header))["signature"]


@pytest.mark.parametrize("algorithm", ["none", "HS256", "ES256", "RS256", "Ed25519", ["EdDSA"], None])
def test_a_token_never_chooses_its_algorithm(algorithm):
    found = faults(token_of(unsigned(), header={"alg": algorithm}))
    assert found["signature"][0] == "the header names another algorithm than EdDSA, which is the key's"


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "did:example:other"},
        {"iss": None},
        {"jti": "urn:uuid:0"},
        {"nbf": 0},
        {"nbf": None},
        {"sub": "did:example:bo"},
        {"sub": None},
        {"exp": 4102444800},
    ],
    ids=str,
)
def test_claims_have_to_repeat_the_credential(claims):
    ((name, _),) = claims.items()
    assert faults(token_of(unsigned(), claims=claims))["signature"] == (
        f'the claim "{name}" is not what the credential says',
    )


@pytest.mark.parametrize(
    ("now", "fault"),
    [
        (datetime(2026, 1, 14, 23, 59, 59, tzinfo=UTC), "it is valid only from 2026-01-15T00:00:00Z"),
        (datetime(2026, 1, 15, tzinfo=UTC), ""),
        (datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC), ""),
        (datetime(2027, 1, 1, tzinfo=UTC), "it was valid until 2027-01-01T00:00:00Z"),
    ],
)
def test_it_is_valid_from_its_first_moment_until_before_its_last(now, fault):
    data = signed(unsigned(dates=Dates(stamped(DAY), stamped("2027-01-01"))))
    assert faults(data, Asked(now)).get("dates", ("",)) == (fault,)


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"validFrom": "2026-01-15"}, "nothing says from when it is valid"),
        ({"validUntil": "for ever"}, "until when it is valid cannot be read"),
    ],
)
def test_dates_that_cannot_be_read_are_faults(changed, fault):
    assert fault in faults(token_of({**unsigned(), **changed}))["dates"]


def test_what_bears_no_signature_is_not_valid():
    assert faults(unsigned())["signature"] == ("it bears no signature: whoever had it could have written it",)


@pytest.mark.parametrize(
    "data",
    [b"", b"hello", b"[]", b"{", b'{"a": 1, "a": 2}', b"a.b", b"\xff\xfe", b"<xml/>"],
)
def test_what_is_no_credential_is_unusable(data):
    with pytest.raises(BadRequest, match="this is no credential") as refused:
        verify_data(data, ASKED, "a.jwt")
    assert refused.value.where == "a.jwt"


@pytest.mark.parametrize("data", [b"a.b.c", b"..", b"e30.e30.", b"e30=.e30.AA", b"e30.W10.AA", b"\xc3.\xa9.x"])
def test_a_broken_token_is_not_valid(data):
    assert faults(data)["signature"][0].startswith("the token is broken")


def test_the_last_sign_of_a_part_hides_nothing():
    # 64 bytes are 86 signs: the last one has four bits to spare, which decoders pass over.
    token = signed().strip()
    signs = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    spare = bytes([signs[signs.index(token[-1:]) ^ 1]])
    assert faults(token[:-1] + spare)["signature"] == (
        "the token is broken: a part of it is not written as base64url is",
    )


def test_an_enveloped_credential_is_that_in_its_envelope():
    envelope = {
        "@context": "https://www.w3.org/ns/credentials/v2",
        "type": "EnvelopedVerifiableCredential",
        "id": f"data:application/vc+jwt,{signed().decode().strip()}",
    }
    assert faults(envelope) == {}
    assert "signature" in faults({**envelope, "id": envelope["id"][:-4] + "AAAA"})


@pytest.mark.parametrize("name", ["simple", "simple-did-key-method", "complete"])
def test_the_samples_of_1edtech_have_the_form_and_meaning_of_the_standard(name):
    document = json.loads(shared(f"schemas/openbadges-clr/samples/valid/1edtech-validator_{name}.json").read_text())
    document.pop("proof", None)
    assert set(faults(document)) <= {"signature", "dates"}


@pytest.mark.parametrize("name", ["1edtech-validator_simple-err-issuer", "1edtech-validator_simple-err-type"])
def test_the_broken_samples_of_1edtech_are_refused(name):
    document = json.loads(shared(f"schemas/openbadges-clr/samples/invalid/{name}.json").read_text())
    document.pop("proof", None)
    assert "form" in faults(document)


def test_the_fault_that_the_official_schema_overlooks_is_found():
    path = "schemas/openbadges-clr/samples/invalid/schema-lenient_result-description-type.json"
    document = json.loads(shared(path).read_text())
    document.pop("proof", None)
    assert any("ResultDescription" in fault for fault in faults(document)["form"])


class TestDataIntegrity:
    """Proofs over what a credential means."""

    def document(self):
        return json.loads(signed(form="data-integrity"))

    def test_what_was_signed_is_valid(self):
        view = verify_data(json.dumps(self.document()).encode(), ASKED, "a.json")
        assert view.valid
        assert view.form == "Data Integrity, eddsa-rdfc-2022"
        assert self.document()["proof"]["verificationMethod"].startswith(f"{ED25519.public.did}#")

    def test_the_same_day_gives_the_same_bytes(self):
        assert signed(form="data-integrity") == signed(form="data-integrity")

    def test_a_key_that_was_given_decides(self):
        assert faults(self.document(), Asked(NOW, ED25519.public)) == {}
        assert "signature" in faults(self.document(), Asked(NOW, OTHER_ED25519.public))

    def test_a_term_that_no_context_defines_is_refused_though_the_signature_does_not_cover_it(self):
        found = faults({**self.document(), "strength": "very"})
        assert found["signature"]
        assert found["meaning"] == ('no context defines "strength"',)

    def test_a_proof_by_another_key_than_the_issuers_is_refused(self):
        document = self.document()
        document["proof"]["verificationMethod"] = f"{OTHER_ED25519.public.did}#{OTHER_ED25519.public.multibase}"
        assert faults(document)["signature"] == ("it is signed by a key that is not the issuer's",)

    @pytest.mark.parametrize("proof", [[], {}, "proof", [{}, {}], {"type": "DataIntegrityProof"}])
    def test_a_broken_proof_is_no_proof(self, proof):
        assert "signature" in faults({**self.document(), "proof": proof})

    def test_it_needs_an_ed25519_key(self):
        with pytest.raises(BadRequest, match="Ed25519 keys only"):
            signed(key=P256, form="data-integrity")

    def test_what_the_library_cannot_sign_is_refused_without_its_words(self):
        with pytest.raises(BadRequest, match="cannot be signed so") as refused:
            signer(form="data-integrity").sign({**unsigned(), "name": "x" * 300_000})
        assert refused.value.__cause__ is refused.value.__context__ is None

    def test_the_vector_of_the_w3c_is_reproduced(self):
        folder = shared("schemas/openbadges-clr/samples/w3c-vc-di-eddsa")
        vector = json.loads((folder / "signed-credential.json").read_text())
        pair = json.loads((folder / "key-pair.json").read_text())
        extra = {
            "https://www.w3.org/ns/credentials/examples/v2": json.loads(
                (folder / "credentials-examples-v2.json").read_text()
            )
        }
        private = Ed25519PrivateKey.from_private_bytes(decoded(pair["privateKeyMultibase"])[2:])
        key = SigningKey(private, "EdDSA")
        plain = {name: value for name, value in vector.items() if name != "proof"}
        created = datetime(2023, 2, 24, 23, 36, 38, tzinfo=UTC)
        method = vector["proof"]["verificationMethod"]
        made = add_data_integrity_proof(plain, key.pem, method, created=created, extra_contexts=extra)
        assert made["proof"] == vector["proof"]
        verify_data_integrity_proof(vector, PublicKey(private.public_key(), "EdDSA").pem, extra_contexts=extra)

    def test_a_record_with_such_a_proof_is_not_verified_here(self):
        document = {**self.document(), "type": ["VerifiableCredential", "ClrCredential"]}
        with pytest.raises(BadRequest, match="cannot be verified here"):
            verify_data(json.dumps(document).encode(), ASKED, "a.json")

    def test_nothing_is_fetched(self, monkeypatch):
        def never(*_: object, **__: object) -> None:
            raise AssertionError("it went to the network")

        monkeypatch.setattr("socket.getaddrinfo", never)
        document = {**self.document(), "issuer": {"id": "did:web:u.example", "type": ["Profile"]}}
        document["proof"]["verificationMethod"] = "did:web:u.example#key-1"
        assert proof_faults(document, None)


@pytest.mark.parametrize("changed", [{"validFrom": "2026-01-15"}, {"strength": 1}, {"credentialSubject": {}}])
def test_nothing_is_signed_that_would_not_be_valid(changed):
    with pytest.raises(BadRequest, match="it would not be valid"):
        signer().sign({**unsigned(), **changed})


@pytest.mark.parametrize(
    ("issuer", "key_id", "message"),
    [
        (OTHER_ED25519.public.did, "", "the issuer is another key"),
        ("https://u.example", "", "is no did:web or did:key"),
        ("did:web:u.example", "", "nothing says which key"),
        ("did:web:u.example", "did:web:other.example#key-1", "is no key of did:web:u.example"),
        ("did:web:u.example", "did:web:u.example", "is no key of"),
        ("", "did:web:u.example#key-1", "is no key of did:key"),
    ],
)
def test_nobody_signs_in_the_name_of_another(issuer, key_id, message):
    with pytest.raises(BadRequest, match=message):
        signer_of(ED25519, issuer, key_id, BEGIN, "vc-jwt")


def test_a_did_web_signs_with_the_key_that_is_named():
    found = signer_of(ED25519, "did:web:u.example", "did:web:u.example#key-1", BEGIN, "vc-jwt")
    data = found.sign(unsigned("did:web:u.example")).encode()
    assert jose.take_apart(data).header["kid"] == "did:web:u.example#key-1"
    assert faults(data, Asked(NOW, ED25519.public)) == {}

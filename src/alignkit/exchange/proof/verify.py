"""Verifies a credential: its proof, its dates, its form, its meaning; and says what that does not show."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from alignkit.errors import AlignkitError, BadRequest
from alignkit.exchange.proof.instants import instant
from alignkit.exchange.proof.integrity import SUITE, proof_faults
from alignkit.exchange.proof.jose import Token, claim_faults, header_faults, is_signed
from alignkit.exchange.proof.keys import PublicKey, key_of_did
from alignkit.exchange.proof.linked_data import meaning_faults
from alignkit.exchange.proof.members import Member, members_of
from alignkit.exchange.proof.opened import BrokenToken, opened
from alignkit.exchange.proof.structure import form_faults, is_record
from alignkit.exchange.proof.summary import summary, unverified
from alignkit.views.credential import CheckView, VerificationView
from alignkit.wording import shortened

_LONGEST_NAME = 120


class Asked(Struct, frozen=True):
    """By which key (None: the issuer's own `did:key`) and as of when."""

    now: datetime
    key: PublicKey | None = None


def verify_data(data: bytes, asked: Asked, file: str) -> VerificationView:
    """Return what was found; BadRequest where the file is no credential, or there is no key to verify it by."""
    try:
        found = opened(data, file)
    except BrokenToken as error:
        broken = CheckView("signature", "", (str(error),))
        return VerificationView(kind="credential", form="VC-JWT", checks=(broken,))
    if found.token is None:
        return _verify_document(found.document, asked, file)
    return _verify_token(found.token, asked, file)


def _verify_token(token: Token, asked: Asked, file: str) -> VerificationView:
    key, faults = _key_for(token.document, str(token.header.get("kid", "")), asked, file)
    proof = CheckView("signature", _by(key, asked), (*faults, *(_token_faults(token, key) if key else ())))
    form = f"VC-JWT, {key.algorithm}" if key else "VC-JWT"
    return _verified(token.document, form, proof, asked, file)


def _token_faults(token: Token, key: PublicKey) -> tuple[str, ...]:
    faults = header_faults(token, key)
    if not faults and not is_signed(token, key):
        faults = ("the signature is not that of the key over this text",)
    return (*faults, *claim_faults(token))


def _verify_document(document: dict[str, Any], asked: Asked, file: str) -> VerificationView:
    proof = document.get("proof")
    if proof is None:
        unsigned = CheckView("signature", "", ("it bears no signature: whoever had it could have written it",))
        return _verified(document, "unsigned", unsigned, asked, file)
    if is_record(document):
        hint = "alignkit signs and verifies learner records as VC-JWT"
        raise BadRequest("a record with a Data Integrity proof cannot be verified here", where=file, hint=hint)
    method = proof.get("verificationMethod", "") if isinstance(proof, dict) else ""
    key, faults = _key_for(document, str(method), asked, file)
    found = faults or proof_faults(document, asked.key)
    plain = {name: value for name, value in document.items() if name != "proof"}
    return _verified(plain, f"Data Integrity, {SUITE}", CheckView("signature", _by(key, asked), found), asked, file)


def _key_for(document: dict[str, Any], named: str, asked: Asked, file: str) -> tuple[PublicKey | None, tuple[str, ...]]:
    """Return the key to verify by, and why it cannot be the issuer's.

    A key that only the credential itself names proves nothing, unless it is the issuer's identifier. BadRequest where
    the issuer's key has to be given.
    """
    issuer = document.get("issuer")
    did = str(issuer.get("id", "") if isinstance(issuer, dict) else issuer or "")
    own = key_of_did(did)
    if asked.key and own and own != asked.key:
        return asked.key, ("the issuer's did:key is another key than the one given",)
    if not asked.key and did.startswith("did:key:"):
        faults = () if own else ("the issuer's did:key is no key that is known here",)
        if named and named.partition("#")[0] != did:
            faults = (*faults, "it is signed by a key that is not the issuer's")
        return own, faults
    if not asked.key:
        hint = "get the key from the issuer, in a way that you trust, and name its file: --issuer-key"
        named = shortened(did, _LONGEST_NAME)
        raise BadRequest(f'the issuer "{named}" is not a key itself, so its key has to be given', where=file, hint=hint)
    return asked.key, ()


def _by(key: PublicKey | None, asked: Asked) -> str:
    """Return what holds where the signature is right."""
    whose = "the key that you gave" if asked.key else f"the key {key.did}" if key else "a key"
    return f"signed with {whose}, and unchanged since"


def _verified(document: dict[str, Any], form: str, proof: CheckView, asked: Asked, file: str) -> VerificationView:
    checks = (
        proof,
        CheckView("dates", "valid at this time", tuple(_date_faults(document, asked.now))),
        CheckView("form", "every part has what the standard requires", form_faults(document)),
        CheckView("meaning", "every term is defined by a published context", meaning_faults(document)),
    )
    view = replace(summary(document, form), checks=checks, unverified=unverified(document, given=asked.key is not None))
    if not is_record(document) or not proof.passed:
        return view
    members, faults = members_of(document)
    together = CheckView("record", "its credentials are of one learner, and none was added", faults)
    views = tuple(_verify_member(each, document, asked, file) for each in members)
    return replace(view, checks=(*checks, together), members=views)


def _verify_member(member: Member, record: dict[str, Any], asked: Asked, file: str) -> VerificationView:
    """Return what was found of a credential in a record; without its issuer's key or signature, it is only stated."""
    plain = summary(member.document, "stated in the record")
    if not member.signed:
        return replace(plain, unverified=("what it says: it bears no signature but that of the record's issuer",))
    same = member.issuer == Member(record, b"").issuer
    try:
        return verify_data(member.signed, replace(asked, key=asked.key if same else None), file)
    except AlignkitError as error:
        return replace(plain, unverified=(f"its own issuer's signature: {error.message}",))


def _date_faults(document: dict[str, Any], now: datetime) -> Iterator[str]:
    begin, end = instant(document.get("validFrom")), instant(document.get("validUntil"))
    if begin is None:
        yield "nothing says from when it is valid"
    elif begin > now:
        yield f"it is valid only from {document['validFrom']}"
    if "validUntil" in document and end is None:
        yield "until when it is valid cannot be read"
    elif end and end <= now:
        yield f"it was valid until {document['validUntil']}"

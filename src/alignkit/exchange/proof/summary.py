"""What a credential says in short, and what verifying it cannot show."""

from collections.abc import Iterator
from typing import Any

from alignkit.exchange.proof.structure import is_record
from alignkit.views.credential import VerificationView
from alignkit.wording import shortened

_CODE, _NAME = 20, 80


def summary(document: dict[str, Any], form: str) -> VerificationView:
    """Return the names and dates of a credential, as it has them."""
    issuer, subject = document.get("issuer"), _object(document.get("credentialSubject"))
    achievement = _object(subject.get("achievement"))
    aligned = achievement.get("alignment")
    return VerificationView(
        kind="Comprehensive Learner Record 2.0" if is_record(document) else "Open Badge 3.0",
        form=form,
        name=_text(document.get("name") or achievement.get("name")),
        issuer=_text(issuer.get("id") if isinstance(issuer, dict) else issuer),
        issuer_name=_text(_object(issuer).get("name")),
        learner=_text(subject.get("id")) or _identity(subject.get("identifier")),
        valid_from=_text(document.get("validFrom")),
        valid_until=_text(document.get("validUntil")),
        states=tuple(_target(each) for each in aligned if isinstance(each, dict)) if isinstance(aligned, list) else (),
    )


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _identity(value: Any) -> str:
    first = _object(value[0] if isinstance(value, list) and value else value)
    kind, hidden = _text(first.get("identityType")), _text(first.get("identityHash"))
    return f"{kind} {hidden}" if kind and hidden else ""


def _target(alignment: dict[str, Any]) -> str:
    """Return what an alignment says in short: "VE3: Protect … (IPEC …)"."""
    code, name, framework = (_text(alignment.get(f"target{part}")) for part in ("Code", "Name", "Framework"))
    named = ": ".join(filter(None, (shortened(code, _CODE), shortened(name, _NAME))))
    return f"{named} ({shortened(framework, _NAME)})" if framework else named


def unverified(document: dict[str, Any], *, given: bool) -> tuple[str, ...]:
    """Return what nobody has looked at; `given` says whether the issuer's key was given with the question."""
    return tuple(_unverified(document, given=given))


def _unverified(document: dict[str, Any], *, given: bool) -> Iterator[str]:
    if given:
        yield "whose the key is: you gave it, and vouch for where it is from"
    else:
        yield (
            "who the issuer is: a did:key says that one key signed, not whose it is; the issuer's name is the signer's "
            "own word, so compare the key with one that you have from the issuer"
        )
    if document.get("credentialStatus"):
        yield "whether it was revoked: it names a list of revoked credentials, and nothing is fetched"
    else:
        yield "whether it was revoked: it names no list where a revocation would stand"
    yield "that whoever shows it is the learner it names"
    yield "that the learner did what it says: that is the issuer's word"
    if any(key in document for key in ("endorsement", "endorsementJwt")):
        yield "the endorsements in it"

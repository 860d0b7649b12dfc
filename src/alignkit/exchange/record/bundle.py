"""The record itself: valid credentials of one learner, as JSON and as their issuers signed them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from alignkit.errors import BadRequest
from alignkit.exchange.badge.names import urn_of
from alignkit.exchange.losses import Loss
from alignkit.exchange.proof.members import SIGNED, Member, learner
from alignkit.exchange.proof.opened import BrokenToken, opened
from alignkit.exchange.proof.signer import Signer
from alignkit.exchange.proof.structure import is_record
from alignkit.exchange.proof.verify import Asked, verify_data
from alignkit.exchange.record.associations import associations
from alignkit.wording import count

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)


class Chosen(Struct, frozen=True):
    """What whoever bundles says of the record: its title, their name, and associations such as "2 isPartOf 1"."""

    title: str = ""
    issuer_name: str = ""
    associations: tuple[str, ...] = ()


class Held(Struct, frozen=True):
    """A credential that goes into the record: as JSON, and as its issuer signed it where that is another text."""

    file: str
    document: dict[str, Any]
    token: str

    @property
    def achievement(self) -> dict[str, Any]:
        """Return what it says was earned."""
        earned: dict[str, Any] = self.document["credentialSubject"]["achievement"]
        return earned

    @property
    def name(self) -> str:
        """Return what it is called."""
        return str(self.document.get("name") or self.achievement["name"])


class Record(Struct, frozen=True):
    """The unsigned record, and what it holds in short."""

    document: dict[str, Any]
    names: tuple[str, ...]
    learner: str
    associations: tuple[str, ...]
    losses: tuple[Loss, ...]


def record_of(files: Iterable[tuple[str, bytes]], signer: Signer, chosen: Chosen, asked: Asked) -> Record:
    """Return the record of the credentials in the files, each by its name and content.

    Raises BadRequest where one is not valid or is a record itself, they are of several learners, or an association
    does not fit.
    """
    held = [_held(file, data, signer, asked) for file, data in files]
    _of_one_learner(held)
    related = associations(chosen.associations, [each.achievement for each in held])
    ids = [each.achievement["id"] for each in held]
    subject = held[0].document["credentialSubject"]
    said = {
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": chosen.title or f"Learning record: {count(len(held), 'credential')}",
        "issuer": _issuer(signer.issuer, chosen.issuer_name),
        "validFrom": signer.dates.valid_from,
        **({"validUntil": signer.dates.valid_until} if signer.dates.valid_until else {}),
        "credentialSubject": {
            **{key: subject[key] for key in ("id", "identifier") if key in subject},
            "type": ["ClrSubject"],
            "verifiableCredential": [each.document for each in held],
            "association": [
                {
                    "type": "Association",
                    "associationType": each.type,
                    "sourceId": ids[each.one],
                    "targetId": ids[each.other],
                }
                for each in related
            ],
        },
        **_as_signed(held),
    }
    names = tuple(each.name for each in held)
    return Record(
        document={"@context": list(CONTEXTS), "id": urn_of(said), **said},
        names=names,
        learner=str(subject.get("id") or "known by a hash"),
        associations=tuple(f"{names[each.one]} {each.type} {names[each.other]}" for each in related),
        losses=tuple(_losses(held)),
    )


def _issuer(id_: str, name: str) -> dict[str, Any]:
    return {"id": id_, "type": ["Profile"], **({"name": name} if name else {})}


def _held(file: str, data: bytes, signer: Signer, asked: Asked) -> Held:
    try:
        found = opened(data, file)
    except BrokenToken as error:
        raise BadRequest(f"this credential is not valid: {error}", where=file) from None
    if is_record(found.document):
        raise BadRequest("this is a record itself", where=file, hint="name the credentials that it holds")
    own = Member(found.document, b"").issuer == signer.issuer
    seen = verify_data(data, replace(asked, key=signer.key.public if own else asked.key), file)
    if not seen.valid:
        faults = [fault for check in seen.checks for fault in check.faults]
        hint = "`alignkit credential verify` says all that is wrong with it"
        raise BadRequest(f"this credential is not valid: {faults[0]}", where=file, hint=hint)
    return Held(file, found.document, found.token.text if found.token else "")


def _of_one_learner(held: Sequence[Held]) -> None:
    for each in held[1:]:
        if learner(each.document) != learner(held[0].document):
            hint = f"a record is of one learner, by the same id or identity in every credential as in {held[0].file}"
            raise BadRequest("this credential is another learner's", where=each.file, hint=hint)
        if each.document["id"] in [other.document["id"] for other in held if other is not each]:
            raise BadRequest("this credential is given twice", where=each.file, hint="name each file once")


def _as_signed(held: Iterable[Held]) -> dict[str, Any]:
    """Return as evidence what the issuers signed, where the record can hold only what it says."""
    signed = [
        {"id": f"{SIGNED}{each.token}", "type": ["Evidence"], "name": f"{each.name}, as signed"}
        for each in held
        if each.token
    ]
    return {"evidence": signed} if signed else {}


def _losses(held: Iterable[Held]) -> Iterator[Loss]:
    why = "a record holds credentials as JSON; the token itself stands in its evidence"
    return (Loss(each.file, "the signature as part of the credential", why) for each in held if each.token)

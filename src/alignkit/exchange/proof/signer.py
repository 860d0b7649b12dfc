"""Who signs: a key, the identifier by which others find it, and the form that is signed in."""

import json
from datetime import datetime
from typing import Any

from msgspec import Struct

from alignkit.errors import BadRequest
from alignkit.exchange.badge.credential import Dates
from alignkit.exchange.limits import LIMITS
from alignkit.exchange.proof import integrity, jose
from alignkit.exchange.proof.keys import SigningKey
from alignkit.exchange.proof.linked_data import meaning_faults
from alignkit.exchange.proof.structure import form_faults

VC_JWT = "vc-jwt"
_SMALLER = "shorten the texts of the curriculum, or issue it in parts"


class Signer(Struct, frozen=True):
    """A key, whose it is, the URL of the key within that identifier, the dates of what is signed, and the form."""

    key: SigningKey
    issuer: str
    key_id: str
    dates: Dates
    form: str

    def sign(self, document: dict[str, Any]) -> str:
        """Return the document signed, as text; BadRequest where it would not be valid, so that none such gets out."""
        if faults := (*form_faults(document), *meaning_faults(document)):
            raise BadRequest(f"it would not be valid: {faults[0]}", hint=_SMALLER)
        text = self._signed(document)
        if len(text) > LIMITS.credential_bytes:
            most = f"{LIMITS.credential_bytes:,}"
            raise BadRequest(f"it is longer than the {most} bytes that are verified", hint=_SMALLER)
        return text

    def _signed(self, document: dict[str, Any]) -> str:
        if self.form == VC_JWT:
            return f"{jose.sign(document, self.key, self.key_id)}\n"
        created = datetime.fromisoformat(self.dates.valid_from)
        signed = integrity.sign(document, self.key, self.key_id, created)
        return json.dumps(signed, indent=2, ensure_ascii=True) + "\n"


def signer_of(key: SigningKey, issuer: str, key_id: str, dates: Dates, form: str) -> Signer:
    """Return who signs: by default the key itself, as `did:key`; BadRequest where issuer and key are of two.

    The key's URL begins with the issuer's identifier, so that nobody can sign in the name of another.
    """
    own, fragment = key.public.did, f"#{key.public.multibase}"
    whose = issuer or own
    if whose.startswith("did:key:") and whose != own:
        raise BadRequest("the issuer is another key than the one that signs", hint=f"its identifier is {own}")
    if not whose.startswith(("did:key:", "did:web:")):
        hint = "give a did:web identifier that you publish, or leave --issuer out: then the key is the issuer"
        raise BadRequest(f'"{whose}" is no did:web or did:key', hint=hint)
    if whose.startswith("did:web:") and not key_id:
        hint = f"--key-id {whose}#NAME, as your did.json has it under verificationMethod"
        raise BadRequest("nothing says which key of the issuer's it is", hint=hint)
    named = key_id or f"{own}{fragment}"
    if named.partition("#")[0] != whose or "#" not in named:
        raise BadRequest(f'"{named}" is no key of {whose}', hint=f"a key's identifier is {whose}#NAME")
    return Signer(key, whose, named, dates, form)

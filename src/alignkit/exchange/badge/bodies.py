"""Who awards an achievement, as an Open Badges profile."""

import re
from typing import Any

from alignkit.analysis.case import Case
from alignkit.analysis.microcredential import awarding_bodies
from alignkit.errors import BadRequest
from alignkit.exchange.badge.names import urn, web_address
from alignkit.model.curriculum import Provider

_COUNTRY = re.compile(r"[A-Z]{2}")
# Codes that stand where a country's would, for what is none.
_NO_COUNTRY = ("EU",)


def awarding_body(case: Case) -> Provider:
    """Return the body that awards it, the first where there are several; BadRequest where there is none."""
    bodies = [body for body in awarding_bodies(case) if body.name.strip()]
    if not bodies:
        hint = "add `role: awarding-body` to the provider who vouches for it; `alignkit explain M102` says why"
        where = str(case.curriculum.place("providers"))
        raise BadRequest("no provider is said to award it, so nobody vouches for a credential", where=where, hint=hint)
    return bodies[0]


def country_of(body: Provider) -> str:
    """Return the country's code by ISO 3166, or "" where none is stated."""
    return body.country if _COUNTRY.fullmatch(body.country) and body.country not in _NO_COUNTRY else ""


def profile(body: Provider, id_: str = "") -> dict[str, Any]:
    """Return the profile of a body, by this id, else by its address on the web, else by a name that leads nowhere."""
    address, country = web_address(body.url), country_of(body)
    return {
        "id": id_ or address or urn(f"provider {body.name}"),
        "type": ["Profile"],
        "name": body.name,
        **({"url": address} if address else {}),
        **({"address": {"type": ["Address"], "addressCountryCode": country}} if country else {}),
    }

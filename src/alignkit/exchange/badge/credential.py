"""The credential around an achievement: the unsigned template, and the one of a learner."""

from typing import Any

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.certifiable import Certifiable, certifiable
from alignkit.errors import BadRequest
from alignkit.exchange.badge.achievement import achievement
from alignkit.exchange.badge.bodies import awarding_body, profile
from alignkit.exchange.badge.names import urn_of
from alignkit.wording import listed

CONTEXTS = ("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
TYPES = ("VerifiableCredential", "OpenBadgeCredential")
# What a template says instead of the day of issue: valid for nobody who looks at the date.
NOT_YET = "9999-12-31T23:59:59Z"

_MOST_REASONS = 3


class Dates(Struct, frozen=True):
    """From when a credential is valid, and until when ("" for ever), as RFC 3339 has times."""

    valid_from: str
    valid_until: str = ""


def something_shown(case: Case, certified: Certifiable) -> None:
    """Refuse a credential of nothing: BadRequest where no outcome may be stated."""
    if certified.outcomes:
        return
    where = str(case.curriculum.place("assessments"))
    reasons = [f"{each.what}: {each.why}" for each in certified.left_out if each.what.startswith("outcome ")]
    why = listed(reasons, most=_MOST_REASONS) or "it has no outcomes"
    hint = "`alignkit explain M108` says what an assessment needs so that it counts"
    raise BadRequest(f"no assessment has shown anything that could be stated ({why})", where=where, hint=hint)


def template(case: Case) -> dict[str, Any]:
    """Return the unsigned credential of nobody, with the achievement of the whole curriculum.

    Raises BadRequest where nobody awards it, or nothing is assessed that could be stated.
    """
    certified = certifiable(case)
    something_shown(case, certified)
    subject = {"type": ["AchievementSubject"], "achievement": achievement(case, certified, whole=True)}
    return credential(profile(awarding_body(case)), subject, Dates(NOT_YET))


def credential(issuer: dict[str, Any], subject: dict[str, Any], dates: Dates) -> dict[str, Any]:
    """Return the unsigned credential; its id follows from all that it says."""
    said = {
        "type": list(TYPES),
        "name": subject["achievement"]["name"],
        "issuer": issuer,
        "validFrom": dates.valid_from,
        **({"validUntil": dates.valid_until} if dates.valid_until else {}),
        "credentialSubject": subject,
    }
    return {"@context": list(CONTEXTS), "id": urn_of(said), **said}

"""The credential of one learner: what that learner's results show, and nothing else."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.certifiable import Certifiable, LeftOut, certifiable, summative
from alignkit.errors import BadRequest
from alignkit.exchange.badge.achievement import achievement, number
from alignkit.exchange.badge.bodies import awarding_body, profile
from alignkit.exchange.badge.credential import Dates, credential, something_shown
from alignkit.model.learner import Identity, Learner, Result
from alignkit.wording import did_you_mean, listed


class Award(Struct, frozen=True):
    """The unsigned credential of a learner, what of the curriculum it states, and what it leaves out."""

    document: dict[str, Any]
    certified: Certifiable
    left_out: tuple[LeftOut, ...]
    whole: bool


def award(case: Case, learner: Learner, issuer: str, dates: Dates) -> Award:
    """Return the credential by which the issuer with this id states what the learner's results show.

    Whoever passed every assessment that counts has the whole achievement; otherwise it is a part without credits.
    Raises BadRequest where nothing may be stated, or the results do not fit the curriculum.
    """
    passed = _passed(case, learner)
    certified = certifiable(case, passed)
    something_shown(case, certified)
    whole = all(each.id in passed for each in summative(case))
    earned = achievement(case, certified, whole=whole)
    subject = {**_learner(learner), **_subject(case, whole=whole), "achievement": earned}
    results = list(_results(learner, certified, earned))
    document = credential(profile(awarding_body(case), issuer), {**subject, "result": results}, dates)
    return Award(document, certified, (*certified.left_out, *_not_counted(case, learner, certified)), whole)


def _passed(case: Case, learner: Learner) -> frozenset[str]:
    names = [each.assessment for each in learner.results]
    for each in learner.results:
        if each.assessment not in case.assessments:
            guess = did_you_mean(each.assessment, case.assessments)
            hint = f"the curriculum has {listed(case.assessments, most=12) or 'none'}"
            where = str(each.place("assessment"))
            raise BadRequest(f'no assessment is called "{each.assessment}"{guess}', where=where, hint=hint)
        if Counter(names)[each.assessment] > 1:
            hint = "give one result for each assessment: the one that counts"
            raise BadRequest(f"{each.assessment} has several results", where=str(each.at), hint=hint)
    return frozenset(each.assessment for each in learner.results if each.passed)


def _learner(learner: Learner) -> dict[str, Any]:
    identity = learner.identity
    if not learner.id and identity is None:
        hint = "give an `id:`, or an `identity:` with its hash: docs/credentials.md shows both"
        raise BadRequest("nothing says whose credential it is", where=str(learner.at), hint=hint)
    return {
        **({"id": learner.id} if learner.id else {}),
        "type": ["AchievementSubject"],
        **({"identifier": [_identity(identity)]} if identity else {}),
    }


def _identity(identity: Identity) -> dict[str, Any]:
    if bool(identity.hash) == bool(identity.value):
        raise BadRequest(
            "an identity is stated by its `hash:`, or by its `value:` and a `salt:`", where=str(identity.at)
        )
    if identity.value and not identity.salt:
        hint = "add `salt:` with 16 or more random characters: without it, the hash of an address is soon guessed"
        raise BadRequest("an identity is not hashed without a salt", where=str(identity.at), hint=hint)
    digest = hashlib.sha256((identity.value + identity.salt).encode("utf-8", "backslashreplace")).hexdigest()
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": identity.hash or f"sha256${digest}",
        "identityType": identity.type,
        **({"salt": identity.salt} if identity.salt else {}),
    }


def _subject(case: Case, *, whole: bool) -> dict[str, Any]:
    ects = case.curriculum.workload.ects if case.curriculum.workload else None
    return {"creditsEarned": number(ects)} if whole and ects is not None else {}


def _results(learner: Learner, certified: Certifiable, earned: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the result of each assessment that the achievement describes."""
    described = dict(zip((each.id for each in certified.assessments), earned["resultDescription"], strict=True))
    for each in learner.results:
        if each.assessment in described:
            yield {
                "type": ["Result"],
                "resultDescription": described[each.assessment]["id"],
                "status": "Completed",
                **({"value": each.value} if each.value else {}),
            }


def _not_counted(case: Case, learner: Learner, certified: Certifiable) -> Iterator[LeftOut]:
    """Yield the results that show nothing of what is stated."""
    showing = {each.id for each in certified.assessments}
    for each in learner.results:
        if each.passed and each.assessment not in showing:
            yield LeftOut(each.at, f"result of {each.assessment}", _why_not(case, each))


def _why_not(case: Case, result: Result) -> str:
    if case.assessments[result.assessment].purpose != "summative":
        return "the assessment does not count (summative)"
    return "what it shows is shown only together with assessments that were not passed"

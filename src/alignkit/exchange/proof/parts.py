"""The parts of a credential, and what Open Badges 3.0 and Comprehensive Learner Record 2.0 require of each."""

from collections.abc import Mapping

from msgspec import Struct


class Part(Struct, frozen=True):
    """What a part of a credential needs: its type, keys that must be there, and what its other parts are.

    `uris` and `times` are keys whose values have that form; `numbers` and `texts` what they say.
    """

    type: str = ""
    required: tuple[str, ...] = ()
    uris: tuple[str, ...] = ("id",)
    times: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    texts: tuple[str, ...] = ("name", "description")
    parts: Mapping[str, str] = {}


_ALIGNED = {"alignment": "Alignment"}
_CREDENTIAL = {"issuer": "Profile"}
PARTS: Mapping[str, Part] = {
    "credential": Part(
        required=("id", "issuer", "validFrom", "credentialSubject"),
        times=("validFrom", "validUntil", "awardedDate"),
        parts={**_CREDENTIAL, "credentialSubject": "AchievementSubject"},
    ),
    "record": Part(
        required=("id", "name", "issuer", "validFrom", "credentialSubject"),
        times=("validFrom", "validUntil", "awardedDate"),
        parts={**_CREDENTIAL, "credentialSubject": "ClrSubject"},
    ),
    "Profile": Part(type="Profile", required=("id",), texts=("name", "url"), parts={"address": "Address"}),
    "Address": Part(type="Address", texts=("addressCountryCode",)),
    "AchievementSubject": Part(
        type="AchievementSubject",
        required=("achievement",),
        times=("activityStartDate", "activityEndDate"),
        numbers=("creditsEarned",),
        parts={"achievement": "Achievement", "result": "Result", "identifier": "IdentityObject"},
    ),
    "Achievement": Part(
        type="Achievement",
        required=("id", "name", "description", "criteria"),
        numbers=("creditsAvailable",),
        texts=("name", "description", "achievementType", "version", "inLanguage"),
        parts={"creator": "Profile", "resultDescription": "ResultDescription", **_ALIGNED},
    ),
    "Alignment": Part(
        type="Alignment",
        required=("targetName", "targetUrl"),
        uris=("targetUrl",),
        texts=("targetName", "targetCode", "targetDescription", "targetFramework", "targetType"),
    ),
    "ResultDescription": Part(
        type="ResultDescription",
        required=("id", "name", "resultType"),
        texts=("name", "resultType", "requiredValue"),
        parts={"rubricCriterionLevel": "RubricCriterionLevel", **_ALIGNED},
    ),
    "RubricCriterionLevel": Part(type="RubricCriterionLevel", required=("id", "name"), parts=_ALIGNED),
    "Result": Part(type="Result", uris=("resultDescription",), texts=("value", "status"), parts=_ALIGNED),
    "IdentityObject": Part(type="IdentityObject", required=("hashed", "identityHash", "identityType"), uris=()),
    "ClrSubject": Part(
        type="ClrSubject",
        required=("verifiableCredential",),
        parts={"achievement": "Achievement", "association": "Association", "identifier": "IdentityObject"},
    ),
    "Association": Part(
        type="Association", required=("associationType", "sourceId", "targetId"), uris=("sourceId", "targetId")
    ),
}

"""`learner/1`: one learner's results, from which `credential issue` makes a record. It is personal: keep it apart."""

from typing import Annotated

from alignkit.model import vocabulary as words
from alignkit.model.located import Located


class Identity(Located, frozen=True, kw_only=True):
    """By what others recognise the learner, hashed so that the record does not give it away."""

    type: Annotated[str, words.IDENTITY_TYPES, "What sort of thing is hashed."] = "emailAddress"
    hash: Annotated[str, words.IDENTITY_HASH, "The hash, if you have it: SHA-256 of the identity with the salt."] = ""
    value: Annotated[str, "The identity itself, if you have not: it is hashed with the salt, and stated nowhere."] = ""
    salt: Annotated[str, "Random characters that follow the identity before it is hashed; the record states them."] = ""


class Result(Located, frozen=True, kw_only=True):
    """What the learner achieved in one assessment."""

    assessment: Annotated[str, words.CODE, "The id of the assessment."]
    passed: Annotated[bool, "Whether the learner passed."]
    value: Annotated[str, "The mark, grade or points, as a text."] = ""


class Learner(Located, frozen=True, kw_only=True):
    """One learner, and what the learner has passed."""

    id: Annotated[str, words.URI, "A URI that is the learner's: a DID of their wallet, or one that you keep."] = ""
    identity: Annotated[Identity | None, "By what others recognise the learner, where there is no such URI."] = None
    results: Annotated[tuple[Result, ...], "What was achieved in each assessment."] = ()

"""`baseline/1`: findings that a team has accepted on a date, with a reason; one entry for each of them."""

from typing import Annotated

from alignkit.model import vocabulary as words
from alignkit.model.located import Located


class Accepted(Located, frozen=True, kw_only=True):
    """One finding that is accepted, wherever its line moves."""

    code: Annotated[str, "The rule's code."]
    document: Annotated[str, "The id of the curriculum or framework that it is found in; the file, if that has none."]
    subject: Annotated[str, "What it is about: an outcome, an item, an assessment."] = ""
    severity: Annotated[str, words.SEVERITIES, "How severe it was; the same finding is not accepted when graver."]
    things: Annotated[int, "How many things it objected to; more of them are not accepted."] = 1
    facts: Annotated[dict[str, str], "What it said, to tell it from another finding about the same."] = {}
    date: Annotated[str, words.DATE, "When it was accepted."]
    reason: Annotated[str, "Why."]


class Baseline(Located, frozen=True, kw_only=True):
    """The findings that `alignkit check` sets aside until they are put right."""

    accepted: Annotated[tuple[Accepted, ...], "The findings, one entry each."] = ()

"""`rubric/1`: quality characteristics as data."""

from typing import Annotated, ClassVar

from alignkit.model import vocabulary as words
from alignkit.model.located import Located


class Decision(Located, frozen=True, kw_only=True):
    """A rule that decides a criterion, and the verdict when it finds something."""

    short_for: ClassVar[str] = "rule"

    rule: Annotated[str, "The rule's code."]
    if_found: Annotated[
        str,
        words.FAILING_VERDICTS,
        "The verdict when the rule has a finding; where it finds only some of what it examines: partly met.",
    ] = "not met"


class Criterion(Located, frozen=True, kw_only=True):
    """One thing that a curriculum must show."""

    id: Annotated[str, words.CODE, "Its code in the rubric."]
    title: Annotated[str, "What must be seen, in a sentence."]
    need: Annotated[str, words.CRITERION_NEEDS, "Essential criteria decide their characteristic."] = "essential"
    decided_by: Annotated[tuple[Decision, ...], "The rules that decide it."]
    rests_on: Annotated[tuple[str, ...], "Where the evidence stands in a curriculum, such as rationale.statement."] = ()
    applies_to: Annotated[
        tuple[Annotated[str, words.CURRICULUM_KINDS], ...], "The kinds of curriculum it applies to; all, if left out."
    ] = ()
    not_applicable_because: Annotated[str, "Why it does not apply to the other kinds."] = ""


class Characteristic(Located, frozen=True, kw_only=True):
    """A characteristic of quality: met when all its essential criteria are."""

    id: Annotated[str, words.CODE, "Its code in the rubric."]
    title: Annotated[str, "Its name."]
    text: Annotated[str, "What it asks for."] = ""
    preconditions: Annotated[tuple[Criterion, ...], "What must hold before the criteria mean anything."] = ()
    criteria: Annotated[tuple[Criterion, ...], "What must be seen."]


class Rubric(Located, frozen=True, kw_only=True):
    """A published or an institution's own statement of quality, as criteria that rules decide."""

    id: Annotated[str, words.ID, "The file's name."]
    title: Annotated[str, "Its title."]
    short: Annotated[str, "The name that tables print."] = ""
    citation: Annotated[str, "The publication it follows."] = ""
    notes: Annotated[tuple[str, ...], "What whoever relies on it must know."] = ()
    preconditions: Annotated[tuple[Criterion, ...], "What must hold before any characteristic means anything."] = ()
    characteristics: Annotated[tuple[Characteristic, ...], "The characteristics, in order."]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Return every criterion and precondition, in order."""
        below = (each for part in self.characteristics for each in (*part.preconditions, *part.criteria))
        return (*self.preconditions, *below)

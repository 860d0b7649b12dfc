"""What supports an item, as lines in its row, with what an accreditor asks of each activity and assessment."""

from collections.abc import Iterator

from alignkit.phrase import Phrase
from alignkit.render.report.blocks import Run, Runs
from alignkit.render.report.chapters.pieces import anchor, word, words
from alignkit.render.report.language import Language
from alignkit.views.report.items import ItemView
from alignkit.views.report.parts import ActivityView, AssessmentView, PartsView


class Support:
    """The parts of a curriculum, as they are named in the tables of items."""

    def __init__(self, parts: PartsView, say: Language) -> None:
        """Take the parts and the language that they are described in."""
        self._parts = parts
        self._say = say

    def outcomes(self, item: ItemView) -> Iterator[Runs]:
        """Yield each outcome that serves the item, with its depth and whether it serves only part of it."""
        for served in item.served_by:
            known = words(self._say, (served.depth, "partial" if served.partial else ""))
            yield _named("outcome", served.outcome, known)

    def activities(self, item: ItemView) -> Iterator[Runs]:
        """Yield each activity that teaches the item: hours, setting, professions together."""
        for name in item.activities:
            yield _named("activity", name, self._of_activity(self._parts.activities[name]))

    def _of_activity(self, activity: ActivityView) -> str:
        say = self._say
        hours = say(Phrase("{n} h", {"n": activity.hours})) if activity.hours is not None else say("hours not stated")
        together = words(say, activity.professions)
        return ", ".join(part for part in (hours, word(say, activity.setting), together) if part)

    def assessments(self, item: ItemView) -> Iterator[Runs]:
        """Yield each assessment of the item: method, Miller level, purpose, number of criteria."""
        for name in item.assessments:
            yield _named("assessment", name, self._of_assessment(self._parts.assessments[name]))

    def _of_assessment(self, assessment: AssessmentView) -> str:
        say, criteria = self._say, len(assessment.criteria)
        stated = (
            Phrase("{n} criteria", {"n": criteria}, one="{n} criterion") if criteria else Phrase("no criteria stated")
        )
        known = (word(say, each) for each in (assessment.method, assessment.miller, assessment.purpose))
        return ", ".join((*(each for each in known if each), say(stated)))

    def facts(self, item: ItemView) -> dict[str, str]:
        """Return what a row can be filtered by: the item's step, and the modules and professions that teach it."""
        taught = [self._parts.activities[name] for name in item.activities]
        modules = dict.fromkeys(activity.module for activity in taught)
        professions = dict.fromkeys(name for activity in taught for name in activity.professions)
        return {"step": str(int(item.step)), "modules": " ".join(modules), "professions": " ".join(professions)}


def _named(kind: str, name: str, known: str) -> Runs:
    return (Run(name, "", f"#{anchor(kind, name)}"), *((Run(f" ({known})", "muted"),) if known else ()))

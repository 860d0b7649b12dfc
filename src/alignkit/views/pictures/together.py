"""Professions learning together: what each two of them share, and who attends what."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.together import Shared, attendance, attended_in_all, named_professions, shared_by_pairs
from alignkit.phrase import Fact, Phrase
from alignkit.views.pictures.attending import Attending, attending, few_activities
from alignkit.views.pictures.parts import NOTHING, Label, Row, Table, Text, hours_of, name_of, profession_label

MOST_PROFESSIONS = 14


class Meeting(Struct, frozen=True):
    """What two professions attend both; or one in all, which is then both `first` and `second`."""

    first: int
    second: int
    hours: str
    """As people write them: "12.5"; without the activities that state none."""
    share: float
    """These hours as a part of the most that any profession attends, 0 to 1."""
    activities: tuple[str, ...]
    silent: int
    """How many of the activities state no hours."""


class Together(Struct, frozen=True):
    """The professions, each two of them, and the activities with who attends them."""

    title: Phrase
    alt: Phrase
    headings: tuple[Phrase, Phrase]
    professions: tuple[Label, ...]
    meetings: tuple[Meeting, ...]
    attending: tuple[Attending, ...]
    of_activities: bool
    """True where each row of `attending` is one activity; else rows are modules, and count."""
    notes: tuple[Phrase, ...]
    table: Table
    """Who attends what."""
    pairs: Table
    """What each two professions share."""


def together_picture(case: Case) -> Together:
    """Return which professions attend which activities, and how many hours each two of them share."""
    named = named_professions(case)
    labels = tuple(map(profession_label, named))
    alone, pairs = attended_in_all(case), shared_by_pairs(case)
    most = max((each.hours for each in alone), default=0)
    place = {name: number for number, name in enumerate(named)}
    meetings = [_meeting(each, place, most) for each in (*alone, *pairs)]
    rows = attending(case)
    return Together(
        title=Phrase("Professions learning together"),
        alt=_alt(case, pairs),
        headings=(
            Phrase("hours that two professions share, in how many activities; dashed, what one attends in all"),
            Phrase("who attends"),
        ),
        professions=labels[:MOST_PROFESSIONS],
        meetings=tuple(each for each in meetings if max(each.first, each.second) < MOST_PROFESSIONS),
        attending=rows,
        of_activities=few_activities(case),
        notes=tuple(_notes(case, named)),
        table=_activities_table(labels, rows, of_activities=few_activities(case)),
        pairs=_pairs_table(pairs),
    )


def _meeting(shared: Shared, place: Mapping[str, int], most: int) -> Meeting:
    return Meeting(
        first=place[shared.professions[0]],
        second=place[shared.professions[-1]],
        hours=hours_of(shared.hours),
        share=shared.hours / most if most else 0.0,
        activities=shared.activities,
        silent=shared.silent,
    )


def _alt(case: Case, pairs: Sequence[Shared]) -> Phrase:
    who = attendance(case)
    joint = sum(len(there) > 1 for there in who.values())
    counts = {"n": len(named_professions(case)), "joint": joint, "activities": len(who)}
    overall = Phrase("Professions: {n}. Activities that two or more of them attend: {joint} of {activities}.", counts)
    if not pairs:
        return overall
    most = max(pairs, key=lambda pair: (pair.hours, len(pair.activities)))
    fewest = min(pairs, key=lambda pair: (pair.hours, len(pair.activities)))
    alike = (most.hours, len(most.activities)) == (fewest.hours, len(fewest.activities))
    facts: dict[str, Fact] = {"overall": overall, "shared": _shared(most)}
    if alike:
        return Phrase("{overall} Every two of them share {shared}.", facts)
    facts = {"overall": overall, "most": _who_shares(most), "fewest": _who_shares(fewest)}
    return Phrase("{overall} Most is shared by {most}; least by {fewest}.", facts)


def _who_shares(pair: Shared) -> Phrase:
    return Phrase("{professions}: {shared}", {"professions": _names(pair), "shared": _shared(pair)})


def _shared(pair: Shared) -> Phrase:
    hours: dict[str, Fact] = {"hours": hours_of(pair.hours), "n": len(pair.activities), "silent": pair.silent}
    if pair.silent:
        return Phrase("{hours} hours in {n} activities (without stated hours: {silent})", hours)
    return Phrase("{hours} hours in {n} activities", hours, one="{hours} hours in {n} activity")


def _names(pair: Shared) -> tuple[Text, ...]:
    return tuple(profession_label(name).words for name in pair.professions)


def _notes(case: Case, named: Sequence[str]) -> Iterator[Phrase]:
    if not named:
        yield Phrase("no profession is named")
    if len(named) > MOST_PROFESSIONS:
        shown = {"shown": MOST_PROFESSIONS, "n": len(named)}
        yield Phrase("the first {shown} of {n} professions are drawn; the tables have them all", shown)
    if not few_activities(case):
        yield Phrase("{n} activities are counted by module", {"n": len(case.activities)})
    silent = sum(activity.hours is None for activity in case.activities.values())
    if silent:
        yield Phrase(
            "{n} activities state no hours; they are counted, their hours are not",
            {"n": silent},
            one="{n} activity states no hours; it is counted, its hours are not",
        )


def _activities_table(labels: Sequence[Label], rows: Sequence[Attending], *, of_activities: bool) -> Table:
    first = Phrase("activity") if of_activities else Phrase("modules")
    return Table(
        header=(first, Phrase("hours"), *(name_of(label) for label in labels), Phrase("interaction")),
        rows=tuple(_activity_row(row, of_activities=of_activities) for row in rows),
    )


def _activity_row(row: Attending, *, of_activities: bool) -> Row:
    attended = (_attended(number, row.total, of_activities=of_activities) for number in row.attended)
    interaction = Phrase("{words}", {"words": row.interaction}) if row.interaction else NOTHING
    return Row((name_of(row.label), row.hours or NOTHING, *attended, interaction), row.label.at)


def _attended(number: int, total: int, *, of_activities: bool) -> Text:
    if of_activities:
        return Phrase("attends") if number else NOTHING
    return Phrase("{number} of {n}", {"number": number, "n": total})


def _pairs_table(pairs: Sequence[Shared]) -> Table:
    return Table(
        header=(Phrase("professions"), Phrase("hours together"), Phrase("activities together")),
        rows=tuple(
            Row((Phrase("{professions}", {"professions": _names(pair)}), hours_of(pair.hours), len(pair.activities)))
            for pair in pairs
        ),
    )

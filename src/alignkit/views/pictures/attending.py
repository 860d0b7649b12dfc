"""Who attends which activity: the rows below the pairs of professions."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.shares import billionths
from alignkit.analysis.together import attendance, named_professions
from alignkit.model.vocabulary import INTERACTIONS
from alignkit.phrase import Phrase
from alignkit.views.pictures.columns import columns_of
from alignkit.views.pictures.parts import Label, hours_of

MOST_ACTIVITIES = 40
_INTERACTIONS = {"about": Phrase("about"), "from": Phrase("from"), "with": Phrase("with")}


class Attending(Struct, frozen=True):
    """An activity, or the activities of modules, and how many of them each profession attends."""

    label: Label
    modules: tuple[str, ...]
    total: int
    """How many activities it stands for."""
    hours: str
    """As people write them; "" where no activity states any."""
    attended: tuple[int, ...]
    interaction: tuple[Phrase, ...] = ()
    """Whether learners learn about, from and with each other, as far as an activity states it."""


def few_activities(case: Case) -> bool:
    """Say whether each activity has a row of its own."""
    return len(case.activities) <= MOST_ACTIVITIES


def attending(case: Case) -> tuple[Attending, ...]:
    """Return a row for each activity, or for modules where there are many activities."""
    return tuple(_by_activity(case) if few_activities(case) else _by_module(case))


def _by_activity(case: Case) -> Iterator[Attending]:
    who = attendance(case)
    named = named_professions(case)
    for name, activity in case.activities.items():
        yield Attending(
            label=Label(name, name, activity.title, activity.at),
            modules=(case.module_of[name].id,),
            total=1,
            hours=_hours(case, (name,)),
            attended=tuple(int(profession in who[name]) for profession in named),
            interaction=tuple(_INTERACTIONS[word] for word in INTERACTIONS.words if word in activity.interaction),
        )


def _by_module(case: Case) -> Iterator[Attending]:
    who = attendance(case)
    named = named_professions(case)
    for column in columns_of(case, most=MOST_ACTIVITIES):
        yield Attending(
            label=column.label,
            modules=column.modules,
            total=len(column.activities),
            hours=_hours(case, column.activities),
            attended=tuple(sum(profession in who[name] for name in column.activities) for profession in named),
        )


def _hours(case: Case, names: Sequence[str]) -> str:
    stated = [hours for name in names if (hours := case.activities[name].hours) is not None]
    return hours_of(sum(map(billionths, stated))) if stated else ""

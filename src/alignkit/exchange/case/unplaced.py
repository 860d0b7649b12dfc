"""What an object of a package says that framework/1 and crosswalk/1 have no place for."""

from collections.abc import Iterator
from typing import Any

from alignkit.exchange.case.package import OURS
from alignkit.exchange.json_at import At
from alignkit.exchange.json_input import named
from alignkit.exchange.tally import Tally

NO_PLACE = "our format has no place for it"
ONE_TIME = "the framework has one such time here"

# What packages hold beside the framework; each is counted and named.
_DEFINED = ("CFConcepts", "CFSubjects", "CFAssociationGroupings")
_READ = frozenset(("CFDocument", "CFItems", "CFAssociations", "CFDefinitions", "CFRubrics", "extensions"))
_NOTHING: tuple[Any, ...] = (None, "", [], {})


def unplaced(at: At, placed: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the place and the name of everything that the object says beyond the keys of `placed`."""
    for key, value in at.value.items():
        if key not in placed and value not in _NOTHING:
            yield at.place(key), named(key)
    extensions = at.one("extensions")
    for key in extensions.value:
        if key != OURS:
            yield extensions.place(key), "an extension"


def name_unplaced(at: At, placed: frozenset[str], of: str, tally: Tally) -> None:
    """Name everything that has no place, together with that of other objects of the sort."""
    for where, what in unplaced(at, placed):
        tally.also(where, what, of, NO_PLACE)


def name_rest(package: At, tally: Tally) -> None:
    """Name what a package holds beside its document, items and associations."""
    definitions = package.one("CFDefinitions")
    for key in _DEFINED:
        for each in definitions.many(key):
            tally.also(each.path, f"`{key}`", "definition", NO_PLACE)
    for each in package.many("CFRubrics"):
        tally.also(each.path, "the criteria and levels", "rubric", "rubric/1 judges curricula, these judge learners")
    for where, what in unplaced(package, _READ):
        tally.lose(where, f"{what} of the package", NO_PLACE)

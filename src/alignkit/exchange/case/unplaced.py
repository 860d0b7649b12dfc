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
_DEFINITIONS = frozenset((*_DEFINED, "CFLicenses", "CFItemTypes", "extensions"))
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
    _name_definitions(package, tally)
    for each in package.many("CFRubrics"):
        tally.also(each.path, "the criteria and levels", "rubric", "rubric/1 judges curricula, these judge learners")
    for where, what in unplaced(package, _READ):
        tally.lose(where, f"{what} of the package", NO_PLACE)


def _name_definitions(package: At, tally: Tally) -> None:
    """Name what definitions say beyond the titles of types that items have and the licence of the document."""
    definitions = package.one("CFDefinitions")
    for key in _DEFINED:
        for each in definitions.many(key):
            tally.also(each.path, f"`{key}`", "definition", NO_PLACE)
    licence = package.one("CFDocument").one("licenseURI").text("identifier").lower()
    for each in definitions.many("CFLicenses"):
        if each.text("identifier").lower() != licence:
            tally.also(each.path, "`CFLicenses`", "definition", "the whole framework has one licence here")
    used = {item.text("CFItemType") or item.one("CFItemTypeURI").text("title") for item in package.many("CFItems")}
    for each in definitions.many("CFItemTypes"):
        if each.text("title") not in used:
            tally.also(each.path, "`CFItemTypes`", "definition", "no item is of that type")
        elif any(each.text(key) not in ("", each.text("title")) for key in ("description", "typeCode")):
            tally.also(each.path, "the description or code", "type of items", "a level has only a name here")
    for where, what in unplaced(definitions, _DEFINITIONS):
        tally.lose(where, f"{what} of the definitions", NO_PLACE)

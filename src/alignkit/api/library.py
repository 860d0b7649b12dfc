"""`frameworks search` and `frameworks diff`: finding things in the library, and comparing two of its frameworks."""

from collections.abc import Sequence

from alignkit.analysis.search import search
from alignkit.errors import BadRequest
from alignkit.library.shelf import Shelf
from alignkit.model.vocabulary import FRAMEWORK_KINDS, PROFESSIONS
from alignkit.views.editions import EditionsView, editions_view
from alignkit.views.library import Wanted, fits
from alignkit.views.search import SearchView, search_view
from alignkit.wording import listed, nearest

# How like a word must be to be offered: nurse is to nursing as 8 letters to 12.
_LIKE_A_WORD = 0.63


def known(wanted: Wanted) -> Wanted:
    """Return what a list is narrowed to; BadRequest where no framework could ever be of that kind or profession."""
    for word, vocabulary, what in (
        (wanted.kind, FRAMEWORK_KINDS.words, "kind of framework"),
        (wanted.profession, PROFESSIONS.words, "profession"),
    ):
        if word and word not in vocabulary and not word.startswith("x-"):
            near = nearest(word, vocabulary, _LIKE_A_WORD)
            guess = f' (did you mean "{near}"?)' if near else ""
            raise BadRequest(f'no {what} is called "{word}"{guess}', hint=f"there is {listed(vocabulary, most=12)}")
    return wanted


def search_library(shelf: Shelf, asked: str, only: Sequence[str], wanted: Wanted, limit: int) -> SearchView:
    """Return the items that have the words or the code asked for, in the frameworks named or in all that fit."""
    if limit < 0:
        raise BadRequest(f"--limit is {limit}", hint="give the number of items to show, or 0 for all")
    known(wanted)
    ids = [shelf.framework(name).id for name in only] or shelf.library.ids
    indexes = [index for id_ in dict.fromkeys(ids) if (index := shelf.library.find(id_))]
    fitting = tuple(index for index in indexes if fits(index.framework, wanted))
    if not fitting:
        raise BadRequest("no framework fits these options", hint="`alignkit frameworks list` shows what there is")
    found = search(asked, fitting)
    if not found.matches and not found.unknown:
        hint = "give a code, or a word that tells items apart: conflict, dignity, ipec-2023:TT4"
        raise BadRequest(f'"{asked}" has no word to look for', hint=hint)
    return search_view(asked, found, len(fitting), limit)


def compare(shelf: Shelf, before: str, after: str) -> EditionsView:
    """Return two frameworks side by side; BadRequest where one is not there, or both are the same."""
    one, other = shelf.framework(before), shelf.framework(after)
    if one.id == other.id:
        raise BadRequest(f"both are {one.id}", hint="name two frameworks, the older first: ipec-2016 ipec-2023")
    return editions_view(one, other, shelf.library)

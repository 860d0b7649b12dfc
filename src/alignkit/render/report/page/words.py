"""What the page says itself: everything else on it comes from the document."""

from babel import Locale, UnknownLocaleError
from msgspec import Struct

from alignkit.render.report.language import Language


class Words(Struct, frozen=True):
    """The page's own words, by what they are for."""

    skip: str
    contents: str
    dark: str
    fold: str
    unfold: str
    find: str
    any: str
    count: str
    marks: str
    clear: str
    none: str
    as_table: str
    nothing: str
    unverified: str
    leads: str
    elsewhere: str
    close: str
    copy: str
    copied: str
    order: str
    fingerprint: str


def words(say: Language) -> Words:
    """Return the page's own words in the language; {shown} and {total} are the script's to fill."""
    return Words(
        skip=say("Skip to the content"),
        contents=say("Contents"),
        dark=say("Dark page"),
        fold=say("Close all sections"),
        unfold=say("Open all sections"),
        find=say("Find"),
        any=say("all"),
        count=say("{shown} of {total} rows", shown="{shown}", total="{total}"),
        marks=say("{shown} of {total} marks", shown="{shown}", total="{total}"),
        clear=say("Show all rows"),
        none=say("No row is like that."),
        as_table=say("The picture as a table"),
        nothing=say("Nothing."),
        unverified=say("no source confirms the text yet"),
        leads=say("Where it leads"),
        elsewhere=say("Not through any of these"),
        close=say("Close"),
        copy=say("Copy"),
        copied=say("Copied"),
        order=say("Sort by this column"),
        fingerprint=say("Fingerprint"),
    )


def direction(language: str) -> str:
    """Return "ltr" or "rtl", as the language is written."""
    try:
        return str(Locale.parse(language, sep="-").text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"

"""`framework/1`: one edition of one framework."""

from collections.abc import Iterator
from typing import Annotated

from alignkit.model import vocabulary as words
from alignkit.model.located import Located, OneOrMany


class Publisher(Located, frozen=True, kw_only=True):
    """The body that publishes a framework."""

    name: Annotated[str, "Its full name."]
    short: Annotated[str, "The acronym by which it is known."] = ""
    country: Annotated[str, words.COUNTRY, "Where it is based: ISO 3166, EU or INT."] = ""


class Source(Located, frozen=True, kw_only=True):
    """Where a framework was published, and what its licence allows."""

    citation: Annotated[str, "The full citation of the document."]
    url: Annotated[str, "Where the publisher has it."] = ""
    licence: Annotated[str, 'What the publisher states about reuse, or "not stated".'] = ""
    text: Annotated[
        str,
        words.TEXT_RIGHTS,
        "Whose words the item texts are: our paraphrase, none (codes-only), or verbatim where the licence allows it.",
    ] = "paraphrase"


class SeenIn(Located, frozen=True, kw_only=True):
    """A public document in which items of the framework were seen."""

    id: Annotated[str, words.ID, "The short id by which items name this source."]
    title: Annotated[str, "What the document is."]
    url: Annotated[str, "Where it is."] = ""


class Item(Located, frozen=True, kw_only=True):
    """Any node of a framework: a domain, a competency, a statement."""

    code: Annotated[str, words.CODE, "The publisher's code, or ours where there is none; stable for ever."]
    title: Annotated[str, "Its name, where it has one."] = ""
    text: Annotated[str, "What it asks for, in our own words unless the licence allows the publisher's."] = ""
    level: Annotated[str, "Its level, where its depth in the tree has more than one."] = ""
    verified: Annotated[bool, "False while no source has confirmed the text."] = True
    source: Annotated[str, "The id of the source in which it was seen."] = ""
    identifier: Annotated[str, "What another system calls it: a UUID (CASE) or an address; exports keep it."] = ""
    items: Annotated[tuple["Item", ...], "The items below it, in the publisher's order."] = ()

    @property
    def words(self) -> str:
        """Return what to print for it: its text, or its title where no text may be shipped."""
        return self.text or self.title


class Association(Located, frozen=True, kw_only=True):
    """What the publisher says of how two items relate, beyond one being below the other: kept for exchange."""

    from_: Annotated[str, "The item's code, or the identifier of what is not in this file."]
    type: Annotated[str, "The relation in the words of the format it came from, such as `precedes`."]
    to: Annotated[str, "The other item's code, or the identifier of what is not in this file."]
    title: Annotated[str, "What the one that is not in this file is called."] = ""
    note: Annotated[str, "What is said about it."] = ""
    identifier: Annotated[str, "What another system calls the association: a UUID (CASE); exports keep it."] = ""


class Framework(Located, frozen=True, kw_only=True):
    """One dated version of a published set of competencies."""

    id: Annotated[str, words.ID, "The file's name: publisher and year. Never renamed once released."]
    title: Annotated[str, "The title of the document."]
    short: Annotated[str, "The name that tables print."] = ""
    edition: Annotated[str, "The edition as the publisher names it; quote it, a year is a name here."] = ""
    status: Annotated[str, words.FRAMEWORK_STATUS, "Whether the publisher still stands by it."] = "current"
    supersedes: Annotated[str, words.ID, "The id of the edition that this one replaces."] = ""
    kind: Annotated[str, words.FRAMEWORK_KINDS, "What sort of body published it, and with what force."]
    publisher: Annotated[Publisher, "Who published it."]
    jurisdictions: Annotated[
        tuple[Annotated[str, words.COUNTRY], ...], "Where it applies: ISO 3166 codes, EU, or INT."
    ] = ()
    professions: Annotated[tuple[Annotated[str, words.PROFESSIONS], ...], "Whom it is for."] = ()
    language: Annotated[str, words.LANGUAGE, "The language of the texts."] = "en"
    source: Annotated[Source | None, "Where it was published, and its licence."] = None
    completeness: Annotated[str, words.COMPLETENESS, "Whether every node of the document is listed."] = "full"
    codes: Annotated[str, words.CODE_ORIGINS, "Whether the codes are the publisher's."] = "official"
    levels: Annotated[
        tuple[Annotated[tuple[str, ...], OneOrMany], ...],
        "The name of each level of the tree, from the top; several where items of one depth differ, the usual first.",
    ] = ()
    counts: Annotated[dict[str, int], "How many items of each level the publisher states; rule F101 counts them."] = {}
    sources: Annotated[tuple[SeenIn, ...], "The public documents in which items were seen."] = ()
    notes: Annotated[tuple[str, ...], "What whoever relies on the data must know."] = ()
    identifier: Annotated[str, "What another system calls it: a UUID (CASE) or an address; exports keep it."] = ""
    changed: Annotated[str, words.MOMENT, "When its content last changed; exports that must state a time take it."] = ""
    items: Annotated[tuple[Item, ...], "The top of the tree."]
    associations: Annotated[tuple[Association, ...], "Further relations of its items, kept for exchange."] = ()

    @property
    def name(self) -> str:
        """Return the short name, or the id where there is none."""
        return self.short or self.id

    def level_of(self, item: Item, depth: int) -> str:
        """Return the name of the item's level: its own where it says so, else the usual one of its depth."""
        return item.level or (self.levels[depth][0] if depth < len(self.levels) and self.levels[depth] else "")

    def walk(self) -> Iterator[tuple[Item, int]]:
        """Yield every item with its depth (0 at the top), in the publisher's order."""
        waiting = [(item, 0) for item in reversed(self.items)]
        while waiting:
            item, depth = waiting.pop()
            yield item, depth
            waiting += [(child, depth + 1) for child in reversed(item.items)]

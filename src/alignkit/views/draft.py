"""What is shown of a framework that was started from a list: what was understood, and what is still to fill in."""

from msgspec import Struct

from alignkit.library.draft import Draft, Sprout

__all__ = ("Draft", "DraftView", "Head", "Sprout")


class Head(Struct, frozen=True):
    """What is said of the new framework when it is started; "" leaves it to be filled in."""

    id: str
    title: str = ""
    kind: str = ""
    publisher: str = ""


class DraftView(Struct, frozen=True):
    """A framework to be: its head, its tree, and how the list was read."""

    head: Head
    draft: Draft
    list_name: str
    columns: dict[str, str]
    unused: tuple[str, ...]

    @property
    def to_fill_in(self) -> tuple[str, ...]:
        """Return the keys that are still empty and that a framework has to have."""
        keys = {"title": self.head.title, "kind": self.head.kind, "publisher": self.head.publisher}
        rights = ("source: licence",) if self.draft.has_texts else ()
        return (*(key for key, value in keys.items() if not value), "source: citation", *rights)

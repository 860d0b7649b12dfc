"""Acronyms that people write for a framework and that no publisher was found to use."""

from msgspec import Struct

from alignkit.phrase import Either, Phrase
from alignkit.wording import listed, plain


class Acronym(Struct, frozen=True):
    """An acronym of nobody: the framework ids that are closest to it, by the body that publishes them."""

    name: str
    closest: dict[str, tuple[str, ...]]

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the closest frameworks."""
        return tuple(id_ for ids in self.closest.values() for id_ in ids)

    @property
    def answer(self) -> Phrase:
        """Return what is known of it, to follow the name: "names no framework that we could find: ..."."""
        bodies = tuple(
            Phrase("{ids} ({body})", {"ids": Either(ids), "body": body}) for body, ids in self.closest.items()
        )
        says = "names no published framework or body that we could find; the closest are {bodies}"
        return Phrase(says, {"bodies": bodies})

    @property
    def remedy(self) -> str:
        """Return what to type instead, or to keep the acronym as a name of one's own."""
        ids = listed((f"`{id_}`" for id_ in self.ids), "or")
        alias = f"`aliases: {{{self.name}: {self.ids[0]}}}`"
        own = f"To keep {self.name.upper()} as your own name for it, add {alias} to alignkit.yaml."
        return f"Write the one you mean: {ids}. {own}"


_ACRONYMS = (Acronym("caipc", {"CAIPE, United Kingdom": ("caipe-2011",), "CIHC, Canada": ("cihc-2010", "cihc-2024")}),)


def acronym_of_nobody(text: str) -> Acronym | None:
    """Return the acronym with which a name or a reference begins, in whatever case, if no publisher uses it."""
    typed = plain(text).casefold()
    return next((acronym for acronym in _ACRONYMS if typed.startswith(acronym.name)), None)

"""What an exchange could not carry over: nothing is dropped without saying so."""

from msgspec import Struct

FRAMEWORK = "--framework"


class Loss(Struct, frozen=True, order=True):
    """One thing that the other side has no place for, or that was not understood.

    `where` is its place on the side that it comes from: a cell (`Map!C7`), a JSON path, or file:line:column.
    """

    where: str
    what: str
    why: str
    helps: str = ""
    """The option that says what is missing; "" where none does."""


class Written(Struct, frozen=True):
    """A document in somebody else's format, and what of ours it could not hold.

    `beside` are further files of the same export, by what their names end in: `-edges.csv`.
    """

    data: bytes
    losses: tuple[Loss, ...] = ()
    beside: dict[str, bytes] = {}

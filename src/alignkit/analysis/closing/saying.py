"""How reasons are put into words: lists that stay short, several reasons as one."""

from collections.abc import Iterable
from functools import reduce

from alignkit.phrase import Fact, Phrase

_MOST = 4


def some(names: Iterable[str]) -> tuple[Fact, ...]:
    """Return the names, or the first ones and how many more there are."""
    every = tuple(names)
    if len(every) <= _MOST + 1:
        return every
    return (*every[:_MOST], Phrase("{n} more", {"n": len(every) - _MOST}))


def reasons(parts: Iterable[Phrase]) -> Phrase:
    """Return several reasons as one: "it is shared; it addresses 2 outcomes so far"; there is at least one."""
    return reduce(lambda one, other: Phrase("{one}; {other}", {"one": one, "other": other}), parts)

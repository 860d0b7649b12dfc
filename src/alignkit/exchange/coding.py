"""A code for every item that came from others: its own as far as a code of ours can be like it, else one assigned."""

import re
from itertools import count

from alignkit.exchange.tally import Tally
from alignkit.exchange.tree import TOP, Found, Tree
from alignkit.library.draft import tidy
from alignkit.model import vocabulary as words

_CODE = re.compile(words.CODE.matches)


def codes_of(tree: Tree, tally: Tally) -> tuple[dict[str, str], int]:
    """Return the code of each item by its key, and how many were assigned; a changed code is named as a loss."""
    codes: dict[str, str] = {}
    free = _Free()
    for item, _ in tree.walk():
        if code := _as_ours(item.code):
            codes[item.key] = free.like(code)
            _tell(item, code, codes[item.key], tally)
    given = len(codes)
    _assign(tree, codes, free)
    return codes, len(codes) - given


class _Free:
    """Gives each code once, in a time that does not grow with the number of times that it is asked for."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def like(self, code: str) -> str:
        """Return the code, or with a number behind it where it is taken."""
        return self._take(code) if code not in self._taken else self.below(f"{code}-", 2)

    def below(self, before: str, number: int) -> str:
        """Return the first free code that begins so and ends in the number or a later one."""
        start = max(number, self._next.get(before, 0))
        last = next(n for n in count(start) if f"{before}{n}" not in self._taken)
        self._next[before] = last + 1
        return self._take(f"{before}{last}")

    def _take(self, code: str) -> str:
        self._taken.add(code)
        return code


def _as_ours(code: str) -> str:
    """Return the code as it is where a code of ours may be like it, else without what none may hold."""
    if _CODE.fullmatch(code) and code.isprintable():
        return code
    return "".join(sign for sign in tidy(code) if sign.isprintable())


def _tell(item: Found, tidied: str, code: str, tally: Tally) -> None:
    if code == item.code:
        return
    why = "a code is one word without colons, commas and brackets" if tidied == code else "another item has that code"
    tally.lose(item.where, f'the code "{item.code}"', f'{why}: it is "{code}" here')


def _assign(tree: Tree, codes: dict[str, str], free: _Free) -> None:
    """Give each item without a code its number below its parent: 2.1, or the next that is free."""
    for parent in (TOP, *(item.key for item, _ in tree.walk())):
        before = f"{codes[parent]}." if parent else ""
        for number, item in enumerate(tree.below(parent), 1):
            if item.key not in codes:
                codes[item.key] = free.below(before, number)

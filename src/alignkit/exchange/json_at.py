"""A JSON object that knows where it stands, so that whatever is wrong in it is refused with its path."""

import re
from collections.abc import Iterable
from typing import Any, NoReturn

from msgspec import Struct

from alignkit.errors import NotImported
from alignkit.exchange.json_input import step
from alignkit.exchange.limits import short_enough

_NUMBER = re.compile(r"-?[0-9]{1,15}")
_KINDS = {dict: "an object", list: "a list", str: "a text", bool: "true or false", int: "a number", float: "a number"}


class At(Struct, frozen=True):
    """An object of a file, and its path there; what is null counts as absent."""

    file: str
    path: str
    value: dict[str, Any]

    def place(self, key: str) -> str:
        """Return the path of what stands under a key."""
        return f"{self.path}{step(key)}"

    def has(self, key: str) -> bool:
        """Say whether anything stands under a key."""
        return self.value.get(key) is not None

    def any_text(self, key: str) -> str:
        """Return the text under a key, however long, "" where there is none."""
        found: str = self._of(str, key, "")
        return found

    def text(self, key: str) -> str:
        """Return the text under a key, "" where there is none; one too long for a file of ours is refused."""
        return short_enough(self.any_text(key), f"{self.file}: {self.place(key)}")

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of the list under a key."""
        found = self._of(list, key, [])
        for number, text in enumerate(found):
            if not isinstance(text, str):
                refuse(text, str, self.file, f"{self.place(key)}[{number}]")
        return tuple(found)

    def whole(self, key: str) -> int | None:
        """Return the whole number under a key, or None; OpenSALT wrote such numbers as texts."""
        found = self.value.get(key)
        if isinstance(found, str) and _NUMBER.fullmatch(found):
            return int(found)
        if isinstance(found, float) and found.is_integer():
            return int(found)
        if found is not None and (isinstance(found, bool) or not isinstance(found, int)):
            refuse(found, int, self.file, self.place(key))
        return found

    def one(self, key: str) -> "At":
        """Return the object under a key, an empty one where there is none."""
        return At(self.file, self.place(key), self._of(dict, key, {}))

    def many(self, key: str) -> list["At"]:
        """Return the objects of the list under a key."""
        return list(objects(self._of(list, key, []), self.file, self.place(key)))

    def refuse(self, key: str, what: str, hint: str) -> NoReturn:
        """Raise NotImported for what stands under a key."""
        raise NotImported(what, where=f"{self.file}: {self.place(key)}", hint=hint)

    def _of(self, kind: type, key: str, otherwise: Any) -> Any:
        found = self.value.get(key)
        if found is None:
            return otherwise
        if not isinstance(found, kind):
            refuse(found, kind, self.file, self.place(key))
        return found


def root(file: str, value: Any) -> At:
    """Return the whole of a file, which must be an object."""
    if not isinstance(value, dict):
        refuse(value, dict, file, "$")
    return At(file, "$", value)


def objects(found: list[Any], file: str, path: str) -> Iterable[At]:
    """Yield the entries of a list, each of which must be an object."""
    for number, entry in enumerate(found):
        if not isinstance(entry, dict):
            refuse(entry, dict, file, f"{path}[{number}]")
        yield At(file, f"{path}[{number}]", entry)


def refuse(found: Any, wanted: type, file: str, path: str) -> NoReturn:
    """Raise NotImported for a value of another kind than the format puts there."""
    is_ = _KINDS.get(type(found), "an object" if isinstance(found, dict) else "nothing")
    hint = "ask whoever made the file for one that keeps to the format, or mend this place"
    raise NotImported(f"{_KINDS[wanted]} belongs here, not {is_}", where=f"{file}: {path}", hint=hint)

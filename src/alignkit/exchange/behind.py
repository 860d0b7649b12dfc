"""What of a document another format leaves behind: every key that its author wrote and that format has no place for."""

from collections.abc import Iterable, Iterator

from alignkit.exchange.losses import Loss
from alignkit.model.curriculum import Curriculum
from alignkit.model.located import Located
from alignkit.wording import listed

_NOTHING: tuple[object, ...] = (None, [], {})
_NO_COLUMN = "the table has no column for it"


def keys_left(record: Located, name: str, carried: Iterable[str], why: str = _NO_COLUMN) -> Iterator[Loss]:
    """Yield one loss for all keys of a record that are not carried; `name` is what people call the record."""
    given = record.origin.node.value
    left = [key for key, child in given.items() if child.value not in _NOTHING] if isinstance(given, dict) else []
    left = [key for key in left if key not in {"alignkit", *carried}]
    if left:
        yield Loss(str(record.at), f"{name}: {listed(left)}" if name else listed(left), why)


def sections_left(record: Located, carried: Iterable[str], why: str = _NO_COLUMN) -> Iterator[Loss]:
    """Yield one loss for each section of a document that is not carried."""
    given = record.origin.node.value
    for key, child in given.items() if isinstance(given, dict) else ():
        if key not in {"alignkit", *carried} and child.value not in _NOTHING:
            yield Loss(str(record.key_place(key)), key, why)


def frameworks_left(curriculum: Curriculum) -> Iterator[Loss]:
    """Yield what is said of frameworks beyond that they are used, and those that no outcome serves."""
    served = {link.to.partition(":")[0] for outcome in curriculum.outcomes for link in outcome.aligns}
    for use in curriculum.frameworks:
        yield from keys_left(use, use.use, ("use",))
        if use.use not in served:
            yield Loss(str(use.at), f"{use.use}: that it is used", "no outcome aligns with it, and only that is shown")

"""Names of frameworks and items that mean another thing than their author believes, or nothing."""

from collections.abc import Iterator

from msgspec import Struct

from alignkit.findings import Span
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.library.shipped import PREFIX
from alignkit.model.framework import Framework
from alignkit.model.overlay import Overlay
from alignkit.wording import did_you_mean, nearest


def taken_by(index: FrameworkIndex) -> Framework | None:
    """Return the framework that has the id already: an own one that is read before, else a shipped one that differs."""
    earlier = [other for other in index.namesakes if not is_shipped(other) and other.at < index.framework.at]
    shipped = [other for other in index.namesakes if is_shipped(other) and _content(other) != _content(index.framework)]
    return min(earlier, key=lambda other: other.at) if earlier else next(iter(shipped), None)


def is_shipped(framework: Framework) -> bool:
    """Say whether the framework came with alignkit."""
    return framework.origin.file.startswith(PREFIX)


def _content(framework: Framework) -> tuple[object, ...]:
    items = tuple((depth, item.code, item.title, item.text, item.verified) for item, depth in framework.walk())
    return (framework.title, framework.edition, framework.status, items)


class Astray(Struct, frozen=True):
    """A name in an overlay that leads nowhere: its place, what is wrong, and what was perhaps meant, or ""."""

    at: Span
    name: str
    what: str
    meant: str = ""


def astray(overlay: Overlay, library: Library) -> Iterator[Astray]:
    """Yield the framework that an overlay is of, if it is not there or has wording already, and strange codes."""
    index = library.find(overlay.of)
    first = library.overlay(overlay.of)
    if index is None:
        guess = did_you_mean(overlay.of, library.ids)
        what = f'the overlay is of "{overlay.of}", and no framework is called so{guess}'
        yield Astray(overlay.place("of"), overlay.of, what, nearest(overlay.of, library.ids))
        return
    if first and first is not overlay:
        what = f"{overlay.of} has its wording already, from {first.origin.file}, line {first.place('of').line}"
        yield Astray(overlay.place("of"), overlay.of, what)
    for code in overlay.texts:
        if code not in index.items:
            what = f'{index.id} has no item "{code}"{did_you_mean(code, index.items)}'
            yield Astray(overlay.pair_key_place("texts", code), code, what, nearest(code, index.items))

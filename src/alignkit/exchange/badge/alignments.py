"""Open Badges alignments: the framework items that were assessed, each with what must be known to read it right."""

from collections.abc import Iterable, Iterator
from typing import Any

from alignkit.analysis.certifiable import Stated
from alignkit.exchange.badge.names import web_address
from alignkit.exchange.identity import uri_for, uuid_for
from alignkit.exchange.losses import Loss
from alignkit.library.library import Library
from alignkit.wording import listed

# Neither a CASE item nor one of a CTDL registry, of which the standard has types of its own.
ITEM_TYPE = "ext:Competency"
_MOST_CODES = 20


def alignment(stated: Stated, library: Library) -> dict[str, Any]:
    """Return the alignment with an item that is stated; its description says what a reader must not overlook."""
    said = " ".join(_description(stated, library))
    return {**target(stated), **({"targetDescription": said} if said else {})}


def target(stated: Stated) -> dict[str, Any]:
    """Return the alignment without its description."""
    framework = stated.framework.framework
    return {
        "type": ["Alignment"],
        "targetCode": stated.item.code,
        "targetName": _name(stated),
        "targetFramework": _full_title(framework.title, framework.edition),
        "targetType": ITEM_TYPE,
        "targetUrl": _own_address(stated) or _document(stated) or item_name(stated),
    }


def _name(stated: Stated) -> str:
    item = stated.item.item
    return item.title or item.text or item.code


def _full_title(title: str, edition: str) -> str:
    return title if not edition or edition in title else f"{title} ({edition})"


def item_name(stated: Stated) -> str:
    """Return the URI that is the item's: the one that its publisher gave, else a name that leads nowhere."""
    identifier = stated.item.item.identifier
    return uri_for(identifier, uuid_for(identifier, stated.item.ref))


def _own_address(stated: Stated) -> str:
    """Return where the item itself is found on the web, as an import kept it, or ""."""
    return web_address(stated.item.item.identifier)


def _document(stated: Stated) -> str:
    """Return where the publisher has the framework, or ""."""
    source = stated.framework.framework.source
    return web_address(source.url) if source else ""


def _description(stated: Stated, library: Library) -> Iterator[str]:
    """Yield the sentences of the description."""
    item = stated.item.item
    if item.text and item.title:
        yield _sentence(item.text)
    if stated.depths:
        yield f"Depth in the curriculum: {listed(stated.depths)}."
    if not item.verified:
        yield "Not verified: no source has confirmed this wording."
    if item.text and _paraphrased(stated, library):
        yield "A paraphrase, not the publisher's words."
    if not (_own_address(stated) or _document(stated)):
        yield "No address of the framework is known: the one given here is a name that leads nowhere."


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _paraphrased(stated: Stated, library: Library) -> bool:
    source, overlay = stated.framework.framework.source, library.overlay(stated.framework.id)
    return (source is None or source.text == "paraphrase") and not (overlay and stated.item.code in overlay.texts)


def reservations(items: Iterable[Stated]) -> tuple[Loss, ...]:
    """Return what an alignment cannot vouch for, framework by framework."""
    every = tuple(items)
    return (*unverified(every, "targetDescription"), *_unaddressed(every))


def unverified(items: Iterable[Stated], said_in: str) -> Iterator[Loss]:
    """Yield the items whose wording no source has confirmed; `said_in` names where a reader is told."""
    for framework, stated in _by_framework(items).items():
        codes = [each.item.code for each in stated if not each.item.item.verified]
        if codes:
            what = f"the wording of {listed(codes, most=_MOST_CODES)}"
            yield Loss(framework, what, f"no source has confirmed it; {said_in} says so")


def _unaddressed(items: Iterable[Stated]) -> Iterator[Loss]:
    for framework, stated in _by_framework(each for each in items if not _own_address(each)).items():
        if _document(stated[0]):
            yield Loss(framework, "addresses of single items", "none is known; targetUrl leads to the whole document")
        else:
            yield Loss(framework, "addresses of items", "none is known; targetUrl is a name that leads nowhere")


def _by_framework(items: Iterable[Stated]) -> dict[str, list[Stated]]:
    found: dict[str, list[Stated]] = {}
    for each in items:
        found.setdefault(each.framework.id, []).append(each)
    return found

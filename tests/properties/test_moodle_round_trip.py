"""What goes out to Moodle comes back the same but for what the losses name, or is refused before it goes."""

from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from tests.made import LIBRARY, frameworks, index

from alignkit.errors import NotExported
from alignkit.exchange.lms.from_moodle import read_moodle
from alignkit.exchange.lms.moodle import MOST, write_moodle
from alignkit.exchange.plain import plain

# What a spreadsheet, and Moodle, do with the signs of a text.
SPACES = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0"


def walk(items: list[dict[str, Any]], above: str = "") -> Iterator[tuple[str, str, dict[str, Any]]]:
    for item in items:
        yield above, item["code"], item
        yield from walk(item.get("items", []), item["code"])


def words(item: dict[str, Any]) -> list[str]:
    """Return the words by which people know an item: its title, or its text where it has none."""
    return str(item.get("text") or item.get("title") or "").split()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(frameworks())
def test_a_framework_comes_back_from_moodle_with_everything_but_the_losses(framework):
    try:
        written = write_moodle(index(framework), LIBRARY)
    except NotExported as refusal:
        assert refusal.hint  # noqa: PT017 - refused in words is right, too
        return
    if b"\0" in written.data:
        return
    back = read_moodle("m.csv", written.data)
    (document,) = back.documents.values()
    before, after = list(walk(plain(framework)["items"])), list(walk(document["items"]))
    assert [(above, code) for above, code, _ in after] == [(above, code) for above, code, _ in before]
    assert document["id"] == framework.id
    assert back.losses == ()
    text = document["title"] if "\n" not in framework.title else document["notes"][0]
    assert text.split() == framework.title.split()
    lost = {loss.what.partition(" of ")[0] for loss in written.losses}
    named = any(loss.what.startswith(("< and >", "the end of")) for loss in written.losses)
    for (_, _, was), (_, _, is_) in zip(before, after, strict=True):
        assert named or words(is_) == words(was) or not words(was)
        assert {key for key in was if key not in ("code", "title", "text", "items")} <= lost
    sections = {key for key in plain(framework) if key not in ("id", "title", "short", "items", "levels")}
    assert sections <= {loss.what for loss in written.losses}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(frameworks())
def test_no_id_and_no_name_is_longer_than_moodle_takes_or_missing(framework):
    try:
        written = write_moodle(index(framework), LIBRARY)
    except NotExported:
        return
    for above, code, _ in walk(plain(framework)["items"]):
        assert 0 < len(f"{framework.id}:{code}") <= MOST
        assert not above or f"{framework.id}:{above}".encode() in written.data

"""What became of each item, on two toy editions of six and six leaves that can be compared on one's fingers."""

from collections.abc import Iterable
from typing import cast

import pytest

from alignkit.analysis.counterparts import Basis, Counterpart, are_editions, counterparts
from alignkit.analysis.editions import Change, LevelChange, changes, level_changes
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.model.documents import typed
from alignkit.model.framework import Framework
from alignkit.source.reader import parse
from alignkit.source.tree import Memory

HEAD = "alignkit: framework/1\nid: {id}\ntitle: T\nkind: regulator\npublisher: {{name: {publisher}}}\n"
OLD = """\
levels: [domain, item]
items:
  - code: D
    title: Care and Ethics
    items:
      - {code: D1, text: Listen to every patient before you answer}
      - {code: D2, text: Explain the plan in plain words}
      - {code: D3, text: Share decisions with patients and families}
      - {code: D4, text: Keep records of what the team decides}
      - {code: D5, text: Greet}
      - {code: D6}
"""
NEW = """\
levels: [domain, competency]
items:
  - code: E
    title: Ethics and Care
    items:
      - {code: E1, text: "Listen to every patient  before you answer"}
      - {code: D2, text: Explain the whole plan in clear words}
      - {code: E3, text: Share all decisions with patients and their families}
      - {code: D4, text: Lead the ward through a crisis}
      - {code: E5, text: Greet}
      - {code: D6}
"""
CROSSWALK = "alignkit: crosswalk/1\nid: {id}\nfrom: {a}\nto: {b}\nmethod: {method}\nstatus: {status}\nmappings:\n"


def read(text: str) -> object:
    record, problems = typed(parse(text, "f.yaml"))
    assert problems == ()
    return record


def crosswalk(*mappings: str, **keys: str) -> str:
    head = {"id": "old--new", "a": "old", "b": "new", "method": "expert", "status": "draft", **keys}
    lines = "".join(f"  - {{from: {m.split()[0]}, to: {m.split()[1]}, relation: {m.split()[2]}}}\n" for m in mappings)
    return CROSSWALK.format(**head) + (lines or "")


def library(*crosswalks: str, publisher: str = "Body") -> Library:
    texts = (
        HEAD.format(id="old", publisher="Body") + OLD,
        HEAD.format(id="new", publisher=publisher) + NEW,
        *crosswalks,
    )
    return Library([cast("Framework", read(text)) for text in texts], {}, Memory({}))


def found(shelf: Library, before: str = "old", after: str = "new") -> dict[str, list[str]]:
    one, other = cast("FrameworkIndex", shelf.find(before)), cast("FrameworkIndex", shelf.find(after))
    rows: dict[str, list[str]] = {}
    for change in changes(one, other, counterparts(one, other, shelf)):
        rows.setdefault(change.change.value, []).append(_told(change.item.code, change.counterparts))
    return rows


def _told(code: str, pairs: Iterable[Counterpart]) -> str:
    return " ".join([code, *(pair.after for pair in pairs)])


def test_without_a_crosswalk_words_and_codes_pair_items_and_nothing_is_safe():
    assert found(library()) == {
        # D, by its title in another order; D1, in the very words; D6, by its code alone, since there are no words.
        "same": ["D E", "D1 E1", "D5 E5", "D6 D6"],
        # D2: explain plan word of 4 and 5 words, 3 of 6; D3: share decision patient family of 4 and 5, 4 of 5.
        "reworded": ["D2 D2", "D3 E3"],
        # D4 has its code in common with another item, but no word.
        "withdrawn": ["D4"],
        "new": ["D4"],
    }
    one, other = library().find("old"), library().find("new")
    known = counterparts(cast("FrameworkIndex", one), cast("FrameworkIndex", other), library())
    assert known.basis == Basis()
    assert [known.safe(code) for code in ("D1", "D6")] == ["", ""]


def test_the_codes_of_another_publisher_say_nothing():
    assert found(library(publisher="Other"))["withdrawn"] == ["D4", "D6"]


def test_a_crosswalk_tells_splits_and_merges_and_counts_every_item_once():
    walk = crosswalk(
        "D1 E1 exact", "D2 D2 narrow", "D2 E3 close", "D3 E5 exact", "D4 E5 close", "D5 D6 broad", "D6 E1 related"
    )
    assert found(library(walk)) == {
        "same": ["D E", "D1 E1"],
        "reworded": ["D5 D6"],
        "split": ["D2 D2 E3"],
        "merged": ["D3 E5", "D4 E5"],
        "withdrawn": ["D6"],
        "new": ["D4"],
    }


def test_only_one_exact_counterpart_that_somebody_states_is_safe():
    walk = crosswalk("D1 E1 exact", "D2 D2 exact", "D2 E3 narrow", "D3 E5 close", "D4 D4 exact", "D4 E3 related")
    shelf = library(walk)
    known = counterparts(cast("FrameworkIndex", shelf.find("old")), cast("FrameworkIndex", shelf.find("new")), shelf)
    assert [known.safe(code) for code in ("D", "D1", "D2", "D3", "D4", "D5")] == ["", "E1", "", "", "D4", ""]


def test_a_crosswalk_that_leads_the_other_way_is_read_backwards():
    walk = crosswalk("E1 D1 exact", "D2 D2 broad", id="new--old", a="new", b="old")
    shelf = library(walk)
    known = counterparts(cast("FrameworkIndex", shelf.find("old")), cast("FrameworkIndex", shelf.find("new")), shelf)
    assert known.basis == Basis("new--old", "expert", "draft", turned=True)
    assert [(pair.before, pair.after, pair.relation) for pair in known.of("D1") + known.of("D2")] == [
        ("D1", "E1", "exact"),
        ("D2", "D2", "narrow"),
    ]


@pytest.mark.parametrize(
    ("others", "chosen"),
    [
        ([{"id": "a", "status": "reviewed"}], "a"),
        ([{"id": "a", "method": "published"}], "a"),
        ([{"id": "z", "method": "suggested", "status": "reviewed"}], "z"),
        ([{"id": "a", "method": "suggested"}], "old--new"),
    ],
)
def test_of_several_crosswalks_the_most_reliable_is_taken(others, chosen):
    shelf = library(crosswalk("D1 E1 close"), *(crosswalk("D1 E1 exact", **keys) for keys in others))
    known = counterparts(cast("FrameworkIndex", shelf.find("old")), cast("FrameworkIndex", shelf.find("new")), shelf)
    assert known.basis.crosswalk == chosen


def test_levels_of_one_name_are_counted_side_by_side():
    shelf = library()
    one, other = cast("FrameworkIndex", shelf.find("old")), cast("FrameworkIndex", shelf.find("new"))
    assert level_changes(one, other) == (
        LevelChange("domain", "domain", 1, 1),
        LevelChange("item", "", 6, 0),
        LevelChange("", "competency", 0, 6),
    )


def test_editions_are_of_one_publisher_or_one_supersedes_the_other():
    shelf = Library()
    pairs = [("ipec-2016", "ipec-2023"), ("bn2020-nl", "bn2030-nl"), ("ipec-2016", "nmc-2018")]
    indexes = [(cast("FrameworkIndex", shelf.find(a)), cast("FrameworkIndex", shelf.find(b))) for a, b in pairs]
    assert [are_editions(a, b) for a, b in indexes] == [True, True, False]


def test_changes_of_the_first_edition_add_up_to_its_items():
    shelf = Library()
    one, other = cast("FrameworkIndex", shelf.find("ipec-2016")), cast("FrameworkIndex", shelf.find("ipec-2023"))
    every = changes(one, other, counterparts(one, other, shelf))
    assert [change.item.code for change in every if change.change is not Change.NEW] == list(one.items)
    standing = {pair.after for change in every for pair in change.counterparts}
    new = {change.item.code for change in every if change.change is Change.NEW}
    assert standing | new == set(other.items)
    assert not standing & new

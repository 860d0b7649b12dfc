"""A framework's tree answers where an item stands and what lies below it."""

from typing import cast

import pytest

from alignkit.library.index import FrameworkIndex, Placed, once
from alignkit.model.documents import typed
from alignkit.model.framework import Framework
from alignkit.source.reader import parse

HEAD = "alignkit: framework/1\nid: body\ntitle: t\nkind: regulator\npublisher: {name: n}\nlevels: [domain, statement]\n"
ITEMS = """\
items:
  - code: A
    items:
      - {code: A1}
      - {code: A2, items: [{code: A2a}, {code: A2b}]}
  - {code: B}
"""


def index(items: str = ITEMS) -> FrameworkIndex:
    record, _ = typed(parse(HEAD + items, "f.yaml"))
    return FrameworkIndex(cast("Framework", record))


def codes(placed: tuple[Placed, ...]) -> list[str]:
    return [each.code for each in placed]


def test_every_item_is_placed_in_the_publishers_order():
    placed = index().items
    assert [(each.code, each.depth, each.parent, each.order) for each in placed.values()] == [
        ("A", 0, "", 0),
        ("A1", 1, "A", 1),
        ("A2", 1, "A", 2),
        ("A2a", 2, "A2", 3),
        ("A2b", 2, "A2", 4),
        ("B", 0, "", 5),
    ]
    assert [placed[code].level for code in ("B", "A2", "A2a")] == ["domain", "statement", ""]
    assert placed["A2a"].ref == "body:A2a"


def test_leaves_are_the_items_without_items():
    framework = index()
    assert codes(framework.leaves) == ["A1", "A2a", "A2b", "B"]
    assert [code for code, placed in framework.items.items() if placed.is_leaf] == codes(framework.leaves)


@pytest.mark.parametrize(
    ("code", "below"), [("A", ["A1", "A2a", "A2b"]), ("A2", ["A2a", "A2b"]), ("B", ["B"]), ("A1", ["A1"]), ("C", [])]
)
def test_below_a_branch_are_its_leaves_and_a_leaf_is_its_own(code, below):
    assert codes(index().below(code)) == below


@pytest.mark.parametrize(("code", "ancestry"), [("A2b", ("A2b", "A2", "A")), ("B", ("B",)), ("C", ()), ("", ())])
def test_ancestry_goes_from_an_item_to_the_top(code, ancestry):
    assert index().ancestry(code) == ancestry


@pytest.mark.parametrize(
    ("branches", "leaves"),
    [
        ((), ["A1", "A2a", "A2b", "B"]),
        (("A2",), ["A2a", "A2b"]),
        (("B", "A1"), ["A1", "B"]),
        (("A", "A2", "A2a"), ["A1", "A2a", "A2b"]),
        (("C",), []),
        (("C", "B"), ["B"]),
    ],
)
def test_in_scope_are_the_leaves_below_any_branch_in_the_publishers_order(branches, leaves):
    assert codes(index().in_scope(branches)) == leaves


def test_of_two_items_with_one_code_the_first_has_it():
    framework = index("items: [{code: A, title: first, items: [{code: A, title: inner}]}, {code: A, title: last}]\n")
    assert [placed.item.title for placed in framework.items.values()] == ["first"]
    assert framework.ancestry("A") == ("A",)


@pytest.mark.parametrize("items", ["items: [{title: no code}]\n", "items: [{code: [], items: [{code: A}]}]\n"])
def test_an_item_without_a_code_is_left_out_and_makes_no_endless_walk(items):
    framework = index(items)
    assert "" not in framework.items
    assert framework.below("A") == framework.leaves


def test_a_fact_is_worked_out_once_for_each_framework_and_the_oldest_of_many_is_forgotten():
    worked_out = []

    @once
    def number_of(framework: FrameworkIndex, code: str) -> int:
        worked_out.append(code)
        return len(framework.below(code))

    framework, other = index(), index()
    assert [number_of(framework, "A") for _ in range(3)] == [3, 3, 3]
    assert number_of(other, "A") == 3
    assert worked_out == ["A", "A"]
    assert [number_of(framework, f"none-{number}") for number in range(200)] == [0] * 200
    assert len(framework.worked_out) == 128
    assert number_of(framework, "none-199") == 0
    assert number_of(framework, "A") == 3
    assert worked_out.count("A") == 3
    assert worked_out.count("none-199") == 1

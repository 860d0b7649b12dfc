"""Items of others become one tree, whatever their file says twice, in a circle or too deep."""

import time
from contextlib import suppress
from typing import Any

import pytest

from alignkit.errors import NotImported
from alignkit.exchange.coding import codes_of
from alignkit.exchange.levels import levels_of, own_level
from alignkit.exchange.limits import LIMITS
from alignkit.exchange.tally import Tally
from alignkit.exchange.tree import TOP, Found, Tree, arrange, natural


def found(key: str, *parents: Any, code: str = "", level: str = "") -> Found:
    """Return an item below the parents, each a key or a key and a number."""
    placed = [parent if isinstance(parent, tuple) else (parent, None) for parent in parents]
    return Found(key, f"$.{key}", code, {}, level, placed, natural(code))


def shape(tree: Tree, key: str = TOP) -> str:
    """Return the tree as text: `a(b c)`."""
    below = tree.below(key)
    return " ".join(f"{item.key}({shape(tree, item.key)})" if tree.below(item.key) else item.key for item in below)


def arranged(*items: Found) -> tuple[str, list[tuple[str, str]], list[str]]:
    tally = Tally()
    tree = arrange(items, "f.json", tally)
    return shape(tree), [(item.key, parent) for item, parent in tree.also], [loss.where for loss in tally.losses]


def test_items_are_below_their_parents_in_the_order_of_their_numbers():
    assert arranged(found("c", ("a", 2)), found("a", TOP), found("b", ("a", 1)))[0] == "a(b c)"


def test_without_numbers_their_codes_decide_and_ten_comes_after_nine():
    items = [found(code, TOP, code=code) for code in ("A10", "A9", "a1", "A2.1")]
    assert arranged(*items)[0] == "a1 A2.1 A9 A10"


def test_an_item_with_a_number_comes_before_one_without():
    assert arranged(found("a", TOP, code="1"), found("b", (TOP, 7), code="2"))[0] == "b a"


def test_the_first_of_several_parents_has_the_item_and_the_others_are_told():
    assert arranged(found("a", TOP), found("b", TOP), found("c", "b", "a")) == ("a b(c)", [("c", "a")], [])


def test_a_parent_goes_before_the_top():
    assert arranged(found("a", TOP), found("b", TOP, "a")) == ("a(b)", [("b", TOP)], [])


def test_an_item_without_a_parent_is_at_the_top():
    assert arranged(found("a"))[0] == "a"


def test_a_circle_is_opened_at_the_item_that_the_file_has_first():
    shape_, also, losses = arranged(found("x", TOP), found("b", "c"), found("a", "b"), found("c", "a"), found("d", "a"))
    assert (shape_, also, losses) == ("x b(a(c d))", [("b", "c")], ["$.b"])


def test_an_item_that_is_its_own_parent_is_at_the_top():
    assert arranged(found("a", "a")) == ("a", [("a", "a")], ["$.a"])


def chain(depth: int) -> list[Found]:
    return [found("0", TOP), *(found(str(number), str(number - 1)) for number in range(1, depth))]


def test_a_tree_is_as_deep_as_a_file_of_ours_may_be_and_no_deeper():
    assert arranged(*chain(LIMITS.item_levels))
    with pytest.raises(NotImported, match="nested more than 15 deep") as refusal:
        arranged(*chain(LIMITS.item_levels + 1))
    assert refusal.value.where == "f.json: $.15"


@pytest.mark.parametrize("shape_", ["one circle", "many circles", "one chain"])
def test_the_time_grows_with_the_number_of_items_only(shape_):
    def items(size: int) -> list[Found]:
        if shape_ == "many circles":
            return [found(str(n), str(n ^ 1)) for n in range(size)]
        circle = [found(str(n), str((n + 1) % size)) for n in range(size)]
        return circle if shape_ == "one circle" else chain(size)

    def seconds(size: int) -> float:
        made, start = items(size), time.process_time()
        with suppress(NotImported):  # a circle that is opened is a chain, too deep for a file
            arrange(made, "f.json", Tally())
        return time.process_time() - start

    seconds(1000)
    # Ten times the items; a quadratic way would take a hundred times as long.
    assert seconds(40_000) < 40 * max(seconds(4000), 0.005)


def coded(*items: Found) -> tuple[list[str], int, list[str]]:
    tally = Tally()
    tree = arrange(items, "f.json", tally)
    codes, assigned = codes_of(tree, tally)
    return [codes[item.key] for item, _ in tree.walk()], assigned, [f"{loss.what}: {loss.why}" for loss in tally.losses]


def test_a_code_that_ours_may_be_like_stays_as_it_is():
    assert coded(found("a", TOP, code="1."), found("b", TOP, code="A.1-(b)")) == (["1.", "A.1-(b)"], 0, [])


def test_a_code_that_no_file_of_ours_may_hold_is_changed_aloud():
    codes, _, losses = coded(found("a", TOP, code="Domain 1:"))
    why = "a code is one word without colons, commas and brackets"
    assert (codes, losses) == (["Domain-1"], [f'the code "Domain 1:": {why}: it is "Domain-1" here'])


def test_a_code_of_two_items_has_a_number_behind_it_the_second_time():
    codes, _, losses = coded(*(found(key, TOP, code="A") for key in "abc"))
    assert codes == ["A", "A-2", "A-3"]
    assert losses == [f'the code "A": another item has that code: it is "A-{number}" here' for number in (2, 3)]


def test_items_without_codes_are_numbered_below_their_parents_and_take_no_code_away():
    items = [found("p", TOP, code="P"), found("q", "p"), found("r", "p", code="P.2"), found("s", "p")]
    assert coded(*items)[:2] == (["P", "P.1", "P.3", "P.2"], 2)


def test_ten_thousand_items_of_one_code_are_told_apart_at_once():
    start = time.process_time()
    codes, _, _ = coded(
        *(found(str(n), TOP, code="A") for n in range(10_000)), *(found(f"x{n}") for n in range(10_000))
    )
    assert len(set(codes)) == 20_000
    assert time.process_time() - start < 5


def levelled(*items: Found) -> list[list[str]]:
    return levels_of(arrange(items, "f.json", Tally()))


def test_the_usual_name_of_a_level_comes_first_and_a_level_without_names_has_none():
    top = found("a", TOP)
    below = [found("b", "a", level="x"), found("c", "a", level="y"), found("d", "a", level="y"), found("e", "d")]
    assert levelled(top, *below) == [[], ["y", "x"]]
    assert levelled(found("a", TOP)) == []


def test_an_item_says_its_level_where_it_is_not_the_usual_one():
    levels = [[], ["y", "x"]]
    assert [own_level(level, 1, levels) for level in ("x", "y", "")] == ["x", "", "item"]
    assert [own_level(level, depth, levels) for level, depth in (("", 0), ("z", 5))] == ["", "z"]

"""A person who asks the library for what it does not hold is told what it does."""

import pytest

from alignkit.errors import BadRequest
from alignkit.library.library import Library
from alignkit.library.shelf import Shelf
from alignkit.source.tree import Memory

FILES = {
    "other/body-2020.yaml": "alignkit: framework/1\nid: body-2020\ntitle: t\nkind: regulator\npublisher: {name: n}\n"
    "items: [{code: D1}, {code: D2}]\n",
    "rubrics/quality.yaml": "alignkit: rubric/1\nid: quality\ntitle: t\ncharacteristics: []\n",
}


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(Library(aliases={"ours": "body-2020"}, shipped=Memory(FILES)))


def test_frameworks_items_and_rubrics_are_found_by_name(shelf):
    assert shelf.framework("ours").id == "body-2020"
    item, framework = shelf.item("ours:D2")
    assert (item.ref, framework.id) == ("body-2020:D2", "body-2020")
    assert shelf.rubric("quality").id == "quality"


@pytest.mark.parametrize(
    ("kind", "name", "message", "hint"),
    [
        ("framework", "body-2021", 'no framework is called "body-2021" (did you mean "body-2020"?)', "frameworks list"),
        ("framework", "CAIPC", '"CAIPC" names no published framework or body', "`aliases: {caipc: caipe-2011}`"),
        ("item", "body-2020:D3", 'body-2020 has no item "D3"', "frameworks show body-2020"),
        ("item", "body-2020:d2", 'body-2020 has no item "d2" (did you mean "D2"?)', "frameworks show body-2020"),
        ("item", "none:D1", 'no framework is called "none"', "frameworks list"),
        ("item", "D1", '"D1" names no item', "framework-id:code"),
        ("rubric", "qualty", 'no rubric is called "qualty" (did you mean "quality"?)', "quality"),
    ],
)
def test_what_is_not_there_is_an_error_that_says_what_is(shelf, kind, name, message, hint):
    with pytest.raises(BadRequest) as error:
        getattr(shelf, kind)(name)
    assert error.value.message.startswith(message)
    assert hint in error.value.hint

"""An object of a file gives what it has under a key, or says where something else stands."""

import pytest

from alignkit.errors import NotImported
from alignkit.exchange.json_at import At, root

AT = At(
    "f.json", "$.x[2]", {"text": "a", "number": 3, "none": None, "list": ["a", 1], "objects": [{}, 4], "flag": True}
)


def refused(read, *arguments) -> str:
    with pytest.raises(NotImported) as refusal:
        read(*arguments)
    return f"{refusal.value.where}: {refusal.value.message}"


def test_what_is_absent_or_null_is_nothing():
    assert (AT.text("none"), AT.texts("no"), AT.whole("none"), AT.many("no")) == ("", (), None, [])
    assert AT.one("none").value == {}
    assert not AT.has("none")


@pytest.mark.parametrize(("value", "number"), [(3, 3), (3.0, 3), ("12", 12), ("-1", -1)])
def test_a_whole_number_may_be_written_as_a_text(value, number):
    assert At("f.json", "$", {"n": value}).whole("n") == number


@pytest.mark.parametrize("value", [True, 1.5, "x", "1e9", "9" * 30, [], float("inf")])
def test_what_is_no_whole_number_is_refused(value):
    assert refused(At("f.json", "$", {"n": value}).whole, "n").startswith("f.json: $.n: a number belongs here")


def test_another_kind_of_value_is_refused_with_its_path():
    assert refused(AT.text, "number") == "f.json: $.x[2].number: a text belongs here, not a number"
    assert refused(AT.text, "flag") == "f.json: $.x[2].flag: a text belongs here, not true or false"
    assert refused(AT.texts, "list") == "f.json: $.x[2].list[1]: a text belongs here, not a number"
    assert refused(AT.many, "objects") == "f.json: $.x[2].objects[1]: an object belongs here, not a number"
    assert refused(AT.one, "list") == "f.json: $.x[2].list: an object belongs here, not a list"
    assert refused(root, "f.json", [1]) == "f.json: $: an object belongs here, not a list"
    assert refused(root, "f.json", None) == "f.json: $: an object belongs here, not nothing"


def test_a_text_longer_than_a_file_of_ours_may_hold_is_refused():
    assert "longer than 100,000 characters" in refused(At("f.json", "$", {"t": "a" * 100_001}).text, "t")

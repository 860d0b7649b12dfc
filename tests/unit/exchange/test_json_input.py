"""JSON from others: read as it is, or refused with a place, never a traceback and never half of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignkit.errors import NotImported
from alignkit.exchange.json_input import read_json, step, walk
from alignkit.exchange.limits import LIMITS

HALF = '{"a": ["x", "\\ud800"]}'


def refused(data: bytes) -> tuple[str, str]:
    with pytest.raises(NotImported) as refusal:
        read_json("f.json", data)
    return refusal.value.message, refusal.value.where


def test_a_byte_order_mark_is_passed_over():
    assert read_json("f.json", b'\xef\xbb\xbf{"a": "\xc3\xa9"}') == {"a": "é"}


def test_both_halves_of_a_character_are_one():
    assert read_json("f.json", b'["\\ud83e\\uddd1"]') == ["🧑"]


@pytest.mark.parametrize(
    ("data", "message", "where"),
    [
        (b'{\n"a": "\xff"}', "the file is not UTF-8", "f.json:2"),
        ('{"a": 1}'.encode("utf-16"), "the file is not UTF-8", "f.json:1"),
        (b'{"a": [1,\n2', "this is no JSON: expecting ',' delimiter", "f.json:2:2"),
        (b"", "this is no JSON: expecting value", "f.json:1:1"),
        (b'{"a": NaN}', "NaN is no number", "f.json"),
        (b'{"a": 1e999}', "a number is larger than numbers can be", "f.json"),
        (b"[" + b"9" * 5000 + b"]", "a number has thousands of digits", "f.json"),
        (b"[" * 100_000, "values are nested too deeply to be read", "f.json"),
        (b'{"a":' * 41 + b"1" + b"}" * 41, "values are nested too deeply: more than 40 levels", "f.json"),
        (b'{"a": [{"b": 1}, {"b": 1, "c": 2, "b": 3}]}', 'the key "b" stands twice', "f.json: $.a[1]"),
        (HALF.encode(), "the text holds half a character", "f.json: $.a[1]"),
        (b'{"\\uDC00": 1}', "the text holds half a character", "f.json: $"),
    ],
)
def test_what_cannot_be_trusted_is_refused_with_its_place(data, message, where):
    said, place = refused(data)
    assert (said[: len(message)], place) == (message, where)


def test_a_file_beyond_the_limit_is_refused_unread():
    assert refused(b" " * (LIMITS.bytes + 1))[0] == "it is longer than 20,000,000 bytes"


@pytest.mark.parametrize("values", [b"[],", b"1,", b'{"a":1},'])
def test_millions_of_values_are_refused_before_one_is_made(values):
    assert refused(b"[" + values * 2_000_001 + b"1]")[0] == "it has more than 2,000,000 values"


def test_brackets_within_texts_are_no_depth():
    value = {"a": "[" * 500 + '\\"{' + "\\" * 7}
    assert read_json("f.json", json.dumps(value).encode()) == value


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(), lambda below: st.lists(below, max_size=4)
    )
)
def test_json_is_read_as_everybody_reads_it(value):
    assert read_json("f.json", json.dumps(value).encode()) == value


def test_forty_levels_are_still_read():
    assert read_json("f.json", b"[" * 40 + b"]" * 40) is not None


def test_many_keys_that_stand_twice_take_no_longer_than_many_that_do_not():
    twice = "{" + ",".join('"a": 1' for _ in range(200_000)) + "}"
    assert refused(twice.encode())[0] == 'the key "a" stands twice'


def test_every_value_has_its_path():
    assert dict(walk({"a": [1, {"b c": None}]}))['$.a[1]["b c"]'] is None


@pytest.mark.parametrize("key", ['"', "\x1b[31m", "a" * 500, "..", "$ref"])
def test_a_path_shows_a_strange_key_as_json_and_short(key):
    assert len(step(key)) < 80
    assert json.loads(step(key)[1:-1]) is not None

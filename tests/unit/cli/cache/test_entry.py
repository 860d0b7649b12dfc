"""What is remembered comes back as it was, or not at all."""

from hashlib import blake2b

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignkit.cli.cache.entry import Entry, decoded

texts = st.text(st.characters(), max_size=30)
entries = st.builds(
    Entry,
    said=texts,
    status=st.integers(0, 3),
    project=texts,
    answers=st.dictionaries(st.tuples(texts, texts), texts, max_size=5),
    program=st.lists(texts, max_size=5).map(tuple),
    state=texts,
)
ENTRY = Entry("Exit 1.\n", 1, "alignkit.yaml", {("read", "a.yaml"): "9f", ("kind", "b"): "1c"}, ("a.py",), "77")


@given(entries)
def test_an_entry_comes_back_as_it_was(entry):
    found = decoded(entry.encoded())
    assert found is not None
    assert vars(found) == vars(entry)


def test_any_byte_that_changed_is_noticed():
    data = ENTRY.encoded()
    for place in range(len(data)):
        for other in (data[place] ^ 1, data[place] ^ 255):
            assert decoded(data[:place] + bytes([other]) + data[place + 1 :]) is None


def test_an_entry_cut_short_or_grown_is_noticed():
    data = ENTRY.encoded()
    assert [decoded(data[:length]) for length in range(len(data))] == [None] * len(data)
    assert decoded(data + b"0:") is None


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"3:abc",
        b"1:a" * 5,
        b"1:a1:b1:c1:d1:x",
        b"1:a1:01:b1:c1:01:d",
        b"1:a1:01:b1:c1:01:d1:e",
        b"1:a1:x1:b1:c1:0",
        b"-1:a1:01:b1:c1:0",
        b"99:a1:01:b1:c1:0",
        b"1:\xff1:01:b1:c1:0",
        b"nonsense",
    ],
)
def test_what_was_made_by_hand_with_a_right_sum_is_refused_without_a_fault(body):
    head = ENTRY.encoded()[: len(b"alignkit run 1\n")]
    assert decoded(head + blake2b(body, digest_size=32).digest() + body) is None

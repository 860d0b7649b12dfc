"""A point in time follows from the data, never from the clock."""

import pytest

from alignkit.exchange.moment import UNKNOWN, has_zone, moment


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("2023", "2023-01-01T00:00:00+00:00"),
        ("2024-05", "2024-05-01T00:00:00+00:00"),
        ("2024-05-06", "2024-05-06T00:00:00+00:00"),
        ("2024-05-06T01:02:03Z", "2024-05-06T01:02:03Z"),
        ("2024-05-06T01:02:03.5+02:00", "2024-05-06T01:02:03.5+02:00"),
        ("2017-05-25T18:05:33", "2017-05-25T18:05:33+00:00"),
        ("2018 (revised 2024)", "2024-01-01T00:00:00+00:00"),
        ("ipec-2016--ipec-2023", "2023-01-01T00:00:00+00:00"),
        ("2023-02-31", "2023-01-01T00:00:00+00:00"),
        ("version 3", UNKNOWN),
        ("12023", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_a_text_is_taken_for_a_time_as_far_as_it_says_one(said, found):
    assert moment(said) == found


def test_the_first_that_says_a_time_decides():
    assert moment("", "version 3", "2019", "2023") == "2019-01-01T00:00:00+00:00"


@pytest.mark.parametrize(
    ("text", "zone"), [("2024-05-06T01:02:03Z", True), ("2024-05-06T01:02:03", False), ("x", False)]
)
def test_a_time_without_a_zone_is_noticed(text, zone):
    assert has_zone(text) is zone

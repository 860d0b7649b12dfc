"""Numbers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignkit.analysis.shares import as_typed, billionths


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        (2.0, "2"),
        (0.75, "0.75"),
        (33.333333333, "33.333333333"),
        (1250000.0, "1250000"),
        (-0.5, "-0.5"),
    ],
)
def test_a_number_keeps_its_decimals_and_has_no_exponent(value, typed):
    assert as_typed(value) == typed


@given(st.integers(-(10**15), 10**15))
def test_what_is_shown_of_a_number_is_the_number(parts):
    value = parts / 10**9
    assert billionths(float(as_typed(value))) == billionths(value) == parts

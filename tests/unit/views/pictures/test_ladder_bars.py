"""Ladder bars as data; counted in tests/pictured.py."""

from msgspec.structs import replace
from tests.pictured import case_of

from alignkit.views.pictures.ladder_bars import ladder_bars_picture


def test_bars_have_the_numbers_and_what_was_promised():
    (bars,) = ladder_bars_picture(case_of().coverage).frameworks
    # Half of seven is 3.5, so four are needed.
    assert [(bar.step, bar.reached, bar.needed, bar.met) for bar in bars.bars] == [
        (1, 4, 4, True),
        (2, 3, None, None),
        (3, 2, 4, False),
        (4, 1, None, None),
    ]
    assert bars.total == 7


def test_the_message_and_the_table_have_the_numbers():
    found = ladder_bars_picture(case_of().coverage)
    assert str(found.alt) == "toy: items 7, claimed 4, taught 3, assessed 2, evidenced 1. Targets met: 1 of 2."
    assert [str(cell) for cell in found.table.rows[0].cells] == [
        "toy",
        "7",
        "4 of 7; target 4, met",
        "3 of 7",
        "2 of 7; target 4, missed",
        "1 of 7",
    ]
    assert str(found.table.rows[0].at) == "example.yaml:5:20"


def test_a_framework_that_is_only_looked_through_says_so():
    (coverage,) = case_of().coverage
    lens = replace(coverage, use=replace(coverage.use, role="lens", targets=None))
    found = ladder_bars_picture([lens])
    assert str(found.frameworks[0].role) == "the curriculum does not claim to follow it"
    assert str(found.alt).endswith("No targets are declared.")


def test_of_many_frameworks_the_message_names_three_and_the_table_all():
    found = ladder_bars_picture([*case_of().coverage] * 5)
    assert str(found.alt).count("toy:") == 3
    assert "Further frameworks: 2." in str(found.alt)
    assert len(found.table.rows) == 5


def test_without_a_framework_there_is_nothing_to_look_at():
    found = ladder_bars_picture([])
    assert (found.frameworks, found.table.rows) == ((), ())
    assert [str(found.alt), *map(str, found.notes)] == ["No framework is looked at.", "no framework is looked at"]

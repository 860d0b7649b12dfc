"""Many curricula are summed up in a table; each in full is one option away."""

import pytest

COURSE = """\
alignkit: curriculum/1
id: course-{number}
title: Course {number}
frameworks: [{{use: ipec-2023, targets: {{claimed: 0.5}}}}]
outcomes:
  - {{id: LO1, text: Negotiate roles in a team, aligns: [ipec-2023:RR4]}}
modules: [{{id: M1, activities: [{{id: A1, outcomes: [LO1]}}]}}]
"""


@pytest.fixture
def courses(tmp_path):
    for number in range(24):
        (tmp_path / f"course-{number:02}.yaml").write_text(COURSE.format(number=number))


@pytest.mark.usefixtures("courses")
def test_more_than_a_handful_of_curricula_are_a_table_of_twenty_lines(alignkit):
    out = alignkit("check", ".").out
    assert "Coverage of 24 curricula" in out
    # 1 of 33 items is claimed and taught; half of 33, 17, was promised.
    assert f"  {'course-0':<16}{'ipec-2023':<17}{33:>5}{1:>9}{1:>8}{0:>10}{0:>11} ✗" in out.splitlines()
    assert "and 4 more lines; --all shows them" in out
    assert "met in 0 of 24" in out
    assert "24 errors" in out
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.usefixtures("courses")
def test_all_shows_each_in_full(alignkit):
    out = alignkit("check", ".", "--all").out
    assert out.count("Coverage: Course") == 24
    assert out.count("below-target") == 1
    assert out.count("misses a target") == 24

"""Where something that is not stated would be typed."""

import pytest

from alignkit.analysis.place import place_for
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory

TEXT = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
design:
  group_dynamics:
    feedback: after each case
evaluation:
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("design.group_dynamics.feedback", 7),
        ("design.group_dynamics.facilitation", 6),
        ("design.access.bandwidth", 5),
        ("evaluation", 8),  # a key without a value is where the value goes
        ("credential.record", 2),
    ],
)
def test_place_is_that_of_the_nearest_key_that_is_there(path, line):
    case = examine(Memory({"example.yaml": TEXT}), ["example.yaml"]).curricula[0].case
    assert place_for(case.curriculum, path).line == line

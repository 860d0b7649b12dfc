"""Where a slip of the keyboard may be why nothing aligns."""

import pytest

from alignkit.analysis.slips import suspects
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory

TEXT = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks: [ipec-2023, nmc-2018]
outcomes:
  - {id: LO1, text: Resolve a conflict, aligns: ["REFERENCE"]}
"""


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("ipec-2023:TT55", ("ipec-2023",)),
        ("ipec-2032:TT5", ("ipec-2032", "ipec-2023")),
        ("nmc-2018:99.9", ()),
        ("nmc-2018:1.18", ()),
    ],
)
def test_frameworks_of_the_kind_that_an_alignment_may_have_meant(reference, expected):
    tree = Memory({"example.yaml": TEXT.replace("REFERENCE", reference)})
    assert suspects(examine(tree, ["example.yaml"]).curricula[0].case, ("interprofessional",)) == expected

"""A rubric's criteria can be gone through in order."""

from typing import cast

from alignkit.model.documents import typed
from alignkit.model.rubric import Rubric
from alignkit.source.reader import parse

TEXT = """\
alignkit: rubric/1
id: quality
title: Quality
preconditions: [{id: P, title: p, decided_by: [Q101]}]
characteristics:
  - id: A
    title: a
    preconditions: [{id: AP, title: ap, decided_by: [Q102]}]
    criteria: [{id: A1, title: a1, decided_by: [{rule: Q103, if_found: partly met}, Q104]}]
  - {id: B, title: b, criteria: [{id: B1, title: b1, decided_by: [Q105], need: recommended}]}
"""


def test_every_criterion_and_precondition_comes_in_order():
    record, problems = typed(parse(TEXT, "f.yaml"))
    rubric = cast("Rubric", record)
    assert problems == ()
    assert [criterion.id for criterion in rubric.criteria] == ["P", "AP", "A1", "B1"]
    assert [criterion.need for criterion in rubric.criteria] == ["essential"] * 3 + ["recommended"]
    decisions = [(each.rule, each.if_found) for each in rubric.criteria[2].decided_by]
    assert decisions == [("Q103", "partly met"), ("Q104", "not met")]

"""The shipped rubrics: they read without a problem, name rules that exist and paths that a curriculum can have."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from alignkit.library.library import Library
from alignkit.model.curriculum import Curriculum
from alignkit.model.located import Located, fields_of
from alignkit.model.rubric import Criterion, Rubric
from alignkit.rubrics.verdicts import Verdict, judge
from alignkit.rules.base import Subject
from alignkit.rules.catalogue import about
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory

RUBRICS = ("hpac-2019", "micro-credential")
CODES = {rule.code for rule in about(Subject.CURRICULUM)}


def shipped(name: str) -> Rubric:
    rubric = Library().rubric(name)
    assert rubric
    return rubric


def criteria_of(rubric: Rubric) -> Iterator[Criterion]:
    for characteristic in rubric.characteristics:
        yield from (*characteristic.preconditions, *characteristic.criteria)
    yield from rubric.preconditions


CRITERIA = [
    pytest.param(criterion, id=f"{name}-{criterion.id}") for name in RUBRICS for criterion in criteria_of(shipped(name))
]


def record_in(hint: Any) -> type[Located] | None:
    """Return the record that a field holds, in whatever it is wrapped."""
    if isinstance(hint, type) and issubclass(hint, Located):
        return hint
    return next((found for inner in get_args(hint) if (found := record_in(inner))), None)


def exists(record: type[Located] | None, path: list[str]) -> bool:
    if not path:
        return True
    fields = fields_of(record) if record else {}
    field = fields.get(path[0]) or fields.get(f"{path[0]}_")
    return field is not None and exists(record_in(field.type), path[1:])


@pytest.mark.parametrize("criterion", CRITERIA)
def test_rules_that_decide_exist(criterion):
    assert {decision.rule for decision in criterion.decided_by} <= CODES
    assert criterion.decided_by


@pytest.mark.parametrize("criterion", CRITERIA)
def test_paths_that_verdicts_rest_on_exist_in_a_curriculum(criterion):
    assert criterion.rests_on
    assert [path for path in criterion.rests_on if not exists(Curriculum, path.split("."))] == []


@pytest.mark.parametrize("criterion", CRITERIA)
def test_criteria_for_some_kinds_say_why_not_for_the_others(criterion):
    assert bool(criterion.applies_to) == bool(criterion.not_applicable_because)


@pytest.mark.parametrize("name", RUBRICS)
def test_ids_are_unique_and_each_characteristic_has_an_essential_criterion(name):
    rubric = shipped(name)
    ids = [criterion.id for criterion in criteria_of(rubric)]
    assert len(ids) == len(set(ids))
    assert all(any(c.need == "essential" for c in each.criteria) for each in rubric.characteristics)


def test_hpac_has_the_fifteen_elements_of_the_four_characteristics():
    rubric = shipped("hpac-2019")
    counts = {each.id: len(each.criteria) for each in rubric.characteristics}
    assert counts == {"R": 3, "G": 2, "D": 7, "A": 3}


@pytest.mark.parametrize("name", RUBRICS)
@pytest.mark.parametrize("kind", ["micro-credential", "course", "programme"])
def test_bare_draft_meets_nothing(name, kind):
    text = f"alignkit: curriculum/1\nid: draft\ntitle: Draft\nkind: {kind}\noutcomes: []\n"
    one = examine(Memory({"draft.yaml": text}), ["draft.yaml"]).curricula[0]
    judgement = judge(shipped(name), one.case, one.results)
    verdicts = {judged.verdict for each in judgement.characteristics for judged in each.criteria}
    assert verdicts <= {Verdict.NOT_EVIDENCED, Verdict.NOT_APPLICABLE}
    assert not any(each.met for each in judgement.characteristics)

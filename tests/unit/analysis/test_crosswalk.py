"""Where crosswalks lead: the decision table of relations, and the laws of inference."""

import json
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignkit.analysis.coverage import Step
from alignkit.analysis.crosswalk import Legs, amounts_to, infer, inverse, legs, walks_from
from alignkit.library.library import Library
from alignkit.model.documents import typed
from alignkit.source.reader import parse

RELATIONS = ("exact", "close", "broad", "narrow", "related")
FRAMEWORKS = ("fa", "fb", "fc", "fd")
CODES = ("D1", "D2", "D3")


def framework(name: str) -> Any:
    items = [{"code": "D", "title": "Domain", "items": [{"code": code, "text": code} for code in CODES]}]
    return record({"alignkit": "framework/1", "id": name, "title": name, "kind": "regulator", "items": items,
                   "publisher": {"name": "Nobody"}})  # fmt: skip


def record(document: dict[str, Any]) -> Any:
    # JSON is YAML.
    found, problems = typed(parse(json.dumps(document, indent=1), f"{document['id']}.yaml"))
    assert problems == ()
    return found


OWN = tuple(framework(name) for name in FRAMEWORKS)
LIBRARY = Library(OWN)


def crosswalk(one: str, other: str, *mappings: tuple[str, str, str]) -> Any:
    return record({
        "alignkit": "crosswalk/1", "id": f"{one}--{other}", "from": one, "to": other, "method": "expert",
        "mappings": [{"from": from_, "to": to, "relation": relation} for from_, to, relation in mappings],
    })  # fmt: skip


def leading(*crosswalks: Any) -> Legs:
    return legs(crosswalks, LIBRARY)


@pytest.mark.parametrize(
    ("first", "amounts"),
    [
        #           exact      close      broad      narrow     related
        ("exact", ("exact", "close", "related", "related", "related")),
        ("close", ("close", "", "related", "related", "related")),
        ("broad", ("related", "related", "", "", "")),
        ("narrow", ("related", "related", "", "", "")),
        ("related", ("related", "related", "", "", "")),
    ],
)
def test_two_relations_amount_to_what_the_design_says(first, amounts):
    assert tuple(amounts_to((first, second)) for second in RELATIONS) == amounts


@pytest.mark.parametrize(
    ("relation", "alone"),
    [("exact", "exact"), ("close", "close"), ("broad", "related"), ("narrow", "related"), ("related", "related")],
)
def test_one_relation_alone_amounts_to(relation, alone):
    assert amounts_to((relation,)) == alone


@pytest.mark.parametrize(
    ("chain", "amount"),
    [
        (("exact", "exact", "exact"), "exact"),
        (("exact", "close", "exact"), "close"),
        (("close", "exact", "close"), ""),
        (("close", "broad", "exact"), "related"),
        (("close", "broad", "close"), ""),
        (("broad", "exact", "narrow"), ""),
    ],
)
def test_a_longer_chain_is_judged_as_a_whole(chain, amount):
    assert amounts_to(chain) == amount


def test_the_order_of_a_chain_makes_no_difference():
    for chain in product(RELATIONS, repeat=3):
        assert amounts_to(chain) == amounts_to(tuple(reversed(chain)))


@pytest.mark.parametrize("relation", RELATIONS)
def test_read_backwards_broad_is_narrow_and_the_others_stay(relation):
    assert inverse(inverse(relation)) == relation
    assert (inverse(relation) != relation) is (relation in ("broad", "narrow"))


def test_a_mapping_is_walked_in_both_directions():
    found = leading(crosswalk("fa", "fb", ("D1", "D2", "broad")))
    assert [(leg.end, leg.relation) for leg in found["fa:D1"]] == [("fb:D2", "broad")]
    assert [(leg.end, leg.relation) for leg in found["fb:D2"]] == [("fa:D1", "narrow")]


def test_a_mapping_with_a_missing_end_leads_nowhere():
    assert leading(crosswalk("fa", "fb", ("D1", "D9", "exact"), ("D9", "D1", "exact"))) == {}
    assert leading(crosswalk("fa", "fz", ("D1", "D1", "exact"))) == {}


def test_an_item_is_inferred_with_the_path_that_leads_to_it():
    found = leading(crosswalk("fa", "fb", ("D1", "D2", "exact")), crosswalk("fb", "fc", ("D2", "D3", "close")))
    near, far = infer({"fa:D1": Step.ASSESSED}, (), found)
    assert (near.ref, near.relation, near.step) == ("fb:D2", "exact", Step.ASSESSED)
    assert (far.ref, far.relation, far.step) == ("fc:D3", "close", Step.ASSESSED)
    assert [(leg.start, leg.end) for leg in far.walk.legs] == [("fa:D1", "fb:D2"), ("fb:D2", "fc:D3")]


def test_a_second_close_step_ends_the_walk():
    found = leading(crosswalk("fa", "fb", ("D1", "D1", "close")), crosswalk("fb", "fc", ("D1", "D1", "close")))
    assert [each.ref for each in infer({"fa:D1": Step.CLAIMED}, (), found)] == ["fb:D1"]


def test_what_is_only_related_does_not_count():
    found = leading(crosswalk("fa", "fb", ("D1", "D1", "broad"), ("D1", "D2", "related"), ("D1", "D3", "close")))
    counted = {each.ref: each.counts for each in infer({"fa:D1": Step.CLAIMED}, (), found)}
    assert counted == {"fb:D1": False, "fb:D2": False, "fb:D3": True}


def test_an_item_that_is_aligned_with_is_not_inferred():
    found = leading(crosswalk("fa", "fb", ("D1", "D1", "exact")))
    assert infer({"fa:D1": Step.CLAIMED}, {"fb:D1"}, found) == ()
    assert infer({"fa:D1": Step.CLAIMED, "fb:D1": Step.CLAIMED}, (), found) == ()


def test_no_walk_comes_back_to_the_framework_in_which_it_began():
    found = leading(crosswalk("fa", "fb", ("D1", "D1", "exact"), ("D2", "D1", "close")))
    assert [each.ref for each in infer({"fa:D1": Step.CLAIMED}, (), found)] == ["fb:D1"]


def test_the_item_that_got_furthest_comes_first_and_what_counts_before_what_does_not():
    found = leading(
        crosswalk("fa", "fd", ("D1", "D1", "exact")),
        crosswalk("fb", "fd", ("D1", "D1", "close")),
        crosswalk("fc", "fd", ("D1", "D1", "related")),
    )
    steps = {"fa:D1": Step.CLAIMED, "fb:D1": Step.TAUGHT, "fc:D1": Step.EVIDENCED}
    (only,) = infer(steps, (), found)
    assert [(walk.origin, step) for step, walk in only.walks] == [
        ("fb:D1", Step.TAUGHT),
        ("fa:D1", Step.CLAIMED),
        ("fc:D1", Step.EVIDENCED),
    ]
    assert (only.relation, only.step) == ("close", Step.TAUGHT)


# Laws, whatever the crosswalks. The parent D is among the ends: a mapping may lead over it.
ends = st.sampled_from([*CODES, "D"])
mappings = st.lists(
    st.tuples(
        st.sampled_from([("fa", "fb"), ("fb", "fc"), ("fc", "fd"), ("fa", "fc"), ("fd", "fa")]),
        st.tuples(ends, ends, st.sampled_from(RELATIONS)),
    ),
    max_size=14,
)
items = st.sampled_from([f"{name}:{code}" for name in FRAMEWORKS for code in CODES])
covered = st.dictionaries(items, st.sampled_from(list(Step)), max_size=4)
aligned = st.sets(items, max_size=3)
thorough = settings(max_examples=150, deadline=None)


def legs_of(drawn: list[tuple[tuple[str, str], tuple[str, str, str]]]) -> Legs:
    pairs = dict.fromkeys(pair for pair, _ in drawn)
    return leading(*(crosswalk(*pair, *(each for of, each in drawn if of == pair)) for pair in pairs))


@thorough
@given(covered, aligned, mappings)
def test_inferred_never_includes_what_is_covered_directly(covered, aligned, drawn):
    found = infer(covered, aligned, legs_of(drawn))
    assert {each.ref for each in found}.isdisjoint({*covered, *aligned})


@thorough
@given(covered, aligned, mappings, mappings)
def test_adding_mappings_never_removes_or_weakens_an_inference(covered, aligned, drawn, more):
    fewer = {each.ref: each for each in infer(covered, aligned, legs_of(drawn))}
    after = {each.ref: each for each in infer(covered, aligned, legs_of([*drawn, *more]))}
    assert fewer.keys() <= after.keys()
    for ref, each in fewer.items():
        assert after[ref].counts >= each.counts
        assert not each.counts or after[ref].step >= each.step


@thorough
@given(items, mappings)
def test_every_walk_is_a_chain_of_mappings_with_at_most_one_close_step(origin, drawn):
    found = legs_of(drawn)
    for end, walk in walks_from(origin, found).items():
        assert [leg.start for leg in walk.legs] == [origin, *(leg.end for leg in walk.legs[:-1])]
        assert all(leg in found[leg.start] for leg in walk.legs)
        assert walk.end == end != origin
        assert walk.relations.count("close") <= 1
        assert walk.relation == amounts_to(walk.relations) != ""
        assert len({leg.end for leg in walk.legs}) == len(walk.legs)


@thorough
@given(items, mappings)
def test_the_order_of_crosswalks_makes_no_difference(origin, drawn):
    def shown(drawn: Any) -> list[tuple[str, str, int]]:
        return sorted((end, walk.relation, len(walk.legs)) for end, walk in walks_from(origin, legs_of(drawn)).items())

    assert shown(drawn) == shown(drawn[::-1])

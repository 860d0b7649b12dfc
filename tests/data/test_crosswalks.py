"""Every shipped crosswalk: its ends exist, it agrees with itself, it says what it is."""

import re
from typing import Any

import pytest

from alignkit.analysis.mappings import contradictions, missing_ends
from alignkit.library.library import Library
from alignkit.library.shipped import shipped_tree
from alignkit.library.workspace import read_file

FILES = tuple(name for name in shipped_tree().names("") if name.startswith("crosswalks/"))
LIBRARY: Any = Library()
CROSSWALKS = LIBRARY.crosswalks()
each_crosswalk = pytest.mark.parametrize("crosswalk", CROSSWALKS, ids=lambda crosswalk: crosswalk.id)


def ends(crosswalk: Any, mapping: Any) -> tuple[Any, Any]:
    return LIBRARY.find(crosswalk.from_).items[mapping.from_], LIBRARY.find(crosswalk.to).items[mapping.to]


def test_the_drafts_are_there():
    assert {crosswalk.id for crosswalk in CROSSWALKS} >= {
        "ipec-2016--ipec-2023",
        "ipec-2023--cihc-2010",
        "nmc-2018--ipec-2023",
        "rps-2021--ipec-2023",
    }
    assert len(CROSSWALKS) == len(FILES)


@each_crosswalk
def test_every_end_exists(crosswalk):
    assert tuple(missing_ends(crosswalk, LIBRARY)) == ()


@each_crosswalk
def test_nothing_contradicts_itself(crosswalk):
    others = tuple(other for other in CROSSWALKS if other is not crosswalk)
    assert tuple(contradictions(crosswalk, LIBRARY, others)) == ()


@each_crosswalk
def test_the_id_names_both_frameworks(crosswalk):
    assert crosswalk.id == f"{crosswalk.from_}--{crosswalk.to}"


@each_crosswalk
def test_every_mapping_has_its_reason_in_one_line(crosswalk):
    notes = [mapping.note for mapping in crosswalk.mappings]
    assert all(20 <= len(note) <= 120 for note in notes)


@each_crosswalk
def test_mappings_stand_in_the_order_of_the_framework_that_is_mapped(crosswalk):
    orders = [ends(crosswalk, mapping)[0].order for mapping in crosswalk.mappings]
    assert orders == sorted(orders)
    pairs = [(mapping.from_, mapping.to) for mapping in crosswalk.mappings]
    assert len(pairs) == len(set(pairs))


@each_crosswalk
def test_a_draft_of_ours_says_what_it_rests_on_and_that_it_is_nobodys_official_one(crosswalk):
    assert (crosswalk.method, crosswalk.status) == ("expert", "draft")
    notes = " ".join(crosswalk.notes)
    assert re.search(r"A draft, and (not IPEC's|neither publisher's) own\.", notes)
    assert "paraphrases, not the official statements" in notes
    assert (
        "reviewed by: nobody yet" in read_file(shipped_tree(), f"crosswalks/{crosswalk.id}.yaml").text.splitlines()[0]
    )


@each_crosswalk
def test_exact_is_said_only_of_items_whose_text_is_confirmed(crosswalk):
    for mapping in crosswalk.mappings:
        if mapping.relation == "exact":
            assert all(end.item.verified for end in ends(crosswalk, mapping))


@pytest.mark.parametrize(
    ("name", "of", "unmapped"),
    [
        ("ipec-2016--ipec-2023", "from", {"CC8"}),
        ("ipec-2016--ipec-2023", "to", {"VE10", "VE11", "TT8", "TT9"}),
        ("ipec-2023--cihc-2010", "from", {"VE2", "VE9", "VE11", "TT7"}),
    ],
)
def test_items_that_the_notes_call_without_counterpart_are_the_ones_without(name, of, unmapped):
    (crosswalk,) = (each for each in CROSSWALKS if each.id == name)
    index = LIBRARY.find(crosswalk.from_ if of == "from" else crosswalk.to)
    mapped = {mapping.from_ if of == "from" else mapping.to for mapping in crosswalk.mappings}
    assert {leaf.code for leaf in index.leaves} - mapped == unmapped
    notes = " ".join(crosswalk.notes)
    assert all(re.search(rf"\b{code}\b", notes) for code in unmapped)


def test_the_interprofessional_outcomes_of_the_nmc_are_all_mapped():
    (crosswalk,) = LIBRARY.crosswalks("nmc-2018", "ipec-2023")
    mapped = {mapping.from_ for mapping in crosswalk.mappings}
    assert mapped >= {"1.18", "5.1", "5.4", "5.5", "5.9", "5.10", "5.11", "6.12", "7.1"}


def test_the_prescribing_framework_is_only_related():
    (crosswalk,) = LIBRARY.crosswalks("rps-2021", "ipec-2023")
    assert {mapping.relation for mapping in crosswalk.mappings} == {"related"}
    assert {"10.1", "10.2", "10.4"} <= {mapping.from_ for mapping in crosswalk.mappings}

"""Laws of coverage: what no edit of a curriculum may do, whatever the curriculum."""

import json
from copy import deepcopy
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from alignkit.analysis.case import Case
from alignkit.library.library import Library
from alignkit.model.curriculum import Curriculum
from alignkit.model.documents import typed
from alignkit.source.reader import parse

LIBRARY = Library()
PROFESSIONS = ["nursing", "pharmacy", "medicine"]
# Leaves of two frameworks, a parent, an item and a framework that are not there.
ITEMS = [
    "ipec-2023:VE1",
    "ipec-2023:VE2",
    "ipec-2023:RR1",
    "ipec-2023:VE",
    "ipec-2023:ZZ9",
    "eu-nursing-2013:a",
    "no:A",
]
OUTCOMES = [f"LO{number}" for number in range(5)]
USES = [
    "ipec-2023",
    {"use": "ipec-2023", "scope": ["VE1", "RR"]},
    {"use": "eu-nursing-2013", "targets": {"assessed": 0.5}},
]


def some(names, most=3):
    return st.lists(st.sampled_from(names), max_size=most, unique=True)


def records(prefix, most, **parts):
    """Return lists of records with ids of their own, each part drawn by its strategy."""
    entries = st.lists(st.fixed_dictionaries(parts), max_size=most)
    return entries.map(lambda found: [{"id": f"{prefix}{number}", **entry} for number, entry in enumerate(found)])


alignment = st.fixed_dictionaries(
    {"to": st.sampled_from(ITEMS), "strength": st.sampled_from(["full", "full", "partial"])}
)
assessment = {
    "purpose": st.sampled_from(["formative", "summative"]),
    "criteria": some(["names both sides"], 1),
    "outcomes": some(OUTCOMES),
}
activity = st.fixed_dictionaries({"outcomes": some(OUTCOMES), "professions": some(PROFESSIONS, 2)})
curricula = st.fixed_dictionaries(
    {
        "alignkit": st.just("curriculum/1"),
        "id": st.just("made-up"),
        "title": st.just("Made up"),
        "learners": st.fixed_dictionaries({"professions": st.just(PROFESSIONS)}),
        "frameworks": st.lists(st.sampled_from(USES), min_size=1, max_size=2),
        "outcomes": records("LO", 5, text=st.just("Resolve a conflict"), aligns=st.lists(alignment, max_size=4)),
        "modules": records("M", 3, activities=st.lists(activity, max_size=3)),
        "assessments": records("AS", 3, **assessment),
    }
)
thorough = settings(max_examples=120, deadline=None)


def case_of(curriculum) -> Case:
    named = deepcopy(curriculum)
    for module in named["modules"]:
        for number, each in enumerate(module["activities"]):
            each["id"] = f"{module['id']}.A{number}"
    # JSON is YAML.
    record, problems = typed(parse(json.dumps(named, indent=1), "made-up.yaml"))
    assert isinstance(record, Curriculum)
    assert problems == ()
    return Case(record, LIBRARY)


def steps(coverages):
    """Return the step of each item in each framework in use."""
    return {covered.item.ref: covered.step for coverage in coverages for covered in coverage.items}


def nowhere_higher(lower, upper):
    return lower.keys() == upper.keys() and all(lower[ref] <= upper[ref] for ref in lower)


@thorough
@given(curricula, st.fixed_dictionaries(assessment))
def test_adding_an_assessment_never_lowers_coverage(curriculum, added):
    before = steps(case_of(curriculum).coverage)
    curriculum["assessments"].append({"id": "NEW", **added})
    assert nowhere_higher(before, steps(case_of(curriculum).coverage))


@thorough
@given(curricula, some(OUTCOMES), some(PROFESSIONS))
def test_adding_an_activity_never_lowers_coverage_for_anybody(curriculum, addressed, attending):
    before = case_of(curriculum)
    added = {"outcomes": addressed, "professions": attending}
    curriculum["modules"].append({"id": "NEW", "activities": [added]})
    after = case_of(curriculum)
    assert nowhere_higher(steps(before.coverage), steps(after.coverage))
    for profession in PROFESSIONS:
        assert nowhere_higher(steps(before.coverage_for(profession)), steps(after.coverage_for(profession)))


@thorough
@given(curricula, st.randoms(use_true_random=False))
def test_removing_an_alignment_never_raises_coverage(curriculum, random: Random):
    before = steps(case_of(curriculum).coverage)
    aligned = [outcome for outcome in curriculum["outcomes"] if outcome["aligns"]]
    if aligned:
        alignments = random.choice(aligned)["aligns"]
        alignments.pop(random.randrange(len(alignments)))
    assert nowhere_higher(steps(case_of(curriculum).coverage), before)


@thorough
@given(curricula)
def test_making_an_alignment_partial_never_raises_coverage(curriculum):
    before = steps(case_of(curriculum).coverage)
    for outcome in curriculum["outcomes"][:1]:
        for aligned in outcome["aligns"]:
            aligned["strength"] = "partial"
    assert nowhere_higher(steps(case_of(curriculum).coverage), before)


@thorough
@given(curricula, st.sampled_from(PROFESSIONS))
def test_a_profession_never_gets_further_than_the_curriculum(curriculum, profession):
    case = case_of(curriculum)
    assert nowhere_higher(steps(case.coverage_for(profession)), steps(case.coverage))


def reordered(value, random: Random):
    """Return the value with its keys, and the entries of its lists, in another order at every depth."""
    if isinstance(value, dict):
        keys = random.sample(list(value), len(value))
        return {key: reordered(value[key], random) for key in keys}
    if isinstance(value, list):
        return [reordered(entry, random) for entry in random.sample(value, len(value))]
    return value


def supports(case):
    """Return what carries each item, whatever the order."""
    return {
        covered.item.ref: (covered.step, *map(frozenset, (covered.outcomes, covered.partial, covered.assessments)))
        for coverage in case.coverage
        for covered in coverage.items
    }


@thorough
@given(curricula, st.randoms(use_true_random=False))
def test_the_order_of_outcomes_modules_and_keys_does_not_matter(curriculum, random: Random):
    # Of two uses of one framework the first counts, so frameworks keep their order.
    other = {**reordered(curriculum, random), "frameworks": curriculum["frameworks"]}
    assert supports(case_of(other)) == supports(case_of(curriculum))
    for profession in PROFESSIONS:
        assert steps(case_of(other).coverage_for(profession)) == steps(case_of(curriculum).coverage_for(profession))

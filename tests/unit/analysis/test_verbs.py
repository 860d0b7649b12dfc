"""Plain English sentences, and the verbs that say what learners do in them."""

import pytest

from alignkit.analysis import bloom
from alignkit.analysis.verbs import bloom_of, is_measurable, leading_verbs
from alignkit.model.vocabulary import BLOOM


def names(text):
    return [verb.name for verb in leading_verbs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Explain the roles of others", ["explain"]),
        ("explains the roles", ["explain"]),
        ("Explaining the roles", ["explain"]),
        ("Critically appraise evidence", ["appraise"]),
        ("To list the roles", ["list"]),
        ("Be able to negotiate roles", ["negotiate"]),
        ("Students will be able to critically analyse a case", ["analyse"]),
        ("By the end of this module, students from each profession should be able to: describe roles", ["describe"]),
        ("On completion, the learner describes how teams work and fail", ["describe"]),
        ("Learners can resolve a conflict", ["resolve"]),
        ("Nurses and pharmacists collaborate on discharge", ["collaborate"]),
        ("In an interprofessional team, negotiate roles", ["negotiate"]),
        ("Teamwork: negotiate roles", ["negotiate"]),
        ("Practice safely", ["practise"]),
        ("Triage patients", []),
        ("Deltakerne kan forklare roller", []),
        ("Communication skills", []),
        ("", []),
    ],
)
def test_the_leading_verb_is_found_wherever_the_sentence_puts_it(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("Analyse a case", "Analyze a case"),
        ("Summarise a case", "Summarize a case"),
        ("Recognise limits", "Recognize limits"),
        ("Prioritising needs", "Prioritizing needs"),
        ("Practise handover", "Practice handover"),
    ],
)
def test_both_spellings_are_one_verb(british, american):
    assert names(british) == names(american) != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("List the roles and explain their overlap", ["list", "explain"]),
        ("Plan, implement and evaluate care", ["plan", "implement", "evaluate"]),
        ("Respond to conflict and negotiate a solution", ["respond", "negotiate"]),
        ("Describe the principles, and be able to apply them", ["describe", "apply"]),
        ("Describes roles and explains them", ["describe", "explain"]),
        ("Reflect on practice and design an intervention", ["reflect", "design"]),
        # one thing in two words
        ("Compare and contrast two theories", ["compare"]),
        # how or what for, not what
        ("Explain how teams plan, negotiate and decide", ["explain"]),
        ("Use evidence to plan and evaluate care", ["use"]),
        # nouns that could be verbs
        ("Discuss policy and practice", ["discuss"]),
        ("Describe the causes and the report of an error", ["describe"]),
        ("Explain roles and support in teams", ["explain"]),
        # verbs of another form belong to something else
        ("Apply skills in interviewing and counselling", ["apply"]),
    ],
)
def test_joined_verbs_are_found_and_nouns_left_alone(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "typed", "level"),
    [
        ("Understand team roles", "understand", "understand"),
        ("Know how to refer a patient", "know", "remember"),
        ("Learn about roles", "learn", "remember"),
        ("Appreciate the value of others", "appreciate", "evaluate"),
        ("Students will be aware of other roles", "be aware of", "remember"),
        ("Become familiar with the refugee system", "become familiar with", "remember"),
        ("Demonstrate an understanding of roles", "demonstrate an understanding", "understand"),
        ("Gain knowledge of roles", "gain knowledge", "remember"),
        ("By the end you will have a sound awareness of roles", "have a sound awareness", "remember"),
        ("Knowledge of roles", "knowledge", "remember"),
        ("Students understand roles", "understand", "understand"),
    ],
)
def test_what_nobody_can_observe_is_named_as_typed(text, typed, level):
    (verb,) = leading_verbs(text)
    assert (verb.typed, verb.levels, verb.measurable) == (typed, (level,), False)
    assert not is_measurable(text)


@pytest.mark.parametrize(
    "text",
    [
        "Demonstrate skills in sharing knowledge",
        "Apply knowledge of roles",
        "Develop a plan with understanding",
        "Explain what it means to understand a role",
        "Triage patients",  # not recognised, and given the benefit of the doubt
        "Understand and explain roles",  # the second half can be observed
    ],
)
def test_what_can_be_observed_is_left_alone(text):
    assert is_measurable(text)


# Anderson and Krathwohl 2001, table 5.1: the nineteen processes and their alternative names, as verbs of one word.
_PROCESSES = {
    "remember": "recognise identify recall retrieve",
    "understand": (
        "interpret clarify paraphrase represent translate exemplify illustrate instantiate classify categorise "
        "subsume summarise abstract generalise infer conclude extrapolate interpolate predict compare contrast map "
        "match explain"
    ),
    "apply": "execute carry implement use",
    "analyse": (
        "differentiate discriminate distinguish focus select organise integrate outline parse structure attribute "
        "deconstruct"
    ),
    "evaluate": "check coordinate detect monitor test critique judge",
    "create": "generate hypothesise plan design produce construct",
}


@pytest.mark.parametrize(("level", "verbs"), _PROCESSES.items(), ids=list(_PROCESSES))
def test_the_taxonomys_own_verbs_are_usual_at_its_levels(level, verbs):
    assert {verb: bloom.LEVELS[verb][0] for verb in verbs.split()} == dict.fromkeys(verbs.split(), level)


def test_each_verb_stands_once_and_at_known_levels():
    listed = [verb for verbs in bloom._LISTED.values() for verb in verbs.split()]  # noqa: SLF001
    assert len(listed) == len(set(listed))
    assert {level for levels in bloom.LEVELS.values() for level in levels} == set(BLOOM.words)
    assert not set(bloom.UNMEASURABLE) & set(listed)
    assert set(listed) >= bloom.ALSO_NOUNS


@pytest.mark.parametrize("level", BLOOM.words)
def test_verbs_offered_instead_are_listed_at_the_level(level):
    assert all(level in bloom.LEVELS[verb] for verb in bloom.instead_of(level))


@pytest.mark.parametrize(
    ("text", "level", "away"),
    [
        ("List roles", "create", 5),  # remember to create
        ("Explain roles", "apply", 1),  # understand to apply
        ("Assess needs", "create", 1),  # listed at evaluate, next to create
        ("Identify roles", "understand", 0),
        ("Design a plan", "remember", 5),
    ],
)
def test_distance_is_from_the_nearest_level_at_which_a_verb_is_listed(text, level, away):
    (verb,) = leading_verbs(text)
    assert verb.away_from(level) == away


@pytest.mark.parametrize(
    ("outcome", "level"),
    [
        ("text: List roles and design a plan", "create"),  # the highest of remember and create
        ("text: List roles, bloom: apply", "apply"),  # what the author states goes first
        ("text: Understand roles", ""),
        ("text: Triage patients", ""),
    ],
)
def test_an_outcomes_level_is_stated_or_read_from_its_highest_verb(case_of, outcome, level):
    case = case_of(f"outcomes: [{{id: LO1, {outcome}}}]\n")
    assert bloom_of(case.outcomes["LO1"]) == level

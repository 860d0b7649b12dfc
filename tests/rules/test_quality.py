"""What the rules on quality, evidence and micro-credentials say, where their examples do not reach."""

import pytest

from alignkit.rules.examine import Examined, examine
from alignkit.source.tree import Memory

HEAD = "alignkit: curriculum/1\nid: example\ntitle: Teams that listen\n"
BOTH = "learners: {professions: [nursing, pharmacy]}\n"
LO1 = "outcomes: [{id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}]\n"
NONE = "outcomes: []\n"


def examined(text: str) -> Examined:
    return examine(Memory({"example.yaml": HEAD + text}), ["example.yaml"]).curricula[0]


def said(text: str, *codes: str) -> list[str]:
    results = examined(text).results
    return [f"{f.code} {f.message}" for result in results for f in result.findings if f.code in codes]


def examined_by(code: str, text: str) -> int | None:
    return next(result.examined for result in examined(text).results if result.rule.code == code)


def modules(*activities: str) -> str:
    return "modules: [" + ", ".join(f"{{id: M{n}, activities: [{a}]}}" for n, a in enumerate(activities, 1)) + "]\n"


# Q1


@pytest.mark.parametrize(
    ("need", "found"),
    [
        ("{method: survey}", 1),
        ("{summary: two in five plans fail}", 0),
        ("{standard: ACPE 11}", 0),
        ("{evidence: own2024}", 0),
    ],
)
def test_a_need_a_standard_or_evidence_justifies_and_a_method_alone_does_not(need, found):
    assert len(said(f"{NONE}rationale: {{need: {need}}}\n", "Q103")) == found


def test_an_unknown_framework_is_claimed_all_the_same():
    assert said(f"{NONE}frameworks: [ipec-2032]\n", "Q102") == []


# Q2


@pytest.mark.parametrize(
    ("outcome", "lacks"),
    [
        ("text: Understand roles", "its verb names nothing that can be observed and no assessment addresses it"),
        ("text: Resolve a conflict", "no assessment addresses it"),
        (
            "text: Teamwork",
            "neither a verb nor `bloom:` says what learners do and no assessment addresses it",
        ),
        ("text: Teamwork, bloom: apply", "no assessment addresses it"),
    ],
)
def test_what_keeps_an_interprofessional_outcome_from_being_assessed(outcome, lacks):
    text = f"outcomes: [{{id: LO1, {outcome}, interprofessional: true}}]\n"
    assert said(text, "Q201") == [
        f"Q201 whether learners reach the interprofessional outcome LO1 cannot be assessed: {lacks}"
    ]


def test_nothing_is_concluded_from_verbs_of_another_language():
    text = "language: nb\noutcomes: [{id: LO1, text: Løse en konflikt, interprofessional: true}]\n"
    assert examined_by("Q201", text + "assessments: [{id: AS1, outcomes: LO1}]\n") == 0


@pytest.mark.parametrize(
    ("outcomes", "message"),
    [
        ("[]", "no outcome is stated, so none aligns"),
        ("[{id: LO1, text: Listen}, {id: LO2, text: Speak}]", "none of the 2 outcomes aligns"),
        ("[{id: LO1, text: Listen, aligns: ['nmc-2018:1.18']}]", "the one outcome does not align"),
    ],
)
def test_how_nothing_interprofessional_is_promised(outcomes, message):
    assert said(f"outcomes: {outcomes}\n", "Q202") == [f"Q202 {message} with an item of an interprofessional framework"]


# Q3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BOTH + modules("{id: A1}"), []),
        ("learners: {professions: [all]}\n", []),
        ("", ["Q310 nothing says of which professions the learners are"]),
        (
            "learners: {professions: [nursing]}\n",
            ["Q301 all learners are of one profession (nursing), so no two professions learn together"],
        ),
        (
            BOTH + modules("{id: A1, professions: nursing}, {id: A2, professions: pharmacy}"),
            ["Q301 each of the 2 activities is for one profession alone, so no two professions learn together"],
        ),
        (
            BOTH + modules("{id: A1, professions: nursing}"),
            ["Q301 the one activity is for one profession alone, so no two professions learn together"],
        ),
    ],
)
def test_one_profession_is_an_error_and_an_unstated_one_is_not(text, expected):
    assert said(NONE + text, "Q301", "Q310") == expected


UNKNOWN = "says whether learners learn about, from and with each other"
NOWHERE = "in no activity do the professions learn about, from and with each other"


@pytest.mark.parametrize(
    ("activities", "expected"),
    [
        ([], [f"Q311 no activity is described, so nothing {UNKNOWN}"]),
        (["{id: A1}"], [f"Q311 the one activity never {UNKNOWN}"]),
        (["{id: A1}, {id: A2}"], [f"Q311 none of the 2 activities that professions share {UNKNOWN}"]),
        (["{id: A1, type: lecture}"], [f"Q302 {NOWHERE}: A1 is a lecture"]),
        (["{id: A1, type: lecture}, {id: A2, interaction: [about, from, with]}"], []),
        (
            ["{id: A1, interaction: about}, {id: A2, interaction: [about, with]}"],
            [f'Q302 {NOWHERE}: A2 comes nearest and lacks "from"'],
        ),
        # Who does not meet cannot interact: Q301 says so.
        (["{id: A1, professions: nursing, interaction: about}"], []),
    ],
)
def test_interaction_is_stated_and_fails_or_is_not_stated(activities, expected):
    assert said(NONE + BOTH + modules(*activities), "Q302", "Q311") == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("design: {sequence: roles first}\n", 0),
        ("modules: [{id: M1, stage: Year 1}]\n", 0),
        ("modules: [{id: M1}]\n", 1),
    ],
)
def test_a_stated_order_or_stages_are_a_sequence(text, found):
    assert len(said(NONE + text, "Q303")) == found


@pytest.mark.parametrize(
    ("activities", "expected"),
    [
        ("{id: A1}", ["Q304 no interprofessional activity says where it is set"]),
        (
            "{id: A1}, {id: A2, setting: online}",
            ["Q304 every interprofessional activity that states a setting is in the same one: online"],
        ),
        ("{id: A1, setting: practice}, {id: A2, setting: online}", []),
    ],
)
def test_settings_are_unstated_one_or_several(activities, expected):
    assert said(NONE + modules(activities), "Q304") == expected


PLACE = "nothing says what place the interprofessional activities have in"


@pytest.mark.parametrize(
    ("text", "expected", "looked_at"),
    [
        ("kind: course\n" + BOTH, [], 0),
        ("kind: programme\n" + BOTH, [f"Q305 {PLACE} any of the professions' own programmes"], 0),
        (
            "kind: programme\n" + BOTH + "design: {integration: [{programme: nursing}]}\n",
            [f"Q305 {PLACE} the pharmacy programme"],
            2,
        ),
        ("kind: programme\n" + BOTH + "design: {integration: [{programme: all}]}\n", [], 2),
    ],
)
def test_integration_is_asked_of_programmes_profession_by_profession(text, expected, looked_at):
    assert said(NONE + text, "Q305") == expected
    assert examined_by("Q305", NONE + text) == looked_at


TWO_MODULES = (
    "modules: [{id: M1, stage: Year 1, activities: [{id: A1}]}, {id: M2, stage: Year 1, activities: [{id: A2}]}]\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kind: course\n" + TWO_MODULES, []),
        ("kind: programme\n" + TWO_MODULES, ["Q306 all interprofessional activities are in the stage Year 1"]),
        ("kind: module\n" + modules("{id: A1}"), []),
        ("kind: course\n" + modules("{id: A1}"), ["Q306 all interprofessional activities are in the module M1"]),
        (
            "kind: course\n" + BOTH + modules("{id: A1}", "{id: A2, professions: nursing}"),
            ["Q306 all interprofessional activities are in the module M1"],
        ),
    ],
)
def test_a_series_needs_two_modules_and_a_programme_with_stages_two_stages(text, expected):
    assert said(NONE + text, "Q306") == expected


def test_stages_are_judged_only_where_modules_name_them():
    text = "kind: programme\n" + NONE + "stages: [Year 1]\n" + modules("{id: A1}")
    assert said(text, "Q307") == []
    assert examined_by("Q307", text) == 0


def test_a_knowledge_outcome_may_be_taught_by_lecture_and_an_unknown_domain_is_not_judged():
    outcomes = "outcomes: [{id: LO1, text: Explain roles, domain: knowledge}, {id: LO2, text: Resolve a conflict}]\n"
    text = outcomes + modules("{id: A1, type: lecture, outcomes: [LO1, LO2]}")
    assert said(text, "Q309") == []
    assert examined_by("Q309", text) == 1


# Q4


@pytest.mark.parametrize(
    ("assessments", "expected"),
    [
        ("{id: AS1, unit: individual, outcomes: LO1}, {id: AS2, outcomes: LO1}", []),
        ("{id: AS1, unit: team, outcomes: LO1}", ["Q401"]),
        # It may well be of a single learner: only that it does not say so is wrong.
        ("{id: AS1, unit: team, outcomes: LO1}, {id: AS2, outcomes: LO1}", ["Q407"]),
        ("", ["Q401"]),
    ],
)
def test_a_team_result_and_an_unstated_unit_are_two_things(assessments, expected):
    text = f"{LO1}assessments: [{assessments}]\n"
    assert [line.partition(" ")[0] for line in said(text, "Q401", "Q407")] == expected


def test_individual_assessment_is_not_judged_where_nothing_is_assessed():
    assert examined_by("Q401", LO1) == 0
    assert examined_by("Q401", LO1 + "assessments: [{id: AS1, unit: team, outcomes: LO1}]\n") == 1


@pytest.mark.parametrize(
    ("assessment", "found"),
    [
        ("method: self-assessment", 1),
        ("instrument: ICCAS", 1),
        ("method: osce, instrument: ICCAS", 0),
        ("title: a surprise", 0),
    ],
)
def test_self_report_is_read_from_the_method_or_else_from_the_instrument(assessment, found):
    assert len(said(f"{LO1}assessments: [{{id: AS1, {assessment}, outcomes: LO1}}]\n", "Q402")) == found


@pytest.mark.parametrize(
    ("evaluation", "expected"),
    [
        ("", ["Q403 nothing says how, when and by whom the curriculum itself is evaluated"]),
        (
            "{of: credential, method: survey}",
            ["Q403 nothing says how, when and by whom the curriculum itself is evaluated"],
        ),
        (
            "{method: survey, use: revision}",
            ["Q403 nothing says when and by whom the curriculum itself is evaluated"],
        ),
        (
            "{level: 1, method: survey, when: yearly, responsible: lead}",
            [
                "Q404 the curriculum is evaluated by learners' reactions alone (level 1)",
                "Q405 nothing says what is done with the results of the evaluation",
            ],
        ),
        ("{level: 1, use: revision, method: survey, when: yearly, responsible: lead}, {method: interviews}", []),
    ],
)
def test_what_an_evaluation_must_say(evaluation, expected):
    assert said(f"{NONE}evaluation: [{evaluation}]\n", "Q403", "Q404", "Q405") == expected


# E


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("learners: {group_size: 30}\n", "groups of 12 or fewer, facilitation or feedback to each learner"),
        (modules("{id: A1, group_size: 5, facilitation: a tutor}"), "feedback to each learner"),
    ],
)
def test_group_work_is_read_from_learners_activities_and_design(text, missing):
    assert said(NONE + text, "E103") == [f"E103 nothing states {missing}"]


@pytest.mark.parametrize(
    ("co_design", "found"),
    [
        ("[{role: educator}]", 2),
        ("[{role: practitioner}]", 1),
        ("[{role: x-patients-council}]", 1),
        ("[{role: practitioner}, {role: employer}]", 0),
    ],
)
def test_co_design_takes_practitioners_and_others_with_a_stake(co_design, found):
    results = examined(f"{NONE}collaboration: {{co_design: {co_design}}}\n").results
    findings = next(result.findings for result in results if result.rule.code == "E106")
    assert sum(finding.things for finding in findings) == found


def test_that_nobody_took_part_is_said_once():
    (finding,) = next(result.findings for result in examined(NONE).results if result.rule.code == "E108")
    assert [cause.code for cause in finding.because] == ["E106"]


def test_a_carer_who_reviews_is_heard():
    assert said(f"{NONE}collaboration: {{reviews: [{{by: x-carer}}, {{by: service-user}}]}}\n", "E108") == []


# M


MICRO = "kind: micro-credential\n"


def test_a_course_is_asked_for_nothing_that_only_a_credential_has():
    every = [f"M1{number:02}" for number in range(1, 12)]
    assert said(NONE, *every) == []
    assert {examined_by(code, NONE) for code in every} == {0}


@pytest.mark.parametrize(
    ("providers", "expected"),
    [
        ("[]", ["no provider is said to award it"]),
        ("[{name: U, role: awarding-body}]", ["the type of U is not stated"]),
        ("[{name: U, role: awarding-body, type: x-club}]", ['the type of U is "x-club", which others may not know']),
        ("[{name: U, role: awarding-body, type: university}, {name: V, role: partner}]", []),
    ],
)
def test_who_vouches_for_a_micro_credential(providers, expected):
    start = "M102 others cannot tell who vouches for the micro-credential: "
    assert said(f"{MICRO}{NONE}providers: {providers}\n", "M102") == [start + each for each in expected]


@pytest.mark.parametrize(
    ("hours", "ects", "fits"),
    [
        (75, 3, True),  # 3 x 25
        (90, 3, True),  # 3 x 30
        (74.9, 3, False),
        (90.1, 3, False),
        (27.5, 1.1, True),  # 1.1 x 25 = 27.5, though not quite in binary
        (8.4, 0.28, True),  # 0.28 x 30 = 8.4
        (10, 0, False),
    ],
)
def test_hours_fit_credits_within_and_at_the_limits(hours, ects, fits):
    assert bool(said(f"{NONE}workload: {{hours: {hours}, ects: {ects}}}\n", "M103")) is not fits


@pytest.mark.parametrize(
    ("record", "lacks", "looked_at"),
    [
        ("", "nothing is said of it", 0),
        (
            ", record: {format: paper, verifiable: false}",
            "it is not verifiable and it is not said to be portable",
            3,
        ),
        (", record: {verifiable: true, portable: true}", "its format is not stated", 3),
    ],
)
def test_what_keeps_a_record_from_being_taken_elsewhere(record, lacks, looked_at):
    text = f"{MICRO}{NONE}credential: {{stackable: independent{record}}}\n"
    start = "M105 learners may be unable to use the record of this micro-credential elsewhere: "
    assert said(text, "M105") == [start + lacks]
    assert examined_by("M105", text) == looked_at


@pytest.mark.parametrize(
    ("assessments", "how"),
    [
        ("", "none addresses it at all"),
        ("{id: AS1, outcomes: LO1}", "AS1 does not say `purpose: summative`"),
        (
            "{id: AS1, outcomes: LO1}, {id: AS2, purpose: formative, outcomes: LO1}",
            "AS1 and AS2 do not say `purpose: summative`",
        ),
        ("{id: AS1, purpose: formative, outcomes: LO1}", "AS1 is formative"),
    ],
)
def test_what_becomes_of_an_outcome_that_nobody_assesses(assessments, how):
    start = "M108 the micro-credential would certify LO1, but no assessment that counts addresses it: "
    assert said(f"{MICRO}{LO1}assessments: [{assessments}]\n", "M108") == [start + how]


def test_learners_who_meet_in_person_need_no_line():
    missing = "the equipment needed or accessibility"
    assert said(f"{MICRO}{NONE}delivery: in-person\n", "M109") == [
        f"M109 nothing says what taking part requires: {missing}"
    ]


@pytest.mark.parametrize(
    ("frameworks", "what"),
    [
        ("[ipec-2023]", "no framework of one is claimed"),
        ("[nmc-2018]", "no outcome aligns with an item of nmc-2018"),
        ("[{use: nmc-2018, role: lens}]", "no framework of one is claimed"),
    ],
)
def test_what_ties_a_micro_credential_to_a_licensing_body(frameworks, what):
    start = "M111 nothing ties the micro-credential to a body that controls entry to practice: "
    assert said(f"{MICRO}{LO1}frameworks: {frameworks}\n", "M111") == [start + what]

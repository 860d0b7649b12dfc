"""What the rules of coverage say, whole: each sentence, its advice, what it is about, for how many things."""

import pytest

from alignkit.findings import Finding
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory

# Items A1 to A8 below A (A2 without a text, A1 with a title), B1 below B, C at the top.
FRAMEWORK = """\
alignkit: framework/1
id: toy
title: Toy framework
kind: interprofessional
publisher: {name: Nobody}
items:
  - code: A
    title: Acting
    items:
      - {code: A1, title: Roles, text: Explain what each profession answers for in a team of many people who meet daily}
      - {code: A2}
      - {code: A3, text: Listen}
      - {code: A4, text: Decide}
      - {code: A5, text: Lead}
      - {code: A6, text: Follow}
      - {code: A7, text: Settle}
      - {code: A8, text: Thank}
  - {code: B, title: Being, items: [{code: B1, text: Wait}]}
  - {code: C, text: Care}
"""


def found(course: str, *codes: str, framework: str = FRAMEWORK) -> list[Finding]:
    """Return what these rules find."""
    text = f"alignkit: curriculum/1\nid: own\ntitle: Own\n{course}"
    (examined,) = examine(Memory({"toy.yaml": framework, "own.yaml": text}), ["own.yaml"], own=["toy.yaml"]).curricula
    return [each for result in examined.results for each in result.findings if each.code in codes]


def said(course: str, *codes: str) -> list[tuple[str, str, str, str, int]]:
    """Return each finding of these rules: severity, message, advice, what it is about, for how many things."""
    return [(f.severity.value, f.message, f.fix, f.subject, f.things) for f in found(course, *codes)]


ADD = (
    "Add what is missing to the outcome that serves it, as in `aligns: [toy:CODE]`. Leave out what is not this "
    "curriculum's task: name the branches that are in `scope:`, or say how much is enough in `targets: {claimed: 0.8}`."
)
LO1 = "outcomes: [{id: LO1, text: Explain, aligns: ['toy:A3']}]\n"


@pytest.mark.parametrize(
    ("course", "expected"),
    [
        (
            "frameworks: [toy]\noutcomes: []\n",
            [("warning", "any of the items of toy: A1, A2, A3, A4, A5, A6, A7, A8, B1 and C", "toy", 10)],
        ),
        ("frameworks: [{use: toy, scope: [C]}]\noutcomes: []\n", [("warning", "toy:C (Care)", "toy:C", 1)]),
        (
            "frameworks: [{use: toy, scope: [A1, A2]}]\noutcomes: []\n",
            [("warning", "any of the items of toy: A1 and A2", "toy", 2)],
        ),
        (
            f"frameworks: [{{use: toy, role: lens}}]\n{LO1}",
            [
                ("info", "7 items of toy:A (Acting): A1, A2, A4, A5, A6, A7 and A8", "toy:A", 7),
                ("info", "toy:B1 (Wait)", "toy:B1", 1),
                ("info", "toy:C (Care)", "toy:C", 1),
            ],
        ),
        (
            f"frameworks: [{{use: toy, scope: [A1, A2, A3]}}]\n{LO1}",
            [("warning", "2 items of toy:A (Acting): A1 and A2", "toy:A", 2)],
        ),
        (f"frameworks: [{{use: toy, scope: [A1, A3]}}]\n{LO1}", [("warning", "toy:A1 (Roles)", "toy:A1", 1)]),
        (f"frameworks: [{{use: toy, scope: [A2, A3]}}]\n{LO1}", [("warning", "toy:A2", "toy:A2", 1)]),
    ],
)
def test_c101_names_what_nothing_claims_by_its_branch(course, expected):
    wanted = [(grade, f"no outcome aligns with {what}", ADD, about, n) for grade, what, about, n in expected]
    assert said(course, "C101") == wanted


def test_c102_to_c104_say_at_which_step_an_outcome_stops_and_for_which_items():
    course = """\
frameworks: [toy]
outcomes:
  - {id: LO1, text: Explain, aligns: ['toy:A1', 'toy:A2']}
  - {id: LO2, text: Explain, aligns: ['toy:A3']}
  - {id: LO3, text: Explain, aligns: ['toy:A4']}
  - {id: LO4, text: Explain, aligns: ['toy:A5']}
  - {id: LO5, text: Explain, aligns: ['toy:A6', 'toy:A7']}
modules: [{id: M1, activities: [{id: T1, outcomes: [LO1, LO2, LO3, LO4]}]}]
assessments:
  - {id: S1, purpose: formative, outcomes: [LO1]}
  - {id: S2, outcomes: [LO1]}
  - {id: S3, purpose: summative, outcomes: [LO2]}
  - {id: S4, purpose: summative, outcomes: [LO3]}
  - {id: S5, purpose: summative, outcomes: [LO3]}
"""
    assert said(course, "C102", "C103", "C104") == [
        (
            "warning",
            "no activity addresses LO5, which leaves toy:A6 and toy:A7 claimed but not taught",
            "Add LO5 to the `outcomes:` of the activity in which learners work towards it, or plan one.",
            "LO5",
            1,
        ),
        (
            "warning",
            "no assessment addresses LO4, which leaves toy:A5 taught but not assessed",
            "Add LO4 to the `outcomes:` of an assessment that lets learners show it.",
            "LO4",
            1,
        ),
        (
            "info",
            (
                "LO1 has no summative assessment, only S1 (formative) and S2 (purpose not stated), which leaves toy:A1 "
                "and toy:A2 assessed but not evidenced"
            ),
            "Add a summative assessment of LO1 with its `criteria:`, or let one that there is count.",
            "LO1",
            1,
        ),
        (
            "info",
            "S3 is summative, but without stated criteria, which leaves toy:A3 assessed but not evidenced",
            "List under the `criteria:` of S3 what assessors look for.",
            "S3",
            1,
        ),
        (
            "info",
            "S4 and S5 are summative, but without stated criteria, which leaves toy:A4 assessed but not evidenced",
            "List under the `criteria:` of S4 and S5 what assessors look for.",
            "S4",
            1,
        ),
    ]


@pytest.mark.parametrize(
    ("course", "message", "advice"),
    [
        (
            (
                "frameworks: [{use: toy, targets: {claimed: 1.0}}]\noutcomes:\n"
                "  - {id: LO1, text: Explain, aligns: ['toy:A1', {to: 'toy:A2', strength: partial}]}\n"
                "  - {id: LO2, text: Explain, aligns: ['toy:A3']}\n"
            ),
            (
                "toy misses a target: 2 of 10 items claimed, target 10 (100% of 10); not claimed: toy:A2 (in part "
                "only), toy:A4, toy:A5, toy:A6, toy:A7, toy:A8 and 2 more"
            ),
            "Bring 8 more items of toy to the step `claimed`, or lower the target if it was set too high.",
        ),
        (
            (
                "frameworks: [{use: toy, scope: [A1, A2], targets: {claimed: 1.0}}]\n"
                "outcomes: [{id: LO1, text: Explain, aligns: ['toy:A1']}]\n"
            ),
            "toy misses a target: 1 of 2 items claimed, target 2 (100% of 2); not claimed: toy:A2",
            "Bring 1 more item of toy to the step `claimed`, or lower the target if it was set too high.",
        ),
    ],
)
def test_c105_says_what_is_short_of_a_target_and_by_how_much(course, message, advice):
    assert said(course, "C105") == [("error", message, advice, "toy", 1)]


def test_c106_names_the_outcomes_that_serve_an_item_in_part():
    course = "frameworks: [{use: toy, scope: [A2]}]\noutcomes:\n" + "".join(
        f"  - {{id: LO{n}, text: Explain, aligns: [{{to: 'toy:A2', strength: partial}}]}}\n" for n in (1, 2)
    )
    advice = (
        "Where one of these outcomes serves all of toy:A2, remove `strength: partial` from its alignment; otherwise "
        "add an outcome that does."
    )
    assert said(course, "C106") == [
        ("info", "only a part of toy:A2 is claimed, through LO1 and LO2", advice, "toy:A2", 1)
    ]


@pytest.mark.parametrize(
    ("modules", "message", "number"),
    [
        (
            (
                "  - {id: M1, activities: [{id: T1, outcomes: [LO1, LO2]}, {id: T2, outcomes: [LO2]}]}\n"
                "  - {id: M2, activities: [{id: T3, outcomes: [LO2]}]}\n"
            ),
            "toy:A1 rests on activity T1 alone and toy:A2 rests on activity T1 alone",
            2,
        ),
        (
            (
                "  - {id: M1, activities: [{id: T1, outcomes: [LO1, LO2]}, {id: T2, outcomes: [LO1, LO2]}]}\n"
                "  - {id: M2, activities: [{id: T3, outcomes: [LO2]}]}\n"
            ),
            "toy:A1 rests on module M1 alone and toy:A2 rests on module M1 alone",
            2,
        ),
    ],
)
def test_c107_says_what_an_item_hangs_on(modules, message, number):
    course = (
        "frameworks: [toy]\noutcomes:\n"
        "  - {id: LO1, text: Explain, aligns: ['toy:A1', 'toy:A2']}\n"
        "  - {id: LO2, text: Explain, aligns: ['toy:A3', 'toy:A4', 'toy:A5']}\n"
        f"modules:\n{modules}"
    )
    tail = ", while most of the 5 items of toy that are taught have more"
    advice = (
        "Address the outcome behind such an item in a second activity, "
        "or leave a note for whoever may change the only one."
    )
    assert said(course, "C107") == [("info", f"{message}{tail}", advice, "toy", number)]


def test_c108_says_which_profession_misses_what_and_where_it_is():
    course = """\
learners: {professions: [nursing, pharmacy]}
frameworks: [toy]
outcomes:
  - {id: LO1, text: Explain, aligns: ['toy:A1', 'toy:A2']}
  - {id: LO2, text: Explain, aligns: ['toy:A3']}
modules:
  - id: M1
    activities: [{id: T1, outcomes: [LO1], professions: [nursing]}, {id: T2, outcomes: [LO2], professions: [pharmacy]}]
"""
    or_else = "or teach the outcome in an activity that they attend."
    assert said(course, "C108") == [
        (
            "warning",
            "learners of nursing attend no activity that teaches toy:A3",
            f"Add nursing to the `professions:` of T2, {or_else}",
            "nursing@toy",
            1,
        ),
        (
            "warning",
            "learners of pharmacy attend no activity that teaches toy:A1 and toy:A2",
            f"Add pharmacy to the `professions:` of T1, {or_else}",
            "pharmacy@toy",
            1,
        ),
    ]


def test_c110_says_how_uneven_a_domain_is_and_what_most_falls_on():
    # A1 has 6 of the 7 hits in A, A2 one: 1 - (|1/2 - 6/7| + |1/2 - 1/7|) / 2 = 0.643
    course = "frameworks: [toy]\noutcomes:\n" + "".join(
        f"  - {{id: LO{n}, text: Explain, aligns: ['toy:{'A2' if n == 7 else 'A1'}']}}\n" for n in range(1, 8)
    )
    ((grade, message, _, about, number),) = said(course, "C110")
    assert message == (
        "the alignments with toy lean on few items: A (balance 0.64, range 2 of 8 items; most on A1: 6 of 7); a "
        "balance of 0.7 is asked for"
    )
    assert (grade, about, number) == ("info", "toy", 1)


def test_c110_calls_a_framework_without_branches_by_itself():
    flat = FRAMEWORK.partition("items:")[0] + "items: [{code: A1}, {code: A2}]\n"
    course = "frameworks: [toy]\noutcomes:\n" + "".join(
        f"  - {{id: LO{n}, text: Explain, aligns: ['toy:{'A2' if n == 7 else 'A1'}']}}\n" for n in range(1, 8)
    )
    (finding,) = found(course, "C110", framework=flat)
    assert "few items: the framework (balance 0.64, range 2 of 2 items; most on A1: 6 of 7);" in finding.message


def test_programs_get_codes_and_steps_as_facts():
    (unclaimed,) = found("frameworks: [{use: toy, scope: [A1, A2]}]\noutcomes: []\n", "C101")
    assert unclaimed.facts["codes"] == "A1, A2"
    targets = "frameworks: [{use: toy, scope: [A1], targets: {taught: 1.0}}]\noutcomes: []\n"
    (missed,) = found(targets, "C105")
    assert missed.facts["step"] == "taught"

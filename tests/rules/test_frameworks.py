"""What the rules on framework and rubric files say, where their examples do not reach."""

import pytest

from alignkit.rules.examine import examine
from alignkit.source.tree import Memory
from alignkit.triage.select import Selection
from alignkit.triage.triage import triage

HEAD = """\
alignkit: framework/1
id: example
title: Competencies for teams that listen
kind: interprofessional
publisher: {name: Example Institute}
"""
SOURCE = "source: {citation: Example Institute (2026)}\n"
TREE = "items:\n  - {code: L, title: Listening, items: [{code: L1, text: Listen}, {code: L2, text: Check}]}\n"


def said(text: str) -> list[str]:
    findings = triage(examine(Memory({"f.yaml": text}), ["f.yaml"]), Selection()).shown
    return [f"{finding.code} {finding.message}" for finding in findings if finding.code[0] in "SF"]


@pytest.mark.parametrize(
    ("keys", "messages"),
    [
        ("levels: [domain, competency]\ncounts: {domain: 1, competency: 2}\n", []),
        (
            "levels: [domain, competency]\ncounts: {domain: 1, competency: 3}\n",
            ["F101 the publisher counts 3 of level competency, and the file has 2: 1 item too few"],
        ),
        (
            "levels: [domain, competency]\ncounts: {domain: 1, competency: 1}\n",
            ["F101 the publisher counts 1 of level competency, and the file has 2: 1 item too many"],
        ),
        ("levels: [domain, competency]\ncounts: {competency: 3}\ncompleteness: partial\n", []),
        (
            "levels: [domain, competency]\ncounts: {skill: 2}\n",
            ['F108 `counts` speaks of a level "skill" (levels, from the top: domain then competency)'],
        ),
        ("counts: {skill: 2}\n", ['F108 `counts` speaks of a level "skill" (levels, from the top: none is named)']),
        (
            "levels: [domain]\n",
            ["F108 L1 is on level 2 of the tree, which has no name (levels, from the top: domain)"],
        ),
        (
            "levels: [domain, competency, skill]\n",
            ['F108 no item is of the level "skill" (levels, from the top: domain, competency then skill)'],
        ),
        ("levels: [domain, competency, skill]\ncompleteness: upper-levels-only\n", []),
        ("", []),
    ],
)
def test_counts_and_names_of_levels_have_to_fit_the_tree(keys, messages):
    assert said(HEAD + SOURCE + keys + TREE) == messages


def test_an_item_may_say_that_it_is_of_another_level_of_its_depth():
    tree = TREE.replace("{code: L2,", "{code: L2, level: skill,")
    assert said(f"{HEAD}{SOURCE}levels: [domain, [competency, skill]]\n{tree}") == []
    assert said(f"{HEAD}{SOURCE}levels: [domain, competency]\n{tree}") == [
        (
            'F108 L2 says it is of the level "skill", which level 2 of the tree does not have'
            " (levels, from the top: domain then competency)"
        ),
    ]


def test_a_code_that_is_given_twice_is_found_anywhere_in_the_tree():
    assert said(HEAD + SOURCE + TREE.replace("code: L2", "code: L")) == [
        "F102 the code L is given twice; the first is on line 8"
    ]


def test_a_source_that_items_name_has_to_be_listed_and_is_told_once():
    tree = TREE.replace("text: Listen}", "text: Listen, source: web}").replace("Check}", "Check, source: web}")
    assert said(HEAD + SOURCE + tree) == ['F103 nothing says what "web" is, where L1 was seen']
    assert said(HEAD + SOURCE + "sources: [{id: web, title: A page}]\n" + tree) == []


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("", False),
        ("not stated", False),
        ("Copyright 2021, all rights reserved", False),
        ("The notice forbids reproduction", False),
        ("Reuse is not permitted", False),
        ("CC BY-NC 4.0", True),
        ("Copyright 2016; may be reproduced with attribution", True),
        ("Copyright 2021; here with permission of the publisher", True),
        # Licences in other languages are taken at their word.
        ("Norsk lisens for offentlige data (NLOD) 2.0", True),
    ],
)
def test_verbatim_texts_need_a_licence_that_does_not_refuse_them(licence, allowed):
    source = f'source: {{citation: c, licence: "{licence}", text: verbatim}}\n'
    assert ([message[:4] for message in said(HEAD + source + TREE)] == []) is allowed


def test_a_file_of_codes_only_has_no_texts_below_the_top():
    source = "source: {citation: c, licence: l, text: codes-only}\n"
    assert said(HEAD + source + TREE) == [
        "F104 `text: codes-only` says that no texts may be here, but items below the top have them: 2"
    ]
    assert said(HEAD + source + "items: [{code: L, title: Listening, text: t, items: [{code: L1}]}]\n") == []


@pytest.mark.parametrize(
    ("criterion", "messages"),
    [
        ("decided_by: [C103], rests_on: [rationale.statement, modules.activities.id, assessments.pass]", []),
        (
            "decided_by: [S003]",
            ["F107 criterion A1 is decided by S003, and no rule about curricula has that code"],
        ),
        (
            "decided_by: [C103], rests_on: [rationale.statment]",
            ["F107 criterion A1 rests on rationale.statment, and a curriculum has no such place"],
        ),
        (
            "decided_by: [C103], rests_on: [statement]",
            [
                (
                    "F107 criterion A1 rests on statement, and a curriculum has no such place"
                    " (did you mean rationale.statement?)"
                ),
            ],
        ),
    ],
)
def test_a_criterion_rests_on_rules_and_places_that_there_are(criterion, messages):
    text = f"""\
alignkit: rubric/1
id: example
title: A good course
characteristics:
  - {{id: A, title: Assessment, criteria: [{{id: A1, title: Assessed, {criterion}}}]}}
"""
    assert [message.partition(' (did you mean "')[0] for message in said(text)] == messages

"""What the rules on references say, where their examples do not reach."""

import pytest

from alignkit.findings import Finding
from alignkit.library.workspace import read_file
from alignkit.phrase import Phrase
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory

HEAD = "alignkit: curriculum/1\nid: example\ntitle: Teams that listen\n"


def course(*references: str, frameworks: str = "[ipec-2023]", rest: str = "") -> str:
    outcomes = [f"  - {{id: LO{n}, text: Listen, aligns: [{ref}]}}\n" for n, ref in enumerate(references, 1)]
    return f"{HEAD}frameworks: {frameworks}\noutcomes:\n{''.join(outcomes)}{rest}"


def found(text: str, *codes: str, **files: str) -> list[Finding]:
    settings = {"alignkit.yaml": "alignkit: project/1\n" + files.pop("settings", "")}
    tree = Memory({"c.yaml": text, **settings, **files})
    findings = examine(tree, ["c.yaml", *files], project=read_file(tree, "alignkit.yaml")).findings
    return [finding for finding in findings if finding.code in codes]


def said(text: str, *codes: str, **files: str) -> list[str]:
    return [f"{finding.code} {finding.message}" for finding in found(text, *codes, **files)]


# R101


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("ipec-2032", " (did you mean ipec-2023?)"),
        ("IPEC-2023", " (did you mean ipec-2023?)"),
        ("IPEC 2023", " (did you mean ipec-2023?)"),
        ("ipec2023", " (did you mean ipec-2023?)"),
        ("IPEC", " (did you mean ipec-2023, ipec-2016 or ipec-2011?)"),
        ("cihc", " (did you mean cihc-2024 or cihc-2010?)"),
        ("xyzzy", ""),
    ],
)
def test_an_unknown_framework_comes_with_the_nearest_ids(typed, hint):
    text = course(frameworks=f"[{typed}]").replace("outcomes:\n", "outcomes: []\n")
    assert said(text, "R101") == [f'R101 "{typed}" is no framework that alignkit knows{hint}']


def test_alignments_with_an_unknown_framework_that_is_declared_are_the_same_mistake():
    (finding,) = found(course("ipec-2032:VE1", "ipec-2032:VE2", frameworks="[ipec-2032]"), "R101", "R102", "R107")
    assert finding.message.startswith('"ipec-2032" is no framework that alignkit knows, here and in 2 more places')
    assert (finding.at.line, [related.at.line for related in finding.related]) == (4, [6, 7])


def test_a_misspelt_declaration_is_the_cause_of_a_framework_that_is_not_declared():
    (finding,) = found(course("ipec-2023:VE1", frameworks="[ipec-2032]"), "R107")
    assert [cause.code for cause in finding.because] == ["R101"]


@pytest.mark.parametrize("typed", ["CAIPC:1", "caipc:1", "Caipc-2011:P1", '"CAIPC 1"', "CAIPC"])
def test_caipc_gets_an_answer_of_its_own_in_whatever_case(typed):
    (finding,) = found(course(typed), "R101")
    assert "names no published framework or body that we could find" in finding.message
    assert "caipe-2011 (CAIPE, United Kingdom)" in finding.message
    assert "cihc-2010 or cihc-2024 (CIHC, Canada)" in finding.message
    assert "`aliases: {caipc: caipe-2011}`" in finding.fix


def test_caipc_as_a_declared_framework_gets_the_same_answer():
    assert "CIHC, Canada" in said(course("ipec-2023:VE1", frameworks="[ipec-2023, CAIPC]"), "R101")[0]


@pytest.mark.parametrize("typed", ["caipc:1", "CAIPC:1"])
def test_the_alias_that_the_answer_offers_settles_it(typed):
    assert said(course(typed, frameworks="[caipc]"), "R101", "R107", settings="aliases: {caipc: caipe-2011}\n") == []


def test_an_alias_of_nothing_is_said_to_be_one():
    assert said(course("team:1", frameworks="[team]"), "R101", settings="aliases: {team: xyzzy}\n") == [
        'R101 "team" is your name for "xyzzy", which is no framework that alignkit knows, here and in 1 more place'
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("VE1", "ipec-2023:VE1"),
        ("ipec-2023 VE1", "ipec-2023:VE1"),
        ("ipec-2023.VE1", "ipec-2023:VE1"),
        ("IPEC 2023 VE1", "ipec-2023:VE1"),
        ('"ipec-2023: VE1"', "ipec-2023:VE1"),
        ("“ipec-2023:VE1”", "ipec-2023:VE1"),
        ('"ipec-2023:VE1, ipec-2023:VE2"', "[ipec-2023:VE1, ipec-2023:VE2]"),
        ('"VE1; VE2"', "[ipec-2023:VE1, ipec-2023:VE2]"),
        ('"ipec-2023:VE1,VE2"', "[ipec-2023:VE1, ipec-2023:VE2]"),
    ],
)
def test_what_is_no_reference_comes_with_the_likely_one(typed, meant):
    (finding,) = found(course(typed), "R101", "R102")
    assert f'"{typed.strip(chr(34))}" is no reference' in finding.message
    assert finding.message.endswith(f'(did you mean "{meant}"?)')
    assert finding.fix == f"Write `{meant}`."


def test_what_is_like_no_reference_at_all_comes_with_an_example():
    (finding,) = found(course("teamwork"), "R101")
    assert finding.fix == "Write it like `ipec-2023:VE1`."


# R102


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("ipec-2023:ve1", 'ipec-2023 has no item "ve1" (did you mean VE1?)'),
        ("ipec-2023:TT0", 'ipec-2023 has no item "TT0" (did you mean'),
        # Codes of the editions of 2011 and 2016.
        ("ipec-2023:CC8", 'ipec-2023 has no item "CC8"; it is a code of ipec-2011 and ipec-2016'),
        ("nmbi-2016:1.2", 'nmbi-2016 has no item "1.2"; only the upper levels of this framework are in the library'),
    ],
)
def test_an_unknown_item_comes_with_the_nearest_codes_or_where_it_may_come_from(typed, message):
    (finding,) = found(course(typed, frameworks="[ipec-2023, nmbi-2016]"), "R101", "R102")
    assert finding.message.startswith(message)


def test_the_nearest_code_comes_with_its_text():
    (finding,) = found(course("ipec-2023:ve1"), "R102")
    assert "`VE1` (Advance what people and populations value and need" in finding.fix


def test_the_same_unknown_item_is_one_mistake():
    (finding,) = found(course("ipec-2023:XX9", "ipec-2023:XX9"), "R102")
    assert [related.at.line for related in finding.related] == [7]


# R103

_NO_E1 = 'no evidence is called "e1" (`evidence` lists none)'
_TWO = '(did you mean "[LO1, LO2]"?)'


@pytest.mark.parametrize(
    ("rest", "message"),
    [
        ("assessments: [{id: A1, outcomes: [LO9]}]", 'no outcome is called "LO9" (known: LO1 and LO2)'),
        ("assessments: [{id: A1, outcomes: lo1}]", 'no outcome is called "lo1" (did you mean "LO1"?)'),
        ("assessments: [{id: A1, outcomes: 'LO1, LO2'}]", f'no outcome is called "LO1, LO2" {_TWO}'),
        ("assessments: [{id: A1, outcomes: [LO1 LO2]}]", f'no outcome is called "LO1 LO2" {_TWO}'),
        ("rationale: {need: {evidence: e1}}", _NO_E1),
        ("design: {theories: [{name: x, evidence: [e1]}]}", _NO_E1),
        ("assessments: [{id: A1, instrument: {name: x, evidence: e1}}]", _NO_E1),
        ("stages: [y1]\nmodules: [{id: M1, stage: y2}]", 'no stage is called "y2" (did you mean "y1"?)'),
    ],
)
def test_a_part_that_is_named_and_not_there(rest, message):
    assert said(course("ipec-2023:VE1", "ipec-2023:VE2", rest=rest), "R103") == [f"R103 {message}"]


def test_a_branch_in_scope_that_the_framework_does_not_have():
    text = course("ipec-2023:VE1", frameworks="[{use: ipec-2023, scope: [xyzzy]}]")
    assert said(text, "R103", "R108") == [
        'R103 no item of ipec-2023 is called "xyzzy" (known: VE, VE1, VE2, VE3, VE4 and 32 more)'
    ]


def test_what_a_branch_is_called_can_be_said_in_another_language():
    (finding,) = found(course("ipec-2023:VE1", frameworks="[{use: ipec-2023, scope: [xyzzy]}]"), "R103")
    assert finding.said.facts["kind"] == Phrase("item of {framework}", {"framework": "ipec-2023"})


def test_an_outcome_that_is_named_in_many_places_and_not_there_is_one_mistake():
    rest = "modules: [{id: M1, activities: [{id: A1, outcomes: LO9}, {id: A2, outcomes: LO9}]}]\n"
    assert said(course("ipec-2023:VE1", rest=rest), "R103")[0].startswith(
        'R103 no outcome is called "LO9", here and in 1 more place'
    )


def test_nothing_is_said_of_names_where_what_they_name_could_not_be_read():
    text = f"{HEAD}outcomes: LO1\nassessments: [{{id: AS1, outcomes: [LO1]}}]\n"
    assert said(text, "R103") == []


# R104


@pytest.mark.parametrize(
    ("rest", "kind"),
    [
        ("modules: [{id: M1}, {id: M1}]\n", "module"),
        ("modules: [{id: M1, activities: [{id: A1}]}, {id: M2, activities: [{id: A1}]}]\n", "activity"),
        ("assessments: [{id: A1}, {id: A1}]\n", "assessment"),
        ("evidence: [e1, e1]\n", "evidence"),
    ],
)
def test_an_id_is_taken_once_within_its_kind(rest, kind):
    (finding,) = found(course(rest=rest).replace("outcomes:\n", "outcomes: []\n"), "R104")
    assert finding.message == f'the {kind} id "{finding.subject}" is taken already: line 6'


def test_an_activity_and_an_assessment_may_share_an_id():
    rest = "modules: [{id: X1, activities: [{id: X1}]}]\nassessments: [{id: X1}]\n"
    assert said(course("ipec-2023:VE1", rest=rest), "R104") == []


def test_of_two_curricula_with_one_id_the_later_file_is_told():
    text = course("ipec-2023:VE1")
    findings = found(text, "R104", **{"b.yaml": text})
    assert [(finding.at.file, finding.message) for finding in findings] == [
        ("c.yaml", 'the curriculum id "example" is taken already: b.yaml, line 2')
    ]


# R105 to R109


def test_a_superseded_edition_names_the_newest_and_what_a_move_would_change():
    # ipec-2023 has VE1 and TT8, and no codes that begin with CC.
    text = course("ipec-2016:VE1, ipec-2016:TT8, ipec-2016:CC8", "ipec-2016:VE1", frameworks="[ipec-2016]")
    assert said(text, "R105") == [
        "R105 ipec-2016 is superseded by ipec-2023; codes aligned with that exist there too: 2 of 3 (not CC8)"
    ]


@pytest.mark.parametrize(
    ("framework", "message"),
    [
        ("ipec-2011", "ipec-2011 is superseded by ipec-2023; nothing is aligned with it yet"),
        ("psi-2013", "psi-2013 is superseded; which edition follows is not in the library"),
    ],
)
def test_a_superseded_edition_that_nothing_is_aligned_with_or_without_successor(framework, message):
    text = course(frameworks=f"[{framework}]").replace("outcomes:\n", "outcomes: []\n")
    assert said(text, "R105") == [f"R105 {message}"]


def test_a_superseded_edition_may_be_looked_through():
    text = course("ipec-2023:VE1", frameworks="[ipec-2023, {use: ipec-2016, role: lens}]")
    assert said(text, "R105") == []


def test_an_own_framework_can_be_the_successor():
    own = (
        "alignkit: framework/1\nid: ipec-2030\ntitle: Next\nkind: interprofessional\npublisher: {name: IPEC}\n"
        "source: {citation: c}\nsupersedes: ipec-2016\nitems: [{code: CC8, text: t}]\n"
    )
    text = course("ipec-2016:CC8", frameworks="[ipec-2016]")
    assert said(text, "R105", **{"own.yaml": own}) == [
        "R105 ipec-2016 is superseded by ipec-2030; codes aligned with that exist there too: 1 of 1"
    ]


def test_a_leaf_that_is_the_only_level_is_no_parent():
    assert said(course('"nmbi-2016:1"', frameworks="[nmbi-2016]"), "R106") == []


def test_a_framework_that_is_not_declared_is_said_once():
    text = course("ipec-2023:VE1", "ipec-2023:VE2", frameworks="[]")
    assert said(text, "R107") == [
        "R107 `frameworks` does not list ipec-2023, so no figure shows 2 alignments with it (LO1 and LO2)"
    ]


@pytest.mark.parametrize("scope", ["[VE]", "[VE1]", "[TT, VE]"])
@pytest.mark.parametrize("reference", ["ipec-2023:VE1", "ipec-2023:VE"])
def test_what_lies_in_or_above_the_scope_is_not_outside_it(scope, reference):
    assert said(course(reference, frameworks=f"[{{use: ipec-2023, scope: {scope}}}]"), "R108") == []


def test_two_scopes_of_one_framework_add_up():
    uses = "[{use: ipec-2023, for: nursing, scope: [VE]}, {use: ipec-2023, for: pharmacy, scope: [TT]}]"
    assert said(course("ipec-2023:VE1", "ipec-2023:TT1", "ipec-2023:C1", frameworks=uses), "R108") == [
        "R108 LO3 is aligned with ipec-2023:C1, outside the scope declared for ipec-2023 (VE and TT)"
    ]


def test_unverified_items_are_told_once_a_framework_with_their_count():
    # IC1 to IC5 were seen at a source; PC and TF were not.
    text = course("cihc-2010:IC1, cihc-2010:PC1", "cihc-2010:TF7, cihc-2010:PC1", frameworks="[cihc-2010]")
    assert said(text, "R109") == [
        "R109 cihc-2010: our wording of 2 of 3 items aligned with is not confirmed by any source yet: PC1 and TF7"
    ]


def test_wording_under_a_licence_of_ones_own_is_verified():
    overlay = "alignkit: overlay/1\nof: cihc-2010\ntexts: {PC1: The official wording}\n"
    assert said(course("cihc-2010:PC1", frameworks="[cihc-2010]"), "R109", **{"o.yaml": overlay}) == []

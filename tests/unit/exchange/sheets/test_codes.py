"""How people write codes: what is found, what is found differently written, and what is only suggested."""

import pytest
from tests.books import library

from alignkit.exchange.sheets.codes import Codes, Found, Missing
from alignkit.exchange.sheets.fields import value_of
from alignkit.exchange.sheets.labels import bloom_in, id_of, split_label
from alignkit.exchange.sheets.names import Names
from alignkit.exchange.sheets.words import axis_of, is_apart, role_of
from alignkit.library.library import Library

NAMES = Names(library())


def codes(*frameworks: str, **items: str) -> Codes:
    found = [index for id_ in frameworks if (index := library().find(id_))]
    return Codes(library(), NAMES, found, items)


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("VE1", "ipec-2023:VE1"),
        ("VE1 – Work with individuals", "ipec-2023:VE1"),  # noqa: RUF001
        ("VE1: work", "ipec-2023:VE1"),
        ("(VE1)", "ipec-2023:VE1"),
        ("Respect others (VE1)", "ipec-2023:VE1"),
        ("IPEC 2023 VE1", "ipec-2023:VE1"),
        ("ipec-2016:VE1", "ipec-2016:VE1"),
        ("ipec-2016:VE1, in part", "ipec-2016:VE1"),
        ("VE Values and Ethics", "ipec-2023:VE"),
    ],
)
def test_a_code_is_found_as_it_is_written(text, ref):
    assert codes("ipec-2023").find(text) == Found(ref)


@pytest.mark.parametrize(
    ("text", "ref"),
    [("ve1", "VE1"), ("VE 1", "VE1"), ("VE-1.", "VE1"), ("values and ethics", "VE"), ("Sub-competency TT 3", "TT3")],
)
def test_a_code_written_in_another_way_is_found_and_said(text, ref):
    found = codes("ipec-2023").find(text)
    assert isinstance(found, Found)
    assert found.ref == f"ipec-2023:{ref}"
    assert found.note == f'"{text}" was read as ipec-2023:{ref}'


@pytest.mark.parametrize(
    ("frameworks", "text", "why"),
    [
        (("ipec-2023",), "VE99", "ipec-2023 has no such item (did you mean ipec-2023:VE9?)"),
        (("ipec-2023", "ipec-2016"), "VE1", "it may be of ipec-2023 or ipec-2016: say which with --framework"),
        ((), "TT10", "ipec-2011, ipec-2016 and ipec-2023 have an item TT10: say which with --framework"),
        ((), "Lead a team", 'no framework at hand has an item "Lead a team"'),
        ((), "A nurse listens", 'no framework at hand has an item "A nurse listens"'),
        ((), "", 'no framework at hand has an item ""'),
        ((), "IPEC VE1", "it may be of ipec-2011, ipec-2016 or ipec-2023: say which with --framework"),
    ],
)
def test_what_leads_nowhere_or_to_several_is_not_guessed(frameworks, text, why):
    assert codes(*frameworks).find(text) == Missing(why, "--framework" if "--framework" in why else "")


def test_a_letter_before_words_is_no_code():
    assert codes("rps-2021").find("A") == Found("rps-2021:A")
    assert isinstance(codes("rps-2021").find("A pharmacist listens"), Missing)
    assert codes("rps-2021").find("A. The consultation") == Found("rps-2021:A")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("VE1, VE3", ["VE1", "VE3"]),
        ("VE1; C1 and TT2", ["VE1", "C1", "TT2"]),
        ("VE1\nC1", ["VE1", "C1"]),
        ("VE1, with respect, always", ["VE1, with respect, always"]),
        ("VE1", ["VE1"]),
        ("VE1, VE 99", ["VE1", "VE 99"]),
    ],
)
def test_several_codes_in_a_cell(text, parts):
    assert codes("ipec-2023").several(text) == parts


def test_what_the_author_says_counts_first():
    found = codes("ipec-2023", **{"Team 1": "ipec-2023:TT1", "VE1": "ipec-2016:VE1", "No": "x:y"})
    assert found.find("team  1") == Found("ipec-2023:TT1")
    assert found.find("VE1") == Found("ipec-2016:VE1")
    assert found.find("No") == Missing('the mapping file says "x:y", which no framework has')


def test_names_of_frameworks():
    assert [index.id for index in NAMES.called("ipec 2023")] == ["ipec-2023"]
    assert len(NAMES.called("IPEC")) == 3
    assert NAMES.called("nobody") == ()
    assert [index.id for index in NAMES.named_in(["Our map of IPEC 2023 and NMBI", "ipec-2016:VE1", "who cares"])] == [
        "ipec-2023",
        "nmbi-2016",
    ]
    # A year names no framework, not even where only one whose publisher has no acronym is of that year.
    assert NAMES.named_in(["Map of 2019", "2022", "2015"]) == ()
    assert codes("ipec-2016").framework_called("IPEC") is library().find("ipec-2016")
    assert codes().framework_called("IPEC") is None
    aliased = Names(Library(aliases={"ours": "caipe-2011", "gone": "nothing"}))
    assert [index.id for index in aliased.called("Ours")] == ["caipe-2011"]
    assert aliased.called("gone") == ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("LO1: Explain roles", ("LO1", "Explain roles")),
        ("LO 1 Explain", ("LO-1", "Explain")),
        ("PLO-2.1 – Lead", ("PLO-2.1", "Lead")),  # noqa: RUF001
        ("Learning outcome 3. Lead", ("Learning-outcome-3", "Lead")),
        ("NURS 101 Fundamentals", ("NURS-101", "Fundamentals")),
        ("1. Lead", ("1", "Lead")),
        ("2", ("2", "")),
        ("3 patients are assessed", ("", "3 patients are assessed")),
        ("Discuss 3 cases", ("", "Discuss 3 cases")),
        ("Lead\n a team", ("", "Lead a team")),
        ("", ("", "")),
    ],
)
def test_an_id_before_its_words(text, parts):
    assert split_label(text) == parts


def test_a_cell_with_an_id_alone():
    assert [id_of(text) for text in ("LO1.A4", " o-5 ", "LO 1", "Week one")] == ["LO1.A4", "o-5", "LO-1", "Week-one"]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Apply", "apply"),
        ("Analyse", "analyse"),
        ("Analyze", "analyse"),
        ("Knowledge", "remember"),
        ("Apply it", ""),
        ("x", ""),
    ],
)
def test_levels_of_bloom(text, level):
    assert bloom_in(text) == level


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Learning Outcome(s)", "outcome"),
        ("No.", "number"),
        ("Framework code(s)", "item"),
        ("LO 1", ""),
        ("Gewichtung (%)", "weight"),
        ("Læringsutbytte", "outcome"),
        ("Comments", ""),
    ],
)
def test_the_names_of_columns(name, role):
    assert role_of(name) == role


def test_the_names_of_axes_and_of_sums():
    assert [
        axis_of(text) for text in ("Courses", "IPEC competencies", "Bloom", "Explain how outcomes of care arise")
    ] == [
        "modules",
        "items",
        "bloom",
        "",
    ]
    assert [is_apart(text) for text in ("Total", "Grand total", "Notes", "Totally new")] == [True, True, True, True]
    assert not is_apart("Teamwork")


@pytest.mark.parametrize(
    ("role", "text", "value"),
    [
        ("weight", "40%", 40),
        ("weight", "12,5", 12.5),
        ("weight", "140", None),
        ("hours", "2.5 h", 2.5),
        ("hours", "two", None),
        ("domain", "Skill", "skills"),
        ("purpose", "Summative", "summative"),
        ("interprofessional", "yes", True),
        ("interprofessional", "No", False),
        ("interprofessional", "perhaps", None),
        ("method", "OSCE", "OSCE"),
    ],
)
def test_single_values(role, text, value):
    found, why = value_of(role, text)
    assert (found or None) == (value or None) if value is not False else found is False
    assert bool(why) == (value is None)

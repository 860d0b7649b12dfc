"""Maps as universities publish them, rebuilt cell by cell; every expected pair was counted by hand on these rows."""

import pytest
from tests.books import Rows, aligns, assessed, imported, lost, only, saved, taught, workbook, xlsx

N = None
# ndsu.edu: programme outcomes down, courses across, a legend and a title above, a note below.
NDSU: Rows = [
    ["BS Nursing: curriculum map"],
    [],
    ["I = Introduced, R = Reinforced, M = Mastery"],
    [N, "Courses"],
    ["Program Learning Outcomes", "NURS 101", "NURS 210", "NURS 320", "NURS 450"],
    ["PLO1: Explain the roles of three professions", "I", "R", N, "M, A"],
    ["PLO2: Communicate with patients and colleagues", N, "I", "R", "M, A"],
    ["PLO3: Resolve a conflict in a team", N, N, "I", "R"],
    [],
    ["Approved by the faculty board in May"],
]
# manoa.hawaii.edu: courses down, outcomes across, I, R, M with A for where evidence is collected.
HAWAII: Rows = [
    ["Required courses and experiences", "SLO 1", "SLO 2", "SLO 3"],
    ["NURS 211 Professionalism", "I", N, "I"],
    ["NURS 320 Health promotion", "R", "I, R", "R"],
    ["NURS 460 Capstone", "M, A", "M, A", N],
]
# stjohns.edu: courses down, outcomes across, introduced, practised, reinforced.
ST_JOHNS: Rows = [
    ["Course", "Outcome 1: Lead a team", "Outcome 2: Share decisions"],
    ["PHR 1101 Practice", "I", "I"],
    ["PHR 2201 Clinic", "P", "P"],
    ["PHR 3301 Rotation", "R", N],
]
# carleton.ca: outcomes across, an X where one is addressed.
CARLETON: Rows = [
    ["Learning outcomes"],
    ["Courses", "LO1 Explain roles", "LO2 Negotiate"],
    ["HLTH 1000", "X", N],
    ["HLTH 2000", "X", "XX"],
]
# The template for the AACN Essentials: a pair of columns for each course, beside domain, competency, sub-competency.
AACN: Rows = [
    [N, N, N, "NURS 501 Theory", N, "NURS 502 Practice", N],
    ["Domain", "Competency", "Sub-competency", *(("Course outcome", "Student assessment") * 2)],
    ["Domain 1: Knowledge", "1.1 Demonstrate", "1.1a Identify", "CO1: Explain concepts", "Concept paper", N, N],
    [N, N, "1.1b Apply", N, N, "CO2: Use theory", "OSCE"],
    [N, "1.2 Apply", "1.2a Demonstrate", "CO1: Explain concepts", "Quiz", N, N],
]


def test_outcomes_down_and_courses_across():
    found = imported(xlsx({"Map": NDSU}, "B4:E4"))
    document = only(found)
    assert document["title"] == "BS Nursing: curriculum map"
    assert document["outcomes"][0] == {"id": "PLO1", "text": "Explain the roles of three professions"}
    # 8 marks of a step, each a course's activity of that step; the two As are one assessment of the course.
    assert taught(document) == {
        ("NURS-101.I", "PLO1"),
        ("NURS-210.R", "PLO1"),
        ("NURS-210.I", "PLO2"),
        ("NURS-320.R", "PLO2"),
        ("NURS-320.I", "PLO3"),
        ("NURS-450.M", "PLO1"),
        ("NURS-450.M", "PLO2"),
        ("NURS-450.R", "PLO3"),
    }
    assert assessed(document) == {("NURS-450.AS", "PLO1"), ("NURS-450.AS", "PLO2")}
    assert [module["id"] for module in document["modules"]] == ["NURS-101", "NURS-210", "NURS-320", "NURS-450"]
    assert document["kind"] == "programme"
    assert lost(found) == {"Map!A10": '"Approved by the faculty…": it is outside of what was understood'}
    assert any("the sheet's legend" in sentence for sentence in found.understood)


def test_courses_down_and_outcomes_across():
    found = imported(xlsx({"Map": HAWAII}))
    document = only(found)
    assert taught(document) == {
        *(("NURS-211.I", id_) for id_ in ("SLO-1", "SLO-3")),
        *(("NURS-320.R", id_) for id_ in ("SLO-1", "SLO-2", "SLO-3")),
        ("NURS-320.I", "SLO-2"),
        *(("NURS-460.M", id_) for id_ in ("SLO-1", "SLO-2")),
    }
    assert assessed(document) == {("NURS-460.AS", "SLO-1"), ("NURS-460.AS", "SLO-2")}
    assert [module.get("title") for module in document["modules"]] == [
        "Professionalism",
        "Health promotion",
        "Capstone",
    ]
    assert lost(found) == {}


def transposed(rows: Rows) -> Rows:
    width = max(map(len, rows))
    filled = [[*row, *[N] * (width - len(row))] for row in rows]
    return [list(column) for column in zip(*filled, strict=True)]


@pytest.mark.parametrize("rows", [HAWAII, ST_JOHNS, NDSU[4:8]], ids=["hawaii", "st johns", "ndsu"])
def test_a_map_turned_on_its_side_says_the_same(rows):
    one, other = (only(imported(xlsx({"Map": each}))) for each in (rows, transposed(rows)))
    assert taught(one) == taught(other)
    assert assessed(one) == assessed(other)
    assert {each["id"] for each in one["outcomes"]} == {each["id"] for each in other["outcomes"]}


def test_practised_is_no_word_of_ours_and_that_is_said():
    found = imported(xlsx({"Map": ST_JOHNS}))
    document = only(found)
    # R is the highest step of that scheme and "reinforced" all the same. P has no word of ours.
    assert taught(document) == {
        ("PHR-1101.I", "Outcome-1"),
        ("PHR-1101.I", "Outcome-2"),
        ("PHR-2201.A", "Outcome-1"),
        ("PHR-2201.A", "Outcome-2"),
        ("PHR-3301.R", "Outcome-1"),
    }
    assert list(lost(found)) == ["Map!B3 and 1 other cell"]
    assert "what P means" in lost(found)["Map!B3 and 1 other cell"]


def test_an_x_addresses_without_a_step():
    document = only(imported(xlsx({"Map": CARLETON})))
    assert taught(document) == {("HLTH-1000.A", "LO1"), ("HLTH-2000.A", "LO1"), ("HLTH-2000.A", "LO2")}


def test_the_aacn_template_has_a_pair_of_columns_for_each_course():
    found = imported(xlsx({"AACN Essentials": AACN}, "D1:E1", "F1:G1", "A3:A5", "B3:B4"))
    document = only(found)
    # Each row's sub-competency counts, not the competency and the domain above it.
    assert aligns(document) == {
        ("CO1", "aacn-2021:1.1a"): "",
        ("CO2", "aacn-2021:1.1b"): "",
        ("CO1", "aacn-2021:1.2a"): "",
    }
    assert taught(document) == {("NURS-501.A", "CO1"), ("NURS-502.A", "CO2")}
    assert [(each["title"], each["outcomes"]) for each in document["assessments"]] == [
        ("Concept paper", ["CO1"]),
        ("OSCE", ["CO2"]),
        ("Quiz", ["CO1"]),
    ]
    assert lost(found) == {}


# Outcomes by competencies, as a designer of one course keeps them.
COURSE: Rows = [
    ["Outcome", "VE1", "VE 3", "RR4", "C1 – Communicate", "TT99"],  # noqa: RUF001
    ["LO1 Explain roles", "I", N, "I", N, "X"],
    ["LO2 Negotiate a plan", "R", "(R)", N, "M", N],
    ["LO3 Nothing yet", N, N, N, N, N],
]
ALIGNED = {
    ("LO1", "ipec-2023:VE1"): "introduce",
    ("LO1", "ipec-2023:RR4"): "introduce",
    ("LO2", "ipec-2023:VE1"): "reinforce",
    ("LO2", "ipec-2023:VE3"): "reinforce partial",
    ("LO2", "ipec-2023:C1"): "master",
}


@pytest.mark.parametrize("rows", [COURSE, transposed(COURSE)], ids=["outcomes down", "outcomes across"])
def test_outcomes_by_competencies_are_alignments_with_a_depth(rows):
    found = imported(xlsx({"IPEC 2023": rows}))
    assert aligns(only(found)) == ALIGNED
    assert [each["id"] for each in only(found)["outcomes"]] == ["LO1", "LO2", "LO3"]
    assert any('"VE 3" was read as ipec-2023:VE3' in sentence for sentence in found.understood)
    (loss,) = found.losses
    assert loss.where in ("'IPEC 2023'!F1", "'IPEC 2023'!A6")
    assert loss.why == "ipec-2023 has no such item (did you mean ipec-2023:TT9?)"


def test_without_the_name_of_a_framework_nothing_is_guessed():
    found = imported(xlsx({"Map": COURSE}))
    assert found.documents == {} or aligns(only(found)) == {}
    assert any("--framework" in loss.why or "mapping file" in loss.why for loss in found.losses)


def test_the_author_says_which_framework_is_meant():
    found = imported(xlsx({"Map": COURSE}), frameworks=("ipec-2023",))
    assert aligns(only(found)) == ALIGNED
    assert "Codes are of ipec-2023, as you said." in found.understood


def test_a_name_of_several_editions_is_the_one_that_has_all_the_codes():
    found = imported(xlsx({"IPEC map": COURSE}))
    assert aligns(only(found)) == ALIGNED
    assert any("the file names no edition" in sentence for sentence in found.understood)
    older = imported(xlsx({"IPEC map": [["Outcome", "VE1", "VE2"], ["LO1 Explain roles", "I", "I"]]}))
    assert older.documents == {} or aligns(only(older)) == {}


def test_courses_by_competencies_are_outcomes_of_the_courses():
    rows: Rows = [
        ["Course", "IPEC VE1", "IPEC C1", "IPEC RR4"],
        ["N101 Basics", "I", N, "I"],
        ["N201 Clinic", N, "M, A", "R"],
    ]
    found = imported(xlsx({"Map": rows}))
    document = only(found)
    assert aligns(document) == {
        ("N101.O", "ipec-2023:VE1"): "introduce",
        ("N101.O", "ipec-2023:RR4"): "introduce",
        ("N201.O", "ipec-2023:C1"): "master",
        ("N201.O", "ipec-2023:RR4"): "reinforce",
    }
    assert taught(document) == {("N101.A", "N101.O"), ("N201.A", "N201.O")}
    assert assessed(document) == {("N201.O.A", "N201.O")}
    assert any("names no outcomes" in sentence for sentence in found.understood)


LONG: Rows = [
    ["Course document", N, N, N],
    ["No.", "Learning outcome", "IPEC competency", "Level", "Credits"],
    ["LO1", "Explain roles", "VE1, VE3", "I", 2],
    ["LO2", "Negotiate", "RR4", "M", 2],
    [N, N, "C1", "Introduced", N],
    ["LO3", "Lead", "ipec-2016:TT1", "expert", N],
    [],
    ["See the handbook"],
]


def test_a_long_table_has_one_fact_a_row_and_goes_on_below():
    found = imported(xlsx({"Sheet1": LONG}))
    assert aligns(only(found)) == {
        ("LO1", "ipec-2023:VE1"): "introduce",
        ("LO1", "ipec-2023:VE3"): "introduce",
        ("LO2", "ipec-2023:RR4"): "master",
        ("LO2", "ipec-2023:C1"): "introduce",
        ("LO3", "ipec-2016:TT1"): "",
    }
    assert only(found)["title"] == "Course document"
    assert {where: why.partition(":")[0] for where, why in lost(found).items()} == {
        "Sheet1!D6": "expert",
        "Sheet1!A8": '"See the handbook"',
        "Sheet1!E2:E4": '"Credits", "2" and 1 more',
    }


@pytest.mark.parametrize(
    ("header", "depth"),
    [
        (["Lernergebnis", "Kompetenz", "Stufe"], "eingeführt"),
        (["Læringsutbytte", "Kompetanse", "Nivå"], "introdusert"),
        (["LEVEL", "Framework Code(s)", "Intended learning outcomes"], "Introduced"),
    ],
)
def test_columns_in_any_order_and_three_languages(header, depth):
    cells = {"outcome": "LO1: Explain roles", "item": "ipec-2023:VE1", "depth": depth}
    order = ["outcome", "item", "depth"] if header[0] != "LEVEL" else ["depth", "item", "outcome"]
    found = imported(xlsx({"A": [header, [cells[role] for role in order]]}))
    assert aligns(only(found)) == {("LO1", "ipec-2023:VE1"): "introduce"}


def test_a_column_may_be_called_by_its_framework():
    rows: Rows = [
        ["Outcome", "IPEC 2023", "NMBI 2016"],
        ["LO1 Explain roles", "VE1; C1", "2"],
        ["LO2 Lead", N, "Domain 3"],
    ]
    assert aligns(only(imported(xlsx({"A": rows})))) == {
        ("LO1", "ipec-2023:VE1"): "",
        ("LO1", "ipec-2023:C1"): "",
        ("LO1", "nmbi-2016:2"): "",
        ("LO2", "nmbi-2016:3"): "",
    }


BLUEPRINT: Rows = [
    ["Assessment", "Weight", "LO1", "LO2", "LO3", "Total"],
    ["Essay on roles", 0.4, "X", N, N, N],
    ["OSCE", "60%", N, 10, "X", 10],
]
LEVELS: Rows = [
    ["Outcome", "Remember", "Understand", "Apply", "Total"],
    ["LO1 Explain roles", 2, N, N, 2],
    ["LO2 Negotiate", N, 1, 5, 6],
]


def test_a_blueprint_of_assessments_by_outcomes_and_outcomes_by_levels():
    found = imported(xlsx({"Blueprint": BLUEPRINT, "Levels": LEVELS}))
    document = only(found)
    assert assessed(document) == {("AS1", "LO1"), ("AS2", "LO2"), ("AS2", "LO3")}
    assert [each.get("weight") for each in document["assessments"]] == [0.4, 60]
    assert {each["id"]: each.get("bloom") for each in document["outcomes"]} == {
        "LO1": "remember",
        "LO2": "understand",
        "LO3": None,
    }
    # LO2 is asked for at two levels, and an outcome has one; numbers of questions have no place at all.
    assert {loss.where for loss in found.losses} == {
        "Blueprint!D3",
        "Blueprint!F1",
        "Blueprint!F3",
        "Levels!B2",
        "Levels!C3",
        "Levels!D3",
        "Levels!E1:E3",
    }
    assert "bloom of LO2 is understand already" in [loss.why for loss in found.losses if loss.where == "Levels!D3"]


def test_several_sheets_make_one_curriculum():
    outcomes = [
        ["ID", "Learning outcome", "Domain"],
        ["LO 1", "Explain roles", "Knowledge"],
        ["LO 2", "Negotiate", "Skills"],
    ]
    map_: Rows = [["Outcome", "ipec-2023:VE1", "ipec-2023:C1"], ["LO1", "I", N], ["LO2", N, "M"]]
    document = only(imported(xlsx({"Outcomes": outcomes, "Map": map_, "Levels": LEVELS})))
    assert [(each["id"], each["text"], each["domain"], each["bloom"]) for each in document["outcomes"]] == [
        ("LO-1", "Explain roles", "knowledge", "remember"),
        ("LO-2", "Negotiate", "skills", "understand"),
    ]
    assert aligns(document) == {("LO-1", "ipec-2023:VE1"): "introduce", ("LO-2", "ipec-2023:C1"): "master"}


def test_headings_totals_hidden_rows_and_empty_columns():
    rows: Rows = [
        ["Outcome", "ipec-2023:VE1", "ipec-2023:VE2", "ipec-2023:C1"],
        ["Knowledge", N, N, N],
        ["LO1 Explain roles", "I", N, "R"],
        ["LO2 Negotiate", "M", N, "I"],
        ["Total", 2, 0, 2],
    ]
    found = imported(xlsx({"Map": rows}, "A2:D2"))
    assert aligns(only(found)) == {
        ("LO1", "ipec-2023:VE1"): "introduce",
        ("LO1", "ipec-2023:C1"): "reinforce",
        ("LO2", "ipec-2023:VE1"): "master",
        ("LO2", "ipec-2023:C1"): "introduce",
    }
    assert {"Map!A2"} <= lost(found).keys()
    assert any("Total" in why for why in lost(found).values())


def test_what_is_no_map_is_said():
    found = imported(xlsx({"Letter": [["Dear colleague,"], ["please find enclosed"]], "Empty": []}))
    assert found.documents == {}
    assert "no table or matrix was recognised" in lost(found)["Letter"]


MAPPED = """\
id: our-course
title: Our course
frameworks: ipec-2023
letters: {E: introduce, D: reinforce, "3": master, n: not-addressed, V: assessed, P: partial}
items: {Team 1: "ipec-2023:TT1", "Nowhere": "ipec-2023:ZZ9"}
sheets:
  - {sheet: Notes, layout: skip}
  - {sheet: Plan, header: 3, last: 6, roles: {A: outcome-id, B: outcome}, body: "C:G", rows: outcomes, columns: items}
"""
PLAN: Rows = [
    ["Anything"],
    [1, 2, 3, 4, 5, 6],
    ["Nr", "Was", "Team 1", "VE1", "C1", "RR4", "Nowhere"],
    ["A", "Rollen erklären", "E", "D", 3, "n", N],
    ["B", "Verhandeln", "E, V", N, "P", N, "E"],
    ["C", "Leiten", "D", N, N, N, N],
    ["Legende", "", "E", "E", "E", "E"],
]


def test_a_mapping_file_says_how_an_unusual_layout_is_read():
    data = xlsx({"Notes": [["not", "read"]], "Plan": PLAN})
    found = imported(data, frameworks=("ipec-2023",), mapping=MAPPED)
    document = only(found)
    assert (document["id"], document["title"], list(found.documents)) == (
        "our-course",
        "Our course",
        ["our-course.yaml"],
    )
    assert [(each["id"], each["text"]) for each in document["outcomes"]] == [
        ("A", "Rollen erklären"),
        ("B", "Verhandeln"),
        ("C", "Leiten"),
    ]
    assert aligns(document) == {
        ("A", "ipec-2023:TT1"): "introduce",
        ("A", "ipec-2023:VE1"): "reinforce",
        ("A", "ipec-2023:C1"): "master",
        ("B", "ipec-2023:TT1"): "introduce",
        ("B", "ipec-2023:C1"): "partial",
        ("C", "ipec-2023:TT1"): "reinforce",
    }
    assert assessed(document) == {("B.A", "B")}
    assert "which no framework has" in lost(found)["Plan!G3"]
    assert "Plan!A7" in lost(found)


def test_a_long_table_with_everything_that_a_row_can_say():
    head = ["Outcome", "Framework", "Code", "Level", "Strength", "Assessment", "Weight", "Activity", "Hours", "Domain"]
    rows: Rows = [
        head,
        ["LO1: Explain", "IPEC 2023", "VE 1", "I, M, A", "partial", "AS1 Essay", "40%", "Meet a team", "2 h", "Skills"],
        ["LO1: Explain it", "NMBI 2016", "9", "M", "strong", "AS1 Essay", "60%", "Meet a team", "2", "knowledge"],
        [N, "IPEC 2023", "C1", "Z", N, N, N, N, N, N],
    ]
    found = imported(xlsx({"A": rows}))
    document = only(found)
    assert aligns(document) == {("LO1", "ipec-2023:VE1"): "master partial", ("LO1", "ipec-2023:C1"): ""}
    assert document["modules"] == [
        {"id": "M1", "activities": [{"id": "M1.A1", "title": "Meet a team", "hours": 2, "outcomes": ["LO1"]}]}
    ]
    assert assessed(document) == {("AS1", "LO1"), ("LO1.A", "LO1")}
    reasons = {loss.where: [each.why for each in found.losses if each.where == loss.where] for loss in found.losses}
    assert reasons["A!A3"] == ['LO1 has another text already: "Explain"']
    assert reasons["A!C3"] == ["nmbi-2016 has no such item"]
    assert reasons["A!D2"] == ["an alignment has one depth; master was taken"]
    assert reasons["A!E3"] == ["it is no strength in our words"]
    assert reasons["A!G3"] == ["weight of AS1 is 40 already"]
    assert reasons["A!J3"] == ["domain of LO1 is skills already"]
    assert "schemes disagree" in reasons["A!D4"][0]
    assert any('"VE 1" was read as ipec-2023:VE1' in sentence for sentence in found.understood)


def test_a_competency_that_no_outcome_serves_is_a_loss():
    rows: Rows = [["Competency", "Outcome"], ["ipec-2023:VE1", N], ["ipec-2023:C1", "LO1: Explain"]]
    found = imported(xlsx({"A": rows}))
    assert aligns(only(found)) == {("LO1", "ipec-2023:C1"): ""}
    assert lost(found) == {"A!A2": "ipec-2023:VE1: no outcome in its row serves it"}


def test_what_stands_beside_a_matrix_goes_to_its_row_or_is_named():
    rows: Rows = [
        ["Outcome", "Bloom", "Hours", "ipec-2023:VE1", "ipec-2023:C1"],
        ["LO1 Explain", "Apply", 3, "I", "so so"],
        ["LO2 Lead", "often", N, "I, R", "-"],
        ["LO3 Plan", N, N, "A", "I"],
    ]
    found = imported(xlsx({"A": rows}))
    assert aligns(only(found)) == {
        ("LO1", "ipec-2023:VE1"): "introduce",
        ("LO2", "ipec-2023:VE1"): "reinforce",
        ("LO3", "ipec-2023:VE1"): "",
        ("LO3", "ipec-2023:C1"): "introduce",
    }
    assert [each.get("bloom") for each in only(found)["outcomes"]] == ["apply", None, None]
    assert assessed(only(found)) == {("LO3.A", "LO3")}
    assert {loss.where: loss.why for loss in found.losses} == {
        "A!E2": "it is no mark of a curriculum map",
        "A!D3": "an alignment has one depth; reinforce, the furthest, was taken",
        "A!B3": "it is no bloom in our words",
        "A!C2": "a map of outcomes has no place for it",
    }


def test_hidden_rows_and_columns_are_read_and_said():
    book = workbook({"A": [["Outcome", "ipec-2023:VE1", "ipec-2023:C1"], ["LO1 Explain", "I", "R"]]})
    book.worksheets[0].row_dimensions[2].hidden = True
    book.worksheets[0].column_dimensions["C"].hidden = True
    found = imported(saved(book))
    assert len(aligns(only(found))) == 2
    assert "Sheet A: row 2 and column C hidden, and read all the same." in found.understood


def test_a_matrix_of_two_things_that_say_nothing_together_is_named():
    rows: Rows = [["Assessment", "ipec-2023:VE1", "ipec-2023:C1"], ["AS1 Essay", "X", "X"], ["AS2 Exam", "X", "X"]]
    found = imported(xlsx({"A": rows}))
    assert "a matrix of assessments by items" in lost(found)["A!A1:C3"]


def test_outcomes_without_ids_get_some_that_are_free():
    rows: Rows = [
        ["Learning outcome", "Code"],
        ["Explain", "ipec-2023:VE1"],
        ["LO2: Lead", N],
        ["Plan", "ipec-2023:C1"],
    ]
    assert [each["id"] for each in only(imported(xlsx({"A": rows})))["outcomes"]] == ["LO1", "LO2", "LO3"]


def test_every_cell_is_taken_or_named():
    head = ["Theme", "Outcome", "Level", "Weight", "Reason", "Rationale", "Code"]
    rows: Rows = [
        head,
        ["Care", "LO1: Explain", "I", "40%", "since May", "by law", "ipec-2023:VE1"],
        ["Care", "LO2: Lead", "R", N, N, N, N],
    ]
    found = imported(xlsx({"A": rows}))
    assert aligns(only(found)) == {("LO1", "ipec-2023:VE1"): "introduce"}
    assert only(found)["outcomes"][0]["aligns"][0]["why"] == "since May"
    assert lost(found) == {
        "A!A1:A3": '"Theme", "Care" and 1 more: it is outside of what was understood',
        "A!D2": "40%: its row has nothing that it could be said of",
        "A!F2": "by law: another column says it already",
        "A!C3": "R: its row has nothing that it could be said of",
    }


def test_of_several_texts_that_name_a_row_one_is_kept_and_the_others_are_named():
    rows: Rows = [
        ["Theme", "Learning outcome", "ipec-2023:VE1", "ipec-2023:C1"],
        ["Care", "LO1: Explain", "I", "R"],
        [N, "LO2: Lead", "I", "R"],
    ]
    found = imported(xlsx({"A": rows}, "A2:A3"))
    assert [each["text"] for each in only(found)["outcomes"]] == ["Explain", "Lead"]
    assert lost(found) == {
        "A!A2": "Care: of what names it, only an id and one text are kept",
        "A!A3": "Care: of what names it, only an id and one text are kept",
    }


@pytest.mark.parametrize("marks", [[(1, 2), (2, 3), (3, 1)], [(2, 1), (3, 2)]])
def test_columns_that_count_up_by_chance_are_marks_where_others_hold_numbers(marks):
    rows = [["", "VE1", "VE2"], *([f"LO{n} Negotiate", *pair] for n, pair in enumerate(marks, 1))]
    found = imported(xlsx({"IPEC 2023": rows}))
    assert len(aligns(only(found))) == 2 * len(marks)


def test_a_column_that_numbers_the_rows_is_no_part_of_the_matrix():
    rows = [["Pos.", "Outcome", "VE1", "VE2"], *([n, f"LO{n} Negotiate", "I", "R"] for n in range(1, 8))]
    assert len(aligns(only(imported(xlsx({"IPEC 2023": rows}))))) == 14


def test_weights_and_purposes_behind_the_marks_of_a_blueprint_are_read():
    rows = [
        ["Assessment", "LO1", "LO2", "LO3", "Type", "Weight"],
        ["Written exam", 10, 20, N, "summative", "40%"],
        ["OSCE", N, 5, 10, "formative", "60%"],
    ]
    document = only(imported(xlsx({"Blueprint": rows})))
    found = [(each["title"], each["purpose"], each["weight"]) for each in document["assessments"]]
    assert found == [("Written exam", "summative", 40), ("OSCE", "formative", 60)]


def test_a_matrix_of_codes_of_no_named_framework_says_which_have_them():
    rows = [["", "VE1", "RR1"], ["LO1 Negotiate", "I", "R"], ["LO2 Explain", N, "M"]]
    (why,) = (loss.why for loss in imported(xlsx({"Matrix": rows})).losses)
    assert "ipec-2023" in why
    assert "--framework" in why


def test_a_column_named_by_a_code_is_read_though_half_of_it_is_something_else():
    rows: Rows = [
        ["Outcome", "VE1", "RR4", "TT5", "Notes"],
        ["LO1 Explain", "I", "R", N, "see guide"],
        ["LO2 Negotiate", "I", N, "M", N],
        ["LO3 Reflect", N, "R", "?", N],
    ]
    found = imported(xlsx({"A": rows}), frameworks=("ipec-2023",))
    assert aligns(only(found))["LO2", "ipec-2023:TT5"] == "master"
    assert lost(found)["A!D4"] == "?: it is no mark of a curriculum map"

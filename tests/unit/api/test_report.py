"""The report on one curriculum: figures worked out by hand, jurisdictions, fingerprints, what is excused."""

from hashlib import sha256

import pytest
from tests.counted import COURSE, FRAMEWORK, REACHED, ROWS, TARGETS

from alignkit.api.report import ReportRequest, report
from alignkit.errors import BadRequest, NothingToCheck
from alignkit.phrase import Day
from alignkit.source.tree import Memory
from alignkit.views.report.items import BranchView, leaves

FILES = {"counted.yaml": COURSE, "frameworks/toy.yaml": FRAMEWORK}
PROJECT = "alignkit: project/1\nframeworks: [frameworks/]\n"


def report_on(text: str = COURSE, **asked):
    files = {**FILES, "counted.yaml": text, "alignkit.yaml": PROJECT}
    return report(Memory(files), ReportRequest("counted.yaml", **asked), "alignkit.yaml")


@pytest.fixture(scope="module")
def view():
    return report_on()


def test_the_ladder_of_the_declared_framework(view):
    (chapter,) = view.chapters
    assert {step.step: step.reached for step in chapter.coverage.steps} == REACHED
    assert {step.step: (step.target, step.needed, step.met) for step in chapter.coverage.steps} == TARGETS
    assert (chapter.coverage.total, chapter.coverage.whole, chapter.coverage.unverified) == (7, 8, 1)
    assert view.unverified == 1


def test_every_item_in_scope_has_a_row_covered_or_not(view):
    rows = view.chapters[0].rows
    assert [row.code for row in rows] == ["A", "A1", "A2", "A3", "B", "B1", "B2", "B3", "B4"]
    branches = {row.code: (row.words, row.total, *row.reached) for row in rows if isinstance(row, BranchView)}
    assert branches == {code: ROWS[code] for code in ("A", "B")}


def test_a_row_says_how_far_its_item_got_through_what_and_what_it_lacks(view):
    told = {
        item.code: (item.step.word, item.activities, item.assessments, str(item.gap) if item.gap else "")
        for item in leaves(view.chapters[0].rows)
    }
    assert told == {
        "A1": ("evidenced", ("M1.A1", "M2.A1"), ("AS1", "AS2"), ""),
        "A2": ("evidenced", ("M1.A1",), ("AS1",), ""),
        "A3": ("taught", ("M1.A2",), (), "no assessment addresses LO2"),
        "B1": ("evidenced", ("M1.A1",), ("AS1",), ""),
        "B2": ("not claimed", (), (), "LO2 serves only part of it"),
        "B3": ("claimed", (), (), "no activity addresses LO3"),
        "B4": ("assessed", ("M1.A1", "M2.A1"), ("AS2",), "AS2: not summative, or without stated criteria"),
    }


def test_professions_have_their_own_figures(view):
    rows = {row.code: (row.title, row.total, *row.reached) for row in view.chapters[0].coverage.professions}
    assert rows == {name: ROWS[name] for name in ("nursing", "pharmacy")}


def test_an_item_that_no_outcome_names_says_so():
    (chapter,) = report_on(COURSE.replace(', aligns: ["toy:B3"]', "")).chapters
    gaps = {item.code: str(item.gap) for item in leaves(chapter.rows)}
    assert gaps["B3"] == "no outcome aligns with it"


def test_verdicts_rest_on_what_the_course_says_and_where(view):
    (quality,) = view.quality
    rationale = quality.characteristics[0]
    assert (rationale.title, rationale.verdict, rationale.met, rationale.applicable) == (
        "Rationale",
        "partly met",
        2,
        3,
    )
    vision = rationale.criteria[0].evidence[0]
    assert vision.says == "Two professions that share a ward learn on it together"
    assert COURSE.splitlines()[vision.at.line - 1].startswith("rationale:")


def test_a_number_in_the_evidence_comes_with_its_key():
    quality = report_on(rubrics=("micro-credential",)).quality[0]
    says = [each.says for part in quality.characteristics for each_ in part.criteria for each in each_.evidence]
    assert "group_size 6" in says


def test_a_framework_that_is_not_declared_can_be_asked_for_by_id():
    asked = report_on(frameworks=("who-2010", "toy"))
    assert [chapter.edition.id for chapter in asked.chapters] == ["who-2010", "toy"]
    assert asked.chapters[0].declared is None
    assert asked.chapters[1].declared is not None
    with pytest.raises(BadRequest, match="toi"):
        report_on(frameworks=("toi",))


def test_of_a_jurisdiction_what_is_current_and_for_these_professions():
    asked = report_on(jurisdictions=("IE",)).asked
    # Of Ireland the library has NMBI 2016 for nursing, and PSI 2013 for pharmacy, which PSI 2022 has superseded.
    assert asked.frameworks == ("nmbi-2016",)
    assert {each.id: each.because for each in asked.left_out} == {"psi-2013": "superseded"}
    midwives = COURSE.replace("professions: [nursing, pharmacy]", "professions: [midwifery, medicine]")
    left_out = {each.id: each.because for each in report_on(midwives, jurisdictions=("IE",)).asked.left_out}
    assert left_out == {"nmbi-2016": "profession", "psi-2013": "superseded"}
    with pytest.raises(BadRequest, match='no framework of "XX"'):
        report_on(jurisdictions=("XX",))


def test_inputs_are_named_with_the_hash_of_their_bytes(view):
    inputs = {each.file: each.sha256 for each in view.inputs}
    assert inputs["counted.yaml"] == sha256(COURSE.encode()).hexdigest()
    assert inputs["frameworks/toy.yaml"] == sha256(FRAMEWORK.encode()).hexdigest()
    assert inputs["alignkit.yaml"] == sha256(PROJECT.encode()).hexdigest()
    assert "alignkit:frameworks/rubrics/hpac-2019.yaml" in inputs
    assert all(len(each) == 64 for each in inputs.values())


def test_what_is_excused_is_listed_with_its_reason_and_changes_no_verdict(view):
    excused = COURSE.replace("modules:\n", "# alignkit: ignore[C102] next year\nmodules:\n")
    lines = COURSE.replace("  - {id: LO3", "  # alignkit: ignore[C102] taught next year\n  - {id: LO3")
    assert report_on(excused).excused == 0
    told = report_on(lines)
    assert [(each.code, each.excused) for each in told.found if each.excused is not None] == [
        ("C102", "taught next year")
    ]
    assert told.excused == 1
    assert [each.verdict for each in told.quality[0].characteristics] == [
        each.verdict for each in view.quality[0].characteristics
    ]


def test_a_date_is_only_there_when_asked_for(view):
    assert view.asked.day is None
    assert report_on(date="2026-11-26").asked.day == Day("2026-11-26")


@pytest.mark.parametrize(
    ("files", "path", "error", "says"),
    [
        ({"a.yaml": COURSE, "b.yaml": COURSE}, ".", BadRequest, "there are 2 curricula here: a.yaml and b.yaml"),
        ({"toy.yaml": FRAMEWORK}, "toy.yaml", BadRequest, "there is no curriculum in what was named"),
        ({"toy.yaml": FRAMEWORK}, ".", NothingToCheck, "there is no curriculum in this folder"),
        ({"a.yaml": "a: ["}, "a.yaml", BadRequest, "a.yaml cannot be read"),
        ({}, "none.yaml", BadRequest, "none.yaml cannot be read"),
    ],
)
def test_a_report_is_on_one_curriculum_that_can_be_read(files, path, error, says):
    with pytest.raises(error) as raised:
        report(Memory(files), ReportRequest(path))
    assert raised.value.message == says


def test_a_curriculum_without_outcomes_and_frameworks_has_a_report_too():
    empty = "alignkit: curriculum/1\nid: empty\ntitle: Nothing yet\noutcomes: []\n"
    view = report(Memory({"empty.yaml": empty}), ReportRequest("empty.yaml"))
    assert view.chapters == ()
    assert view.parts.outcomes == {}
    view = report(Memory({"empty.yaml": empty}), ReportRequest("empty.yaml", ("ipec-2023",)))
    assert [step.reached for step in view.chapters[0].coverage.steps] == [0, 0, 0, 0]
    # Empty rows stay: all 33 items are there, each with what it lacks.
    assert {str(item.gap) for item in leaves(view.chapters[0].rows)} == {"no outcome aligns with it"}
    assert len(list(leaves(view.chapters[0].rows))) == 33


def test_the_curriculum_map_has_its_letters_by_module():
    deeper = COURSE.replace('"toy:A1", "toy:A2", "toy:B1"', '{to: "toy:A1", depth: introduce}, "toy:A2", "toy:B1"')
    deeper = deeper.replace('"toy:A1", "toy:B4"]', '{to: "toy:A1", depth: master}, "toy:B4"]')
    matrix = report_on(deeper).chapters[0].matrix
    assert [name for name, _ in matrix.modules] == ["M1", "M2"]
    # LO1 introduces A1 in M1 (M1.A1); LO4 masters it in M1 (M1.A1) and in M2 (M2.A1). LO3 has no activity.
    assert {row.code: row.cells for row in matrix.rows} == {
        "A1": (("I", "M"), ("M",)),
        "A2": (("X",), ()),
        "A3": (("X",), ()),
        "B1": (("X",), ()),
        "B2": (("X",), ()),
        "B3": ((), ()),
        "B4": (("X",), ("X",)),
    }

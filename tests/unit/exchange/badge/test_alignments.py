"""What the description of an alignment says of an item, its framework and its wording."""

import pytest

from alignkit.analysis.case import Case
from alignkit.analysis.certifiable import certifiable
from alignkit.exchange.badge.alignments import alignment, reservations
from alignkit.exchange.badge.unstated import unstated
from alignkit.model.curriculum import Curriculum
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory

FRAMEWORK = """\
alignkit: framework/1
id: own-2026
title: Our framework
edition: "2026"
kind: professional-body
publisher: {name: We}
source: {citation: Us, url: "https://we.example/f", text: verbatim}
items:
  - {code: A1, title: Listening, text: Hear every voice}
  - {code: A2, title: Acting, text: Do it!}
"""
COURSE = """\
alignkit: curriculum/1
id: own
title: Own
outcomes: [{id: LO1, text: Listen, aligns: ["own-2026:A1", {to: "own-2026:A2", depth: master}]}]
assessments: [{id: AS1, purpose: summative, outcomes: [LO1]}]
"""
MODULE = "alignkit: module/1\nid: M1\nactivities: [{id: A1, outcomes: [LO1]}]\n"


def case_of(framework=FRAMEWORK, **files: str) -> Case:
    folder = {"c/curriculum.yaml": COURSE, "c/modules/m1.yaml": MODULE, "f.yaml": framework, **files}
    return (
        examine(Memory(folder), ["c"], own=list(set(folder) - {"c/curriculum.yaml", "c/modules/m1.yaml"}))
        .curricula[0]
        .case
    )


def described(framework=FRAMEWORK, **files: str):
    case = case_of(framework, **files)
    found = (alignment(each, case.library) for each in certifiable(case).items)
    return {each["targetCode"]: (each["targetName"], each.get("targetDescription", "")) for each in found}


def test_a_title_is_the_name_and_the_text_describes_it():
    assert described() == {
        "A1": ("Listening", "Hear every voice."),
        "A2": ("Acting", "Do it! Depth in the curriculum: master."),
    }


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("text: verbatim", "text: paraphrase", "A paraphrase, not the publisher's words."),
        ('url: "https://we.example/f", ', "", "No address of the framework is known: the one"),
        (
            "text: Hear every voice}",
            "text: Hear, verified: false}",
            "Not verified: no source has confirmed this wording.",
        ),
        ('source: {citation: Us, url: "https://we.example/f", text: verbatim}\n', "", "A paraphrase"),
    ],
)
def test_what_a_reader_must_know_is_said(before, after, said):
    assert said in described(FRAMEWORK.replace(before, after))["A1"][1]


def test_licensed_wording_is_no_paraphrase():
    overlay = "alignkit: overlay/1\nof: own-2026\ntexts: {A1: Hear all who speak}\n"
    found = described(FRAMEWORK.replace("verbatim", "paraphrase"), **{"o.yaml": overlay})
    assert found["A1"] == ("Listening", "Hear all who speak.")
    assert found["A2"][1].endswith("A paraphrase, not the publisher's words.")


def test_an_item_of_which_only_the_code_may_be_shipped_is_named_by_it():
    bare = FRAMEWORK.replace("title: Listening, text: Hear every voice", "level: item").replace(
        "verbatim", "codes-only"
    )
    assert described(bare)["A1"] == ("A1", "")


def test_modules_in_files_of_their_own_are_named_as_left_out():
    case = case_of()
    assert isinstance(case.curriculum, Curriculum)
    assert [each.where for each in unstated(case) if each.what == "modules"] == ["c/modules/m1.yaml:2:5"]


CASE_UUID = "c53d6cdb-9c19-52af-8669-58a4ddb0d6fe"


@pytest.mark.parametrize(
    ("identifier", "address"),
    [
        ("https://case.example/CFItems/1", "https://case.example/CFItems/1"),
        (CASE_UUID, "https://we.example/f"),
    ],
)
def test_an_item_is_found_where_its_publisher_has_it_else_where_the_document_is(identifier, address):
    case = case_of(FRAMEWORK.replace("{code: A1,", f"{{code: A1, identifier: '{identifier}',"))
    first = next(each for each in certifiable(case).items if each.item.code == "A1")
    assert alignment(first, case.library)["targetUrl"] == address


def test_without_any_address_an_item_is_called_as_its_publisher_calls_it():
    bare = FRAMEWORK.replace(', url: "https://we.example/f"', "")
    case = case_of(bare.replace("{code: A1,", f"{{code: A1, identifier: {CASE_UUID},"))
    targets = [alignment(each, case.library)["targetUrl"] for each in certifiable(case).items]
    assert targets[0] == f"urn:uuid:{CASE_UUID}"
    assert targets[1].startswith("urn:uuid:")


def test_only_items_without_an_address_of_their_own_are_said_to_have_none():
    addressed = FRAMEWORK
    for code in ("A1", "A2"):
        addressed = addressed.replace(f"{{code: {code},", f"{{code: {code}, identifier: 'https://case.example/{code}',")
    case = case_of(addressed)
    assert [each.what for each in reservations(certifiable(case).items)] == []
    (half,) = reservations(certifiable(case_of(addressed.replace("identifier: 'https://case.example/A2', ", ""))).items)
    assert half.what == "addresses of single items"

"""Every file that is shipped holds to the rules for such files: an accreditation officer relies on each code."""

from typing import Any

import pytest

from alignkit.library.library import Library
from alignkit.library.shipped import shipped_tree
from alignkit.library.workspace import read_file
from alignkit.model.crosswalk import Crosswalk
from alignkit.model.framework import Framework
from alignkit.model.rubric import Rubric
from alignkit.rules.examine import examine

FILES = tuple(shipped_tree().names(""))
RECORDS: dict[str, Any] = {name: read_file(shipped_tree(), name).record for name in FILES}
FRAMEWORKS: dict[str, Any] = {name: record for name, record in RECORDS.items() if isinstance(record, Framework)}
RUBRICS: dict[str, Any] = {name: record for name, record in RECORDS.items() if isinstance(record, Rubric)}
CROSSWALKS = {name: record for name, record in RECORDS.items() if isinstance(record, Crosswalk)}
LIBRARY: Any = Library()


def test_there_is_something_to_test():
    # 9 interprofessional and quality, 9 nursing, 13 pharmacy and 4 other frameworks were there when this was written.
    assert len(FRAMEWORKS) >= 35
    assert len(FRAMEWORKS) + len(RUBRICS) + len(CROSSWALKS) == len(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_file_has_no_problem_and_no_finding(name):
    assert [
        (finding.code, finding.at.line, finding.message) for finding in examine(shipped_tree(), [name]).findings
    ] == []


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_file_is_named_for_its_id(name):
    assert name.rpartition("/")[2] == f"{RECORDS[name].id}.yaml"


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_a_shipped_framework_is_found_by_its_id_in_its_group(name):
    assert LIBRARY.find(FRAMEWORKS[name].id).framework.title == FRAMEWORKS[name].title
    assert LIBRARY.group(FRAMEWORKS[name].id) == name.partition("/")[0]


@pytest.mark.parametrize("name", RUBRICS)
def test_a_shipped_rubric_is_found_by_its_id(name):
    assert LIBRARY.rubric(RUBRICS[name].id).title == RUBRICS[name].title


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_no_two_items_of_a_shipped_framework_share_a_code(name):
    codes = [item.code for item, _ in FRAMEWORKS[name].walk()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_a_full_listing_has_as_many_items_as_its_publisher_states(name):
    framework = FRAMEWORKS[name]
    levels = [framework.level_of(item, depth) for item, depth in framework.walk()]
    stated = framework.counts if framework.completeness == "full" else {}
    assert {level: levels.count(level) for level in stated} == stated


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_every_item_says_what_it_is_unless_only_codes_may_be_shipped(name):
    framework = FRAMEWORKS[name]
    below_top = [item for item, depth in framework.walk() if depth]
    if framework.source.text == "codes-only":
        assert [item.code for item in below_top if item.text or item.title] == []
    else:
        assert [item.code for item in below_top if not item.words] == []


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_an_edition_that_is_replaced_is_in_the_library_and_marked_superseded(name):
    replaced = FRAMEWORKS[name].supersedes
    if replaced:
        assert LIBRARY.find(replaced).framework.status == "superseded"


@pytest.mark.parametrize("name", [name for name, framework in FRAMEWORKS.items() if framework.status == "superseded"])
def test_a_superseded_edition_has_a_successor_or_says_why_not(name):
    notes = " ".join(FRAMEWORKS[name].notes).lower()
    assert LIBRARY.successor(FRAMEWORKS[name].id) or "replace" in notes or "supersede" in notes


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_a_shipped_framework_says_who_checked_it_against_what(name):
    first_line = read_file(shipped_tree(), name).text.splitlines()[0]
    assert first_line.startswith("# checked by: ")
    assert "; against: " in first_line


def test_a_rubric_and_a_framework_may_share_an_id():
    assert LIBRARY.find("hpac-2019").framework.kind == "quality"
    assert LIBRARY.rubric("hpac-2019").characteristics
    assert LIBRARY.group("hpac-2019") == "quality"
    assert "micro-credential" in LIBRARY.rubric_ids
    assert "micro-credential" not in LIBRARY.ids

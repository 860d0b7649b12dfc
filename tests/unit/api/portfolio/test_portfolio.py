"""Many curricula together: counted by hand, and one that cannot be read stops no other."""

import errno
import os

import pytest
from tests.counted import COURSE, FRAMEWORK

from alignkit.api.portfolio.portfolio import portfolio
from alignkit.api.portfolio.unit import PortfolioRequest
from alignkit.errors import BadRequest, NothingToCheck
from alignkit.source.tree import Memory

# Of COURSE: A1 A2 A3 B1 B4 are taught, B3 is claimed, B2 in part only. SECOND teaches A1 (one activity) and B5.
SECOND = """\
alignkit: curriculum/1
id: second
title: The second
frameworks: [toy]
outcomes:
  - {id: LO1, text: Explain roles, aligns: ["toy:A1", "toy:B5"]}
modules:
  - {id: M1, activities: [{id: T1, outcomes: [LO1], hours: 2.5}]}
"""
FILES = {
    "alignkit.yaml": "alignkit: project/1\nframeworks: [frameworks/]\ncurricula: [courses/]\n",
    "frameworks/toy.yaml": FRAMEWORK,
    "courses/first.yaml": COURSE,
    "courses/second.yaml": SECOND,
    "courses/broken.yaml": "alignkit: curriculum/1\nid: [",
    "courses/other.yaml": "jobs: {}\n",
    "courses/third/curriculum.yaml": SECOND.replace("second", "third").split("modules:")[0],
    "courses/third/modules/m1.yaml": "alignkit: module/1\nid: M1\nactivities: [{id: T1, outcomes: [LO1]}]\n",
}


@pytest.fixture(scope="module")
def view():
    return portfolio(Memory(FILES), PortfolioRequest(), "alignkit.yaml")


def test_every_curriculum_is_there_and_the_one_that_cannot_be_read_is_named(view):
    assert [each.file for each in view.curricula] == [
        "courses/first.yaml",
        "courses/second.yaml",
        "courses/third/curriculum.yaml",
    ]
    (unread,) = view.unread
    assert unread.file == "courses/broken.yaml"
    assert unread.why.startswith("courses/broken.yaml:2:")
    assert view.passed_over == ("courses/other.yaml",)


def test_where_each_item_is_taught(view):
    (toy,) = view.frameworks
    assert toy.used_by == 3
    found = {item.code: (tuple(each.place for each in item.taught_in), item.activities) for item in toy.items}
    assert found == {
        "A1": ((0, 1, 2), 4),  # M1.A1 and M2.A1 in the first, T1 in each of the others
        "A2": ((0,), 1),
        "A3": ((0,), 1),
        "B1": ((0,), 1),
        "B2": ((), 0),
        "B3": ((), 0),
        "B4": ((0,), 2),
        "B5": ((1, 2), 2),
    }


def test_how_many_reach_each_step(view):
    """As counted in tests/counted.py; each of the others claims and teaches A1 and B5 and assesses nothing."""
    (toy,) = view.frameworks
    found = {item.code: (item.claimed, item.taught, item.assessed, item.evidenced) for item in toy.items}
    assert found == {
        "A1": (3, 3, 1, 1),
        "A2": (1, 1, 1, 1),
        "A3": (1, 1, 0, 0),
        "B1": (1, 1, 1, 1),
        "B2": (0, 0, 0, 0),
        "B3": (1, 0, 0, 0),
        "B4": (1, 1, 1, 0),
        "B5": (2, 2, 0, 0),
    }


def test_verdicts_are_counted(view):
    first = view.quality[0]
    assert (first.rubric, first.title) == ("hpac-2019", "Rationale")
    assert first.verdicts == {"met": 0, "partly met": 3, "not evidenced": 0, "not met": 0, "not applicable": 0}
    assert [each.verdicts[0].verdict for each in view.curricula] == ["partly met"] * 3


def test_single_points_of_failure_gaps_and_repetition(view):
    (toy,) = view.frameworks
    assert [item.code for item in toy.single] == ["A2", "A3", "B1", "B4"]
    assert [item.code for item in toy.nowhere] == ["B2", "B3"]
    assert [item.code for item in toy.repeated] == ["A1", "B5"]


def test_a_programme_has_its_figures(view):
    first, second, _ = view.curricula
    (toy,) = first.frameworks
    assert (toy.total, toy.reached) == (7, (6, 5, 4, 3))
    assert (first.errors, first.warnings) == (1, 9)
    assert (second.outcomes, second.hours) == (1, 2.5)
    assert [(each.title, each.verdict) for each in first.verdicts][:2] == [
        ("Rationale", "partly met"),
        ("Outcome-based goals", "partly met"),
    ]


def test_progress_is_told_after_each_curriculum():
    told = []
    portfolio(Memory(FILES), PortfolioRequest(), "alignkit.yaml", lambda done, total: told.append((done, total)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_frameworks_can_be_asked_for_and_refused():
    asked = PortfolioRequest(frameworks=("who-2010",), jurisdictions=("ie",))
    with pytest.raises(BadRequest, match='no framework of "ie"'):
        portfolio(Memory(FILES), asked, "alignkit.yaml")
    asked = PortfolioRequest(frameworks=("who-2010",), rubrics=("hpac-2019",))
    assert [each.id for each in portfolio(Memory(FILES), asked, "alignkit.yaml").frameworks] == ["who-2010"]
    for wrong in (PortfolioRequest(frameworks=("toi",)), PortfolioRequest(rubrics=("none",))):
        with pytest.raises(BadRequest):
            portfolio(Memory(FILES), wrong, "alignkit.yaml")


@pytest.mark.parametrize("file", ["alignkit.yaml", "frameworks/toy.yaml"])
def test_what_all_curricula_rest_on_has_to_be_read(file):
    with pytest.raises(BadRequest, match=f"{file} cannot be read"):
        portfolio(Memory(FILES | {file: FILES[file] + "title: ["}), PortfolioRequest(), "alignkit.yaml")


def test_a_curriculum_among_the_frameworks_is_named_as_anywhere():
    settings = "alignkit: project/1\nframeworks: [.]\ncurricula: [courses/]\n"
    view = portfolio(Memory(FILES | {"alignkit.yaml": settings}), PortfolioRequest(), "alignkit.yaml")
    assert (view.total, [each.file for each in view.unread]) == (3, ["courses/broken.yaml"])


def test_a_folder_without_any_is_refused():
    with pytest.raises(NothingToCheck, match="there is no curriculum in this folder"):
        portfolio(Memory({"a.yaml": "a: 1\n"}), PortfolioRequest())


def test_a_file_that_is_named_is_looked_at_whatever_it_is():
    view = portfolio(Memory({"toy.yaml": FRAMEWORK, "second.yaml": SECOND}), PortfolioRequest(("toy.yaml",)))
    assert [(each.file, each.why) for each in view.unread] == [("toy.yaml", "there is no curriculum in it")]


HEADERS = [
    "alignkit: curriculum/1\n",
    "\ufeffalignkit: curriculum/1\n",
    'alignkit: "curriculum/1"\n',
    '"alignkit": curriculum/1\n',
    "alignkit : curriculum/1\n",
    "# A course\ralignkit: curriculum/1\r",
]


@pytest.mark.parametrize("header", HEADERS)
def test_a_curriculum_is_found_however_its_first_line_is_written(header):
    text = SECOND.replace("alignkit: curriculum/1\n", header)
    view = portfolio(Memory(FILES | {"courses/odd.yaml": text}), PortfolioRequest(), "alignkit.yaml")
    assert "courses/odd.yaml" in [each.file for each in view.curricula]


class Locked(Memory):
    """Files of which one may not be read."""

    def read(self, name: str) -> bytes:
        """Return the text, or refuse it."""
        if name == "courses/second.yaml":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return super().read(name)


def test_a_file_that_may_be_a_curriculum_and_cannot_be_read_is_named():
    files = FILES | {
        "courses/zero.yaml": "a\0b",
        "courses/helm.yaml": "a: {{ b }}: [",
        "courses/set.yaml": "alignkit: [",
    }
    view = portfolio(Locked(files), PortfolioRequest(), "alignkit.yaml")
    assert [(each.file, each.why.partition(": ")[2]) for each in view.unread if "broken" not in each.file] == [
        ("courses/second.yaml", "this file cannot be read: you have no permission to read it"),
        ("courses/zero.yaml", "this file cannot be read: it is not text (it holds zero bytes)"),
    ]
    assert view.passed_over == ("courses/helm.yaml", "courses/other.yaml", "courses/set.yaml")


def test_a_curriculum_that_cannot_be_judged_is_named_with_the_reason():
    settings = FILES["alignkit.yaml"] + "rubric: nobodys\n"
    view = portfolio(Memory(FILES | {"alignkit.yaml": settings}), PortfolioRequest(), "alignkit.yaml")
    assert view.total == 0
    assert {each.why for each in view.unread if "broken" not in each.file} == {'no rubric is called "nobodys"'}

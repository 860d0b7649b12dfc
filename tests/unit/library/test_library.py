"""A reference means an item of a shipped framework or of the project's own; nearly right names are guessed."""

from collections.abc import Mapping
from typing import cast

import pytest

from alignkit.library.library import Library
from alignkit.library.shipped import shipped_tree
from alignkit.model.documents import typed
from alignkit.model.framework import Framework
from alignkit.model.overlay import Overlay
from alignkit.model.rubric import Rubric
from alignkit.source.reader import parse
from alignkit.source.tree import Memory

BODY = (
    "alignkit: framework/1\nid: body-{year}\ntitle: {title}\nkind: regulator\npublisher: {{name: Body}}\n{more}"
    "items: [{{code: D1, title: Care, items: [{{code: D1.1, text: Listen, verified: false}}, {{code: D1.2}}]}}]\n"
)
RUBRIC = "alignkit: rubric/1\nid: quality\ntitle: {title}\ncharacteristics: []\n"
SHIPPED = {
    "nursing/body-2010.yaml": BODY.format(year=2010, title="Old", more=""),
    "nursing/body-2020.yaml": BODY.format(year=2020, title="New", more="supersedes: body-2010\n"),
    "other/quality.yaml": BODY.format(year="x", title="Quality framework", more=""),
    "other/broken.yaml": "alignkit: framework/1\nid: [\n",
    "other/rubric.yaml": RUBRIC.format(title="In the wrong folder"),
    "rubrics/quality.yaml": RUBRIC.format(title="Shipped"),
    "crosswalks/body-2010--body-2020.yaml": "alignkit: crosswalk/1\n",
}


def own(text: str) -> Framework | Overlay | Rubric:
    record, problems = typed(parse(text, "own.yaml"))
    assert problems == ()
    return cast("Framework | Overlay | Rubric", record)


def library(*texts: str, aliases: Mapping[str, str] | None = None) -> Library:
    return Library([own(text) for text in texts], aliases, Memory(SHIPPED))


def test_the_ids_are_those_of_shipped_and_own_frameworks_sorted():
    mine = library(BODY.format(year=1999, title="Mine", more=""), RUBRIC.format(title="Mine"))
    assert mine.ids == ("body-1999", "body-2010", "body-2020", "broken", "quality", "rubric")
    assert mine.rubric_ids == ("quality",)


@pytest.mark.parametrize(("id_", "group"), [("body-2010", "nursing"), ("body-1999", "own"), ("none", "")])
def test_a_framework_is_of_the_group_of_its_folder_or_ones_own(id_, group):
    assert library(BODY.format(year=1999, title="Mine", more="")).group(id_) == group


@pytest.mark.parametrize(
    ("text", "framework", "item"),
    [
        ("body-2020:D1.1", "body-2020", "D1.1"),
        ("body-2020:D1", "body-2020", "D1"),
        ("ours:D1", "body-2020", "D1"),
        ("OURS:D1", "body-2020", "D1"),
        ("body-2020:D9", "body-2020", None),
        ("none:D1", None, None),
        ("body-2020", None, None),
        ("body-2020:", None, None),
        (":D1", None, None),
        ("", None, None),
        ("broken:D1", None, None),
        ("rubric:D1", None, None),
    ],
)
def test_a_reference_means_what_its_framework_and_code_mean(text, framework, item):
    found = library(aliases={"Ours": "body-2020"}).resolve(text)
    assert (found.framework and found.framework.id, found.item and found.item.code) == (framework, item)
    assert f"{found.framework_id}:{found.code}".rstrip(":") == text.rstrip(":")


@pytest.mark.parametrize(
    ("text", "readable"),
    [("body-2020:D1", True), ("body-2020: D1", False), ("D1", False), ("“a:b”", False), ("a:b:c", False)],
)
def test_a_reference_is_readable_if_it_has_the_form_of_one(text, readable):
    assert library().resolve(text).readable is readable


def test_an_own_framework_goes_before_the_shipped_one_of_its_id():
    found = library(BODY.format(year=2020, title="Mine", more="")).find("body-2020")
    assert found
    assert found.framework.title == "Mine"


def test_of_two_own_frameworks_with_one_id_the_first_is_taken():
    texts = [BODY.format(year=1999, title=title, more="") for title in ("First", "Second")]
    found = library(*texts).find("body-1999")
    assert found
    assert found.framework.title == "First"


def test_an_alias_goes_before_an_id():
    found = library(aliases={"body-2010": "body-2020"}).find("body-2010")
    assert found
    assert found.id == "body-2020"


def test_an_alias_of_nothing_finds_nothing():
    assert library(aliases={"ours": "none"}).find("ours") is None


def test_an_overlay_brings_its_wording_and_confirms_what_it_words():
    mine = library("alignkit: overlay/1\nof: body-2020\ntexts: {D1.1: Hear, D1: The domain, D9: Nothing}\n")
    found = mine.find("body-2020")
    assert found
    items = {code: (placed.item.text, placed.item.verified) for code, placed in found.items.items()}
    assert items == {"D1": ("The domain", True), "D1.1": ("Hear", True), "D1.2": ("", True)}
    assert [leaf.item.text for leaf in found.leaves] == ["Hear", ""]
    other = mine.find("body-2010")
    assert other
    assert other.items["D1.1"].item.text == "Listen"
    assert not other.items["D1.1"].item.verified


def test_a_rubric_is_the_projects_own_or_the_shipped_one():
    shipped, mine = library().rubric("quality"), library(RUBRIC.format(title="Mine")).rubric("quality")
    assert shipped
    assert mine
    assert (shipped.title, mine.title) == ("Shipped", "Mine")
    assert library().rubric("body-2020") is None


def test_a_shipped_file_is_placed_without_a_path_of_this_machine():
    found = library().find("body-2020")
    assert found
    assert str(found.framework.at) == "alignkit:frameworks/nursing/body-2020.yaml:2:5"


# --- names that are nearly right


@pytest.mark.parametrize(
    ("name", "meant"),
    [("body-202", "body-2020"), ("Body 2020", "body-2020"), ("ourz", "ours"), ("b0dy-2010", "body-2010"), ("zzz", "")],
)
def test_the_nearest_framework_is_guessed_among_ids_and_aliases(name, meant):
    assert library(aliases={"ours": "body-2020"}).nearest_id(name) == meant


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("body-2021", ("body-2020",)),  # a slip
        ("bodies-2010", ("body-2010", "body-2020")),  # the nearest first
        ("body", ("body-2020", "body-2010")),  # the newest first
        ("zzz", ()),
    ],
)
def test_a_slip_is_guessed_alone_and_else_other_editions_of_the_publisher_are_offered(name, ids):
    assert library().nearest_ids(name) == ids


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("body-2020:D1,1", "body-2020:D1.1"),
        ("body-2020:d1.1", "body-2020:D1.1"),
        ("body-2020: D1.1", "body-2020:D1.1"),
        ("“body-2020:D1.1”", "body-2020:D1.1"),
        ("bodi-2020:D1.1", "body-2020:D1.1"),
        ("ours:D12", "body-2020:D1.2"),
        ("body-2020 D1.1", "body-2020:D1.1"),
        ("body-2020.D1.1", "body-2020:D1.1"),
        ("Body 2020 | D1.1", "body-2020:D1.1"),
        ("body-2020:zzz", ""),
        ("zzz:D1", ""),
        ("D1.1", ""),
    ],
)
def test_the_nearest_reference_is_guessed_through_its_framework(text, meant):
    assert library(aliases={"ours": "body-2020"}).nearest_reference(text) == meant


def test_a_bare_code_is_looked_for_in_the_frameworks_in_use():
    shelf = library()
    first, second = shelf.find("body-2010"), shelf.find("quality")
    assert first
    assert second
    assert shelf.nearest_reference("D1.1", (first, second)) == "body-2010:D1.1"
    assert shelf.nearest_reference("zzz", (first, second)) == ""


# --- editions


@pytest.mark.parametrize(
    ("more", "id_", "newest"),
    [
        ("", "body-2010", "body-2020"),
        ("", "body-2020", None),
        ("supersedes: body-2020\n", "body-2010", "body-2030"),
        ("supersedes: body-2020\n", "none", None),
    ],
)
def test_the_successor_is_the_newest_edition_at_hand(more, id_, newest):
    found = library(BODY.format(year=2030, title="Mine", more=more)).successor(id_)
    assert (found and found.id) == newest


def test_editions_that_replace_each_other_make_no_endless_walk():
    texts = [
        BODY.format(year=1, title="a", more="supersedes: body-2\n"),
        BODY.format(year=2, title="b", more="supersedes: body-1\n"),
    ]
    found = library(*texts).successor("body-1")
    assert found
    assert found.id == "body-2"


def test_the_shipped_library_is_found_and_every_framework_in_it_is_read():
    shipped = Library()
    assert "ipec-2023" in shipped.ids
    unread = [id_ for id_ in shipped.ids if shipped.find(id_) is None]
    assert unread == []
    assert set(shipped_tree().names("")) >= {"interprofessional/ipec-2023.yaml"}

"""Frameworks to Moodle and back; what Moodle would drop without a word is refused or named."""

import csv
from io import StringIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.books import imported, lost, only
from tests.hostile import HOSTILE
from tests.shared import shared

from alignkit.errors import NotExported, NotImported
from alignkit.exchange.lms.markup import plain_text
from alignkit.exchange.lms.moodle import HEADER, TAXONOMIES, write_moodle
from alignkit.exchange.losses import Written
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.model.documents import typed
from alignkit.model.framework import Framework
from alignkit.source.reader import parse
from alignkit.source.writer import document_text

BASE: dict[str, Any] = {
    "alignkit": "framework/1",
    "id": "uni-2026",
    "title": "Our competencies",
    "kind": "professional-body",
    "publisher": {"name": "Uni"},
    "levels": ["domain", "competency"],
}


def framework(**more: Any) -> Framework:
    record, _ = typed(parse(document_text({**BASE, **more}), "f.yaml"))
    assert isinstance(record, Framework)
    return record


def written(**more: Any) -> Written:
    return write_moodle(FrameworkIndex(framework(**more)), Library())


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode(), newline="")))


def as_moodle_takes_it(data: bytes) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the framework's row and the tree that Moodle's importer makes of a file.

    After framework_importer.php at 5181476: by position; rows without an id or a name go with all below them; of two
    rows with one id the later counts; parents are compared as PHP compares texts, numbers as numbers.
    """
    body = list(csv.reader(StringIO(data.decode(), newline="")))[1:]
    head = [row for row in body if row[12] not in ("", "0")][-1]
    flat = {row[1]: row for row in body if row[12] in ("", "0")}

    def equal(one: str, other: str) -> bool:
        try:
            return float(one) == float(other)
        except ValueError:
            return one == other

    def below(parent: str) -> dict[str, Any]:
        return {
            row[1]: (row[2], row[3], below(row[1]))
            for row in flat.values()
            if equal(row[0], parent) and row[1] not in ("", "0") and row[2] not in ("", "0")
        }

    return dict(zip(HEADER, head, strict=True)), below("")


ITEMS = [
    {
        "code": "1",
        "title": "Working together",
        "items": [
            {
                "code": "1.1",
                "text": "Names the tasks of others, and one's own",
                "items": [{"code": "1.1.1", "title": "x"}],
            },
            {"code": "1.10", "text": "Settles a conflict", "items": [{"code": "1.10.1", "title": "y"}]},
        ],
    },
    {"code": "0", "text": "Nought " * 30},
]


def test_the_header_is_that_of_moodle():
    official = shared("schemas/lms-csv/moodle-competency-framework.header.csv").read_text(encoding="utf-8")
    assert tuple(next(csv.reader([official.strip()]))) == HEADER
    assert tuple(next(csv.reader([written(items=ITEMS).data.decode().splitlines()[0]]))) == HEADER


def test_moodle_makes_the_same_tree_of_it():
    head, tree = as_moodle_takes_it(written(items=ITEMS).data)
    assert (head["ID number"], head["Short name"], head["Taxonomy"]) == (
        "uni-2026",
        "Our competencies",
        "domain,competency,competency,competency",
    )
    # 1.1 and 1.10 are one number in PHP, and an id "0" is empty there: with the framework's id they are neither.
    assert {code: sorted(below) for code, (_, _, below) in tree.items()} == {
        "uni-2026:1": ["uni-2026:1.1", "uni-2026:1.10"],
        "uni-2026:0": [],
    }
    top = tree["uni-2026:1"][2]
    assert list(top["uni-2026:1.1"][2]) == ["uni-2026:1.1.1"]
    assert list(top["uni-2026:1.10"][2]) == ["uni-2026:1.10.1"]
    name, description, _ = tree["uni-2026:0"]
    assert (len(name) <= 100, description) == (True, "Nought " * 30)


@pytest.mark.parametrize("id_", Library().ids)
def test_every_shipped_framework_arrives_whole(id_):
    index = Library().find(id_)
    assert index is not None
    head, tree = as_moodle_takes_it(write_moodle(index, Library()).data)

    def codes(below: dict[str, Any]) -> set[str]:
        return {code for id_, (_, _, more) in below.items() for code in (id_, *codes(more))}

    assert codes(tree) == {placed.ref for placed in index.items.values()}
    assert set(head["Taxonomy"].split(",")) <= set(TAXONOMIES)


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([{"code": "a", "text": "x"}, {"code": "a", "text": "y"}], 'two items have the code "a"'),
        ([{"code": "", "text": "x"}], "an item has no code"),
        ([{"code": "a" * 101, "text": "x"}], "is longer than 100 characters"),
        ([{"code": "a<b", "text": "x"}], "holds <"),
    ],
)
def test_what_moodle_would_drop_is_refused_with_its_place(items, said):
    with pytest.raises(NotExported, match=said) as error:
        written(items=items)
    assert error.value.where.startswith("f.yaml:")
    assert error.value.hint


def test_everything_that_moodle_has_no_place_for_is_named():
    found = written(
        items=[
            {
                "code": "a",
                "title": "<b>" + "t" * 120,
                "text": "x",
                "verified": "false",
                "source": "s",
                "level": "domain",
            }
        ],
        edition="1",
        levels=[["domain", "area"], "theme"],
    )
    assert {loss.what for loss in found.losses} == {
        "kind",
        "publisher",
        "edition",
        'the level name "area"',
        'the level name "theme"',
        "level of 1 item",
        "source of 1 item",
        "verified of 1 item",
        "the end of the title of a",
        "< and > in a name",
    }
    assert rows(found.data)[1]["Short name"].startswith("‹b›ttt")  # noqa: RUF001


LIVE = st.sampled_from(["=1", "+a", "-b", "@c", "'=d", "<p>", "a, b", 'say "x"', "é", "long " * 40])
WORDS = st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF, exclude_characters="<>"), min_size=1, max_size=12)
TEXTS = st.lists(st.one_of(WORDS, LIVE), min_size=1, max_size=4).map(" ".join).map(lambda text: " ".join(text.split()))
ITEM = st.fixed_dictionaries({"code": st.from_regex(r"[A-Z0-9][A-Za-z0-9.]{0,6}", fullmatch=True), "text": TEXTS})
TREES = st.recursive(
    ITEM,
    lambda below: st.builds(
        lambda item, items: {**item, "items": items}, ITEM, st.lists(below, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


def codes_in(items: list[dict[str, Any]]) -> list[str]:
    return [code for item in items for code in (item["code"], *codes_in(item.get("items", [])))]


def bare(items: list[dict[str, Any]]) -> list[Any]:
    return [(item["code"], item.get("text", item.get("title")), bare(item.get("items", []))) for item in items]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(st.lists(TREES, min_size=1, max_size=3).filter(lambda trees: len(set(codes_in(trees))) == len(codes_in(trees))))
def test_a_framework_comes_back(items):
    found = imported(written(items=items).data, "m.csv", format_="moodle")
    document = only(found)
    assert bare(document["items"]) == bare(items)
    assert (document["id"], document["title"]) == (BASE["id"], BASE["title"])
    assert found.losses == ()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_come_back_and_are_no_formulas(text):
    told = " ".join(text.encode("utf-8", "replace").decode().replace("\x00", "").split())
    if not told:
        return
    found = written(items=[{"code": "a", "text": told}])
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows(found.data) for cell in row.values())
    (item,) = only(imported(found.data, "m.csv", format_="moodle"))["items"]
    assert item["text"] == told


def table(*lines: list[str]) -> bytes:
    out = StringIO(newline="")
    csv.writer(out).writerows([list(HEADER), *lines])
    return out.getvalue().encode()


def line(parent: str, id_: str, name: str, description: str = "", **more: str) -> list[str]:
    cells = dict.fromkeys(HEADER, "")
    cells |= {"Parent ID number": parent, "ID number": id_, "Short name": name, "Description": description}
    return list({**cells, "Description format": "1", **more}.values())


HEAD = line("", "Demo FW", "Demo", **{"Is framework": "1", "Taxonomy": "domain,competency,skill,value"})


SCALE = {"Scale values": "No,Yes", "Scale configuration": "[]"}


def test_a_file_of_moodle_is_read_by_moodles_own_rules():
    found = imported(
        table(
            HEAD,
            line("", "A", "Area A", "<p>All of it</p>"),
            line(
                "A", "A 1", "First", "one &amp; <b>two</b>", **{"Scale values": "No,Yes", "Scale configuration": "[]"}
            ),
            line("A", "A2", "Second", **{"Cross-referenced competency ID numbers": "A 1,x%2Cy"}),
            line("A", "", "No id"),
            line("A", "A3", ""),
            line("nowhere", "B", "Lost"),
            line("A", "A2", "Second, again"),
            line("C", "C", "Its own parent"),
        ),
        "m.csv",
        format_="moodle",
    )
    document = only(found)
    assert (document["id"], document["title"], document["levels"]) == ("demo-fw", "Demo", ["domain", "competency"])
    assert document["items"] == [
        {
            "code": "A",
            "title": "Area A",
            "text": "All of it",
            "verified": False,
            "items": [
                {"code": "A-1", "title": "First", "text": "one & two", "verified": False},
                {"code": "A2", "title": "Second, again", "verified": False},
            ],
        }
    ]
    assert {where: what.partition(":")[0] for where, what in lost(found).items()} == {
        "B2": "Demo FW",
        "B4": "A 1",
        "D4": "markup",
        "F4": "a scale",
        "G4": "a scale's setting",
        "B5": "A2",
        "B6": "No id",
        "B7": "A3",
        "A8": "B",
        "A10": "C",
    }
    assert "3 competencies on 2 levels." in found.understood


def test_relations_are_named():
    found = imported(
        table(HEAD, line("", "A", "x", **{"Cross-referenced competency ID numbers": "B,x%2Cy"})),
        "m.csv",
        format_="moodle",
    )
    related = [loss.what for loss in found.losses if loss.where != "B2"]
    assert related == ["that A is related to B", "that A is related to x,y"]


def test_what_moodle_says_of_the_framework_itself_and_beyond_its_columns_is_kept_or_named():
    head = line("", "demo", "Demo", "<b>One</b>", **{"Is framework": "1", "Rule outcome (optional)": "2", **SCALE})
    first = [*line("", "A", "x", **{"Exported ID (optional)": "17"}), "more"]
    found = imported(
        table(head, first, line("", "B", "y", **{"Exported ID (optional)": "18"})), "m.csv", format_="moodle"
    )
    assert {where: what.partition(":")[0] for where, what in lost(found).items()} == {
        "D2": "markup",
        "F2": "a scale",
        "G2": "a scale's setting",
        "I2": "a rule's outcome",
        "O3": "more",
        "L3": "the exported id of 2 rows",
    }


def test_a_description_of_several_lines_becomes_a_note():
    head = line("", "demo", "Demo", "One\nand two", **{"Is framework": "1", "Description format": "2"})
    document = only(imported(table(head, line("", "A", "x")), "m.csv", format_="moodle"))
    assert (document["title"], document["notes"]) == ("Demo", ["One\nand two"])


def test_a_tree_deeper_than_moodles_levels_keeps_the_names_that_it_has():
    chain = [line("" if n == 1 else f"c{n - 1}", f"c{n}", f"Name {n}") for n in range(1, 6)]
    document = only(imported(table(HEAD, *chain), "m.csv", format_="moodle"))
    assert document["levels"] == ["domain", "competency", "skill", "value"]


def test_parents_in_a_circle_and_too_deep_are_named_as_such():
    circle = [line("y", "x", "X"), line("x", "y", "Y")]
    chain = [line("" if n == 1 else f"c{n - 1}", f"c{n}", f"Name {n}") for n in range(1, 18)]
    found = imported(table(HEAD, *circle, *chain), "m.csv", format_="moodle")
    why = "its parents lead round in a circle, or are more than 15"
    assert [loss.what for loss in found.losses if loss.why == why] == ["x", "y", "c16", "c17"]


def test_a_file_without_a_framework_is_refused():
    with pytest.raises(NotImported, match="no row has 1 under Is framework"):
        imported(table(line("", "A", "x")), "m.csv", format_="moodle")


def test_of_two_frameworks_the_last_counts():
    found = imported(table(HEAD, line("", "Two", "Two", **{"Is framework": "1"})), "m.csv", format_="moodle")
    assert only(found)["id"] == "two"
    assert lost(found) == {
        "B2": "Demo FW: the last framework of a file counts",
        "B3": "Two: an id is small letters, digits and hyphens here: it is two now",
    }


@pytest.mark.parametrize(
    ("text", "format_", "plain", "markup"),
    [
        ("<p>One</p><p>two<br/>three</p>", "1", "One two three", False),
        ("<script>alert(1)</script>x", "1", "alert(1) x", True),
        ("a < b &amp; c", "2", "a < b &amp; c", False),
        ("**bold**", "4", "**bold**", False),
        ("&lt;b&gt;", "", "<b>", False),
    ],
)
def test_descriptions_become_plain_text(text, format_, plain, markup):
    found = plain_text(text, format_)
    assert (" ".join(found[0].split()), found[1]) == (plain, markup)

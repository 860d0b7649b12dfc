"""Frameworks and outcomes to Canvas, by the rules of its importer, which are put down here once more."""

import csv
import re
from io import StringIO
from typing import Any

import pytest
from tests.hostile import HOSTILE
from tests.shared import shared

from alignkit.errors import NotExported
from alignkit.exchange.lms.canvas import HEADER, write_curriculum, write_framework
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.model.documents import typed
from alignkit.model.framework import Framework
from alignkit.rules.examine import examine
from alignkit.source.reader import parse
from alignkit.source.tree import Memory
from alignkit.source.writer import document_text

# Of csv_importer.rb and import.rb in instructure/canvas-lms, as docs/exchange.md cites them.
REQUIRED = {"title", "vendor_guid", "object_type", "parent_guids"}
KNOWN = REQUIRED | {
    *("canvas_id", "course_id", "description", "friendly_description", "display_name"),
    *("calculation_method", "calculation_int", "mastery_points", "workflow_state"),
}


def as_canvas_takes_it(data: bytes) -> dict[str, tuple[str, str, list[str]]]:
    """Return each group and outcome with its type, title and parents; fails where Canvas would refuse the file."""
    header, *body = list(csv.reader(StringIO(data.decode(), newline="")))
    assert set(header) >= REQUIRED
    assert set(header) <= KNOWN
    found: dict[str, tuple[str, str, list[str]]] = {}
    for cells in body:
        row = dict(zip(header, cells, strict=True))
        guid, kind, parents = row["vendor_guid"], row["object_type"], row["parent_guids"].split()
        assert guid
        assert not re.search(r"\s", guid)
        assert guid not in found
        assert kind in ("group", "outcome")
        assert 0 < len(row["title"]) <= 255
        assert row["workflow_state"] in ("", "active", "deleted")
        assert all(parent in found and found[parent][0] == "group" for parent in parents)
        assert kind == "outcome" or len(parents) < 2
        found[guid] = (kind, row["title"], parents)
    return found


@pytest.mark.parametrize("id_", Library().ids)
def test_every_shipped_framework_arrives_whole(id_):
    index = Library().find(id_)
    assert index is not None
    found = as_canvas_takes_it(write_framework(index, Library()).data)
    assert found.keys() == {id_, *(placed.ref for placed in index.items.values())}
    for placed in index.items.values():
        kind, _, parents = found[placed.ref]
        assert kind == ("outcome" if placed.is_leaf else "group")
        assert parents == [f"{id_}:{placed.parent}" if placed.parent else id_]


def test_the_columns_are_those_of_canvas():
    official = next(csv.reader([shared("schemas/lms-csv/canvas-outcomes.header.csv").read_text("utf-8").strip()]))
    assert set(HEADER) <= set(official)
    sample = shared("schemas/lms-csv/canvas-outcomes.doc-sample.csv").read_text("utf-8").splitlines()[0]
    assert set(HEADER) <= set(sample.split(","))


def framework(items: list[dict[str, Any]], **more: Any) -> FrameworkIndex:
    data = {"alignkit": "framework/1", "id": "f", "title": "F", "kind": "regulator", "publisher": {"name": "P"}}
    record, _ = typed(parse(document_text({**data, **more, "items": items}), "f.yaml"))
    assert isinstance(record, Framework)
    return FrameworkIndex(record)


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([{"code": "a", "text": "x"}, {"code": "a", "text": "y"}], 'two items have the code "a"'),
        ([{"code": "a b", "text": "x"}], "cannot be an id there"),
        ([{"code": "a" * 260, "text": "x"}], "cannot be an id there"),
        ([{"code": "canvas_outcome:12", "text": "x"}], "would be taken for another outcome"),
    ],
)
def test_what_canvas_would_refuse_or_confuse_is_refused_here(items, said):
    with pytest.raises(NotExported, match=said):
        write_framework(framework(items), Library())


def test_a_long_text_is_a_title_with_its_end_in_the_description():
    text = "word " * 100
    data = write_framework(framework([{"code": "a", "text": text}]), Library()).data
    (row,) = [row for row in csv.DictReader(StringIO(data.decode(), newline="")) if row["object_type"] == "outcome"]
    assert row["title"].endswith("…")
    assert row["description"] == text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_are_no_formulas(text):
    told = text.encode("utf-8", "replace").decode().replace("\x00", "")
    index = framework([{"code": "a", "title": told, "text": told}])
    written = write_framework(index, Library())
    assert len(as_canvas_takes_it(written.data)) == 2
    for row in csv.reader(StringIO(written.data.decode(), newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    if text == HOSTILE["a formula"]:
        assert any("apostrophe" in loss.why for loss in written.losses)


COURSE = """\
alignkit: curriculum/1
id: small
title: Small course
language: en
frameworks: [{use: ipec-2023, scope: [VE]}]
outcomes:
  - {id: LO1, text: Negotiate, bloom: apply, aligns: [ipec-2023:VE1]}
  - {id: LO2, text: Lead}
"""


def test_the_outcomes_of_a_curriculum_are_a_group():
    (examined,) = examine(Memory({"c.yaml": COURSE}), ["c.yaml"]).curricula
    written = write_curriculum(examined.case)
    assert as_canvas_takes_it(written.data) == {
        "small": ("group", "Small course", []),
        "small:LO1": ("outcome", "Negotiate", ["small"]),
        "small:LO2": ("outcome", "Lead", ["small"]),
    }
    assert {loss.what for loss in written.losses} == {"language", "ipec-2023: scope", "LO1: bloom and aligns"}


def test_two_outcomes_of_one_id_are_refused():
    (examined,) = examine(Memory({"c.yaml": COURSE.replace("LO2", "LO1")}), ["c.yaml"]).curricula
    with pytest.raises(NotExported, match="two outcomes have one id"):
        write_curriculum(examined.case)

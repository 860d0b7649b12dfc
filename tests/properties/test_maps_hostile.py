"""Whatever stands in the cells of a map is read or named: nothing breaks, and the same cells are read the same way."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.books import library
from tests.hostile import HOSTILE

from alignkit.exchange.formats import Surroundings
from alignkit.exchange.sheets.grid import Area, Book, Grid
from alignkit.exchange.sheets.map import read_map
from alignkit.source.reader import parse
from alignkit.source.writer import document_text

NAMES = [
    "Outcome ID",
    "Outcome",
    "Domain",
    "Type",
    "Weight",
    "Course",
    "Level",
    "Framework code",
    "Assessment",
    "Total",
]
LABELS = ["LO1 Lead", "LO2", "NURS 101 Care", "AS1 Exam", "1", "2", "3", "VE1", "ipec-2023:VE1", "IPEC 2023", "Apply"]
MARKS = ["I", "R", "M", "(I)", "M, A", "X", "40%", "12", "D", "I = Introduced", "no", "-"]
CELLS = st.sampled_from([*NAMES, *LABELS, *MARKS, *(text.strip() or "x" for text in HOSTILE.values())])
PLACES = st.tuples(st.integers(1, 7), st.integers(1, 7))
FAR = st.sampled_from([(1_048_576, 1), (1, 16_384), (1_048_576, 16_384)])


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    texts = draw(st.dictionaries(st.one_of(PLACES, PLACES, PLACES, FAR), CELLS, max_size=40))
    corners = st.tuples(PLACES, st.integers(0, 2), st.integers(0, 2))
    merged = [Area(row, column, row + down, column + right) for (row, column), down, right in draw(st.lists(corners))]
    return Grid("Map", texts, tuple(sorted(merged)))


def read(grid: Grid) -> Any:
    found = read_map("map.xlsx", Book((grid,)), Surroundings(library()))
    return found.documents, found.understood, found.losses


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(grids())
def test_any_cells_are_read_or_named_and_what_comes_of_them_is_a_file_of_ours(grid):
    documents, understood, losses = read(grid)
    assert not grid.texts or documents or losses
    assert read(grid) == (documents, understood, losses)
    for document in documents.values():
        assert parse(document_text(document), "map.yaml").problems == ()

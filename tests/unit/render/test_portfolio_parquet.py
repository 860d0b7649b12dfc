"""Parquet as other programs read it: names, types, groups of rows; tests/cli/test_portfolio.py has the numbers."""

import gc
from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.hostile import HOSTILE

from alignkit.render import portfolio_parquet
from alignkit.render.portfolio_parquet import PortfolioParquet
from alignkit.views.portfolio.table import FIELDS

SAMPLES = {"string": "x", "int32": 1, "bool": True, "double": 1.5, "list<string>": ["x"]}


def row(**values):
    """Return one row, column by column."""
    return {field.name: [values.get(field.name, SAMPLES[field.type])] for field in FIELDS}


def written(*portions):
    out = BytesIO()
    with PortfolioParquet(out) as table:
        for portion in portions:
            table.add(portion)
    return out.getvalue()


def test_the_schema_is_what_the_page_on_the_format_says():
    schema = pq.read_schema(BytesIO(written(row())))
    assert schema.names == [field.name for field in FIELDS]
    assert [each.nullable for each in schema] == [field.nullable for field in FIELDS]
    names = {"string": pa.string(), "int32": pa.int32(), "bool": pa.bool_(), "double": pa.float64()}
    assert [each.type for each in schema if each.name != "professions"] == [
        names[field.type] for field in FIELDS if field.name != "professions"
    ]
    assert schema.field("professions").type.value_type == pa.string()


def test_the_file_says_what_it_is():
    metadata = pq.read_metadata(BytesIO(written(row())))
    assert metadata.metadata[b"format"] == b"alignkit-portfolio-table/1"
    assert metadata.row_group(0).column(0).compression == "ZSTD"


def test_rows_go_out_in_groups_and_the_bytes_do_not_depend_on_the_portions(monkeypatch):
    monkeypatch.setattr(portfolio_parquet, "_ROWS", 3)
    rows = [row(item=str(number)) for number in range(7)]
    one_by_one = written(*rows)
    at_once = written({name: [each[name][0] for each in rows] for name in rows[0]})
    assert one_by_one == at_once
    metadata = pq.read_metadata(BytesIO(one_by_one))
    assert [metadata.row_group(n).num_rows for n in range(metadata.num_row_groups)] == [3, 3, 1]
    assert pq.read_table(BytesIO(one_by_one))["item"].to_pylist() == [str(number) for number in range(7)]


def test_a_portfolio_without_rows_is_a_table_without_rows():
    assert pq.read_table(BytesIO(written())).num_rows == 0


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_an_author_typed_comes_back_as_it_was(text):
    shown = text.encode(errors="replace").decode()  # half a character is no text
    assert pq.read_table(BytesIO(written(row(curriculum_title=text))))["curriculum_title"].to_pylist() == [shown]


class Full(BytesIO):
    """A disk on which there is no room for what is written after the beginning."""

    def write(self, data):
        """Refuse what is more than the first few bytes."""
        if self.tell() > 4:
            raise OSError(28, "No space left on device")
        return super().write(data)


def test_what_stops_a_run_is_told_once(capfd):
    table = PortfolioParquet(Full())
    table.add(row())
    table.__exit__(KeyboardInterrupt)
    del table
    gc.collect()
    assert capfd.readouterr().err == ""


def test_a_disk_that_is_full_at_the_end_is_told(capfd):
    table = PortfolioParquet(Full())
    table.add(row())
    with pytest.raises(OSError, match="No space left"):
        table.__exit__(None)
    del table
    gc.collect()
    assert capfd.readouterr().err == ""

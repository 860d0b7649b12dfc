"""A portfolio as Parquet, written while the curricula come: docs/formats/portfolio-parquet.md lists the columns."""

from contextlib import suppress
from typing import TYPE_CHECKING, Any, BinaryIO, Self

from alignkit import __version__
from alignkit.views.portfolio.table import FIELDS, TABLE

if TYPE_CHECKING:
    import pyarrow as pa

# Rows of one row group: what is in memory at a time, and what a reader may skip.
_ROWS = 65_536
COMPRESSION = "zstd"
_LEVEL = 3


class PortfolioParquet:
    """The file while it is written to a stream; the same rows give the same bytes, whatever portions they come in."""

    def __init__(self, out: BinaryIO) -> None:
        """Write the beginning; needs pyarrow."""
        from pyarrow.parquet import ParquetWriter  # noqa: PLC0415 - only Parquet needs it

        self._schema = schema()
        self._writer = ParquetWriter(
            out, self._schema, compression=COMPRESSION, compression_level=_LEVEL, version="2.6", store_schema=False
        )
        self._waiting: dict[str, list[Any]] = {field.name: [] for field in FIELDS}

    def add(self, rows: dict[str, list[Any]]) -> None:
        """Write some rows, given column by column."""
        for name, values in rows.items():
            self._waiting[name] += values
        while len(self._waiting[FIELDS[0].name]) >= _ROWS:
            self._write({name: values[:_ROWS] for name, values in self._waiting.items()})
            self._waiting = {name: values[_ROWS:] for name, values in self._waiting.items()}

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Write what is left, and the end; where anything was raised, the stream is of no use and stays as it is."""
        try:
            if kind is None:
                self._end()
            else:
                with suppress(OSError):
                    self._writer.close()
        finally:
            self._writer.is_open = False  # or it would try again when it goes, and say so

    def _end(self) -> None:
        if self._waiting[FIELDS[0].name]:
            self._write(self._waiting)
        self._writer.add_key_value_metadata({"format": TABLE, "alignkit": __version__})
        self._writer.close()

    def _write(self, columns: dict[str, list[Any]]) -> None:
        from pyarrow import Table  # noqa: PLC0415

        try:
            table = Table.from_pydict(columns, schema=self._schema)
        except UnicodeEncodeError:
            # The name of a file may be no text at all.
            texts = {name: [_text(value) for value in values] for name, values in columns.items()}
            table = Table.from_pydict(texts, schema=self._schema)
        self._writer.write_table(table, row_group_size=_ROWS)


def _text(value: Any) -> Any:
    """Return the value, a text with a question mark for each half of a character."""
    return value.encode(errors="replace").decode() if isinstance(value, str) else value


def schema() -> "pa.Schema":
    """Return the columns with their types."""
    import pyarrow as pa  # noqa: PLC0415

    types = {
        "string": pa.string(),
        "int32": pa.int32(),
        "double": pa.float64(),
        "bool": pa.bool_(),
        "list<string>": pa.list_(pa.field("element", pa.string(), nullable=False)),
    }
    return pa.schema([pa.field(each.name, types[each.type], each.nullable) for each in FIELDS])

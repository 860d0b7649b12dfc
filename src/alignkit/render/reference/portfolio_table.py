"""The page on a portfolio as Parquet, from the columns as the code has them."""

from collections.abc import Iterable

from alignkit.views.portfolio.table import TABLE, Field

_HEAD = f"""\
<!-- Written by docs/generate.py from the code; change the code, not this page. -->

# `{TABLE}`: a portfolio as Parquet

`alignkit portfolio FOLDER --output portfolio.parquet` writes one row for each curriculum and item of each framework
that it is looked at through: the frameworks that it declares, or those of `--for` and `--jurisdiction`. It needs
`pip install 'alignkit[parquet]'`.

Rows come in the order of files, then of frameworks as the curriculum names them, then of items as the publisher has
them. Every item of a framework is there, also those that nothing claims, those out of scope, and those with items
below them. **Coverage is counted where `in_scope` is true**; elsewhere `step` is null, so that `count(step)` counts
what counts.

| column | type | may be null | what |
| --- | --- | --- | --- |
"""
_TAIL = """
The key-value metadata of the file has `format` (this page's title) and `alignkit` (the version that wrote it). Within
`/1`, columns may be added, at the end, and none is removed or changes its meaning or type. Compression is Zstandard,
level 3, in row groups of 65,536 rows. The same input gives the same bytes with the same version of pyarrow, which
names itself in `created_by`; no time and no path of a machine is in it. Half a character, which a file's name may
hold, becomes a question mark.

## Asking it

With [DuckDB](https://duckdb.org), how far each framework gets across the institution:

```sql
SELECT framework, count(DISTINCT item) AS items,
       count(DISTINCT item) FILTER (step_number >= 2) AS taught,
       count(DISTINCT item) FILTER (step_number >= 3) AS assessed
FROM 'portfolio.parquet' WHERE in_scope GROUP BY framework ORDER BY framework;
```

What one curriculum alone teaches:

```sql
SELECT ref, item_text, any_value(curriculum_title) AS curriculum
FROM 'portfolio.parquet' WHERE step_number >= 2 GROUP BY ref, item_text HAVING count(*) = 1 ORDER BY ref;
```
"""


def portfolio_table_page(fields: Iterable[Field]) -> str:
    """Return the page, a line for each column."""
    return _HEAD + "".join(map(_line, fields)) + _TAIL


def _line(field: Field) -> str:
    return f"| `{field.name}` | {field.type} | {'yes' if field.nullable else ''} | {field.what} |\n"

"""The whole graph of a curriculum as two tables, its nodes and its edges, for spreadsheets and data frames."""

import csv
from collections.abc import Iterable
from io import StringIO

from alignkit.analysis.case import Case
from alignkit.exchange.formats import Exporter, Format
from alignkit.exchange.graph_rows import EDGE_COLUMNS, NODE_COLUMNS, Row, rows_of
from alignkit.exchange.losses import Loss, Written
from alignkit.exchange.sheets.text_table import guarded
from alignkit.wording import count


def write_graph_csv(case: Case) -> Written:
    """Return the table of nodes, and beside it the table of edges; `source` and `target` are ids of nodes."""
    rows = rows_of(case)
    nodes, edges = _table(NODE_COLUMNS, rows.nodes), _table(EDGE_COLUMNS, rows.edges)
    changed = [row for row in (*rows.nodes, *rows.edges) if any(guarded(text) != text for text in row.values())]
    losses = list(rows.losses)
    if changed:
        why = "a spreadsheet would calculate it: an apostrophe stands before it"
        losses.append(Loss(changed[0]["at"], f"the first sign of a text in {count(len(changed), 'row')}", why))
    return Written(nodes, tuple(sorted(losses)), {"-edges.csv": edges})


def _table(columns: Iterable[str], rows: Iterable[Row]) -> bytes:
    written = StringIO()
    # Lines end as RFC 4180 has it: a carriage return within a text is put in quotation marks only where they do.
    table = csv.writer(written)
    table.writerow(columns)
    table.writerows([guarded(text) for text in row.values()] for row in rows)
    return written.getvalue().encode()


FORMAT = Format(title="CSV of the graph", exporters=(Exporter("curriculum", "-nodes.csv", write_graph_csv),))

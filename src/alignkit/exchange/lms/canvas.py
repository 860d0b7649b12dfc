"""Canvas' outcomes as CSV: by the names of its columns, each group before what is in it, ids without spaces."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from alignkit.analysis.case import Case
from alignkit.exchange.behind import frameworks_left, keys_left, sections_left
from alignkit.exchange.formats import Exporter, Format
from alignkit.exchange.lms.tree import Placed, cut_titles, guarded_row, items_in, names, refuse, said_of_items
from alignkit.exchange.losses import Loss, Written
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.model.curriculum import Curriculum, Outcome
from alignkit.model.framework import Framework
from alignkit.model.located import Located
from alignkit.wording import shortened

# Canvas refuses a whole file for one column that it does not know; it has more than these.
HEADER = ("vendor_guid", "object_type", "title", "description", "display_name", "workflow_state", "parent_guids")
_MOST = 255
_NO_PLACE = "Canvas has no place for it"
# Canvas takes these for numbers of its own database.
_TAKEN = re.compile(r"canvas_outcome(_group)?:\d+")
Row = tuple[dict[str, str], Located]


def write_framework(index: FrameworkIndex, library: Library) -> Written:  # noqa: ARG001 - every exporter is called so
    """Return a framework as groups of outcomes; NotExported where Canvas would refuse part of it."""
    framework = index.framework
    placed = items_in(framework)
    losses = [
        *sections_left(framework, ("id", "title", "short", "items"), _NO_PLACE),
        *said_of_items(placed, ("code", "title", "text", "items")),
        *cut_titles(placed, _MOST),
    ]
    return _written([_group(framework.id, framework.title, framework), *_items(placed, framework)], losses)


def _items(placed: tuple[Placed, ...], framework: Framework) -> Iterator[Row]:
    for each in placed:
        title, description = names(each.item, _MOST)
        yield (
            _cells(
                vendor_guid=_guid(f"{framework.id}:{each.item.code}", each.item),
                object_type="group" if each.item.items else "outcome",
                title=title,
                description=description,
                display_name=each.item.code,
                parent_guids=f"{framework.id}:{each.parent}" if each.parent else framework.id,
            ),
            each.item,
        )


def write_curriculum(case: Case) -> Written:
    """Return the outcomes of a curriculum as a group of Canvas' outcomes."""
    curriculum = case.curriculum
    outcomes = tuple(case.outcomes.values())
    if len(outcomes) < len(curriculum.outcomes):
        twice = next(each for each in curriculum.outcomes if each not in outcomes)
        raise refuse("two outcomes have one id, or one has none", twice, "Canvas takes an id once in a file")
    rows = [_group(curriculum.id, curriculum.title, curriculum), *_outcomes(outcomes, curriculum)]
    losses = [*sections_left(curriculum, ("id", "title", "outcomes", "frameworks"), _NO_PLACE)]
    losses += frameworks_left(curriculum)
    for outcome in outcomes:
        losses += keys_left(outcome, outcome.id, ("id", "text"), _NO_PLACE)
    return _written(rows, losses)


def _outcomes(outcomes: tuple[Outcome, ...], curriculum: Curriculum) -> Iterator[Row]:
    for outcome in outcomes:
        title = shortened(outcome.text or outcome.id, _MOST)
        yield (
            _cells(
                vendor_guid=_guid(f"{curriculum.id}:{outcome.id}", outcome),
                object_type="outcome",
                title=title,
                description=outcome.text if outcome.text != title else "",
                display_name=outcome.id,
                parent_guids=curriculum.id,
            ),
            outcome,
        )


def _group(id_: str, title: str, record: Located) -> Row:
    name = shortened(title or id_, _MOST)
    rest = title if title != name else ""
    return _cells(vendor_guid=_guid(id_, record), object_type="group", title=name, description=rest), record


def _cells(**given: str) -> dict[str, str]:
    return {**dict.fromkeys(HEADER, ""), "workflow_state": "active", **given}


def _guid(text: str, record: Located) -> str:
    if not text or re.search(r"\s", text) or len(text) > _MOST:
        raise refuse(
            f'"{shortened(text, 40)}" cannot be an id there', record, "Canvas' ids have 1 to 255 signs, no space"
        )
    if _TAKEN.search(text):
        raise refuse(f'"{text}" would be taken for another outcome', record, "Canvas reads it as a number of its own")
    return text


def _written(rows: list[Row], losses: list[Loss]) -> Written:
    out = StringIO(newline="")
    writer = csv.DictWriter(out, HEADER)
    writer.writeheader()
    writer.writerows(guarded_row(row, record, losses) for row, record in rows)
    return Written(out.getvalue().encode(), tuple(losses))


FORMAT = Format(
    title="outcomes for Canvas (CSV)",
    exporters=(Exporter("framework", ".csv", write_framework), Exporter("curriculum", ".csv", write_curriculum)),
)

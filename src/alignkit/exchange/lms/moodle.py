"""Moodle's competency frameworks as CSV (tool_lpimportcsv): its columns count by position, whatever they are called.

What Moodle would drop without a word is refused here: rows without an id or a name, ids that it takes for one another.
An id is written as `framework-id:code`, since Moodle compares bare codes as numbers, and 1.1 equals 1.10 there.
"""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from alignkit.exchange.behind import sections_left
from alignkit.exchange.formats import Exporter, Format, Imported, Importer
from alignkit.exchange.lms.from_moodle import read_moodle
from alignkit.exchange.lms.tree import Placed, cut_titles, guarded_row, items_in, names, refuse, said_of_items
from alignkit.exchange.losses import Loss, Written
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.model.framework import Framework
from alignkit.wording import shortened

HEADER = (
    "Parent ID number",
    "ID number",
    "Short name",
    "Description",
    "Description format",
    "Scale values",
    "Scale configuration",
    "Rule type (optional)",
    "Rule outcome (optional)",
    "Rule config (optional)",
    "Cross-referenced competency ID numbers",
    "Exported ID (optional)",
    "Is framework",
    "Taxonomy",
)
TAXONOMIES = (
    "behaviour",
    "competency",
    "concept",
    "domain",
    "indicator",
    "level",
    "outcome",
    "proficiency",
    "skill",
    "value",
)
MOST = 100
_DEEPEST = 4
_PLAIN_TEXT = "2"
_MARKUP = str.maketrans({"<": "‹", ">": "›"})  # noqa: RUF001


def write_moodle(index: FrameworkIndex, library: Library) -> Written:  # noqa: ARG001 - every exporter is called so
    """Return a framework as Moodle imports it; NotExported where it would drop part of it."""
    framework = index.framework
    placed = items_in(framework)
    losses = list(_losses(framework, placed))
    rows = [_head(framework), *(_row(each, framework.id) for each in placed)]
    records = (framework, *(each.item for each in placed))
    safe = [guarded_row(row, record, losses) for row, record in zip(rows, records, strict=True)]
    out = StringIO(newline="")
    writer = csv.DictWriter(out, HEADER)
    writer.writeheader()
    writer.writerows(safe)
    return Written(out.getvalue().encode(), tuple(losses))


def _head(framework: Framework) -> dict[str, str]:
    _fits(framework.id, framework)
    return _cells(
        {
            "ID number": framework.id,
            "Short name": _name(framework.short or framework.title),
            "Description": framework.title,
            "Is framework": "1",
            "Taxonomy": ",".join(_taxonomies(framework)),
        }
    )


def _row(placed: Placed, framework_id: str) -> dict[str, str]:
    name, description = names(placed.item, MOST)
    id_ = f"{framework_id}:{placed.item.code}"
    _fits(id_, placed.item)
    return _cells(
        {
            "Parent ID number": f"{framework_id}:{placed.parent}" if placed.parent else "",
            "ID number": id_,
            "Short name": _name(name),
            "Description": description,
        }
    )


def _cells(given: dict[str, str]) -> dict[str, str]:
    return {**dict.fromkeys(HEADER, ""), "Description format": _PLAIN_TEXT, **given}


def _name(text: str) -> str:
    """Return a short name; Moodle takes out what looks like markup, and drops what is then empty."""
    return shortened(text.translate(_MARKUP), MOST)


def _fits(id_: str, record: Any) -> None:
    if len(id_) > MOST:
        raise refuse(f"the id {shortened(id_, 40)} is longer than {MOST} characters", record, "Moodle cuts ids there")
    if "<" in id_:
        raise refuse(f"the id {shortened(id_, 40)} holds <", record, "Moodle takes out what looks like markup")


def _taxonomies(framework: Framework) -> list[str]:
    """Return what Moodle calls the four levels that it names: the level's own name where Moodle knows it."""
    own = [level[0] if level else "" for level in framework.levels[:_DEEPEST]]
    own += [""] * (_DEEPEST - len(own))
    return [name if name in TAXONOMIES else "competency" for name in own]


def _losses(framework: Framework, placed: tuple[Placed, ...]) -> Iterator[Loss]:
    yield from sections_left(framework, ("id", "title", "short", "items", "levels"), "Moodle has no place for it")
    for level in framework.levels:
        for name in level:
            if name not in TAXONOMIES or name != level[0]:
                where = str(framework.key_place("levels"))
                yield Loss(where, f'the level name "{name}"', "Moodle knows ten names of its own, one for each depth")
    yield from said_of_items(placed, ("code", "title", "text", "items"))
    yield from cut_titles(placed, MOST)
    for each in placed:
        if names(each.item, MOST)[0] != _name(names(each.item, MOST)[0]):
            yield Loss(str(each.item.at), "< and > in a name", "Moodle would take out what is between them")
    if len(framework.short or framework.title) > MOST:
        yield Loss(str(framework.at), "the end of its short name", f"Moodle cuts names at {MOST} characters")


def _recognises(name: str, beginning: bytes) -> bool:
    first = beginning.partition(b"\n")[0].lower()
    return name.casefold().endswith(".csv") and b"parent id number" in first and b"is framework" in first


def read(name: str, data: bytes) -> Imported:
    """Return the framework that Moodle has written out."""
    return read_moodle(name, data)


FORMAT = Format(
    title="a competency framework of Moodle (CSV)",
    exporters=(Exporter("framework", ".csv", write_moodle),),
    importer=Importer(_recognises, read),
)

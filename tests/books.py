"""Workbooks as people keep them, built in memory by openpyxl, which alignkit does not write with."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from alignkit.exchange.formats import Imported, Surroundings, format_named
from alignkit.library.library import Library
from alignkit.model.documents import typed
from alignkit.model.import_mapping import ImportMapping
from alignkit.source.reader import parse

Rows = Sequence[Any]


def workbook(sheets: dict[str, Rows], *merged: str) -> Workbook:
    """Return a workbook with these sheets; `merged` are areas of the first."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    for area in merged:
        book.worksheets[0].merge_cells(area)
    return book


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def xlsx(sheets: dict[str, Rows], *merged: str) -> bytes:
    """Return a workbook of these sheets as bytes."""
    return saved(workbook(sheets, *merged))


def imported(
    data: bytes, name: str = "map.xlsx", frameworks: tuple[str, ...] = (), mapping: str = "", format_: str = "xlsx"
) -> Imported:
    """Return what a format's importer finds in the bytes."""
    importer = format_named(format_).importer
    assert importer is not None
    if not importer.placed:
        return importer.read(name, data)
    return importer.read(name, data, Surroundings(library(), frameworks, mapping_of(mapping) if mapping else None))


@cache
def library() -> Library:
    """Return the library as shipped, whose frameworks are read once for all tests."""
    return Library()


def mapping_of(text: str) -> ImportMapping:
    record, problems = typed(parse(f"alignkit: import-mapping/1\n{text}", "mapping.yaml"))
    assert problems == ()
    assert isinstance(record, ImportMapping)
    return record


def only(found: Imported) -> dict[str, Any]:
    """Return the one document that was imported."""
    (document,) = found.documents.values()
    return document


def aligns(document: dict[str, Any]) -> dict[tuple[str, str], str]:
    """Return each alignment as outcome and item with its depth, "partial" behind it where it is in part."""
    links = {}
    for outcome in document["outcomes"]:
        for link in outcome.get("aligns", ()):
            said = {"to": link} if isinstance(link, str) else link
            links[outcome["id"], said["to"]] = " ".join(said[key] for key in ("depth", "strength") if key in said)
    return links


def taught(document: dict[str, Any]) -> set[tuple[str, str]]:
    """Return each activity with each outcome that it addresses."""
    return {
        (activity["id"], outcome)
        for module in document.get("modules", ())
        for activity in module.get("activities", ())
        for outcome in activity.get("outcomes", ())
    }


def assessed(document: dict[str, Any]) -> set[tuple[str, str]]:
    """Return each assessment with each outcome that it assesses."""
    return {(each["id"], outcome) for each in document.get("assessments", ()) for outcome in each.get("outcomes", ())}


def lost(found: Imported) -> dict[str, str]:
    """Return what was not carried over, by place."""
    return {loss.where: f"{loss.what}: {loss.why}" for loss in found.losses}

"""What the template report.typ is told: the document's blocks as plain values, every text fit to be typeset."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from msgspec import Struct, structs

from alignkit.render.report import tones
from alignkit.render.report.blocks import (
    Block,
    Bullets,
    Cell,
    Code,
    Document,
    Facts,
    Paragraph,
    Picture,
    Row,
    Runs,
    Section,
    Table,
)
from alignkit.render.report.breaking import IN_HEADINGS, IN_TEXT, breakable, letters
from alignkit.render.report.drawing import size, static
from alignkit.render.report.language import Language
from alignkit.render.report.links import target
from alignkit.render.report.pages import Chapter, anchors, chapters, compact, footer, room, widths
from alignkit.render.report.signs import held

Plain = dict[str, Any]
# Where the template puts the number of the page, and how many there are; held() keeps these signs out of texts.
PAGE, PAGES = "\ue001", "\ue002"
# A country has two letters in a language tag; scripts and dialects have more.
_REGION = 2
_HIGHEST = {False: 200.0, True: 130.0}
# A row with more text than this in a cell may be longer than a page.
_WHOLE = 600


class Paper(Struct, frozen=True):
    """What a chapter is typeset on, and where in the whole report its links can lead."""

    places: frozenset[str]
    sideways: bool = False


def content(document: Document, say: Language) -> Plain:
    """Return everything that the template typesets; a stretch is of chapters that lie the same way."""
    parts = chapters(document, say)
    places = frozenset(anchors(parts))
    language, *subtags = document.language.split("-")
    return {
        "title": breakable(_named(document.title, say("Report")), IN_HEADINGS),
        "subtitle": breakable(document.subtitle),
        "language": language,
        "region": next((each for each in subtags if len(each) == _REGION), None),
        "footer": _runs(footer(document), Paper(places)),
        "words": _words(say),
        "colours": _colours(),
        "looks": {tone: structs.asdict(look) for tone, look in tones.LOOKS.items()},
        "stretches": [
            _stretch(group, Paper(places, sideways)) for sideways, group in groupby(parts, lambda part: part.sideways)
        ],
    }


def _named(name: str, otherwise: str) -> str:
    """Return the name; where that is blank, what a reader that speaks can announce in its place, as PDF/UA asks."""
    return name if name.strip() else otherwise


def _words(say: Language) -> Plain:
    return {
        "contents": say("Contents"),
        "table": say("Table"),
        "figure": say("Figure"),
        "as-table": say("The same as a table"),
        "page": say("Page {page} of {pages}", page=PAGE, pages=PAGES),
    }


def _colours() -> Plain:
    return {
        "ink": tones.INK,
        "quiet": tones.QUIET,
        "accent": tones.ACCENT,
        "link": tones.LINK,
        "line": tones.LINE,
        "head": tones.HEAD_GROUND,
        "branch": tones.BRANCH_GROUND,
        "note": tones.NOTE_GROUND,
        "warn": tones.WARN_GROUND,
        "warn-edge": tones.WARN_INK,
    }


def _stretch(group: Iterable[Chapter], paper: Paper) -> Plain:
    return {"sideways": paper.sideways, "chapters": [_block(chapter.section, paper, 1) for chapter in group]}


def _block(block: Block, paper: Paper, level: int) -> Plain:
    match block:
        case Section():
            told = _section(block, paper, level)
        case Paragraph():
            told = {"kind": "paragraph", "tone": block.tone, "runs": _runs(block.runs, paper)}
        case Bullets():
            items = [_runs(item, paper) for item in block.items]
            told = {"kind": "bullets", "numbered": block.numbered, "items": items}
        case Facts():
            told = {"kind": "facts", "pairs": [_pair(name, lines, paper) for name, lines in block.pairs]}
        case Table():
            told = _table(block, paper)
        case Picture():
            told = _picture(block, paper)
        case Code():
            told = {"kind": "code", "text": breakable(block.text.rstrip("\n"))}
    return told


def _section(section: Section, paper: Paper, level: int) -> Plain:
    blocks = [_block(block, paper, level + 1) for block in section.blocks]
    title = breakable(_named(section.title, section.id), IN_HEADINGS)
    return {"kind": "section", "id": section.id, "title": title, "level": level, "blocks": blocks}


def _pair(name: str, lines: tuple[Runs, ...], paper: Paper) -> Plain:
    return {"name": breakable(name, IN_HEADINGS), "lines": [_runs(line, paper) for line in compact(lines)]}


def _table(table: Table, paper: Paper) -> Plain:
    fits = [letters(width) for width in widths(table.columns, room(sideways=paper.sideways))]
    columns = [
        {"title": breakable(column.title, most), "width": column.width, "figures": column.figures}
        for column, most in zip(table.columns, fits, strict=True)
    ]
    return {
        "kind": "table",
        "id": table.id,
        "caption": breakable(table.caption),
        "columns": columns,
        "rows": [_row(row, fits, paper) for row in table.rows],
        "empty": held(table.empty),
    }


def _row(row: Row, fits: list[int], paper: Paper) -> Plain:
    cells = [_cell(cell, most, paper) for cell, most in zip(row.cells, fits, strict=True)]
    return {"branch": row.kind == "branch", "depth": row.depth, "anchor": row.anchor, "cells": cells}


def _cell(cell: Cell, most: int, paper: Paper) -> Plain:
    return {"lines": [_runs(line, paper, most) for line in cell.lines], "whole": len(cell.text) <= _WHOLE}


def _picture(picture: Picture, paper: Paper) -> Plain:
    svg = static(picture.svg)
    width, height = size(svg, room(sideways=paper.sideways), _HIGHEST[paper.sideways])
    return {
        "kind": "picture",
        "id": picture.id,
        "caption": breakable(picture.caption),
        "alt": held(_named(picture.alt, _named(picture.caption, picture.id))),
        "svg": svg,
        "width": width,
        "height": height,
        "table": picture.table.id,
    }


def _runs(runs: Runs, paper: Paper, most: int = IN_TEXT) -> list[Plain]:
    return [
        {"text": breakable(run.text, most), "tone": run.tone, "link": target(run.link, paper.places)} for run in runs
    ]

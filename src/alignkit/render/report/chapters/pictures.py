"""Pictures as blocks: drawn, said in words, and with the table that has the same content."""

from collections.abc import Callable
from typing import Any

from alignkit.phrase import Phrase
from alignkit.render.pictures import alluvial, depth_through_time, heat_map, ladder_bars, together
from alignkit.render.pictures.drawing import Pen
from alignkit.render.pictures.palette import Palette
from alignkit.render.report.blocks import Cell, Column, Picture, Row, Table
from alignkit.render.report.chapters.pieces import anchor, cell, figure
from alignkit.render.report.language import Language
from alignkit.views.pictures import parts
from alignkit.views.report.pictures import PicturesView

Draw = Callable[[Any, Pen], str]


class Gallery:
    """The pictures of a report, drawn when they are asked for, in the report's language and in a palette.

    Without a palette the colours are the page's own, light or dark; paper and Word need one.
    """

    def __init__(self, view: PicturesView, say: Language, palette: Palette | None = None) -> None:
        """Take the pictures, the language, and the colours."""
        self._view = view
        self._say = say
        self._palette = palette

    def ladders(self) -> Picture:
        """Return how far each framework got."""
        return self._drawn("ladders", self._view.ladders, ladder_bars.render)

    def together(self) -> Picture:
        """Return which professions learn together."""
        return self._drawn("together", self._view.together, together.render)

    def heat_map(self, framework: str) -> Picture:
        """Return how far each item gets through each module."""
        return self._drawn("heat-map", self._view.frameworks[framework].heat_map, heat_map.render, framework)

    def depth(self, framework: str) -> Picture:
        """Return in which modules each item is introduced, reinforced, mastered."""
        return self._drawn("depth", self._view.frameworks[framework].depth, depth_through_time.render, framework)

    def routes(self, framework: str) -> Picture:
        """Return where outcomes lead: activities, assessments, the framework's parts."""
        return self._drawn("routes", self._view.frameworks[framework].routes, alluvial.render, framework)

    def _drawn(self, kind: str, picture: Any, draw: Draw, framework: str = "") -> Picture:
        name = anchor(kind, framework) if framework else kind
        title, alt = self._say(picture.title), self._say(picture.alt)
        svg = draw(picture, Pen(name, self._say, self._palette, heading=False))
        return Picture(f"{name}-picture", title, alt, svg, self._table(name, title, picture.table))

    def _table(self, name: str, title: str, table: parts.Table) -> Table:
        columns = tuple(Column(self._words(each), 4 if number == 0 else 2) for number, each in enumerate(table.header))
        rows = tuple(Row(tuple(map(self._cell, row.cells))) for row in table.rows)
        return Table(f"{name}-table", title, columns, rows, self._say("There is nothing to show."))

    def _cell(self, value: parts.Text | int) -> Cell:
        return figure(self._say, value) if isinstance(value, int) else cell(self._words(value))

    def _words(self, text: parts.Text) -> str:
        return self._say(text) if isinstance(text, Phrase) else text

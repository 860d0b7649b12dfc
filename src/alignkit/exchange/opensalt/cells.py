"""Places in the package that sheets were turned into -> the cells that they came from."""

import re

from msgspec.structs import replace

from alignkit.exchange.losses import Loss
from alignkit.exchange.opensalt.sheet import Sheet

_PLACE = re.compile(r"\$\.(?:(CFDocument)|(CFItems|CFAssociations)\[(\d+)\])(?:\.(\w+)|\[\"([^\"]+)\"\])?.*")


class Cells:
    """Knows the sheet of each part of a package."""

    def __init__(self, sheets: dict[str, Sheet]) -> None:
        """Take the sheets by the part that each became: CFDocument, CFItems, CFAssociations."""
        self._sheets = sheets

    def cell(self, path: str) -> str:
        """Return the cell that a path means, such as `CF Item!B5`, or its row; the path where it came from none."""
        found = _PLACE.fullmatch(path)
        if not found:
            return path
        sheet = self._sheets.get(found[1] or found[2])
        number = int(found[3] or 0)
        if sheet is None or number >= len(sheet.rows):
            return path
        column = sheet.letters.get(_COLUMNS.get(found[4] or "", found[4] or found[5] or ""), "")
        return f"{sheet.title}!{column or 'row '}{sheet.rows[number].number}"

    def losses(self, losses: tuple[Loss, ...]) -> tuple[Loss, ...]:
        """Return the losses with cells for their places."""
        return tuple(sorted(replace(loss, where=self.cell(loss.where)) for loss in losses))


_COLUMNS = {
    "originNodeURI": "originNodeIdentifier",
    "destinationNodeURI": "destinationNodeIdentifier",
    "lastChangeDateTime": "lastChangeDate",
}

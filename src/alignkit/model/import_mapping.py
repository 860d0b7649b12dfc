"""`import-mapping/1`: how an unusual spreadsheet is to be read, by the word of somebody who knows it."""

from typing import Annotated, ClassVar

from alignkit.model import vocabulary as words
from alignkit.model.located import Closed, Form, Located, OneOrMany

AXES = Closed(("outcomes", "items", "modules", "assessments", "bloom"))
LAYOUTS = Closed(("table", "matrix", "skip"))
LETTER_MEANINGS = Closed(("introduce", "reinforce", "master", "aligned", "partial", "assessed", "not-addressed"))
ROLES = Closed(
    (
        "outcome-id",
        "outcome",
        "bloom",
        "domain",
        "interprofessional",
        "item",
        "framework",
        "depth",
        "strength",
        "why",
        "module-id",
        "module",
        "activity-id",
        "activity",
        "hours",
        "assessment-id",
        "assessment",
        "purpose",
        "method",
        "weight",
        "outcomes",
        "ignore",
    )
)
COLUMN = Form(r"[A-Z]{1,3}", "a column's letters", "C")
COLUMNS = Form(r"[A-Z]{1,3}(:[A-Z]{1,3})?", "a column's letters, or the first and the last with a colon", "D:Z")


class SheetMapping(Located, frozen=True, kw_only=True):
    """How one sheet is to be read; what is left out is recognised as usual."""

    short_for: ClassVar[str] = "sheet"

    sheet: Annotated[str, "Its name; in a CSV file, which has one, it may be left out."] = ""
    layout: Annotated[
        str, LAYOUTS, "A `table` has one fact a row, a `matrix` a cell for each pair, `skip` is not read."
    ] = ""
    header: Annotated[int | None, "The row that names the columns."] = None
    last: Annotated[int | None, "The last row that belongs to it; below are notes."] = None
    roles: Annotated[dict[str, Annotated[str, ROLES]], "What each column holds, by its letters: `{A: item}`."] = {}
    rows: Annotated[str, AXES, "What the rows of a matrix are."] = ""
    columns: Annotated[str, AXES, "What the columns of a matrix are."] = ""
    body: Annotated[str, COLUMNS, "The columns of a matrix between which its marks stand."] = ""


class ImportMapping(Located, frozen=True, kw_only=True):
    """How an unusual spreadsheet is to be read: what `alignkit import --mapping` is told."""

    id: Annotated[str, words.ID, "The id of the curriculum that it becomes; the file's name, if left out."] = ""
    title: Annotated[str, "Its title."] = ""
    frameworks: Annotated[tuple[str, ...], OneOrMany, "The ids of the frameworks that the codes are of."] = ()
    letters: Annotated[
        dict[str, Annotated[str, LETTER_MEANINGS]], "What each mark means: `{I: introduce, D: reinforce, A: assessed}`."
    ] = {}
    items: Annotated[dict[str, str], "What the file calls an item, and which it is: `{Team 1: ipec-2023:TT1}`."] = {}
    sheets: Annotated[tuple[SheetMapping, ...], "The sheets that need a word; the others are recognised as usual."] = ()

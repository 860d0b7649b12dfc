"""How sheets look on a screen and on paper: what stays in sight, and what is printed on every page."""

from xlsxwriter.worksheet import Worksheet

from alignkit.render.report.blocks import Document
from alignkit.render.report.language import Language
from alignkit.render.report.pages import footer
from alignkit.render.report.signs import held
from alignkit.wording import shortened

_A4 = 9
# Excel takes 255 signs above or below a page, its own included.
_LONGEST = 100
_PAGE, _PAGES = "\ue001", "\ue002"


def filterable(sheet: Worksheet, rows: int, columns: int) -> None:
    """Keep the heading and the first column in sight, and offer every column for filtering."""
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, rows, columns - 1)
    sheet.repeat_rows(0)
    # Codes such as 3.10 are texts, and no mistake for Excel to mark.
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{rows + 1}"})


def printed(sheet: Worksheet, title: str, document: Document, say: Language) -> None:
    """Print the sheet as wide as a page of A4, with its title above and the report's footer below."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    page = say("Page {page} of {pages}", page=_PAGE, pages=_PAGES)
    told = held("".join(run.text for run in footer(document)))
    sheet.set_header(f"&L{_plain(held(title))}")
    sheet.set_footer(f"&L{_plain(told)}&R{_plain(page).replace(_PAGE, '&P').replace(_PAGES, '&N')}")


def _plain(text: str) -> str:
    """Return the text on one line, with each ampersand twice: after one, Excel reads an instruction."""
    return shortened(text, _LONGEST).replace("&", "&&")

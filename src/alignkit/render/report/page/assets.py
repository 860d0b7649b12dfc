"""The page's styles and scripts: files beside this one, put into the page as they stand."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_STYLES = ("palette", "page", "signs", "tables", "controls", "paths", "print")
_SCRIPTS = ("reveal", "theme", "fold", "filter", "pictures", "order", "paths", "keys", "copy", "rooms", "printing")
# How wide a table with few and one with many columns has to be, lest its rows become cards.
_CARDS_BELOW = {"few": "34rem", "many": "54rem"}


def style(shares: Iterable[int]) -> str:
    """Return the style sheet, with a class for each share in percent that a column of the page has of its table."""
    widths = "".join(f".w{share} {{ width: {share}%; }}\n" for share in shares)
    return f"\n{_joined('styles', 'css', _STYLES)}{_cards()}{widths}"


@cache
def script() -> str:
    """Return the script: its files share their names with one another, and with nothing else."""
    return f'\n(() => {{\n"use strict";\n{_joined("scripts", "js", _SCRIPTS)}}})();\n'


def _cards() -> str:
    """Return the rules that make cards of rows, for tables with few and with many columns."""
    rules = _joined("styles", "css", ("cards",))
    return "".join(
        f"@media screen {{ @container (max-width: {width}) {{\n{rules.replace('.cards', f'.cards.{columns}')}}} }}\n"
        for columns, width in _CARDS_BELOW.items()
    )


@cache
def _joined(folder: str, ending: str, names: tuple[str, ...]) -> str:
    here = files(__package__).joinpath(folder)
    return "".join(here.joinpath(f"{name}.{ending}").read_text(encoding="utf-8") for name in names)

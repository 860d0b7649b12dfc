"""A portfolio as data, written while the curricula come: `alignkit-portfolio/1`, see docs/formats/report-json.md."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from alignkit import __version__
from alignkit.render.report.json import plain
from alignkit.render.report.language import Language
from alignkit.views.portfolio.across import FrameworkAcrossView
from alignkit.views.portfolio.portfolio import PortfolioView
from alignkit.views.portfolio.positions import Positions
from alignkit.views.portfolio.study import Study

FORMAT = "alignkit-portfolio/1"


class PortfolioJson:
    """The document while it is written to a stream: nothing of a curriculum is kept but where each item is reached."""

    def __init__(self, out: BinaryIO, say: Language) -> None:
        """Write the beginning."""
        self._out = out
        self._say = say
        self._positions = Positions()
        self._any = False
        self._put("{")
        for key, value in (("format", FORMAT), ("language", say.code), ("alignkit", __version__)):
            self._put(f"\n  {json.dumps(key)}: {_text(value)},")
        self._put('\n  "curricula": [')

    def add(self, study: Study) -> None:
        """Write one more curriculum; they come sorted by file."""
        self._positions.add(study)
        self._entry(plain(study, self._say), first=not self._any)
        self._any = True

    def end(self, view: PortfolioView) -> None:
        """Write what is said of all of them."""
        self._close(filled=self._any)
        self._list("frameworks", (self._framework(each) for each in view.frameworks))
        for key in ("unread", "quality"):
            self._list(key, (plain(each, self._say) for each in getattr(view, key)))
        self._list("passed_over", iter(view.passed_over))
        for key in ("total", "outcomes", "day", "fingerprint"):
            self._put(f',\n  "{key}": {_text(plain(getattr(view, key), self._say))}')
        self._put("\n}\n")

    def _framework(self, framework: FrameworkAcrossView) -> Any:
        """Return a framework with the curricula themselves in place of how many there are."""
        told = plain(framework, self._say)
        told["used_by"] = self._positions.using(framework.id)
        for item in told["items"]:
            del item["taught_in"]
            item.update(self._positions.reaching(item["ref"]))
        return told

    def _list(self, key: str, entries: Iterator[Any]) -> None:
        self._put(f',\n  "{key}": [')
        first = True
        for entry in entries:
            self._entry(entry, first=first)
            first = False
        self._close(filled=not first)

    def _entry(self, entry: Any, *, first: bool) -> None:
        self._put(("" if first else ",") + "\n    " + _text(entry).replace("\n", "\n    "))

    def _close(self, *, filled: bool) -> None:
        self._put("\n  ]" if filled else "]")

    def _put(self, text: str) -> None:
        self._out.write(text.encode())


def _text(value: Any) -> str:
    # In ASCII, so that no text of somebody's curriculum can steer the terminal that it is printed to.
    return json.dumps(value, indent=2, ensure_ascii=True)

"""`alignkit portfolio`: many curricula in one document, with a bar that shows how far it is."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct

from alignkit.api.portfolio import PortfolioRequest, Progress, portfolio
from alignkit.cli.dates import checked_date
from alignkit.cli.document import rendered, target_of, write
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.render.report.chapters.portfolio import fingerprint_of, portfolio_document
from alignkit.render.report.formats import JSON
from alignkit.render.report.json import data
from alignkit.render.report.language import language
from alignkit.render.style import safe

FORMAT = "alignkit-portfolio/1"


class PortfolioCall(Struct, frozen=True):
    """A call of `alignkit portfolio`, as typed."""

    paths: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    rubrics: tuple[str, ...] = ()
    format: str = ""
    output: str = ""
    language: str = "en"
    date: str = ""


def run_portfolio(call: PortfolioCall) -> int:
    """Write the portfolio and say where it is; the exit status is 2 where a curriculum had to be left out."""
    target = target_of(call.format, call.output)
    say = language(call.language)
    request = PortfolioRequest(
        paths=tuple(typed_path(path) for path in call.paths),
        frameworks=call.frameworks,
        jurisdictions=tuple(place.upper() for place in call.jurisdictions),
        rubrics=call.rubrics,
        date=checked_date(call.date),
    )
    with _bar() as progress:
        view = portfolio(tree_here(), request, find_project(), progress)
    if target.format == JSON:
        content = data(FORMAT, view, fingerprint_of(view), say)
    else:
        content = rendered(portfolio_document(view, say), say, target)
    write(target, "portfolio", content)
    for each in view.unread:
        sys.stderr.write(f"alignkit: left out: {safe(f'{each.file}: {each.why}')}\n")
    return 2 if view.unread else 0


@contextmanager
def _bar() -> Iterator[Progress | None]:
    """Give what moves a bar on standard error, where that is a terminal that somebody looks at."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415 - only where there is a terminal
    from rich.progress import Progress as Bar  # noqa: PLC0415

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading curricula", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)

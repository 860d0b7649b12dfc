"""`alignkit portfolio`: many curricula in one document or table, by one process, several, or a cluster."""

import logging
import os
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from typing import BinaryIO

from msgspec import Struct

from alignkit.api.portfolio.chunks import Way
from alignkit.api.portfolio.here import one_by_one
from alignkit.api.portfolio.places import Plan, plan
from alignkit.api.portfolio.portfolio import answered, together
from alignkit.api.portfolio.unit import Answer, PortfolioRequest
from alignkit.cli.bar import bar
from alignkit.cli.dates import checked_date
from alignkit.cli.document import opened, rendered, target_of
from alignkit.cli.extras import need
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.cli.stdout import warn
from alignkit.errors import BadRequest
from alignkit.render.report.chapters.portfolio import portfolio_document
from alignkit.render.report.formats import FORMATS, JSON, PARQUET, PORTFOLIO_SUFFIXES
from alignkit.render.report.language import Language, language
from alignkit.render.report.portfolio_json import PortfolioJson
from alignkit.render.style import safe
from alignkit.views.portfolio.portfolio import PortfolioView
from alignkit.views.portfolio.study import Study, Unread
from alignkit.views.portfolio.table import rows_of
from alignkit.views.portfolio.tally import Tally

# More lines than anybody reads on a terminal; the document and the data name more.
_NAMED = 20


class PortfolioCall(Struct, frozen=True):
    """A call of `alignkit portfolio`, as typed; `jobs` is 0 for as many processes as there are cores."""

    paths: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    rubrics: tuple[str, ...] = ()
    format: str = ""
    output: str = ""
    language: str = "en"
    date: str = ""
    jobs: int = 1
    scheduler: str = ""
    quiet: bool = False


def run_portfolio(call: PortfolioCall) -> int:
    """Write the portfolio and say where it is; the exit status is 2 where a curriculum had to be left out."""
    target = target_of(call.format, call.output, suffixes=PORTFOLIO_SUFFIXES)
    way = _way(call)
    say = language(call.language)
    request = PortfolioRequest(
        paths=tuple(typed_path(path) for path in call.paths),
        frameworks=call.frameworks,
        jurisdictions=tuple(place.upper() for place in call.jurisdictions),
        rubrics=call.rubrics,
        date=checked_date(call.date),
    )
    tally = Tally()
    with opened(target, "portfolio") as out:
        work = plan(tree_here(), request, find_project(), rows=target.format == PARQUET)
        with bar(quiet=call.quiet) as progress, closing(answered(work, tally, way, progress)) as found:
            if target.format == PARQUET:
                _write_rows(found, work, out)
            elif target.format == JSON:
                _write_data(found, partial(together, work, tally), out, say)
            else:
                deque(found, maxlen=0)  # what they come to is counted
        if target.format in FORMATS:
            out.write(rendered(portfolio_document(together(work, tally), say), say, target))
    _tell(tally.unread)
    return 2 if tally.unread else 0


def _way(call: PortfolioCall) -> Way:
    """Return how the work is to be done; BadRequest where two ways are asked for."""
    if call.scheduler:
        if call.jobs != 1:
            raise BadRequest("--jobs and --scheduler are two ways to share the work", hint="leave one of them out")
        need("distributed", "dask", "--scheduler")
        # What it has to say while connections come and go, it says in tracebacks; what matters is raised.
        for name in ("distributed", "distributed.client"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        from alignkit.api.portfolio.cluster import on_cluster  # noqa: PLC0415 - only a cluster needs it

        return on_cluster(call.scheduler)
    jobs = call.jobs or _cores()
    if jobs == 1:
        return one_by_one
    from alignkit.api.portfolio.processes import in_processes  # noqa: PLC0415 - only several processes need it

    return in_processes(jobs)


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _write_rows(found: Iterable[Answer], work: Plan, out: BinaryIO) -> None:
    """Write what each curriculum does for each item."""
    from alignkit.render.portfolio_parquet import PortfolioParquet  # noqa: PLC0415 - only Parquet needs it

    with PortfolioParquet(out) as table:
        for answer in found:
            for within in answer.served:
                if isinstance(answer.study, Study) and (index := work.library.find(within.framework)):
                    table.add(rows_of(answer.study, within, index))


def _write_data(found: Iterable[Answer], whole: Callable[[], PortfolioView], out: BinaryIO, say: Language) -> None:
    """Write each curriculum as it comes, then what is said of all of them."""
    document = PortfolioJson(out, say)
    for answer in found:
        if isinstance(answer.study, Study):
            document.add(answer.study)
    document.end(whole())


def _tell(unread: list[Unread]) -> None:
    for each in unread[:_NAMED]:
        # Where a reason has a place, it says the file as well.
        told = each.why if each.why.startswith(f"{each.file}:") else f"{each.file}: {each.why}"
        warn(f"alignkit: left out: {safe(told)}\n")
    if len(unread) > _NAMED:
        warn(f"alignkit: left out: {len(unread) - _NAMED} more\n")

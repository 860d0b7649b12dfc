"""`portfolio`: many curricula together, each read, judged and let go of before the next."""

from collections import deque
from collections.abc import Callable, Generator
from contextlib import closing

from alignkit.api.portfolio.chunks import Way
from alignkit.api.portfolio.here import one_by_one
from alignkit.api.portfolio.places import Plan, plan
from alignkit.api.portfolio.unit import Answer, PortfolioRequest
from alignkit.phrase import Day
from alignkit.source.tree import Tree
from alignkit.views.portfolio.portfolio import PortfolioView
from alignkit.views.portfolio.tally import MOST, Most, Tally

Progress = Callable[[int, int], None]


def answered(
    work: Plan, tally: Tally, way: Way = one_by_one, progress: Progress | None = None
) -> Generator[Answer, None, None]:
    """Yield the answer on each curriculum in the order of files, once it is counted."""
    with closing(way(work.setting, work.units())) as found:
        for number, answer in enumerate(found, 1):
            tally.add(answer.study)
            if progress:
                progress(number, len(work.files))
            yield answer


def together(work: Plan, tally: Tally) -> PortfolioView:
    """Return the portfolio of what was counted."""
    frameworks = {id_: index for id_ in tally.frameworks if (index := work.library.find(id_))}
    request = work.setting.request
    return tally.view(frameworks, work.passed_over, Day(request.date) if request.date else None)


def portfolio(
    tree: Tree,
    request: PortfolioRequest,
    project_file: str = "",
    progress: Progress | None = None,
    *,
    way: Way = one_by_one,
    most: Most = MOST,
) -> PortfolioView:
    """Return the curricula together; one that cannot be read is named and left out."""
    work, tally = plan(tree, request, project_file), Tally(most)
    deque(answered(work, tally, way, progress), maxlen=0)
    return together(work, tally)

"""`watch`: what a save changed."""

from msgspec import Struct

from alignkit.api.check import CheckRequest, run_on, view_of
from alignkit.rules.compare import compare_examinations
from alignkit.source.tree import Tree
from alignkit.triage.since import since
from alignkit.triage.triage import Checked, triage
from alignkit.views.check import CheckView
from alignkit.views.watch import News, news_view


class Seen(Struct, frozen=True):
    """What one look found, and what is shown of it."""

    checked: Checked
    view: CheckView


def look(tree: Tree, request: CheckRequest, project_file: str) -> Seen:
    """Return what a check finds now."""
    run = run_on(tree, request, project_file)
    checked = triage(run.examination, run.selection, run.baseline)
    return Seen(checked, view_of(run, request, checked))


def news(before: Seen | None, now: Seen) -> News:
    """Return what came, what went and how coverage moved from one look to the next; of the first look, everything."""
    if before is None:
        return news_view(None, now.view, None)
    comparison = compare_examinations(before.checked.examination, now.checked.examination)
    return news_view(before.view, now.view, since(before.checked, now.checked, comparison))

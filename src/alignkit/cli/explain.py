"""`alignkit explain` and `alignkit rules`: what a rule or a framework item is about."""

from alignkit.api.reference import explain_rule, open_library
from alignkit.cli.output import put, style_of_stdout
from alignkit.cli.place import find_project, tree_here
from alignkit.render.reference.rule_text import render_rule, render_rules
from alignkit.views.library import framework_page
from alignkit.views.rules import family_views


def run_explain(what: str) -> int:
    """Print everything about a rule, or about an item and what is below it."""
    if ":" in what:
        from alignkit.render.reference.library_text import render_page  # noqa: PLC0415 - rich is slow to load

        shelf = open_library(tree_here(), find_project())
        item, framework = shelf.item(what)
        put(render_page(framework_page(framework, shelf.library, item.code), style_of_stdout()))
        return 0
    put(render_rule(explain_rule(what), style_of_stdout()))
    return 0


def run_rules() -> int:
    """Print every rule in a line."""
    put(render_rules(family_views(), style_of_stdout()))
    return 0

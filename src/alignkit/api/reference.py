"""`explain` and `frameworks`: what there is to look up."""

from alignkit.api.scope import beside
from alignkit.errors import BadRequest
from alignkit.library.library import Library
from alignkit.library.shelf import Shelf
from alignkit.library.workspace import gather, project_of, read_file
from alignkit.rules.catalogue import by_code
from alignkit.source.tree import Tree
from alignkit.views.rules import RuleView, rule_view
from alignkit.wording import did_you_mean


def explain_rule(code: str) -> RuleView:
    """Return what there is to say of a rule, by its code or its name."""
    wanted = code.strip()
    rules = by_code()
    rule = rules.get(wanted.upper()) or next((each for each in rules.values() if each.name == wanted.lower()), None)
    if rule is None:
        names = (*rules, *(each.name for each in rules.values()))
        hint = "`alignkit rules` lists every rule; an item is named like ipec-2023:TT4"
        raise BadRequest(f'no rule is called "{code}"{did_you_mean(wanted.upper(), names)}', hint=hint)
    return rule_view(rule)


def open_library(tree: Tree, project_file: str = "") -> Shelf:
    """Return the frameworks and rubrics at hand: the shipped ones and the project's own."""
    project = read_file(tree, project_file) if project_file else None
    settings = project_of(project)
    own = beside(project_file, settings.frameworks) if settings else ()
    return Shelf(Library(gather(tree, own).own, settings.aliases if settings else {}))

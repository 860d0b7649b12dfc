"""`explain` and `frameworks`: what there is to look up."""

from typing import Any

from alignkit.api.scope import beside
from alignkit.errors import BadRequest
from alignkit.library.library import Library
from alignkit.library.shelf import Shelf
from alignkit.library.workspace import gather, project_of, read_project
from alignkit.model.documents import KINDS
from alignkit.model.schema import schema_of
from alignkit.rules.catalogue import by_code
from alignkit.source.tree import Tree
from alignkit.views.formats import format_views
from alignkit.views.rules import RuleView, explained
from alignkit.wording import did_you_mean, listed


def explain_rule(code: str) -> RuleView:
    """Return what there is to say of a rule, by its code or its name."""
    wanted = code.strip()
    rules = by_code()
    rule = rules.get(wanted.upper()) or next((each for each in rules.values() if each.name == wanted.lower()), None)
    if rule is None:
        names = (*rules, *(each.name for each in rules.values()))
        hint = "`alignkit rules` lists every rule; an item is named like ipec-2023:TT4"
        raise BadRequest(f'no rule is called "{code}"{did_you_mean(wanted.upper(), names)}', hint=hint)
    return explained(rule)


def file_kinds() -> dict[str, str]:
    """Return the kinds of file, such as `curriculum`, each with what it is."""
    return {view.name.partition("/")[0]: view.doc for view in format_views()}


def file_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file, by its name with or without the version."""
    names = {name.partition("/")[0]: name for name in KINDS}
    wanted = kind.strip().lower()
    if wanted.partition("/")[0] not in names or ("/" in wanted and wanted not in KINDS):
        hint = f"there are {listed(names)}"
        raise BadRequest(f'no kind of file is called "{kind}"{did_you_mean(wanted, names)}', hint=hint)
    return schema_of(names[wanted.partition("/")[0]])


def open_library(tree: Tree, project_file: str = "") -> Shelf:
    """Return the frameworks and rubrics at hand: the shipped ones and the project's own."""
    project = read_project(tree, project_file)
    settings = project_of(project)
    own = beside(tree, project_file, settings.frameworks) if settings else ()
    return Shelf(Library(gather(tree, own).own, settings.aliases if settings else {}))

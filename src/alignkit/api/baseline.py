"""The baseline: which findings a project has accepted, and the file that says so."""

from posixpath import dirname, join, relpath

from msgspec import Struct

from alignkit.api.accepted import entries_in
from alignkit.api.check import CheckRequest, run_on
from alignkit.api.scope import beside
from alignkit.errors import BadRequest, FileExists
from alignkit.library.workspace import read_file
from alignkit.model.baseline import Accepted, Baseline
from alignkit.model.project import Project
from alignkit.rules.examine import Examination
from alignkit.source.tree import Tree
from alignkit.triage.same import Named, documents_of, named
from alignkit.triage.triage import Baselined, Checked, triage
from alignkit.views.baseline import RenewedView, entry_view, indent_of, lines_of, stands_alone
from alignkit.wording import count, listed

DEFAULT_FILE = ".alignkit-baseline.yaml"


class Existing(Struct, frozen=True):
    """A baseline file as it stands: its text and entries, both empty where there is none."""

    text: str = ""
    entries: tuple[Accepted, ...] = ()


def existing(tree: Tree, file: str) -> Existing:
    """Return what stands in the file; FileExists where that is no baseline, which is never written over."""
    if not tree.kind(file):
        return Existing()
    read = read_file(tree, file)
    if not isinstance(read.record, Baseline):
        hint = "name another file with --output, or move that one away"
        raise FileExists(f"{file} holds something other than a baseline", hint=hint)
    return Existing(read.text, entries_in(tree, file))


def baseline_file(tree: Tree, project_file: str, settings: Project | None) -> str:
    """Return where the project's baseline is, or would be."""
    if settings and settings.baseline:
        return beside(tree, project_file, (settings.baseline,))[0]
    return join(dirname(project_file), DEFAULT_FILE)


class BaselineRequest(Struct, frozen=True):
    """What is to be accepted: findings on the paths (all of the project's, if none), why and when."""

    paths: tuple[str, ...] = ()
    reason: str = ""
    date: str = ""
    output: str = ""
    prune: bool = False


def renew(tree: Tree, request: BaselineRequest, project_file: str = "") -> RenewedView:
    """Return the baseline with what is found today, or with `prune` without what is not found any more.

    Entries that are there keep their dates and reasons. Raises BadRequest where a file cannot be read, since nothing
    is certain then, and where findings are to be accepted without a reason.
    """
    run = run_on(tree, CheckRequest(paths=request.paths, no_baseline=True), project_file)
    if unread := run.examination.workspace.unparsed:
        hint = "mend that first: what is in it is not known, so it cannot be accepted"
        raise BadRequest(f"{listed(unread, most=3)} cannot be read", hint=hint)
    file = request.output or baseline_file(tree, project_file, run.settings)
    there = existing(tree, file)
    checked = triage(run.examination, run.selection, Baselined(there.entries, whole=not request.paths))
    added = () if request.prune and not request.reason else _to_accept(run.examination, checked)
    if added and not request.reason:
        hint = 'say why they may stay: `alignkit baseline --reason "to be put right by spring"`'
        raise BadRequest(f"{count(len(added), 'finding')} would be accepted without a reason", hint=hint)
    if not stands_alone(there.text, there.entries):
        raise BadRequest("two entries share a line", where=file, hint="begin each on a line of its own: `- {…}`")
    pruned = checked.unmet if request.prune else ()
    return RenewedView(
        file=file,
        text=there.text,
        out=lines_of(there.text, pruned, there.entries),
        indent=indent_of(there.text, there.entries),
        added=tuple(entry_view(each, request.date, request.reason) for each in added),
        pruned=len(pruned),
        unmet=len(checked.unmet) - len(pruned),
        total=len(there.entries) - len(pruned) + len(added),
        setting=_setting(tree, file, project_file, run.settings),
    )


def _to_accept(examination: Examination, checked: Checked) -> tuple[Named, ...]:
    """Return what is found and neither excused nor accepted, as severe as its rule takes it to be.

    What only repeats another finding is accepted as well: it would come to light once that one is set aside.
    """
    found = {finding.identity: finding for finding in examination.findings}
    wanted = (found[finding.identity] for finding in checked.kept if finding.identity in found)
    return tuple(
        sorted(named(wanted, documents_of(examination.workspace)), key=lambda each: (each.document, *each.key))
    )


def _setting(tree: Tree, file: str, project_file: str, settings: Project | None) -> str:
    """Return what has to be typed for `check` to read the file, or "" where it does already."""
    if settings and settings.baseline and baseline_file(tree, project_file, settings) == file:
        return ""
    name = relpath(file, dirname(project_file) or ".")
    if settings:
        return f"Add `baseline: {name}` to {project_file}, so that `alignkit check` reads it."
    return f"Write alignkit.yaml with `alignkit: project/1` and `baseline: {name}`, so that `alignkit check` reads it."

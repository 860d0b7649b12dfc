"""The baseline that a project names: the findings that it has accepted."""

from alignkit.api.scope import beside
from alignkit.errors import BadRequest
from alignkit.findings import Finding
from alignkit.library.workspace import ReadFile, read_file
from alignkit.model.baseline import Accepted, Baseline
from alignkit.model.project import Project
from alignkit.rules.base import Source, Subject
from alignkit.rules.catalogue import about
from alignkit.rules.run import run
from alignkit.source.tree import Tree


def accepted_by(tree: Tree, project_file: str, settings: Project | None) -> tuple[Accepted, ...]:
    """Return the entries of the baseline that the project names; BadRequest where it cannot be relied on."""
    if settings is None or not settings.baseline:
        return ()
    (file,) = beside(tree, project_file, (settings.baseline,))
    if not tree.kind(file):
        hint = 'write it with `alignkit baseline --reason "…"`, or take `baseline:` out of the project file'
        raise BadRequest(f"the baseline {file} is not there", where=project_file, hint=hint)
    return entries_in(tree, file)


def entries_in(tree: Tree, file: str) -> tuple[Accepted, ...]:
    """Return the entries of a baseline file; BadRequest where anything in it is wrong."""
    read = read_file(tree, file)
    if read.problems or not isinstance(read.record, Baseline):
        raise _unusable(read)
    return read.record.accepted


def _unusable(read: ReadFile) -> BadRequest:
    hint = "a baseline decides what is not shown, so nothing in it may be in doubt: mend the file, or write it anew"
    trouble = first_trouble(read)
    if trouble:
        return BadRequest(f"the baseline cannot be used: {trouble.message}", where=str(trouble.at), hint=hint)
    return BadRequest("the file holds no baseline (`alignkit: baseline/1`)", where=read.file, hint=hint)


def first_trouble(file: ReadFile) -> Finding | None:
    """Return the first finding on a file as it was read, or None where it reads well."""
    results = run(about(Subject.SOURCE), Source(file.file, file.problems))
    return next((finding for result in results for finding in result.findings), None)

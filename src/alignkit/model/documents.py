"""Which kind of document a file holds, and the typed document in it."""

from alignkit.findings import Span
from alignkit.model.baseline import Baseline
from alignkit.model.crosswalk import Crosswalk
from alignkit.model.curriculum import Curriculum, Module
from alignkit.model.framework import Framework
from alignkit.model.import_mapping import ImportMapping
from alignkit.model.learner import Learner
from alignkit.model.located import Located
from alignkit.model.overlay import Overlay
from alignkit.model.project import Project
from alignkit.model.reading import read_record
from alignkit.model.rubric import Rubric
from alignkit.model.values import Reading
from alignkit.source.problem import Problem
from alignkit.source.reader import Document
from alignkit.wording import listed, nearest

KINDS: dict[str, type[Located]] = {
    "curriculum/1": Curriculum,
    "module/1": Module,
    "framework/1": Framework,
    "overlay/1": Overlay,
    "rubric/1": Rubric,
    "crosswalk/1": Crosswalk,
    "project/1": Project,
    "baseline/1": Baseline,
    "learner/1": Learner,
    "import-mapping/1": ImportMapping,
}


def kind_of(document: Document) -> str:
    """Return what the file says it is, such as `curriculum/1`, or "" where it does not say."""
    root = document.root
    header = root.value.get("alignkit") if root and isinstance(root.value, dict) else None
    return header.value if header and isinstance(header.value, str) else ""


def typed(document: Document) -> tuple[Located | None, tuple[Problem, ...]]:
    """Return the file's document and every problem of the file; None where it is of no known kind."""
    if document.root is None:
        return None, document.problems
    kind, at, wrong = _header(document)
    if wrong:
        return None, (*document.problems, Problem("unknown-format", at, wrong))
    reading = Reading(document.file, KINDS[kind])
    record = read_record(KINDS[kind], document.root, reading)
    return record, (*document.problems, *_not_by_alias(document, reading.problems))


def _not_by_alias(document: Document, problems: list[Problem]) -> list[Problem]:
    """Return the problems without keys that are missing: where aliases are refused, these may be behind them."""
    refused = any(problem.kind == "anchor-or-alias" for problem in document.problems)
    return [problem for problem in problems if not refused or problem.kind != "missing-key"]


def _header(document: Document) -> tuple[str, Span, dict[str, str]]:
    """Return the kind, where it stands, and what is wrong with it."""
    root = document.root
    formats = listed(KINDS, "or")
    if root is None or not isinstance(root.value, dict):
        found = root.what() if root else "nothing"
        at = root.span(document.file) if root else Span(document.file)
        return "", at, {"found": f"the file holds {found}, not keys and values", "formats": formats, "meant": ""}
    header = root.value.get("alignkit")
    if header is None or not isinstance(header.value, str):
        found = "the file has no `alignkit:` line that says what it is"
        return "", Span(document.file), {"found": found, "formats": formats, "meant": ""}
    at = header.span(document.file)
    if header.value in KINDS:
        return header.value, at, {}
    name, _, version = header.value.partition("/")
    newer = f"{name}/1" in KINDS and version.isdigit()
    found = (
        f'"{header.value}" is of a version this release does not know' if newer else f'"{header.value}" is no format'
    )
    return "", at, {"found": found, "formats": formats, "meant": nearest(header.value, KINDS)}

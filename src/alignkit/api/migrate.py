"""`frameworks migrate`: a curriculum moved to another edition as far as that is safe, the rest as questions in it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.counterparts import counterparts
from alignkit.analysis.coverage import Coverage
from alignkit.analysis.migration import Candidate, Editions, Move, Question, Step, at_best, steps
from alignkit.api.scope import examine_paths, something_to_check
from alignkit.errors import BadRequest, NothingToCheck
from alignkit.library.shelf import Shelf
from alignkit.library.workspace import read_project
from alignkit.render.style import safe
from alignkit.source.edits import Edit, Edited, NotEditable, Source, changed_texts, free_line
from alignkit.source.node import Node
from alignkit.source.reader import parse
from alignkit.source.tree import Tree
from alignkit.views.editions import basis_view
from alignkit.views.migration import MigratedFile, MigrationView, coverage_changes
from alignkit.wording import listed

MARK = "# alignkit: migrate?"


def migrate(tree: Tree, path: str, before: str, after: str, project_file: str = "") -> MigrationView:
    """Return the patch that moves the curricula at a path from one framework to another; nothing is written.

    Raises BadRequest where a framework is not there or a file cannot be read.
    """
    project = read_project(tree, project_file)
    examination = examine_paths(tree, (path,), project, (before, after))
    something_to_check(examination, (path,), tree)
    if examination.workspace.unparsed:
        hint = "`alignkit check` says what is wrong; only what can be read can be moved"
        raise BadRequest(f"cannot read {listed(examination.workspace.unparsed)}", hint=hint)
    if not examination.curricula:
        raise NothingToCheck(f"there is no curriculum in {path}", hint="name a curriculum file, or a folder with one")
    editions = _editions(Shelf(examination.library), before, after)
    proposals = [_propose(tree, examined.case, editions) for examined in examination.curricula]
    texts = {proposal.file: proposal.text for proposal in proposals}
    moved = examine_paths(Edited(tree, texts), (path,), project, (before, after))
    cases = {_file(examined.case): examined.case for examined in moved.curricula}
    return MigrationView(
        before=editions.before.id,
        after=editions.after.id,
        basis=basis_view(editions.known.basis),
        files=tuple(_migrated_file(proposal, cases[proposal.file], editions) for proposal in proposals),
    )


def _editions(shelf: Shelf, before: str, after: str) -> Editions:
    one, other = shelf.framework(before), shelf.framework(after)
    if one.id == other.id:
        raise BadRequest(f"--from and --to are both {one.id}", hint="name the edition to leave and the one to move to")
    return Editions(one, other, counterparts(one, other, shelf.library))


def _file(case: Case) -> str:
    return case.curriculum.origin.file


class _Proposal(Struct, frozen=True):
    """What is proposed for one curriculum, and the text that its file would get."""

    case: Case
    steps: tuple[Step, ...]
    source: Source
    text: str

    @property
    def file(self) -> str:
        """Return the file's name."""
        return _file(self.case)


def _propose(tree: Tree, case: Case, editions: Editions) -> _Proposal:
    source = Source(tree.read(_file(case)).decode())
    found = tuple(_editable(step, source) for step in steps(case, editions))
    text = source.edited((*_rewordings(found, source), *_comments(found, source, case.curriculum.origin.node)))
    moved = sorted((step.before, step.after) for step in found if isinstance(step, Move))
    changed = changed_texts(parse(source.text, "").root, parse(text, "").root)
    if changed is None or list(changed) != moved:
        hint = "write the file with one alignment on each line, or move it by hand"
        raise BadRequest("it is written in a way that cannot be changed safely", where=_file(case), hint=hint)
    return _Proposal(case, found, source, text)


def _editable(step: Step, source: Source) -> Step:
    """Return the step, or the question that a move becomes where the text cannot be changed in its place."""
    if isinstance(step, Move):
        try:
            source.reworded(step.node, step.after)
        except NotEditable:
            by_hand = Candidate(step.after, "exact", "it is written in a way that only a person should change")
            return Question(step.node, step.before, (by_hand,), step.link)
    return step


def _rewordings(found: Iterable[Step], source: Source) -> Iterator[Edit]:
    return (source.reworded(step.node, step.after) for step in found if isinstance(step, Move))


def _comments(found: Iterable[Step], source: Source, root: Node) -> Iterator[Edit]:
    """Yield the questions as comments above the lines that they are about, but for those that are there already."""
    asked: dict[int, dict[str, None]] = {}
    for step in found:
        if isinstance(step, Question):
            texts = asked.setdefault(free_line(root, step.node.line), {})
            texts.update((comment(step.before, candidate), None) for candidate in step.candidates)
    for line, texts in asked.items():
        there = frozenset(source.comments_above(line))
        yield source.lines_above(line, (text for text in texts if text not in there))


def comment(before: str, candidate: Candidate) -> str:
    """Return a question as a comment of one line, which holds no other comment that alignkit would obey."""
    reason = f"{candidate.relation}: {candidate.reason}" if candidate.relation and candidate.reason else ""
    said = " ".join((reason or candidate.relation or candidate.reason).replace("#", "").split())
    return safe(f"{MARK} {before} -> {candidate.after} ({said})")


def _migrated_file(proposal: _Proposal, moved: Case, editions: Editions) -> MigratedFile:
    case = proposal.case
    questions = tuple(step for step in proposal.steps if isinstance(step, Question))
    moves = tuple(step for step in proposal.steps if isinstance(step, Move))
    old, new = _coverage(case, editions.before.id), _coverage(moved, editions.after.id)
    best = at_best(moved, questions, editions)
    return MigratedFile(
        file=proposal.file,
        curriculum=case.curriculum.id,
        text=proposal.source.text,
        migrated=proposal.text,
        alignments=sum(step.link is not None for step in proposal.steps),
        moved=sum(step.link is not None for step in moves),
        declared=any(case.library.find(use.use) is editions.before for use in case.curriculum.frameworks),
        use_moved=any(step.after == editions.after.id for step in moves),
        scope=() if new.use.scope else tuple(mention.name for mention in old.use.scope),
        totals=(old.total, new.total),
        coverage=coverage_changes(old, new, best),
    )


def _coverage(case: Case, framework_id: str) -> Coverage:
    return next(coverage for coverage in case.coverage if coverage.framework.id == framework_id)

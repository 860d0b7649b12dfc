"""Which findings of two runs are the same one, wherever their lines have moved."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from alignkit.findings import Finding
from alignkit.library.workspace import Workspace
from alignkit.model.curriculum import Module
from alignkit.model.project import Project
from alignkit.wording import told_apart

# Facts that say where something stands, not what it is.
_PLACES = ("line", "first")
# Rules on the text of a file have no ids to speak of: their facts are all that tells two findings apart.
_ON_TEXT = "S"


class Named(Struct, frozen=True):
    """A finding, and the document that it is found in: an id, or the file's name where it has none."""

    document: str
    finding: Finding

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what it is about: two findings of one key are of the same kind, about the same thing."""
        return (self.finding.code, self.document, self.finding.subject)

    @property
    def facts(self) -> dict[str, str]:
        """Return what it says, without what changes when a line moves."""
        facts = self.finding.facts.items()
        return {name: fact for name, fact in facts if fact and not (name in _PLACES and fact.isdigit())}

    @property
    def about_text(self) -> bool:
        """Say whether nothing but its facts tells it from others of its document."""
        return self.finding.code.startswith(_ON_TEXT) and not self.finding.subject


class Pair(Struct, frozen=True):
    """One finding before and after."""

    before: Named
    after: Named

    @property
    def worse(self) -> bool:
        """Say whether it is graver now, or objects to more things than before."""
        before, after = self.before.finding, self.after.finding
        return after.severity.rank > before.severity.rank or after.things > before.things


class Compared(Struct, frozen=True):
    """Findings of two runs: those in both, those that are gone, those that are new."""

    both: tuple[Pair, ...]
    gone: tuple[Named, ...]
    new: tuple[Named, ...]


def compare(before: Iterable[Named], after: Iterable[Named]) -> Compared:
    """Return which findings are the same: one is paired with one, those that say the same first."""
    first, second = list(before), list(after)
    both = _pair(first, second, exact=True) + _pair(first, second, exact=False)
    return Compared(tuple(both), tuple(first), tuple(second))


def _pair(before: list[Named], after: list[Named], *, exact: bool) -> list[Pair]:
    """Take the findings that are in both out of the two lists, and return them in pairs."""
    waiting: dict[object, list[Named]] = {}
    for named in before:
        if exact or not named.about_text:
            waiting.setdefault(_identity(named, exact=exact), []).append(named)
    pairs = []
    for named in after:
        candidates = waiting.get(_identity(named, exact=exact)) if exact or not named.about_text else None
        if candidates:
            pairs.append(Pair(candidates.pop(0), named))
    paired = {id(named) for pair in pairs for named in (pair.before, pair.after)}
    before[:] = [named for named in before if id(named) not in paired]
    after[:] = [named for named in after if id(named) not in paired]
    return pairs


def _identity(named: Named, *, exact: bool) -> object:
    return (named.key, tuple(sorted(named.facts.items()))) if exact else named.key


def documents_of(workspace: Workspace) -> dict[str, str]:
    """Return the document that each file belongs to, by its id: a module's file to its curriculum."""
    found = {file.file: _name(file.file, file.record) for file in workspace.files}
    names = told_apart(whole.curriculum.id for whole in workspace.curricula)
    for whole, name in zip(workspace.curricula, names, strict=True):
        for record in (whole.curriculum, *whole.modules):
            found[record.origin.file] = name
    return found


def _name(file: str, record: object) -> str:
    if isinstance(record, Project):
        return file.rpartition("/")[2]
    return "" if isinstance(record, Module) else str(getattr(record, "id", "")) or file


def named(findings: Iterable[Finding], documents: Mapping[str, str]) -> tuple[Named, ...]:
    """Return the findings with the document that each is found in."""
    return tuple(Named(documents.get(finding.at.file) or finding.at.file, finding) for finding in findings)

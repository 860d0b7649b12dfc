"""What a renewed baseline is: the lines to take out of the file, the entries to add, and what to say of it."""

from collections.abc import Sequence

from msgspec import Struct

from alignkit.model.baseline import Accepted
from alignkit.triage.same import Named


class EntryView(Struct, frozen=True):
    """One entry: its keys in order, then its facts."""

    pairs: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]


class RenewedView(Struct, frozen=True):
    """A baseline as it is to be; `out` are the numbers of the lines that go, `total` the entries then in it."""

    file: str
    text: str
    out: frozenset[int]
    indent: str
    added: tuple[EntryView, ...]
    pruned: int
    unmet: int
    total: int
    setting: str

    @property
    def changed(self) -> bool:
        """Say whether the file has to be written."""
        return bool(self.added or self.pruned)


def entry_view(named: Named, date: str, reason: str) -> EntryView:
    """Return the entry that accepts a finding."""
    finding = named.finding
    pairs = {
        "code": finding.code,
        "document": named.document,
        "subject": finding.subject,
        "severity": finding.severity.value,
        "things": str(finding.things) if finding.things > 1 else "",
        "date": date,
        "reason": reason,
    }
    return EntryView(tuple(pairs.items()), tuple(named.facts.items()))


def lines_of(text: str, gone: Sequence[Accepted], every: Sequence[Accepted]) -> frozenset[int]:
    """Return the numbers of the lines that entries stand on; comments above the next entry belong to that one."""
    lines = text.split("\n")
    starts = sorted(entry.origin.node.line for entry in every)
    found: set[int] = set()
    for entry in gone:
        start = entry.origin.node.line
        end = next((line for line in starts if line > start), len(lines) + 1)
        own = range(start, end)
        last = max(number for number in own if number == start or _says_something(lines[number - 1]))
        found.update(range(start, last + 1))
    return frozenset(found)


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def stands_alone(text: str, entries: Sequence[Accepted]) -> bool:
    """Say whether each entry begins on a line of its own, so that one can be taken out without another."""
    lines = text.split("\n")
    starts = [entry.origin.node.line for entry in entries]
    return len(set(starts)) == len(starts) and all(lines[start - 1].lstrip().startswith("- ") for start in starts)


def indent_of(text: str, entries: Sequence[Accepted]) -> str:
    """Return the spaces before the dash of the entries."""
    if not entries:
        return "  "
    line = text.split("\n")[entries[0].origin.node.line - 1]
    return line[: len(line) - len(line.lstrip())]

"""What a rule is, what it is given, and what it yields."""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cached_property
from typing import Any

from msgspec import Struct

from alignkit.findings import Finding, Related, Severity, Span
from alignkit.library.library import Library
from alignkit.model.baseline import Accepted
from alignkit.model.crosswalk import Crosswalk
from alignkit.model.overlay import Overlay
from alignkit.model.rubric import Rubric
from alignkit.phrase import Fact, Phrase, english
from alignkit.rules.literature import Literature
from alignkit.source.comments import Suppression
from alignkit.source.problem import Problem


class Subject(Enum):
    """What a rule's check is given: the value's type is named beside each."""

    SOURCE = "source"  # rules.base.Source: one file as read
    CURRICULUM = "curriculum"  # analysis.case.Case
    FRAMEWORK = "framework"  # library.index.FrameworkIndex
    RUBRIC = "rubric"  # rules.base.RubricCase
    CROSSWALK = "crosswalk"  # rules.base.CrosswalkCase
    OVERLAY = "overlay"  # rules.base.OverlayCase
    CHANGE = "change"  # analysis.diff.Change: one curriculum before and after
    LEDGER = "ledger"  # rules.base.Ledger: suppressions, settings and the baseline, once all else is found


class Hit(Struct, frozen=True, kw_only=True):
    """One place that a rule objects to: facts, not prose. Where a fact needs words of its own, it is a phrase.

    `subject` is the id of what it is about (item reference, outcome, ...). `scope` narrows `Rule.needs`: a needed
    rule's hit is the cause of this one when they have a scope in common, or either has none. `severity` is given
    where this hit is graver than the rule usually is. `things` is how many of the things that the rule examines
    it objects to, where one hit lists several.
    """

    at: Span
    facts: Mapping[str, Fact] = {}
    subject: str = ""
    scope: tuple[str, ...] = ()
    severity: Severity | None = None
    related: tuple[Related, ...] = ()
    things: int = 1


class Rule(Struct, frozen=True, kw_only=True, dict=True):
    """One rule: everything that `alignkit explain` prints, and the check.

    `message` and `fix` are templates that a hit's facts fill. `bad` and `good` are whole files; in `bad`, a comment
    `# <- C103` marks each line where the finding must fall. `needs` names rules whose findings are the cause of this
    one's, which is then shown only where the cause is not, or is less severe; `reads` names the keys that it draws conclusions from: where one could not be read, it stays silent.
    `examined` counts the things it looks at, for verdicts: found in some but not all is partly met; where there are none, the verdict is not evidenced.
    """

    code: str
    name: str
    severity: Severity
    message: str
    why: str
    literature: tuple[Literature, ...] = ()
    fix: str
    bad: str
    good: str
    check: Callable[[Any], Iterator[Hit]]
    subject: Subject = Subject.CURRICULUM
    needs: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    examined: Callable[[Any], int] | None = None

    def finding(self, hit: Hit) -> Finding:
        """Return the finding that a hit amounts to."""
        facts = {name: fact if isinstance(fact, str) else english(fact) for name, fact in hit.facts.items()}
        return Finding(
            code=self.code,
            name=self.name,
            severity=hit.severity or self.severity,
            message=self.message.format_map(facts),
            at=hit.at,
            why=self.why,
            fix=self.fix.format_map(facts),
            literature=self.sources,
            subject=hit.subject,
            facts=facts,
            said=Phrase(self.message, hit.facts),
            related=hit.related,
            things=hit.things,
        )

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Return the publications that it cites, in short."""
        return tuple(work.short for work in self.literature)


class Source(Struct, frozen=True):
    """One file and every problem in it."""

    file: str
    problems: tuple[Problem, ...]

    def hits(self, kind: str, more: Callable[[dict[str, str]], Mapping[str, Fact]] = lambda _: {}) -> Iterator[Hit]:
        """Yield a hit for each problem of a kind; `more` makes of its facts others that replace or join them."""
        for problem in self.problems:
            if problem.kind == kind:
                facts = {**problem.facts, **more(problem.facts)}
                yield Hit(at=problem.at, facts=facts, related=problem.related)


class RubricCase(Struct, frozen=True):
    """A rubric, and the codes of the rules about curricula, by which it can decide."""

    rubric: Rubric
    known: frozenset[str]


class CrosswalkCase(Struct, frozen=True):
    """A crosswalk, the frameworks that it speaks of, and the project's other crosswalks."""

    crosswalk: Crosswalk
    library: Library
    others: tuple[Crosswalk, ...] = ()


class OverlayCase(Struct, frozen=True):
    """An overlay, and the frameworks at hand, of which it has to be about one."""

    overlay: Overlay
    library: Library


class Ledger(Struct, frozen=True):
    """Every suppression and setting of the run, and what became of it.

    `known` has the name of each rule by its code; `silent` are the rules that could not judge in this run; `unmet`
    are the entries of the baseline for which nothing was found.
    """

    suppressions: tuple[Suppression, ...]
    used: frozenset[Suppression]
    settings: tuple[tuple[str, Span], ...]
    known: Mapping[str, str]
    silent: frozenset[str] = frozenset()
    unmet: tuple[Accepted, ...] = ()

"""What is shown of a rule: everything it knows, and its examples without the marks that tests need."""

import re
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from alignkit.rules.base import Rule
from alignkit.rules.catalogue import FAMILIES, family


class RuleView(Struct, frozen=True):
    """A rule as `explain` prints it and docs/rules/ describes it."""

    code: str
    name: str
    severity: str
    message: str
    why: str
    literature: tuple[str, ...]
    fix: str
    bad: str
    good: str


class FamilyView(Struct, frozen=True):
    """A family of rules: its letter, what it is about, and its rules in order."""

    letter: str
    about: str
    rules: tuple[RuleView, ...]


def rule_view(rule: Rule) -> RuleView:
    """Return what is shown of the rule; in the failing example the line of the finding is marked."""
    return RuleView(
        code=rule.code,
        name=rule.name,
        severity=rule.severity.value,
        message=rule.message,
        why=rule.why,
        literature=tuple(_cited(work.citation, work.doi, work.url) for work in rule.literature),
        fix=rule.fix,
        bad=rule.bad,
        good=re.sub(r"  # <- [A-Z]\d{3}", "", rule.good),
    )


def explained(rule: Rule) -> RuleView:
    """Return the rule with its message and its fix as they come out for the failing example, instead of templates."""
    # A plain check shows rules as well, and does not pay for what compares and runs their examples.
    from alignkit.views.example import check_example  # noqa: PLC0415

    finding = next(finding for finding in check_example(rule.bad).shown if finding.code == rule.code)
    return replace(rule_view(rule), message=finding.message, fix=finding.fix)


def _cited(citation: str, doi: str, url: str) -> str:
    where = f" https://doi.org/{doi}" if doi else f" {url}" if url else ""
    return citation + where


def family_views(view: Callable[[Rule], RuleView] = rule_view) -> tuple[FamilyView, ...]:
    """Return every family with its rules, each shown by `view`, in the order of the catalogue."""
    return tuple(
        FamilyView(letter, _about(family(letter).__doc__ or ""), tuple(map(view, family(letter).RULES)))
        for letter in FAMILIES
    )


def _about(docstring: str) -> str:
    """Return what a family's docstring says after its letter."""
    return docstring.strip().partition(": ")[2].rstrip(".")

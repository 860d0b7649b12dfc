"""Every rule, by family; the only place that knows them all.

A family is loaded when something that its rules are about is there: a course without a broken line never pays for
the rules on broken lines.
"""

from functools import cache
from importlib import import_module
from typing import Any

from alignkit.rules.base import Rule, Subject

# Letter -> the package of the family, in the order in which families are shown.
FAMILIES = {
    "S": "structure",
    "R": "references",
    "O": "outcomes",
    "C": "coverage",
    "A": "alignment",
    "Q": "quality",
    "E": "evidence",
    "M": "microcredential",
    "F": "frameworks",
}
_ABOUT = {
    Subject.SOURCE: "S",
    Subject.LEDGER: "S",
    Subject.CURRICULUM: "ROCAQEM",
    Subject.CHANGE: "C",
    Subject.FRAMEWORK: "F",
    Subject.RUBRIC: "F",
    Subject.CROSSWALK: "F",
    Subject.OVERLAY: "F",
}


@cache
def family(letter: str) -> Any:
    """Return the module of a family: its docstring says what it is about, its RULES are in order."""
    return import_module(f"alignkit.rules.{FAMILIES[letter]}")


@cache
def about(subject: Subject) -> tuple[Rule, ...]:
    """Return the rules on one kind of subject, in order."""
    return tuple(rule for letter in _ABOUT[subject] for rule in family(letter).RULES if rule.subject is subject)


@cache
def every_rule() -> tuple[Rule, ...]:
    """Return all rules, in the order of families."""
    return tuple(rule for letter in FAMILIES for rule in family(letter).RULES)


@cache
def by_code() -> dict[str, Rule]:
    """Return all rules by their codes."""
    return {rule.code: rule for rule in every_rule()}

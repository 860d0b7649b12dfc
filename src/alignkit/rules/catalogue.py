"""Every rule, in the order of families; the only place that knows them all."""

from alignkit.rules import (
    alignment,
    coverage,
    evidence,
    frameworks,
    microcredential,
    outcomes,
    quality,
    references,
    structure,
)
from alignkit.rules.base import Rule, Subject

FAMILIES = {
    "S": structure,
    "R": references,
    "O": outcomes,
    "C": coverage,
    "A": alignment,
    "Q": quality,
    "E": evidence,
    "M": microcredential,
    "F": frameworks,
}
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES.values() for rule in family.RULES)
BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}


def about(subject: Subject) -> tuple[Rule, ...]:
    """Return the rules on one kind of subject, in order."""
    return tuple(rule for rule in RULES if rule.subject is subject)

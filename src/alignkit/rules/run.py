"""Runs rules on what they are about, and ties each finding to those that already name its cause."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from alignkit.findings import Finding
from alignkit.rules.base import Hit, Rule


class Result(Struct, frozen=True):
    """What a rule found on one subject.

    `examined` is how many things it looked at (None where it does not count); `silent` says that it could not
    judge, since a value that it reads could not be read.
    """

    rule: Rule
    findings: tuple[Finding, ...]
    examined: int | None = None
    silent: bool = False


def run(rules: Iterable[Rule], subject: Any, unread: frozenset[str] = frozenset()) -> tuple[Result, ...]:
    """Return what each rule finds on the subject, in the order of the rules.

    `unread` are the keys whose values could not be read: rules that draw conclusions from them stay silent.
    """
    chosen = tuple(rules)
    hits = {rule.code: () if unread.intersection(rule.reads) else tuple(rule.check(subject)) for rule in chosen}
    plain = {rule.code: [(hit, rule.finding(hit)) for hit in hits[rule.code]] for rule in chosen}
    return tuple(_result(rule, plain, subject, silent=bool(unread.intersection(rule.reads))) for rule in chosen)


def _result(rule: Rule, found: dict[str, list[tuple[Hit, Finding]]], subject: Any, *, silent: bool) -> Result:
    if silent:
        return Result(rule, (), silent=True)
    causes = [pair for code in rule.needs for pair in found.get(code, ())]
    findings = tuple(rule.finding(hit, _causes(hit, causes)) if causes else plain for hit, plain in found[rule.code])
    return Result(rule, findings, rule.examined(subject) if rule.examined else None)


def _causes(hit: Hit, found: list[tuple[Hit, Finding]]) -> tuple[Finding, ...]:
    """Return the findings that have a scope in common with the hit, or where one of the two has none."""
    return tuple(
        finding for cause, finding in found if not cause.scope or not hit.scope or set(cause.scope) & set(hit.scope)
    )

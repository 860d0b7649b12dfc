"""Runs rules on what they are about, and ties each finding to those that already name its cause."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from alignkit.findings import Finding
from alignkit.rules.base import Hit, Rule

Found = tuple[tuple[Hit, Finding], ...]


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
    silent = {rule.code for rule in chosen if not unread.isdisjoint(rule.reads)}
    found = {rule.code: _found(rule, subject) for rule in chosen if rule.code not in silent}
    return tuple(
        Result(rule, (), silent=True) if rule.code in silent else _result(rule, found, subject) for rule in chosen
    )


def _found(rule: Rule, subject: Any) -> Found:
    return tuple((hit, rule.finding(hit)) for hit in rule.check(subject))


def _result(rule: Rule, found: Mapping[str, Found], subject: Any) -> Result:
    causes = _Causes(rule.needs if found[rule.code] else (), found)
    findings = tuple(
        rule.finding(hit, because) if (because := causes.of(hit)) else finding for hit, finding in found[rule.code]
    )
    return Result(rule, findings, rule.examined(subject) if rule.examined else None)


class _Causes:
    """The findings that a rule's own may follow from, by scope, so that a thousand hits do not meet a thousand causes.

    `R103/activity` in `needs` means those findings of R103 whose scope names activities, whatever the hit's own.
    """

    def __init__(self, needs: Iterable[str], found: Mapping[str, Found]) -> None:
        self._all: list[Finding] = []
        self._always: list[Finding] = []
        self._by_scope: dict[str, list[Finding]] = {}
        for need in needs:
            code, _, only = need.partition("/")
            for cause, finding in found.get(code, ()):
                if not only or only in cause.scope:
                    self._add(cause, finding, always=bool(only))

    def _add(self, cause: Hit, finding: Finding, *, always: bool) -> None:
        self._all.append(finding)
        if always or not cause.scope:
            self._always.append(finding)
        for scope in () if always else cause.scope:
            self._by_scope.setdefault(scope, []).append(finding)

    def of(self, hit: Hit) -> tuple[Finding, ...]:
        """Return the findings that have a scope in common with the hit, or where one of the two has none."""
        if not hit.scope:
            return tuple(self._all)
        tied = [finding for scope in hit.scope for finding in self._by_scope.get(scope, ())]
        return (*self._always, *tied)

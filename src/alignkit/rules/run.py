"""Runs rules on what they are about, and ties each finding to those that already name its cause."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

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
    return tuple([(hit, rule.finding(hit)) for hit in rule.check(subject)])


def _result(rule: Rule, found: Mapping[str, Found], subject: Any) -> Result:
    own = found[rule.code]
    examined = rule.examined(subject) if rule.examined else None
    needs = [need for need in rule.needs if found.get(need.partition("/")[0])] if own else []
    if not needs:
        return Result(rule, tuple([finding for _, finding in own]), examined)
    causes = _Causes(needs, found, {scope for hit, _ in own for scope in hit.scope})
    findings = [replace(each, because=because) if (because := causes.of(hit)) else each for hit, each in own]
    return Result(rule, tuple(findings), examined)


class _Causes:
    """The findings that a rule's own may follow from, by scope, so that a thousand hits do not meet a thousand causes.

    `asked` are the scopes of the rule's own hits: causes are looked up by no other. `R103/activity` in `needs` means
    those findings of R103 whose scope names activities, whatever the hit's own.
    """

    def __init__(self, needs: Iterable[str], found: Mapping[str, Found], asked: set[str]) -> None:
        self._all: list[Finding] = []
        self._always: list[Finding] = []
        self._by_scope: dict[str, list[Finding]] = {}
        for need in needs:
            code, _, only = need.partition("/")
            for cause, finding in found.get(code, ()):
                if only and only not in cause.scope:
                    continue
                self._all.append(finding)
                if only or not cause.scope:
                    self._always.append(finding)
                else:
                    for scope in asked.intersection(cause.scope):
                        self._by_scope.setdefault(scope, []).append(finding)

    def of(self, hit: Hit) -> tuple[Finding, ...]:
        """Return the findings that have a scope in common with the hit, or where one of the two has none."""
        if not self._all:
            return ()
        if not hit.scope:
            return tuple(self._all)
        tied = self._always.copy()
        for scope in hit.scope:
            tied += self._by_scope.get(scope, ())
        return tuple(tied)

"""Runs rules on what they are about, and holds back those whose cause another rule has named."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from alignkit.findings import Finding
from alignkit.rules.base import Hit, Rule


class Result(Struct, frozen=True):
    """What a rule found on one subject, and how many things it looked at (None where it does not count)."""

    rule: Rule
    findings: tuple[Finding, ...]
    examined: int | None
    held_back: bool


def run(rules: Iterable[Rule], subject: Any, unread: frozenset[str] = frozenset()) -> tuple[Result, ...]:
    """Return what each rule finds on the subject, in the order of the rules.

    `unread` are the keys whose values could not be read: rules that draw conclusions from them stay silent.
    """
    chosen = tuple(rules)
    hits: dict[str, list[Hit]] = {}
    for rule in chosen:
        hits[rule.code] = [] if unread.intersection(rule.reads) else list(rule.check(subject))
    return tuple(_outcome(rule, hits, subject, silenced=bool(unread.intersection(rule.reads))) for rule in chosen)


def _outcome(rule: Rule, hits: dict[str, list[Hit]], subject: Any, *, silenced: bool) -> Result:
    causes = [cause for code in rule.needs for cause in hits.get(code, ())]
    kept = [hit for hit in hits[rule.code] if not any(_explains(cause, hit) for cause in causes)]
    examined = rule.examined(subject) if rule.examined and not silenced else None
    held_back = silenced or len(kept) < len(hits[rule.code])
    return Result(rule, tuple(map(rule.finding, kept)), examined, held_back)


def _explains(cause: Hit, hit: Hit) -> bool:
    return not cause.scope or not hit.scope or cause.scope == hit.scope

"""What `check` found, as SARIF 2.1.0: what code scanning services take."""

import json
import os
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from alignkit import __version__
from alignkit.findings import Finding, Related, Severity, Span
from alignkit.render.findings.fingerprint import fingerprints
from alignkit.render.findings.plain import advice, clear, sentence
from alignkit.views.check import CheckView, ExcusedView
from alignkit.views.rules import RuleView
from alignkit.wording import count

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# GitHub shows no more results than these, and refuses a file of more than 10 MB.
_MOST = 5_000
_BASE = "%SRCROOT%"


def render(view: CheckView) -> str:
    """Return one run with every finding, the excused ones as suppressed, without a byte of white space."""
    shown = [each.finding for each in view.findings]
    findings = [*shown, *(each.shown.finding for each in view.excused)]
    codes = {code: index for index, code in enumerate(sorted({finding.code for finding in findings[:_MOST]}))}
    results = [
        _result(finding, codes[finding.code], fingerprint)
        for finding, fingerprint in zip(findings[:_MOST], fingerprints(findings), strict=False)
    ]
    for result, excused in zip(results[len(shown) :], view.excused, strict=False):
        result["suppressions"] = [_suppression(excused)]
    run = {
        "tool": {"driver": _driver(view.rules, codes)},
        "invocations": [_invocation(view, left_out=len(findings) - len(results))],
        "originalUriBaseIds": {_BASE: {"description": {"text": "The folder in which alignkit was run."}}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def _driver(rules: Iterable[RuleView], codes: Iterable[str]) -> dict[str, Any]:
    known = {rule.code: rule for rule in rules}
    described = [_rule(known[code]) if code in known else {"id": code} for code in codes]
    return {"name": "alignkit", "version": __version__, "semanticVersion": __version__, "rules": described}


def _rule(rule: RuleView) -> dict[str, Any]:
    sources = rule.literature or ("No publication: this is alignkit's own advice.",)
    why = sentence(rule.why)
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": sentence(rule.name.replace("-", " ").capitalize())},
        "fullDescription": {"text": why},
        "help": {
            "text": "\n".join((why, *sources, rule.fix)),
            "markdown": "\n".join((f"{why}\n", *(f"- {source}" for source in sources), f"\n{rule.fix}")),
        },
        "defaultConfiguration": {"level": _LEVELS[Severity(rule.severity)]},
        "properties": {"tags": ["curriculum"]},
    }


def _result(finding: Finding, index: int, fingerprint: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": _without_links(advice(finding.message, finding.fix))},
        "locations": [_location(finding.at)],
        # GitHub recognises a result by this one alone; left out, it would be made of the line's text.
        "partialFingerprints": {"primaryLocationLineHash": fingerprint, "alignkit/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [_related(number, each) for number, each in enumerate(finding.related, 1)]
    return result


def _related(number: int, related: Related) -> dict[str, Any]:
    return {"id": number, **_location(related.at), "message": {"text": _without_links(clear(related.note))}}


def _location(at: Span) -> dict[str, Any]:
    region = {"startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}
    return {"physicalLocation": {"artifactLocation": _artifact(at.file), "region": region}}


def _artifact(file: str) -> dict[str, str]:
    """Return where the file is: relative to the folder of the run wherever it was named so."""
    uri = quote(os.fsencode(file))
    return {"uri": f"file://{uri}"} if file.startswith("/") else {"uri": uri, "uriBaseId": _BASE}


def _without_links(text: str) -> str:
    """Return the text such that nothing in it is read as a link: `[text](address)` is one in a SARIF message."""
    return text.replace("](", "] (")


def _suppression(excused: ExcusedView) -> dict[str, Any]:
    suppression: dict[str, Any] = {"kind": "inSource" if excused.in_file else "external", "status": "accepted"}
    if excused.in_file:
        suppression["location"] = _location(excused.at)
    return {**suppression, "justification": clear(excused.reason)} if excused.reason else suppression


def _invocation(view: CheckView, left_out: int) -> dict[str, Any]:
    told = [_notification("error", f"{clear(file)} could not be read.") for file in view.unparsed]
    if left_out:
        text = f"{count(left_out, 'result')} left out, the least severe: a run lists at most {_MOST:,}."
        told.append(_notification("warning", text))
    return {
        "executionSuccessful": view.status != 2,  # noqa: PLR2004 - the exit status of a call that was of no use
        "exitCode": view.status,
        "toolExecutionNotifications": told,
    }


def _notification(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": text}}

"""What `check` found, in reviewdog's format: one DiagnosticResult."""

import json
from typing import Any

from alignkit.findings import Related, Severity, Span
from alignkit.render.findings.plain import advice, clear
from alignkit.views.check import CheckView, FindingView

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(view: CheckView) -> str:
    """Return every finding as a diagnostic."""
    document = {"source": {"name": "alignkit"}, "diagnostics": [_diagnostic(shown) for shown in view.findings]}
    return json.dumps(document, indent=1) + "\n"


def _diagnostic(shown: FindingView) -> dict[str, Any]:
    finding = shown.finding
    diagnostic: dict[str, Any] = {
        "message": advice(finding.message, finding.fix),
        "location": {"path": finding.at.file, "range": _range(finding.at, shown.excerpt)},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": f"{finding.code} {finding.name}"},
    }
    if finding.related:
        diagnostic["related_locations"] = [_related(related) for related in finding.related]
    return diagnostic


def _range(at: Span, line: str) -> dict[str, Any]:
    """Return the place with columns in bytes of UTF-8, as the format counts them; the end only on the same line."""
    start = {"start": {"line": at.line, "column": _bytes(line, at.column)}}
    if at.end_line != at.line:
        return start
    return {**start, "end": {"line": at.line, "column": _bytes(line, at.end_column)}}


def _bytes(line: str, column: int) -> int:
    before = line[: column - 1]
    return len(before.encode(errors="surrogatepass")) + column - len(before)


def _related(related: Related) -> dict[str, Any]:
    # Only the line: what stands on it, and so how many bytes come before the column, is not known here.
    return {
        "message": clear(related.note),
        "location": {"path": related.at.file, "range": {"start": {"line": related.at.line}}},
    }

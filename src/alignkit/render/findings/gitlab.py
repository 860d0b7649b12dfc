"""What `check` found, as GitLab's code quality report."""

import json

from alignkit.findings import Severity
from alignkit.render.findings.fingerprint import fingerprints
from alignkit.render.findings.plain import advice
from alignkit.views.check import CheckView

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(view: CheckView) -> str:
    """Return a list with an entry for each finding; GitLab takes entries of one fingerprint for one."""
    findings = [shown.finding for shown in view.findings]
    entries = [
        {
            "description": advice(finding.message, finding.fix),
            "check_name": f"{finding.code} {finding.name}",
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": finding.at.file, "lines": {"begin": finding.at.line, "end": finding.at.end_line}},
        }
        for finding, fingerprint in zip(findings, fingerprints(findings), strict=True)
    ]
    return json.dumps(entries, indent=1) + "\n"

"""One mistake, one finding: leaves out what only repeats a finding that is shown."""

from collections.abc import Iterable

from alignkit.findings import Finding


def without_consequences(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings whose cause no other one of them names.

    A cause that is excused or switched off explains nothing, and neither does one less severe than what it
    explains: hiding a warning must never hide the error that follows from it.
    """
    wanted = tuple(findings)
    severities = {finding.identity: finding.severity.rank for finding in wanted}
    return tuple(
        finding
        for finding in wanted
        if not any(severities.get(cause.identity, -1) >= finding.severity.rank for cause in finding.because)
    )

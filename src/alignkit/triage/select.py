"""Which rules are asked for, and how severe a project takes them to be."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from alignkit.findings import Finding, Severity


class Selection(Struct, frozen=True):
    """What a run wants to see: rule codes or the beginnings of them (`C`, `Q3`), and severities by code."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, str] = {}

    def wants(self, code: str) -> bool:
        """Say whether findings of the rule are shown; the longer of two conflicting beginnings decides."""
        chosen = max((len(start) for start in self.select if code.startswith(start)), default=-1 if self.select else 0)
        ignored = max((len(start) for start in self.ignore if code.startswith(start)), default=-1)
        return chosen > ignored and self.severities.get(code) != "off"


def select(findings: Iterable[Finding], selection: Selection) -> tuple[Finding, ...]:
    """Return the findings that are wanted, each with the severity that the project gives its rule."""
    wanted = tuple(findings)
    codes = {code for code in {finding.code for finding in wanted} if selection.wants(code)}
    return tuple([_graded(finding, selection.severities) for finding in wanted if finding.code in codes])


def _graded(finding: Finding, severities: Mapping[str, str]) -> Finding:
    severity = severities.get(finding.code)
    return replace(finding, severity=Severity(severity)) if severity else finding

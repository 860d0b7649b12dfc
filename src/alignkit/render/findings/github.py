"""What `check` found, as workflow commands: GitHub shows each beside its line of the pull request."""

from collections.abc import Iterable, Iterator

from alignkit.findings import Finding, Severity
from alignkit.render.findings.plain import clear
from alignkit.views.check import CheckView
from alignkit.wording import count, listed

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
# GitHub shows so many of each in a step and drops the rest without a word.
_SHOWN = 10
# Its limits are 64 KB and 255 characters; nobody reads a tenth of that beside a line.
_LONGEST_MESSAGE = 2_000
_LONGEST_TITLE = 200


def render(view: CheckView) -> str:
    """Return the gravest findings as annotations, and a last one that counts those for which there is no room."""
    shown, left_out = _that_fit([each.finding for each in view.findings])
    return "".join(f"{line}\n" for line in (*map(_annotation, shown), *_rest(left_out)))


def _that_fit(findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Return the findings for which there is room, and the others; the last notice is kept free if there are any."""
    by_severity: dict[Severity, list[Finding]] = {severity: [] for severity in _COMMANDS}
    for finding in findings:
        by_severity[finding.severity].append(finding)
    room = dict.fromkeys(_COMMANDS, _SHOWN)
    if any(len(found) > _SHOWN for found in by_severity.values()):
        room[Severity.INFO] -= 1
    shown = [finding for severity, found in by_severity.items() for finding in found[: room[severity]]]
    left_out = [finding for severity, found in by_severity.items() for finding in found[room[severity] :]]
    return shown, left_out


def _annotation(finding: Finding) -> str:
    at = finding.at
    place = {"file": at.file, "line": str(at.line), "endLine": str(at.line)}
    if at.end_line == at.line:
        place |= {"col": str(at.column), "endColumn": str(at.end_column)}
    title = clear(f"{finding.code} {finding.name}", _LONGEST_TITLE)
    properties = ",".join(f"{key}={_property(clear(value))}" for key, value in {**place, "title": title}.items())
    text = f"{clear(finding.message, _LONGEST_MESSAGE)}\n{clear(finding.fix, _LONGEST_MESSAGE)}".strip()
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(text)}"


def _rest(left_out: list[Finding]) -> Iterator[str]:
    numbers = {severity: sum(finding.severity is severity for finding in left_out) for severity in _NAMES}
    words = [count(number, _NAMES[severity]) for severity, number in numbers.items() if number]
    if words:
        yield f"::notice title=alignkit::{_data(f'and {listed(words)} more; run `alignkit check --all` to see all')}"


def _data(text: str) -> str:
    """Return the text as the message of a command: a line break would end it, and another command could follow."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

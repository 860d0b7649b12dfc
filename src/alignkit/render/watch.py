"""What a save changed, in a terminal: a few lines, so that the last save stays in sight."""

from collections.abc import Iterator, Sequence

from alignkit.findings import Finding, Severity
from alignkit.render.style import Style, safe, wrapped
from alignkit.views.check import CheckView
from alignkit.views.watch import News
from alignkit.wording import count, listed

_NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LOOKS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_MOST = 12


def begun(view: CheckView, style: Style) -> str:
    """Return how things stand before the first save."""
    return "".join(f"{line}\n" for line in wrapped(f"{_standing(view)} `alignkit check` shows them.", style.width))


def changed(files: Sequence[str], news: News, style: Style) -> str:
    """Return what a save of these files changed."""
    return "".join(f"{line}\n" for line in _lines(files, news, style))


def _lines(files: Sequence[str], news: News, style: Style) -> Iterator[str]:
    yield ""
    yield from (style.paint(line, "bold") for line in wrapped(f"Saved: {listed(files, most=3)}", style.width))
    yield from _findings("+", "new", news.new, "red", style)
    yield from _findings("-", "no longer found", news.fixed, "green", style)
    yield from _findings("~", "excused", news.excused, "cyan", style)
    for moved in news.moved:
        look = "green" if moved.after > moved.before else "red"
        numbers = f"{moved.before} {style.sign('→', '->')} {moved.after} of {moved.total}"
        yield style.paint(safe(f"  {moved.curriculum}: {moved.framework} {moved.step} {numbers}"), look)
    if not news.any:
        yield "  no finding came or went, and coverage is as it was"
    yield from wrapped(_standing(news.view), style.width, "  ")


def _findings(sign: str, word: str, findings: Sequence[Finding], look: str, style: Style) -> Iterator[str]:
    for finding in findings[:_MOST]:
        code = style.paint(f"{sign} {word}: {finding.severity.value}[{finding.code}]", look)
        yield f"  {code} {safe(str(finding.at))}"
        yield from wrapped(finding.message, style.width, "      ")
    if len(findings) > _MOST:
        yield f"  {sign} and {len(findings) - _MOST:,} more {word}"


def _standing(view: CheckView) -> str:
    if view.unparsed:
        return f"{listed(view.unparsed, most=3)} cannot be read."
    numbers = listed(count(view.number(severity), name) for severity, name in _NAMES.items())
    return f"{numbers} in {count(len(view.curricula), 'curriculum', 'curricula')}."

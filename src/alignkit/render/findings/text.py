"""What `check` found, as a person reads it in a terminal: findings, coverage, verdicts, one closing line.

Plain lines with colour codes: a thousand findings through rich's markup take longer than the check itself.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from alignkit.findings import Severity, Span
from alignkit.render.findings.coverage_text import coverage_lines
from alignkit.render.findings.summary_text import summary_lines
from alignkit.render.findings.verdict_text import judgement_lines
from alignkit.render.style import Style, safe, wrapped
from alignkit.views.check import CheckView, FindingView
from alignkit.wording import count, listed

_LOOKS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_SHOWN_AT_ONCE = 3
_CURRICULA_IN_FULL = 5


class Detail(Struct, frozen=True):
    """How much to show: `everything` lifts the cut of long lists, `quiet` leaves all but failing findings out."""

    everything: bool = False
    quiet: bool = False


def render(view: CheckView, style: Style, detail: Detail) -> str:
    """Return the view as text, its lines at most as wide as the style says wherever words can be wrapped."""
    return "".join(f"{line.rstrip()}\n" for line in _lines(view, style, detail))


def _lines(view: CheckView, style: Style, detail: Detail) -> Iterator[str]:
    if detail.quiet:
        yield from _one_line_each(view, style)
        return
    last: Span | None = None
    for group in _groups(view.findings):
        yield from _group_lines(group, style, detail, after=last)
        yield ""
        last = group[-1].finding.at if len(group) == 1 else None
    if len(view.curricula) > _CURRICULA_IN_FULL and not detail.everything:
        yield from summary_lines(view.curricula, style)
    else:
        yield from _curricula_in_full(view, style, detail)
    yield from closing_lines(view, style)


def _curricula_in_full(view: CheckView, style: Style, detail: Detail) -> Iterator[str]:
    for curriculum in view.curricula:
        yield from coverage_lines(curriculum, style, detail.everything)
        for judgement in curriculum.judgements:
            yield from judgement_lines(judgement, curriculum.file, style)


def _one_line_each(view: CheckView, style: Style) -> Iterator[str]:
    """Yield the findings that fail the run, each on a line of its own."""
    least = 3 if view.fail_on == "never" else Severity(view.fail_on).rank
    for shown in view.findings:
        finding = shown.finding
        if finding.severity.rank >= least:
            code = style.paint(f"{finding.severity.value} {finding.code}", _LOOKS[finding.severity])
            yield f"{safe(str(finding.at))}: {code} {safe(finding.message)}"


def _groups(findings: Iterable[FindingView]) -> Iterator[list[FindingView]]:
    """Yield findings of one rule together, the gravest first, in the order of their first one."""
    groups: dict[tuple[int, str], list[FindingView]] = {}
    for view in findings:
        finding = view.finding
        groups.setdefault((finding.severity.rank, finding.code), []).append(view)
    return iter(groups.values())


def _group_lines(group: list[FindingView], style: Style, detail: Detail, after: Span | None) -> Iterator[str]:
    """Yield the rule, its findings, then once what to do and why; a line just shown is not shown again."""
    first = group[0].finding
    look = _LOOKS[first.severity]
    times = "" if len(group) == 1 else f"  ({count(len(group), 'time')})"
    code = style.paint(f"{first.severity.value}[{first.code}]", "bold", look)
    yield f"{code} {style.paint(first.name, 'bold')}{times}"
    shown = group if detail.everything or len(group) <= _SHOWN_AT_ONCE + 1 else group[:_SHOWN_AT_ONCE]
    last = after
    for number, view in enumerate(shown, 1):
        finding = view.finding
        if number == 1 or finding.at != last:
            yield from _finding_lines(view, style, excerpt=finding.at != last)
        else:
            yield from wrapped(finding.message, style.width, "  ")
        if number == len(shown) or finding.fix != shown[number].finding.fix:
            yield from _labelled("fix", finding.fix, style, "green")
        last = finding.at
    sources = f" [{'; '.join(first.literature)}]" if first.literature else ""
    yield from _labelled("why", first.why + sources, style, "dim")
    if len(shown) < len(group):
        yield style.paint(f"  and {len(group) - len(shown):,} more; --all shows them", "dim")


def _finding_lines(view: FindingView, style: Style, *, excerpt: bool) -> Iterator[str]:
    """Yield the message, the place, and where asked for the line with a caret."""
    finding = view.finding
    yield from wrapped(finding.message, style.width, "  ")
    arrow = style.paint(style.sign("→", "->"), "cyan")
    yield f"  {arrow} {safe(str(finding.at))}"
    if excerpt:
        yield from _excerpt(finding.at, view.excerpt, style, _LOOKS[finding.severity])
    for related in finding.related:
        yield from wrapped(f"{safe(str(related.at))}  {related.note}", style.width, "    ", "      ")


def _excerpt(at: Span, line: str, style: Style, look: str) -> Iterator[str]:
    """Yield the line with a caret under the place; a long line is cut to the part around it."""
    if not line.strip():
        return
    gutter = f"{at.line:>5} {style.sign('│', '|')} "
    room = max(style.width - len(gutter), 20)
    length = at.end_column - at.column if at.end_line == at.line else len(line) - at.column + 1
    start = 0 if len(line) <= room else max(0, min(at.column - 1 - room // 4, len(line) - room))
    text = line[start : start + room]
    column = at.column - 1 - start
    carets = max(1, min(length, len(text) - column))
    yield f"{style.paint(gutter, 'dim')}{safe(text)}"
    blank = " " * (len(gutter) - 2) + style.sign("│", "|") + " "
    yield f"{style.paint(blank, 'dim')}{' ' * column}{style.paint('^' * carets, 'bold', look)}"


def _labelled(label: str, text: str, style: Style, look: str) -> list[str]:
    lines = wrapped(text, style.width, f"  {label}  ", "       ")
    return [f"  {style.paint(label, look)}  {lines[0][7:]}", *lines[1:]]


def closing_lines(view: CheckView, style: Style) -> Iterator[str]:
    """Yield the counts, what was left out, and what the exit status says."""
    yield from _count_lines(view, style)
    if view.since:
        known = f"{count(view.since.known, 'finding')} that it has as well {'is' if view.since.known == 1 else 'are'}"
        yield from wrapped(f"That is what is new or lost since {view.since.base}; {known} not shown.", style.width)
        if view.since.unread:
            files = f"{listed(view.since.unread, most=3)} could not be read in {view.since.base}"
            yield from wrapped(f"{files}, so all that is found there counts as new.", style.width)
    if view.passed_over:
        names_of = listed(view.passed_over, most=3)
        yield from wrapped(f"Passed over, since nothing in it says `alignkit:` near the top: {names_of}.", style.width)
    look, verdict = _verdict_of_run(view)
    yield from (style.paint(line, "bold", look) for line in wrapped(verdict, style.width))


def _count_lines(view: CheckView, style: Style) -> Iterator[str]:
    """Yield how many findings there are of each severity, the numbers above nought in colour."""
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
    words = {count(view.number(severity), name): severity for severity, name in names.items()}
    curricula = count(len(view.curricula), "curriculum", "curricula")
    waived = f"; {count(view.waived, 'finding')} excused in the files" if view.waived else ""
    accepted = f"; {count(view.accepted, 'finding')} accepted by the baseline" if view.accepted else ""
    for line in wrapped(f"{listed(words)} in {curricula}{waived}{accepted}.", style.width):
        painted = line
        for word, severity in words.items():
            if view.number(severity):
                painted = painted.replace(word, style.paint(word, _LOOKS[severity]))
        yield painted


def _verdict_of_run(view: CheckView) -> tuple[str, str]:
    """Return the colour and the words of the exit status."""
    if view.refused:
        settings = f"{count(view.refused, 'setting')} of the project file"
        return "red", f"Exit 2: {settings} name{'s' if view.refused == 1 else ''} no rule, so its policy is refused."
    if view.unparsed:
        files = listed(view.unparsed, most=3)
        return "red", f"Exit 2: {files} could not be read, so nothing is certain until that is mended."
    if view.failing:
        at = "" if view.fail_on == "error" else f" at or above {view.fail_on}"
        what = count(view.failing, "finding" if at else "error")
        return "red", f"Exit 1: {what}{at}. `alignkit explain CODE` says more of a finding."
    if view.since:
        return "green", f"Exit 0: nothing new since {view.since.base} fails the check."
    return "green", "Exit 0: nothing that fails the check."

"""What `check` found, as a comment on a pull request: coverage, verdicts, and the few findings that matter."""

from collections.abc import Iterable, Iterator

from alignkit.findings import Finding, Severity
from alignkit.render.findings.plain import clear, sentence
from alignkit.render.markdown_text import escaped
from alignkit.views.check import CheckView, CurriculumView
from alignkit.views.coverage import FrameworkView, StepView
from alignkit.wording import count, listed

_NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
_AT_ONCE = 10
_ROWS = 30
# GitHub takes 65,536 characters in a comment; in bytes this leaves room for what a workflow puts around it.
_LONGEST = 60_000
# What the fold and the count of what is left out take.
_AROUND = 300
_COVERAGE = "curriculum | framework | items | claimed | taught | assessed | evidenced"
_VERDICTS = "curriculum | characteristic | verdict | criteria met"
_EXITS = {0: "Nothing fails the check.", 1: "**The check fails.**", 2: "**The check could not be completed.**"}


def render(view: CheckView) -> str:
    """Return the comment, at most as long as GitHub takes; what is left out of it is counted."""
    return _within(_LONGEST, "".join(f"{line}\n" for line in _head(view)), list(_findings(view)))


def _head(view: CheckView) -> Iterator[str]:
    numbers = listed([count(view.number(severity), name) for severity, name in _NAMES.items()])
    yield f"### alignkit: {numbers} in {count(len(view.curricula), 'curriculum', 'curricula')}"
    yield ""
    unread = f" Not readable: {_escaped(listed(view.unparsed, most=3), 400)}." if view.unparsed else ""
    yield f"{_EXITS[view.status]}{unread}{''.join(f' {words}.' for words in _set_aside(view))}"
    yield ""
    yield from _table(_COVERAGE, [row for curriculum in view.curricula for row in _coverage(curriculum)])
    yield from _table(_VERDICTS, [row for curriculum in view.curricula for row in _verdicts(curriculum)])


def _set_aside(view: CheckView) -> Iterator[str]:
    """Yield how many findings are not among those listed, and why."""
    if view.waived:
        yield f"{count(view.waived, 'finding')} excused in the files"
    if view.accepted:
        yield f"{count(view.accepted, 'finding')} accepted in the baseline"
    if view.since:
        known = count(view.since.known, "finding")
        yield f"Only what is new or lost since {_escaped(view.since.base)}: {known} from before not listed"


def _table(header: str, rows: list[str]) -> Iterator[str]:
    """Yield a table, cut after as many rows as are read; nothing where it would be empty."""
    if rows:
        yield f"| {header} |"
        yield "|" + " --- |" * (header.count("|") + 1)
        yield from rows[:_ROWS]
        yield ""
    if len(rows) > _ROWS:
        yield f"and {len(rows) - _ROWS:,} more rows"
        yield ""


def _coverage(curriculum: CurriculumView) -> Iterator[str]:
    for framework in curriculum.frameworks:
        steps = " | ".join(_step(step) for step in framework.steps)
        yield f"| {_escaped(curriculum.id)} | {_framework(framework)} | {framework.total} | {steps} |"


def _framework(framework: FrameworkView) -> str:
    narrowed = [part for part in (framework.profession, *framework.scope) if part]
    role = "" if framework.role == "claim" else f", {framework.role}"
    return _escaped(f"{framework.name}{f' ({listed(narrowed)})' if narrowed else ''}{role}")


def _step(step: StepView) -> str:
    if step.needed is None:
        return str(step.reached)
    return f"{step.reached}, target {step.needed} {'met' if step.met else '**missed**'}"


def _verdicts(curriculum: CurriculumView) -> Iterator[str]:
    for judgement in curriculum.judgements:
        for each in judgement.characteristics:
            name = f"{judgement.rubric.id}: {each.characteristic.title}"
            met = f"{each.met} of {each.applicable}"
            yield f"| {_escaped(curriculum.id)} | {_escaped(name)} | {each.verdict.value} | {met} |"


def _findings(view: CheckView) -> Iterator[str]:
    """Yield the findings a line each, the gravest first."""
    for shown in view.findings:
        yield _finding(shown.finding)


def _finding(finding: Finding) -> str:
    place = clear(f"{finding.at.file}:{finding.at.line}", 300).replace("`", "'")
    said = f"{_escaped(sentence(finding.message), 400)} {_escaped(finding.fix, 400)}"
    return f"- **{finding.code}** {finding.severity.value}, `{place}`: {said}\n"


def _within(most: int, head: str, findings: list[str]) -> str:
    """Return the head and as many of the findings as fit, all but the first few behind a fold."""
    shown = list(_that_fit(findings, most - len(head.encode()) - _AROUND))
    first, others = "".join(shown[:_AT_ONCE]), "".join(shown[_AT_ONCE:])
    if len(findings) <= _AT_ONCE and len(shown) == len(findings):
        return head + first
    missing = len(findings) - len(shown)
    cut = f"\nand {missing:,} more; `alignkit check --all` lists them\n" if missing else ""
    summary = f"{len(findings) - min(_AT_ONCE, len(shown)):,} more"
    return f"{head}{first}\n<details><summary>{summary}</summary>\n\n{others}{cut}\n</details>\n"


def _that_fit(lines: Iterable[str], room: int) -> Iterator[str]:
    for line in lines:
        room -= len(line.encode())
        if room < 0:
            return
        yield line


def _escaped(text: str, most: int = 80) -> str:
    """Return the text such that Markdown shows it as it is, cut to at most that many characters."""
    return escaped(clear(text, most))

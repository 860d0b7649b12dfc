"""A change in a terminal: what became of each curriculum, then the findings that came and went."""

from collections.abc import Iterable, Iterator, Sequence

from alignkit.findings import Severity
from alignkit.render.style import Style, safe, wrapped
from alignkit.triage.since import New
from alignkit.views.diff import CurriculumDiff, DiffView, LadderView, RungView, StepsView, Whole
from alignkit.views.diff_words import all_key_words, described, part_words
from alignkit.wording import count, listed

_LOOKS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_ITEMS = 12


def render(view: DiffView, style: Style) -> str:
    """Return the change as text."""
    return "".join(f"{line.rstrip()}\n" for line in _lines(view, style))


def _lines(view: DiffView, style: Style) -> Iterator[str]:
    arrow = style.sign("→", "->")
    yield from _bold(f"{view.base} {arrow} {view.head}", style)
    for file, side in view.unread:
        text = f"{file} could not be read in {side}, so what changed in it is not known."
        yield from (style.paint(line, "yellow") for line in wrapped(text, style.width))
    if not view.is_change:
        yield "Nothing changed."
    yield from (f"settings: {line}" for line in all_key_words(view.settings, style.sign("→", "->")))
    for whole in view.removed:
        yield from _whole_lines("removed", "-", whole, style)
    for whole in view.added:
        yield from _whole_lines("added", "+", whole, style)
    for each in view.curricula:
        yield ""
        yield from _curriculum_lines(each, style)
    yield from _finding_lines(view, style)
    yield ""
    look, verdict = _verdict(view)
    yield from (style.paint(line, "bold", look) for line in wrapped(verdict, style.width))


def _bold(text: str, style: Style) -> list[str]:
    return [style.paint(line, "bold") for line in wrapped(text, style.width)]


def _whole_lines(word: str, sign: str, whole: Whole, style: Style) -> Iterator[str]:
    claims = listed(f"{claimed} of {total} items of {id_}" for id_, claimed, total in whole.claims)
    covered = f", which claims {claims}" if sign == "+" and claims else f", which claimed {claims}" if claims else ""
    yield from _marked(sign, f"curriculum {word}: {whole.id} ({whole.file}){covered}", style, "")


def _marked(sign: str, text: str, style: Style, indent: str = "  ") -> list[str]:
    look = {"+": "green", "-": "red"}.get(sign, "cyan")
    first, *rest = wrapped(text, style.width, f"{indent}{sign} ", f"{indent}  ")
    return [f"{indent}{style.paint(sign, look)}{first[len(indent) + 1 :]}", *rest]


def _curriculum_lines(each: CurriculumDiff, style: Style) -> Iterator[str]:
    yield from _bold(f"{each.after}: {each.title}", style)
    if each.before != each.after:
        yield from _marked("~", f"renamed: it was {each.before}", style)
    if each.files[0] != each.files[1]:
        yield from _marked("~", f"file renamed: it was {each.files[0]} and is {each.files[1]}", style)
    yield from (line for text in all_key_words(each.keys, style.sign("→", "->")) for line in _marked("~", text, style))
    parts = (("module", each.modules), ("outcome", each.outcomes), ("activity", each.activities))
    for noun, changes in (*parts, ("assessment", each.assessments)):
        for change in changes:
            sign, text = part_words(noun, change, style.sign("→", "->"))
            yield from _marked(sign, text, style)
    for ladder in each.ladders:
        yield from _ladder_lines(ladder, style)
    for verdict in each.verdicts:
        text = f"{verdict.rubric} {verdict.id} {verdict.title}: was {verdict.before}, is {verdict.after}"
        yield from _marked("~", text, style)


def _ladder_lines(ladder: LadderView, style: Style) -> Iterator[str]:
    """Yield the steps whose numbers changed, then each item that moved, the framework's doing apart."""
    yield f"  {safe(described(ladder))}"
    for text in all_key_words(ladder.use, style.sign("→", "->")):
        yield from _marked("~", text, style, "    ")
    for step in (ladder.totals, *ladder.steps):
        if step.before != step.after or step.through not in (None, step.before):
            yield f"    {step.step:<10}{_numbers(step, style)}"
    yield from _rungs("-", "lost", ladder.lost, style)
    yield from _rungs("+", "gained", ladder.gained, style)
    yield from _rungs("-", "lost with the framework", ladder.framework_lost, style)
    yield from _rungs("+", "gained with the framework", ladder.framework_gained, style)
    for sign, word, codes in (("+", "new in it", ladder.came), ("-", "gone from it", ladder.left)):
        if codes:
            yield from _marked(sign, f"{word}: {listed(codes, most=_ITEMS)}", style, "    ")
    if ladder.reworded:
        yield from _marked("~", f"reworded in it: {listed(ladder.reworded, most=_ITEMS)}", style, "    ")


def _numbers(step: StepsView, style: Style) -> str:
    arrow = style.sign("→", "->")
    before = "not declared" if step.before is None else str(step.before)
    after = "not declared" if step.after is None else str(step.after)
    moved = 0 if step.through is None or step.before is None else step.through - step.before
    through = f" ({moved:+d} by the framework)" if moved else ""
    return f"{before} {arrow} {after}{through}"


def _rungs(sign: str, word: str, rungs: Iterable[RungView], style: Style) -> Iterator[str]:
    """Yield the items that moved between the same two steps together."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for rung in rungs:
        groups.setdefault((rung.before, rung.after, rung.note), []).append(rung.code)
    for (before, after, note), codes in groups.items():
        noted = f", {note}" if note else ""
        now = f"{before} {style.sign('→', '->')} {after}{noted}"
        yield from _marked(sign, f"{word}: {listed(codes, most=_ITEMS)} ({now})", style, "    ")


def _finding_lines(view: DiffView, style: Style) -> Iterator[str]:
    if view.findings:
        yield ""
        yield from _bold(f"New since {view.base}", style)
    unknown = [new for new in view.findings if new.unknown]
    for new in (each for each in view.findings if not each.unknown):
        finding = new.finding
        note = f" ({new.note})" if new.note else ""
        code = style.paint(f"{finding.severity.value}[{finding.code}]", _LOOKS[finding.severity])
        yield f"  {code} {safe(str(finding.at))}"
        yield from wrapped(f"{finding.message}{note}", style.width, "    ")
    if unknown:
        yield from wrapped(_unknown_words(unknown), style.width, "  ")
    if view.fixed:
        yield ""
        yield from _bold(f"No longer found: {count(len(view.fixed), 'finding')}", style)
    for fixed in view.fixed:
        yield from _marked("+", f"{fixed.code} {fixed.message}", style)
    if view.excused:
        yield ""
        yield from _bold(f"Excused since {view.base}: {count(len(view.excused), 'finding')}", style)
    for excused, reason in view.excused:
        yield from _marked("~", f"{excused.code} {excused.message}: {reason or 'without a reason'}", style)


def _unknown_words(findings: Sequence[New]) -> str:
    files = listed(dict.fromkeys(new.finding.at.file for new in findings), most=3)
    one = len(findings) == 1
    counts = f"{count(len(findings), 'finding')} in {files} {'counts' if one else 'count'} as new"
    return f"{counts}, since the base could not be read; `alignkit check` lists {'it' if one else 'them'}."


def _verdict(view: DiffView) -> tuple[str, str]:
    """Return the colour and the words of the exit status."""
    if view.status == 2:  # noqa: PLR2004
        return "red", f"Exit 2: {view.head} cannot be relied on until what `alignkit check` says of it is mended."
    lost = f"{count(len(view.losses), 'loss', 'losses')} of coverage"
    failing = view.failing
    if failing:
        findings = failing - len(view.losses) if view.losses else failing
        parts = [lost] * bool(view.losses) + [
            count(findings, "new error" if view.fail_on == "error" else "new finding")
        ] * bool(findings)
        at = "" if view.fail_on == "error" else f" at or above {view.fail_on}"
        return "red", f"Exit 1: {listed(parts)}{at}."
    return "green", "Exit 0: nothing is lost, and nothing new fails the check."

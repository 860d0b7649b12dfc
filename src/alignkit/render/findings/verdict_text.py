"""Verdicts in a terminal: each characteristic, its criteria, and the lines that they rest on."""

from collections.abc import Iterator

from alignkit.render.style import Style, wrapped
from alignkit.rubrics.verdicts import Judged, Judgement, Verdict
from alignkit.wording import listed

_SIGNS = {
    Verdict.MET: ("✓", "+", "green"),
    Verdict.PARTLY_MET: ("◐", "~", "yellow"),
    Verdict.NOT_EVIDENCED: ("?", "?", "yellow"),
    Verdict.NOT_MET: ("✗", "x", "red"),
    Verdict.NOT_APPLICABLE: ("–", "-", "dim"),  # noqa: RUF001
}
_PLACES = 3


def judgement_lines(judgement: Judgement, file: str, style: Style) -> Iterator[str]:
    """Yield the verdict on each characteristic, and on each criterion below it; `file` is the curriculum's."""
    yield from (style.paint(line, "bold") for line in wrapped(judgement.rubric.title, style.width))
    if judgement.preconditions:
        yield "  Preconditions"
        for judged in judgement.preconditions:
            yield from _criterion_lines(judged, file, style)
    for each in judgement.characteristics:
        sign, simple, look = _SIGNS[each.verdict]
        numbers = f"{each.met} of {each.applicable} criteria met" if each.applicable else "no criterion applies"
        verdict = style.paint(f"{style.sign(sign, simple)} {each.verdict.value}", "bold", look)
        *above, last = wrapped(f"{each.characteristic.title}:", style.width - len(each.verdict.value) - 4, "  ")
        yield from (style.paint(line, "bold") for line in above)
        yield f"{style.paint(last, 'bold')} {verdict}"
        yield style.paint(f"    {numbers}", "dim")
        for judged in each.criteria:
            yield from _criterion_lines(judged, file, style)
    yield ""


def _criterion_lines(judged: Judged, file: str, style: Style) -> Iterator[str]:
    """Yield the criterion, then the reason for any verdict but met, or the lines that a met one rests on."""
    sign, simple, look = _SIGNS[judged.verdict]
    need = "" if judged.criterion.need == "essential" else " (recommended)"
    text = f"{judged.criterion.id} {judged.criterion.title}{need}"
    first, *rest = wrapped(text, style.width, "      ")
    yield f"    {style.paint(style.sign(sign, simple), look)} {first[6:]}"
    yield from rest
    met = judged.verdict is Verdict.MET
    because = _lines_of(judged, file) if met else f"{judged.verdict.value}: {judged.reason}"
    if because:
        yield from (style.paint(line, "dim") for line in wrapped(because, style.width, "        "))


def _lines_of(judged: Judged, file: str) -> str:
    """Return the lines that a verdict rests on; those outside of the curriculum's own file with their files."""
    if not judged.rests_on:
        return ""
    lines = dict.fromkeys(str(at.line) if at.file == file else f"{at.file}:{at.line}" for at in judged.rests_on)
    return f"rests on {'line' if len(lines) == 1 else 'lines'} {listed(lines, most=_PLACES)}"

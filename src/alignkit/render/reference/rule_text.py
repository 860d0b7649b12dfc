"""A rule in a terminal, as `explain` prints it, and the list of all of them."""

from collections.abc import Iterable, Iterator

from alignkit.render.style import Style, wrapped
from alignkit.views.rules import FamilyView, RuleView

_LOOKS = {"error": "red", "warning": "yellow", "info": "blue"}


def render_rule(rule: RuleView, style: Style) -> str:
    """Return everything about one rule."""
    return "".join(f"{line.rstrip()}\n" for line in _rule_lines(rule, style))


def _rule_lines(rule: RuleView, style: Style) -> Iterator[str]:
    severity = style.paint(rule.severity, _LOOKS[rule.severity])
    yield f"{style.paint(f'{rule.code} {rule.name}', 'bold')} ({severity})"
    yield ""
    yield from _part("What it says of the example below", [rule.message], style)
    yield from _part("Why it matters", [rule.why], style)
    yield from _part("Published in", rule.literature or ["No publication: this is alignkit's own advice."], style)
    yield from _part("How to fix it", [rule.fix], style)
    yield from _example("Found in (the line is marked)", rule.bad, style)
    yield from _example("Fine", rule.good, style)
    yield from wrapped(
        f"Excuse it in the file, with a reason: # alignkit: ignore[{rule.code}] why it is fine here. "
        f"Change it for a project in alignkit.yaml: rules: {{{rule.code}: off}}, or error, warning, info.",
        style.width,
    )


def _part(heading: str, texts: Iterable[str], style: Style) -> Iterator[str]:
    yield style.paint(heading, "bold")
    for text in texts:
        yield from wrapped(text, style.width, "  ")
    yield ""


def _example(heading: str, text: str, style: Style) -> Iterator[str]:
    yield style.paint(heading, "bold")
    for line in text.splitlines():
        yield style.paint(f"    {line}", "dim") if "# <-" not in line else f"    {line}"
    yield ""


def render_rules(families: Iterable[FamilyView], style: Style) -> str:
    """Return every rule in a line, by family."""
    lines: list[str] = []
    for family in families:
        lines += [style.paint(line, "bold") for line in wrapped(f"{family.letter}: {family.about}", style.width)]
        lines += [_line(rule, style) for rule in family.rules]
        lines.append("")
    return "".join(f"{line}\n" for line in lines)


def _line(rule: RuleView, style: Style) -> str:
    severity = style.paint(f"{rule.severity:<8}", _LOOKS[rule.severity])
    return f"  {rule.code}  {severity} {rule.name}"

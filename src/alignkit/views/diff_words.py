"""How a change is put in words, the same in a terminal and in Markdown."""

from collections.abc import Iterable

from alignkit.analysis.contents import KeyChange
from alignkit.analysis.diff import PartChange
from alignkit.views.diff import LadderView
from alignkit.wording import listed, shortened

_LONGEST = 60
_ENTRIES = 8


def all_key_words(changes: Iterable[KeyChange], arrow: str) -> list[str]:
    """Return what each of the keys says now instead."""
    return [key_words(change, arrow) for change in changes]


def key_words(change: KeyChange, arrow: str) -> str:
    """Return what a key says now instead: `weight: 40 → 30`, `outcomes: without LO2, with LO3`."""
    if change.dropped or change.added:
        parts = [f"without {listed(map(_short, change.dropped), most=_ENTRIES)}"] * bool(change.dropped)
        parts += [f"with {listed(map(_short, change.added), most=_ENTRIES)}"] * bool(change.added)
        return f"{change.key}: {', '.join(parts)}"
    return f"{change.key}: {_short(change.before) or 'nothing'} {arrow} {_short(change.after) or 'nothing'}"


def _short(text: str) -> str:
    return shortened(text, _LONGEST)


def part_words(noun: str, change: PartChange, arrow: str) -> tuple[str, str]:
    """Return the sign and the words for what became of a part: + added, - removed, ~ anything else."""
    title = f" ({_short(change.title)})" if change.title else ""
    if not change.before:
        return "+", f"{noun} {change.after} added{title}"
    if not change.after:
        return "-", f"{noun} {change.before} removed{title}"
    parts = [f"renamed, it was {change.before}"] * (change.before != change.after)
    if change.moved:
        parts.append(f"moved from {change.moved[0]} to {change.moved[1]}")
    parts += all_key_words(change.keys, arrow)
    return "~", f"{noun} {change.after}: {'; '.join(parts)}"


def described(ladder: LadderView) -> str:
    """Return a framework's id, and what became of its declaration."""
    if not ladder.before:
        return f"{ladder.after}: declared now"
    if not ladder.after:
        return f"{ladder.before}: no longer declared"
    if ladder.before != ladder.after:
        return f"{ladder.after}: in place of {ladder.before}"
    return ladder.after

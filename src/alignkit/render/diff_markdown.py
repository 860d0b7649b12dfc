"""A change as a comment on a pull request: a table of coverage before and after, then what was lost and what is new."""

from collections.abc import Iterable, Iterator

from alignkit.findings import Finding
from alignkit.render.markdown_text import escaped
from alignkit.views.diff import CurriculumDiff, DiffView, LadderView, StepsView, Whole
from alignkit.views.diff_words import described, key_words, part_words
from alignkit.wording import count

_AT_ONCE = 10
# What Markdown or the page around it would read as more than a letter.


def render(view: DiffView) -> str:
    """Return the change as Markdown, long lists cut and counted."""
    return "".join(f"{line}\n" for line in _lines(view))


def _lines(view: DiffView) -> Iterator[str]:
    yield f"### alignkit: {escaped(view.base)} → {escaped(view.head)}"
    yield ""
    yield _verdict(view)
    rows = [row for each in view.curricula for row in _rows(each)]
    if rows:
        yield ""
        yield "| curriculum | framework | items | claimed | taught | assessed | evidenced |"
        yield "| --- | --- | --- | --- | --- | --- | --- |"
        yield from rows
    yield from _list("Lost", [f"`{finding.code}` {escaped(finding.message)}" for finding in view.losses])
    changes = [f"{escaped(each.after)}: {text}" for each in view.curricula for text in _changes(each)]
    changes += [f"{word} {escaped(whole.id)}" for word, whole in _wholes(view)]
    changes += [f"settings: {escaped(key_words(change, '→'))}" for change in view.settings]
    yield from _list("Changed", changes)
    new = [each for each in view.findings if not each.unknown]
    texts = [f"{_told(each.finding)}{f' ({each.note})' if each.note else ''}" for each in new]
    yield from _list("New findings", texts)
    yield from _list("No longer found", [f"`{fixed.code}` {escaped(fixed.message)}" for fixed in view.fixed])
    excused = [f"`{each.code}` {escaped(each.message)}: {escaped(reason)}" for each, reason in view.excused]
    yield from _list("Excused or accepted", excused)


def _verdict(view: DiffView) -> str:
    unread = "".join(f" {escaped(file)} could not be read in {escaped(side)}." for file, side in view.unread)
    if view.status == 2:  # noqa: PLR2004
        return f"**The comparison could not be completed.**{unread}"
    if not view.is_change:
        return "Nothing changed."
    if view.failing:
        return f"**{count(view.failing, 'loss or new finding', 'losses or new findings')} fail the check.**{unread}"
    return f"Nothing is lost, and nothing new fails the check.{unread}"


def _told(finding: Finding) -> str:
    return f"`{finding.code}` {finding.severity.value} {escaped(str(finding.at))} {escaped(finding.message)}"


def _rows(each: CurriculumDiff) -> Iterator[str]:
    for ladder in each.ladders:
        cells = [escaped(each.after), escaped(described(ladder)), *map(_cell, (ladder.totals, *ladder.steps))]
        yield f"| {' | '.join(cells)} |"


def _cell(step: StepsView) -> str:
    """Return a number, or both where it changed, and how much of that the framework did."""
    before = "–" if step.before is None else str(step.before)  # noqa: RUF001
    after = "–" if step.after is None else str(step.after)  # noqa: RUF001
    by = step.through - step.before if step.through is not None and step.before is not None else 0
    framework = f" ({by:+d} framework)" if by else ""
    return f"{before} → {after}{framework}" if before != after or framework else after


def _changes(each: CurriculumDiff) -> Iterator[str]:
    if each.before != each.after:
        yield f"renamed, it was {escaped(each.before)}"
    if each.files[0] != each.files[1]:
        yield f"file {escaped(each.files[0])} is now {escaped(each.files[1])}"
    yield from (escaped(key_words(change, "→")) for change in each.keys)
    parts = {"module": each.modules, "outcome": each.outcomes, "activity": each.activities}
    for noun, changes in {**parts, "assessment": each.assessments}.items():
        yield from (escaped(part_words(noun, change, "→")[1]) for change in changes)
    yield from (line for ladder in each.ladders for line in _framework(ladder))
    for verdict in each.verdicts:
        yield f"{escaped(verdict.rubric)} {escaped(verdict.id)}: was {verdict.before}, is **{verdict.after}**"


def _framework(ladder: LadderView) -> Iterator[str]:
    yield from (escaped(f"{ladder.after} {key_words(change, '→')}") for change in ladder.use)
    for word, codes in (("new", ladder.came), ("gone", ladder.left), ("reworded", ladder.reworded)):
        if codes:
            yield f"{escaped(ladder.after or ladder.before)} itself: {count(len(codes), 'item')} {word}"


def _wholes(view: DiffView) -> list[tuple[str, Whole]]:
    removed = [("curriculum removed:", whole) for whole in view.removed]
    return [*removed, *(("curriculum added:", whole) for whole in view.added)]


def _list(title: str, entries: Iterable[str]) -> Iterator[str]:
    """Yield a heading and a list, cut after the first ones; nothing where it would be empty."""
    listed = list(entries)
    if not listed:
        return
    yield ""
    yield f"**{title}** ({len(listed):,})"
    yield ""
    yield from (f"- {entry}" for entry in listed[:_AT_ONCE])
    if len(listed) > _AT_ONCE:
        yield f"- and {len(listed) - _AT_ONCE:,} more; `alignkit diff` lists them"

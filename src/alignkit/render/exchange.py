"""What an import or an export says of itself: what was understood, what came of it, what was not carried over."""

import json
from collections.abc import Iterator, Sequence

from alignkit.findings import Finding
from alignkit.render.patch import patch_of
from alignkit.render.style import Style, wrapped
from alignkit.views.exchange import ExportView, ImportView, LossView, TouchedView, UpdateView
from alignkit.wording import count, listed, shortened

_MOST = 30
_SHORT = 60
_FORMAT = "alignkit-losses/1"


def render_import(view: ImportView, style: Style, wrote: Sequence[str] = ()) -> str:
    """Return the account of an import; `wrote` names the files that were written."""
    lines = [
        *wrapped(f"{view.file}: read as {view.format}.", style.width),
        *_points("Understood", view.understood, style),
        *_documents(view, style),
        *_findings(view.findings, style),
        *_losses(view.losses, style),
        *(f"Wrote {name}." for name in wrote),
    ]
    return "".join(f"{line}\n" for line in lines)


def render_update(view: UpdateView, style: Style, *, written: bool) -> str:
    """Return the account of an update: with the patch where the files are not written."""
    patch = "" if written else "".join(patch_of(file.name, file.before, file.after) for file in view.patched)
    lines = [
        *wrapped(f"{view.file}: read as {view.format}, for {view.curriculum}.", style.width),
        *_points("Understood", view.understood, style),
        *_touched("Added", view.added, style),
        *_touched("Changed", view.changed, style),
        *_touched("Kept, though the table has it not, or otherwise", view.kept, style),
        *_findings(view.findings, style),
        *_losses(view.losses, style),
        *_outcome(view, written=written),
    ]
    return patch + "".join(f"{line}\n" for line in lines)


def _touched(title: str, touched: Sequence[TouchedView], style: Style) -> Iterator[str]:
    if touched:
        yield style.paint(f"{title}: {len(touched):,}", "bold")
    for each in touched[:_MOST]:
        values = " -> ".join(shortened(value, _SHORT) for value in (each.before, each.after) if value)
        yield from wrapped(f"{each.at}: {each.path}: {values}", style.width, "  ", "    ")
    yield from _rest(len(touched), "the patch has them all")


def _outcome(view: UpdateView, *, written: bool) -> Iterator[str]:
    if not view.patched:
        yield "Nothing to change: the curriculum says all of this already."
    for file in view.patched:
        yield f"{'Wrote' if written else 'Would write'} {file.name}."


def render_export(view: ExportView, style: Style, wrote: Sequence[str] = ()) -> str:
    """Return the account of an export."""
    lines = [
        *wrapped(f"{view.subject}: written as {view.format}.", style.width),
        *_losses(view.losses, style),
        *(f"Wrote {name}." for name in wrote),
    ]
    return "".join(f"{line}\n" for line in lines)


def render_losses(subject: str, format_: str, understood: Sequence[str], losses: Sequence[LossView]) -> str:
    """Return everything that was understood, and everything that was not carried over, as JSON."""
    data = {
        "format": _FORMAT,
        "subject": subject,
        "as": format_,
        "understood": list(understood),
        "losses": [{"where": loss.where, "what": loss.what, "why": loss.why} for loss in losses],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _points(title: str, sentences: Sequence[str], style: Style) -> Iterator[str]:
    if sentences:
        yield style.paint(title, "bold")
    for text in sentences:
        yield from wrapped(text, style.width, "  - ", "    ")


def _documents(view: ImportView, style: Style) -> Iterator[str]:
    if not view.documents:
        yield "Nothing in it was understood as a curriculum or a framework."
    for document in view.documents:
        amounts = listed(count(number, noun, _plural(noun)) for number, noun in document.amounts)
        yield from wrapped(f"{document.name} ({document.kind}): {amounts or 'nothing in it'}", style.width, "", "  ")


def _plural(noun: str) -> str:
    return f"{noun[:-1]}ies" if noun.endswith("y") else ""


def _findings(findings: Sequence[Finding], style: Style) -> Iterator[str]:
    if findings:
        yield style.paint(f"The rules have {count(len(findings), 'remark')} on it", "bold")
    for each in findings[:_MOST]:
        yield from wrapped(f"{each.at}: {each.severity.value} {each.code}: {each.message}", style.width, "  ", "    ")
    yield from _rest(len(findings), "`alignkit check` shows them all")


def _losses(losses: Sequence[LossView], style: Style) -> Iterator[str]:
    if not losses:
        yield "Everything was carried over."
        return
    yield style.paint(f"Not carried over: {count(len(losses), 'thing')}", "bold")
    for loss in losses[:_MOST]:
        where = f"{loss.where}: " if loss.where else ""
        yield from wrapped(f"{where}{loss.what}: {loss.why}", style.width, "  ", "    ")
    yield from _rest(len(losses), "--losses FILE writes them all")


def _rest(number: int, hint: str) -> Iterator[str]:
    if number > _MOST:
        yield f"  and {number - _MOST:,} more; {hint}"

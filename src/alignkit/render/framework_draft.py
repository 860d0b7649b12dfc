"""What `frameworks new` says once the file is written: how the list was read, and what a person has to add."""

from collections.abc import Iterator

from alignkit.render.style import Style, wrapped
from alignkit.views.draft import DraftView
from alignkit.wording import count, listed


def render(view: DraftView, file: str, style: Style) -> str:
    """Return the account as lines of text."""
    lines = [line for sentence in _sentences(view, file) for line in wrapped(sentence, style.width, "", "  ")]
    return "".join(f"{line}\n" for line in lines)


def _sentences(view: DraftView, file: str) -> Iterator[str]:
    draft = view.draft
    yield f"Wrote {file}: {_levels(view)}."
    if view.columns:
        read = listed(f'{role} from "{column}"' for role, column in view.columns.items())
        unused = f"; not used: {listed(view.unused)}" if view.unused else ""
        yield f"Columns: {read}{unused}."
        if "parent" not in view.columns and "level" not in view.columns:
            yield "No column says what stands below what (parent or level), so every item stands at the top."
    if draft.assigned:
        yield f"{count(draft.assigned, 'code')} assigned by position: change them now, for a code is for ever."
    if draft.tidied:
        some = listed((f'"{before}" is {after}' for before, after in draft.tidied.items()), most=3)
        yield f"Codes hold no spaces, commas, colons or brackets: {some}."
    yield f"To fill in: {listed(view.to_fill_in)}. Every item says `verified: false` until you have compared it."
    yield f"Next: open {file}, then `alignkit frameworks check {file}`."


def _levels(view: DraftView) -> str:
    counts = view.draft.counts
    if len(counts) == 1:
        return count(counts[0], "item")
    return listed(f"{count(number, 'item')} on level {depth}" for depth, number in enumerate(counts, 1))

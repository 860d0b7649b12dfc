"""A migration in a terminal: a patch that `git apply` takes, then what it does and does not do."""

from collections.abc import Iterator

from alignkit.render.patch import patch_of
from alignkit.render.reference.editions_text import basis_sentences
from alignkit.render.style import Style, safe, wrapped
from alignkit.views.migration import MigratedFile, MigrationView
from alignkit.wording import count, listed, percent


def render(view: MigrationView, style: Style, *, written: bool) -> str:
    """Return the patch and the account of it; `written` says that the files have been changed."""
    account = [line for file in view.files for line in _file(file, view, style)]
    return patch(view) + "".join(f"{line}\n" for line in (*account, *_closing(view, style, written=written)))


def patch(view: MigrationView) -> str:
    """Return the changes as one unified diff, line ends as they are in the files."""
    return "".join(patch_of(file.file, file.text, file.migrated) for file in view.changed)


def _file(file: MigratedFile, view: MigrationView, style: Style) -> Iterator[str]:
    yield ""
    yield style.paint(safe(file.file), "bold")
    if not file.alignments and not file.declared:
        yield f"  nothing here is aligned with {view.before}"
        return
    left = file.alignments - file.moved
    moved = f"{file.moved} of {count(file.alignments, 'alignment')} with {view.before} moved"
    if not file.alignments:
        moved = f"Nothing here is aligned with {view.before}, which is only declared"
    asked = f"; about the other {left} there are questions in the file, marked `alignkit: migrate?`" if left else ""
    yield from wrapped(f"{moved}{asked}.", style.width, "  ")
    if file.declared:
        yield from wrapped(_declaration(file, view), style.width, "  ")
    if file.scope:
        scope = (
            f"Coverage of {view.before} is of {listed(file.scope)} alone, as declared; of {view.after}, of all of it."
        )
        yield from wrapped(scope, style.width, "  ")
    yield ""
    yield from _ladder(file, view, style)


def _declaration(file: MigratedFile, view: MigrationView) -> str:
    if file.use_moved:
        return f"`use: {view.before}` becomes {view.after}."
    return f"`use: {view.before}` stays; the comment above it says why."


def _ladder(file: MigratedFile, view: MigrationView, style: Style) -> Iterator[str]:
    """Yield the coverage as three columns: only the framework differs, so what changes is its doing alone."""
    heads = (view.before, view.after, "all answered")
    widths = [max(len(head), 15) for head in heads]
    cells = [head.rjust(width) for head, width in zip(heads, widths, strict=True)]
    yield style.paint(f"  {'coverage':<10} {'  '.join(cells)}", "bold")
    old, new = file.totals
    for step in file.coverage:
        numbers = ((step.before, old), (step.after, new), (step.at_best, new))
        shown = [f"{part} of {whole} {percent(part, whole):>4}" for part, whole in numbers]
        row = "  ".join(cell.rjust(width) for cell, width in zip(shown, widths, strict=True))
        yield f"  {step.step:<10} {row}"


def _closing(view: MigrationView, style: Style, *, written: bool) -> Iterator[str]:
    yield ""
    yield from wrapped(" ".join(basis_sentences(view.basis)), style.width)
    if any(file.moved < file.alignments for file in view.files):
        best = (
            f"All answered: {view.after} if each item that a question offers as exact, close or narrow is taken; a "
            "broad one counts in part."
        )
        yield from wrapped(best, style.width)
    if not view.changed:
        yield "Nothing to change."
    elif written:
        yield from wrapped(f"Wrote {count(len(view.changed), 'file')}. Next: `alignkit check`.", style.width)
    else:
        yield from wrapped("Nothing is written yet: add --write to change the files.", style.width)

"""A baseline as a file, one line for each finding, and what is said of it in a terminal."""

from collections.abc import Iterator

from alignkit.views.baseline import EntryView, RenewedView
from alignkit.wording import count

_HEADER = """\
alignkit: baseline/1
# Findings that were accepted on a date, for a reason. `alignkit check` sets them aside; verdicts still count them.
# `alignkit baseline --reason "…"` adds what is found today, `alignkit baseline --prune` takes out what is put right.
"""
_KEY = "accepted:"
_NONE = "accepted: []"
_NUMBERS = ("things",)
# Words that other readers of YAML take for something else than a text.
_NO_TEXTS = ("true", "false", "yes", "no", "on", "off", "y", "n", "null")


def render(view: RenewedView) -> str:
    """Return the text of the file: what stands there stays as it is, but for the entries taken out and added."""
    lines = view.text.rstrip("\n").split("\n") if view.text else [*_HEADER.rstrip("\n").split("\n"), _KEY]
    lines = [line for number, line in enumerate(lines, 1) if number not in view.out]
    lines = [(_KEY if view.total else _NONE) if line.strip() in (_KEY, _NONE) else line for line in lines]
    last = max((number for number, line in enumerate(lines) if line.lstrip().startswith(("- ", _KEY))), default=0)
    end = next((at for at in range(last + 1, len(lines)) if not _continues(lines[at], view.indent)), len(lines))
    added = [f"{view.indent}- {_flow(entry)}" for entry in view.added]
    return "\n".join([*lines[:end], *added, *lines[end:]]) + "\n"


def _continues(line: str, indent: str) -> bool:
    """Say whether a line belongs to the entry above it."""
    return line.startswith(f"{indent} ")


def _flow(entry: EntryView) -> str:
    """Return an entry on one line, so that a diff of the file shows one finding as one line."""
    pairs = [f"{key}: {value if key in _NUMBERS else _quoted(value)}" for key, value in entry.pairs if value]
    if entry.facts:
        pairs.append(f"facts: {{{', '.join(f'{key}: {_quoted(fact)}' for key, fact in entry.facts)}}}")
    return f"{{{', '.join(pairs)}}}"


def _quoted(text: str) -> str:
    """Return a text as YAML reads it back, in quotation marks where it needs them."""
    if text.isascii() and text.replace("-", "").isalnum() and text[0].isalpha() and text.lower() not in _NO_TEXTS:
        return text
    return '"' + "".join(_escaped(text)) + '"'


def _escaped(text: str) -> Iterator[str]:
    for sign in text:
        if sign in '"\\':
            yield f"\\{sign}"
        elif sign.isprintable():
            yield sign
        else:
            yield f"\\U{ord(sign):08X}"


def told(view: RenewedView) -> str:
    """Return what was accepted and taken out, what is left over, and what still has to be typed."""
    lines = []
    if view.added:
        lines.append(f"Accepted {count(len(view.added), 'finding')} in {view.file}; they count in verdicts as before.")
    if view.pruned:
        lines.append(f"Took {_entries(view.pruned)} out of {view.file}: what they accepted is not found any more.")
    if view.unmet:
        verb = "accepts" if view.unmet == 1 else "accept"
        lines.append(f"{_entries(view.unmet)} {verb} what is not found any more; `alignkit baseline --prune`.")
    if not lines:
        lines.append("Nothing is found that is not accepted already.")
    if view.setting:
        lines.append(view.setting)
    return "".join(f"{line}\n" for line in lines)


def _entries(number: int) -> str:
    return count(number, "entry", "entries")

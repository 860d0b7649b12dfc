"""Small texts that show what rules find: one file, or several in one text with settings, a baseline and a base."""

import re

from alignkit.library.workspace import read_file
from alignkit.model.baseline import Baseline
from alignkit.rules.compare import compare_examinations, with_losses
from alignkit.rules.examine import Examination, examine
from alignkit.source.tree import Memory
from alignkit.triage.select import Selection
from alignkit.triage.triage import Baselined, Checked, triage

EXAMPLE = "example.yaml"
_BASE = "base/"
_BASELINE = ".alignkit-baseline.yaml"
_SETTINGS = "alignkit.yaml"
_COMMENTS = re.compile(r"^#.*", re.MULTILINE)
_PART = re.compile(r"^--- (\S+)\n", re.MULTILINE)


def files_of(text: str) -> dict[str, str]:
    """Return the files of an example: first EXAMPLE, then what follows each line `--- some-file.yaml`.

    `--- base` begins what EXAMPLE was in the base, and `--- base/some-file.yaml` another file of the base. Where only
    comments come before another file, there is no EXAMPLE.
    """
    first, *others = _PART.split(text)
    named = dict(zip(others[::2], others[1::2], strict=True))
    only_comments = not _COMMENTS.sub("", first).strip()
    return named if named and only_comments else {EXAMPLE: first, **named}


def check_example(text: str) -> Checked:
    """Return what is found in an example, by its own settings and baseline and against its base."""
    files = files_of(text)
    base = {name.removeprefix(_BASE): part for name, part in files.items() if name.startswith(_BASE)}
    base |= {EXAMPLE: files["base"]} if "base" in files else {}
    head = {name: part for name, part in files.items() if name != "base" and not name.startswith(_BASE)}
    examination = _examined(head)
    if base:
        examination = with_losses(examination, compare_examinations(_examined(base), examination))
    baseline = read_file(Memory(files), _BASELINE).record
    entries = baseline.accepted if isinstance(baseline, Baseline) else ()
    return triage(examination, Selection(), Baselined(entries))


def _examined(files: dict[str, str]) -> Examination:
    tree = Memory(files)
    settings = read_file(tree, _SETTINGS) if _SETTINGS in files else None
    return examine(tree, [name for name in files if name not in (_BASELINE, _SETTINGS)], project=settings)

"""Small texts and all that a rule tells of them: examples of rules, and the cases beside them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from alignkit.api.accepted import entries_in
from alignkit.findings import Finding
from alignkit.library.workspace import read_file
from alignkit.phrase import English, Phrase, say
from alignkit.rules.compare import compare_examinations, with_losses
from alignkit.rules.examine import Examination, examine
from alignkit.source.tree import Memory
from alignkit.triage.select import Selection
from alignkit.triage.triage import Baselined, Checked, triage

EXAMPLE = "example.yaml"
_BASE = "base/"
_BASELINE = ".alignkit-baseline.yaml"
_SETTINGS = "alignkit.yaml"
_PART = re.compile(r"^--- (\S+)\n", re.MULTILINE)


def parts(text: str) -> dict[str, str]:
    """Return the files of an example: the first by the name of EXAMPLE, and what follows each line `--- some-file.yaml`.

    `--- base` begins what EXAMPLE was in the base, and `--- base/some-file.yaml` another file of the base.
    """
    first, *others = _PART.split(text)
    return {EXAMPLE: first, **dict(zip(others[::2], others[1::2], strict=True))}


def checked(text: str) -> Checked:
    """Return what is found in an example, by its own settings and baseline and against its base."""
    files = parts(text)
    base = {name.removeprefix(_BASE): part for name, part in files.items() if name.startswith(_BASE)}
    base |= {EXAMPLE: files["base"]} if "base" in files else {}
    head = {name: part for name, part in files.items() if name != "base" and not name.startswith(_BASE)}
    examination = _examined(head)
    if base:
        examination = with_losses(examination, compare_examinations(_examined(base), examination))
    entries = entries_in(Memory(files), _BASELINE) if _BASELINE in files else ()
    return triage(examination, Selection(), Baselined(entries))


def _examined(files: dict[str, str]) -> Examination:
    tree = Memory(files)
    settings = read_file(tree, _SETTINGS) if _SETTINGS in files else None
    return examine(tree, [name for name in files if name not in (_BASELINE, _SETTINGS)], project=settings)


def tell(code: str, run: Checked) -> str:
    """Return all that the rule of that code tells a person or a program, in lines."""
    lines = [line for finding in run.shown if finding.code == code for line in _told(finding)]
    lines += _explained(code, run.examination.findings)
    lines += _looked_at(code, run.examination)
    return "".join(f"{line}\n" for line in lines)


class _Marked(English):
    """English that shows what is translated on its own: each phrase between ⟨ and ⟩."""

    def template(self, phrase: Phrase) -> str:
        """Return the template between its marks."""
        return f"⟨{super().template(phrase)}⟩"


def _told(finding: Finding) -> Iterator[str]:
    at = finding.at
    yield f"{finding.severity.value} {finding.code} {finding.name} at {at} to {at.end_line}:{at.end_column}"
    yield f"  {finding.message}"
    if any(not isinstance(fact, str) for fact in finding.said.facts.values()):
        yield f"  in parts: {say(finding.said, _Marked())}"
    yield f"  fix: {finding.fix}"
    yield f"  about {finding.subject or 'nothing by name'}, for {finding.things}"
    yield from (f"  {name} = {fact}" for name, fact in finding.facts.items())
    yield from (f"  see {each.at}: {each.note}" for each in finding.related)
    yield from (f"  because of {each.code}" for each in finding.because)


def _explained(code: str, findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the findings that follow from those of the rule: its scopes decide which."""
    for finding in findings:
        causes = [str(cause.at) for cause in finding.because if cause.code == code]
        if causes:
            yield f"explains {finding.code} of {finding.subject} at {finding.at}, from {', '.join(causes)}"


def _looked_at(code: str, examination: Examination) -> Iterator[str]:
    """Yield the number of things that the rule looked at in each curriculum: verdicts count them."""
    for each in examination.curricula:
        for result in each.results:
            if result.rule.code == code and result.examined is not None:
                yield f"looked at {result.examined} in {each.case.curriculum.origin.file}"


def accepted(said: str, file: Path, *, rewrite: bool) -> str:
    """Return what a person has read and accepted before; with `rewrite`, what is said now takes its place."""
    if rewrite:
        file.write_text(said, encoding="utf-8")
    return file.read_text(encoding="utf-8")

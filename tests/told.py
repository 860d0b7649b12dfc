"""All that a rule tells of a small text: of its example, or of a case beside it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from alignkit.findings import Finding
from alignkit.phrase import English, Phrase, say
from alignkit.rules.examine import Examination
from alignkit.triage.triage import Checked


def tell(code: str, run: Checked) -> str:
    """Return all that the rule of that code tells a person or a program, in lines; what its cause hides, too."""
    lines = [line for finding in run.kept if finding.code == code for line in _told(finding)]
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
    yield from dict.fromkeys(f"  because of {each.code} at {each.at}" for each in finding.because)


def _explained(code: str, findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the findings that follow from those of the rule: its scopes decide which."""
    for finding in findings:
        causes = dict.fromkeys(str(cause.at) for cause in finding.because if cause.code == code)
        if causes:
            about = finding.subject or "nothing by name"
            yield f"explains {finding.code} of {about} at {finding.at}, from {', '.join(causes)}"


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

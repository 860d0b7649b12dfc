"""What `check` has to say, from a small course to one that nobody should send."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from msgspec.structs import replace
from tests.hostile import HOSTILE

from alignkit.api.check import CheckRequest, check
from alignkit.findings import Finding, Related, Severity, Span
from alignkit.source.tree import Memory
from alignkit.views.check import CheckView, ExcusedView, FindingView

COURSE = """\
alignkit: curriculum/1
id: small
title: Small course
learners: {professions: [nursing, pharmacy]}
frameworks: [{use: ipec-2023, scope: [TT4, TT5], targets: {claimed: 1}}]
outcomes:
  - {id: LO1, text: Resolve a conflict, aligns: [ipec-2023:TT5]}
  - {id: LO2, text: Listen, aligns: [ipec-2023:TT55]}  # alignkit: ignore[R102] to be looked up
  - {id: LO3, text: Słuchać, aligns: [ipec-2023:TT77], colour: blue}
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1], professions: [nursing]}]}
"""
BROKEN = "alignkit: curriculum/1\nid: broken\ntitle: Roles: who does what\n"


def view_of(files: dict[str, str], **request: Any) -> CheckView:
    """Return what `check` has to say of the files, with the rules that judged."""
    return check(Memory(files), CheckRequest(paths=tuple(files), describe=True, **request))


def finding(text: str = "message", *, file: str = "c.yaml", line: int = 1, **others: Any) -> Finding:
    facts = {"code": "C103", "name": "taught-not-assessed", "severity": Severity.WARNING, "why": text, "fix": text}
    at = Span(file, line, 3, line, 5)
    return Finding(message=text, at=at, related=(Related(at, text),), **{**facts, "subject": text, **others})


def with_findings(view: CheckView, *findings: Finding, excused: tuple[Finding, ...] = ()) -> CheckView:
    """Return the view with these findings in place of its own."""
    return replace(
        view,
        findings=tuple(FindingView(each, each.message.replace("\n", " ")) for each in findings),
        excused=tuple(ExcusedView(FindingView(each, ""), each.message, each.at) for each in excused),
    )


def hostile(view: CheckView, text: str) -> CheckView:
    """Return the view with the text wherever an author's words could stand."""
    # What a file may be called, which is all but a zero byte and what no system gives out.
    file = text.replace("\x00", "").replace("\ud800", "")
    every = [finding(text, file=file, line=number, severity=severity) for number, severity in enumerate(Severity, 1)]
    curricula = tuple(
        replace(
            curriculum,
            id=text,
            title=text,
            frameworks=tuple(replace(each, name=text, title=text, scope=(text,)) for each in curriculum.frameworks),
        )
        for curriculum in view.curricula
    )
    shown = with_findings(replace(view, curricula=curricula), *every, *(each.finding for each in view.findings))
    return replace(
        shown, unparsed=(file,), excused=(*view.excused, ExcusedView(FindingView(every[0], ""), text, every[0].at))
    )


@cache
def small() -> CheckView:
    return view_of({"courses/small.yaml": COURSE})


@cache
def broken() -> CheckView:
    return view_of({"courses/small.yaml": COURSE, "broken.yaml": BROKEN})


@cache
def nothing() -> CheckView:
    """Return what is said where there is nothing to object to."""
    return replace(small(), findings=(), excused=(), waived=0)


VIEWS: dict[str, Callable[[], CheckView]] = {
    "a course": small,
    "a file that cannot be read": broken,
    "nothing to object to": nothing,
    "nothing is to fail": lambda: view_of({"a.yaml": COURSE}, fail_on="never"),
    **{name: partial(hostile, small(), text) for name, text in HOSTILE.items()},
}

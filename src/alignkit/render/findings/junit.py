"""What `check` found, as JUnit XML: each curriculum a suite, each rule a test, so that a history shows what changed."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from alignkit.findings import Finding, Severity
from alignkit.render.findings.plain import clear
from alignkit.views.check import CheckView, CurriculumView

# Rules on framework files have nothing to say of a curriculum.
_OF_LIBRARY = "F"


class _Case(Struct, frozen=True):
    """One rule on one curriculum or file, and what came of it: `outcome` is the element, "" where all is well."""

    rule: str
    outcome: str = ""
    type: str = ""
    message: str = ""
    text: str = ""


class _Suite(Struct, frozen=True):
    """What was examined, by its file and its id, and a test for each rule."""

    file: str
    id: str
    cases: tuple[_Case, ...]

    def number(self, outcome: str) -> int:
        """Return how many of the tests came out so."""
        return sum(case.outcome == outcome for case in self.cases)


def render(view: CheckView) -> str:
    """Return the suites; a finding below what fails the run leaves its test passed and stands in its output."""
    suites = tuple(_suites(view))
    totals = " ".join(
        f'{name}="{number}"'
        for name, number in (
            ("tests", sum(len(suite.cases) for suite in suites)),
            ("failures", sum(suite.number("failure") for suite in suites)),
            ("errors", sum(suite.number("error") for suite in suites)),
        )
    )
    inner = "".join(map(_suite_xml, suites))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="alignkit" {totals}>\n{inner}</testsuites>\n'


def _suites(view: CheckView) -> Iterator[_Suite]:
    """Yield a suite for each curriculum, then one for each other file of which there is something to say."""
    found: dict[str, list[Finding]] = {}
    for shown in view.findings:
        found.setdefault(shown.finding.at.file, []).append(shown.finding)
    for curriculum in view.curricula:
        here = [finding for file in curriculum.files for finding in found.pop(file, ())]
        yield _Suite(curriculum.file, curriculum.id, tuple(_curriculum_cases(view, curriculum, here)))
    for file, here in sorted(found.items()):
        yield _Suite(file, file, tuple(_case(view, rule, of_rule) for rule, of_rule in _by_rule(here).items()))


def _by_rule(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    by_rule: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda finding: finding.order):
        by_rule.setdefault(f"{finding.code} {finding.name}", []).append(finding)
    return by_rule


def _curriculum_cases(view: CheckView, curriculum: CurriculumView, findings: list[Finding]) -> Iterator[_Case]:
    by_rule = _by_rule(findings)
    reasons = _excuses(view, curriculum.files)
    names = {f"{rule.code} {rule.name}" for rule in view.rules if not rule.code.startswith(_OF_LIBRARY)}
    for name in sorted(names | by_rule.keys()):
        if name in by_rule:
            yield _case(view, name, by_rule[name])
        elif name in reasons:
            yield _Case(name, "skipped", "excused", "; ".join(reasons[name]))
        elif name.partition(" ")[0] in curriculum.silent:
            yield _Case(name, "skipped", "silent", "could not judge, since a value that it reads could not be read")
        else:
            yield _Case(name)


def _excuses(view: CheckView, files: Sequence[str]) -> dict[str, list[str]]:
    """Return the reasons given in the files, by rule."""
    reasons: dict[str, list[str]] = {}
    for excused in view.excused:
        finding = excused.shown.finding
        if finding.at.file in files:
            where = "excused in the file" if excused.in_file else "accepted in the baseline"
            reason = f"{where}: {excused.reason or 'no reason given'}"
            reasons.setdefault(f"{finding.code} {finding.name}", []).append(reason)
    return reasons


def _case(view: CheckView, rule: str, findings: Sequence[Finding]) -> _Case:
    """Return the test of a rule that found something, the gravest finding in front."""
    gravest = max(findings, key=lambda finding: finding.severity.rank)
    more = f" (and {len(findings) - 1:,} more)" if len(findings) > 1 else ""
    text = "\n".join(_in_lines(findings))
    return _Case(rule, _outcome(view, gravest), gravest.severity.value, f"{clear(gravest.message)}{more}", text)


def _outcome(view: CheckView, gravest: Finding) -> str:
    if gravest.at.file in view.unparsed:
        return "error"
    fails = view.fail_on != "never" and gravest.severity.rank >= Severity(view.fail_on).rank
    return "failure" if fails else "system-out"


def _in_lines(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        yield f"{clear(str(finding.at))}: {finding.severity.value}: {clear(finding.message)}"
        yield f"  {clear(finding.fix)}"


def _suite_xml(suite: _Suite) -> str:
    counts = {"tests": len(suite.cases)} | {
        name: suite.number(outcome)
        for name, outcome in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))
    }
    attributes = " ".join(f'{name}="{number}"' for name, number in counts.items())
    cases = "".join(_case_xml(suite.id, case) for case in suite.cases)
    return f'<testsuite name="{_escaped(clear(suite.file))}" {attributes}>\n{cases}</testsuite>\n'


def _case_xml(of: str, case: _Case) -> str:
    start = f'<testcase classname="{_escaped(clear(of))}" name="{_escaped(case.rule)}"'
    if not case.outcome:
        return f"{start}/>\n"
    facts = "" if case.outcome == "system-out" else f' type="{case.type}" message="{_escaped(clear(case.message))}"'
    return f"{start}><{case.outcome}{facts}>{_escaped(case.text)}</{case.outcome}></testcase>\n"


def _escaped(text: str) -> str:
    """Return the text for XML; whatever steers a terminal, which XML mostly forbids, is already out of it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")

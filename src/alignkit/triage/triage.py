"""From every finding to those that are shown: excused ones set aside, unwanted ones left out."""

from msgspec import Struct

from alignkit.findings import Finding, Span
from alignkit.model.project import Project
from alignkit.rules.base import Ledger, Subject
from alignkit.rules.catalogue import BY_CODE, about
from alignkit.rules.examine import Examination
from alignkit.rules.run import run
from alignkit.triage.cause import without_consequences
from alignkit.triage.select import Selection, select
from alignkit.triage.suppress import Triaged, suppress


class Checked(Struct, frozen=True):
    """An examination after triage: what is shown, what is excused, and what was found before either."""

    examination: Examination
    shown: tuple[Finding, ...]
    waived: Triaged


def triage(examination: Examination, selection: Selection) -> Checked:
    """Return the findings that stay, together with those on the suppressions and settings themselves."""
    files = examination.workspace.files
    excuses = tuple(suppression for file in files for suppression in file.suppressions)
    triaged = suppress(examination.findings, excuses)
    settings = examination.settings
    named = tuple((code, _setting_place(settings, code)) for code in settings.rules) if settings else ()
    known = {code: rule.name for code, rule in BY_CODE.items()}
    ledger = Ledger(excuses, triaged.used, named, known, _silent(examination))
    on_ledger = [finding for result in run(about(Subject.LEDGER), ledger) for finding in result.findings]
    findings = (*triaged.kept, *on_ledger)
    ordered = sorted(findings, key=lambda finding: finding.order)
    return Checked(examination, without_consequences(select(ordered, selection)), triaged)


def _silent(examination: Examination) -> frozenset[str]:
    """Return the rules that could not judge one of the curricula, since a value that they read could not be read."""
    results = (result for examined in examination.curricula for result in examined.results)
    return frozenset(result.rule.code for result in results if result.silent)


def _setting_place(settings: Project, code: str) -> Span:
    rules = settings.origin.node.value
    given = rules["rules"].value if isinstance(rules, dict) else None
    return given[code].key_span(settings.origin.file) if isinstance(given, dict) else settings.at

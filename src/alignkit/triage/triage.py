"""From every finding to those that are shown: excused ones set aside, unwanted ones left out."""

from msgspec import Struct

from alignkit.findings import Finding, Span
from alignkit.model.project import Project
from alignkit.rules.base import Ledger, Subject
from alignkit.rules.catalogue import about, by_code
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
    refused: tuple[Finding, ...] = ()
    """Findings on settings that name no rule: they are shown whatever is asked for, since no policy can follow them."""


def triage(examination: Examination, selection: Selection) -> Checked:
    """Return the findings that stay, together with those on the suppressions and settings themselves."""
    files = examination.workspace.files
    excuses = tuple(suppression for file in files for suppression in file.suppressions)
    triaged = suppress(examination.findings, excuses)
    settings = examination.settings
    named = tuple((code, _setting_place(settings, code)) for code in settings.rules) if settings else ()
    on_ledger: list[Finding] = []
    if excuses or named:
        known = {code: rule.name for code, rule in by_code().items()}
        ledger = Ledger(excuses, triaged.used, named, known, _silent(examination))
        on_ledger = [finding for result in run(about(Subject.LEDGER), ledger) for finding in result.findings]
    places = {at for _, at in named}
    refused = tuple(finding for finding in on_ledger if finding.at in places)
    asked_for = select((*triaged.kept, *(finding for finding in on_ledger if finding not in refused)), selection)
    ordered = sorted((*asked_for, *refused), key=lambda finding: finding.order)
    return Checked(examination, without_consequences(ordered), triaged, refused)


def _silent(examination: Examination) -> frozenset[str]:
    """Return the rules that could not judge one of the curricula, since a value that they read could not be read."""
    results = (result for examined in examination.curricula for result in examined.results)
    return frozenset(result.rule.code for result in results if result.silent)


def _setting_place(settings: Project, code: str) -> Span:
    rules = settings.origin.node.value
    given = rules["rules"].value if isinstance(rules, dict) else None
    return given[code].key_span(settings.origin.file) if isinstance(given, dict) else settings.at

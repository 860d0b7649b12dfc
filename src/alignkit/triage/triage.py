"""From every finding to those that are shown: excused ones set aside, unwanted ones left out."""

from msgspec import Struct

from alignkit.findings import Finding, Span
from alignkit.model.baseline import Accepted
from alignkit.model.project import Project
from alignkit.rules.base import Hit, Ledger, Subject
from alignkit.rules.catalogue import about, by_code
from alignkit.rules.examine import Examination
from alignkit.rules.run import run
from alignkit.source.comments import Suppression
from alignkit.source.limits import LIMITS
from alignkit.triage.accept import Settled, accept
from alignkit.triage.cause import without_consequences
from alignkit.triage.same import documents_of, named
from alignkit.triage.select import Selection, select
from alignkit.triage.suppress import Triaged, suppress


class Checked(Struct, frozen=True):
    """An examination after triage: what is shown, what is excused, and what was found before either."""

    examination: Examination
    shown: tuple[Finding, ...]
    waived: Triaged
    refused: tuple[Finding, ...] = ()
    """Findings on settings that name no rule: they are shown whatever is asked for, since no policy can follow them."""
    excused: tuple[tuple[Finding, Suppression], ...] = ()
    """Of the excused findings those that are asked for, as severe as the project takes them to be."""
    accepted: tuple[tuple[Finding, Accepted], ...] = ()
    """Findings that the baseline accepts, each with its entry, as severe as the project takes them to be."""
    unmet: tuple[Accepted, ...] = ()
    """Entries of the baseline for which nothing was found, though it was looked for."""
    kept: tuple[Finding, ...] = ()
    """The findings that are asked for and neither excused nor accepted, with those that only repeat a shown one."""


class Baselined(Struct, frozen=True):
    """The baseline's entries; `whole`: the run looks at all of the project, so that what is not found is gone."""

    entries: tuple[Accepted, ...] = ()
    whole: bool = False


NOTHING_ACCEPTED = Baselined()


def triage(
    examination: Examination,
    selection: Selection,
    baseline: Baselined = NOTHING_ACCEPTED,
    most: int = LIMITS.findings,
) -> Checked:
    """Return the findings that stay, together with those on the suppressions, settings and baseline themselves.

    Of more than `most` the first are shown, and one that says so.
    """
    files = examination.workspace.files
    excuses = tuple(suppression for file in files for suppression in file.suppressions)
    triaged = suppress(examination.findings, excuses)
    settled = _settled(examination, triaged, baseline)
    settings = examination.settings
    codes = tuple((code, _setting_place(settings, code)) for code in settings.rules) if settings else ()
    on_ledger: list[Finding] = []
    if excuses or codes or settled.unmet:
        known = {code: rule.name for code, rule in by_code().items()}
        ledger = Ledger(excuses, triaged.used, codes, known, _silent(examination), settled.unmet)
        on_ledger = [finding for result in run(about(Subject.LEDGER), ledger) for finding in result.findings]
    places = {at for _, at in codes}
    refused = tuple(finding for finding in on_ledger if finding.at in places)
    asked_for = select((*settled.kept, *(finding for finding in on_ledger if finding not in refused)), selection)
    ordered = sorted((*asked_for, *refused), key=lambda finding: finding.order)
    excused = tuple((wanted, excuse) for finding, excuse in triaged.waived for wanted in select((finding,), selection))
    accepted = tuple((wanted, entry) for finding, entry in settled.accepted for wanted in select((finding,), selection))
    shown = _first_of(without_consequences(ordered), most)
    return Checked(examination, shown, triaged, refused, excused, accepted, settled.unmet, tuple(ordered))


def _first_of(findings: tuple[Finding, ...], most: int) -> tuple[Finding, ...]:
    if len(findings) <= most:
        return findings
    hit = Hit(at=findings[most].at, facts={"limit": "findings of one run", "most": f"{most:,}"})
    return (*findings[:most], by_code()["S008"].finding(hit))


def _settled(examination: Examination, triaged: Triaged, baseline: Baselined) -> Settled:
    """Return what the baseline accepts; of its entries for which nothing is found, those that could be judged."""
    if not baseline.entries:
        return Settled(triaged.kept)
    workspace = examination.workspace
    documents = documents_of(workspace)
    settled = accept(named(triaged.kept, documents), baseline.entries)
    looked_at, silent = frozenset(documents.values()), _silent(examination)
    whole = baseline.whole and not workspace.unparsed
    unmet = (each for each in settled.unmet if each.code not in silent and (whole or each.document in looked_at))
    return Settled(settled.kept, settled.accepted, tuple(unmet))


def _silent(examination: Examination) -> frozenset[str]:
    """Return the rules that could not judge: a value was unread, or there was nothing to compare with."""
    results = (result for examined in examination.curricula for result in examined.results)
    unread = frozenset(result.rule.code for result in results if result.silent)
    return unread if examination.compared else unread | {rule.code for rule in about(Subject.CHANGE)}


def _setting_place(settings: Project, code: str) -> Span:
    rules = settings.origin.node.value
    given = rules["rules"].value if isinstance(rules, dict) else None
    return given[code].key_span(settings.origin.file) if isinstance(given, dict) else settings.at

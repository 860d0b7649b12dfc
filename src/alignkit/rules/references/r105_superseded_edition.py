"""R105: the course still answers to an edition that its publisher has replaced."""

from collections.abc import Iterator

from alignkit.analysis.aligned import Superseded, superseded_editions
from alignkit.analysis.case import Case
from alignkit.findings import Severity
from alignkit.phrase import Fact, Few, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HARDEN_2001

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:
  - use: ipec-2016  # <- R105
outcomes:
  - {id: LO1, text: Discuss values with patients, aligns: [ipec-2016:VE1]}
"""

GOOD = BAD.replace("ipec-2016  # <- R105", "ipec-2023").replace("ipec-2016", "ipec-2023")


def check(case: Case) -> Iterator[Hit]:
    """Yield each superseded or withdrawn edition that is declared or aligned with, and what a move would change."""
    for edition in superseded_editions(case):
        id_ = edition.framework.id
        facts: dict[str, Fact] = {
            "framework": id_,
            "status": Phrase(edition.framework.framework.status),
            "successor": edition.successor.id if edition.successor else "",
            "by": Phrase(" by {successor}", {"successor": edition.successor.id}) if edition.successor else "",
            "change": _change(edition),
            "fix": _fix(edition),
        }
        yield Hit(at=edition.at, facts=facts, subject=id_)


def _change(edition: Superseded) -> Phrase:
    """Return what a move would change, so far as codes tell."""
    if edition.successor is None:
        return Phrase("; which edition follows is not in the library")
    if not edition.kept and not edition.gone:
        return Phrase("; nothing is aligned with it yet")
    total = len(edition.kept) + len(edition.gone)
    gone = Phrase(" (not {codes})", {"codes": Few(edition.gone, 5)}) if edition.gone else ""
    facts: dict[str, Fact] = {"kept": str(len(edition.kept)), "total": str(total), "gone": gone}
    return Phrase("; codes aligned with that exist there too: {kept} of {total}{gone}", facts)


def _fix(edition: Superseded) -> str:
    keep = "to stay with this edition, excuse it with a reason: `# alignkit: ignore[R105] …`."
    if edition.successor is None:
        return f"Look for the new edition at its publisher, or, {keep}"
    command = (
        f"`alignkit frameworks migrate {edition.at.file} --from {edition.framework.id} --to {edition.successor.id}`"
    )
    return f"Move the alignments to {edition.successor.id}, comparing each text, since an equal code can mean another thing: {command} proposes how. Or, {keep}"


RULE = Rule(
    code="R105",
    name="superseded-edition",
    severity=Severity.WARNING,
    message="{framework} is {status}{by}{change}",
    why="A map is read by those who work with the edition in force; what an earlier one asked for may have been reworded, split or withdrawn. Whether this edition was in force when the course was approved is for you to say.",
    literature=(HARDEN_2001,),
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
)

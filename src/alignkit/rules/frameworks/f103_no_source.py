"""F103: competencies from nowhere convince no accreditor."""

from collections.abc import Iterator

from alignkit.analysis.frameworks import unlisted_sources
from alignkit.findings import Severity
from alignkit.library.index import FrameworkIndex
from alignkit.rules.base import Hit, Rule, Subject
from alignkit.rules.literature import WILKINSON_2016

BAD = """\
alignkit: framework/1
id: example  # <- F103
title: Competencies for teams that listen
kind: interprofessional
publisher: {name: Example Institute}
items:
  - {code: L1, text: Listen before you answer}
"""

GOOD = BAD.replace("  # <- F103", "") + "source: {citation: Example Institute (2026)}\n"


def check(index: FrameworkIndex) -> Iterator[Hit]:
    """Yield a framework that does not say where it was published, and each source of an item that it does not list."""
    framework = index.framework
    if framework.source is None:
        yield Hit(
            at=framework.at, facts={"what": "where the framework was published", "fix": _CITE}, subject=framework.id
        )
    for item in unlisted_sources(index):
        facts = {
            "what": f'what "{item.source}" is, where {item.code} was seen',
            "fix": f"Add `- {{id: {item.source}, title: …, url: …}}` to `sources:`.",
        }
        yield Hit(at=item.place("source"), facts=facts, subject=item.code)


_CITE = "Add `source: {citation: …, url: …, licence: …}` with the publication that the items come from."


RULE = Rule(
    code="F103",
    name="no-source",
    severity=Severity.ERROR,
    message="nothing says {what}",
    why="Whoever relies on a code must be able to look it up in the document: data without their origin cannot be trusted or corrected.",
    literature=(WILKINSON_2016,),
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.FRAMEWORK,
    reads=("source", "sources", "id"),
)

"""F104: the publisher's own words, passed on without the publisher's leave."""

from collections.abc import Iterator

from alignkit.analysis.frameworks import licence_allows_wording, worded_items
from alignkit.findings import Severity
from alignkit.library.index import FrameworkIndex
from alignkit.rules.base import Hit, Rule, Subject
from alignkit.rules.literature import BERNE_1979, WILKINSON_2016

BAD = """\
alignkit: framework/1
id: example
title: Competencies for teams that listen
kind: interprofessional
publisher: {name: Example Institute}
source:
  citation: Example Institute (2026)
  licence: not stated
  text: verbatim  # <- F104
items:
  - {code: L1, text: Listen before you answer}
"""

GOOD = BAD.replace("licence: not stated", "licence: CC BY 4.0").replace("  # <- F104", "")


def check(index: FrameworkIndex) -> Iterator[Hit]:
    """Yield a framework whose texts its licence does not allow to be there."""
    source = index.framework.source
    if source is None:
        return
    if source.text == "verbatim" and not licence_allows_wording(source):
        licence = f'the licence says "{source.licence}"' if source.licence else "no licence is stated"
        facts = {"what": f"the texts are the publisher's own, and {licence}"}
        yield Hit(at=source.place("text"), facts=facts, subject=index.id)
    texts = worded_items(index) if source.text == "codes-only" else ()
    if texts:
        facts = {
            "what": f"`text: codes-only` says that no texts may be here, but items below the top have them: {len(texts)}"
        }
        yield Hit(at=texts[0].place("text"), facts=facts, subject=index.id)


RULE = Rule(
    code="F104",
    name="verbatim-without-licence",
    severity=Severity.ERROR,
    message="{what}",
    why="The wording of a framework belongs to its publisher; its codes, titles, structure and counts are facts. A file that is passed on must not hold more than its licence allows, and must say what that is.",
    literature=(BERNE_1979, WILKINSON_2016),
    fix="Put the texts in your own words and say `text: paraphrase`, leave them out and say `text: codes-only`, or state the licence that allows them.",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.FRAMEWORK,
    reads=("source", "licence", "text"),
)

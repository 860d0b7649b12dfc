"""R109: the wording that the course answers to has not been seen at its source yet."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.references import links_by_framework
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.wording import count, listed

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks: [cihc-2010]
outcomes:
  - {id: LO1, text: Respect a colleague's confidence, aligns: [cihc-2010:TF7]}  # <- R109
"""

GOOD = BAD.replace("cihc-2010:TF7]}  # <- R109", "cihc-2010:IC4]}")


def check(case: Case) -> Iterator[Hit]:
    """Yield each framework of which unverified items are aligned with, where the first of them is."""
    for framework_id, links in links_by_framework(case).items():
        items = {link.reference.item.code: link for link in reversed(links) if link.reference.item}
        unverified = [code for code in reversed(items) if not items[code].reference.item.item.verified]
        if unverified:
            facts = {
                "framework": framework_id,
                "number": str(len(unverified)),
                "aligned": count(len(items), "item"),
                "codes": listed(unverified, most=8),
            }
            at = items[unverified[0]].alignment.at
            yield Hit(at=at, facts=facts, subject=framework_id, scope=(framework_id,))


RULE = Rule(
    code="R109",
    name="rests-on-unverified",
    severity=Severity.INFO,
    message="{number} of the {aligned} of {framework} aligned with rest on wording that no source has confirmed: {codes}",
    why="alignkit ships short paraphrases, and marks those that it could not compare with the document or a page that quotes it. No publication decides this: it is a caution about our own data.",
    fix="Compare these items with the publisher's document before you rely on them: `alignkit frameworks show {framework}` has our wording.",
    bad=BAD,
    good=GOOD,
    check=check,
)

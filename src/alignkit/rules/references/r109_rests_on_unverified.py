"""R109: the wording that the course answers to has not been seen at its source yet."""

from collections.abc import Iterator

from alignkit.analysis.aligned import unverified_items
from alignkit.analysis.case import Case
from alignkit.findings import Severity
from alignkit.phrase import Fact, Few, Phrase
from alignkit.rules.base import Hit, Rule

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
    for found in unverified_items(case):
        facts: dict[str, Fact] = {
            "framework": found.framework_id,
            "number": str(len(found.codes)),
            "aligned": Phrase("{n} items", {"n": found.aligned}, one="{n} item"),
            "codes": Few(tuple(found.codes), 8),
        }
        yield Hit(at=found.at, facts=facts, subject=found.framework_id)


RULE = Rule(
    code="R109",
    name="rests-on-unverified",
    severity=Severity.INFO,
    message="{framework}: our wording of {number} of {aligned} aligned with is not confirmed by any source yet: {codes}",
    why="alignkit ships short paraphrases, and marks those that it could not compare with the document or a page that quotes it. No publication decides this: it is a caution about our own data.",
    fix="Compare these items with the publisher's document before you rely on them: `alignkit frameworks show {framework}` has our wording.",
    bad=BAD,
    good=GOOD,
    check=check,
)

"""A small curriculum on a small framework, to count its pictures on one's fingers; docs of each figure are below it.

    item  claimed by            M1                  M2                        overall
    A1    LO1 introduce,        LO1: assessed       LO1, LO2: evidenced       evidenced
          LO2 master
    A2    LO1 reinforce         LO1: assessed       LO1: assessed             assessed
    A3    LO4, not taught                                                     claimed
    A4    nobody
    B1    LO3 reinforce, partly                     (LO3)                     (in part)
    B2    nobody
    C     LO5, depth unstated   LO5: taught                                   taught

M3 teaches LO6, which aligns with nothing; M4 has no activity.
"""

from typing import Any

from tests.unit.analysis.conftest import FRAMEWORK

from alignkit.analysis.case import Case
from alignkit.library.library import Library
from alignkit.model.curriculum import Curriculum
from alignkit.model.documents import typed
from alignkit.model.framework import Framework
from alignkit.source.reader import parse

SMALL = """\
learners: {professions: [nursing, pharmacy, medicine]}
frameworks: [{use: toy, targets: {claimed: 0.5, assessed: 0.5}}]
outcomes:
  - {id: LO1, text: Explain, aligns: [{to: "toy:A1", depth: introduce}, {to: "toy:A2", depth: reinforce}]}
  - {id: LO2, text: Negotiate, aligns: [{to: "toy:A1", depth: master}]}
  - {id: LO3, text: Compare, aligns: [{to: "toy:B1", depth: reinforce, strength: partial}]}
  - {id: LO4, text: Plan, aligns: ["toy:A3"]}
  - {id: LO5, text: Listen, aligns: ["toy:C"]}
  - {id: LO6, text: Reflect}
modules:
  - id: M1
    title: Roles
    activities:
      - {id: M1.A1, title: Meet, outcomes: [LO1], hours: 2, interaction: [about, with]}
      - {id: M1.A2, title: Hear, outcomes: [LO5], hours: 1.5, professions: [nursing, pharmacy]}
  - {id: M2, title: Conflict, activities: [{id: M2.A1, title: Play, outcomes: [LO1, LO2, LO3], professions: nursing}]}
  - {id: M3, activities: [{id: M3.A1, outcomes: [LO6], hours: 4, professions: [medicine, pharmacy]}]}
  - {id: M4, title: To be filled}
assessments:
  - {id: AS1, title: Quiz, purpose: formative, criteria: [right], outcomes: [LO1]}
  - {id: AS2, title: Talk, purpose: summative, criteria: [kind], outcomes: [LO2, LO6]}
"""


def framework_of(text: str) -> Framework:
    framework, problems = typed(parse(text, "framework.yaml"))
    assert isinstance(framework, Framework)
    assert problems == ()
    return framework


def case_of(body: str = SMALL, framework: str = FRAMEWORK) -> Case:
    """Return a case of what stands below a curriculum's first lines, and its one framework."""
    text = f"alignkit: curriculum/1\nid: example\ntitle: Teams that listen\n{body}"
    curriculum, _ = typed(parse(text, "example.yaml"))
    assert isinstance(curriculum, Curriculum)
    return Case(curriculum, Library([framework_of(framework)]))


def large(outcomes: int = 600, modules: int = 20, leaves: int = 60, professions: int = 4) -> Case:
    """Return a case of that size: three activities in a module, a tenth as many assessments as outcomes.

    Every fifth outcome is not taught, every seventh not assessed.
    """
    items = "".join(f"      - {{code: X{n}, text: Item number {n} of a framework}}\n" for n in range(leaves))
    framework = FRAMEWORK.split("items:")[0] + f"items:\n  - code: X\n    title: All\n    items:\n{items}"
    who = ", ".join(f"x-{n}" for n in range(professions))
    lines = [f"learners: {{professions: [{who}]}}", "frameworks: [{use: toy}]", "outcomes:"]
    depths = ("introduce", "reinforce", "master")
    lines += [
        f'  - {{id: LO{n}, text: Explain {n}, aligns: [{{to: "toy:X{n % leaves}", depth: {depths[n % 3]}}}]}}'
        for n in range(outcomes)
    ]
    lines.append("modules:")
    taught = [n for n in range(outcomes) if n % 5]
    for m in range(modules):
        lines.append(f"  - id: M{m}\n    title: Module number {m}\n    activities:")
        for a in range(3):
            some: Any = ", ".join(f"LO{n}" for n in taught[3 * m + a :: 3 * modules])
            lines.append(f"      - {{id: M{m}.A{a}, title: Activity {a}, hours: 1.5, outcomes: [{some}]}}")
    lines.append("assessments:")
    assessed = [n for n in range(outcomes) if n % 7]
    for s in range(outcomes // 10):
        some = ", ".join(f"LO{n}" for n in assessed[s :: outcomes // 10])
        purpose = "summative" if s % 2 else "formative"
        lines.append(f"  - {{id: AS{s}, purpose: {purpose}, criteria: [a], outcomes: [{some}]}}")
    return case_of("\n".join(lines) + "\n", framework)

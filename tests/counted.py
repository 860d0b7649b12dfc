"""A course small enough to count on one's fingers: its framework, its text, and every figure worked out by hand."""

# Two domains, eight items; B4 is not verified.
FRAMEWORK = """\
alignkit: framework/1
id: toy
title: Toy framework of teamwork
short: Toy
edition: "2026"
status: current
kind: interprofessional
publisher: {name: Example Board}
source: {citation: "Example Board. (2026). Toy framework.", licence: CC BY 4.0, text: paraphrase}
levels: [domain, competency]
counts: {domain: 2, competency: 8}
items:
  - code: A
    title: Roles
    items:
      - {code: A1, text: Knows whom to ask}
      - {code: A2, text: Says what others may expect}
      - {code: A3, text: Hands over without loss}
  - code: B
    title: Teams
    items:
      - {code: B1, text: Leads where asked}
      - {code: B2, text: Follows where needed}
      - {code: B3, text: Settles a dispute}
      - {code: B4, text: Looks back together, verified: false}
      - {code: B5, text: Celebrates success}
"""
COURSE = """\
alignkit: curriculum/1
id: counted
title: Counted by hand
kind: course
language: en
learners: {professions: [nursing, pharmacy], group_size: 6}
frameworks:
  - {use: toy, scope: [A, B1, B2, B3, B4], targets: {claimed: 0.85, taught: 0.7, assessed: 0.5}}
rationale: {statement: Two professions that share a ward learn on it together, definition: who-2010}
outcomes:
  - {id: LO1, text: Explain one's own tasks to a colleague, aligns: ["toy:A1", "toy:A2", "toy:B1"]}
  - {id: LO2, text: Hand over a patient to the next team, aligns: ["toy:A3", {to: "toy:B2", strength: partial}]}
  - {id: LO3, text: Resolve a disagreement about a plan, aligns: ["toy:B3"]}
  - {id: LO4, text: Appraise a meeting afterwards, aligns: ["toy:A1", "toy:B4"]}
design:
  theories: [{name: contact hypothesis, how: Equal status and one task}]
  learner_centred: Each group brings a case
  group_dynamics: {facilitation: Two facilitators, feedback: To each learner}
  sequence: Tasks first, then a meeting
modules:
  - id: M1
    activities:
      - {id: M1.A1, type: case-discussion, setting: online, outcomes: [LO1, LO4], interaction: [about, from, with]}
      - {id: M1.A2, type: workshop, setting: classroom, outcomes: [LO2], professions: [nursing]}
  - id: M2
    activities:
      - {id: M2.A1, type: role-play, setting: classroom, outcomes: [LO4], interaction: [about, from, with]}
assessments:
  - {id: AS1, purpose: summative, method: osce, unit: individual, weight: 60, criteria: [Each task], outcomes: [LO1]}
  - {id: AS2, purpose: summative, method: essay, unit: individual, weight: 30, pass: Handed in, outcomes: [LO4]}
"""
# In scope are A1 A2 A3 and B1 B2 B3 B4: 7 of the 8 items. How far each gets:
#   A1  LO1 and LO4 claim it; M1.A1 and M2.A1 teach; AS1 assesses LO1, summative with criteria    evidenced
#   A2  LO1                   M1.A1                  AS1                                          evidenced
#   A3  LO2                   M1.A2 (nursing alone)  nothing assesses LO2                         taught
#   B1  LO1                   M1.A1                  AS1                                          evidenced
#   B2  LO2, in part only                                                                         -
#   B3  LO3                   no activity                                                         claimed
#   B4  LO4                   M1.A1, M2.A1           AS2, summative, but without criteria         assessed
# claimed: all but B2 = 6; taught: less B3 = 5; assessed: less A3 = 4; evidenced: less B4 = 3
REACHED = {"claimed": 6, "taught": 5, "assessed": 4, "evidenced": 3}
TARGETS = {
    "claimed": (0.85, 6, True),  # 0.85 x 7 = 5.95, rounded up 6
    "taught": (0.7, 5, True),  # 0.7 x 7 = 4.9, rounded up 5
    "assessed": (0.5, 4, True),  # 0.5 x 7 = 3.5, rounded up 4
    "evidenced": (None, None, None),
}
ROWS = {
    "A": ("Roles", 3, 3, 3, 2, 2),  # A1 A2 A3; assessed and evidenced: A1 A2
    "B": ("Teams", 4, 3, 2, 2, 1),  # B1 B2 B3 B4: not B2; not B3; B1 B4; B1
    "nursing": ("nursing", 7, 6, 5, 4, 3),  # attends everything
    # misses M1.A2, so of the 5 that are taught not A3
    "pharmacy": ("pharmacy", 7, 6, 4, 4, 3),
}

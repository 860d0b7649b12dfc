"""A small micro-credential whose items stand on different steps, a learner who passed it, and keys to sign with."""

from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace

from alignkit.analysis.case import Case
from alignkit.exchange.proof.keys import SigningKey
from alignkit.model.documents import typed
from alignkit.model.learner import Learner
from alignkit.rules.examine import examine
from alignkit.source.reader import parse
from alignkit.source.tree import Memory

# VE3 (verified) and C1 (not verified) are taught and shown by AS1, C3 (not verified) and art45:g by AS2; the last is
# of a framework without an address. What happens to the others stands in LEFT_OUT.
COURSE = """\
alignkit: curriculum/1
id: small
title: Small course
kind: micro-credential
version: "2026"
language: en
providers: [{name: Example University, role: awarding-body, type: university, country: NO, url: "https://u.example"}]
workload: {hours: 75, ects: 3}
level: {eqf: 7}
delivery: online
prerequisites: A licence to practise
frameworks: [ipec-2023, {use: nmc-2018, role: lens}]
outcomes:
  - id: LO1
    text: Protect a patient's dignity
    aligns: [{to: "ipec-2023:VE3", depth: reinforce}, "ipec-2023:C1", "nmc-2018:1.1"]
  - {id: LO2, text: Advise on medicines, aligns: ["eu-2005-36-art45:g", "ipec-2023:C3", "ipec-2023:TT"]}
  - {id: LO3, text: Reflect on a team, aligns: ["ipec-2023:TT6"]}
  - {id: LO4, text: Share a plan, aligns: ["ipec-2023:RR1", {to: "ipec-2023:RR2", strength: partial}]}
  - {id: LO5, text: Name a cause, aligns: ["ipec-2023:TT5", "ipec-2023:ZZ9"]}
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1, LO2, LO3, LO5]}]}
assessments:
  - id: AS1
    title: Simulation
    purpose: summative
    method: osce
    task: Lead a meeting
    criteria: [Every voice is heard, "Nothing <b>private</b> is told"]
    pass: Both criteria met
    outcomes: [LO1, LO4]
  - {id: AS2, title: Case, purpose: summative, method: case-analysis, outcomes: [LO2]}
  - {id: AS3, title: Diary, purpose: formative, outcomes: [LO3]}
credential:
  quality_assurance: [{type: internal, body: Academic council}]
  supervision: Supervised, identity checked
"""
STATED = ("ipec-2023:VE3", "ipec-2023:C1", "ipec-2023:C3", "eu-2005-36-art45:g")
LEFT_OUT = {
    "outcome LO3": "no assessment that counts addresses it (M108)",
    "outcome LO5": "no assessment that counts addresses it (M108)",
    "nmc-2018:1.1": "the framework is a lens: the provider does not claim to align with it",
    "ipec-2023:TT": "it is a whole branch, which covers none of its items",
    "ipec-2023:TT6": "it rests on LO3: no assessment that counts addresses it (M108)",
    "ipec-2023:RR1": "it is claimed by LO4, but no activity addresses LO4",
    "ipec-2023:RR2": "only a part of it is aligned with (LO4)",
    "ipec-2023:TT5": "it is taught through LO5, but no assessment addresses LO5",
    "ipec-2023:ZZ9": "there is no such item in the library",
}
LEARNER = """\
alignkit: learner/1
id: did:example:ana
results:
  - {assessment: AS1, passed: true, value: "78"}
  - {assessment: AS2, passed: true}
"""
# In the past wherever a clock is asked, and the moment that tests ask at.
DAY = "2026-01-15"
NOW = datetime(2026, 6, 1, tzinfo=UTC)

ED25519 = SigningKey(Ed25519PrivateKey.from_private_bytes(bytes(range(32))), "EdDSA")
OTHER_ED25519 = SigningKey(Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33))), "EdDSA")
P256 = SigningKey(derive_private_key(0x1234567890ABCDEF << 128, SECP256R1()), "ES256")


def case_of(text: str = COURSE) -> Case:
    """Return the curriculum in the text with everything known about it."""
    return examine(Memory({"small.yaml": text}), ["small.yaml"]).curricula[0].case


def case_saying(words: str) -> Case:
    """Return the course with these words wherever an author may write what they want."""
    plain = case_of()
    curriculum = plain.curriculum
    said = replace(
        curriculum,
        title=words,
        version=words,
        prerequisites=words,
        providers=tuple(replace(each, name=words, url=words) for each in curriculum.providers),
        outcomes=tuple(replace(each, text=words) for each in curriculum.outcomes),
        assessments=tuple(
            replace(each, title=words, task=words, method=words, pass_=words, criteria=(words, words))
            for each in curriculum.assessments
        ),
    )
    return Case(said, plain.library)


def learner_of(text: str = LEARNER) -> Learner:
    """Return the learner in the text."""
    record, problems = typed(parse(text, "ana.yaml"))
    assert problems == ()
    assert isinstance(record, Learner)
    return record


def tree(course: str = COURSE, learner: str = LEARNER, key: SigningKey = ED25519, **files: str) -> Memory:
    """Return a folder with the course, the learner and a key, and other files by their names."""
    return Memory({"small.yaml": course, "ana.yaml": learner, "key.pem": key.pem.decode(), **files})

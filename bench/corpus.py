"""Writes corpora to measure with: realistic curricula and frameworks of any size, the same for the same seed."""

import random
from pathlib import Path

VERBS = ("Negotiate", "Explain", "Compare", "Design", "Evaluate", "Demonstrate", "Analyse", "Plan")
WORDS = ("roles", "values", "conflict", "care", "team", "patient", "plan", "review", "leadership", "safety")


def write(folder: Path, outcomes: int, frameworks: int, items: int, used: int, *, each: int = 50) -> list[Path]:
    """Write a project with that many outcomes and frameworks of that many leaf items; return its YAML files.

    Each course has `each` outcomes and uses `used` of the frameworks.
    """
    chance = random.Random(1)
    names = [f"bench-{number}" for number in range(1, frameworks + 1)]
    files = [folder / "alignkit.yaml"]
    (folder / "frameworks").mkdir(parents=True)
    (folder / "curricula").mkdir()
    settings = "alignkit: project/1\ncurricula: [curricula/]\nframeworks: [frameworks/]\nfail_on: never\n"
    files[0].write_text(settings, encoding="utf-8")
    for name in names:
        files.append(folder / "frameworks" / f"{name}.yaml")
        files[-1].write_text(_framework(name, items, chance), encoding="utf-8")
    for number in range(-(-outcomes // each)):
        files.append(folder / "curricula" / f"course-{number}.yaml")
        rows = min(each, outcomes - number * each)
        files[-1].write_text(_curriculum(number, rows, chance.sample(names, used), items, chance), encoding="utf-8")
    return files


def _sentence(chance: random.Random) -> str:
    return f"{chance.choice(VERBS)} {' and '.join(chance.sample(WORDS, 3))} with two other professions"


def _framework(name: str, items: int, chance: random.Random) -> str:
    lines = [
        "alignkit: framework/1",
        f"id: {name}",
        f"title: Framework {name}",
        "kind: interprofessional",
        "publisher: {name: Nobody, country: NO}",
        "source: {citation: Made for measuring, licence: none}",
        "levels: [domain, competency]",
        "items:",
    ]
    for number in range(items):
        if number % 25 == 0:
            lines += [f"  - code: D{number // 25}", f"    title: Domain {number // 25}", "    items:"]
        lines += [
            f"      - code: D{number // 25}.{number}",
            f"        text: {_sentence(chance)}",
            "        verified: true",
        ]
    return "\n".join(lines) + "\n"


def _curriculum(number: int, outcomes: int, names: list[str], items: int, chance: random.Random) -> str:
    lines = [
        "alignkit: curriculum/1",
        f"id: course-{number}",
        f"title: Course {number}",
        "kind: course",
        "learners: {professions: [nursing, pharmacy, medicine]}",
        "frameworks:",
        *(f"  - use: {name}" for name in names),
        "outcomes:",
    ]
    for outcome in range(1, outcomes + 1):
        lines += [f"  - id: LO{outcome}", f"    text: {_sentence(chance)}", "    aligns:"]
        for item in chance.sample(range(items), 2):
            lines.append(f"      - {chance.choice(names)}:D{item // 25}.{item}")
    lines.append("modules:")
    for module in range(1, 6):
        lines += [f"  - id: M{module}", f"    title: Module {module}", "    activities:"]
        for activity in range(1, 5):
            taught = ", ".join(f"LO{chance.randint(1, outcomes)}" for _ in range(3))
            lines += [
                f"      - id: M{module}.A{activity}",
                "        type: case-discussion",
                f"        outcomes: [{taught}]",
            ]
    lines.append("assessments:")
    for assessment in range(1, 6):
        assessed = ", ".join(f"LO{chance.randint(1, outcomes)}" for _ in range(4))
        lines += [f"  - id: AS{assessment}", "    purpose: summative", "    weight: 20", f"    outcomes: [{assessed}]"]
    return "\n".join(lines) + "\n"

"""Writes corpora as a faculty's repository has them: trees of three levels, courses and programmes of many sizes.

Every sixth curriculum is a programme with a file for each module. Half of them say little, as drafts do; some names are
wrong. The same seed gives the same bytes.
"""

import random
from pathlib import Path


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


PROFESSIONS = ("nursing", "pharmacy", "medicine", "physiotherapy", "social-work", "midwifery")
VERBS = _words(
    "Negotiate Explain Compare Design Evaluate Demonstrate Analyse Plan Describe Assess Coordinate Reflect-on Justify "
    "Document Recognise Communicate Prioritise Facilitate Interpret Appraise Understand Adapt"
)
NOUNS = _words(
    "roles values conflict care teams patients plans reviews leadership safety handover medicines consent dignity "
    "discharge admission triage referral evidence privacy language culture housing nutrition pain falls sleep frailty "
    "trauma loss records risk quality costs wards clinics families carers students supervisors feedback rounds trust"
)
TYPES = _words("lecture case-discussion simulation workshop placement role-play self-study seminar")
METHODS = _words("osce essay portfolio quiz reflection presentation")
SOURCES = "\n".join(
    f"  - {{id: s{number}, kind: systematic-review, citation: 'Nobody, N. ({2000 + number}). A made-up review.'}}"
    for number in range(1, 9)
)


def write_mixed(folder: Path, outcomes: int) -> list[Path]:
    """Write a project with that many outcomes, six frameworks and one more for each 500; return its YAML files."""
    chance = random.Random(7)
    frameworks = {f"body-{number}": chance.choice((24, 60, 110, 240)) for number in range(6 + outcomes // 500)}
    files = [_put(folder / "alignkit.yaml", _PROJECT)]
    codes: dict[str, list[str]] = {}
    for name, size in frameworks.items():
        text, codes[name] = _framework(name, size, chance)
        files.append(_put(folder / "frameworks" / f"{name}.yaml", text))
    number = made = 0
    while made < outcomes:
        rows = min(chance.choice((6, 12, 20, 40, 90)), outcomes - made)
        used = chance.sample(sorted(codes), chance.choice((1, 2, 2, 3)))
        files += _curriculum(folder / "curricula", number, rows, {name: codes[name] for name in used}, chance)
        number, made = number + 1, made + rows
    return files


_PROJECT = "alignkit: project/1\ncurricula: [curricula/]\nframeworks: [frameworks/]\nfail_on: never\n"


def _put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _sentence(chance: random.Random) -> str:
    verb, where = chance.choice(VERBS).replace("-", " "), chance.choice(NOUNS)
    return f"{verb} {' and '.join(chance.sample(NOUNS, chance.choice((1, 2, 3))))} in the context of {where}"


def _framework(name: str, size: int, chance: random.Random) -> tuple[str, list[str]]:
    """Return a framework of at least that many leaves on three levels, and their codes."""
    lines = [
        "alignkit: framework/1",
        f"id: {name}",
        f"title: Standards of body {name}",
        f"kind: {chance.choice(('interprofessional', 'regulator', 'accreditor'))}",
        "publisher: {name: Nobody, country: NO}",
        "source: {citation: Made for measuring, licence: none}",
        "levels: [domain, competency, behaviour]",
        "items:",
    ]
    codes: list[str] = []
    domain = 0
    while len(codes) < size:
        domain += 1
        lines += [f"  - code: D{domain}", f"    title: Domain {domain}", "    items:"]
        for competency in range(1, chance.randint(2, 5)):
            lines += [f"      - code: D{domain}.{competency}", f"        text: {_sentence(chance)}", "        items:"]
            for behaviour in range(1, chance.randint(2, 6)):
                codes.append(f"D{domain}.{competency}.{behaviour}")
                lines.append(f"          - {{code: {codes[-1]}, text: {_sentence(chance)}}}")
    return "\n".join(lines) + "\n", codes


def _curriculum(folder: Path, number: int, rows: int, codes: dict[str, list[str]], chance: random.Random) -> list[Path]:
    """Write a course in one file, or a programme with a folder of modules."""
    modules = [_module(f"M{module}", rows, chance) for module in range(1, chance.randint(2, 7))]
    head = _head(f"course-{number}", rows, codes, chance)
    if number % 6:
        listed = "".join(f"  - {module.replace(chr(10), chr(10) + '    ').rstrip()}\n" for module in modules)
        return [_put(folder / f"course-{number}.yaml", f"{head}modules:\n{listed}")]
    home = folder / f"programme-{number}"
    files = [_put(home / "curriculum.yaml", head.replace(f"id: course-{number}", f"id: programme-{number}"))]
    for place, module in enumerate(modules):
        files.append(_put(home / "modules" / f"m{place}.yaml", f"alignkit: module/1\n{module}"))
    return files


def _head(id_: str, rows: int, codes: dict[str, list[str]], chance: random.Random) -> str:
    lines = ["alignkit: curriculum/1", f"id: {id_}", f"title: Curriculum {id_}"]
    lines.append(f"kind: {chance.choice(('course', 'course', 'module', 'programme', 'micro-credential'))}")
    lines.append(f"learners: {{professions: [{', '.join(chance.sample(PROFESSIONS, 3))}]}}")
    lines.append("frameworks:")
    for name in codes:
        target = f", targets: {{claimed: 0.{chance.randint(1, 9)}}}" if chance.random() < 0.3 else ""
        lines.append(f"  - {{use: {name}{target}}}")
    if chance.random() < 0.5:
        lines += [
            f"rationale: {{statement: {_sentence(chance)}, definition: who-2010}}",
            "design: {theories: [social constructivism], strategies: [small-group, case-based]}",
            "evaluation: [{level: 2b, method: survey, when: each cohort, responsible: course lead}]",
            f"evidence:\n{SOURCES}",
        ]
    lines.append("outcomes:")
    for row in range(1, rows + 1):
        lines += [f"  - id: LO{row}", f"    text: {_sentence(chance)}"]
        if chance.random() < 0.4:
            lines.append(f"    bloom: {chance.choice(('understand', 'apply', 'analyse', 'evaluate'))}")
        lines.append("    aligns:")
        lines += [f"      - {_alignment(codes, chance)}" for _ in range(chance.choice((1, 1, 2, 3)))]
    lines.append("assessments:")
    for place in range(1, 5):
        assessed = ", ".join(_outcome(rows, chance) for _ in range(max(2, rows // 5)))
        lines += [
            f"  - id: AS{place}",
            f"    title: {_sentence(chance)}",
            f"    purpose: {chance.choice(('formative', 'summative'))}",
            f"    method: {chance.choice(METHODS)}",
            "    weight: 25",
            f"    outcomes: [{assessed}]",
            f"    criteria: [{_sentence(chance)}]",
        ]
    return "\n".join(lines) + "\n"


def _alignment(codes: dict[str, list[str]], chance: random.Random) -> str:
    name = chance.choice(list(codes))
    code = chance.choice(codes[name]) if chance.random() < 0.99 else "D1.1"
    if chance.random() < 0.7:
        return f"{name}:{code}"
    depth, strength = chance.choice(("introduce", "reinforce", "master")), chance.choice(("full", "full", "partial"))
    return f'{{to: "{name}:{code}", depth: {depth}, strength: {strength}}}'


def _outcome(rows: int, chance: random.Random) -> str:
    return f"LO{chance.randint(1, rows if chance.random() < 0.995 else rows + 3)}"


def _module(id_: str, rows: int, chance: random.Random) -> str:
    lines = [f"id: {id_}", f"title: {_sentence(chance)}", "activities:"]
    for place in range(1, chance.randint(2, 8)):
        taught = ", ".join(_outcome(rows, chance) for _ in range(chance.choice((1, 2, 3, 4))))
        lines += [
            f"  - id: {id_}.A{place}",
            f"    title: {_sentence(chance)}",
            f"    type: {chance.choice(TYPES)}",
            f"    setting: {chance.choice(('online', 'classroom', 'simulation', 'practice'))}",
            f"    hours: {chance.choice((1, 2, 4, 8))}",
            f"    outcomes: [{taught}]",
        ]
        if chance.random() < 0.3:
            lines.append(f"    professions: [{', '.join(chance.sample(PROFESSIONS, 2))}]")
        if chance.random() < 0.5:
            lines += ["    interaction: [about, from, with]", "    debrief: true"]
    return "\n".join(lines) + "\n"

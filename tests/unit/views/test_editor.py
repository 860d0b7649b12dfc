"""What an editor shows of a name, where that is defined, and what else could stand there."""

from alignkit.api.editor import is_ours, surroundings
from alignkit.findings import Span
from alignkit.source.cursor import cursor_at
from alignkit.source.tree import Memory
from alignkit.views.editor import choices_at, definition_at, meaning_at

OWN = """\
alignkit: framework/1
id: our-2026
title: Our competencies
kind: institution
publisher: {name: Our school}
items:
  - code: A
    title: Listening
    items:
      - {code: A1, text: Listen well}
      - {code: A2, text: Ask back, verified: false}
"""
COURSE = """\
alignkit: curriculum/1
id: course
title: Teams
frameworks: [{use: ours, scope: [A]}]
outcomes:
  - {id: LO1, text: Listen, aligns: [our-2026:A2, {to: ours:A1, evidence: EV1}]}
  - {id: LO1, text: Listen again}
evidence: [{id: EV1, citation: A review.}]
assessments:
  - {id: AS1, outcomes: [LO1, LO9]}  # alignkit: ignore[r103] soon
"""
PROJECT = "alignkit: project/1\nframeworks: [own]\naliases: {ours: our-2026}\n"
FILES = {"course.yaml": COURSE, "own/our-2026.yaml": OWN, "alignkit.yaml": PROJECT}
AROUND = surroundings(Memory(FILES), "course.yaml", "alignkit.yaml")


def cursor(words: str, *, text: str = COURSE):
    """Return the cursor just after the beginning of the words' last word."""
    index = text.index(words) + len(words)
    before = text[:index]
    return cursor_at(text, before.count("\n") + 1, len(before) - before.rfind("\n"))


def test_an_item_is_shown_with_its_path_its_text_and_whether_that_is_confirmed():
    assert meaning_at(cursor("[our-2026:A"), AROUND).split("\n") == [
        "A Listening › A2",  # noqa: RUF001
        "",
        "Ask back †",
        "",
        "Our competencies (our-2026), Our school",
        "† no source has confirmed this text yet",
    ]
    assert "†" not in meaning_at(cursor("ours:A"), AROUND)
    assert meaning_at(cursor("scope: [A"), AROUND).startswith("A Listening\n\nOur competencies (our-2026)")


def test_a_rule_is_shown_where_a_finding_is_excused():
    assert meaning_at(cursor("ignore[r"), AROUND).startswith("R103 unknown-local-id (error)\n\n")
    assert meaning_at(cursor("x  # alignkit: ignore[Z", text="x  # alignkit: ignore[Z999]"), AROUND) == ""


def test_frameworks_outcomes_and_evidence_are_shown_by_what_they_are():
    framework = "Our competencies\nOur school; current\n\n2 items without items below them; the texts of 1 are"
    assert meaning_at(cursor("use: o"), AROUND).startswith(framework)
    assert meaning_at(cursor("outcomes: [L"), AROUND) == "LO1: Listen\naligned with our-2026:A2, ours:A1"
    assert meaning_at(cursor("evidence: E"), AROUND) == "EV1: A review."
    assert meaning_at(cursor("title: T"), AROUND) == meaning_at(cursor("LO1, LO"), AROUND) == ""


def test_names_lead_to_where_they_are_defined():
    assert definition_at(cursor("[our-2026:A"), AROUND) == Span("own/our-2026.yaml", 11, 16, 11, 18)
    assert definition_at(cursor("use: o"), AROUND) == Span("own/our-2026.yaml", 2, 5, 2, 13)
    # Of two outcomes with one id the first has it, as everywhere.
    assert definition_at(cursor("outcomes: [L"), AROUND) == Span("course.yaml", 6, 10, 6, 13)
    assert definition_at(cursor("evidence: E"), AROUND) == Span("course.yaml", 8, 17, 8, 20)
    assert definition_at(cursor("LO1, LO"), AROUND) is None
    assert definition_at(cursor("title: T"), AROUND) is None


def names(words: str, text: str) -> list[str]:
    return [choice.name for choice in choices_at(cursor(words, text=text), AROUND).choices]


def test_what_can_stand_at_a_place_fits_its_key():
    assert names(":our-2026:", ":our-2026:") == []
    assert names("[our-2026:", "aligns: [our-2026:") == ["A", "A1", "A2"]
    assert names("scope: [", "- {use: ours, scope: [") == ["A", "A1", "A2"]
    assert {"our-2026", "ours", "ipec-2023"} <= set(names("use: ", "- {use: "))
    assert {"our-2026", "ours"} <= set(names("aligns: [", "  aligns: ["))
    assert names("outcomes: [", "  outcomes: [") == ["LO1"]
    assert names("evidence: ", "  evidence: ") == ["EV1"]
    assert names("title: ", "  title: ") == names("outcomes: [", "outcomes: [") == names("x:y", "a: x:y") == []
    assert names("ignore[", "a  # alignkit: ignore[") == []


def test_a_choice_takes_the_place_of_what_is_typed_of_it():
    found = choices_at(cursor("[our-2026:A", text="aligns: [our-2026:A2]"), AROUND)
    assert (found.start, found.end) == (19, 21)
    assert [choice.what for choice in found.choices] == ["Listening", "Listen well", "Ask back †"]
    found = choices_at(cursor("outcomes: [L", text="  outcomes: [LO1]"), AROUND)
    assert (found.start, found.end) == (14, 17)


def test_a_module_knows_the_outcomes_of_its_curriculum():
    files = {"curriculum.yaml": COURSE, "modules/m.yaml": "alignkit: module/1\nid: M\n"}
    around = surroundings(Memory(files), "modules/m.yaml", "")
    assert [choice.name for choice in choices_at(cursor("[", text="  outcomes: ["), around).choices] == ["LO1"]


def test_only_what_says_so_is_alignkits_business():
    assert is_ours(COURSE)
    assert is_ours("# a note\nalignkit: curiculum\n")
    assert not is_ours("alignkit:\n  script: [alignkit check]\n")
    assert not is_ours("services: {web: {image: x}}\n")
    assert not is_ours("")

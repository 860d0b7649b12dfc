"""What is shown: everything found, less what is excused, switched off, or explained by what is shown."""

from alignkit.library.workspace import read_file
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory
from alignkit.triage.select import Selection
from alignkit.triage.triage import Checked, triage

COURSE = """\
alignkit: curriculum/1
id: course
title: Teams
titel: Groups{excuse}
outcomes: []
"""


def checked(excuse: str = "", project: str = "", selection: Selection | None = None) -> Checked:
    tree = Memory({"course.yaml": COURSE.format(excuse=excuse), "alignkit.yaml": f"alignkit: project/1\n{project}"})
    settings = read_file(tree, "alignkit.yaml") if project else None
    return triage(examine(tree, ["course.yaml"], project=settings), selection or Selection(("S",)))


def codes(result: Checked) -> list[tuple[str, int]]:
    return [(finding.code, finding.at.line) for finding in result.shown]


def test_what_is_found_is_shown():
    assert codes(checked()) == [("S004", 4)]


def test_what_is_excused_is_not_shown_but_still_found():
    result = checked("  # alignkit: ignore[S004] kept for the translators")
    assert codes(result) == []
    assert [finding.code for finding, _ in result.waived.waived] == ["S004"]
    assert "S004" in [finding.code for finding in result.examination.findings]


def test_an_excuse_for_nothing_or_for_an_unknown_rule_is_shown_in_its_place():
    result = checked("  # alignkit: ignore[S004, S003, S999] kept for the translators")
    assert codes(result) == [("S012", 4), ("S013", 4)]


def test_what_is_switched_off_is_not_shown():
    assert codes(checked(selection=Selection(("S",), (), {"S004": "off"}))) == []


def test_a_setting_for_an_unknown_rule_is_shown_where_it_stands_even_under_a_slipped_key():
    for rules in ("rules:\n  S999: off\n", "ruls:\n  S999: off\n"):
        shown = checked(project=rules, selection=Selection(("S013",))).shown
        assert [str(finding.at) for finding in shown] == ["alignkit.yaml:3:3"]


def test_what_is_shown_is_sorted_by_place():
    result = checked("  # alignkit: ignore[S003]", selection=Selection())
    assert list(result.shown) == sorted(result.shown, key=lambda finding: finding.order)
    assert len(result.shown) > 2

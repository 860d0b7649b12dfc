"""`alignkit baseline`: findings that are accepted on a date, with a reason, one by one."""

import json
from pathlib import Path
from typing import Any

import pytest

COURSE = """\
alignkit: curriculum/1
id: course
title: Teams that listen
frameworks:
  - {use: ipec-2023, scope: [TT5, TT6]}
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
  - {id: LO2, text: Compare two ways of handing over, aligns: [ipec-2023:TT6]}
modules:
  - {id: M1, activities: [{id: A1, title: Role play, outcomes: [LO1]}]}
  - {id: M2, activities: [{id: A2, title: Handover, outcomes: [LO2]}]}
"""
PROJECT = "alignkit: project/1\ncurricula: [course.yaml]\nbaseline: .alignkit-baseline.yaml\n"
BASELINE = ".alignkit-baseline.yaml"
ACCEPT = ("baseline", "--reason", "to be put right by spring", "--date", "2026-11-01")
ASSESSED = "assessments:\n  - {id: AS1, title: Observed meeting, purpose: formative, outcomes: [LO1]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "course.yaml").write_text(COURSE)
    (tmp_path / "alignkit.yaml").write_text(PROJECT)
    return tmp_path


def shown(alignkit, *arguments: str) -> list[str]:
    view = json.loads(alignkit("check", "--format", "json", *arguments).out)
    return [f"{finding['code']} {finding['subject']}" for finding in view["findings"]]


def entries(folder: Path) -> list[str]:
    return [line for line in (folder / BASELINE).read_text().splitlines() if line.startswith("  - ")]


def test_what_is_accepted_is_not_shown_any_more(folder, alignkit):
    before = shown(alignkit, "--no-baseline")
    assert alignkit(*ACCEPT).status == 0
    assert shown(alignkit) == []
    assert alignkit("check").status == 0
    # What only repeats another finding is accepted with it: it would come to light once that one is set aside.
    assert len(entries(folder)) >= len(before) > 10
    assert all('date: "2026-11-01", reason: "to be put right by spring"' in line for line in entries(folder))
    assert shown(alignkit, "--no-baseline") == before


def test_each_entry_is_one_finding_and_a_new_one_is_shown(folder, alignkit):
    alignkit(*ACCEPT)
    lines = COURSE.replace("modules:", "  - {id: LO3, text: Sketch a rota, aligns: [ipec-2023:TT6]}\nmodules:")
    (folder / "course.yaml").write_text(lines)
    assert shown(alignkit) == ["A101 LO3", "A102 LO3"]


def test_moved_lines_and_reordered_modules_change_nothing(folder, alignkit):
    alignkit(*ACCEPT)
    head, _, modules = COURSE.partition("modules:\n")
    first, second = modules.splitlines(keepends=True)
    title, _, rest = head.partition("title")
    (folder / "course.yaml").write_text(f"{title}\n# moved\n\ntitle{rest}modules:\n{second}{first}")
    assert shown(alignkit) == []


@pytest.mark.usefixtures("folder")
def test_verdicts_stay_as_they_are(alignkit):
    def verdicts(*arguments: str) -> list[Any]:
        view = json.loads(alignkit("check", "--format", "json", *arguments).out)
        parts = [part for rubric in view["curricula"][0]["rubrics"] for part in rubric["characteristics"]]
        return [(part["id"], part["verdict"], [each["verdict"] for each in part["criteria"]]) for part in parts]

    before = verdicts("--no-baseline")
    alignkit(*ACCEPT)
    assert verdicts() == before
    assert all(verdict != "met" for _, verdict, _ in before)


def test_an_entry_whose_finding_is_gone_is_reported_and_pruned(folder, alignkit):
    alignkit(*ACCEPT)
    number = len(entries(folder))
    (folder / "course.yaml").write_text(COURSE + ASSESSED)
    # C103 of LO1 is gone, and with it what repeated it; that AS1 is only formative was never accepted.
    found = shown(alignkit)
    unused = [each for each in found if each.startswith("S015")]
    assert unused == ["S015 course:C103@LO1", "S015 course:Q201@LO1", "S015 course:Q401@LO1"]
    assert "C104 LO1" in found
    done = alignkit("baseline", "--prune")
    assert done.out.startswith(f"Took 3 entries out of {BASELINE}")
    assert len(entries(folder)) == number - 3
    assert [each for each in shown(alignkit) if each.startswith("S015")] == []


def test_entries_of_a_curriculum_that_is_not_looked_at_are_not_missed(folder, alignkit):
    alignkit(*ACCEPT)
    (folder / "other.yaml").write_text(COURSE.replace("id: course", "id: other"))
    assert [each for each in shown(alignkit, "other.yaml") if each.startswith("S015")] == []


def test_an_update_keeps_dates_reasons_and_comments(folder, alignkit):
    alignkit(*ACCEPT)
    text = (folder / BASELINE).read_text().replace("accepted:\n", "accepted:\n  # agreed with the dean\n")
    (folder / BASELINE).write_text(text)
    lines = COURSE.replace("modules:", "  - {id: LO3, text: Sketch a rota, aligns: [ipec-2023:TT6]}\nmodules:")
    (folder / "course.yaml").write_text(lines)
    done = alignkit("baseline", "--reason", "a trial", "--date", "2026-12-24")
    assert done.out.startswith("Accepted 4 findings")
    now = (folder / BASELINE).read_text()
    assert now.startswith(text)
    assert 'subject: LO3, severity: warning, date: "2026-12-24", reason: "a trial"' in now.removeprefix(text)
    assert shown(alignkit) == []


def test_what_became_graver_is_not_what_was_accepted(folder, alignkit):
    alignkit(*ACCEPT)
    targeted = COURSE.replace("scope: [TT5, TT6]}", "scope: [TT5, TT6], targets: {assessed: 1.0}}")
    (folder / "course.yaml").write_text(targeted)
    # C103 is a warning, and an error where a target is missed because of it.
    assert [each for each in shown(alignkit) if each.startswith("C103")] == ["C103 LO1", "C103 LO2"]
    assert alignkit("check").status == 1


def test_nothing_is_accepted_without_a_reason_and_nothing_written(folder, alignkit):
    done = alignkit("baseline")
    assert done.status == 2
    assert "would be accepted without a reason" in done.err
    assert not (folder / BASELINE).exists()


def test_a_file_of_another_kind_is_never_written_over(folder, alignkit):
    for content in ("my notes\n", COURSE):
        (folder / BASELINE).write_text(content)
        done = alignkit(*ACCEPT)
        assert done.status == 2
        assert (folder / BASELINE).read_text() == content


def test_what_cannot_be_read_cannot_be_accepted(folder, alignkit):
    (folder / "course.yaml").write_text(COURSE + "title: a: b\n")
    done = alignkit(*ACCEPT)
    assert (done.status, done.err.splitlines()[0]) == (2, "alignkit: course.yaml cannot be read")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "the baseline .alignkit-baseline.yaml is not there"),
        ("alignkit: baseline/1\naccepted:\n  - {code: C103, document: course}\n", "the baseline cannot be used"),
        ("alignkit: baseline/1\nacepted: []\n", "the baseline cannot be used"),
        ("a: b\n", "the baseline cannot be used"),
    ],
)
def test_a_baseline_in_doubt_stops_the_check(content, said, folder, alignkit):
    if content is not None:
        (folder / BASELINE).write_text(content)
    done = alignkit("check")
    assert done.status == 2
    assert said in done.err


def test_without_the_setting_it_says_what_to_type(folder, alignkit):
    (folder / "alignkit.yaml").write_text("alignkit: project/1\n")
    assert f"Add `baseline: {BASELINE}` to alignkit.yaml" in alignkit(*ACCEPT).out
    assert len(shown(alignkit)) > 10


@pytest.mark.usefixtures("folder")
def test_a_date_that_is_none_is_refused(alignkit):
    done = alignkit("baseline", "--reason", "x", "--date", "tomorrow")
    assert (done.status, done.err.splitlines()[0]) == (2, 'alignkit: "tomorrow" is not a date')


def test_the_file_is_the_same_bytes_on_every_run(folder, alignkit):
    texts = set()
    for seed in ("0", "9"):
        (folder / BASELINE).unlink(missing_ok=True)
        alignkit(*ACCEPT, PYTHONHASHSEED=seed)
        texts.add((folder / BASELINE).read_text())
    assert len(texts) == 1


def test_hostile_texts_come_back_as_they_were(folder, alignkit):
    text = COURSE.replace("Resolve a conflict in a team", '"Be \\"aware\\" \\\\ of: {x}, [y] # \\u202e and \\u0085"')
    (folder / "course.yaml").write_text(text)
    alignkit(*ACCEPT)
    assert shown(alignkit) == []

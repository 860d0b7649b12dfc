"""`diff` and `check --against` on a scratch repository of commits that each change one thing: exactly that is said."""

import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

COURSE = """\
alignkit: curriculum/1
id: teams
title: Teams that listen
kind: course
frameworks:
  - team-1
outcomes:
  - {id: LO1, text: Resolve a conflict between two professions, aligns: ["team-1:T1", "team-1:T2"]}
  - {id: LO2, text: Explain the work of a pharmacist to a patient, aligns: ["team-1:T3"]}
  - {id: LO3, text: Plan a discharge together with a nurse, aligns: ["team-1:T4"]}
modules:
  - id: M1
    title: Conflict
    activities:
      - {id: A1, title: Role play, outcomes: [LO1]}
      - {id: A2, title: Explaining, outcomes: [LO2]}
  - id: M2
    title: Going home
    activities:
      - {id: A3, title: Discharge meeting, outcomes: [LO3]}
assessments:
  - {id: AS1, title: Observed meeting, purpose: summative, weight: 100, criteria: [All are heard], outcomes: [LO1, LO2]}
  - {id: AS2, title: Plan, purpose: formative, outcomes: [LO3]}
"""
OTHER = """\
alignkit: curriculum/1
id: other
title: Another course
frameworks:
  - {use: team-1, scope: [T1]}
outcomes:
  - {id: LO1, text: Compare two ways of handing over, aligns: ["team-1:T1"]}
"""
FRAMEWORK = """\
alignkit: framework/1
id: team-1
title: Team competencies
edition: "1"
kind: accreditor
publisher: {name: A ward}
source: {citation: Ward handbook, text: paraphrase}
items:
  - {code: T1, text: Resolves conflict}
  - {code: T2, text: Listens}
  - {code: T3, text: Explains roles}
  - {code: T4, text: Plans together}
"""
PROJECT = "alignkit: project/1\ncurricula: [curricula/]\nframeworks: [frameworks/]\n"


class Repository:
    """A scratch git repository with two curricula and a framework of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "--quiet", "--initial-branch=main")
        self.write("curricula/teams.yaml", COURSE)
        self.write("curricula/other.yaml", OTHER)
        self.write("frameworks/team-1.yaml", FRAMEWORK)
        self.write("alignkit.yaml", PROJECT)
        self.commit("base")

    def git(self, *arguments: str) -> str:
        plain = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        who = {f"GIT_{role}_{what}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        command = ["git", "-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always", *arguments]
        done = subprocess.run(
            command, cwd=self.folder, env={**plain, **who}, capture_output=True, text=True, check=True
        )
        return done.stdout

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edit(self, name: str, *changes: tuple[str, str]) -> None:
        text = (self.folder / name).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        self.write(name, text)

    def commit(self, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)


@pytest.fixture
def repository(tmp_path) -> Repository:
    return Repository(tmp_path)


Edit = Callable[[Repository], object]
TEAMS = "curricula/teams.yaml"


def edited(*changes: tuple[str, str], name: str = TEAMS) -> Edit:
    return lambda repository: repository.edit(name, *changes)


def with_modules_turned_round(repository: Repository) -> None:
    head, _, rest = COURSE.partition("  - id: M1\n")
    first, _, tail = rest.partition("  - id: M2\n")
    second, _, end = tail.partition("assessments:\n")
    text = f"{head}  - id: M2\n{second}  - id: M1\n{first}assessments:\n{end}"
    repository.write(
        TEAMS, text.replace("id: teams\ntitle: Teams that listen\n", "title: Teams that listen\nid: teams\n")
    )


def with_a_module_in_its_own_file(repository: Repository) -> None:
    head, _, rest = COURSE.partition("  - id: M2\n")
    second, _, end = rest.partition("assessments:\n")
    (repository.folder / TEAMS).unlink()
    repository.write("curricula/teams/curriculum.yaml", f"{head}assessments:\n{end}")
    lines = [line[4:] for line in second.splitlines()]
    repository.write("curricula/teams/modules/m2.yaml", "\n".join(["alignkit: module/1", "id: M2", *lines, ""]))


@dataclass(frozen=True)
class Commit:
    """One change, what `diff` says of it, what `check --against` finds, and the exit status of both."""

    edit: Edit
    said: tuple[str, ...]
    found: tuple[str, ...] = ()
    status: int = 0
    before: Edit = lambda _: None


SECOND = (
    FRAMEWORK.replace("team-1", "team-2\nsupersedes: team-1")
    .replace('"1"', '"2"')
    .replace("Plans together}\n", "Plans with patients}\n  - {code: T5, text: Reflects}\n")
)
UNREAD = f"unread {TEAMS}"
# LO3 is assessed only formatively, so T4 stands on `assessed`; T1, T2 and T3 are evidenced.
COMMITS = {
    "remove an assessment": Commit(
        edited(("  - {id: AS2, title: Plan, purpose: formative, outcomes: [LO3]}\n", "")),
        ("- assessment AS2", "lost T4 assessed>taught", "new C103 LO3", "fixed C104 LO3"),
        ("C109 LO3", "C103 LO3"),
        1,
    ),
    "rename an outcome": Commit(edited(("LO2", "LO8")), ("~ outcome LO2>LO8",)),
    "number the outcomes anew": Commit(
        edited(("LO3", "LO9"), ("LO2", "LO3"), ("LO1", "LO2"), ("LO9", "LO1")),
        ("~ outcome LO1>LO2", "~ outcome LO2>LO3", "~ outcome LO3>LO1"),
    ),
    "move an activity": Commit(
        edited(
            ("      - {id: A2, title: Explaining, outcomes: [LO2]}\n", ""),
            ("      - {id: A3", "      - {id: A2, title: Explaining, outcomes: [LO2]}\n      - {id: A3"),
        ),
        ("~ activity A2 M1>M2",),
    ),
    "reorder modules and keys": Commit(with_modules_turned_round, ()),
    "give a module a file of its own": Commit(
        with_a_module_in_its_own_file, ("file curricula/teams.yaml>curricula/teams/curriculum.yaml",)
    ),
    "reword an outcome": Commit(
        edited(("Resolve a conflict between two professions", "Settle a dispute on a ward")), ("~ outcome LO1 text",)
    ),
    "drop an alignment": Commit(
        edited((', "team-1:T2"', "")),
        ("~ outcome LO1 aligns-team-1:T2", "lost T2 evidenced>not claimed", "new C101 team-1:T2"),
        ("C109 LO1", "C101 team-1:T2"),
        1,
    ),
    "align in part": Commit(
        edited(('"team-1:T2"]', '{to: "team-1:T2", strength: partial}]')),
        (
            "~ outcome LO1 aligns-team-1:T2+team-1:T2 (strength: partial)",
            "lost T2 evidenced>not claimed (claimed only in part)",
            "new C106 team-1:T2",
        ),
        ("C109 LO1", "C106 team-1:T2"),
        1,
    ),
    "move to another edition": Commit(
        edited(("team-1", "team-2")),
        (
            "~ outcome LO1 aligns-team-1:T1-team-1:T2+team-2:T1+team-2:T2",
            "~ outcome LO2 aligns-team-1:T3+team-2:T3",
            "~ outcome LO3 aligns-team-1:T4+team-2:T4",
            "framework team-1>team-2",
            # T4 says something else there: the edition takes it away, and the new alignment brings it back.
            "lost with framework T4 assessed>not claimed",
            "gained T4 not claimed>assessed",
            "edition +T5 ~T4",
            "new C101 team-2:T5",
        ),
        ("C101 team-2:T5",),
        before=lambda repository: repository.write("frameworks/team-2.yaml", SECOND),
    ),
    "change the framework's data": Commit(
        edited(
            ("  - {code: T4, text: Plans together}\n", "  - {code: T5, text: Reflects}\n"),
            ("Listens", "Listens to others"),
            name="frameworks/team-1.yaml",
        ),
        (
            "edition +T5 -T4 ~T2",
            "lost with framework T4 assessed>not claimed",
            "edition +T5 -T4 ~T2",
            "new R102 team-1:T4",
            "fixed C104 LO3",
        ),
        ("R102 team-1:T4",),
        1,
    ),
    "break the YAML": Commit(edited(("Teams that listen", "Teams: that listen")), (UNREAD, "new S002 "), ("S002 ",), 2),
    "mend the YAML": Commit(
        edited(("Teams: that listen", "Teams that listen")),
        (UNREAD, "unknown findings", "fixed S002 "),
        ("unknown findings",),
        1,
        before=edited(("Teams that listen", "Teams: that listen")),
    ),
    "rename a file": Commit(
        lambda repository: repository.git("mv", TEAMS, "curricula/ward.yaml"), (f"file {TEAMS}>curricula/ward.yaml",)
    ),
    "delete a curriculum": Commit(
        lambda repository: (repository.folder / "curricula/other.yaml").unlink(),
        ("- curriculum other",),
        ("C109 other",),
        1,
    ),
    "change a weight": Commit(
        edited(("weight: 100", "weight: 90")), ("~ assessment AS1 weight", "new A106 teams"), ("A106 teams",), 1
    ),
    "excuse a finding": Commit(
        edited(("  - {id: LO3", "  # alignkit: ignore[C104] a trial this term\n  - {id: LO3")),
        ("excused C104 LO3: a trial this term",),
    ),
    "excuse a loss": Commit(
        edited(
            ("  - {id: LO3", "  # alignkit: ignore[C109, C103] the plan is marked elsewhere\n  - {id: LO3"),
            ("  - {id: AS2, title: Plan, purpose: formative, outcomes: [LO3]}\n", ""),
        ),
        (
            "- assessment AS2",
            "lost T4 assessed>taught",
            "fixed C104 LO3",
            "excused C103 LO3: the plan is marked elsewhere",
            "excused C109 LO3: the plan is marked elsewhere",
        ),
    ),
    "add an outcome that is taught": Commit(
        edited(
            ("modules:\n", '  - {id: LO4, text: Sketch a rota for a ward, aligns: ["team-1:T4"]}\nmodules:\n'),
            ("      - {id: A3", "      - {id: A4, title: Rota, outcomes: [LO4]}\n      - {id: A3"),
            ("outcomes: [LO1, LO2]", "outcomes: [LO1, LO2, LO4]"),
        ),
        (
            "+ outcome LO4",
            "+ activity A4",
            "~ assessment AS1 outcomes+LO4",
            "gained T4 assessed>evidenced",
            "fixed C104 LO3",
        ),
    ),
    "remove an activity": Commit(
        edited(("      - {id: A2, title: Explaining, outcomes: [LO2]}\n", "")),
        ("- activity A2", "lost T3 evidenced>claimed", "new C102 LO2"),
        ("C109 LO2", "C102 LO2"),
        1,
    ),
    "narrow the scope": Commit(
        edited(("  - team-1\n", "  - {use: team-1, scope: [T1, T2]}\n")),
        (
            "declared scope+T1+T2",
            "lost T3 evidenced>not claimed (left the scope)",
            "lost T4 assessed>not claimed (left the scope)",
            "new R108 team-1:T3",
            "new R108 team-1:T4",
            "fixed C104 LO3",
        ),
        ("C109 team-1", "R108 team-1:T3", "R108 team-1:T4"),
        1,
    ),
    "rename a curriculum": Commit(edited(("id: teams", "id: ward-teams")), ("renamed teams>ward-teams",)),
    "state a vision": Commit(
        edited(
            (
                "outcomes:\n  - {id: LO1",
                "rationale: {statement: Patients gain when professions listen to one another}\noutcomes:\n  - {id: LO1",
            )
        ),
        ("~ rationale", "verdict R1 not evidenced>met", "fixed Q101 "),
    ),
    "change a setting": Commit(
        edited(("project/1\n", "project/1\nfail_on: never\n"), name="alignkit.yaml"), ("settings fail_on",)
    ),
}


def said(view: dict[str, Any]) -> list[str]:
    """Return all that a diff says, one short line for each statement."""
    lines = [f"unread {each['file']}" for each in view["unread"]]
    lines += [f"settings {change['key']}" for change in view["settings"]]
    lines += [f"- curriculum {each['id']}" for each in view["removed"]]
    lines += [f"+ curriculum {each['id']}" for each in view["added"]]
    lines += [line for each in view["curricula"] for line in said_of(each)]
    lines += [f"new {each['code']} {each['subject']}" for each in view["new"] if not each["note"]]
    lines += ["unknown findings"] * any(each["note"] == "the base could not be read" for each in view["new"])
    lines += [f"fixed {each['code']} {each['subject']}" for each in view["fixed"]]
    return lines + [f"excused {each['code']} {each['subject']}: {each['reason']}" for each in view["excused"]]


def said_of(each: dict[str, Any]) -> list[str]:
    lines = [f"renamed {each['before']}>{each['after']}"] * (each["before"] != each["after"])
    file = each["file"]
    lines += [f"file {file['before']}>{file['after']}"] * (file["before"] != file["after"])
    lines += [f"~ {key(change)}" for change in each["keys"]]
    nouns = {"modules": "module", "outcomes": "outcome", "activities": "activity", "assessments": "assessment"}
    lines += [part(noun, change) for name, noun in nouns.items() for change in each[name]]
    for ladder in each["coverage"]:
        named = ladder["before"] != ladder["after"]
        lines += [f"framework {ladder['before']}>{ladder['after']}"] * named
        lines += [f"declared {key(change)}" for change in ladder["declaration"]]
        kinds = ("lost_with_framework", "gained_with_framework", "lost", "gained")
        lines += [f"{kind.replace('_', ' ')} {rung(item)}" for kind in kinds for item in ladder[kind]]
        edition = ladder["edition"]
        marks = [("+", "new"), ("-", "gone"), ("~", "reworded")]
        codes = [f"{sign}{code}" for sign, name in marks for code in edition[name]]
        lines += [f"edition {' '.join(codes)}"] * bool(codes)
    return lines + [f"verdict {each['id']} {each['before']}>{each['after']}" for each in each["verdicts"]]


def key(change: dict[str, Any]) -> str:
    entries = [f"-{entry}" for entry in change.get("dropped", ())] + [f"+{entry}" for entry in change.get("added", ())]
    return "".join([str(change["key"]), *entries])


def part(noun: str, change: dict[str, Any]) -> str:
    before, after, moved = change["before"], change["after"], change["moved"]
    if not before or not after:
        return f"{'-' if before else '+'} {noun} {before or after}"
    name = before if before == after else f"{before}>{after}"
    words = [f"{moved['from']}>{moved['to']}"] if moved else []
    words += [key(each) for each in change["keys"]]
    return " ".join([f"~ {noun} {name}", *words])


def rung(item: dict[str, Any]) -> str:
    return f"{item['item']} {item['before']}>{item['after']}" + (f" ({item['note']})" if item["note"] else "")


@pytest.fixture
def committed(repository, request) -> Commit:
    commit = COMMITS[request.param]
    commit.before(repository)
    repository.git("commit", "--quiet", "--all", "--allow-empty", "--message", "before")
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--allow-empty", "--message", "before")
    commit.edit(repository)
    repository.commit(request.param)
    return commit


@pytest.mark.parametrize("committed", COMMITS, indirect=True)
def test_diff_says_exactly_what_a_commit_changed(committed, alignkit):
    done = alignkit("diff", "HEAD~1", "HEAD", "--format", "json")
    assert (sorted(said(json.loads(done.out))), done.status) == (sorted(committed.said), committed.status)


@pytest.mark.parametrize("committed", COMMITS, indirect=True)
def test_check_against_finds_exactly_what_is_new_or_lost(committed, alignkit):
    done = alignkit("check", "--against", "HEAD~1", "--format", "json")
    found = [f"{each['code']} {each['subject']}" for each in json.loads(done.out)["findings"]]
    if committed.found == ("unknown findings",):
        # Nothing can be compared with what could not be read: everything counts as new.
        assert len(found) > 10
    else:
        assert sorted(found) == sorted(committed.found)
    assert done.status == committed.status


@pytest.mark.parametrize("committed", ["remove an assessment"], indirect=True)
@pytest.mark.usefixtures("committed")
def test_the_text_says_it_in_sentences(alignkit):
    done = alignkit("diff", "HEAD~1")
    assert done.out.startswith(
        "HEAD~1 → the working tree\n\n"
        "teams: Teams that listen\n"
        "  - assessment AS2 removed (Plan)\n"
        "  team-1\n"
        "    assessed  4 → 3\n"
        "    - lost: T4 (assessed → taught)\n\n"
        "New since HEAD~1\n"
        "  warning[C103] curricula/teams.yaml:10:10\n"
    )
    assert done.out.endswith("\n\nExit 1: 1 loss of coverage.\n")
    checked = " ".join(alignkit("check", "--against", "HEAD~1").out.split())
    assert "no assessment addresses LO3" in checked
    assert "That is what is new or lost since HEAD~1; 33 findings that it has as well are not shown." in checked


@pytest.mark.parametrize("committed", ["remove an assessment"], indirect=True)
@pytest.mark.usefixtures("committed")
def test_the_comment_for_a_pull_request_has_both_numbers(alignkit, tmp_path):
    done = alignkit("diff", "HEAD~1", "--format", "markdown", "--output", "diff.md")
    text = (tmp_path / "diff.md").read_text(encoding="utf-8")
    assert (done.status, done.out) == (1, "")
    assert "| teams | team-1 | 4 | 4 | 4 | 4 → 3 | 3 |" in text
    assert "- `C109` team-1:T4 was assessed through LO3 in the base and is only taught now" in text


@pytest.mark.usefixtures("repository")
def test_nothing_changed_is_said_and_is_no_failure(alignkit):
    done = alignkit("diff", "HEAD")
    assert done.out.splitlines()[1] == "Nothing changed."
    assert done.status == 0
    assert alignkit("check", "--against", "HEAD").status == 0


def test_two_folders_are_compared_without_git(tmp_path, alignkit):
    for name, text in (("before", COURSE), ("after", COURSE.replace(', "team-1:T2"', ""))):
        (tmp_path / name / "frameworks").mkdir(parents=True)
        (tmp_path / name / "alignkit.yaml").write_text(PROJECT.replace("curricula/", "."))
        (tmp_path / name / "frameworks" / "team-1.yaml").write_text(FRAMEWORK)
        (tmp_path / name / "teams.yaml").write_text(text)
    done = alignkit("diff", "before", "after", "--format", "json", PATH=os.environ["PATH"])
    assert "lost T2 evidenced>not claimed" in said(json.loads(done.out))
    assert alignkit("diff", "before/teams.yaml", "after/teams.yaml", "--format", "json").status == 1


def test_three_dots_compare_with_where_the_branch_began(repository, alignkit):
    repository.git("checkout", "--quiet", "-b", "reword")
    repository.edit(TEAMS, ("Resolve a conflict between two professions", "Settle a dispute on a ward"))
    repository.commit("reword")
    repository.git("checkout", "--quiet", "main")
    repository.edit(TEAMS, ("weight: 100", "weight: 90"))
    repository.commit("weight")
    repository.git("checkout", "--quiet", "reword")
    for call in (("main...",), ("main...reword",), ("main...", "reword")):
        assert said(json.loads(alignkit("diff", *call, "--format", "json").out)) == ["~ outcome LO1 text"]
    both = said(json.loads(alignkit("diff", "main", "reword", "--format", "json").out))
    assert both == ["~ outcome LO1 text", "~ assessment AS1 weight", "fixed A106 teams"]
    assert json.loads(alignkit("check", "--against", "main...", "--format", "json").out)["findings"] == []


def test_a_renamed_file_is_followed_when_only_it_is_checked(repository, alignkit):
    repository.git("mv", TEAMS, "curricula/ward.yaml")
    done = alignkit("check", "curricula/ward.yaml", "--against", "HEAD", "--format", "json")
    assert (json.loads(done.out)["findings"], done.status) == ([], 0)


def test_what_is_not_asked_about_was_not_removed(repository, alignkit):
    (repository.folder / "curricula/other.yaml").unlink()
    assert alignkit("check", TEAMS, "--against", "HEAD").status == 0
    assert alignkit("check", "curricula", "--against", "HEAD").status == 1


def test_it_works_below_the_root_of_the_repository(repository, alignkit):
    repository.edit(TEAMS, (', "team-1:T2"', ""))
    done = alignkit("check", "--against", "HEAD", "-q", folder=repository.folder / "curricula")
    assert done.out.startswith("../curricula/teams.yaml:8:10: error C109 ") or done.out.startswith("teams.yaml:8:10:")
    assert alignkit("diff", "HEAD", folder=repository.folder / "curricula").status == 1


@pytest.mark.parametrize("command", [("diff",), ("check", "--against")], ids=" ".join)
@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("mian", '"mian" names no revision (did you mean "main"?)'),
        ("0000000", '"0000000" names no revision'),
        ("--upload-pack=x", ""),
    ],
)
@pytest.mark.usefixtures("repository")
def test_a_missing_revision_is_told(command, revision, said, alignkit):
    done = alignkit(*command, revision)
    assert done.status == 2
    assert said in done.err


def test_a_shallow_clone_says_how_to_get_the_rest(repository, alignkit, tmp_path_factory):
    repository.edit(TEAMS, ("weight: 100", "weight: 90"))
    repository.commit("weight")
    clone = tmp_path_factory.mktemp("clone")
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.folder}", str(clone))
    done = alignkit("diff", "HEAD~1", folder=clone)
    assert (done.status, done.out) == (2, "")
    assert '"HEAD~1" is not in this shallow clone' in done.err
    assert "git fetch --unshallow" in done.err


def test_without_a_repository_or_git_it_says_so(tmp_path, alignkit):
    (tmp_path / "teams.yaml").write_text(OTHER)
    done = alignkit("diff", "main", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert (done.status, done.err.splitlines()[0]) == (2, "alignkit: this folder is not in a git repository")
    done = alignkit("diff", "main", PATH=str(tmp_path))
    assert (done.status, done.err.splitlines()[0]) == (2, "alignkit: git is not installed, or not on the path")


def test_a_name_that_is_a_branch_and_a_folder_is_asked_about(repository, alignkit):
    repository.git("branch", "curricula")
    done = alignkit("diff", "curricula")
    assert done.status == 2
    assert "refs/heads/curricula" in done.err
    assert alignkit("diff", "refs/heads/curricula").status == 0


def test_the_same_comparison_gives_the_same_bytes(repository, alignkit):
    repository.edit(TEAMS, (', "team-1:T2"', ""), ("weight: 100", "weight: 90"))
    for form in ("text", "json", "markdown"):
        runs = {alignkit("diff", "HEAD", "--format", form, PYTHONHASHSEED=seed).out for seed in ("0", "7")}
        assert len(runs) == 1


def test_no_verdict_improves_by_excusing_a_loss(repository, alignkit):
    repository.edit(TEAMS, ("      - {id: A3, title: Discharge meeting, outcomes: [LO3]}\n", ""))
    plain = json.loads(alignkit("diff", "HEAD", "--format", "json").out)["curricula"][0]["verdicts"]
    repository.edit(TEAMS, ("  - {id: LO3", "  # alignkit: ignore[C109, C102] next term\n  - {id: LO3"))
    excused = alignkit("diff", "HEAD", "--format", "json")
    assert json.loads(excused.out)["curricula"][0]["verdicts"] == plain != []
    assert excused.status == 0


def test_a_suppression_of_c109_is_not_unused_where_nothing_is_compared(repository, alignkit):
    repository.edit(TEAMS, ("  - {id: LO3", "  # alignkit: ignore[C109] next term\n  - {id: LO3"))
    assert "S012" not in alignkit("check", TEAMS).out
    assert "S012" in alignkit("check", TEAMS, "--against", "HEAD").out

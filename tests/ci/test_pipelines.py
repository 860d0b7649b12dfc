"""The ways into other people's pipelines, run as those services run them, as far as a machine without them allows."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent
GOOD = """\
alignkit: curriculum/1
id: small
title: Small course
outcomes: []
"""
BAD = GOOD + "colour: blue\n"
SETTINGS = "alignkit: project/1\ncurricula: [curricula]\nrules: {Q202: off}\n"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
GITLAB = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))["alignkit"]


def surroundings(**more: str) -> dict[str, str]:
    """Return the environment with the tools of this one first, and without what would change what is printed."""
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT", "PIP_"))}
    return {**plain, "PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1", **more}


def done(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=surroundings(**environment), capture_output=True, text=True, check=False
    )


@pytest.fixture
def project(tmp_path):
    """Return a project with a course that has nothing in it, which is excused."""
    folder = tmp_path / "project"
    (folder / "curricula").mkdir(parents=True)
    (folder / "alignkit.yaml").write_text(SETTINGS)
    (folder / "curricula" / "small.yaml").write_text(GOOD)
    return folder


# ---- pre-commit -----------------------------------------------------------------------------------------------------


@pytest.fixture
def repository(project):
    """Return the project as a git repository that runs the published hooks, from the tools installed here."""
    hooks = [{**HOOKS[name], "language": "system"} for name in HOOKS]
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (project / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    for command in (
        ["git", "init", "--quiet"],
        ["git", "config", "user.email", "somebody@example.org"],
        ["git", "config", "user.name", "Somebody"],
        ["git", "add", "."],
        ["pre-commit", "install"],
    ):
        assert done(command, project, PRE_COMMIT_HOME=str(project.parent / "cache")).returncode == 0
    return project


def commit(folder: Path) -> subprocess.CompletedProcess[str]:
    done(["git", "add", "."], folder)
    return done(["git", "commit", "-m", "change"], folder, PRE_COMMIT_HOME=str(folder.parent / "cache"))


def test_a_commit_with_a_mistake_is_held_back_with_the_finding(repository):
    (repository / "curricula" / "small.yaml").write_text(BAD)
    held = commit(repository)
    assert held.returncode == 1
    assert "S004" in held.stdout + held.stderr
    assert "curricula/small.yaml:5:1" in held.stdout + held.stderr
    assert done(["git", "log", "--oneline"], repository).stdout == ""


def test_a_commit_without_one_goes_through_and_one_without_yaml_is_not_checked(repository):
    assert commit(repository).returncode == 0
    (repository / "curricula" / "notes.txt").write_text("notes")
    passed = commit(repository)
    assert passed.returncode == 0
    assert "Skipped" in passed.stdout + passed.stderr
    assert len(done(["git", "log", "--oneline"], repository).stdout.splitlines()) == 2


def test_frameworks_of_one_s_own_have_a_hook_too(repository):
    (repository / "frameworks").mkdir()
    (repository / "frameworks" / "own.yaml").write_text("alignkit: framework/1\nid: own\n")
    held = commit(repository)
    assert held.returncode == 1
    # Both hooks see it: the project's frameworks are checked with its curricula, too.
    assert (held.stdout + held.stderr).count("frameworks/own.yaml:1:1") >= 1
    assert "alignkit-frameworks" in held.stdout + held.stderr


def test_the_published_hooks_bring_alignkit_along_and_call_commands_that_there_are():
    assert done(["pre-commit", "validate-manifest", ".pre-commit-hooks.yaml"], ROOT).returncode == 0
    assert set(HOOKS) == {"alignkit", "alignkit-frameworks"}
    for hook in HOOKS.values():
        assert hook["language"] == "python"
        command = [sys.executable, "-m", *shlex.split(hook["entry"]), "--help"]
        assert subprocess.run(command, capture_output=True, check=False).returncode == 0


# ---- GitHub ---------------------------------------------------------------------------------------------------------


def steps() -> dict[str, dict[str, Any]]:
    return {step["name"]: step for step in ACTION["runs"]["steps"]}


def filled(text: str, inputs: dict[str, str]) -> str:
    """Return a value of the action with its expressions evaluated, as GitHub does before a step."""
    known = {f"inputs.{name}": inputs.get(name, given["default"]) for name, given in ACTION["inputs"].items()}
    known["github.action_path"] = str(ROOT)
    return re.sub(r"\$\{\{ (.+?) \}\}", lambda match: known[match[1]], text)


def run_step(name: str, folder: Path, **inputs: str) -> tuple[Any, str, str]:
    """Run a step of the action in the folder; return what it did, its summary and its outputs."""
    step = steps()[name]
    scratch = folder.parent / "runner"
    scratch.mkdir(exist_ok=True)
    (scratch / "script.sh").write_text(step["run"])
    places = {"GITHUB_STEP_SUMMARY": "summary", "GITHUB_OUTPUT": "output", "RUNNER_TEMP": ""}
    environment = {
        **{
            key: filled(value, {key.replace("_", "-"): value for key, value in inputs.items()})
            for key, value in step["env"].items()
        },
        **{key: str(scratch / file) for key, file in places.items()},
    }
    # How GitHub runs a step whose shell is bash.
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(scratch / "script.sh")]
    ran = done(command, folder, **environment)
    summary, output = (file.read_text() if (file := scratch / name).exists() else "" for name in ("summary", "output"))
    return ran, summary, output


def test_a_mistake_fails_the_step_beside_its_line_and_in_the_summary(project):
    (project / "curricula" / "small.yaml").write_text(BAD)
    ran, summary, output = run_step("Check", project)
    assert ran.returncode == 1
    assert "::error file=curricula/small.yaml,line=5,endLine=5,col=1,endColumn=7,title=S004 unknown-key::" in ran.stdout
    assert summary.startswith("### alignkit: 1 error")
    assert output == "exit-status=1\n"
    assert ran.stderr == ""


def test_nothing_wrong_passes_the_step(project):
    ran, summary, output = run_step("Check", project)
    assert (ran.returncode, output) == (0, "exit-status=0\n")
    assert "Nothing fails the check." in summary


def test_inputs_of_several_lines_and_a_file_for_code_scanning(project):
    (project / "other course.yaml").write_text(BAD)
    inputs = {"paths": "curricula\nother course.yaml\n", "arguments": "--select\nS\n", "sarif_file": "a.sarif"}
    ran, _, _ = run_step("Check", project, fail_on="never", **inputs)
    assert ran.returncode == 0
    (result,) = json.loads((project / "a.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "other%20course.yaml"


def test_a_call_of_no_use_fails_the_step_and_says_why(project):
    ran, summary, output = run_step("Check", project, paths="absent", fail_on="never")
    assert (ran.returncode, output) == (2, "exit-status=2\n")
    assert "absent" in ran.stdout + summary


def test_an_input_never_becomes_a_command(project):
    ran, _, _ = run_step("Check", project, paths="$(touch owned); `touch owned`\n'; touch owned #")
    assert ran.returncode == 2
    assert not (project / "owned").exists()


def test_the_scripts_hold_no_expression():
    assert [name for name, step in steps().items() if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("script", [*(step["run"] for step in steps().values() if "run" in step), *GITLAB["script"]])
def test_the_scripts_are_clean_by_shellcheck(script, tmp_path):
    # GitLab's job splits its arguments on purpose: it has no other way to take several.
    (tmp_path / "script.sh").write_text("# shellcheck disable=SC2086\n" + script)
    ran = done(["shellcheck", "--shell=bash", "script.sh"], tmp_path)
    assert ran.returncode == 0, ran.stdout


def test_the_action_installs_itself(project, tmp_path):
    """The step is run in an environment of its own, offline: pip and what alignkit depends on come from this one."""
    source = tmp_path / "source"
    for name in ("pyproject.toml", "README.md", "LICENSE", "src", "frameworks"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        source.mkdir(exist_ok=True)
        copy(ROOT / name, source / name)
    home = tmp_path / "python"
    venv.create(home, with_pip=False)
    (packages,) = home.glob("lib/python*/site-packages")
    here = [path for path in sys.path if path.endswith("site-packages")]
    (packages / "here.pth").write_text("\n".join(here))
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "0"}
    script = steps()["Install alignkit"]["run"]
    path = f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"
    ran = done(["bash", "-eo", "pipefail", "-c", script], project, ALIGNKIT_SOURCE=str(source), PATH=path, **offline)
    assert ran.returncode == 0, ran.stderr
    checked = done([str(home / "bin" / "alignkit"), "check", "--quiet"], project)
    assert checked.returncode == 0, checked.stderr
    assert (packages / "alignkit" / "shipped" / "rubrics").is_dir()


def test_the_action_is_one_by_github_s_schema():
    ran = done(["check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"], ROOT)
    assert ran.returncode == 0, ran.stdout


# ---- GitLab ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "status"), [(GOOD, 0), (BAD, 1)])
def test_the_job_for_gitlab_leaves_both_reports(project, text, status):
    (project / "curricula" / "small.yaml").write_text(text)
    variables = {key: str(value) for key, value in GITLAB["variables"].items()}
    (script,) = GITLAB["script"]
    ran = done(["bash", "-eo", "pipefail", "-c", script], project, **variables)
    assert ran.returncode == status
    assert f"Exit {status}" in ran.stdout
    reports = GITLAB["artifacts"]["reports"]
    entries = json.loads((project / reports["codequality"]).read_text(encoding="utf-8"))
    assert [entry["severity"] for entry in entries].count("major") == status
    assert f'failures="{status}"' in (project / reports["junit"]).read_text(encoding="utf-8")


def test_the_job_is_one_by_gitlab_s_schema():
    ran = done(["check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "ci/gitlab.yml"], ROOT)
    assert ran.returncode == 0, ran.stdout


# ---- Docker ---------------------------------------------------------------------------------------------------------

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_the_image_is_slim_and_runs_as_nobody_in_particular():
    last = DOCKERFILE.rpartition("\nFROM ")[2]
    assert "-slim" in last.splitlines()[0]
    assert re.search(r"^USER 10001$", last, re.MULTILINE)
    assert 'ENTRYPOINT ["alignkit"]' in last


def test_what_is_copied_is_enough_to_build_the_wheel(tmp_path):
    copied = [line.split()[1:] for line in DOCKERFILE.splitlines() if line.startswith("COPY ")]
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert {name for *names, _ in copied for name in names} == allowed
    for *names, target in copied:
        for name in names:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, tmp_path / target if target != "./" else tmp_path / name)
    offline = ["--quiet", "--no-deps", "--no-build-isolation"]
    command = [sys.executable, "-m", "pip", "wheel", *offline, "--wheel-dir", "wheels", "."]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert [path.name.split("-")[0] for path in (tmp_path / "wheels").iterdir()] == ["alignkit"]


@pytest.mark.skipif(shutil.which("hadolint", path=str(TOOLS)) is None, reason="there is no hadolint for this machine")
def test_the_dockerfile_is_clean_by_hadolint():
    ran = done(["hadolint", "Dockerfile"], ROOT)
    assert ran.returncode == 0, ran.stdout

"""`alignkit init`: a starter that reads well, passes but for what is to fill in, and never overwrites."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

WRITTEN = [
    ".alignkit/curriculum.schema.json",
    ".alignkit/project.schema.json",
    "alignkit.yaml",
    "curricula/my-interprofessional-course.yaml",
]


def files_below(folder) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_yes_asks_nothing_and_writes_the_files(alignkit, tmp_path):
    done = alignkit("init", "--yes")
    assert done.status == 0
    assert files_below(tmp_path) == WRITTEN


def test_the_starter_has_nothing_wrong_but_what_its_author_must_fill_in(alignkit):
    alignkit("init", "--yes")
    assert alignkit("check", "--select", "S,R", "--fail-on", "info").status == 0
    done = alignkit("check", "--quiet")
    assert done.status == 1
    assert "Q202" in done.out


def test_the_shipped_starter_is_what_init_writes(alignkit, tmp_path):
    alignkit("init", "--yes")
    shipped = Path(__file__).parents[2] / "examples" / "starter.yaml"
    assert shipped.read_text(encoding="utf-8") == (tmp_path / WRITTEN[3]).read_text(encoding="utf-8")


@pytest.mark.parametrize("there", WRITTEN)
def test_a_file_that_is_there_is_never_overwritten(alignkit, tmp_path, there):
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("mine")
    done = alignkit("init", "--yes")
    assert done.status == 2
    assert f"{there} is there already" in done.err
    assert files_below(tmp_path) == [there]
    assert (tmp_path / there).read_text() == "mine"


def test_another_folder_is_made(alignkit, tmp_path):
    assert alignkit("init", "new/place", "--yes").status == 0
    assert files_below(tmp_path / "new" / "place") == WRITTEN


def answer(folder, typed: str) -> tuple[int, str]:
    """Run `alignkit init` on a terminal of its own, type the answers, and return the status and the dialogue."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "alignkit", "init"]
    with subprocess.Popen(command, cwd=folder, stdin=follower, stdout=follower, stderr=follower) as process:
        os.close(follower)
        os.write(leader, typed.encode())
        said = b""
        while True:
            try:
                part = os.read(leader, 4096)
            except OSError:
                break
            if not part:
                break
            said += part
        status = process.wait()
    os.close(leader)
    return status, said.decode()


def test_answers_become_a_file_that_reads_back(alignkit, tmp_path):
    status, said = answer(tmp_path, 'Care: "together" & apart\nmicro-credential\nnurse\nnursing, x-doula\ncihc-2010\n')
    assert status == 0
    assert said.count("]: ") <= 5 + 1  # one question is asked again, since "nurse" is no profession
    assert 'did you mean "nursing"?' in said
    name = "care-together-apart"
    text = (tmp_path / "curricula" / f"{name}.yaml").read_text()
    assert "kind: micro-credential" in text
    assert "professions: [nursing, x-doula]" in text
    assert "- use: cihc-2010" in text
    assert alignkit("check", "--select", "S", "--fail-on", "info").status == 0


def test_enter_takes_the_defaults(tmp_path):
    status, _ = answer(tmp_path, "\n\n\n\n")
    assert status == 0
    assert files_below(tmp_path) == WRITTEN

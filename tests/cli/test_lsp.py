"""`alignkit lsp` as an editor meets it: the server driven over its standard input and output."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.editors import SECONDS, Editor, running

pytest.importorskip("pygls")

# The title holds a sign that is one character and two units of UTF-16, before the fault on its line.
COURSE = """\
alignkit: curriculum/1
id: course
title: Teams that listen
frameworks:
  - {use: ipec-2023, scope: [TT5]}
outcomes:
  - {text: "Resolve a conflict 🩺 in a team", id: LO1, aligns: [ipec-2023:TT5, ipec-2023:TT99]}
evidence:
  - {id: EV1, citation: "A review of teams."}
assessments:
  # alignkit: ignore[C104] it counts from next term on
  - {id: AS1, title: Meeting, purpose: formative, outcomes: [LO1]}
"""
LINES = COURSE.split("\n")


@pytest.fixture
def editor(tmp_path) -> Iterator[Editor]:
    with running(tmp_path) as editor:
        yield editor


def codes(diagnostics: list[dict[str, Any]]) -> set[str]:
    return {each["code"] for each in diagnostics}


def test_findings_follow_what_is_typed_and_not_what_is_saved(editor, tmp_path):
    (tmp_path / "course.yaml").write_text("alignkit: curriculum/1\nid: saved\n", encoding="utf-8")
    editor.open("course.yaml", COURSE)
    marks = editor.marks("course.yaml")
    (unknown,) = (each for each in marks if each["code"] == "R102")
    start = LINES[6].index("ipec-2023:TT99")  # in characters; one of those before it counts two units in UTF-16
    assert unknown["range"] == {
        "start": {"line": 6, "character": start + 1},
        "end": {"line": 6, "character": start + 1 + len("ipec-2023:TT99")},
    }
    assert (unknown["severity"], unknown["source"], "codeDescription" in unknown) == (1, "alignkit", False)
    assert {each["severity"] for each in marks} == {1, 2, 3}
    assert "C104" not in codes(marks)

    editor.change("course.yaml", COURSE.replace(", ipec-2023:TT99", ""))
    assert "R102" not in codes(editor.marks("course.yaml"))
    editor.change("course.yaml", COURSE.replace("title: Teams", "title: Teams: x"), version=3)
    assert codes(editor.marks("course.yaml")) == {"S002"}
    editor.close("course.yaml")
    assert editor.marks("course.yaml") == []
    assert editor.leave() == 0
    assert editor.complaints() == b""


def test_a_second_place_is_named_as_related(editor):
    editor.open("course.yaml", COURSE.replace("evidence:", '  - {id: LO1, text: "Listen to a patient"}\nevidence:'))
    (twice,) = (each for each in editor.marks("course.yaml") if each["code"] == "R104")
    (related,) = twice["relatedInformation"]
    assert related["location"]["uri"] == editor.uri("course.yaml")
    assert related["location"]["range"]["start"]["line"] == 6
    assert related["message"]


def test_columns_are_in_the_units_that_the_editor_prefers(tmp_path):
    editor = Editor(tmp_path)
    wishes = {"general": {"positionEncodings": ["utf-8", "utf-16"]}}
    said = editor.ask("initialize", {"processId": None, "rootUri": None, "capabilities": wishes})
    assert said["result"]["capabilities"]["positionEncoding"] == "utf-8"
    editor.send("initialized", {})
    editor.open("course.yaml", COURSE)
    (unknown,) = (each for each in editor.marks("course.yaml") if each["code"] == "R102")
    before = LINES[6][: LINES[6].index("ipec-2023:TT99")]
    assert unknown["range"]["start"]["character"] == len(before.encode())
    assert editor.leave() == 0


def test_a_module_is_checked_with_its_curriculum(editor, tmp_path):
    (tmp_path / "alignkit.yaml").write_text("alignkit: project/1\nrules: {Q101: error}\n")
    (tmp_path / "c/modules").mkdir(parents=True)
    (tmp_path / "c/curriculum.yaml").write_text(COURSE, encoding="utf-8")
    module = "alignkit: module/1\nid: M1\nactivities:\n  - {id: A1, title: Role play, outcomes: [LO1, LO7]}\n"
    editor.open("c/modules/m1.yaml", module)
    assert [each["code"] for each in editor.marks("c/modules/m1.yaml") if each["severity"] == 1] == ["R103"]

    here = editor.at("c/modules/m1.yaml", 3, module.split("\n")[3].index("LO1") + 1)
    place = editor.ask("textDocument/definition", here)["result"]
    assert (place["uri"], place["range"]["start"]["line"]) == (editor.uri("c/curriculum.yaml"), 6)

    # The curriculum as it is open, not as it was saved, says which outcomes there are.
    editor.open("c/curriculum.yaml", COURSE.replace("id: LO1", "id: LO7"))
    (vision,) = (each for each in editor.marks("c/curriculum.yaml") if each["code"] == "Q101")
    assert vision["severity"] == 1
    (unknown,) = (each for each in editor.marks("c/modules/m1.yaml") if each["code"] == "R103")
    assert "LO1" in unknown["message"]
    editor.close("c/modules/m1.yaml")
    editor.close("c/curriculum.yaml")
    assert editor.marks("c/modules/m1.yaml") == []
    assert editor.leave() == 0


def test_hover_completion_and_definition(editor):
    editor.open("course.yaml", COURSE)
    code = LINES[6].index("ipec-2023:TT5") + 3
    hover = editor.ask("textDocument/hover", editor.at("course.yaml", 6, code + 1))["result"]
    assert hover["contents"]["value"].startswith("TT Teams and Teamwork › TT5")  # noqa: RUF001
    assert "IPEC" in hover["contents"]["value"]
    assert hover["range"]["start"]["character"] == code - 3 + 1
    rule = editor.ask("textDocument/hover", editor.at("course.yaml", 10, LINES[10].index("C104") + 1))["result"]
    assert rule["contents"]["value"].startswith("C104 assessed-not-evidenced")
    assert editor.ask("textDocument/hover", editor.at("course.yaml", 2, 3))["result"] is None

    place = editor.ask("textDocument/definition", editor.at("course.yaml", 11, LINES[11].index("LO1") + 1))["result"]
    assert place["range"]["start"] == {"line": 6, "character": LINES[6].index("LO1") + 1}
    shipped = editor.ask("textDocument/definition", editor.at("course.yaml", 6, code + 1))["result"]
    file = Path(shipped["uri"].removeprefix("file://"))
    assert "TT5" in file.read_text(encoding="utf-8").split("\n")[shipped["range"]["start"]["line"]]

    # Half typed, so that the file is no YAML: what it last said is what names can mean.
    typed = [*LINES[:12], '  - {id: AS2, title: "🩺", outcomes: [L']
    editor.change("course.yaml", "\n".join(typed))
    end = len(typed[12]) + 1
    found = editor.ask("textDocument/completion", editor.at("course.yaml", 12, end))["result"]["items"]
    assert [(each["label"], each["textEdit"]["newText"]) for each in found] == [("LO1", "LO1")]
    assert found[0]["textEdit"]["range"]["start"] == {"line": 12, "character": end - 1}
    typed[12] = "  - {id: LO2, aligns: [ipec-2023:V"
    editor.change("course.yaml", "\n".join(typed), version=3)
    items = editor.ask("textDocument/completion", editor.at("course.yaml", 12, len(typed[12])))["result"]["items"]
    labels = [each["label"] for each in items]
    assert {"VE1", "TT5"} <= set(labels)
    assert items[labels.index("VE1")]["textEdit"]["range"]["start"]["character"] == typed[12].index(":V") + 1
    assert editor.leave() == 0


def test_an_item_of_an_own_framework_leads_to_its_file(editor, tmp_path):
    (tmp_path / "alignkit.yaml").write_text("alignkit: project/1\nframeworks: [own]\n")
    (tmp_path / "own").mkdir()
    own = "alignkit: framework/1\nid: our-2026\ntitle: Ours\nkind: institution\npublisher: {name: We}\nitems:\n"
    (tmp_path / "own/our-2026.yaml").write_text(own + "  - {code: A1, text: Listen well, verified: false}\n")
    editor.open("course.yaml", COURSE.replace("ipec-2023:TT99", "our-2026:A1"))
    here = editor.at("course.yaml", 6, LINES[6].index("ipec-2023:TT99") + 2)
    place = editor.ask("textDocument/definition", here)["result"]
    assert (place["uri"], place["range"]["start"]["line"]) == (editor.uri("own/our-2026.yaml"), 6)
    text = editor.ask("textDocument/hover", here)["result"]["contents"]["value"]
    assert "Listen well †" in text
    assert "† no source has confirmed this text yet" in text


def test_what_goes_wrong_ends_one_answer_and_not_the_server(editor, tmp_path):
    (tmp_path / "alignkit.yaml").write_text("alignkit: project/1\nbaseline: gone.yaml\n")
    editor.open("course.yaml", COURSE)
    (stopped,) = editor.marks("course.yaml")
    assert stopped["code"] == "bad-request"
    assert "gone.yaml is not there" in stopped["message"]
    editor.ask("textDocument/hover", editor.at("course.yaml", 900, 900))
    editor.send("textDocument/hover", {"nonsense": True}, id=900)
    editor.ask("textDocument/definition", editor.at("never-opened.yaml", 0, 0))
    editor.ask("textDocument/nothingSuch", {})
    (tmp_path / "alignkit.yaml").unlink()
    editor.change("course.yaml", COURSE)
    assert "R102" in codes(editor.marks("course.yaml"))
    editor.open("compose.yaml", "services: {web: {image: x}}\n")
    editor.change("course.yaml", COURSE + "# more\n", version=3)
    editor.marks("course.yaml")
    assert editor.leave() == 0
    assert b"compose.yaml" not in editor.raw
    assert b"Traceback" not in editor.raw + editor.complaints()


def test_a_fault_of_alignkit_is_told_in_words(tmp_path, monkeypatch):
    (tmp_path / "sitecustomize.py").write_text(
        "import alignkit.api.editor as editor\ndef broken(*_): raise ZeroDivisionError\neditor.surroundings = broken\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    editor = Editor(tmp_path)
    editor.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    editor.open("course.yaml", COURSE)
    assert editor.ask("textDocument/hover", editor.at("course.yaml", 6, 60))["result"] is None
    assert b"this is a fault of alignkit itself" in editor.raw
    assert "R102" in codes(editor.marks("course.yaml"))
    assert editor.leave() == 0
    assert b"Traceback" not in editor.raw + editor.complaints()


def test_an_editor_that_goes_without_a_word_leaves_no_server_behind(tmp_path):
    editor = Editor(tmp_path)
    editor.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    assert editor.process.stdin
    editor.process.stdin.close()
    assert editor.process.wait(timeout=SECONDS) == 1
    assert editor.complaints() == b""


def test_without_pygls_it_says_what_to_install(tmp_path):
    (tmp_path / "pygls.py").write_text("raise ImportError\n")
    command = [sys.executable, "-m", "alignkit", "lsp"]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'alignkit[lsp]'" in done.stderr


def test_a_file_whose_name_is_no_utf_8_has_its_findings(editor, tmp_path):
    modules = tmp_path / "modules"
    modules.mkdir()
    try:
        (modules / "\udcff.yaml").write_text("alignkit: module/1\nid: M1\ntitel: T\n")
    except OSError:
        pytest.skip("names of files are UTF-8 here")
    editor.open("curriculum.yaml", COURSE)
    assert "S004" in codes(editor.marks("modules/\udcff.yaml"))
    assert list(tmp_path.glob("alignkit-crash-*")) == []

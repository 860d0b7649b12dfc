"""`alignkit lsp` as an editor meets it: the server driven over its standard input and output."""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

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
SECONDS = 20


class Editor:
    """A running server, and what an editor sends to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-m", "alignkit", "lsp"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.heard: queue.Queue[dict[str, Any]] = queue.Queue()
        self.raw = b""
        self.asked = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        out = self.process.stdout
        assert out
        while head := out.readline():
            length = 0
            while head.strip():
                name, _, value = head.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                head = out.readline()
            body = out.read(length)
            self.raw += body
            self.heard.put(json.loads(body))
        self.heard.put({"ended": True})

    def send(self, method: str, params: Any, **more: Any) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params, **more}
        body = json.dumps(message).encode()
        assert self.process.stdin
        self.process.stdin.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        self.process.stdin.flush()

    def until(self, fits) -> dict[str, Any]:
        end = time.monotonic() + SECONDS
        while True:
            message = self.heard.get(timeout=max(0.1, end - time.monotonic()))
            if fits(message):
                return message
            assert "ended" not in message, "the server is gone"

    def ask(self, method: str, params: Any) -> Any:
        self.asked += 1
        self.send(method, params, id=self.asked)
        return self.until(lambda message: message.get("id") == self.asked and "method" not in message)

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def at(self, name: str, line: int, character: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self.uri(name)}, "position": {"line": line, "character": character}}

    def open(self, name: str, text: str) -> None:
        document = {"uri": self.uri(name), "languageId": "yaml", "version": 1, "text": text}
        self.send("textDocument/didOpen", {"textDocument": document})

    def change(self, name: str, text: str, version: int = 2) -> None:
        document = {"uri": self.uri(name), "version": version}
        self.send("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def close(self, name: str) -> None:
        self.send("textDocument/didClose", {"textDocument": {"uri": self.uri(name)}})

    def marks(self, name: str) -> list[dict[str, Any]]:
        message = self.until(
            lambda told: (
                told.get("method") == "textDocument/publishDiagnostics" and told["params"]["uri"] == self.uri(name)
            )
        )
        found: list[dict[str, Any]] = message["params"]["diagnostics"]
        return found

    def complaints(self) -> bytes:
        """Return what the server wrote where editors show a log."""
        assert self.process.stderr
        return self.process.stderr.read()

    def leave(self) -> int:
        assert self.ask("shutdown", None)["result"] is None
        self.send("exit", None)
        return self.process.wait(timeout=SECONDS)


@pytest.fixture
def editor(tmp_path) -> Iterator[Editor]:
    running = Editor(tmp_path)
    running.ask("initialize", {"processId": None, "rootUri": tmp_path.as_uri(), "capabilities": {}})
    running.send("initialized", {})
    yield running
    running.process.kill()
    running.process.communicate()


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

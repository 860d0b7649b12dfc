"""An editor, as a language server meets one: over standard input and output."""

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

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


@contextmanager
def running(folder: Path) -> Iterator[Editor]:
    """Give an editor that has said hello to a server of its own, which is gone afterwards."""
    editor = Editor(folder)
    editor.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
    editor.send("initialized", {})
    yield editor
    editor.process.kill()
    editor.process.communicate()

"""An editor for tests: starts the real server and speaks JSON-RPC with it over its streams."""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

LONG = 60
"""Seconds after which a test gives up: nothing is measured by it."""
CAPABILITIES = {
    "workspace": {
        "workspaceEdit": {"documentChanges": True, "resourceOperations": ["create", "rename"]}
    }
}


class Editor:
    """One server, and what it has said so far."""

    def __init__(self, root: Path, process: "subprocess.Popen[bytes]") -> None:
        self.root = root
        self.process = process
        self.logged: list[str] = []
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        self._said: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._next = 0
        assert process.stdout is not None
        threading.Thread(target=_listen, args=(process.stdout, self._said), daemon=True).start()

    def send(self, method: str, params: object = None, **more: object) -> None:
        self.send_raw(json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}))

    def send_raw(self, body: str) -> None:
        assert self.process.stdin is not None
        data = body.encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def ask(self, method: str, params: object = None) -> Any:
        """Give the result of a request; its error where it was refused."""
        self._next += 1
        name = self._next
        self.send(method, params, id=name)
        answer = self.wait(lambda said: said.get("id") == name and "method" not in said)
        return answer["error"] if "error" in answer else answer["result"]

    def wait(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Give the first message that is wanted, keeping what is said before it."""
        while True:
            said = self._said.get(timeout=LONG)
            assert said is not None, "the server went away"
            self._keep(said)
            if wanted(said):
                return said

    def found_in(self, path: str, wanted: Callable[[list[str]], bool]) -> list[dict[str, Any]]:
        """Wait until the codes found in a file are as wanted; give what was found."""
        uri = self.uri(path)
        while not (uri in self.diagnostics and wanted(codes(self.diagnostics[uri]))):
            self.wait(lambda said: said.get("method") == "textDocument/publishDiagnostics")
        return self.diagnostics[uri]

    def _keep(self, said: dict[str, Any]) -> None:
        match said.get("method"):
            case "textDocument/publishDiagnostics":
                self.diagnostics[said["params"]["uri"]] = said["params"]["diagnostics"]
            case "window/logMessage":
                self.logged.append(said["params"]["message"])

    def uri(self, path: str) -> str:
        uri: str = (self.root / path).as_uri()
        return uri

    def open(self, path: str, text: str) -> None:
        document = {"uri": self.uri(path), "languageId": "yaml", "version": 1, "text": text}
        self.send("textDocument/didOpen", {"textDocument": document})

    def change(self, path: str, text: str) -> None:
        document = {"uri": self.uri(path), "version": 2}
        changes = [{"text": text}]
        self.send("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def close(self, path: str) -> None:
        self.send("textDocument/didClose", {"textDocument": {"uri": self.uri(path)}})

    def at(self, path: str, text: str, mark: str, **more: object) -> dict[str, object]:
        """Give the parameters of a request at the end of some letters, which stand there once."""
        assert text.count(mark) == 1, mark
        before = text[: text.index(mark) + len(mark)]
        line, column = before.count("\n"), len(before.rpartition("\n")[2].encode("utf-16-le")) // 2
        place = {"line": line, "character": column}
        return {"textDocument": {"uri": self.uri(path)}, "position": place, **more}

    def end(self) -> int:
        """Shut the server down as an editor does; give its exit code."""
        self.ask("shutdown")
        self.send("exit")
        return self.process.wait(LONG)


def _listen(stream: IO[bytes], said: "queue.Queue[dict[str, Any] | None]") -> None:
    while line := stream.readline():
        size = 0
        while line.strip():
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
            line = stream.readline()
        said.put(json.loads(stream.read(size)))
    said.put(None)


def codes(found: list[dict[str, Any]]) -> list[str]:
    return [each["code"] for each in found]


def letters(text: str, place: Mapping[str, Any]) -> str:
    """Give the letters at a range, counted in UTF-16 as the protocol does."""
    start, end = place["start"], place["end"]
    assert start["line"] == end["line"], place
    units = text.split("\n")[start["line"]].encode("utf-16-le")
    found: bytes = units[2 * start["character"] : 2 * end["character"]]
    return found.decode("utf-16-le")


@contextmanager
def editor(
    root: Path, *, lang: str = "en", capabilities: Mapping[str, Any] = CAPABILITIES
) -> Iterator[Editor]:
    """Start a server in a folder; it has to have said nothing on its error stream at the end."""
    options = ["--lang", lang, "--today", "2026-11-22", "--pause", "0", "--rest", "0"]
    command = [sys.executable, "-m", "gollanma", "lsp", "--stdio", *options]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=root, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        one = Editor(root, process)
        folder = {"uri": root.as_uri(), "name": "project"}
        ways = {
            "capabilities": capabilities,
            "rootUri": root.as_uri(),
            "workspaceFolders": [folder],
        }
        one.ask("initialize", {"processId": None, **ways})
        one.send("initialized", {})
        try:
            yield one
        finally:
            process.kill()
        assert process.stderr is not None
        assert process.stderr.read().decode() == ""

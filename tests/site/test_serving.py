"""`gollanma serve`: what an editor writes is seen a moment later."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.site.test_projects import ELSEWHERE, copied

PATIENCE = 300


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def served(project: Path) -> Iterator[str]:
    """Serve a project on this machine alone, and give its address."""
    address = f"127.0.0.1:{free_port()}"
    words = [sys.executable, "-m", "gollanma", "serve", "--address", address]
    with (project / "said.txt").open("w", encoding="utf-8") as said:
        server = subprocess.Popen(
            words, cwd=project, stdout=said, stderr=said, env=dict(os.environ)
        )
        try:
            yield f"http://{address}"
        finally:
            server.terminate()
            server.wait(PATIENCE)


def seen(address: str, words: str) -> bool:
    """Tell whether a page comes to say these words while there is patience."""
    latest = time.monotonic() + PATIENCE
    while time.monotonic() < latest:
        try:
            with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
                if words in answer.read().decode():
                    return True
        except URLError:
            pass
        time.sleep(0.1)
    return False


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_page_is_made_anew_when_its_record_or_a_term_changes(tmp_path: Path) -> None:
    project = copied(ELSEWHERE, tmp_path / "project")
    with served(project) as address:
        service, term = f"{address}/en/service/ajutor.html", f"{address}/en/term/sprijin.html"
        assert seen(service, "Help at home"), (project / "said.txt").read_text("utf-8")
        change(project / "normative/services/ajutor.yml", "Help at home", "Help by night")
        assert seen(service, "<h1>Help by night</h1>")
        change(project / "glossary/sprijin.yml", "version: ", "code: T-1\nversion: ")
        assert seen(term, "T-1")


def test_a_mistake_is_told_and_the_server_lives_on_when_it_is_mended(tmp_path: Path) -> None:
    project = copied(ELSEWHERE, tmp_path / "project")
    service = project / "normative/services/ajutor.yml"
    with served(project) as address:
        page = f"{address}/en/service/ajutor.html"
        assert seen(page, "<h1>Help at home</h1>")
        change(service, "level: raion", "level: raion\nlevel: raion")
        latest = time.monotonic() + PATIENCE
        while "SRC002" not in (project / "said.txt").read_text("utf-8"):
            assert time.monotonic() < latest, (project / "said.txt").read_text("utf-8")
            time.sleep(0.1)
        change(service, "level: raion\nlevel: raion", "level: raion")
        change(service, "Help at home", "Help by night")
        assert seen(page, "<h1>Help by night</h1>")

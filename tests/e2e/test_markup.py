"""What others than a browser say of the site: the checker of the W3C, and a finder of dead links."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.e2e.conftest import Places
from tools.setup import MODULES

CHECKER = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
FALSE = re.compile(
    r"appears to be written in Turkish"  # it does not know Turkmen
    r"|Resource violates Content Security Policy"  # it takes a file for another origin than itself
)


def faults(site: Path, places: Places) -> Iterator[tuple[str, str]]:
    """Yield what the Nu checker finds, with the page; what it says in error is left out."""
    files = [str(site / each) for each in places]
    java = ["java", "-Xss8m", "-jar", str(CHECKER), "--format", "json", "--exit-zero-always"]
    done = subprocess.run([*java, *files], check=True, capture_output=True, text=True)
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    for each in messages:
        if not FALSE.search(each["message"]):
            yield each["url"].rpartition("/")[2], each["message"]


def test_the_checker_finds_nothing_to_mend(site: Path, places: Places) -> None:
    assert sorted(set(faults(site, places))) == []


def test_the_checker_does_find_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "wrong.html").write_text(
        "<!DOCTYPE html><html lang=en><title>x</title><p><h1 id=a>x</h1><h2 id=a>y</h2>",
        encoding="utf-8",
    )
    assert len(list(faults(tmp_path, ("wrong.html",)))) > 1


def dead(site: Path) -> str:
    """Give what lychee says of links and fragments within a folder; nothing of other places."""
    lychee = shutil.which("lychee", path=str(MODULES.parents[1] / "bin")) or "lychee"
    asked = ["--offline", "--include-fragments", "--no-progress", "--root-dir", str(site)]
    left = ["--exclude-path", "404.html"]  # its links begin at the root of a server
    done = subprocess.run(
        [lychee, *asked, *left, str(site)], check=False, capture_output=True, text=True
    )
    return "" if done.returncode == 0 else done.stdout[-3000:]


def test_no_link_is_dead(site: Path) -> None:
    assert dead(site) == ""


def test_a_dead_link_and_a_dead_place_are_found(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><html lang=en><title>x</title><body id=here>"
    (tmp_path / "a.html").write_text(f"{page}<a href=b.html#here>b</a>", encoding="utf-8")
    (tmp_path / "b.html").write_text(f"{page}<a href=a.html>a</a>", encoding="utf-8")
    assert dead(tmp_path) == ""
    (tmp_path / "b.html").write_text(f"{page}<a href=c.html>c</a><a href=a.html#no>a</a>")
    said = dead(tmp_path)
    assert "c.html" in said
    assert "#no" in said

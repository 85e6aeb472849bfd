"""Hand-written pages on the command line: all that is wrong is told at once, by check and by build."""

import subprocess
from pathlib import Path

import pytest

from tests.site import fakes
from tests.support.folders import command, small_folder

PLACES = [
    "docs/about.tk.md:3:3: error[REF003]",
    "docs/about.ru.md:3:3: error[REF003]",
    "docs/about.ru.md:3:18: error[PUB005]",
]


@pytest.mark.parametrize("word", ["check", "build"])
def test_all_pages_of_all_languages_are_judged_in_one_run(tmp_path: Path, word: str) -> None:
    root = small_folder(
        fakes.project(tmp_path),
        {
            "docs/about.tk.md": "# A\n\nx [[sop/no]]\n",
            "docs/about.ru.md": "# A\n\nx [[sop/no]] [x](nowhere.md)\n",
        },
    )
    result = command(root, word)
    said = result.stdout + result.stderr
    assert result.exit_code == 1, said
    assert [each for each in PLACES if each not in said] == []
    assert "3 | x [[sop/no]]\n" in said
    assert not (root / "site").exists()


def test_a_page_that_is_no_text_is_told_with_its_place(tmp_path: Path) -> None:
    root = small_folder(fakes.project(tmp_path))
    (root / "docs/about.en.md").write_bytes(b"# A\n\nx \xff")
    result = command(root, "check")
    assert result.exit_code == 1
    assert "docs/about.en.md:3:3: error[SRC001]" in result.stdout


def test_a_page_that_leads_to_what_was_changed_is_told_too(tmp_path: Path) -> None:
    page = {"docs/about.en.md": "# A\n\n[[sop/gone]]\n"}
    root = small_folder(fakes.project(tmp_path), page)
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "all"]):
        git(root, *words)
    result = command(root, "check", "--changed")
    assert "docs/about.en.md:3:1: error[REF003]" in result.stdout


def git(root: Path, *words: str) -> None:
    """Run git in a folder as nobody in particular."""
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *words], cwd=root, check=True)

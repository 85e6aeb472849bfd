"""A look at a project: whatever judging reads changes it, and nothing else does."""

import os
from pathlib import Path

import pytest

from gollanma.cli.watching import PLACES as WATCHED
from gollanma.memory import look, program
from gollanma.memory.inputs import LARGE, PLACES
from gollanma.memory.version import PACKAGE
from tests.support.folders import small_folder, write

HERE = "normative/forms/consent.yml"


def test_what_is_looked_at_is_what_is_read() -> None:
    assert set(PLACES) == set(WATCHED)


def test_two_folders_of_equal_files_look_alike(tmp_path: Path) -> None:
    seen = [look(small_folder(tmp_path / name)) for name in ("one", "two")]
    assert seen[0]
    assert seen[1]
    assert seen[0].content == seen[1].content
    assert seen[0].moment != seen[1].moment


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param(HERE, "other: words\n", id="a record"),
        pytest.param("gollanma.yml", "schema: 1\n", id="the project file"),
        pytest.param("glossary/new.yml", "", id="an empty file"),
        pytest.param("glossary/new.txt", "no record", id="a file that is no record"),
        pytest.param("normative/state/addresses.txt", "a/b\n", id="published addresses"),
        pytest.param("languages/tk/pack.toml", "", id="a pack of the project's own"),
        pytest.param("docs/page.en.md", "# Page", id="a page that is written by hand"),
        pytest.param("normative/.hidden.yml", "", id="a hidden file"),
        pytest.param("normative/large.yml", "x" * LARGE, id="a large file"),
    ],
)
def test_every_file_counts(tmp_path: Path, path: str, text: str) -> None:
    before = look(small_folder(tmp_path))
    write(tmp_path, {path: text})
    changed = look(tmp_path)
    (tmp_path / path).unlink()
    gone = look(tmp_path)
    assert before
    assert changed
    assert gone
    assert len({before.content, changed.content}) == 2
    assert gone.content != changed.content


def test_the_same_length_at_the_same_moment_is_another_content(tmp_path: Path) -> None:
    small_folder(tmp_path)
    path, before = tmp_path / HERE, look(tmp_path)
    status, text = path.stat(), path.read_text(encoding="utf-8")
    path.write_bytes(text.replace("role/worker", "role/nobody").encode())
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    after = look(tmp_path)
    assert before
    assert after
    assert before.content != after.content


def test_who_writes_the_same_words_again_is_noticed_while_a_run_goes_on(tmp_path: Path) -> None:
    path, before = small_folder(tmp_path) / HERE, look(tmp_path)
    os.utime(path, ns=(1, 1))
    after = look(tmp_path)
    assert before
    assert after
    assert (before.content == after.content, before.moment == after.moment) == (True, False)


def test_what_stands_elsewhere_does_not_count(tmp_path: Path) -> None:
    before = look(small_folder(tmp_path))
    write(tmp_path, {"other/page.md": "", "site/index.html": "", ".git/HEAD": ""})
    assert look(tmp_path) == before


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(HERE, id="a record that is a link"),
        pytest.param("gollanma.yml", id="a project file that is one"),
        pytest.param("glossary", id="a folder that is one"),
        pytest.param("normative/forms", id="a folder inside that is one"),
    ],
)
def test_nothing_is_said_of_a_project_with_links(tmp_path: Path, place: str) -> None:
    root = small_folder(tmp_path / "project")
    (root / place).rename(tmp_path / "moved")
    try:
        (root / place).symlink_to(tmp_path / "moved")
    except OSError:
        pytest.skip("no links can be made here")
    assert look(root) is None


def test_nothing_is_said_of_what_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    root = small_folder(tmp_path)
    monkeypatch.setattr(Path, "open", refuse)
    assert look(root) is None


def test_another_program_has_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"checks/one.py": "A = 1\n", "languages/en/pack.toml": "", "page.css": ""})
    names = set()
    monkeypatch.setattr("gollanma.memory.version.PACKAGE", tmp_path)
    monkeypatch.setattr("sys.path", [str(tmp_path / "site")])
    for files in (
        {},
        {"checks/one.py": "A = 2\n"},
        {"checks/two.py": ""},
        {"languages/en/pack.toml": "name = 'x'\n"},
        {"site/pydantic-2.0.dist-info/METADATA": ""},
    ):
        write(tmp_path, files)
        names.add(program.__wrapped__())
    write(tmp_path, {"page.css": "p {}"})
    assert program.__wrapped__() in names
    assert len(names) == 5


def test_the_program_is_this_package() -> None:
    assert (PACKAGE / "memory" / "version.py").is_file()
    assert program() == program.__wrapped__()

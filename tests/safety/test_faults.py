"""Whatever lies in a project's folder, our commands say what is wrong and never break down."""

import os
import re
import shutil
from collections.abc import Callable, Mapping
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from gollanma.checks.examples import base
from gollanma.cli import gollanma
from tests.safety.making import KINDS, place
from tests.site import fakes
from tests.support.folders import command, small_folder, write

PROJECT = base()["gollanma.yml"]
EVERY = (
    ("check",),
    ("check", "--format", "json"),
    ("build",),
    ("release",),
    ("impact", "sop/visit"),
)


def broken_down(root: Path, *words: str) -> str:
    """Run a command and give the exception that it did not expect; empty where there was none."""
    result = command(root, *words)
    if result.exception is None or isinstance(result.exception, SystemExit):
        assert result.exit_code in {0, 1, 2, 3, 4}, (words, result.exit_code)
        assert "Traceback" not in result.output
        return ""
    return f"{words}: {result.exception!r}"


def laid(**changes: str) -> str:
    text = PROJECT
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


LANGUAGES = "all: [tk, ru, en]"
SHAPES: Mapping[str, str | bytes] = {
    "nothing": "",
    "a list": "[]\n",
    "a word": "x\n",
    "no text": b"\x00\xff\xfe\x01",
    "another encoding": "site: Закон о помощи людям".encode("cp1251"),
    "a megabyte": "a: " + "x" * 1_100_000,
    "five thousand brackets": "[" * 5000,
    "no language": laid(**{LANGUAGES: "all: []"}),
    "an unknown language": laid(**{LANGUAGES: "all: [tk, ru, en, xx]"}),
    "a language that is a path": laid(**{LANGUAGES: "all: [tk, ru, en, ../tk]"}),
    "a language twice": laid(**{LANGUAGES: "all: [tk, tk, ru, en]"}),
    "languages as a word": laid(**{LANGUAGES: "all: tk"}),
    "languages as a map": laid(**{LANGUAGES: "all: {tk: ru}"}),
    "an address that opens a bracket": laid(**{"  purpose:": "  address: 'http://[x'\n  purpose:"}),
    "an address with a script": laid(
        **{"  purpose:": "  address: 'https://x/\"><script>/'\n  purpose:"}
    ),
    "hosts that are none": PROJECT + "allowed_hosts: ['[', 'a b', '*']\n",
    "a budget below nothing": PROJECT + "budgets: {record_page: 0, long_page: -1}\n",
    "an unknown profile": PROJECT + "profile: secret\n",
    "another schema": laid(**{'schema: "1"': 'schema: "2"'}),
    "an open bracket": laid(**{"site:": "site: ["}),
    "no lists at all": PROJECT.partition("territory_levels")[0],
    "links that lead nowhere": PROJECT + "home: {tasks: [{text: {en: a}, to: '#x'}]}\n",
    "an index of nothing": PROJECT + "home: {tasks: [{text: {en: a}, to: nothing/}]}\n",
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in SHAPES.items()])
def test_a_project_file_of_any_shape_is_judged(tmp_path: Path, text: str | bytes) -> None:
    root = small_folder(tmp_path)
    (root / "gollanma.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    assert [each for each in (broken_down(root, *words) for words in EVERY) if each] == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("an unknown language", "SCH002] `xx` is not in the list", id="a language"),
        pytest.param("no language", "SCH001]", id="no language"),
        pytest.param("an address with a script", "is no address of a site", id="an address"),
    ],
)
def test_what_is_wrong_with_a_project_file_is_said(tmp_path: Path, name: str, said: str) -> None:
    root = small_folder(tmp_path, {"gollanma.yml": str(SHAPES[name])})
    for words in (("check",), ("build",)):
        result = command(root, *words)
        assert (result.exit_code, said in result.output) == (1, True), result.output


JUNK = {
    "nothing": b"",
    "no text": bytes(range(256)),
    "UTF-16": "a: b".encode("utf-16"),
    "a list": b"[]",
    "a map": b"{}",
    "a stranger": b"a: b",
    "an open quote": b"'",
    "a circle": b"retired: {sop/a: {new: sop/b}, sop/b: {new: sop/a}, sop/c: {new: sop/c}}",
    "strange addresses": b"retired: {'': {new: sop/visit}, 'x y': {}, '#a': {new: '#ask'}}",
    "a place that became a record": b"retired: {'sop/visit#old': {new: '#ask'}, sop/visit: {}}",
    "a stamp that is none": b"reviewed: [{part: zz, stamp: x, by: x, on: 2020-01-01}]",
    "a stamp of nothing": b"translated: {x: {ru: h1:00000000000000000000, en: x}}",
    "an old finding": b"findings: [{code: X, path: y, stamp: z}]",
    "versions of nothing": b"released: {x: h1:00000000000000000000, sop/visit@0.9: x}",
    "a strange law": b"body: [{id: a1, unit: zz, contains: [{id: a1, unit: part, number: x^y}]}]",
}
RECORDS = (
    "normative/sops/visit.yml",
    "normative/acts/help/act.yml",
    "normative/acts/help/editions/2020-02-01.yml",
    "glossary/consent.yml",
)
STATE = (
    "normative/state/retired.yml",
    "normative/state/released.yml",
    "normative/state/baseline.yml",
    "normative/state/addresses.txt",
    "normative/state/released/sop/visit/0.9.yml",
    "normative/state/reviewed/sop/visit.yml",
    "normative/state/translated/sop/visit.yml",
    "normative/state/x/y/z/q.yml",
)
PACKS = ("languages/tk/pack.toml", "languages/tk/messages/more.toml")
FILES = (*RECORDS, *STATE, *PACKS)


def judged_with(root: Path, content: bytes, *paths: str) -> list[str]:
    """Judge the small project with some files of this content."""
    small_folder(root)
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return [each for each in (broken_down(root, *words) for words in EVERY[::3]) if each]


@pytest.mark.parametrize("content", [pytest.param(each, id=name) for name, each in JUNK.items()])
def test_files_of_any_content_are_judged(tmp_path: Path, content: bytes) -> None:
    assert judged_with(tmp_path / "both", content, *RECORDS, *STATE) == []


@pytest.mark.parametrize("path", PACKS)
def test_a_language_pack_that_cannot_be_read_is_said(tmp_path: Path, path: str) -> None:
    root = small_folder(tmp_path)
    with as_file(files("gollanma.languages") / "tk") as pack:
        shutil.copytree(pack, root / "languages/tk")
    assert command(root, "check").exit_code == 0
    (root / path).write_text("= x", encoding="utf-8")
    result = command(root, "build")
    assert (result.exit_code, isinstance(result.exception, SystemExit)) == (1, True)
    assert result.output.startswith("tk: ")


@pytest.mark.slow
@pytest.mark.parametrize("path", FILES)
def test_a_file_of_any_content_is_judged_alone(tmp_path: Path, path: str) -> None:
    for name, content in JUNK.items():
        assert judged_with(tmp_path / name.replace(" ", "-"), content, path) == []


@pytest.mark.parametrize("path", [RECORDS[0], STATE[0], STATE[3], STATE[4], PACKS[0]])
def test_a_folder_where_a_file_belongs_is_judged(tmp_path: Path, path: str) -> None:
    root = small_folder(tmp_path)
    (root / path).unlink(missing_ok=True)
    (root / path).mkdir(parents=True)
    assert [each for each in (broken_down(root, *words) for words in EVERY) if each] == []


@settings(max_examples=15)
@given(st.sampled_from(FILES), st.binary(max_size=300))
def test_a_file_of_random_bytes_is_judged(
    tmp_path_factory: pytest.TempPathFactory, path: str, content: bytes
) -> None:
    root = small_folder(tmp_path_factory.mktemp("bytes"))
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content)
    assert broken_down(root, "check") == ""


def without(root: Path, path: str) -> None:
    for each in sorted((root / path).rglob("*"), reverse=True):
        each.rmdir() if each.is_dir() else each.unlink()
    (root / path).rmdir() if (root / path).is_dir() else (root / path).unlink()


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda root: without(root, "normative"), id="no normative folder"),
        pytest.param(lambda root: without(root, "glossary"), id="no glossary"),
        pytest.param(lambda root: without(root, "gollanma.yml"), id="no project file"),
        pytest.param(lambda root: (root / "normative/x").symlink_to(root), id="a loop of links"),
        pytest.param(lambda root: (root / "normative/sops/a b.yml").touch(), id="a blank in an id"),
        pytest.param(lambda root: (root / "normative/sops/con.yml").touch(), id="a device"),
        pytest.param(lambda root: os.mkfifo(root / "normative/sops/p.yml"), id="a pipe"),
        pytest.param(
            lambda root: (root / "site").write_text("x", "utf-8"), id="a file for the site"
        ),
    ],
)
def test_a_folder_that_lacks_or_has_too_much_is_judged(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    root = small_folder(tmp_path)
    spoil(root)
    assert [each for each in (broken_down(root, *words) for words in EVERY) if each] == []


@pytest.mark.parametrize("kind", [pytest.param(each, id=each.kind) for each in KINDS])
def test_an_empty_record_of_each_kind_is_judged(tmp_path: Path, kind: type) -> None:
    root = small_folder(tmp_path, {place(kind, "any"): "title: {en: x}"})
    assert broken_down(root, "check") == ""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(["check", "--today", "yesterday"], 2, id="a day that is none"),
        pytest.param(["check", "--lang", "../en"], 2, id="a language that is a path"),
        pytest.param(["impact", "../../etc/passwd"], 2, id="a reference that is a path"),
        pytest.param(["impact", "sop/none"], 2, id="a reference to nothing"),
        pytest.param(["new", "sop", "../x"], 2, id="an id that is a path"),
        pytest.param(["new", "sop", "сop"], 2, id="an id in another alphabet"),
        pytest.param(["new", "sop", "nul"], 2, id="an id that is a device"),
        pytest.param(["release", "sop/none"], 1, id="a release of nothing"),
        pytest.param(["release", "../x"], 1, id="a release of a path"),
        pytest.param(["explain", "XXX999"], 2, id="a code that is none"),
    ],
)
def test_words_that_mean_nothing_are_refused(tmp_path: Path, words: list[str], code: int) -> None:
    root = small_folder(tmp_path)
    before = fakes.files(root)
    result = command(root, *words)
    assert result.exit_code == code, result.output
    assert fakes.files(root) == before


@pytest.mark.parametrize("epoch", ["", "x", "-1", "1e9", "99999999999999999999"])
def test_a_strange_day_in_the_environment_is_a_mistake_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = CliRunner().invoke(gollanma, ["check", "-C", str(small_folder(tmp_path))])
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)


def test_findings_come_before_the_hand_written_pages(tmp_path: Path) -> None:
    root = small_folder(tmp_path, {"gollanma.yml": PROJECT + "profile: service\n"})
    result = command(root, "build")
    assert result.exit_code == 1
    assert set(re.findall(r"error\[(\w+)\]", result.output)) == {"PUB008"}
    assert not (root / "site").exists()


def test_many_mistakes_in_one_long_text_are_found_soon(tmp_path: Path) -> None:
    """A place is found by walking the text once, not once for each mistake."""
    words = " ".join(f"[[sop/none-{number}]]" for number in range(3000))
    write(
        small_folder(tmp_path),
        {"normative/documents/long.yml": f"title: {{en: Long}}\nabout:\n  en: >-\n    {words}\n"},
    )
    result = command(tmp_path, "check", "--format", "json")
    assert "sop/none-2999" in result.output

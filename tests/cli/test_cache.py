"""`gollanma check` with what it found out before: the same to the last byte as without."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, tzinfo
from itertools import count
from pathlib import Path
from shutil import which
from typing import Self

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from gollanma.checks import CHECKS, Finding
from gollanma.checks.examples import base
from gollanma.cli import gollanma
from gollanma.cli.remembering import Question
from gollanma.graph import Graph
from gollanma.memory import Store
from gollanma.source import Mapping
from gollanma.source.composer import Composer
from tests.support.folders import command, small_folder, write
from tests.support.projects import changed

HERE = "normative/forms/consent.yml"
ERROR = changed(HERE, "role/worker", "role/nobody")
WARNING = changed(
    "normative/roles/lead.yml", "sample: true", "sample: true\nnext_review: 2026-01-01"
)
SECONDS = re.compile(r'("seconds": |time=")[0-9.]+')
FORMS = ("text", "json", "html", "github", "gitlab", "sarif", "junit")
CHECKS_BY_CODE = {each.code: each for each in CHECKS}
Told = tuple[str, str, int]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOLLANMA_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "answers"


def told(root: Path, *words: str, lang: str = "en") -> Told:
    return as_told(command(root, "check", *words, lang=lang))


def as_told(result: Result) -> Told:
    assert "Traceback" not in result.output
    return SECONDS.sub(r"\1", result.stdout), result.stderr, result.exit_code


def kept(cache: Path) -> int:
    return len(list(cache.iterdir())) if cache.is_dir() else 0


def no_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("it was judged anew")

    monkeypatch.setattr("gollanma.cli.checking.judge", refuse)


@pytest.mark.parametrize("lang", ["tk", "ru"])
@pytest.mark.parametrize("form", FORMS)
def test_the_second_time_the_answer_is_the_same_and_nothing_is_judged(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, form: str, lang: str
) -> None:
    root = small_folder(tmp_path / "project", {**ERROR, **WARNING})
    words = ("--format", form)
    anew = told(root, *words, "--no-cache", lang=lang)
    assert kept(cache) == 0
    first = told(root, *words, lang=lang)
    assert kept(cache) == 1
    no_judge(monkeypatch)
    assert anew == first == told(root, *words, lang=lang)
    assert first[2] == 1


def test_who_is_answered_at_once_waits_for_neither_records_nor_checks() -> None:
    code = "import sys, gollanma.cli.check; print(*sorted(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    heavy = {"pydantic", "yaml", "gollanma.languages", "gollanma.model", "gollanma.checks"}
    assert heavy & set(found.stdout.split()) == set()


def test_a_kept_answer_tells_the_seconds_of_this_run(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = count()
    monkeypatch.setattr("time.perf_counter", lambda: next(ticks) / 4)
    root = small_folder(tmp_path / "project")
    for form in ("json", "junit"):
        for _ in range(2):
            text = command(root, "check", "--format", form).stdout
            (seconds,) = re.findall(r'(?:"seconds": | time=")([0-9.]+)', text)
            assert 0 < float(seconds) < 600
        assert float(seconds) == 0.25
    assert kept(cache) == 2


@pytest.mark.parametrize(
    ("words", "others"),
    [
        pytest.param((), ("--strict",), id="how strict"),
        pytest.param((), ("--all",), id="how many"),
        pytest.param((), ("--format", "json"), id="in which form"),
        pytest.param((), ("--today", "2025-12-31"), id="on which day"),
    ],
)
def test_who_asks_otherwise_is_answered_otherwise(
    tmp_path: Path, cache: Path, words: tuple[str, ...], others: tuple[str, ...]
) -> None:
    rows = "".join(f"  - training/none-{at}\n" for at in range(13))
    lead = "normative/roles/lead.yml"
    text = WARNING[lead].replace("trainings: [training/basics]", f"trainings:\n{rows}")
    root = small_folder(tmp_path / "project", {lead: text})
    told(root, *words)
    assert told(root, *others) == told(root, *others, "--no-cache")
    assert told(root, *words) == told(root, *words, "--no-cache")
    assert kept(cache) == 2


def test_another_day_is_judged_anew(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever way the day is given: by the environment or by an option."""
    root = small_folder(tmp_path / "project", WARNING)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    days = (), ("--today", "2025-12-31"), ()
    assert [strictly(root, *each) for each in days] == [1, 0, 1]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")
    assert [strictly(root), strictly(root, "--today", "2026-11-22")] == [0, 1]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert strictly(root) == 2
    assert kept(cache) == 3


def strictly(root: Path, *words: str) -> int:
    result = CliRunner().invoke(gollanma, ["check", "--strict", "-C", str(root), *words])
    return result.exit_code


def test_a_run_that_begins_before_midnight_is_of_that_day(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = [date(2026, 1, 2), date(2025, 12, 31)]
    for module in ("remembering", "desk"):
        monkeypatch.setattr(f"gollanma.cli.{module}.day_of_run", lambda day: day or days.pop())
    root = small_folder(tmp_path / "project", WARNING)
    assert strictly(root) == 0
    assert (len(days), kept(cache)) == (1, 1)


@pytest.mark.usefixtures("cache")
def test_the_clock_counts_where_nobody_gives_a_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(*days[-1], tzinfo=tz)

    root = small_folder(tmp_path / "project", WARNING)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setattr("gollanma.memory.day.datetime", Clock)
    days = [(2025, 12, 31), (2026, 1, 2), (2025, 12, 31)]
    assert strictly(root) == 0
    days.pop()
    assert strictly(root) == 1
    days.pop()
    assert strictly(root) == 0


def test_another_program_judges_anew(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small_folder(tmp_path / "project", ERROR)
    told(root)
    monkeypatch.setattr("gollanma.cli.remembering.program", lambda: "another")
    told(root)
    assert kept(cache) == 2


def test_what_somebody_wrote_during_a_run_is_not_taken_for_what_was_read(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small_folder(tmp_path / "project", ERROR)
    before = Question.keep

    def keep(question: Question, answer: object) -> None:
        os.utime(root / HERE, ns=(1, 1))
        before(question, answer)  # type: ignore[arg-type]

    monkeypatch.setattr(Question, "keep", keep)
    told(root)
    assert kept(cache) == 0


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda file: file.write_bytes(b""), id="empty"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:-7]), id="cut"),
        pytest.param(lambda file: Store(file.parents[1]).put("answers", file.stem, []), id="other"),
        pytest.param(
            lambda file: Store(file.parents[1]).put("answers", file.stem, {"text": 1}), id="shape"
        ),
        pytest.param(lambda file: (file.unlink(), file.mkdir()), id="a folder in its place"),
    ],
)
def test_a_spoiled_cache_is_none(
    tmp_path: Path, cache: Path, spoil: Callable[[Path], object]
) -> None:
    root = small_folder(tmp_path / "project", ERROR)
    first = told(root)
    (file,) = cache.iterdir()
    spoil(file)
    assert told(root) == first


@pytest.mark.parametrize("kind", ["findings", "occurrences"])
@pytest.mark.parametrize(
    "value", [None, [], {"name": 1}, {"name": [1]}, {"name": [[1] * 7]}, {"name": [["a"] * 9]}]
)
def test_what_is_no_finding_of_ours_is_judged_anew(
    tmp_path: Path, cache: Path, kind: str, value: object
) -> None:
    root = small_folder(tmp_path / "project", WARNING)
    told(root)
    store = Store(cache.parent)
    (file,) = (cache.parent / kind).iterdir()
    before = store.get(kind, file.stem)
    assert isinstance(before, dict)
    assert len(before) > 10
    store.put(kind, file.stem, value)
    write(root, ERROR)
    assert told(root) == told(root, "--no-cache")
    after = store.get(kind, file.stem)
    assert isinstance(after, dict)
    assert len(after) == len(before)


def test_after_an_edit_the_words_of_other_records_are_not_judged(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, ...]] = []
    judge = CHECKS_BY_CODE["TXT001"].judge

    def judging(graph: Graph) -> Iterator[Finding]:
        seen.append(tuple(graph.library.records))
        return judge(graph)

    checks = [replace(each, judge=judging) if each.code == "TXT001" else each for each in CHECKS]
    monkeypatch.setattr("gollanma.cli.checking.CHECKS", tuple(checks))
    root = small_folder(tmp_path / "project")
    told(root)
    write(root, ERROR)
    told(root)
    assert len(seen[0]) > 10
    assert seen[1:] == [("form/consent",)]
    write(root, {"gollanma.yml": (root / "gollanma.yml").read_text(encoding="utf-8") + "# more\n"})
    told(root)
    assert seen[2] == seen[0]
    assert kept(cache) == 3


def test_after_an_edit_the_files_of_other_records_are_not_composed(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed: list[str] = []

    class Watched(Composer):
        def read(self) -> Mapping | None:
            composed.append(self._lines.path)
            return super().read()

    monkeypatch.setattr("gollanma.source.reader.Composer", Watched)
    root = small_folder(tmp_path / "project")
    told(root)
    assert len(composed) > 10
    composed.clear()
    write(root, {HERE: (root / HERE).read_text(encoding="utf-8") + "# a remark\n"})
    told(root)
    assert {*composed} == {"gollanma.yml", HERE}
    write(root, {HERE: f"{ERROR[HERE]}# another\n"})
    assert told(root) == told(root, "--no-cache")
    assert kept(cache) == 3


def test_readings_that_are_spoiled_are_none(tmp_path: Path, cache: Path) -> None:
    root = small_folder(tmp_path / "project", WARNING)
    told(root)
    write(root, ERROR)
    (file,) = (cache.parent / "readings").iterdir()
    data = file.read_bytes()
    for spoiled in (b"", data[:-9], data.replace(b"role", b"rope"), data[len(data) // 2 :]):
        (*_, answer) = cache.iterdir()
        answer.unlink()
        file.write_bytes(spoiled)
        assert told(root) == told(root, "--no-cache")


def test_without_a_place_to_keep_anything_all_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small_folder(tmp_path / "project", ERROR)
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("GOLLANMA_CACHE", str(tmp_path / "file"))
    assert told(root) == told(root) == told(root, "--no-cache")


@pytest.mark.skipif(which("git") is None, reason="there is no git")
def test_what_is_told_of_a_change_follows_the_commit(tmp_path: Path, cache: Path) -> None:
    root = small_folder(tmp_path / "project", WARNING)

    def git(*words: str) -> None:
        names = ("-c", "user.name=A", "-c", "user.email=a@example.invalid")
        subprocess.run(["git", "-C", str(root), *names, *words], check=True, capture_output=True)

    for words in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "-m", "first")):
        git(*words)
    write(root, ERROR)
    for _ in range(2):
        text, aside, code = told(root, "--changed")
        assert ("REF001" in text, "PUB002" in text, code) == (True, False, 1)
        assert aside.startswith("1 more finding")
    git("commit", "--quiet", "--all", "-m", "second")
    assert told(root, "--changed") == told(root, "--changed", "--no-cache")
    assert "REF001" not in told(root, "--changed")[0]
    assert told(root, "--changed", "none")[2] == 2
    assert kept(cache) == 2


FILES = sorted({*base(), "normative/forms/other.yml", "glossary/wrong name.yml"})
EDITS = st.one_of(
    st.tuples(st.just("put"), st.sampled_from(FILES), st.sampled_from(FILES)),
    st.tuples(st.just("drop"), st.sampled_from(FILES), st.just("")),
    st.tuples(st.just("move"), st.sampled_from(FILES), st.sampled_from(FILES)),
    st.tuples(
        st.just("say"), st.sampled_from(FILES), st.sampled_from(["care", "role/worker", "\n  "])
    ),
    st.tuples(st.just("cut"), st.sampled_from(FILES), st.just("")),
    st.tuples(st.just("back"), st.just(""), st.just("")),
)


def edit(root: Path, how: str, path: str, other: str) -> None:
    """Do one thing to the files of a project, in which they keep the moment of their writing."""
    here, there = root / path, root / other
    match how:
        case "put":
            write(root, {path: base().get(other, "")})
        case "drop":
            here.unlink(missing_ok=True)
        case "move" if here.is_file():
            there.parent.mkdir(parents=True, exist_ok=True)
            here.replace(there)
        case "say" if here.is_file():
            here.write_bytes(here.read_bytes().replace(other.encode(), b"nobody", 1))
        case "cut" if here.is_file():
            here.write_bytes(here.read_bytes()[:-9])
        case "back":
            small_folder(root)
    for each in root.rglob("*"):
        os.utime(each, ns=(1, 1))


@settings(max_examples=12)
@given(st.lists(EDITS, min_size=1, max_size=4))
def test_whatever_is_done_to_the_files_the_answer_is_that_of_a_first_run(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("edits")
    root = small_folder(folder / "project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOLLANMA_CACHE", str(folder / "cache"))
        told(root, "--format", "json")
        for each in edits:
            edit(root, *each)
            anew = told(root, "--format", "json", "--no-cache")
            assert told(root, "--format", "json") == anew
            assert told(root, "--format", "json") == anew

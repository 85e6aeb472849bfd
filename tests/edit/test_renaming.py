"""`gollanma rename`: every reference follows, every other byte stays, or nothing is written."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from gollanma.checks.examples import base
from tests.support.folders import command, small_folder
from tests.support.projects import changed, whole

VISIT = "normative/sops/visit.yml"
HOME = "normative/sops/home-visit.yml"
CARE = "normative/services/care.yml"
BASICS = "normative/trainings/basics.yml"
RETIRED = "normative/state/retired.yml"
ADDRESSES = "normative/state/addresses.txt"
RECALLS = "normative/state/recalls.yml"
RECALL = """\
recalls:
  - ref: {}
    on: 2026-11-01
    first: 1
    last: 2
    stamp: h1:00000000000000000000
    notice: signed
"""
PAGE = "docs/start.en.md"
TEXTS = base()
PUBLISHED = {ADDRESSES: "sop/visit.html\n"}
Files = Mapping[str, str]


def snapshot(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def renamed(root: Path, files: Files, ref: str, new: str) -> dict[str, str | None]:
    """Give what is another after a new name was given: None for what is gone."""
    small_folder(root, files)
    before = snapshot(root)
    result = command(root, "rename", ref, new)
    assert result.exit_code == 0, result.output
    after = snapshot(root)
    return {
        path: after.get(path)
        for path in sorted(before.keys() | after.keys())
        if before.get(path) != after.get(path)
    }


def with_text(path: str, old: str, new: str) -> dict[str, str]:
    return changed(path, old, new)


ROWS = [
    pytest.param(CARE, "    sop: sop/visit", "    sop: sop/home-visit", id="in a field"),
    pytest.param(CARE, "    sop: 'sop/visit' # kept", "    sop: 'sop/home-visit' # kept", id="in quotes, with a remark"),
    pytest.param(CARE, "    sop: sop/visit#ask", "    sop: sop/home-visit#ask", id="with a place"),
    pytest.param(CARE, "    sop: sop/visit@1.0", "    sop: sop/home-visit@1.0", id="with a version"),
    pytest.param(CARE, "    sop: sop/visit\n    like: [sop/visit, service/care]", "    sop: sop/home-visit\n    like: [sop/home-visit, service/care]", id="in a list"),
    pytest.param(CARE, '    sop: sop/visit\n    text:\n      en: "🏠 see [[sop/visit]], [[sop/visit#ask|ask \\"her\\"]] and [[ sop/visit ~gen]]."', '    sop: sop/home-visit\n    text:\n      en: "🏠 see [[sop/home-visit]], [[sop/home-visit#ask|ask \\"her\\"]] and [[ sop/home-visit ~gen]]."', id="in words"),
    pytest.param(CARE, "    sop: sop/visit\n    text:\n      en: >-\n        See\n        [[sop/visit]],\n\n        and [[sop/visiting]] of it.", "    sop: sop/home-visit\n    text:\n      en: >-\n        See\n        [[sop/home-visit]],\n\n        and [[sop/visiting]] of it.", id="in folded lines, not in a longer name"),
    pytest.param(CARE, "    sop: sop/visit\n    nonsense: [sop/visit]", "    sop: sop/home-visit\n    nonsense: [sop/home-visit]", id="in a record that does not decode"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new"), ROWS)
def test_a_reference_follows_and_every_other_byte_stays(
    tmp_path: Path, path: str, old: str, new: str
) -> None:
    text = TEXTS[path].replace("    sop: sop/visit", old)
    after = renamed(tmp_path, {path: text}, "sop/visit", "home-visit")
    assert after == {
        path: text.replace(old, new),
        BASICS: TEXTS[BASICS].replace("sop/visit", "sop/home-visit"),
        VISIT: None,
        HOME: TEXTS[VISIT],
    }


PLACES: tuple[tuple[str, str], ...] = (
    ("  - id: listen\n", "  - id: hear-out\n"),
    ("next: listen\n", "next: hear-out\n"),
    ("en: Read the sheet together.", 'en: "Read, then [[#listen]], not [[#listening]]."'),
)


def test_a_step_is_followed_by_all_that_name_it(tmp_path: Path) -> None:
    more = "job_aid:\n  steps: [ask, listen]\nurgent:\n  acts:\n    - {en: Go.}\n  then: listen\n"
    text = TEXTS[VISIT].replace(PLACES[2][0], PLACES[2][1]) + more
    practice = "sop: sop/visit\nscenes:\n  - id: door\n    step: listen\n"
    files = {
        VISIT: text,
        BASICS: TEXTS[BASICS].replace("[sop/visit]", "[sop/visit#listen, sop/visit@0.9#listen]"),
        "normative/practices/door.yml": practice,
        "normative/practices/other.yml": practice.replace("visit", "other"),
        "normative/state/translated/sop/visit.yml": "translated:\n  listen/action:\n    en: h1:00000000000000000000\n  summary:\n    en: h1:00000000000000000000\n",
        "normative/state/reviewed/sop/visit.yml": "reviewed:\n  - part: listen\n    stamp: h1:00000000000000000000\n    by: organisation/office\n    on: 2026-01-01\n",
        **PUBLISHED,
    }
    after = renamed(tmp_path, files, "sop/visit#listen", "#hear-out")
    wanted = text.replace("- id: listen\n", "- id: hear-out\n").replace(
        "[[#listen]]", "[[#hear-out]]"
    )
    for field in ("next: ", "[ask, ", "then: "):
        wanted = wanted.replace(f"{field}listen", f"{field}hear-out")
    assert after == {
        VISIT: wanted,
        BASICS: files[BASICS].replace("sop/visit#listen", "sop/visit#hear-out"),
        "normative/practices/door.yml": practice.replace("listen", "hear-out"),
        "normative/state/translated/sop/visit.yml": files["normative/state/translated/sop/visit.yml"].replace("listen", "hear-out"),
        "normative/state/reviewed/sop/visit.yml": files["normative/state/reviewed/sop/visit.yml"].replace("listen", "hear-out"),
        RETIRED: "# Where readers of an address that is no longer used should go.\nretired:\n  sop/visit#listen:\n    new: sop/visit#hear-out\n",
    }  # fmt: skip


def test_an_act_takes_its_editions_along(tmp_path: Path) -> None:
    after = renamed(tmp_path, {}, "act/help", "act/aid")
    edition = "editions/2020-02-01.yml"
    assert after["normative/acts/aid/act.yml"] == TEXTS["normative/acts/help/act.yml"]
    assert after[f"normative/acts/aid/{edition}"] == TEXTS[f"normative/acts/help/{edition}"]
    assert after[f"normative/acts/help/{edition}"] is None
    assert not (tmp_path / "normative/acts/help").exists()
    assert after[CARE] == TEXTS[CARE].replace("act/help", "act/aid")


def test_state_goes_along_and_released_copies_keep_their_words(tmp_path: Path) -> None:
    small_folder(tmp_path)
    assert command(tmp_path, "release", "sop/visit").exit_code == 0
    before = snapshot(tmp_path)
    index, copy = "normative/state/released.yml", "normative/state/released/sop/visit/1.0.yml"
    assert command(tmp_path, "rename", "sop/visit", "home-visit").exit_code == 0
    after = snapshot(tmp_path)
    assert after[copy.replace("visit", "home-visit")] == before[copy]
    assert copy not in after
    assert after[index] == before[index].replace("sop/visit@", "sop/home-visit@")
    assert after[RETIRED].endswith("  sop/visit:\n    new: sop/home-visit\n")


@pytest.mark.parametrize(
    ("listed", "wanted"),
    [
        pytest.param("retired:\n  sop/old:\n    new: sop/visit\n", "retired:\n  sop/old:\n    new: sop/home-visit\n  sop/visit:\n    new: sop/home-visit\n", id="behind another entry, which follows"),
        pytest.param("retired:\n    sop/old: {} # gone\n\n# end\n", "retired:\n    sop/old: {} # gone\n    sop/visit:\n        new: sop/home-visit\n\n# end\n", id="as far in as the others"),
        pytest.param("retired: {sop/old: {new: sop/visit}}\n", "retired: {sop/visit: {new: sop/home-visit}, sop/old: {new: sop/home-visit}}\n", id="in a list on one line"),
        pytest.param("retired: {}\n", "retired: {sop/visit: {new: sop/home-visit}}\n", id="in an empty list"),
    ],
)  # fmt: skip
def test_readers_of_a_published_address_are_led_on(
    tmp_path: Path, listed: str, wanted: str
) -> None:
    after = renamed(tmp_path, {**PUBLISHED, RETIRED: listed}, "sop/visit", "home-visit")
    assert after[RETIRED] == wanted


def test_pages_written_by_hand_follow_and_their_examples_stay(tmp_path: Path) -> None:
    text = "See [[sop/visit|it]], written `[[sop/visit]]`.\n\n```\n[[sop/visit]]\n```\n"
    after = renamed(tmp_path, {PAGE: text}, "sop/visit", "home-visit")
    assert after[PAGE] == text.replace("[[sop/visit|it]]", "[[sop/home-visit|it]]")


def test_nothing_is_said_of_a_name_that_nobody_published(tmp_path: Path) -> None:
    assert RETIRED not in renamed(tmp_path, {}, "sop/visit", "home-visit")


@pytest.mark.parametrize("published", [{}, PUBLISHED], ids=["a draft", "a published record"])
@pytest.mark.parametrize(("ref", "new"), [("sop/visit", "home-visit"), ("sop/visit#ask", "agree")])
def test_the_checks_find_nothing_that_they_did_not_find_before(
    tmp_path: Path, published: Files, ref: str, new: str
) -> None:
    small_folder(tmp_path, published)

    def findings() -> list[tuple[str, str]]:
        files = {name: text for name, text in snapshot(tmp_path).items() if name.endswith(".yml")}
        found = whole(files).findings()
        return sorted((code, key) for _, _, _, code, key in found)

    before = findings()
    assert command(tmp_path, "rename", ref, new).exit_code == 0
    assert findings() == before


@pytest.mark.parametrize(
    ("files", "ref", "new", "says"),
    [
        pytest.param({}, "visit", "b", "`visit` is no reference", id="no reference"),
        pytest.param({}, "#ask", "b", "`#ask` is no reference", id="a place of no record"),
        pytest.param({}, "sop/none", "b", "`sop/none` leads nowhere", id="no record"),
        pytest.param({}, "sop/visit#none", "b", "`sop/visit#none` leads nowhere", id="no place"),
        pytest.param({}, "sop/visit", "Visit", "`Visit` cannot be the name", id="no slug"),
        pytest.param({}, "sop/visit", "nul", "Windows keeps the name `nul`", id="a name of Windows"),
        pytest.param({}, "sop/visit", "service/visit", "cannot be the name", id="another kind"),
        pytest.param({}, "sop/visit", "visit", "called `visit` already", id="the same"),
        pytest.param({"normative/sops/go.yml": "a: ["}, "role/lead", "b", "`normative/sops/go.yml` cannot be read", id="a file that cannot be read"),
        pytest.param({"normative/sops/go.yml": TEXTS[VISIT]}, "sop/visit", "go", "`sop/go` is there already", id="a name that is taken"),
        pytest.param({"normative/sops/go.yml": "a: b"}, "sop/visit", "go", "`sop/go` is there already", id="a name taken by a broken record"),
        pytest.param({"normative/sops/go.yml": "a: b"}, "sop/go", "b", "the file of `sop/go` has mistakes", id="a broken record"),
        pytest.param({}, "sop/visit#ask", "listen", "`sop/visit#listen` is there already", id="a place that is taken"),
        pytest.param({}, "sop/visit#ask", "end", "`sop/visit#end` is there already", id="a word that means something"),
        pytest.param({RETIRED: "retired: {sop/go: {}}"}, "sop/visit", "go", "`sop/go` was used before", id="a name that was retired"),
        pytest.param({RECALLS: RECALL.format("sop/visit#listen")}, "sop/visit#ask", "b", "`sop/visit` is withdrawn", id="a record that is withdrawn from copies"),
        pytest.param({RECALLS: RECALL.format("service/care")}, "sop/visit", "b", "`service/care` is withdrawn", id="a name in a record that is withdrawn"),
        pytest.param({}, "act/help#a1", "a9", "`act/help#a1` keeps its name", id="a provision"),
        pytest.param({}, "act/help@2020-02-01", "b", "keeps its name", id="an edition"),
        pytest.param({}, "sop/visit#deadline.first-visit", "b", "`#deadline.first-visit` is a name by which", id="a deadline"),
    ],
)  # fmt: skip
def test_what_is_refused_changes_nothing(
    tmp_path: Path, files: Files, ref: str, new: str, says: str
) -> None:
    root = small_folder(tmp_path, files)
    before = snapshot(root)
    result = command(root, "rename", ref, new)
    assert (result.exit_code, snapshot(root)) == (2, before)
    assert says in result.stderr


def test_it_prints_what_changed(tmp_path: Path) -> None:
    root = small_folder(tmp_path, PUBLISHED)
    said = command(root, "rename", "sop/visit", "home-visit").stdout
    assert said.splitlines() == [
        "sop/visit → sop/home-visit",
        CARE,
        HOME,
        RETIRED,
        BASICS,
        "readers of sop/visit are led on",
        "4 files changed",
    ]

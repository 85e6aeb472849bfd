"""Stems that an earlier run found: taken as they are, and of the same analyser alone."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from gollanma.cli import stems
from gollanma.cli.stems import KIND, remembering_stems
from gollanma.languages import Languages, load
from gollanma.languages.analyser import Analyser
from gollanma.memory import Store, name_of, program

WORDS = {
    "tk": ("maşgalalarymyza", "çagalaryň", "2026", "45-Ö", "sowet"),
    "ru": ("семьями", "детей", "пятидневный"),
    "en": ("families", "children's", "SP-07"),
}


def fresh() -> Languages:
    """Give the languages as a process has them that has met no word yet."""
    known = load(tuple(WORDS))
    made = {
        code: replace(each, analyser=replace(each.analyser, _known={}, _bare={}))
        for code, each in known.items()
    }
    return Languages(tuple(WORDS), made.__getitem__)


def asked(languages: Languages) -> dict[str, list[tuple[str, str]]]:
    analysers = {code: each.analyser for code, each in languages.items()}
    return {
        code: [(analysers[code].stem(word), analysers[code].analyse(word)) for word in words]
        for code, words in WORDS.items()
    }


def files(folder: Path) -> Mapping[str, bytes]:
    return {each.name: each.read_bytes() for each in (folder / KIND).glob("*")}


def test_who_learned_answers_as_who_found_out(tmp_path: Path) -> None:
    first, second = fresh(), fresh()
    with remembering_stems(Store(tmp_path), first):
        found = asked(first)
    with remembering_stems(Store(tmp_path), second):
        met = {code: dict(each.analyser.met) for code, each in second.items()}
        assert met == {code: dict(each.analyser.met) for code, each in first.items()}
        assert asked(second) == found
    assert len(files(tmp_path)) == len(WORDS)


def test_only_who_met_more_writes(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with remembering_stems(store, (first := fresh())):
        asked(first)
    before = files(tmp_path)
    with remembering_stems(store, (second := fresh())):
        asked(second)
    assert files(tmp_path) == before
    with remembering_stems(store, (third := fresh())):
        third["en"].analyse("neighbours")
    assert len([name for name, data in files(tmp_path).items() if data != before[name]]) == 1


def test_no_store_keeps_nothing() -> None:
    with remembering_stems(None, (languages := fresh())):
        asked(languages)
    assert languages["en"].analyser.met


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(None, id="nothing"),
        pytest.param({"children": ["child", "child"]}, id="a map"),
        pytest.param([["children"], ["x"]], id="two lists"),
        pytest.param([["children"], ["x", "y"], ["x"]], id="lists of other lengths"),
        pytest.param([["children"], [1], ["x"]], id="a number"),
    ],
)
def test_what_is_no_list_of_stems_is_not_learned(tmp_path: Path, kept: object) -> None:
    store, languages = Store(tmp_path), fresh()
    store.put(KIND, name_of(program(), languages["en"].analyser.hash), kept)
    with remembering_stems(store, languages):
        assert not languages["en"].analyser.met


def test_another_pack_has_stems_of_its_own(tmp_path: Path) -> None:
    with remembering_stems(Store(tmp_path), (languages := fresh())):
        asked(languages)
    own = languages["en"].analyser
    other = Analyser(own.folding, {**own.table, "stops": []})
    changed = Languages(("en",), lambda _: replace(languages["en"], analyser=other))
    with remembering_stems(Store(tmp_path), changed):
        assert not other.met


def test_no_more_forms_are_kept_than_a_handbook_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stems, "MOST", 4)
    with remembering_stems(Store(tmp_path), (languages := fresh())):
        asked(languages)
    assert len(files(tmp_path)) == 2

from pathlib import Path

import pytest

from gollanma.languages import BrokenPackError, Language, UnknownLanguage, known_codes, load


def write_pack(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_languages_stand_in_the_order_of_the_project() -> None:
    languages = load(["ru", "tk"])
    assert list(languages) == ["ru", "tk"]
    assert languages.default.code == "ru"
    assert len(languages) == 2
    assert "en" not in languages


def test_each_language_says_its_own_name(languages: dict[str, Language]) -> None:
    names = {code: each.name for code, each in languages.items()}
    assert names == {"tk": "Türkmençe", "ru": "Русский", "en": "English"}


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("qq", id="a language nobody wrote"),
        pytest.param("../tk", id="a way out of the folder"),
        pytest.param("", id="nothing"),
        pytest.param("TK", id="capitals"),
    ],
)
def test_an_unknown_language_is_refused_with_the_known_ones(code: str) -> None:
    with pytest.raises(UnknownLanguage, match=r"there are en, ru, tk") as refusal:
        load([code])
    assert refusal.value.code == code
    assert refusal.value.known == ("en", "ru", "tk")


def test_a_project_brings_further_packs(packs: Path) -> None:
    assert known_codes(packs) == ("en", "ro", "ru", "tk")
    assert load(["ro", "en"], packs).default.name == "Română"


def test_a_pack_of_the_project_is_taken_before_ours(packs: Path, tmp_path: Path) -> None:
    text = (packs / "ro" / "pack.toml").read_text(encoding="utf-8")
    write_pack(tmp_path / "en", "pack.toml", text.replace('"Română"', '"Our English"'))
    assert load(["en"], tmp_path).default.name == "Our English"


def test_a_folder_of_packs_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    assert load(["tk"], tmp_path / "none").default.code == "tk"


def test_a_pack_is_read_when_its_language_is_asked_for(tmp_path: Path) -> None:
    write_pack(tmp_path / "ro", "pack.toml", "no table")
    languages = load(["en", "ro"], tmp_path)
    assert languages.default is languages["en"]
    assert "ro" in languages
    with pytest.raises(BrokenPackError, match=r"ro: pack\.toml cannot be read"):
        _ = languages["ro"]


def test_some_of_the_languages_keep_the_order_they_are_asked_in() -> None:
    some = load(["tk", "ru", "en"]).only(["en", "tk"])
    assert [each.code for each in some.values()] == ["en", "tk"]
    assert "ru" not in some


def test_a_pack_borrows_the_sentences_that_it_lacks(ro: Language) -> None:
    assert ro.say("common.steps", n=3) == "3 steps"


@pytest.mark.parametrize(
    ("break_it", "complaint"),
    [
        pytest.param(
            lambda text: text.replace('endonym = "Română"', ""),
            r"`ro\.endonym` is to be a str",
            id="no name",
        ),
        pytest.param(
            lambda text: text.replace('one = "oră"', "one = 1"),
            r"`ro\.measure\.hour\.one` is to be a list",
            id="a number for a word",
        ),
        pytest.param(
            lambda text: text.replace('["articolul", "articolului"]', '["articolul", "a", "b"]'),
            r"`ro\.unit\.articol\.singular` has 3 forms",
            id="a form too many",
        ),
        pytest.param(
            lambda text: text.replace('plural = ["legile", "legilor"]', ""),
            r"`ro\.kind\.law` needs a singular and a plural",
            id="no plural",
        ),
        pytest.param(
            lambda text: text.replace('other = "de zile"', ""),
            r"`ro\.measure\.day` needs the form `other`",
            id="an amount without its last form",
        ),
        pytest.param(
            lambda text: text.replace('12 = "decembrie"', ""),
            r"`ro\.date\.months\.12` has 0 forms",
            id="eleven months",
        ),
        pytest.param(
            lambda text: text.replace('outer = ["„", "”"]', 'outer = ["„"]'),
            r"`ro\.quotes\.outer` needs two marks",
            id="one quotation mark",
        ),
        pytest.param(
            lambda text: text.replace('rule = "none"', 'rule = "magic"', 1),
            r"names no analyser: `magic`",
            id="an unknown analyser",
        ),
    ],
)
def test_a_broken_pack_is_refused_by_the_place_of_the_mistake(
    break_it: object, complaint: str, packs: Path, tmp_path: Path
) -> None:
    assert callable(break_it)
    text = (packs / "ro" / "pack.toml").read_text(encoding="utf-8")
    write_pack(tmp_path / "ro", "pack.toml", break_it(text))
    with pytest.raises(BrokenPackError, match=complaint):
        _ = load(["ro"], tmp_path).default


def test_an_ending_that_cannot_be_read_is_refused(packs: Path, tmp_path: Path) -> None:
    text = (packs / "ro" / "pack.toml").read_text(encoding="utf-8")
    slots = '[stems.slots]\ncase = ["lui"]\n'
    write_pack(tmp_path / "ro", "pack.toml", text.replace('rule = "none"', 'rule = "endings"', 1))
    write_pack(
        tmp_path / "ro",
        "stems.toml",
        '[stems.sounds]\nback = "a"\nfront = "e"\nopen = "a"\n' + slots,
    )
    with pytest.raises(BrokenPackError, match=r"an ending is written `V.nY/3`, not `lui`"):
        _ = load(["ro"], tmp_path).default


def test_two_files_of_a_pack_do_not_repeat_a_table(packs: Path, tmp_path: Path) -> None:
    text = (packs / "ro" / "pack.toml").read_text(encoding="utf-8")
    write_pack(tmp_path / "ro", "pack.toml", text)
    write_pack(tmp_path / "ro", "more.toml", '[quotes]\nouter = ["a", "b"]\n')
    with pytest.raises(BrokenPackError, match=r"ro/pack\.toml repeats quotes"):
        _ = load(["ro"], tmp_path).default


def test_two_files_do_not_repeat_a_sentence(packs: Path, tmp_path: Path) -> None:
    text = (packs / "ro" / "pack.toml").read_text(encoding="utf-8")
    write_pack(tmp_path / "ro", "pack.toml", text)
    write_pack(tmp_path / "ro" / "messages", "a.toml", '[word]\nyes = "da"\n')
    write_pack(tmp_path / "ro" / "messages", "b.toml", '[word]\nyes = "sigur"\n')
    with pytest.raises(BrokenPackError, match=r"ro/messages/b\.toml repeats `word\.yes`"):
        _ = load(["ro"], tmp_path).default

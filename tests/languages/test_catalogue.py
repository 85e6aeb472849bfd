"""Sentences: how one is said, and that every language says them all."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from gollanma.languages import Language, Languages, MissingSentence, load
from gollanma.languages.catalogue import Forms, placeholders
from gollanma.languages.packs import known_codes
from gollanma.languages.plurals import plural_form

OURS = known_codes()
NEEDED = {"tk": {"other"}, "en": {"one", "other"}, "ru": {"one", "few", "many", "other"}}


@pytest.fixture
def speaker(packs: Path, tmp_path: Path) -> Language:
    folder = tmp_path / "ro"
    (folder / "messages").mkdir(parents=True)
    text = (packs / "ro" / "pack.toml").read_text(encoding="utf-8")
    (folder / "pack.toml").write_text(text, encoding="utf-8")
    (folder / "messages" / "a.toml").write_text(
        """
[word]
plain = "cuvânt"
hole = "cuvântul `{key}` din {place}"
braces = "un {loc gol} și {} rămân"
hours = { one = "o oră", few = "{n} ore", other = "{n} de ore" }
[ABC001]
title = "un titlu"
why = "un motiv"
[ABC001.says.twice]
message = "`{key}` apare de două ori"
hint = "păstrați una"
""",
        encoding="utf-8",
    )
    return load(["ro"], tmp_path).default


@pytest.mark.parametrize(
    ("key", "values", "sentence"),
    [
        pytest.param("word.plain", {}, "cuvânt", id="nothing to fill"),
        pytest.param(
            "word.hole", {"key": "a", "place": 3}, "cuvântul `a` din 3", id="words and a number"
        ),
        pytest.param(
            "word.hole",
            {"key": "{place}", "place": "{key.__class__}"},
            "cuvântul `{place}` din {key.__class__}",
            id="braces in a value are only letters",
        ),
        pytest.param("word.braces", {}, "un {loc gol} și {} rămân", id="braces that are no hole"),
        pytest.param(
            "word.hole",
            {"key": {"ro": "acasă", "en": "home"}, "place": {"en": "town"}},
            "cuvântul `acasă` din town",
            id="words of this language, else of another",
        ),
        pytest.param("word.hours", {"n": 1}, "o oră", id="one"),
        pytest.param("word.hours", {"n": 19}, "19 ore", id="few"),
        pytest.param("word.hours", {"n": 20}, "20 de ore", id="many"),
    ],
)
def test_a_sentence_is_filled(
    key: str, values: Mapping[str, str], sentence: str, speaker: Language
) -> None:
    assert speaker.say(key, **values) == sentence


def test_a_check_speaks(speaker: Language) -> None:
    assert speaker.message("ABC001", "twice", {"key": "a"}) == "`a` apare de două ori"
    assert speaker.hint("ABC001", "twice", {}) == "păstrați una"
    assert speaker.check_title("ABC001") == "un titlu"
    assert speaker.check_why("ABC001") == "un motiv"


def test_a_missing_sentence_is_an_error_of_ours(speaker: Language) -> None:
    assert not speaker.says("word.absent")
    with pytest.raises(MissingSentence, match=r"no sentence `word\.absent` in `ro`"):
        speaker.say("word.absent")


def test_a_missing_value_is_an_error_of_ours(speaker: Language) -> None:
    with pytest.raises(KeyError, match="place"):
        speaker.say("word.hole", key="a")


@pytest.mark.parametrize(
    ("n", "said"),
    [(1, "1 шаг"), (2, "2 шага"), (5, "5 шагов"), (11, "11 шагов"), (12, "12 шагов"),
     (21, "21 шаг"), (22, "22 шага"), (111, "111 шагов"), (112, "112 шагов"), (0, "0 шагов")],
)  # fmt: skip
def test_russian_counts_steps(n: int, said: str, ru: Language) -> None:
    assert ru.say("common.steps", n=n) == said


def test_a_language_without_plurals_has_one_form() -> None:
    assert plural_form("other", Decimal(1)) == plural_form("other", Decimal(2)) == "other"


def test_an_unknown_plural_rule_is_no_rule() -> None:
    with pytest.raises(KeyError):
        plural_form("unheard-of", Decimal(1))


# --- all sentences of all packs


def sentences(languages: Languages) -> dict[str, Mapping[str, Forms]]:
    return {code: each.catalogue.sentences for code, each in languages.items()}


def test_every_sentence_exists_in_every_language() -> None:
    keys = {code: set(each) for code, each in sentences(load(OURS)).items()}
    every = set().union(*keys.values())
    missing = {code: sorted(every - each) for code, each in keys.items() if every - each}
    assert missing == {}


def test_every_sentence_has_the_same_holes_in_every_language() -> None:
    said = sentences(load(OURS))
    every = sorted(set.intersection(*(set(each) for each in said.values())))
    differing = {
        key: {code: sorted(placeholders(each[key])) for code, each in said.items()}
        for key in every
        if len({placeholders(each[key]) for each in said.values()}) > 1
    }
    assert differing == {}


def test_every_plural_has_the_forms_that_its_language_needs() -> None:
    lacking = {
        f"{code} {key}": sorted(NEEDED[code] - set(forms))
        for code, each in sentences(load(OURS)).items()
        for key, forms in each.items()
        if len(forms) > 1 and NEEDED[code] - set(forms)
    }
    assert lacking == {}


def test_every_sentence_says_something() -> None:
    empty = [
        f"{code} {key}"
        for code, each in sentences(load(OURS)).items()
        for key, forms in each.items()
        if not all(form.strip() for form in forms.values())
    ]
    assert empty == []

"""The rules are only as good as the eyes that look for their breach."""

from collections.abc import Callable, Iterator

import pytest

from tests.architecture import detect
from tests.architecture.detect import Culprit

Detector = Callable[[str], Iterator[Culprit]]


def found(detector: Detector, text: str) -> list[str]:
    return [each.what for each in detector(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('x = "ru"', ["'ru'"], id="a bare code"),
        pytest.param("x = {'en': 1}", ["'en'"], id="a key"),
        pytest.param('x = f"tk/{slug}.html"', ["'tk'"], id="a folder in a formatted string"),
        pytest.param('x = "page.ru.html"', ["'ru'"], id="a part of a file's name"),
        pytest.param('x = "tk-TM"', ["'tk'"], id="a code with a region"),
        pytest.param('"""Give "ru" as an example."""', [], id="a docstring"),
        pytest.param('class A:\n    b: str\n    """Say ru."""', [], id="a field's docstring"),
        pytest.param("x = 1  # not 'ru'", [], id="a comment"),
        pytest.param('x = "entry"', [], id="a word that begins like a code"),
        pytest.param("en = 1", [], id="a variable"),
    ],
)
def test_languages_in_python(text: str, expected: list[str]) -> None:
    assert found(detect.languages_in_python, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("if (lang === 'ru') {}", ["'ru'"], id="a script's string"),
        pytest.param("const en = `en`;", ["'en'"], id="a template literal"),
        pytest.param('<html lang="tk">', ["'tk'"], id="an attribute"),
        pytest.param("[lang=ru] p {}", ["'ru'"], id="an unquoted selector"),
        pytest.param("p:lang(ru) {}", ["'ru'"], id="the lang selector"),
        pytest.param('<a href="ru/sop/intake.html">', ["'ru'"], id="a folder"),
        pytest.param("href=\"{{ '/ru/index.html' }}\"", ["'ru'"], id="a rooted folder"),
        pytest.param('<p class="entry">', [], id="a word that begins like a code"),
        pytest.param('<br/><img alt="or/and">', [], id="other slashes"),
        pytest.param('<html lang="{{ page.lang }}">', [], id="a value"),
    ],
)
def test_languages_in_markup(text: str, expected: list[str]) -> None:
    assert found(detect.languages_in_markup, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('x = "etrap"', ["etrap"], id="a string"),
        pytest.param("def by_etraps(): ...", ["etraps"], id="a part of a name, in the plural"),
        pytest.param("x.Madda", ["madda"], id="an attribute, whatever its case"),
        pytest.param('x = f"{a} velayat"', ["velayat"], id="a formatted string"),
        pytest.param('"""An etrap is a district."""', [], id="a docstring"),
        pytest.param("x = 1  # an etrap", [], id="a comment"),
        pytest.param('x = "trap"', [], id="a part of the word"),
    ],
)
def test_country_in_python(text: str, expected: list[str]) -> None:
    assert found(detect.country_in_python, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(".etrap { color: red }", ["etrap"], id="a class"),
        pytest.param("<h2>{{ view.velayats }}</h2>", ["velayats"], id="a field of a view"),
        pytest.param("<h2>{{ view.places }}</h2>", [], id="a general word"),
    ],
)
def test_country_in_markup(text: str, expected: list[str]) -> None:
    assert found(detect.country_in_markup, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('content: "resmi däl"', ["däl"], id="a Turkmen word"),
        pytest.param("<p>Образец 1</p>", ["Образец"], id="a Russian word"),
        pytest.param("word.replace(/ё/g, 'е')", [], id="a single letter"),
        pytest.param("a → b · «c»", [], id="signs"),
    ],
)
def test_words_of_a_language(text: str, expected: list[str]) -> None:
    assert found(detect.words_of_a_language, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("datetime.now(UTC)", ["datetime.now"], id="an instant"),
        pytest.param("datetime.date.today()", ["date.today"], id="a day, by the module"),
        pytest.param("time.time()", ["time.time"], id="seconds"),
        pytest.param("time.monotonic()", [], id="a stop watch is no clock"),
        pytest.param("library.today()", [], id="the day of a run"),
    ],
)
def test_clocks(text: str, expected: list[str]) -> None:
    assert found(detect.clocks, text) == expected


def test_a_culprit_names_its_line() -> None:
    assert list(detect.languages_in_python('a = 1\nb = "ru"\n')) == [Culprit(2, "'ru'")]

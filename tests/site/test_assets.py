"""What every page loads: small, beside it, and of no language but the project's."""

import re
from pathlib import Path

import pytest

from gollanma.site.assets import assets_of, css_string
from gollanma.site.icons import BESIDE, drawings
from gollanma.site.theme import theme_words
from tests.site import fakes

PACKAGE = Path(__file__).parents[2] / "generator/gollanma"
STYLE = PACKAGE / "render/assets/gollanma.css"
TEMPLATES, VIEWS = PACKAGE / "render/templates", PACKAGE / "views"
OVERRIDES = PACKAGE / "site/overrides"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("образец", '"образец"', id="letters stay"),
        pytest.param('a"b', r'"a\22 b"', id="a quotation mark does not end it"),
        pytest.param("a\\b", r'"a\5c b"', id="nor does a backslash"),
        pytest.param("a\nb", r'"a\a b"', id="nor a line"),
        pytest.param("a</style>", r'"a\3c /style>"', id="nor the end of a block"),
    ],
)
def test_a_text_as_a_string_of_the_style_sheet(text: str, written: str) -> None:
    assert css_string(text) == written


@pytest.mark.parametrize(
    ("lang", "mark"),
    [
        pytest.param("tk", "Gollanma · nusga, resmi däl", id="Turkmen"),
        pytest.param("ru", "Gollanma · образец, не официальный текст", id="Russian"),
        pytest.param("en", "Gollanma · sample, not official", id="English"),
    ],
)
def test_each_sheet_of_a_printed_sample_says_so(lang: str, mark: str) -> None:
    style = assets_of(fakes.content()).style.content.decode()
    assert f'@page sample-{lang}{{@bottom-left{{content:"{mark}"' in style
    assert f".sample:lang({lang})>body{{page:sample-{lang}}}" in style


def test_the_link_to_an_asset_changes_with_its_bytes() -> None:
    usual, named = fakes.content(), fakes.content(names=dict.fromkeys(fakes.CODES, "Other"))
    assert assets_of(usual).script.link == assets_of(named).script.link
    assert assets_of(usual).style.link != assets_of(named).style.link


def test_the_style_sheet_loads_nothing() -> None:
    assert not re.search(r"@import|url\(", STYLE.read_text("utf-8"))


def test_each_icon_is_drawn_in_the_colour_of_its_words() -> None:
    style = assets_of(fakes.content()).style.content.decode()
    drawn = re.findall(r'(?m)^(\S+)\{-webkit-mask-image:url\("data:image/svg\+xml,%3Csvg', style)
    assert set(drawn) == {BESIDE.get(name, f".i-{name}") for name in drawings()}
    [rule] = re.findall(r"(?m)^(\.i, [^{]*)\{[^}]*background: currentColor", style)
    looks = rule.replace(" ", "").split(",")
    places = {each for beside in BESIDE.values() for each in beside.split(",")}
    assert sorted(looks) == sorted({".i", *places} - {".i-find"})


def test_what_templates_name_is_drawn_and_nothing_else() -> None:
    texts = [each.read_text("utf-8") for each in TEMPLATES.rglob("*.html")]
    texts += [each.read_text("utf-8") for each in VIEWS.rglob("*.py")]
    named = {name for text in texts for name in re.findall(r'icon\("([a-z-]+)"\)', text)}
    texts += [each.read_text("utf-8") for each in OVERRIDES.rglob("*.html")]
    named |= {name for text in texts for name in re.findall(r'class="i i-([a-z-]+)"', text)}
    assert named | set(BESIDE) == set(drawings())
    assert named & set(BESIDE) == {"find"}


@pytest.mark.parametrize("lang", fakes.CODES)
def test_the_theme_knows_the_words_of_each_language(lang: str) -> None:
    words = theme_words(fakes.LANGUAGES[lang])
    assert f'"language": "{lang}"' in words
    assert words.count('": "') == 52

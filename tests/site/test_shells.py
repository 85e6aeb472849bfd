"""Shells: filling one gives the page that the theme would have rendered."""

import re
from pathlib import Path

import pytest

from gollanma.site.brief import brief
from gollanma.site.build import run_mkdocs
from gollanma.site.frame import NAMES, Frame, Framing, hollow
from gollanma.site.shells import Shell, token
from tests.site import fakes

HOOK = Path(__file__).with_name("ordinary.py")


@pytest.mark.parametrize("kind", fakes.TITLES)
def test_a_filled_shell_is_the_page_the_theme_renders(kind: str, tmp_path: Path) -> None:
    content = fakes.content(fakes.library(kind))
    filled, ordinary = tmp_path / "filled", tmp_path / "ordinary"
    run_mkdocs(fakes.project(tmp_path / "a"), filled, content)
    hooked = fakes.MKDOCS + f"hooks: [{HOOK}]\nextra: {{kind: {kind}}}\n"
    run_mkdocs(fakes.project(tmp_path / "b", mkdocs=hooked), ordinary, fakes.content(()))
    rendered = fakes.files(ordinary)
    for page in content.pages:
        place = Framing(content).place(page)
        assert unversioned((filled / place).read_text("utf-8")) == unversioned(
            brief(rendered[place].decode())
        ), place


def unversioned(html: str) -> str:
    """Give a page without what changes with the script, which the theme alone cannot finish."""
    return re.sub(r"gollanma\.js\?[0-9a-f]{6}", "gollanma.js", html)


def frame(**values: str) -> Frame:
    return Frame(**(dict.fromkeys(NAMES, "") | values))


@pytest.mark.parametrize(
    ("shell", "values", "page"),
    [
        pytest.param("<p>no hole</p>", {}, "<p>no hole</p>", id="a page without holes stays"),
        pytest.param(
            f"<a>{token('base')}</a><b>{token('base')}</b>",
            {"base": "../"},
            "<a>../</a><b>../</b>",
            id="one field may fill several holes",
        ),
        pytest.param(
            f"{token('title')}|{token('content')}",
            {"title": token("content"), "content": "x"},
            f"{token('content')}|x",
            id="a token inside content is not a hole",
        ),
        pytest.param(
            "@@gollanma:@@ {{ title }}",
            {"title": "x"},
            "@@gollanma:@@ {{ title }}",
            id="what only resembles a token stays",
        ),
    ],
)
def test_filling(shell: str, values: dict[str, str], page: str) -> None:
    assert Shell.of(shell).fill(frame(**values)) == page


def test_the_frame_of_a_shell_has_a_token_in_each_field() -> None:
    cut = Shell.of("".join(getattr(hollow(token), name) for name in NAMES))
    assert cut.holes == tuple(range(len(NAMES)))

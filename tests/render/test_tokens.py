"""The colours of the style sheet: what is read stands out from its ground, light and dark."""

import re
from itertools import product
from pathlib import Path

import pytest

STYLE = Path(__file__).parents[2] / "generator/gollanma/render/assets/gollanma.css"
TOKEN = re.compile(r"--(?P<name>[a-z0-9-]+):\s*(?P<value>#[0-9a-f]{6})")
BLOCKS = {
    "light": r":root \{(.*?)\n\}",
    "dark by device": r":root:not\(\[data-theme=\"light\"\]\) \{(.*?)\n  \}",
    "dark by choice": r":root\[data-theme=\"dark\"\] \{(.*?)\n\}",
}
READ, SEEN = 4.5, 3.0
"""WCAG 2.2: least contrast of words, and of edges that show where to press."""
GROUNDS = ("paper", "panel", "accent-tint", "stop-tint", "warn-tint", "info-tint")
PAIRS = (
    *((words, ground, READ) for words, ground in product(("ink", "soft", "accent"), GROUNDS)),
    *(("stop", ground, READ) for ground in ("paper", "stop-tint")),
    *(("warn", ground, READ) for ground in ("paper", "panel", "warn-tint")),
    *(("info", ground, READ) for ground in ("paper", "info-tint")),
    ("ink", "mark", READ),
    ("bar-ink", "bar", READ),
    ("accent-ink", "accent", READ),
    ("stop-ink", "stop", READ),
    ("paper", "ink", READ),
    *(("edge", ground, SEEN) for ground in ("paper", "panel", "accent-tint", "stop-tint")),
    *((edge, f"{edge}-tint", SEEN) for edge in ("accent", "stop", "warn", "info")),
    ("bar-line", "bar", SEEN),
)


def tokens(block: str) -> dict[str, str]:
    """Give the colours of a block; a dark one names all that differ from the light one."""
    found = re.search(BLOCKS[block], STYLE.read_text("utf-8"), re.DOTALL)
    assert found, block
    own = {each["name"]: each["value"] for each in TOKEN.finditer(found[1])}
    return own if block == "light" else tokens("light") | own


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("#000000", "#ffffff", 21, id="black on white"),
        pytest.param("#777777", "#ffffff", 4.48, id="a grey that is just too light"),
        pytest.param("#123456", "#123456", 1, id="the same colour"),
    ],
)
def test_contrast(one: str, other: str, expected: float) -> None:
    assert round(contrast(one, other), 2) == expected


@pytest.mark.parametrize("block", BLOCKS)
def test_colours_stand_out(block: str) -> None:
    colours = tokens(block)
    pale = [
        (one, ground)
        for one, ground, least in PAIRS
        if contrast(colours[one], colours[ground]) < least
    ]
    assert pale == []


def test_dark_is_the_same_by_device_and_by_choice() -> None:
    assert tokens("dark by device") == tokens("dark by choice")


def test_no_rule_uses_a_colour_that_is_no_token() -> None:
    style = STYLE.read_text("utf-8")
    rules = style[style.index("/* Base */") : style.index("/* Paper")]
    used = set(re.findall(r"#[0-9a-fA-F]{3,6}\b", rules))
    assert used <= {"#111", "#1a1f1c", "#fff", "#ffe9a6", "#000"}

"""Icons: the style sheet draws them, so that no page carries a picture of its own."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from urllib.parse import quote

SYMBOL = re.compile(r'<symbol id="i-(?P<name>[a-z-]+)" (?P<box>viewBox="[^"]*")>(?P<drawn>.*?)</symbol>')
BESIDE = {
    "brand": ".brand::before",
    "find": ".i-find,a.find::after",
    "no": ".hush>b::before,.no>h3::before",
    "out": ".exit::before",
    "say": ".say>b::before",
    "stop": ".urgent>h2::before,.halt>b::before,.stop-if>b::before",
    "yes": ".yes>h3::before",
}
"""Where an icon always stands beside the same words: no page has to say so."""
LOOK = (
    'fill="none" stroke="black" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
)
UNHARMED = " ='/:.,"
"""What an address within quotation marks may hold as it is."""


@cache
def drawings() -> Mapping[str, str]:
    """Give each icon of the package as an SVG picture, by its name."""
    text = (files("gollanma.render") / "assets" / "icons.svg").read_text(encoding="utf-8")
    return MappingProxyType(
        {
            found["name"]: f'<svg xmlns="http://www.w3.org/2000/svg" {found["box"]} {LOOK}>'
            f"{found['drawn']}</svg>"
            for found in SYMBOL.finditer(text)
        }
    )


def icon_rules() -> str:
    """Give the rules by which the style sheet draws the icons, in the colour of their words."""
    return "".join(
        f'{BESIDE.get(name, f".i-{name}")}'
        f'{{-webkit-mask-image:url("data:image/svg+xml,{_quoted(drawn)}")}}\n'
        for name, drawn in drawings().items()
    )


def _quoted(drawn: str) -> str:
    return quote(drawn.replace('"', "'"), safe=UNHARMED)

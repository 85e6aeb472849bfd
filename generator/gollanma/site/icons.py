"""Icons: a page carries the few symbols that it shows, so that it opens from a folder too."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

SYMBOL = re.compile(r'<symbol id="(?P<id>i-[a-z-]+)".*?</symbol>')
USE = re.compile(r'<use href="#(i-[a-z-]+)"')


@cache
def symbols() -> Mapping[str, str]:
    """Give each icon of the package as an SVG symbol, by its id."""
    text = (files("gollanma.render") / "assets" / "icons.svg").read_text(encoding="utf-8")
    return MappingProxyType({found["id"]: found[0] for found in SYMBOL.finditer(text)})


def sprite_of(html: str) -> str:
    """Give the sprite of the icons that a page shows; nothing where it shows none."""
    used = sorted(set(USE.findall(html)))
    drawn = "".join(symbols()[name] for name in used)
    return f'<svg class="sprite" aria-hidden="true"><defs>{drawn}</defs></svg>' if used else ""

"""Puts the one file together: head, pages, search, scripts."""

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from gollanma.bundle.onefile.blocks import Code, policy
from gollanma.bundle.onefile.leaves import Leaf, leaves_of, neutral_leaf, way_out
from gollanma.bundle.onefile.style import style_of
from gollanma.search import INSIDE, blocks, interface, program
from gollanma.site.assets import assets_of
from gollanma.site.icons import sprite_of
from gollanma.site.parts import part
from gollanma.site.settings import Content
from gollanma.views.page import Page

FIRST = Code("document.documentElement.classList.add('js')")
"""Tells the style that scripts run, before anything is shown."""
SYMBOLS = '<use href="#i-find"/><use href="#i-out"/>'
"""The icons of the frame."""


@dataclass(frozen=True)
class Handbook:
    """What a file is made of: the same that the site of an etrap is made of."""

    content: Content
    """Cut already: to what this reader may have, in all languages of the bundle."""
    guides: Sequence[tuple[Page, str]]
    """Hand-written pages with their HTML, of all languages."""
    index: Mapping[str, bytes]
    """The files of the search, by their addresses."""
    copy_style: str = ""
    """Says in words of which day the copy is; empty: nothing is said."""
    copy_script: str = ""
    """Says by the device's clock how old the copy is; empty: nothing is said."""


def onefile(handbook: Handbook, lang: str) -> bytes:
    """Give the whole file in one language, without the line that holds its manifest.

    Same input, same bytes. Raises ValueError where a script or style would end its own block.
    """
    content, language = handbook.content, handbook.content.languages[lang]
    leaves = leaves_of(content, lang, handbook.guides)
    assets = assets_of(content)
    every = (*leaves.every, *neutral_leaf(content, lang))
    style = style_of(assets.style.content.decode(), language, leaves.headings)
    styles = tuple(map(Code, filter(None, (style, handbook.copy_style))))
    comforts = Code(assets.script.content.decode())
    scripts = tuple(map(Code, filter(None, (script("pages"), handbook.copy_script))))
    asleep = {
        "_program": Code(f"{program(content.languages, INSIDE)}\n{interface(content.languages)}"),
        "_due": Code(assets.due.content.decode()),
    }
    say, name, is_demo = language.say, content.settings.names[lang], content.settings.is_demo
    return part(
        "whole",
        lang=lang,
        mark=' class="sample"' if is_demo else "",
        policy=policy(styles, (FIRST, comforts, *scripts, *asleep.values())),
        icon=f"data:image/svg+xml;base64,{b64encode(assets.icon.content).decode()}",
        title=name,
        site=name,
        folder=leaves.ways.folder,
        styles=styles,
        first=FIRST,
        icons=sprite_of(SYMBOLS + "".join(each.used for each in every)),
        strip=part("strip", say=say) if is_demo else "",
        say=say,
        menu=leaves.menu,
        is_demo=is_demo,
        exit=way_out(content, leaves.ways),
        pages="\n".join(_pages(every)),
        data=tuple(blocks(handbook.index.items(), lang)),
        asleep=tuple(asleep.items()),
        comforts=comforts,
        scripts=scripts,
    ).encode()


def _pages(every: Sequence[Leaf]) -> Iterator[str]:
    """Yield the home page, then each other page where a browser with scripts does not read it."""
    home, *others = every
    yield home.html
    for each in others:
        yield f"<noscript data-at={each.id} data-in={each.short}>{each.html}</noscript>"


def script(name: str) -> str:
    """Read a script of the package."""
    return (files("gollanma.bundle.onefile.scripts") / f"{name}.js").read_text(encoding="utf-8")

"""Puts the one file together: head, pages, search, scripts."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources import files

from gollanma.bundle.browser import entering
from gollanma.bundle.contents import Contents
from gollanma.bundle.onefile.blocks import Code, policy
from gollanma.bundle.onefile.leaves import Binder, Leaf, way_out
from gollanma.bundle.onefile.style import style_of
from gollanma.search import FOLDER, INSIDE, blocks, interface, program
from gollanma.search.bare import bare_script
from gollanma.site.assets import assets_of
from gollanma.site.comforts import comforts
from gollanma.site.copies import copy_data, copy_program, copy_style
from gollanma.site.parts import part

FORM = "onefile"
FIRST = Code("document.documentElement.classList.add('js')")
"""Tells the style that scripts run, before anything is shown."""


def onefile(contents: Contents, lang: str, binder: Binder | None = None) -> bytes:
    """Give the file of a bundle in one language, without the line that holds its manifest.

    A binder that has made other bundles makes this one quicker and no other. Same input, same
    bytes; the last of them is a line end. Raises ValueError where a script or a style would end
    its own block.
    """
    content, language = contents.content, contents.languages[lang]
    leaves = (binder or Binder()).leaves(content, lang, contents.pages)
    assets = assets_of(content)
    style = style_of(assets.style.content.decode(), language, leaves.headings)
    copy = replace(contents.copy, form=FORM)
    styles = (Code(style), Code(copy_style(content, copy)))
    brought = {"search": "#_program", "due": "#_due", "exit": way_out(content, leaves.ways)}
    comfort = Code(comforts(content, brought, lang))
    aged = f"{copy_data(content, copy)}{copy_program(content, copy)}"
    scripts = (Code(aged), Code(script("pages")))
    asleep = {
        "_program": Code(f"{program(content.languages, INSIDE)}\n{interface(content.languages)}"),
        "_due": Code(assets.due.content.decode()),
    }
    if contents.roots:
        held = (each.page.address for each in contents.pages if each.page.lang == lang)
        asleep["_recall"] = Code(entering(language, contents.roots, held))
    index = (
        (path, data)
        for path, data in contents.files.items()
        if path.startswith(f"{FOLDER}/") and path != assets.search.address
    )
    say, site, is_demo = language.say, content.settings.names[lang], content.settings.is_demo
    text = part(
        "whole",
        lang=lang,
        mark=' class="sample"' if is_demo else "",
        policy=policy(styles, (FIRST, comfort, *scripts, *asleep.values())),
        icon=f"data:image/svg+xml;base64,{b64encode(assets.icon.content).decode()}",
        site=site,
        folder=leaves.ways.folder,
        home=leaves.every[0].short,
        styles=styles,
        first=FIRST,
        strip=part("strip", say=say, note=say("frame.demo_note")) if is_demo else "",
        say=say,
        menu=leaves.menu,
        is_demo=is_demo,
        pages="\n".join(_pages(leaves.every)),
        data=tuple(blocks(index, lang)),
        asleep=tuple(asleep.items()),
        comforts=comfort,
        scripts=scripts,
    )
    return f"{text}\n".encode()


def _pages(every: Sequence[Leaf]) -> Iterator[str]:
    """Yield the home page, then each other page where a browser with scripts does not read it."""
    home, *others = every
    yield home.html
    for each in others:
        yield f"<noscript data-in={each.short}>{each.html}</noscript>"


def script(name: str) -> str:
    """Read a script of the package."""
    folder = files("gollanma.bundle.onefile.scripts")
    return bare_script((folder / f"{name}.js").read_text(encoding="utf-8"))

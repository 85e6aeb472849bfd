"""The script that every page loads, told what stands around all pages only where it runs.

A page says what a reader needs without scripts. What a script alone makes use of stands here once:
the box of search, the lists at the foot, the words of buttons, the addresses of other scripts.
"""

from collections.abc import Mapping
from importlib.resources import files

from gollanma.languages import Language
from gollanma.search.bare import bare_script
from gollanma.search.files import Value, canonical
from gollanma.site.frame import exit_page
from gollanma.site.settings import Content
from gollanma.views.links import in_language

SHARING = "share.link", "share.cite", "share.print", "share.copied", "share.fold"
MENUS = "frame.sections", "frame.about"
ASKING = "search.open", "search.label", "search.button"


def comforts(content: Content, ways: Mapping[str, str], *codes: str) -> str:
    """Give the script: what it is told in each language, and then the program.

    `ways` are the addresses of the scripts that it brings, counted from the site's folder; with
    codes, only those languages are told.
    """
    told = {code: _told(content, content.languages[code]) for code in codes or content.languages}
    frame = {**ways, "sections": [each.address for each in content.settings.menu], "words": told}
    own = (files("gollanma.render") / "assets" / "gollanma.js").read_text(encoding="utf-8")
    return f"window.gollanmaFrame = {canonical(frame)};\n{bare_script(own)}"


def _told(content: Content, language: Language) -> dict[str, Value]:
    code = language.code
    return {
        "exit": in_language(exit_page(content, code), code, content.languages.default.code),
        "share": [language.say(each) for each in SHARING],
        "find": [language.say(each) for each in ASKING],
        "menus": [language.say(each) for each in MENUS],
        "sections": [each.titles[code] for each in content.settings.menu],
        "about": [list(each) for each in content.about.get(code, ())],
    }

"""What the theme's templates may print besides a page's frame: equal on all pages of a language."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from gollanma.languages import Language
from gollanma.site.assets import Assets
from gollanma.site.copies import SCRIPT, STYLE
from gollanma.site.frame import Frame, Link, menu
from gollanma.site.policy import POLICY
from gollanma.site.settings import Content


@dataclass(frozen=True, slots=True)
class MenuGroup:
    """One column of the menu at the foot of a page."""

    title: str
    links: tuple[Link, ...]


def context_of(
    content: Content,
    assets: Assets,
    lang: str,
    guides: Sequence[Link],
    frame: Frame,
    *,
    is_home: bool,
) -> Mapping[str, object]:
    """Give what the templates print; `guides` are the hand-written pages of the language.

    The home page alone holds the lists of all sections; on others the script brings them, and
    without it the way to the menu leads there.
    """
    language, settings = content.languages[lang], content.settings
    in_header = [each for each in settings.menu if each.in_header]
    return {
        "frame": frame,
        "policy": POLICY,
        "say": partial(_said, language),
        "assets": {each: getattr(assets, each).link for each in LINKED},
        "icon": assets.icon.address,
        "site_name": settings.names[lang],
        "header_menu": menu(in_header, lang),
        "has_menu": bool(settings.menu or guides),
        "is_home": is_home,
        "menus": (
            MenuGroup(language.say("frame.sections"), menu(settings.menu, lang)),
            MenuGroup(language.say("frame.about"), tuple(guides)),
        )
        if is_home
        else (),
        "copy_style": STYLE,
        "copy_script": SCRIPT,
    }


def _said(language: Language, key: str, **values: str) -> str:
    return escape(language.say(key, **values), quote=False)


LINKED = ("style", "script")
"""The assets that the theme names by what they hold; the script brings the others."""
THEME_WORDS = "material."
"""Under this name a catalogue holds the words that Material asks a language for."""


def theme_words(language: Language) -> str:
    """Give the template with a language's words that Material imports by the language's code."""
    keys = [key for key in language.catalogue.sentences if key.startswith(THEME_WORDS)]
    words = {key.removeprefix(THEME_WORDS): language.say(key) for key in keys}
    words |= {"language": language.code, "direction": "ltr"}
    table = json.dumps(words, ensure_ascii=False)
    return f"{{% macro t(key) %}}{{{{ {table}[key] }}}}{{% endmacro %}}"

"""The style of one file: that of the site, led to the parts that a file has, and a little more."""

import re
from collections.abc import Mapping
from html import escape
from importlib.resources import files

from gollanma.languages import Language
from gollanma.search.bare import bare_style
from gollanma.site.assets import css_string

MAIN = re.compile(r"(?<![\w.#-])main(?![\w-])")
"""The element that holds a page's content in the site; in a file each page has its own."""
INSIDE = ".in"
PLACE = re.compile(r"#(?P<id>_[a-z-]+)(?=[\s{.:>+~,)])")
"""A place of a page: in a file the page's short name stands before it."""
WIDE = re.compile(r'<svg class="picture wide".*?</svg>', re.DOTALL)
ATTRIBUTE, VARIABLE = "attr(data-h)", "var(--h)"
OF_FRAME = frozenset({"_facets"})
"""Places that stand once in a file, outside its pages."""

FOLDS = {
    ".refs>details": "share.fold",
    ".report": "mistake.fold",
    ".toc-phone": "frame.on_this_page",
}
"""Folds that are on every page, by where they stand, and what is written on them."""
HERE = re.compile(r'<li aria-current="page">[^<]*</li>(?=\s*</ol>)')
"""The last of the ways above a page: its title, which stands below in large letters."""
SHORT_WAY = re.compile(r"(?<=</details>)<span>[^<]*<a [^>]*>[^<]*</a></span>(?=</div>)")
"""The short address of a page, behind the fold that says how to cite it."""
CONTENTS = re.compile(r'<details class="toc-phone.*?</details>', re.DOTALL)
TRUST = 'href="#_trust"'
TO_TRUST = re.compile(rf"<li><a {TRUST}>[^<]*</a></li>\s*")


def without_folds(html: str, language: Language) -> str:
    """Give the HTML of a page without the words that are on all pages: the style says them."""
    for key in FOLDS.values():
        words = escape(language.say(key))
        html = html.replace(f"<summary>{words}</summary>", "<summary></summary>")
    return html


def for_a_phone(html: str) -> str:
    """Give the HTML of a page without what a telephone can spare.

    Pictures that are drawn for wide screens and for paper; a title above the title; a second way
    to what the head of the page leads to; short addresses, which a file has none of.
    """
    html = SHORT_WAY.sub("", HERE.sub("", WIDE.sub("", html)))
    contents = CONTENTS.search(html)
    if contents is None or html.count(TRUST) == contents[0].count(TRUST):
        return html
    return html.replace(contents[0], TO_TRUST.sub("", contents[0]))


def style_of(sheet: str, language: Language, headings: Mapping[str, str]) -> str:
    """Give the style sheet of a file, made of that of the site.

    `headings` gives the short name of each heading that a narrow
    table prints before its cells.
    """
    own = (files("gollanma.bundle.onefile") / "onefile.css").read_text(encoding="utf-8")
    led = PLACE.sub(_place, MAIN.sub(INSIDE, sheet)).replace(ATTRIBUTE, VARIABLE)
    named = "".join(
        f"[data-h={name}]{{--h:{css_string(words)}}}\n" for words, name in sorted(headings.items())
    )
    folds = "".join(
        f"{place}>summary:empty::after{{content:{css_string(language.say(key))}}}\n"
        for place, key in FOLDS.items()
    )
    elsewhere = css_string(f" ({language.say('onefile.elsewhere')})")
    noted = f"dd>.elsewhere:last-child::after{{content:{elsewhere}}}\n"
    return f"{led}{bare_style(own)}{named}{folds}{noted}"


def _place(found: re.Match[str]) -> str:
    place = found["id"]
    return f"#{place}" if place in OF_FRAME else f'[id$="~{place}"]'

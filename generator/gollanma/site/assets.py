"""The files that pages load: one style sheet, one small script, one icon; the rest on demand."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from gollanma.languages import Language
from gollanma.search import FOLDER as SEARCH
from gollanma.search import interface, program
from gollanma.search.bare import bare_script, bare_style
from gollanma.site.comforts import comforts
from gollanma.site.due import due_script
from gollanma.site.icons import icon_rules
from gollanma.site.settings import Content

FOLDER = "assets"

SHEETS = {
    "card": "size:A5;margin:9mm 9mm 12mm;",
    "slides": "size:297mm 167mm;margin:12mm 16mm 14mm;",
    "coverage": "size:297mm 210mm;margin:16mm 16mm 18mm;",
    "matrix": "size:297mm 210mm;margin:16mm 16mm 18mm;",
}
"""The paper of the pages that are not printed on an upright sheet of A4: a card for the pocket,
slides, tables of many columns."""


@dataclass(frozen=True, slots=True)
class Asset:
    """One file and its bytes."""

    name: str
    content: bytes

    @property
    def address(self) -> str:
        """Give where it stands in the site."""
        return f"{FOLDER}/{self.name}"

    @property
    def link(self) -> str:
        """Give the address that changes with the bytes, so that no browser shows an old one."""
        return f"{FOLDER}/{self.version}"

    @property
    def version(self) -> str:
        """Give the name with what changes with the bytes."""
        return f"{self.name}?{hashlib.sha256(self.content).hexdigest()[:6]}"


@dataclass(frozen=True, slots=True)
class Assets:
    """The assets of one site."""

    style: Asset
    script: Asset
    icon: Asset
    search: Asset
    """Loaded when somebody is about to search, and not before."""
    due: Asset
    """Loaded by pages that have time limits to count."""

    @property
    def at_once(self) -> tuple[Asset, ...]:
        """What every page loads."""
        return self.style, self.script, self.icon

    @property
    def links(self) -> Mapping[str, str]:
        """Give the address of each, by its name."""
        return {each.name: each.link for each in self}

    @property
    def addresses(self) -> Mapping[str, str]:
        """Give where each stands, by its name: in a folder of its own no browser keeps an old one."""
        return {each.name: each.address for each in self}

    def __iter__(self) -> Iterator[Asset]:
        """Give each file."""
        return iter((*self.at_once, self.search, self.due))


def assets_of(content: Content) -> Assets:
    """Give the assets, the style sheet with the words that the languages print on paper."""
    style = bare_style(_read("gollanma.css")) + icon_rules() + "".join(
        _code(code)
        + _mend(language, has_address=content.settings.has_report_address)
        + _paper(language, content.settings.names[code])
        for code, language in content.languages.items()
    )
    search = "\n".join((program(content.languages), interface(content.languages)))
    asked = Asset(f"{SEARCH.removeprefix(FOLDER)[1:]}/search.js", search.encode())
    due = Asset("due.js", due_script(bare_script(_read("due.js")), content.languages, content.days).encode())
    return Assets(
        Asset("gollanma.css", style.encode()),
        Asset("gollanma.js", comforts(content, {"search": asked.link, "due": due.link}).encode()),
        Asset("icon.svg", _read("icon.svg").encode()),
        asked,
        due,
    )


def _read(name: str) -> str:
    return (files("gollanma.render") / "assets" / name).read_text(encoding="utf-8")


def _code(code: str) -> str:
    """Give the rule by which a narrow screen shows the code of a language, not its name."""
    return f".langs :lang({code}){{--code:{css_string(code.upper())}}}\n"


def _mend(language: Language, *, has_address: bool) -> str:
    """Give the rule that says, below the words to send, what to do with a mistake on a page."""
    where = language.say("mistake.mail" if has_address else "mistake.nowhere")
    words = css_string(f"{where} {language.say('mistake.what')}")
    return f".mend:lang({language.code})::after{{content:{words}}}\n"


def _paper(language: Language, site_name: str) -> str:
    """Give the rule that names a sample at the foot of each printed sheet, in its language."""
    mark = css_string(language.say("frame.sample_print", site=site_name))
    sheet, foot = f"sample-{language.code}", f"@bottom-left{{content:{mark};font:8pt sans-serif}}"
    body = f".sample:lang({language.code})>body"
    own = "".join(
        f"@page {sheet}-{name}{{{paper}{foot}}}{body}.page-{name}{{page:{sheet}-{name}}}"
        for name, paper in SHEETS.items()
    )
    return f"@media print{{@page {sheet}{{{foot}}}{body}{{page:{sheet}}}{own}}}\n"


def css_string(text: str) -> str:
    """Give a text as a string of a style sheet, which may stand inside a page too."""
    return '"' + "".join(_css_letter(each) for each in text) + '"'


def _css_letter(letter: str) -> str:
    return f"\\{ord(letter):x} " if letter in '"\\\n\r\f<' else letter

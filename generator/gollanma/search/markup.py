"""From the HTML of a page to its sections: what a reader sees, without what repeats on every page.

It reads what our own templates write, where every `<` and `>` of content is escaped. A place
begins with a section, a step, a part of an article or a heading that can be linked to.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from gollanma.search.documents import Section

TAG = re.compile(
    r"""<!--.*?-->
      | <(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<attributes>[^<>]*)>
    """,
    re.VERBOSE | re.DOTALL,
)
ATTRIBUTE = re.compile(r'\s(?P<name>[a-z-]+)="(?P<value>[^"]*)"')

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "use", "wbr", "path", "circle"})
INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "span", "strong", "sup", "sub", "mark"})
"""Their ends end no sentence; all other tags stand between words."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
MUTE_TAGS = frozenset({"svg", "nav", "script", "style", "form", "button", "select", "template"})
MUTE_CLASSES = frozenset(
    {
        "refs",
        "screen",
        "toc-phone",
        "tags",
        "actions",
        "strip",
        "vh",
        "cite",
        "paper",
        "duty",
        "num",
        "facts",
    }
    | {"above"}
)
"""Ways, marks and citations that stand on every page, and who acts in each step."""
MUTE_PLACES = frozenset(
    {"_inverse", "_trust", "_basis", "_terms", "_used", "_words", "_near"}
    | {"_see", "_package", "_does", "_role-services", "_role-parts", "_role-forms", "_elsewhere"}
)
"""Sections about the page or about others: what they name is found on its own page."""
PLACES = frozenset({"step", "unit", "law", "text"})
"""Classes of what begins a place when it has an anchor."""
SENTENCE_ENDS = ".:;!?…,–—("


@dataclass(slots=True)
class _Place:
    anchor: str
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    is_named: bool = False
    """Its first heading is closed; those behind it are part of its words."""


@dataclass(slots=True)
class _Reader:
    """Goes through the tags of one page."""

    lang: str
    places: list[_Place] = field(default_factory=lambda: [_Place("")])
    muted: str = ""
    """The tag inside which nothing counts, and how often it is open."""
    depth: int = 0
    in_head: bool = False
    heading: str = ""
    """The heading that is open."""

    def words(self, text: str) -> None:
        if not self.muted:
            place = self.places[-1]
            (place.heading if self.heading else place.text).append(text)

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        if self.muted:
            self.depth += name == self.muted and name not in VOID
            return
        classes = frozenset(attributes.get("class", "").split())
        if name == "header" and "head" in classes:
            self.in_head = True
        if self._is_mute(name, classes, attributes):
            self.muted, self.depth = name, 1
            return
        self._begin(name, classes, attributes.get("id", ""))
        self._part(name)
        if name in HEADINGS and not self.places[-1].is_named:
            self.heading = name

    def close(self, name: str) -> None:
        if self.muted:
            self.depth -= name == self.muted
            self.muted = self.muted if self.depth else ""
            return
        if name == "header":
            self.in_head = False
        if name == self.heading:
            self.heading, self.places[-1].is_named = "", True
        self._part(name)

    def _is_mute(self, name: str, classes: frozenset[str], attributes: Mapping[str, str]) -> bool:
        if name in VOID:
            return False
        foreign = attributes.get("lang", self.lang) != self.lang
        aside = self.in_head and name == "p" and "lead" not in classes
        return (
            foreign
            or aside
            or name in MUTE_TAGS
            or not classes.isdisjoint(MUTE_CLASSES)
            or attributes.get("id", "") in MUTE_PLACES
        )

    def _begin(self, name: str, classes: frozenset[str], anchor: str) -> None:
        is_place = name in {"section", "h2", "h3"} or not classes.isdisjoint(PLACES)
        if anchor and is_place and not ("unit" in classes and anchor.count(".") > 1):
            self.places.append(_Place(anchor))

    def _part(self, name: str) -> None:
        if name not in INLINE and not self.heading:
            self.places[-1].text.append("\n")


def sections_of(html: str, lang: str, headings: Mapping[str, str]) -> Iterator[Section]:
    """Yield the places of a page that have words; `headings` name those without their own."""
    reader = _Reader(lang)
    before = 0
    for tag in TAG.finditer(html):
        reader.words(html[before : tag.start()])
        before = tag.end()
        name = tag["name"]
        if name and tag["close"]:
            reader.close(name)
        elif name:
            reader.open(name, dict(ATTRIBUTE.findall(tag["attributes"])))
    for place in reader.places:
        heading, text = _line(place.heading), _line(place.text)
        if text or not place.anchor:
            yield Section(place.anchor, heading or headings.get(place.anchor, ""), text)


def _line(pieces: list[str]) -> str:
    """Give words as one line, a point between what stood in lines of its own."""
    lines = (" ".join(each.split()) for each in unescape("".join(pieces)).split("\n"))
    said = ""
    for line in filter(None, lines):
        said += (" " if not said or said[-1] in SENTENCE_ENDS else " · ") + line
    return said.strip()

"""Leads the links and ids of a page into one file, and says its HTML in fewer bytes.

It reads what our own templates write, where every `<` and `>` of content is escaped.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from gollanma.site.brief import BLOCK, brief

TOKEN = re.compile(
    r"""<!--.*?-->
      | <(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<attributes>(?:[^>"]|"[^"]*")*?)(?P<end>/?)>
    """,
    re.VERBOSE | re.DOTALL,
)
ATTRIBUTE = re.compile(r'\s+(?P<name>[a-zA-Z:-]+)(?:="(?P<value>[^"]*)")?')
ONE, MANY = (
    frozenset({"id", "for", "list", "data-filter", "data-none"}),
    frozenset({"aria-labelledby", "aria-describedby", "aria-controls", "headers"}),
)
"""Attributes that name a place of the page, or several."""
EMPTY = re.compile(rf"<div class=refs></div>|<p class=refs>(?:</p>|(?=<(?:{BLOCK})\b))")
"""A row of ways that all led out of the file."""
CITED = re.compile(r'(?<=</summary><p>)<a href="#[^"]*">([^<]*)</a>(?=</p></details>)')
"""A citation that leads to the place it names: a file has no address to give on."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How the names of one page become those of the file."""

    place: Callable[[str], str]
    """Gives the id of a place of the page."""
    link: Callable[[str], str | None]
    """Gives where a link leads; None where the file has nothing there."""
    heading: Callable[[str], str]
    """Gives the short name for the heading that a narrow table prints before a cell."""
    is_dropped: Callable[[str], bool]
    """Tells whether a link that leads nowhere goes with its words, or leaves them."""


@dataclass(slots=True)
class _Writer:
    rules: Rules
    parts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    """What ends each link that is open."""
    silent: int = 0
    """Above nought inside a link that goes with its words."""
    picture: int = 0
    choices: int = 0
    """Above nought inside a form that narrows a list: its fields are told by their names."""

    def text(self, text: str) -> None:
        if not self.silent:
            self.parts.append(text)

    def tag(self, found: re.Match[str]) -> None:
        name = found["name"]
        if name == "a":
            self.way(found)
        elif self.silent:
            return
        elif found["close"]:
            self.count(name, -1, found)
            self.parts.append(found[0])
        else:
            self.parts.append(f"<{name}{self.attributes(found)}>")
            self.count(name, 1, found)

    def count(self, name: str, step: int, found: re.Match[str]) -> None:
        if name == "svg":
            self.picture += step
        elif name == "form" and (self.choices or "data-filter" in found["attributes"]):
            self.choices += step

    def way(self, found: re.Match[str]) -> None:
        """Write a link, or its words, or nothing of it."""
        if found["close"]:
            end = self.links.pop()
            self.silent -= end == ""
            self.parts.append("" if self.silent else end)
            return
        href = dict(_pairs(found["attributes"])).get("href")
        leads = href is None or "//" in href or self.rules.link(href) is not None
        if leads:
            self.links.append("</a>")
            self.parts.append("" if self.silent else f"<a{self.attributes(found)}>")
        elif self.rules.is_dropped(href or ""):
            self.links.append("")
            self.silent += 1
        else:
            name = "g" if self.picture else "span"
            self.links.append(f"</{name}>")
            self.parts.append("" if self.silent else f"<{name} class=elsewhere>")

    def attributes(self, found: re.Match[str]) -> str:
        name, is_picture = found["name"], bool(self.picture)
        radio = name == "input" and 'type="radio"' in found["attributes"] and not self.choices
        written = [
            self.attribute(key, value, is_named=key == "name" and radio, is_use=name == "use")
            for key, value in _pairs(found["attributes"])
            if key != "scope"  # where a heading stands tells it: above a column, before a row
        ]
        return "".join(written) + (" /" if is_picture and found["end"] else "")

    def attribute(self, key: str, value: str | None, *, is_named: bool, is_use: bool) -> str:
        if value is None:
            return f" {key}"
        if key in ONE or is_named:
            value = self.rules.place(value)
        elif key in MANY:
            value = " ".join(map(self.rules.place, value.split()))
        elif key == "href" and not is_use and "//" not in value:
            value = self.rules.link(value) or value
        elif key == "data-h":
            value = self.rules.heading(value)
        return f' {key}="{value}"'


def compact(html: str, rules: Rules) -> str:
    """Give the HTML of a page as it stands inside a file."""
    writer = _Writer(rules)
    html = CITED.sub(r"\1", html)
    at = 0
    for found in TOKEN.finditer(html):
        writer.text(html[at : found.start()])
        at = found.end()
        if found["name"]:
            writer.tag(found)
    writer.text(html[at:])
    return EMPTY.sub("", brief("".join(writer.parts)))


def _pairs(attributes: str) -> Iterator[tuple[str, str | None]]:
    return ((each["name"], each["value"]) for each in ATTRIBUTE.finditer(attributes))

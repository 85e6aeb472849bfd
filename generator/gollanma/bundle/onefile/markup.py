"""Says the HTML of a page in fewer bytes, and leads its links and ids into one file.

It reads what our own templates write, where every `<` and `>` of content is escaped. What HTML
lets one leave out is left out: quotes, ends of list entries and cells, spaces between blocks.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"""<!--.*?-->
      | <(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<attributes>(?:[^>"]|"[^"]*")*?)(?P<end>/?)>
    """,
    re.VERBOSE | re.DOTALL,
)
ATTRIBUTE = re.compile(r'\s+(?P<name>[a-zA-Z:-]+)(?:="(?P<value>[^"]*)")?')
BARE = re.compile(r"[^\s\"'=<>`/]+(?:/[^\s\"'=<>`/]+)*")
"""A value that needs no quotes, also where its tag is closed at once."""
ENDLESS = frozenset({"li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "option"})
"""Elements that end where the next one begins, or where what holds them ends."""
INLINE = frozenset(
    {"a", "abbr", "b", "br", "button", "code", "em", "i", "input", "label", "mark", "q", "s"}
    | {"select", "small", "span", "strong", "sub", "sup", "svg", "text", "time", "tspan", "wbr"}
)
"""A space beside one of these is seen."""
ENDS_PARAGRAPH = frozenset(
    {"article", "aside", "details", "div", "dl", "fieldset", "footer", "form", "h1", "h2", "h3"}
    | {"h4", "header", "hr", "nav", "ol", "p", "pre", "section", "table", "ul"}
)
"""Behind one of these, or at the end of what holds it, a paragraph has ended."""
VERBATIM = frozenset({"pre", "textarea"})
ONE, MANY = (
    frozenset({"id", "for", "list", "data-filter", "data-none"}),
    frozenset({"aria-labelledby", "aria-describedby", "aria-controls", "headers"}),
)
"""Attributes that name a place of the page, or several."""
BLOCK = "|".join(sorted(ENDS_PARAGRAPH))
EMPTY = re.compile(rf"<div class=refs></div>|<p class=refs>(?:</p>|(?=<(?:{BLOCK})\b))")
"""A row of ways that all led out of the file."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How the names of one page become those of the file."""

    place: Callable[[str], str]
    """Gives the id of a place of the page."""
    link: Callable[[str], str | None]
    """Gives where a link leads; None where the file has nothing there."""
    heading: Callable[[str], str]
    """Gives the short name for the heading that a narrow table prints before a cell."""
    permalink: str
    """The words of the link from a place to itself: a file has no address to give on."""
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
    verbatim: int = 0
    picture: int = 0
    choices: int = 0
    """Above nought inside a form that narrows a list: its fields are told by their names."""

    def text(self, text: str, before: str, after: str) -> None:
        if self.silent:
            return
        if not self.verbatim and "\n" in text and not text.strip():
            text = " " if _is_inline(before) and _is_inline(after) else ""
        self.parts.append(text)

    def tag(self, found: re.Match[str], following: str) -> None:
        name = found["name"]
        if name == "a":
            self.way(found)
        elif self.silent:
            return
        elif found["close"]:
            self.count(name, -1, found)
            if not _is_understood(name, following):
                self.parts.append(found[0])
        else:
            self.parts.append(f"<{name}{self.attributes(found)}>")
            self.count(name, 1, found)

    def count(self, name: str, step: int, found: re.Match[str]) -> None:
        if name in VERBATIM:
            self.verbatim += step
        elif name == "svg":
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
        return f" {key}={value}" if BARE.fullmatch(value) else f' {key}="{value}"'


def compact(html: str, rules: Rules) -> str:
    """Give the HTML of a page as it stands inside a file."""
    writer = _Writer(rules)
    html = _without_permalinks(html, rules.permalink)
    tags = [each for each in TOKEN.finditer(html) if each["name"]]
    at, before = 0, ""
    for number, found in enumerate(tags):
        writer.text(_words(html[at : found.start()]), before, found["name"])
        at, before = found.end(), found["name"]
        writer.tag(found, _following(html, at, tags, number))
    writer.text(_words(html[at:]), before, "")
    return EMPTY.sub("", "".join(writer.parts))


def _without_permalinks(html: str, words: str) -> str:
    return re.sub(rf'<a href="#[^"]*">{re.escape(words)}</a>', "", html)


def _words(text: str) -> str:
    """Give a text without comments."""
    return TOKEN.sub("", text) if "<" in text else text


def _following(html: str, at: int, tags: list[re.Match[str]], number: int) -> str:
    """Give the tag that follows with nothing but space between, as `p` or `/p`."""
    if number + 1 == len(tags):
        return "" if html[at:].strip() else "/"
    found = tags[number + 1]
    return "" if html[at : found.start()].strip() else found["close"] + found["name"]


def _is_understood(name: str, following: str) -> bool:
    """Tell whether a reader of HTML knows by what follows that an element has ended."""
    if name == "p":
        return following in ENDS_PARAGRAPH or following in {
            "/div", "/section", "/li", "/dd", "/td", "/article", "/details", "/header", "/fieldset",
        }  # fmt: skip
    return name in ENDLESS and (following.startswith("/") or following in ENDLESS)


def _is_inline(name: str) -> bool:
    return name in INLINE


def _pairs(attributes: str) -> Iterator[tuple[str, str | None]]:
    return ((each["name"], each["value"]) for each in ATTRIBUTE.finditer(attributes))

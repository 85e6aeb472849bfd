"""Reads a page as a browser does, and says what a browser would have to guess."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(("meta", "link", "br", "input", "img", "hr", "col", "source", "wbr"))
PHRASING = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "em",
        "i",
        "input",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "select",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "svg",
        "time",
    ]
)
WORDS_ONLY = frozenset(
    ("p", "h1", "h2", "h3", "h4", "span", "b", "strong", "em", "small", "label", "dt", "code")
)
"""Elements that hold words and what stands within words, never a block."""
CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"div", "dt", "dd"},
    "table": {"caption", "thead", "tbody", "tfoot", "colgroup"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"td", "th"},
    "select": {"option", "optgroup"},
}
WITHIN = {"li": {"ul", "ol"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "summary": {"details"}}
BLOCKS = frozenset(
    {"article", "aside", "details", "div", "dl", "fieldset", "footer", "form", "h1", "h2", "h3"}
    | {"h4", "header", "hr", "nav", "ol", "p", "pre", "section", "table", "ul"}
)
ENDED_BY = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "td": {"td", "th", "tr", "tbody"},
    "th": {"td", "th", "tr", "tbody"},
    "tr": {"tr", "tbody"},
    "thead": {"tbody"},
    "tbody": {"tbody"},
    "option": {"option", "optgroup"},
    "optgroup": {"optgroup"},
    "head": {"body"},
    "html": set(),
    "p": {*BLOCKS, "li", "dt", "dd", "td", "th", "tr"},
}
"""Elements whose end need not be written, and what begins behind it."""
REFERS = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
HEADING = re.compile(r"h[1-6]")
Attributes = list[tuple[str, str | None]]


@dataclass
class Element:
    """An open element."""

    name: str
    lang: str


@dataclass
class Document(HTMLParser):
    """A page: its elements, words and faults."""

    faults: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    referred: list[str] = field(default_factory=list)
    words: list[tuple[str, str]] = field(default_factory=list)
    """Language and words, those of attributes too."""
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin as a parser that leaves entities to us no more than a browser does."""
        super().__init__(convert_charrefs=True)

    @classmethod
    def of(cls, html: str) -> "Document":
        """Read a page whole."""
        document = cls()
        document.feed(html)
        document.close()
        document.faults += document._at_the_end()
        return document

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Open an element."""
        while self._open and tag in ENDED_BY.get(self._open[-1].name, ()):
            self._open.pop()
        self._judge(tag, attrs)
        given = dict(attrs)
        lang = given.get("lang") or (self._open[-1].lang if self._open else "")
        if not any(each.name == "svg" for each in self._open):
            self.names.append(tag)
        self._note(given, lang)
        if tag not in VOID:
            self._open.append(Element(tag, lang))

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """Judge an element that is closed where it opens: only SVG has such."""
        if not any(each.name == "svg" for each in self._open):
            self.faults.append(f"<{tag}/> outside SVG")
        self._judge(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, which must be the one that was opened last and needs an end."""
        while self._open and self._open[-1].name != tag and self._open[-1].name in ENDED_BY:
            self._open.pop()
        if not self._open or self._open[-1].name != tag:
            self.faults.append(f"</{tag}> closes <{self._open[-1].name if self._open else ''}>")
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        """Note words, and refuse them where only elements may stand."""
        if not data.strip():
            return
        if self._open and self._open[-1].name in CHILDREN:
            self.faults.append(f"words in <{self._open[-1].name}>: {data.strip()[:30]}")
        if not any(each.name in {"code", "pre", "script", "style"} for each in self._open):
            self.words.append((self._open[-1].lang if self._open else "", data))

    def _judge(self, tag: str, attrs: Attributes) -> None:
        around = self._open[-1].name if self._open else ""
        twice = [name for name, times in Counter(name for name, _ in attrs).items() if times > 1]
        self.faults += [f"<{tag}> has two {name}" for name in twice]
        if around in CHILDREN and tag not in CHILDREN[around]:
            self.faults.append(f"<{tag}> in <{around}>")
        if around in WORDS_ONLY and tag not in PHRASING:
            self.faults.append(f"<{tag}> in <{around}>")
        if tag in WITHIN and around not in WITHIN[tag]:
            self.faults.append(f"<{tag}> in <{around}>")
        if tag == "a" and any(each.name in {"a", "summary", "label"} for each in self._open):
            self.faults.append("a link within something that is pressed")

    def _note(self, given: dict[str, str | None], lang: str) -> None:
        if given.get("id"):
            self.ids.append(given["id"] or "")
        for name in REFERS:
            self.referred += (given.get(name) or "").split()
        names = ["aria-label", "title", "alt", "placeholder", "data-h"]
        names += ["content"] if given.get("name") == "description" else []
        self.words += [(lang, given[name] or "") for name in names if name in given]

    def _at_the_end(self) -> Iterator[str]:
        left = [each.name for each in self._open if each.name not in ENDED_BY]
        yield from (f"<{name}> stays open" for name in left)
        yield from (f"two #{name}" for name, times in Counter(self.ids).items() if times > 1)
        yield from (f"no #{name}" for name in sorted(set(self.referred) - set(self.ids)))

    @property
    def headings(self) -> tuple[int, ...]:
        """Give the levels of the headings, in reading order."""
        return tuple(int(name[1]) for name in self.names if HEADING.fullmatch(name))

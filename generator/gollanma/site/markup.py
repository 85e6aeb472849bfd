"""What may stand on a hand-written page: Markdown, and of HTML only what says a language.

Whoever writes a page writes words. An element that loads, leads, frames or sends something would
do so on the computer of every reader, wherever browsers do not stop it.
"""

from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from mkdocs.structure.files import File

from gollanma.diagnostics import Diagnostic, Severity, Span

EVERYWHERE = frozenset({"id", "lang"})
ELEMENTS = {
    **dict.fromkeys(
        (
            "blockquote", "br", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ins", "li",
            "p", "pre", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr",
            "ul",
        ),
        EVERYWHERE,
    ),
    "a": EVERYWHERE | {"href", "title"},
    "code": EVERYWHERE | {"class"},
    "img": EVERYWHERE | {"alt", "src", "title"},
    "ol": EVERYWHERE | {"start"},
}  # fmt: skip
"""The elements that Markdown makes, and their attributes."""
CELLS = frozenset({"td", "th"})
ALIGNED = frozenset(("style", f"text-align: {side};") for side in ("left", "right", "center"))
"""What a table in Markdown says of its columns; folding takes it away."""
ELSEWHERE = ("//", "http:", "https:", "data:", "file:")


def foreign(html: str) -> tuple[str, ...]:
    """Give what does not belong in the HTML of a page, as it was written: `<iframe`, `onclick`."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(dict.fromkeys(reader.found))


def strange(file: File, folder: str, html: str) -> Iterator[Diagnostic]:
    """Yield a finding, at its place in the file, for what does not belong on a written page."""
    text = file.content_string
    for each in foreign(html):
        at = max(text.lower().find(each), 0)
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        place = Span.at(f"{folder}/{file.src_uri}", line, column, len(each))
        yield Diagnostic(place, "PUB005", Severity.ERROR, "markup", {"found": each})


class _Reader(HTMLParser):
    """Reads the HTML of a page and notes what does not belong there."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Judge an element; attributes of one that may not stand there need no word."""
        allowed = ELEMENTS.get(tag)
        if allowed is None:
            self.found.append(f"<{tag}")
            return
        self.found += (
            name
            for name, value in attrs
            if name not in allowed and not (tag in CELLS and (name, value) in ALIGNED)
        )
        sources = (value or "" for name, value in attrs if name == "src")
        self.found += (each for each in sources if each.strip().lower().startswith(ELSEWHERE))

    def handle_data(self, data: str) -> None:
        """Note an element that is not closed: a browser would look for its end further on."""
        _, sign, rest = data.partition("<")
        if sign:
            self.found.append(f"<{rest[:20]}".lower())

    def handle_comment(self, data: str) -> None:
        """Note a comment: a reader would be sent it."""
        self.found.append(f"<!--{data[:20]}".lower())

    def handle_decl(self, decl: str) -> None:
        """Note a declaration."""
        self.found.append(f"<!{decl[:20]}".lower())

    def handle_pi(self, data: str) -> None:
        """Note an instruction to some program."""
        self.found.append(f"<?{data[:20]}".lower())

    def unknown_decl(self, data: str) -> None:
        """Note a marked section."""
        self.found.append(f"<![{data[:20]}".lower())

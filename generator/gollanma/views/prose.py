"""A text's words in one language as HTML: CommonMark without raw HTML, references, terms.

Whatever is not a record, a place in this one or an allowed host stays words without a link. The
author's letters never become markup; `{{ }}` means nothing here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from gollanma.graph import Mention, Occurrence, mentions
from gollanma.graph.prose import BRACKETS
from gollanma.views.markup import Html

OPEN, CLOSE = 0xF0000, 0x100000
"""Where the private letters begin that mark the start and the end of each occurrence of a term."""
PRIVATE = re.compile(r"([\U000F0000-\U0010FFFF])")
NUMBERED = re.compile(r"&#(?:[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<decimal>[0-9]{1,7}));")
"""A letter that an author writes by its number."""
BREAKS = frozenset({"softbreak", "hardbreak"})
AS_WRITTEN = frozenset({"code_block", "fence"})
SPACES = re.compile(r"[ \t\n]+")
MOST_MARKS = 0xFFF0
MOST_TEXTS = 2**14
"""Texts of which it is remembered how they read."""


class Scribe(Protocol):
    """Who knows where links lead from the page that is being written."""

    def mention(self, mention: Mention) -> Html:
        """Write a reference, as a link where there is one."""
        ...

    def words(self, mention: Mention) -> str:
        """Give the words of a reference, without its link."""
        ...

    def term(self, key: str) -> tuple[Html, Html]:
        """Give what opens and closes the link of a term; both empty where there is none."""
        ...

    def way(self, href: str) -> tuple[Html, Html]:
        """Give what opens and closes a link that the author wrote; both empty when refused."""
        ...


def _mention(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it asks for it
    """Read `[[reference]]` where the text stands."""
    match = BRACKETS.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("mention", "", 0)
        token.meta["mention"] = next(mentions(match[0]))
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.disable(["image", "reference"])
    parser.inline.ruler.before("link", "mention", _mention)
    # Every link is judged by the scribe, which keeps the words of those that it refuses.
    parser.validateLink = _any  # type: ignore[method-assign]
    return parser


def _any(url: str) -> bool:  # noqa: ARG001 - markdown-it gives it
    return True


PARSER = _parser()


def block(words: str, marks: Sequence[Occurrence], scribe: Scribe) -> Html:
    """Write words as paragraphs and lists."""
    return _printed(_read(_marked(words, marks)), marks, scribe)


def line(words: str, marks: Sequence[Occurrence], scribe: Scribe) -> Html:
    """Write words within a line: an answer, an entry of a list."""
    return _printed(_read_line(_marked(words, marks)), marks, scribe)


def plain(words: str, scribe: Scribe) -> str:
    """Write words without any markup, as one line."""
    tokens = _read(_marked(words, ()))
    lines = (_plain(token.children, scribe) for token in tokens if token.children)
    return " ".join(" ".join(lines).split())


def paragraphs(words: str, scribe: Scribe) -> Iterator[str]:
    """Yield words without any markup, by paragraphs; an entry of a list begins with its mark."""
    mark = ""
    for token in _read(_marked(words, ())):
        if token.type == "list_item_open":
            mark = f"{token.info}{token.markup} " if token.info else "– "
        elif token.children or token.type in AS_WRITTEN:
            said = _plain(token.children, scribe) if token.children else token.content
            yield mark + SPACES.sub(" ", said).strip(" ")
            mark = ""


@lru_cache(maxsize=MOST_TEXTS)
def _read(words: str) -> tuple[Token, ...]:
    """Read words once, however many pages print them; nobody changes these tokens."""
    return tuple(PARSER.parse(words))


@lru_cache(maxsize=MOST_TEXTS)
def _read_line(words: str) -> tuple[Token, ...]:
    return tuple(PARSER.parseInline(words))


def _plain(tokens: Iterable[Token], scribe: Scribe) -> str:
    return "".join(
        scribe.words(each.meta["mention"])
        if each.type == "mention"
        else each.content or (" " if each.type in BREAKS else "")
        for each in tokens
    )


def unlinked(words: str, scribe: Scribe) -> str:
    """Write words that are no prose: their letters as they are, a reference by its words."""
    plain = PRIVATE.sub("\ufffd", words)
    return BRACKETS.sub(lambda found: scribe.words(next(mentions(found[0]))), plain)


def _marked(words: str, marks: Sequence[Occurrence]) -> str:
    """Put private letters around the occurrences; those that an author wrote are dropped."""
    plain = PRIVATE.sub("\ufffd", words)
    for number, each in reversed(tuple(enumerate(marks[:MOST_MARKS]))):
        before, inside, after = plain[: each.start], plain[each.start : each.end], plain[each.end :]
        plain = before + chr(OPEN + number) + inside + chr(CLOSE + number) + after
    return NUMBERED.sub(_not_private, plain)


def _not_private(found: re.Match[str]) -> str:
    """Drop a number that names one of the private letters; keep every other."""
    number = int(found["hex"], 16) if found["hex"] else int(found["decimal"])
    return "\ufffd" if number >= OPEN else found[0]


def _printed(read: Sequence[Token], marks: Sequence[Occurrence], scribe: Scribe) -> Html:
    tokens = [copy(each) for each in read]
    for token, around in zip(tokens, (None, *read), strict=False):
        if token.type.startswith("heading"):
            token.tag = "p"
        token.info = ""  # a fence may name a language: no class of ours comes from an author
        if token.children:
            is_heading = around is not None and around.type == "heading_open"
            token.children = list(_Line(token.children, marks, scribe).written(strong=is_heading))
    html = PARSER.renderer.render(tokens, PARSER.options, {})
    return Html(PRIVATE.sub("", html).strip())


@dataclass(frozen=True, slots=True)
class _Line:
    """The pieces of one line: words, marks of terms, references, links."""

    tokens: Sequence[Token]
    marks: Sequence[Occurrence]
    scribe: Scribe

    def written(self, *, strong: bool) -> Iterator[Token]:
        """Yield the pieces with their links; a heading has none of terms and stands out."""
        pieces = [piece for token in self.tokens for piece in _pieces(token)]
        ends = {} if strong else dict(_terms(pieces))
        closing: list[Html] = []
        waiting: dict[int, Html] = {}
        if strong:
            yield _raw("<strong>")
        for index, piece in enumerate(pieces):
            match piece.type:
                case "link_open":
                    opened, closed = self.scribe.way(str(piece.attrGet("href") or ""))
                    closing.append(closed)
                    yield _raw(opened)
                case "link_close":
                    yield _raw(closing.pop())
                case "mention":
                    yield _raw(self.scribe.mention(piece.meta["mention"]))
                case "mark" if index in ends and not any(closing):
                    opened, closed = self.scribe.term(self._term(piece))
                    waiting[ends[index]] = closed
                    yield _raw(opened)
                case "mark":
                    yield _raw(waiting.pop(index, ""))
                case _:
                    yield piece
        if strong:
            yield _raw("</strong>")

    def _term(self, piece: Token) -> str:
        return self.marks[ord(piece.content) - OPEN].term


def _pieces(token: Token) -> Iterator[Token]:
    """Cut running words at the private letters."""
    if token.type != "text" or not PRIVATE.search(token.content):
        yield token
        return
    for part in PRIVATE.split(token.content):
        kind = "mark" if PRIVATE.fullmatch(part) else "text"
        yield Token(kind, "", 0, content=part, level=token.level)


def _terms(pieces: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where terms begin and end: on one level, with nothing between that opens or closes."""
    for start, piece in enumerate(pieces):
        if piece.type != "mark" or ord(piece.content) >= CLOSE:
            continue
        last = chr(ord(piece.content) - OPEN + CLOSE)
        for end in range(start + 1, len(pieces)):
            if pieces[end].type not in {"text", "softbreak", "mark"}:
                break
            if pieces[end].content == last:
                yield start, end
                break


def _raw(html: str) -> Token:
    return Token("html_inline", "", 0, content=html)

"""HTML that is safe to print: made here, or escaped here."""

from collections.abc import Iterable
from html import escape
from typing import Protocol


class Html(str):
    """Words that are HTML already; a template prints them as they are."""

    __slots__ = ()

    def __html__(self) -> str:
        """Say to templates that nothing needs escaping."""
        return str(self)


NOTHING = Html()


class Printed(Protocol):
    """What knows how it is printed."""

    def __html__(self) -> str:
        """Give the HTML of it."""
        ...


def safe(words: str | Printed) -> Html:
    """Give words as HTML; what is HTML already, or knows its own, stays as it is."""
    if isinstance(words, Html):
        return words
    return Html(escape(words) if isinstance(words, str) else words.__html__())


def joined(pieces: Iterable[str | Printed], between: str = "") -> Html:
    """Put pieces of HTML and words together."""
    return Html(safe(between).join(safe(each) for each in pieces))


def element(name: str, inner: str | Printed, /, **attributes: str) -> Html:
    """Give an element with its attributes; `class_` stands for `class`, an empty one is left out.

    Underscores in the names become hyphens.
    """
    written = "".join(
        f' {key.strip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return Html(f"<{name}{written}>{safe(inner)}</{name}>")


def in_language(inner: str | Printed, lang: str, reader: str, name: str = "span") -> Html:
    """Mark words of another language than the reader's; the reader's own stay as they are."""
    return safe(inner) if lang == reader else element(name, inner, lang=lang)


def icon(name: str) -> Html:
    """Give an icon, which the style sheet draws; beside a word, so nobody listens to it."""
    return Html(f'<span class="i i-{name}"></span>')

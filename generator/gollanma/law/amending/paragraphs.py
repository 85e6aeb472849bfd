"""Words of several paragraphs as lines, each with a sign for what parts it from the one before."""

import re
from collections.abc import Iterator, Sequence

PARAGRAPH, LINE = "¶", "↵"
_BETWEEN = {PARAGRAPH: "\n\n", LINE: "\n"}
_MARK = re.compile(r"\[(?P<mark>[^\[\]]+)\](?: (?P<rest>.*))?")


def paragraphs(text: str) -> Iterator[tuple[str, str]]:
    """Yield each line of a text with the sign of what stands before it."""
    if text:
        for paragraph in text.split("\n\n"):
            sign = PARAGRAPH
            for line in paragraph.split("\n"):
                yield sign, line
                sign = LINE


def joined(text: str, sign: str, line: str) -> str:
    """Add a line to a text."""
    return text + _BETWEEN[sign] + line if text else line


def marked(mark: str) -> str:
    """Give a remark in brackets, as it stands before a line."""
    return f"[{mark}] "


def unmarked(line: str) -> tuple[str, str] | None:
    """Give the remark with which a line begins, and the rest; None where there is none."""
    match = _MARK.fullmatch(line)
    return (match["mark"], match["rest"] or "") if match else None


def text_lines(text: str) -> list[str]:
    """Give the lines of words that are quoted alone."""
    return [
        line if index == 0 or (sign == PARAGRAPH and is_plain(line)) else marked(sign) + line
        for index, (sign, line) in enumerate(paragraphs(text))
    ]


def read_text(lines: Sequence[str]) -> str:
    """Give the words that lines quote alone."""
    text = ""
    for line in lines:
        mark = unmarked(line) if text else None
        sign, words = mark if mark and mark[0] in _BETWEEN else (PARAGRAPH, line)
        text = joined(text, sign, words)
    return text


def is_plain(line: str) -> bool:
    """Say whether a line shows by itself where it begins."""
    return bool(line) and not line[0].isspace() and unmarked(line) is None

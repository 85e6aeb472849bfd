"""Characters that nobody sees: refused, doubted, or accepted and normalised."""

import re
import unicodedata
from collections.abc import Iterator

from gollanma.diagnostics import Diagnostic, Span
from gollanma.source.findings import accepted, doubtful, refused
from gollanma.source.lines import LINE_END, Lines
from gollanma.source.normal import clusters, is_composed

STAND_IN = "\ufffd"
"""Takes the place of a refused character, so that the rest of a file is still read."""

CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
BIDI = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
ZERO_WIDTH = r"\u180e\u200b-\u200d\u2060-\u2064\U000e0000-\U000e007f"
ODD_SPACE = r"\u1680\u2000-\u200a\u205f\u3000"  # not U+00A0 and U+202F: Russian units need them

SUSPECT = re.compile(rf"[{CONTROL}{BIDI}{ZERO_WIDTH}{ODD_SPACE}\ufeff\xad\ufffd]")
REFUSED = re.compile(rf"[{CONTROL}{BIDI}\ufeff]")
KINDS = re.compile(
    rf"""
      (?P<control>     [{CONTROL}] )   (?P=control)*      # a run of one character is one finding
    | (?P<bidi>        [{BIDI}] )      (?P=bidi)*
    | (?P<bom>         \ufeff )        (?P=bom)*
    | (?P<zero_width>  [{ZERO_WIDTH}] )(?P=zero_width)*
    | (?P<odd_space>   [{ODD_SPACE}] ) (?P=odd_space)*
    | (?P<soft_hyphen> \xad )          (?P=soft_hyphen)*
    | (?P<lost_letter> \ufffd )        (?P=lost_letter)*
    """,
    re.VERBOSE,
)


def findings_in(lines: Lines, *, bom: bool, is_loose: bool) -> Iterator[Diagnostic]:
    """Yield what is odd about the characters of a file."""
    if bom:
        yield accepted(lines.span(0, 0), "bom")
    yield from _suspects(lines)
    if "\r" in lines.text:
        yield _line_ends(lines)
    if is_loose:
        yield _decomposed(lines)


def without_refused(text: str) -> str:
    """Give a text of the same length that the parser accepts."""
    return REFUSED.sub(STAND_IN, text)


def code_point(sign: str) -> str:
    """Name a character in the way that tables of characters do."""
    return f"U+{ord(sign):04X}"


def named_point(sign: str) -> str:
    """Name a character by its place in the tables and by its name there, where it has one."""
    return f"{code_point(sign)} {unicodedata.name(sign, '')}".strip()


def suspect(span: Span, signs: str) -> Diagnostic:
    """Give the finding for a suspect character, or for a run of it."""
    found = KINDS.match(signs)
    kind = found.lastgroup or "" if found else ""
    make = refused if kind in {"control", "bidi", "bom"} else doubtful
    return make(span, kind.replace("_", "-"), sign=code_point(signs[0]))


def _suspects(lines: Lines) -> Iterator[Diagnostic]:
    if lines.text.replace("\n", "").isprintable() and STAND_IN not in lines.text:
        return  # the quick answer for most files
    first = SUSPECT.search(lines.text)
    for found in KINDS.finditer(lines.text, first.start()) if first else ():
        yield suspect(lines.span(found.start(), found.end()), found[0])


def _line_ends(lines: Lines) -> Diagnostic:
    """Report the first line that ends otherwise than with a line feed."""
    ends = {each[0] for each in LINE_END.finditer(lines.text)}
    first = lines.text.index("\r")
    key = "mixed-line-ends" if len(ends) > 1 else "line-ends"
    return accepted(lines.span(first, first), key)


def _decomposed(lines: Lines) -> Diagnostic:
    """Report the first letter that is written as a letter and a loose sign."""
    bounds = clusters(lines.text)
    loose = (pair for pair in bounds if not is_composed(lines.text[slice(*pair)]))
    return accepted(lines.span(*next(loose)), "decomposed")

"""What the parser could not read, in our sentences and at the place to mend.

libyaml says what it expected, in English, where it noticed. A person wants to know what was
written: a colon inside a text, a quote that stays open, a line indented by a tab.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from gollanma.diagnostics import Diagnostic
from gollanma.source.findings import refused
from gollanma.source.libyaml import MarkedYAMLError
from gollanma.source.lines import Lines

_TAB = re.compile(r"[ ]*(?P<tab>\t)")
_COLON = re.compile(r":(?:\s|$)")
_LONGEST_KEY = 1024
"""A bound of YAML itself."""


@dataclass(frozen=True, slots=True)
class _Fault:
    """Where the parser stopped, and where the part began that it was reading."""

    lines: Lines
    index: int
    opened: int
    """The quote, bracket, key or list; the same as `index` if nothing had begun."""

    @property
    def sign(self) -> str:
        """The character at which it stopped; empty at the end of the file."""
        return self.lines.text[self.index : self.index + 1]

    @property
    def before(self) -> str:
        """The line up to there, without spaces around."""
        return self.lines.before(self.index).strip()

    @property
    def line_start(self) -> int:
        """Where the line begins."""
        return self.index - len(self.lines.before(self.index))

    def at(self, index: int, key: str, **values: str | int) -> Diagnostic:
        """Give the finding for one character of the file; for `[[`, of both."""
        width = 2 if key == "brackets" else 1
        end = min(index + width, len(self.lines.text))
        return refused(self.lines.span(index, end), key, **values)

    def here(self, key: str, **values: str | int) -> Diagnostic:
        """Give the finding where the parser stopped."""
        return self.at(self.index, key, **values)


def explain(error: MarkedYAMLError, lines: Lines) -> Diagnostic:
    """Give our sentence for a fault of the parser."""
    index = min(error.problem_mark.index, len(lines.text)) if error.problem_mark else 0
    opened = error.context_mark.index if error.context_mark else index
    fault = _Fault(lines, index, opened)
    return _tab(fault) or _sentence(error.problem or "")(fault)


def _sentence(problem: str) -> Callable[[_Fault], Diagnostic]:
    return next((make for words, make in _SENTENCES if words in problem), _other)


def _other(fault: _Fault) -> Diagnostic:
    return fault.here("syntax")


def _tab(fault: _Fault) -> Diagnostic | None:
    """Look for a tab before the first word of the line, whatever the parser made of it."""
    found = _TAB.match(fault.lines.text, fault.line_start)
    return fault.at(found.start("tab"), "tab") if found else None


def _start_of_text(fault: _Fault) -> Diagnostic:
    """Name the sign that no text can begin with."""
    return fault.here("tab") if fault.sign == "\t" else fault.here("reserved", sign=fault.sign)


def _star(fault: _Fault) -> Diagnostic:
    """Name the sign of an anchor, an alias or a tag, where the text is none of them."""
    return fault.at(fault.opened, "reserved", sign=fault.lines.text[fault.opened])


def _colon(fault: _Fault) -> Diagnostic:
    """Tell a second colon on a line, a line above without one, and a line set in too far."""
    if _COLON.search(fault.before) or len(fault.before) > _LONGEST_KEY:
        return fault.here("colon-in-text")
    above = fault.lines.before(max(fault.line_start - 1, 0))
    if above.strip() and not above.lstrip().startswith(("#", "-")) and not _COLON.search(above):
        start = fault.line_start - 1 - len(above.lstrip())
        return fault.at(start, "no-colon", words=above.strip())
    return _indentation(fault)


def _key_without_colon(fault: _Fault) -> Diagnostic:
    line = fault.lines.line(fault.lines.number(fault.opened))
    return fault.at(fault.opened, "no-colon", words=line.strip())


def _indentation(fault: _Fault) -> Diagnostic:
    """Point at the first word of a line, in a column where nothing began."""
    line = fault.lines.text[fault.line_start :]
    return fault.at(fault.line_start + len(line) - len(line.lstrip(" ")), "indentation")


def _key(fault: _Fault) -> Diagnostic:
    """Say what stands where a key should begin."""
    if fault.before:
        return _rest_of_line(fault)
    match fault.sign:
        case ":":
            return fault.here("null-key")
        case "-":
            return fault.here("stray-item")
        case _:
            return _indentation(fault)


def _rest_of_line(fault: _Fault) -> Diagnostic:
    """Say what follows a value that was already complete."""
    last = fault.before[-1:]
    if fault.sign in ("]", "}"):
        return fault.here("extra-bracket", sign=fault.sign)
    if "[[" in fault.before and last == "]":
        start = fault.lines.before(fault.index).index("[[")
        return fault.at(fault.line_start + start, "brackets")
    if last in ("'", '"'):
        return fault.here("after-quote", quote=last)
    if last in ("]", "}"):
        return fault.here("after-bracket", sign=last)
    return _other(fault)


def _dash(fault: _Fault) -> Diagnostic:
    """Tell a list that begins on the line of its key from words with a dash after a bracket."""
    return fault.here("dash") if fault.before.endswith(":") else _rest_of_line(fault)


def _flow(fault: _Fault) -> Diagnostic:
    """Say what stands inside brackets where a comma or the closing bracket should."""
    opening = fault.lines.text[fault.opened]
    if fault.lines.text.startswith("[[", fault.opened - 1):
        return fault.at(fault.opened - 1, "brackets")
    if fault.lines.number(fault.index) > fault.lines.number(fault.opened):
        return fault.at(fault.opened, "unclosed-bracket", sign=opening)
    if fault.sign == ":":
        return fault.here("colon-in-text")
    if fault.before[-1:] in ("'", '"', "]", "}"):
        return _rest_of_line(fault)
    return fault.here("no-comma")


def _no_value(fault: _Fault) -> Diagnostic:
    """Say which sign stands where a value should; at the end of the file, what stays open."""
    if fault.sign:
        return fault.here("nothing-between", sign=fault.sign)
    start = max(fault.lines.text.rfind(sign) for sign in ("[", "{"))
    return fault.at(max(start, 0), "unclosed-bracket", sign=fault.lines.text[start])


def _quote(fault: _Fault) -> Diagnostic:
    """Point at the quote that is opened and never closed."""
    return fault.at(fault.opened, "unclosed-quote", quote=fault.lines.text[fault.opened])


def _escape(fault: _Fault) -> Diagnostic:
    """Point at the backslash that stands before something it cannot change."""
    start = fault.lines.text.rfind("\\", 0, fault.index + 1)
    return fault.at(max(start, fault.opened), "escape")


def _block_header(fault: _Fault) -> Diagnostic:
    """Point at the sign of a block that words follow on its own line."""
    return fault.at(fault.opened, "block-header", sign=fault.lines.text[fault.opened])


def _document(fault: _Fault) -> Diagnostic:
    """Say what begins after the record."""
    if fault.lines.text.startswith("%"):
        return fault.at(0, "directive")
    above = fault.lines.text[: fault.line_start].rstrip()
    is_ended = above.endswith(("\n...", "\r..."))
    return fault.here("documents") if is_ended else _indentation(fault)


_SENTENCES: tuple[tuple[str, Callable[[_Fault], Diagnostic]], ...] = (
    ("cannot start any token", _start_of_text),
    ("tab character", _start_of_text),
    ("did not find expected alphabetic", _star),
    ("tag", _star),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _key_without_colon),
    ("block sequence entries are not allowed", _dash),
    ("mapping keys are not allowed", lambda fault: fault.here("reserved", sign="?")),
    ("did not find expected key", _key),
    ("expected '-' indicator", lambda fault: fault.here("not-an-item")),
    ("expected ',' or", _flow),
    ("expected node content", _no_value),
    ("found unexpected end of stream", _quote),
    ("found unexpected document indicator", _quote),
    ("escape", _escape),
    ("hexdecimal", _escape),
    ("comment or line break", _block_header),
    ("indentation indicator", _block_header),
    ("directive", lambda fault: fault.at(0, "directive")),
    ("incompatible YAML", lambda fault: fault.at(0, "directive")),
    ("<document start>", _document),
)
"""The parser's words, and the sentence for each; the first that fits is taken."""

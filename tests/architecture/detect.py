"""Find in a text of code what the rules of the project forbid there."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from typing import NamedTuple

LANGUAGES = frozenset({"tk", "ru", "en"})
COUNTRY_WORDS = frozenset({"etrap", "velayat", "welaýat", "madda", "bent"})
CLOCKS = frozenset(
    {
        ("datetime", "now"),
        ("datetime", "today"),
        ("datetime", "utcnow"),
        ("date", "today"),
        ("time", "time"),
        ("time", "localtime"),
        ("time", "gmtime"),
        ("time", "strftime"),
    }
)
WORD = re.compile(r"[^\W\d_]+")
LANGUAGE_IN_MARKUP = re.compile(
    r"""(?:(?P<quote>["'`])(?P<quoted>[a-z]{2,3})(?P=quote)      # "ru"
        |(?:lang|hreflang)\s*[~|^]?=\s*(?P<attribute>[a-z]{2,3})\b  # [lang|=ru]
        |:lang\((?P<selector>[a-z]{2,3})\)                        # :lang(ru)
        |(?:^|[\s"'`(])/?(?P<folder>[a-z]{2,3})/(?=[a-z{]))       # ru/sop/intake.html
    """,
    re.VERBOSE,
)


class Culprit(NamedTuple):
    """A line, and what should not stand there."""

    line: int
    what: str


def languages_in_python(text: str) -> Iterator[Culprit]:
    """Yield each string that is a code of a language, or a path beneath one."""
    for literal in _strings(text):
        parts = set(re.split(r"[/.\-_]", str(literal.value)))
        for code in sorted(parts & LANGUAGES):
            yield Culprit(literal.lineno, repr(code))


def languages_in_markup(text: str) -> Iterator[Culprit]:
    """Yield each code of a language in a template, a style or a script."""
    for number, line in enumerate(text.splitlines(), start=1):
        for found in LANGUAGE_IN_MARKUP.finditer(line):
            code = next(filter(None, found.group("quoted", "attribute", "selector", "folder")))
            if code in LANGUAGES:
                yield Culprit(number, repr(code))


def country_in_python(text: str) -> Iterator[Culprit]:
    """Yield each name or string that holds a word of one country.

    Docstrings and comments may give an example from it.
    """
    for literal in _strings(text):
        for word in country_words(str(literal.value)):
            yield Culprit(literal.lineno, word)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.NAME:
            for word in country_words(token.string):
                yield Culprit(token.start[0], word)


def country_in_markup(text: str) -> Iterator[Culprit]:
    """Yield each word of one country in a template, a style or a script."""
    for number, line in enumerate(text.splitlines(), start=1):
        for word in country_words(line):
            yield Culprit(number, word)


def country_words(text: str) -> Iterator[str]:
    """Yield the words of one country in a text, in the plural too."""
    for found in WORD.finditer(text.lower()):
        if found[0].removesuffix("s") in COUNTRY_WORDS:
            yield found[0]


def words_of_a_language(text: str) -> Iterator[Culprit]:
    """Yield each word that no English dictionary has: its letters show it."""
    for number, line in enumerate(text.splitlines(), start=1):
        for found in WORD.finditer(line):
            if len(found[0]) > 1 and not found[0].isascii():
                yield Culprit(number, found[0])


def clocks(text: str) -> Iterator[Culprit]:
    """Yield each look at a clock."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Call(func=ast.Attribute(attr=method, value=owner)):
                called = (_last_name(owner), method)
                if called in CLOCKS:
                    yield Culprit(node.lineno, ".".join(called))


def _last_name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _strings(text: str) -> Iterator[ast.Constant]:
    """Yield the strings of a module that are not docstrings."""
    tree = ast.parse(text)
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
    for constant in constants:
        if isinstance(constant.value, str) and id(constant) not in docstrings:
            yield constant

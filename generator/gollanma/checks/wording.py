"""Words that were never meant for a reader."""

import re
from collections.abc import Iterator

from gollanma.checks.finding import Finding, Words, check
from gollanma.diagnostics import Severity
from gollanma.graph import Graph
from gollanma.languages import Language

PLACEHOLDER = r"""
      \b(?: TODO | TBD | FIXME | XXX+ )\b             # notes of people who write software
    | \b lorem \s+ ipsum \b
    | \?{{3,}} | _{{3,}} | \.{{4,}}                      # something was to be filled in
    | \[ (?: {words} ) \b [^\]\[]* \] (?! \( )      # [insert the place here]
    | < (?: {words} ) \b [^<>]* >
"""
"""The gaps that writers leave; `words` are those that a language's writers begin one with."""

NOTE = re.compile(r"[tTfFxXlL](?i:odo|bd|ixme|xx|orem)")
"""How the words among them begin."""

ADDRESS = re.compile(r"https?://(?P<host>[^\s/:?#)\]>\"'«»]+)[^\s)\]>\"'«»]*")


@check("REF011", Severity.WARNING)
def address_beyond_the_handbook(graph: Graph) -> Iterator[Finding]:
    """A text sends its reader to an address that the project does not know.

    Without internet it leads nowhere, and nobody has looked at what stands there.
    """
    allowed = {host.casefold() for host in graph.project.allowed_hosts}
    for key, path, text in graph.printed:
        for code, words in text.items():
            for match in ADDRESS.finditer(words):
                place = Words(code, match.start(), match.end())
                values = {"value": match[0], "host": match["host"]}
                if match[0].startswith("http:"):
                    yield Finding(key, path, "not-https", values, words=place)
                elif match["host"].casefold() not in allowed:
                    yield Finding(key, path, "host", values, words=place)


@check("TXT001")
def placeholder(graph: Graph) -> Iterator[Finding]:
    """A text holds a placeholder that nobody replaced.

    The reader meets the gap when she needs the rule.
    """
    patterns = {code: placeholder_of(language) for code, language in graph.languages.items()}
    for key, path, text in graph.printed:
        for code, words in text.items():
            for match in patterns[code].finditer(words) if may_hold_a_gap(words) else ():
                place = Words(code, match.start(), match.end())
                yield Finding(key, path, "placeholder", {"value": match[0]}, words=place)


def may_hold_a_gap(words: str) -> bool:
    """Say whether a text may hold a placeholder: far faster than looking for one."""
    has_marks = "???" in words or "___" in words or "...." in words or "[" in words or "<" in words
    return has_marks or NOTE.search(words) is not None


def placeholder_of(language: Language) -> re.Pattern[str]:
    """Give the pattern of the placeholders in a language."""
    words = "|".join(map(re.escape, language.plain.placeholders)) or "(?!)"
    return re.compile(PLACEHOLDER.format(words=words), re.VERBOSE | re.IGNORECASE)

"""Marks of print, and slips of the hand that every reader sees."""

import re
from collections.abc import Iterator

from gollanma.checks.finding import Finding, Words, check
from gollanma.checks.standing import spoken_in
from gollanma.diagnostics import Severity
from gollanma.graph import Graph, running
from gollanma.languages.marks import ends_a_sentence
from gollanma.model.kinds import Edition

TWICE = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]{2,}+)\s++(?P=word)(?![\w-])")
SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
BEFORE_MARK = re.compile(r"(?<=\w) +(?=[,.!?](?:\s|$))")
MARKDOWN = re.compile(
    r"""  \*\*            # strong words; each begins and ends with it
        | `+              # code, likewise
        | \[[^\[\]]*\]\s+\(https?:   # a link torn apart
    """,
    re.VERBOSE,
)
PAIRED = re.compile(r"\*\*[^*]+\*\*|(?P<tick>`+)[^`]+(?P=tick)")
TABLE = "|"
"""Where rows of a table are aligned, spaces are meant."""


@check("I18N017", Severity.INFO)
def marks_of_another_language(graph: Graph) -> Iterator[Finding]:
    """A text has quotation marks, dashes or a full stop that its language does not set there.

    The page looks copied together, and its reader trusts it less.
    """
    for key, path, text in graph.printed:
        for code, words in text.items():
            for start, end, right in graph.languages[code].marks.slips(words):
                if any(first <= start and end <= last for first, last in running(words)):
                    values = {"value": words[start:end], "right": right}
                    yield Finding(key, path, "mark", values, words=Words(code, start, end))
        own = spoken_in(graph, key)
        is_whole = own in text and ends_a_sentence(text[own])
        for code, words in text.items() if own in text else ():
            if ends_a_sentence(words) is not is_whole:
                sentence = "no-end" if is_whole else "end"
                values = {"language": code, "source": own}
                yield Finding(key, (*path, code), sentence, values)


@check("TXT007", Severity.INFO)
def slip_of_the_hand(graph: Graph) -> Iterator[Finding]:
    """A text has a word or a space twice, a space before a comma, or a mark of Markdown left over.

    Where the small things are wrong, nobody believes the big ones.
    """
    for key, path, text in graph.printed:
        if isinstance(graph.library.records[key], Edition):
            continue
        for code, words in text.items():
            repeats = graph.languages[code].plain.repeats
            for start, end, sentence in _slips(words, repeats):
                values = {"value": words[start:end].strip()}
                yield Finding(key, path, sentence, values, words=Words(code, start, end))


def _slips(words: str, repeats: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    for match in TWICE.finditer(words):
        if " ".join(match[0].lower().split()) not in repeats:
            yield match.start(), match.end(), "twice"
    if "  " in words and TABLE not in words:
        yield from ((each.start(), each.end(), "spaces") for each in SPACES.finditer(words))
    if " ," in words or " ." in words or " !" in words or " ?" in words:
        found = BEFORE_MARK.finditer(words)
        yield from ((each.start(), each.end() + 1, "before") for each in found)
    if "*" in words or "`" in words or "[" in words:
        kept = PAIRED.sub(lambda match: "x" * len(match[0]), words)
        yield from ((each.start(), each.end(), "markdown") for each in MARKDOWN.finditer(kept))

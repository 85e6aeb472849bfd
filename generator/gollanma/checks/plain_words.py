"""Words that a person beside a family can read at once, and that hurt nobody."""

from collections.abc import Iterator

from gollanma.checks.finding import Finding, Words, check
from gollanma.diagnostics import Severity
from gollanma.graph import Graph, mentions
from gollanma.graph.occurrences import is_heading
from gollanma.languages import Language
from gollanma.languages.plain import reading_of
from gollanma.model import Text
from gollanma.model.kinds import Act, Comment, Document, Edition, Form, Role, Service, Sop
from gollanma.model.walk import Path

THEIRS = (Act, Edition, Comment, Document)
"""Kinds whose words belong to whoever passed or published them."""
TASKS = (Sop, Service, Form, Role)
"""Kinds that say what somebody does and by when."""
NO_TASK = frozenset({"summary", "purpose", "why", "do_not_say"})
"""Fields in which nothing is to be done by a time."""
FEWEST_WORDS = 30
"""Fewer words have no readability index worth the name."""


@check("TXT002", Severity.WARNING)
def sentence_is_too_long(graph: Graph) -> Iterator[Finding]:
    """A sentence, or all of a text, is too long to be understood at once.

    Somebody reads it in a hurry, at a door, and acts on the first half.
    """
    for key, path, text in graph.printed:
        if not isinstance(graph.library.records[key], THEIRS):
            for code, words in text.items():
                limits = graph.languages[code].plain.limits
                most = limits.get("step" if path[0] == "steps" else "sentence")
                if most and words.count(" ") >= most:
                    yield from _hard(graph, (key, path, code), words, most)


def _hard(graph: Graph, place: tuple[str, Path, str], words: str, most: int) -> Iterator[Finding]:
    key, path, code = place
    reading = reading_of([_printed(graph, code, words)])
    index = graph.languages[code].plain.limits.get("index")
    if reading.longest > most:
        yield Finding(key, (*path, code), "sentence", {"n": reading.longest, "most": most})
    elif index and reading.words >= FEWEST_WORDS and reading.lix > index:
        values = {"n": round(reading.lix), "most": index}
        yield Finding(key, (*path, code), "index", values)


def _printed(graph: Graph, code: str, words: str) -> str:
    """Give words with what stands on the page for their references."""
    pieces, end = [], 0
    for each in mentions(words):
        key = each.ref.record if each.ref else ""
        name = graph.library.name(key).get(code, "") if key in graph.library.records else ""
        pieces += [words[end : each.start], each.words or name or each.written]
        end = each.end
    return "".join([*pieces, words[end:]])


@check("TXT003", Severity.WARNING)
def time_that_names_no_time(graph: Graph) -> Iterator[Finding]:
    """A task is to be done promptly or regularly, and nobody says when.

    For one office that is an hour, for another a month, and nobody has broken a rule.
    """
    for key, path, text in graph.printed:
        record = graph.library.records[key]
        if not isinstance(record, TASKS) or is_heading(path) or not NO_TASK.isdisjoint(path):
            continue
        for code, words in text.items():
            for start, end, vague in _vague(graph.languages[code], words):
                place = Words(code, start, end)
                yield Finding(key, path, "vague", {"value": vague}, words=place)


def _vague(language: Language, words: str) -> Iterator[tuple[int, int, str]]:
    """Yield the vague times of a text that names none."""
    found = [each for each in language.plain.vague_times.found(words) if _is_vague(language, each)]
    if found and not any(each.unit for each in language.numbers_in(words)):
        yield from ((start, end, words[start:end]) for start, end, _ in found)


def _is_vague(language: Language, found: tuple[int, int, str]) -> bool:
    return found[2] not in language.plain.timed


@check("TXT004", Severity.INFO)
def deed_without_anybody_to_do_it(graph: Graph) -> Iterator[Finding]:
    """A step says that something must be done, and not to anybody.

    Each of two people reads it as meant for the other.
    """
    for key, sop in graph.library.keyed(Sop):
        for index, step in enumerate(sop.steps):
            for path, text in _deeds(("steps", index), step.action, step.checklist):
                for code, words in text.items():
                    match = graph.languages[code].plain.passive.search(words.lower())
                    if match:
                        place = Words(code, match.start(), match.end())
                        values = {"value": words[match.start() : match.end()]}
                        yield Finding(key, path, "passive", values, words=place)


def _deeds(
    path: Path, action: Text | None, checklist: tuple[Text, ...]
) -> Iterator[tuple[Path, Text]]:
    if action:
        yield (*path, "action"), action
    for index, each in enumerate(checklist):
        yield (*path, "checklist", index), each


@check("TXT005", Severity.WARNING)
def word_that_hurts(graph: Graph) -> Iterator[Finding]:
    """A text calls people by a word that puts them down.

    Whoever reads that about herself does not come again.
    """
    for key, path, text in graph.printed:
        if isinstance(graph.library.records[key], THEIRS) or "do_not_say" in path:
            continue
        for code, words in text.items():
            people = graph.languages[code].people
            for start, end, entry in people.stigma.found(words):
                values = {"value": words[start:end], "near": people.better[entry]}
                yield Finding(key, path, "stigma", values, words=Words(code, start, end))

"""Terms: one word for one thing in each language, explained, and used as agreed."""

from collections.abc import Iterator
from itertools import combinations

from gollanma.checks.circles import circles
from gollanma.checks.finding import Also, Finding, Words, check
from gollanma.checks.standing import status_of
from gollanma.diagnostics import Severity
from gollanma.graph import Graph, Labels
from gollanma.model.kinds import Edition, Term
from gollanma.model.kinds.terms import LabelStatus
from gollanma.model.walk import Path

USABLE = frozenset({LabelStatus.PREFERRED, LabelStatus.ADMITTED})


@check("GLO001")
def term_has_no_word(graph: Graph) -> Iterator[Finding]:
    """A term has no preferred word in a language.

    Each translator invents one, and readers think of different things.
    """
    for key, term in graph.library.keyed(Term):
        required = graph.project.languages.required_at(status_of(term))
        for code in graph.project.languages.all if term.labels else ():
            if code not in term.name:
                weight = Severity.ERROR if code in required else Severity.WARNING
                path = ("labels", code) if code in term.labels else ("labels",)
                values = {"language": code}
                yield Finding(key, path, "no-word", values, weight, on_key=True)


@check("GLO002")
def two_preferred_words(graph: Graph) -> Iterator[Finding]:
    """A term has two preferred words in one language.

    Nobody knows which one to write, so both are written.
    """
    for key, term in graph.library.keyed(Term):
        for code, labels in term.labels.items():
            preferred = [
                index for index, each in enumerate(labels) if each.status is LabelStatus.PREFERRED
            ]
            for index in preferred[1:]:
                path = ("labels", code, index, "label")
                values = {"value": labels[index].label, "first": labels[preferred[0]].label}
                yield Finding(key, path, "second", values)


@check("GLO003")
def one_word_for_two_terms(graph: Graph) -> Iterator[Finding]:
    """One word stands for two terms that do not mention each other.

    The reader takes one profession for the other.
    """
    places: dict[tuple[str, str], list[tuple[str, Path]]] = {}
    for key, term in graph.library.keyed(Term):
        for code, labels in term.labels.items():
            for index, each in enumerate(labels):
                if each.status in USABLE:
                    path = ("labels", code, index, "label")
                    places.setdefault((code, each.label.casefold()), []).append((key, path))
    for (_, label), found in places.items():
        for (first, there), (second, here) in combinations(found, 2):
            if first != second and not _told_apart(graph, first, second):
                values = {"value": label, "key": first}
                also = (Also(first, there, "other", values),)
                yield Finding(second, here, "homonym", values, also=also)


def _told_apart(graph: Graph, first: str, second: str) -> bool:
    terms = (graph.library.records[first], graph.library.records[second])
    named = {ref.record for each in terms if isinstance(each, Term) for ref in each.not_to_confuse}
    return bool(named & {first, second})


@check("GLO004")
def term_explains_itself(graph: Graph) -> Iterator[Finding]:
    """A definition uses the word that it explains, or broader terms go in a circle.

    Whoever does not know the word knows as little afterwards.
    """
    labels = {code: Labels(graph.library, graph.languages[code]) for code in graph.languages}
    for key, term in graph.library.keyed(Term):
        for code, words in (term.definition or {}).items():
            for start, end, found in labels[code].found(words):
                if found.term == key and found.status in USABLE:
                    place = Words(code, start, end)
                    values = {"value": words[start:end]}
                    yield Finding(key, ("definition",), "itself", values, words=place)
    broader = {
        key: {ref.record: index for index, ref in enumerate(term.broader)}
        for key, term in graph.library.keyed(Term)
    }
    for circle in circles(broader):
        path = ("broader", broader[circle[0]][circle[1 % len(circle)]])
        values = {"path": " → ".join([*circle, circle[0]])}
        yield Finding(circle[0], path, "circle", values)


@check("GLO006", Severity.WARNING)
def word_to_be_avoided(graph: Graph) -> Iterator[Finding]:
    """A text uses a word that the glossary asks to avoid.

    The person reads about herself in a word that hurts, or takes it for another term.
    """
    for each in graph.occurrences:
        source = graph.library.records[each.source]
        if each.status in USABLE or isinstance(source, Edition):
            continue
        forbidden = each.status is LabelStatus.FORBIDDEN
        better = graph.library.records[each.term].name.get(each.language, "")
        values = {"value": each.label, "near": better, "key": each.term}
        place = Words(each.language, each.start, each.end)
        weight = Severity.ERROR if forbidden else Severity.WARNING
        key = "forbidden" if forbidden else "deprecated"
        yield Finding(each.source, each.path, key, values, weight, words=place)

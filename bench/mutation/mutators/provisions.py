"""Mistakes in the provisions of an act: numbers, ids, words, what they cite and promise."""

from collections.abc import Iterator, Mapping

from bench.mutation.corpus import Corpus, Edit, drop, items, node_at, put, quoted, scalar
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import anew, having, references, saying_all, scalars
from bench.mutation.mutators.law import (
    UNDECLARED,
    editions,
    is_binding,
    provisions,
    said_before,
    with_words,
)


@mutator("LAW004", "a by-law that is only promised", UNDECLARED)
def promised(corpus: Corpus) -> Iterator[Edit]:
    """Promise a by-law that nobody made."""
    words = "{tk: Arza tertibi, ru: Порядок подачи, en: How to apply}"
    block = f"by_laws:\n  - text: {words}"
    for document in editions(corpus):
        for keys, _, _ in with_words(corpus, document) if is_binding(document) else ():
            if not node_at(document, (*keys, "by_laws")):
                yield from having(document, keys, block, (*keys, "by_laws", 0, "text"))


NUMBERS = {
    **UNDECLARED,
    "LAW103": "whoever cited the number cites a former one now",
    "LAW104": "whoever cited the number cites another one now",
    "LAW003": "whoever cited the number labels it wrongly now",
}


@mutator("LAW101", "a number after a gap", NUMBERS)
def gap(corpus: Corpus) -> Iterator[Edit]:
    """Give the last provision of a list a number far away."""
    for document in editions(corpus):
        for keys, _ in provisions(document):
            is_last = keys[-1] == items(document, keys[:-1]) - 1
            number = scalar(document, (*keys, "number")) or ""
            if scalar(document, (*keys, "unit")) == "article":
                continue
            if is_last and number.isdecimal() and int(number) > 1 and len(keys) > len(("body", 0)):
                at = (*keys, "number")
                yield Edit(document.path, anew(document, at, '"97"').splices, at)


@mutator("LAW102", "the words of two provisions change places", UNDECLARED)
def exchanged(corpus: Corpus) -> Iterator[Edit]:
    """Exchange the words of two provisions in a later edition; what is new in it has no past."""
    for document in editions(corpus):
        if scalar(document, ("based_on",)) and "draft-working" not in document.path:
            before = said_before(corpus, document)
            there = with_words(corpus, document)
            found = {keys: words for keys, name, words in there if name in before}
            for keys, words in found.items():
                after = (*keys[:-1], int(keys[-1]) + 1)
                if after in found:
                    splices = [
                        put(document, (*there, "text", code), quoted(said[code]))
                        for there, said in ((keys, found[after]), (after, words))
                        for code in corpus.codes
                    ]
                    at = ((*keys, "id"), (*after, "id"))
                    yield Edit(document.path, tuple(splices), at[0], also_at=at[1:])


def _longer(corpus: Corpus, sentence: Mapping[str, str], *languages: str) -> Iterator[Edit]:
    """Put a sentence at the end of provisions, in every language."""
    for document in editions(corpus):
        for keys, _, words in with_words(corpus, document):
            longer = {code: f"{each} {sentence[code]}" for code, each in words.items()}
            yield from saying_all(document, (*keys, "text"), longer, *languages)


CITED = {**UNDECLARED, "I18N003": "the number of the article is there in two languages alone"}


@mutator("LAW106", "one language cites another article", CITED)
def cites_another(corpus: Corpus) -> Iterator[Edit]:
    """Cite another article in Russian."""
    sentence = {
        "tk": "Bu barada 9-njy madda aýdýar.",
        "ru": "Об этом сказано далее.",
        "en": "Article 9 speaks of it.",
    }
    yield from _longer(corpus, sentence, "ru")


@mutator("LAW107", "a term is defined twice", UNDECLARED)
def defined_twice(corpus: Corpus) -> Iterator[Edit]:
    """Let a later provision define a term again."""
    for document in editions(corpus):
        defined = [value for _, value in scalars(document, "defines")]
        for keys, name, _ in with_words(corpus, document):
            if defined and not name.startswith("a1.") and not node_at(document, (*keys, "defines")):
                block = f"defines: {defined[0]}"
                yield from having(document, keys, block, (*keys, "defines"))


@mutator("LAW108", "a citation that holds where it stands alone", UNDECLARED)
def relative(corpus: Corpus) -> Iterator[Edit]:
    """Speak of this article."""
    sentence = {
        "tk": "Bu şu maddanyň talabydyr.",
        "ru": "Это требование настоящей статьи.",
        "en": "This article demands it.",
    }
    yield from _longer(corpus, sentence, "ru")


@mutator("LAW115", "a duty with nothing behind it", UNDECLARED)
def idle_duty(corpus: Corpus) -> Iterator[Edit]:
    """Make a duty of what the law allows."""
    cited = {value for _, _, value in references(corpus)}
    for document in editions(corpus):
        act = document.path.split("/")[2]
        for keys, value in scalars(document, "modality") if is_binding(document) else ():
            place = scalar(document, (*keys[:-1], "id")) or ""
            article = f"act/{act}#{place.partition('.')[0]}"
            is_cited = any(each.partition(".")[0] == article for each in cited)
            if value in {"may", "is"} and keys[0] == "body" and not is_cited:
                yield anew(document, keys, "must")


@mutator("LAW117", "a provision without one language", UNDECLARED)
def silent(corpus: Corpus) -> Iterator[Edit]:
    """Take a language of a provision."""
    for document in editions(corpus):
        for keys, _, _ in with_words(corpus, document):
            for code in ("ru", "en"):
                splice = drop(document, (*keys, "text", code))
                if splice:
                    yield Edit(document.path, (splice,), (*keys, "text"))


MUTATORS = (
    promised,
    gap,
    exchanged,
    cites_another,
    defined_twice,
    relative,
    idle_duty,
    silent,
)

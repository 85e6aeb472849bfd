"""Mistakes of wording: gaps, vague times, words that hurt, people who can be recognised."""

import re
from collections.abc import Iterator

from bench.mutation.corpus import Corpus, Edit, items
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import ALL, saying, saying_all, with_sentence, words_of


@mutator("TXT001", "a place left to be filled in")
def gap(corpus: Corpus) -> Iterator[Edit]:
    """Leave a gap in English."""
    sentence = {
        "tk": "Salgysy edarada aýdylýar.",
        "ru": "Адрес сообщают в учреждении.",
        "en": "The address is [insert the address here].",
    }
    yield from with_sentence(corpus, sentence, "en")


@mutator("TXT001", "a note to oneself")
def note(corpus: Corpus) -> Iterator[Edit]:
    """Leave a note in Russian."""
    sentence = {"tk": "Barlanýar.", "ru": "TODO: проверить.", "en": "It is checked."}
    yield from with_sentence(corpus, sentence, "ru")


@mutator("TXT002", "a sentence without an end")
def endless(corpus: Corpus) -> Iterator[Edit]:
    """Put a sentence of many words in Russian."""
    many = " и ".join(["дома", "в селе", "в городе", "у соседей", "у родных", "на работе"] * 4)
    sentence = {
        "tk": "Her ýerde şeýle bolýar.",
        "ru": f"Так бывает {many}.",
        "en": "It is so everywhere.",
    }
    yield from with_sentence(corpus, sentence, "ru", folders=("sops", "services"))


BINDING_NOBODY = {"purpose", "why"}
"""Fields that give reasons and set nobody a time."""


@mutator("TXT003", "a time that is none")
def vague(corpus: Corpus) -> Iterator[Edit]:
    """Put a sentence that names no time."""
    sentence = {
        "tk": "Jogap wagtynda berilýär.",
        "ru": "Ответ дают своевременно.",
        "en": "The reply is promptly given.",
    }
    for edit in with_sentence(corpus, sentence, *ALL, folders=("sops", "services")):
        if not isinstance(edit.at, int) and BINDING_NOBODY.isdisjoint(edit.at):
            yield edit


@mutator("TXT004", "a deed without anybody to do it")
def nobody(corpus: Corpus) -> Iterator[Edit]:
    """Put a step into words that name nobody."""
    for document, keys, words in corpus.texts:
        is_step = keys[0] == "steps" and keys[-1] == "action"
        if is_step and document.path.startswith("normative/sops/") and set(words) == set(ALL):
            new = {
                "tk": "Forma doldurylmaly.",
                "ru": "Форма должна быть заполнена.",
                "en": "The form must be filled in.",
            }
            yield from saying_all(document, keys, new, "ru")


@mutator("TXT005", "words that hurt")
def hurting(corpus: Corpus) -> Iterator[Edit]:
    """Call people by words that hurt."""
    sentence = {
        "tk": "Alkaş ýaşaýan bigelşik maşgalalar hem gelýär.",
        "ru": "Приходят и неблагополучные семьи, где есть алкоголик.",
        "en": "Dysfunctional families with an alcoholic come too.",
    }
    yield from with_sentence(corpus, sentence, *ALL)


@mutator("TXT006", "somebody with a name and an address")
def recognised(corpus: Corpus) -> Iterator[Edit]:
    """Say where somebody lives."""
    sentence = {
        "tk": "Bahar Orazowa Garaşsyzlyk köçesi 12 salgyda ýaşaýar.",
        "ru": "Ирина Иванова живёт на ул. Свободы, дом 12.",
        "en": "Mrs Orazova lives in Freedom street 12.",
    }
    yield from with_sentence(corpus, sentence, *ALL)


@mutator("TXT006", "the number of a passport")
def passport(corpus: Corpus) -> Iterator[Edit]:
    """Leave the papers of somebody in an example."""
    sentence = {
        "tk": "Pasport I-AA № 123456.",
        "ru": "Паспорт I-AA № 123456.",
        "en": "Passport I-AA 123456.",
    }
    yield from with_sentence(corpus, sentence, *ALL)


@mutator("TXT007", "a word twice")
def doubled(corpus: Corpus) -> Iterator[Edit]:
    """Write a word of a text twice."""
    for document, keys, words in words_of(corpus, "en"):
        match = re.search(r" (?P<word>[a-z]{3,}) ", words)
        is_ours = not document.path.startswith("normative/acts/") and "asked" not in keys
        if match and "[[" not in words and is_ours:
            at = match.end()
            yield saying(document, keys, f"{words[:at]}{match['word']} {words[at:]}")


ADDRESS = "https://example.org/help"


@mutator("REF011", "an address on the internet")
def address(corpus: Corpus) -> Iterator[Edit]:
    """Send the reader to the internet."""
    sentence = {
        "tk": f"Görüň: {ADDRESS}",
        "ru": f"Смотрите: {ADDRESS}",
        "en": f"See {ADDRESS}",
    }
    yield from with_sentence(corpus, sentence, *ALL)


@mutator("FACT004", "a number that a fact holds")
def unbound(corpus: Corpus) -> Iterator[Edit]:
    """Write the value of a fact beside words of its title."""
    for fact in corpus.of("facts"):
        value = fact.value("statements", 0, "value")
        titles = {code: fact.value("title", code) for code in corpus.codes}
        is_number = isinstance(value, str) and value.isdecimal() and len(value) >= len("10")
        if not is_number or items(fact, ("statements",)) > 1:
            continue
        sentence = {code: f"{title}: {value}." for code, title in titles.items()}
        texts = with_sentence(corpus, sentence, "tk", folders=("documents",))
        yield from (edit for edit, _ in zip(texts, range(2), strict=False))


MUTATORS = (
    *(gap, note, endless, vague, nobody, hurting, recognised, passport, doubled, address),
    unbound,
)

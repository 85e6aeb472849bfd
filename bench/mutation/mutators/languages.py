"""Mistakes of translation: what one language says and another does not."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bench.mutation.corpus import Corpus, Edit, scalar
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import (
    DRAFT,
    english_of,
    saying,
    with_sentence,
    without,
    words_of,
)

LONG = 60
LONGEST = 200
NUMBER = re.compile(r"(?<![\w.,])[1-9][0-9]?(?![\w.,%-])")
LOST = {"I18N003": "a number in what is lost is lost too"}


@mutator("I18N001", "a language of a text is gone")
def missing(corpus: Corpus) -> Iterator[Edit]:
    """Leave a language out."""
    for document, keys, words in corpus.texts:
        if not document.path.startswith("normative/acts/"):
            for code in words:
                yield from without(document, (*keys, code), keys)


STAMP = "h1:00000000000000000000"


@mutator("I18N002", "the words that a translation was made from have changed")
def stale(corpus: Corpus) -> Iterator[Edit]:
    """Say that a summary was translated from other words."""
    folders = {"services": "service", "sops": "sop", "forms": "form", "roles": "role"}
    for document in corpus.of(*folders):
        _, folder, name = document.path.split("/")
        own = scalar(document, ("authoritative",)) or "tk"
        other = next(code for code in ("en", "ru") if code != own)
        path = f"normative/state/translated/{folders[folder]}/{name}"
        text = f"translated:\n  summary:\n    {other}: {STAMP}\n"
        if scalar(document, ("summary", other)):
            yield Edit(document.path, (), ("summary", other), others={path: text.encode()})


@mutator("I18N003", "a number differs in one language")
def other_number(corpus: Corpus) -> Iterator[Edit]:
    """Raise a number by one in English."""
    for document, keys, words in words_of(corpus, "en"):
        match = NUMBER.search(words)
        if match and "[[" not in words and not document.path.startswith("normative/acts/"):
            new = f"{words[: match.start()]}{int(match[0]) + 1}{words[match.end() :]}"
            yield saying(document, keys, new)


@mutator("I18N003", "a number that one language says in words")
def other_word(corpus: Corpus) -> Iterator[Edit]:
    """Put a sentence that counts otherwise in Russian."""
    sentence = {
        "tk": "Bu üç gün dowam edýär.",
        "ru": "Это длится пять дней.",
        "en": "This takes three days.",
    }
    yield from with_sentence(corpus, sentence, "ru")


@mutator("I18N003", "a figure differs in a sentence")
def other_figure(corpus: Corpus) -> Iterator[Edit]:
    """Put a sentence whose figure is another one in English."""
    sentence = {
        "tk": "Bu 17 gün dowam edýär.",
        "ru": "Это длится 17 дней.",
        "en": "This takes 19 days.",
    }
    yield from with_sentence(corpus, sentence, "en")


@mutator("I18N004", "a sentence with another unit in one language")
def unit_in_sentence(corpus: Corpus) -> Iterator[Edit]:
    """Put a sentence that counts in weeks in English alone."""
    sentence = {
        "tk": "Jogap 7 günüň dowamynda berilýär.",
        "ru": "Ответ дают в течение 7 дней.",
        "en": "The reply is given within 7 weeks.",
    }
    yield from with_sentence(corpus, sentence, "en")


@mutator("I18N005", "a date differs in one language")
def other_day(corpus: Corpus) -> Iterator[Edit]:
    """Put a sentence whose day differs in English."""
    sentence = {
        "tk": "Bu 2021-nji ýylyň 18-nji dekabrynda bolupdy.",
        "ru": "Это было 18 декабря 2021 года.",
        "en": "That was on 8 December 2021.",
    }
    yield from with_sentence(corpus, sentence, "en")


@mutator("I18N006", "a sum in another currency")
def other_currency(corpus: Corpus) -> Iterator[Edit]:
    """Put a sentence whose sum is in dollars in English."""
    sentence = {
        "tk": "Munuň üçin 30 manat tölenýär.",
        "ru": "За это платят 30 манатов.",
        "en": "One pays 30 dollars for this.",
    }
    yield from with_sentence(corpus, sentence, "en")


@mutator("I18N007", "a translation is a copy")
def copied(corpus: Corpus) -> Iterator[Edit]:
    """Leave the words that decide where the English ones belong."""
    for document, keys, words in corpus.texts:
        own = scalar(document, ("authoritative",)) or "tk"
        is_law = document.path.startswith("normative/acts/")
        if own in words and own != "en" and len(words[own]) > LONG and not is_law:
            yield saying(document, (*keys, "en"), words[own])


@mutator("I18N008", "words of another language")
def strange_words(corpus: Corpus) -> Iterator[Edit]:
    """Paste Turkmen words of another place where the English ones belong."""
    plain = [
        (document, keys, words)
        for document, keys, words in corpus.texts
        if min(map(len, words.values())) > LONG
        and not re.search(r"[0-9\[]", " ".join(words.values()))
    ]
    for (_, _, other), (document, keys, _) in pairwise(plain):
        if not document.path.startswith("normative/acts/") and "tk" in other:
            yield saying(document, (*keys, "en"), other["tk"])


HOMOGLYPHS = {"a": "а", "e": "е", "o": "о", "p": "р"}


@mutator("I18N009", "a letter of another script that looks alike", DRAFT)
def homoglyph(corpus: Corpus) -> Iterator[Edit]:
    """Write a Cyrillic letter inside a Latin word."""
    for language in ("tk", "en"):
        for document, keys, words in words_of(corpus, language):
            match = re.search(r"(?<=[a-z])[aeop](?=[a-z])", words)
            if match and "[[" not in words:
                new = f"{words[: match.start()]}{HOMOGLYPHS[match[0]]}{words[match.end() :]}"
                yield saying(document, keys, new)


@mutator("I18N010", "Turkmen without its letters", DRAFT)
def bare_letters(corpus: Corpus) -> Iterator[Edit]:
    """Write a word with ç without the sign."""
    for document, keys, words in words_of(corpus, "tk"):
        if "ç" in words and "[[" not in words:
            yield saying(document, keys, words.replace("ç", "c", 1))


@mutator("I18N011", "the ending of an ordinal does not follow the number", DRAFT)
def wrong_ending(corpus: Corpus) -> Iterator[Edit]:
    """Exchange -njy and -nji."""
    for document, keys, words in words_of(corpus, "tk"):
        match = re.search(r"(?<=[0-9]-nj)[iy]", words)
        if match:
            new = "y" if match[0] == "i" else "i"
            yield saying(document, keys, f"{words[: match.start()]}{new}{words[match.end() :]}")


@mutator("I18N012", "a reference is lost in one language", DRAFT)
def lost_reference(corpus: Corpus) -> Iterator[Edit]:
    """Leave the words of a reference without its link."""
    for document, keys, words in words_of(corpus, "ru"):
        match = re.search(r"\[\[(?P<ref>[^\]|]+)(?:\|(?P<words>[^\]]+))?\]\]", words)
        if match:
            said = match["words"] or "это"
            yield saying(document, keys, f"{words[: match.start()]}{said}{words[match.end() :]}")


@mutator("I18N013", "an item of a list is lost in one language")
def lost_item(corpus: Corpus) -> Iterator[Edit]:
    """Give a text a list, with one item fewer in Russian."""
    lists = {"tk": "\n\n- gezek\n- sapar", "ru": "\n\n- дежурство", "en": "\n\n- duty\n- visit"}
    yield from with_sentence(corpus, lists, "ru")


@mutator("I18N014", "half of a translation is missing", LOST)
def cut_short(corpus: Corpus) -> Iterator[Edit]:
    """Keep the first quarter of the English words."""
    for document, keys, words in corpus.texts:
        english = words.get("en", "")
        is_own = scalar(document, ("authoritative",)) == "en"
        if len(english) > LONGEST and "[[" not in english and not is_own:
            yield saying(document, (*keys, "en"), english[: len(english) // 4].rsplit(" ", 1)[0])


@mutator("I18N017", "quotation marks of another language")
def strange_marks(corpus: Corpus) -> Iterator[Edit]:
    """Put Russian quotation marks into English."""
    sentence = {
        "tk": "Muňa «hasabat» diýilýär.",
        "ru": "Это называют «отчёт».",
        "en": "This is called «report».",
    }
    yield from with_sentence(corpus, sentence, "en")


@mutator("I18N018", "one title is translated in two ways", DRAFT)
def two_translations(corpus: Corpus) -> Iterator[Edit]:
    """Translate a title of a kind of record otherwise where it stands again."""
    first: dict[tuple[str, str, str], bool] = {}
    for document, keys, words in corpus.texts:
        own = scalar(document, ("authoritative",)) or "tk"
        place = (document.path.split("/")[1], str(keys[-1]), words.get(own, "").casefold())
        if keys[-1] in {"title", "heading", "label"} and place in first and own != "en":
            yield saying(document, (*keys, "en"), f"Another {words.get('en', '').lower()}")
        first[place] = True


@mutator("I18N019", "a form is called by another title")
def other_title(corpus: Corpus) -> Iterator[Edit]:
    """Refer to a form by a title that is not its own, in English."""
    form = corpus.documents["normative/forms/consent.yml"]
    titles = {code: scalar(form, ("title", code)) or "" for code in corpus.codes}
    sentence = {
        "tk": f"[[form/consent|«{titles['tk']}»]] gerek.",
        "ru": f"Нужна [[form/consent|«{titles['ru']}»]].",
        "en": 'The [[form/consent|"Leave sheet"]] is needed.',
    }
    yield from with_sentence(corpus, sentence, "en")


@mutator("I18N020", "a translation is newer than the words that decide", LOST)
def ahead(corpus: Corpus) -> Iterator[Edit]:
    """Change a number in English of what was released."""
    for path in sorted(corpus.released):
        document = corpus.documents[path]
        for keys, words in english_of(corpus, document):
            match = NUMBER.search(words)
            if match and "[[" not in words:
                new = f"{words[: match.start()]}{int(match[0]) + 1}{words[match.end() :]}"
                yield saying(document, keys, new)


MUTATORS = (
    *(missing, stale, other_number, other_word, other_figure, unit_in_sentence, other_day),
    *(other_currency, copied, strange_words, homoglyph, bare_letters, wrong_ending),
    *(lost_reference, lost_item, cut_short, strange_marks),
    *(two_translations, other_title, ahead),
)

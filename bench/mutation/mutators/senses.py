"""Mistakes of translation that turn a rule around: may for must, and a lost not."""

import re
from collections.abc import Iterator, Mapping

from bench.mutation.corpus import Corpus, Edit
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import DRAFT, saying, with_sentence

STRONG = re.compile(r"\b(?:обязан|должн|обязательн)", re.IGNORECASE)
ALLOWED_EN = re.compile(r"\b(?:may|can|must not)\b", re.IGNORECASE)
ALLOWED = re.compile(r"\b(?:вправе|мо(?:жет|гут|жно)|разреша|допуска)", re.IGNORECASE)
MUST = {
    "ru": re.compile(r"(?<!не )\b(?:обязан[аы]?|долж(?:ен|на|но|ны))\b", re.IGNORECASE),
    "en": re.compile(r"\bmust\b(?! not)", re.IGNORECASE),
}
DENIES = re.compile(r"\bне (?=[а-яё]+(?:йте|ите|ет|ют|ит|ят|ется|ются)\b)", re.IGNORECASE)
DENIES_EN = re.compile(r"\bdo not (?=\w)", re.IGNORECASE)
DENIES_TK = re.compile(r"\w{3,}(?:maň|mäň|maýar|meýär|malydyr|maly däl|meli däl|däldir|ýok)\b")
ASKS_NOT = re.compile(r"(?P<stem>\b\w+)m(?P<end>aň|äň)\b")
IS_NOT = re.compile(r"(?P<stem>\b\w+)m(?:aý(?=ar\b)|eý(?=är\b))")
ANY_NOT = {
    "tk": re.compile(
        r"\w{2,}(?:maň|mäň|maýar|meýär|maýan|meýän|maz|mez|mady|medi|mandy|mändi|masa|mese|syz|siz)"
        r"|\b(?:däl|ýok|hiç|gadagan)"
    ),
    "ru": re.compile(r"\b(?:не|нет|без|нельзя|ни|ни(?:к|ч|г)\w+|запрещ\w+)\b", re.IGNORECASE),
    "en": re.compile(
        r"\b(?:not|no|nobody|nothing|never|without|cannot|neither|nor|none)\b", re.IGNORECASE
    ),
}


@mutator("I18N015", "must becomes may")
def may_for_must(corpus: Corpus) -> Iterator[Edit]:
    """Say may in English where Turkmen and Russian say must."""
    sentence = {
        "tk": "Işgär maşgala barmalydyr.",
        "ru": "Работник обязан прийти в семью.",
        "en": "The worker may go to the family.",
    }
    yield from with_sentence(corpus, sentence, "en")


@mutator("I18N015", "must becomes may in a text of the handbook", DRAFT)
def softened(corpus: Corpus) -> Iterator[Edit]:
    """Say may in English where the text says must."""
    for document, keys, words in corpus.texts:
        if _demands(words):
            yield saying(document, (*keys, "en"), MUST["en"].sub("may", words["en"]))


@mutator("I18N015", "must becomes may in Russian", DRAFT)
def softened_in_russian(corpus: Corpus) -> Iterator[Edit]:
    """Say вправе in Russian where the text says должен."""
    for document, keys, words in corpus.texts:
        russian = words.get("ru", "")
        if (
            _demands(words)
            and not ALLOWED.search(russian)
            and len(MUST["ru"].findall(russian)) == 1
        ):
            yield saying(document, (*keys, "ru"), MUST["ru"].sub("вправе", russian))


def _demands(words: Mapping[str, str]) -> bool:
    """Say whether a text demands one thing, and allows none."""
    english = words.get("en", "")
    alone = len(MUST["en"].findall(english)) == 1 and not ALLOWED_EN.search(english)
    return alone and STRONG.search(words.get("ru", "")) is not None


@mutator("I18N016", "a not is lost in one language", DRAFT)
def lost_not(corpus: Corpus) -> Iterator[Edit]:
    """Drop the only not of an English text where both others deny."""
    for document, keys, words in corpus.texts:
        denied = DENIES.search(words.get("ru", "")) and DENIES_TK.search(words.get("tk", ""))
        if denied and _denies_once(words, "en", DENIES_EN):
            yield saying(document, (*keys, "en"), DENIES_EN.sub("", words["en"]))


@mutator("I18N016", "a not is lost in Russian", DRAFT)
def lost_not_in_russian(corpus: Corpus) -> Iterator[Edit]:
    """Drop the only не of a Russian text where both others deny."""
    for document, keys, words in corpus.texts:
        denied = ANY_NOT["en"].search(words.get("en", "")) and DENIES_TK.search(words.get("tk", ""))
        if denied and _denies_once(words, "ru", DENIES):
            yield saying(document, (*keys, "ru"), DENIES.sub("", words["ru"]))


@mutator("I18N016", "a not is lost in Turkmen", DRAFT)
def lost_not_in_turkmen(corpus: Corpus) -> Iterator[Edit]:
    """Drop the only -ma- of a Turkmen verb where both others deny: soramaň becomes soraň."""
    for document, keys, words in corpus.texts:
        denied = ANY_NOT["en"].search(words.get("en", "")) and DENIES.search(words.get("ru", ""))
        turkmen = words.get("tk", "")
        if denied and _denies_once(words, "tk", ASKS_NOT):
            yield saying(document, (*keys, "tk"), ASKS_NOT.sub(_asking, turkmen))
        elif denied and _denies_once(words, "tk", IS_NOT):
            yield saying(document, (*keys, "tk"), IS_NOT.sub(r"\g<stem>ý", turkmen))


def _denies_once(words: Mapping[str, str], code: str, how: re.Pattern[str]) -> bool:
    """Say whether all that a text denies in a language is one thing, in one way."""
    said = words.get(code, "")
    return len(how.findall(said)) == 1 == len(ANY_NOT[code].findall(said))


def _asking(match: re.Match[str]) -> str:
    """Give a Turkmen verb that asks for what it asked not to do."""
    stem = match["stem"]
    if stem[-1] in "aäeoöuüyi":
        return f"{stem}ň"
    return f"{stem}yň" if match["end"] == "aň" else f"{stem}iň"


MUTATORS = (
    *(may_for_must, softened, softened_in_russian, lost_not, lost_not_in_russian),
    lost_not_in_turkmen,
)

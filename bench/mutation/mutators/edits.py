"""The edits that most mutators make: a value anew, a field or an item gone, one more of them."""

import re
from collections.abc import Iterator, Mapping

from bench.mutation.corpus import (
    Corpus,
    Edit,
    Keys,
    Splice,
    add,
    add_item,
    drop,
    items,
    put,
    quoted,
    said,
    scalar,
    spliced,
    walk,
)
from gollanma.source import Document, Scalar

ALL = ("tk", "ru", "en")
"""The languages of the corpus."""
DRAFT = {"LAW111": "any change of a draft asks to be declared"}
REFERENCE = re.compile(r"(?P<record>[a-z]+/[a-z0-9-]+)(?:@[a-z0-9.-]+)?(?:#(?P<fragment>\S+))?")


def anew(document: Document, keys: Keys, written: str) -> Edit:
    """Write a value anew, as YAML."""
    return Edit(document.path, (put(document, keys, written),), keys)


def saying(document: Document, keys: Keys, words: str) -> Edit:
    """Write words anew."""
    return anew(document, keys, quoted(words))


def made(document: Document, *splices: Splice) -> bytes:
    """Give the bytes of a file with some splices made."""
    return spliced(document.text, splices).encode()


def rows(document: Document, keys: Keys) -> Iterator[Keys]:
    """Yield the keys of the items of a list."""
    return ((*keys, number) for number in range(items(document, keys)))


def without(document: Document, keys: Keys, at: Keys) -> Iterator[Edit]:
    """Take a field or an item away, where it stands on lines of its own."""
    splice = drop(document, keys)
    if splice:
        yield Edit(document.path, (splice,), at)


def having(document: Document, keys: Keys, block: str, at: Keys) -> Iterator[Edit]:
    """Put a field into a map."""
    splice = add(document, keys, block)
    if splice:
        yield Edit(document.path, (splice,), at)


def with_item(document: Document, keys: Keys, block: str, at: Keys) -> Iterator[Edit]:
    """Put an item at the end of a list."""
    splice = add_item(document, keys, block)
    if splice:
        yield Edit(document.path, (splice,), at)


def scalars(document: Document, *names: str) -> Iterator[tuple[Keys, str]]:
    """Yield the values of some fields, or all, with their keys."""
    for keys, node in walk(document):
        if isinstance(node, Scalar) and (not names or _name(keys) in names):
            yield keys, node.value


def _name(keys: Keys) -> str | int:
    return next((each for each in reversed(keys) if isinstance(each, str)), "")


def references(corpus: Corpus, *folders: str) -> Iterator[tuple[Document, Keys, str]]:
    """Yield the references in fields."""
    for document in corpus.of(*folders):
        for keys, value in scalars(document):
            if REFERENCE.fullmatch(value) and keys[-1] not in corpus.codes:
                yield document, keys, value


def words_of(corpus: Corpus, language: str) -> Iterator[tuple[Document, Keys, str]]:
    """Yield the words of a language with their keys, of texts in more languages."""
    for document, keys, words in corpus.texts:
        if language in words:
            yield document, (*keys, language), words[language]


def english_of(corpus: Corpus, document: Document) -> Iterator[tuple[Keys, str]]:
    """Yield the English words of a file, with their keys."""
    for keys, node in walk(document):
        words = said(node, corpus.codes)
        if "en" in words and len(words) > 1:
            yield (*keys, "en"), words["en"]


def number_of(document: Document, keys: Keys) -> int | None:
    """Give a whole number that stands in a field."""
    written = scalar(document, keys) or ""
    return int(written) if written.isdecimal() else None


def slug_of(document: Document) -> str:
    """Give the name of a record's file without its ending."""
    return document.path.rpartition("/")[2].removesuffix(".yml")


def line_at(document: Document, index: int) -> int:
    """Give the line of a character."""
    return document.text.count("\n", 0, index) + 1


def saying_all(
    document: Document, keys: Keys, words: Mapping[str, str], *languages: str
) -> Iterator[Edit]:
    """Write a text anew in all its languages; what is wrong is wrong in those that are named."""
    edits = [saying(document, (*keys, code), each) for code, each in words.items()]
    splices = tuple(splice for each in edits for splice in each.splices)
    first, *others = [(*keys, code) for code in languages]
    yield Edit(document.path, splices, first, also_at=tuple(others))


PROSE = ("purpose", "scope", "description", "mandate", "action", "text", "about", "note", "why")


def with_sentence(
    corpus: Corpus, sentence: Mapping[str, str], *languages: str, folders: tuple[str, ...] = ()
) -> Iterator[Edit]:
    """Put a sentence at the end of texts of records that are no law, in every language."""
    places = {each.path for each in corpus.of(*folders)}
    for document, keys, words in corpus.texts:
        is_prose = keys[-1] in PROSE and all(each.endswith(".") for each in words.values())
        is_here = document.path in places and not document.path.startswith("normative/acts/")
        if is_here and is_prose and set(words) == set(sentence):
            longer = {code: f"{each} {sentence[code]}" for code, each in words.items()}
            yield from saying_all(document, keys, longer, *languages)

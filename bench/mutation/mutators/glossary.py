"""Mistakes in the glossary and in the use of its words."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bench.mutation.corpus import Corpus, Edit, items, node_at, quoted, scalar
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import (
    anew,
    having,
    line_at,
    made,
    saying,
    with_item,
    with_sentence,
    without,
)
from gollanma.source import Document


def terms(corpus: Corpus) -> Iterator[Document]:
    """Yield the terms."""
    return (each for each in corpus.documents.values() if each.path.startswith("glossary/"))


def key_of(document: Document) -> str:
    """Give the key of a term."""
    return f"term/{document.path.removeprefix('glossary/').removesuffix('.yml')}"


def label(document: Document, code: str) -> str:
    """Give the preferred word of a term."""
    return scalar(document, ("labels", code, 0, "label")) or ""


@mutator("GLO001", "a term without a word in one language")
def no_word(corpus: Corpus) -> Iterator[Edit]:
    """Take the words of a language."""
    for document in terms(corpus):
        yield from without(document, ("labels", "en"), ("labels",))


@mutator("GLO002", "two preferred words")
def second_word(corpus: Corpus) -> Iterator[Edit]:
    """Add a second word without saying which is to be written."""
    for document in terms(corpus):
        where = ("labels", "en")
        at = (*where, items(document, where), "label")
        name = document.path.removeprefix("glossary/").removesuffix(".yml")
        yield from with_item(document, where, f"- label: sample wording for {name}", at)


@mutator("GLO003", "one word for two terms")
def homonym(corpus: Corpus) -> Iterator[Edit]:
    """Admit the word of an earlier term for a later one."""
    known = sorted(terms(corpus), key=key_of)
    for first, second in zip(known, known[3:], strict=False):
        where = ("labels", "en")
        at = (*where, items(second, where), "label")
        block = f"- label: {quoted(label(first, 'en'))}\n  status: admitted"
        if key_of(first) not in second.text and key_of(second) not in first.text:
            yield from with_item(second, where, block, at)


@mutator("GLO004", "a term that explains itself")
def itself(corpus: Corpus) -> Iterator[Edit]:
    """Begin a definition with the word."""
    for document in terms(corpus):
        words = scalar(document, ("definition", "en"))
        if words:
            said = f"{label(document, 'en').capitalize()} means: {words[0].lower()}{words[1:]}"
            yield saying(document, ("definition", "en"), said)


@mutator("GLO004", "two terms that are each broader than the other")
def broader_circle(corpus: Corpus) -> Iterator[Edit]:
    """Put a term above the one that stands above it."""
    known = {key_of(each): each for each in terms(corpus)}
    for key, document in known.items():
        above = known.get(scalar(document, ("broader", 0)) or "")
        if above and scalar(above, ("broader", 0)) is None:
            first = min(document, above, key=key_of)
            for edit in having(above, (), f"broader: [{key}]", ("broader", 0)):
                yield replace(edit, place=first.path)


@mutator("GLO005", "a definition in words that nothing explains", {"SCH003": "a draft defines"})
def unexplained(corpus: Corpus) -> Iterator[Edit]:
    """Take the definition of a term that another one uses."""
    known = list(terms(corpus))
    for used in known:
        for document in known:
            words = scalar(document, ("definition", "en")) or ""
            name = label(used, "en")
            is_there = re.search(rf"\b{re.escape(name)}\b", words) if name else None
            longer = any(name != label(o, "en") and name in label(o, "en") in words for o in known)
            if used is not document and is_there and not longer:
                for edit in without(used, ("definition",), ()):
                    line, others = line_of(document, name), {used.path: made(used, *edit.splices)}
                    yield Edit(document.path, (), line, others=others)


def line_of(document: Document, name: str) -> int:
    """Give the line of the English definition on which a word begins, whatever lines it fills."""
    node = node_at(document, ("definition", "en"))
    start = node.start if node else 0
    match = re.compile(r"\s+".join(map(re.escape, name.split()))).search(document.text, start)
    return line_at(document, match.start() if match else start)


@mutator("GLO006", "a word that the glossary asks to avoid")
def avoided(corpus: Corpus) -> Iterator[Edit]:
    """Use such a word in Russian."""
    for document in terms(corpus):
        for number in range(items(document, ("labels", "ru"))):
            where = ("labels", "ru", number)
            if scalar(document, (*where, "status")) in {"deprecated", "forbidden"}:
                word = scalar(document, (*where, "label")) or ""
                sentence = {
                    "tk": "Ol hem gelýär.",
                    "ru": f"Приходит и {word}.",
                    "en": "They come too.",
                }
                texts = with_sentence(corpus, sentence, "ru", folders=("sops",))
                yield from (edit for edit, _ in zip(texts, range(3), strict=False))


@mutator("GLO007", "another term in the translation")
def confused(corpus: Corpus) -> Iterator[Edit]:
    """Write social worker for the specialist in social work, or the other way round."""
    names = ("glossary/social-worker.yml", "glossary/specialist-in-social-work.yml")
    worker, specialist = (corpus.documents[each] for each in names)
    for meant, other in ((specialist, worker), (worker, specialist)):
        sentence = {
            "tk": f"Bu {label(meant, 'tk')}.",
            "ru": f"Это {label(meant, 'ru')}.",
            "en": f"This is the {label(other, 'en')}.",
        }
        yield from with_sentence(corpus, sentence, "en", folders=("forms", "documents", "groups"))


@mutator("GLO008", "letters that nobody knows")
def acronym(corpus: Corpus) -> Iterator[Edit]:
    """Speak of an office by letters alone."""
    sentence = {
        "tk": "MGB maslahat berdi.",
        "ru": "СДС дал совет.",
        "en": "The FCB advised.",
    }
    yield from with_sentence(corpus, sentence, *corpus.codes)


@mutator("GLO009", "a definition that is not the law's")
def not_the_law(corpus: Corpus) -> Iterator[Edit]:
    """Name another place of the law as that of the definition."""
    for document in terms(corpus):
        value = scalar(document, ("defined_in",))
        if value:
            where = ("defined_in",)
            yield anew(document, where, f"{value.partition('#')[0]}#a3")
            yield anew(document, where, f"{value.partition('#')[0]}#a4")


@mutator("GLO010", "a term that nobody uses")
def unused(corpus: Corpus) -> Iterator[Edit]:
    """Add terms of another trade."""
    for name, words in BIRDS.items():
        labels = "".join(
            f"  {code}:\n    - label: {word}\n"
            for code, word in zip(("tk", "ru", "en"), words, strict=True)
        )
        text = (
            'status: draft\nversion: "0.1"\nsample: true\n'
            f"labels:\n{labels}"
            "definition: {tk: Uçýan jandar., ru: Летает и поёт., en: It flies and sings.}\n"
        )
        path = f"glossary/{name}.yml"
        if path not in corpus.documents:
            yield Edit(path, (), ("labels",), place=path, others={path: text.encode()})


BIRDS = {
    "stork": ("leglek", "аист", "stork"),
    "sparrow": ("serçe", "воробей", "sparrow"),
    "eagle": ("bürgüt", "орёл", "eagle"),
    "falcon": ("laçyn", "сокол", "falcon"),
    "swallow": ("garlawaç", "ласточка", "swallow"),
    "owl": ("baýguş", "сова", "owl"),
    "pheasant": ("sülgün", "фазан", "pheasant"),
    "crane": ("durna", "журавль", "crane"),
    "starling": ("sygyrçyk", "скворец", "starling"),
    "crow": ("garga", "ворона", "crow"),
}


@mutator("GLO011", "a definition that ends with and so on")
def endless(corpus: Corpus) -> Iterator[Edit]:
    """Leave a definition open."""
    for document in terms(corpus):
        words = scalar(document, ("definition", "en"))
        if words:
            yield saying(document, ("definition", "en"), f"{words.rstrip('.')} and so on.")


BARE = str.maketrans("şüöçäňžý", "suocanzy")


@mutator("GLO012", "a name in another spelling")
def bare_name(corpus: Corpus) -> Iterator[Edit]:
    """Write the name of a place without the signs of its letters."""
    for place in corpus.of("territories"):
        title = (scalar(place, ("title", "tk")) or "").partition(" ")[0]
        other = title.translate(BARE)
        if other == title:
            continue
        names = {code: scalar(place, ("title", code)) or "" for code in corpus.codes}
        sentence = {**{code: f"{name}." for code, name in names.items()}, "tk": f"{other} etraby."}
        texts = with_sentence(corpus, sentence, "tk", folders=("sops", "services"))
        yield from (edit for edit, _ in zip(texts, range(2), strict=False))


MUTATORS = (
    *(
        no_word,
        second_word,
        homonym,
        itself,
        broader_circle,
        unexplained,
        avoided,
        confused,
        acronym,
    ),
    *(not_the_law, unused, endless, bare_name),
)

"""What searches of every language share: the words of the glossary, of cited places, of keyboards.

A query in one language is read with the words of all.
"""

from collections.abc import Iterator, Mapping

from gollanma.languages import Language, Languages
from gollanma.search.concepts import Glossary
from gollanma.search.files import Value, canonical, scripts


def shared_files(languages: Languages, glossary: Glossary) -> Iterator[tuple[str, bytes]]:
    """Yield the file that a search in any language loads."""
    yield from scripts({"words": canonical(shared(languages, glossary))})


def shared(languages: Languages, glossary: Glossary) -> Mapping[str, Value]:
    """Give what searches share, as JSON says it."""
    return {code: _of(language, glossary) for code, language in languages.items()}


def _of(language: Language, glossary: Glossary) -> Mapping[str, Value]:
    analyse = language.analyser.analyse
    return {
        "labels": "\n".join(
            f"{' '.join(each.stems)}\t{each.concept}\t{each.words}"
            for each in glossary.labels[language.code]
        ),
        "names": glossary.names[language.code],
        "units": dict(sorted((analyse(word), unit) for word, unit in _units(language))),
        "ordinals": dict(sorted((analyse(word), n) for word, n in _ordinals(language))),
        "letters": "".join(language.letters).lower(),
    }


def _units(language: Language) -> Iterator[tuple[str, str]]:
    """Yield the words for the units of an act in all their cases."""
    for name, unit in language.citations.units.items():
        for forms in unit.noun.forms.values():
            yield from ((form, name) for form in forms)
    yield from ((short, name) for name, short in language.short_units.items())


def _ordinals(language: Language) -> Iterator[tuple[str, int]]:
    """Yield the words for second, third and so on in all their forms."""
    for number in language.ordinals.words:
        yield from ((form, number) for form in language.ordinals.forms(number))

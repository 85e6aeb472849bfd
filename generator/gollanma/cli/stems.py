"""The stems of the words of a project, found once: a quarter of what checking costs otherwise."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from gollanma.languages import Languages
from gollanma.languages.analyser import Analyser
from gollanma.memory import Store, name_of, program

KIND = "stems"
MOST = 500_000
"""Forms that are kept of a language: more are met by no handbook."""


@contextmanager
def remembering_stems(store: Store | None, languages: Languages) -> Iterator[None]:
    """Give the analysers what earlier runs have met, and keep what this one meets besides."""
    if store is None:
        yield
        return
    analysers = [each.analyser for each in languages.values()]
    for each in analysers:
        each.learn(_read(store.get(KIND, _name(each))))
    before = [len(each.met) for each in analysers]
    yield
    for each, count in zip(analysers, before, strict=True):
        if count < len(each.met) <= MOST:
            store.put(KIND, _name(each), _written(each.met))


def _name(analyser: Analyser) -> str:
    return name_of(program(), analyser.hash)


def _written(met: Mapping[str, tuple[str, str]]) -> list[list[str]]:
    """Give the JSON form: the forms, their stems, their keys."""
    return [[*met], [stem for stem, _ in met.values()], [key for _, key in met.values()]]


def _read(kept: object) -> Mapping[str, tuple[str, str]]:
    """Read the JSON form; give nothing where it is none."""
    match kept:
        case [list(forms), list(stems), list(keys)]:
            rows = (forms, stems, keys)
            is_whole = len(forms) == len(stems) == len(keys)
            if is_whole and all(isinstance(each, str) for row in rows for each in row):
                return dict(zip(forms, zip(stems, keys, strict=True), strict=True))
    return {}

"""Names of records as they stand: by their words, and by those of all within some reach."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from gollanma.checks.reach import Reach
from gollanma.model import Library, Ref
from gollanma.model.kinds import Comment
from gollanma.source import Ambiguous, Document

NAME = 32
"""Letters of a name."""
SLUG = re.compile(r"/([a-z0-9]+(?:-[a-z0-9]+)*)")
"""The end of whatever refers to a record; also of much that does not."""


def names_of(library: Library, *reaches: Reach) -> Sequence[Mapping[str, str]]:
    """Give for each reach a name of every record: others for other words of it or of those within.

    Of records that are named, all count whose slug stands behind a slash.
    """
    names = _Names(library)
    return [names.within(each) for each in reaches]


@dataclass(frozen=True)
class _Names:
    library: Library

    @cached_property
    def own(self) -> Mapping[str, str]:
        """Names by the words of the record alone."""
        documents = self.library.documents
        return {key: _hash(key, *_words(documents[key])) for key in self.library.records}

    def within(self, reach: Reach) -> Mapping[str, str]:
        """Give the names of all records."""
        if reach == Reach():
            return self.own
        around = _hash(*self._around(reach))
        near = self._near if reach.named else {}
        return {key: _hash(each, around, *near.get(key, ())) for key, each in self.own.items()}

    def _around(self, reach: Reach) -> Iterator[str]:
        """Yield what counts for every record alike."""
        yield ",".join(each.kind for each in reach.kinds)  # two reaches may hold no record
        yield f"{reach.named} {self.library.today if reach.by_day else ''}"
        for key, record in self.library.records.items():
            if isinstance(record, reach.kinds):
                yield self.own[key]
        if reach.named:
            yield from self.library.records
            yield from sorted(self.library.broken)

    @cached_property
    def _near(self) -> Mapping[str, list[str]]:
        """By record, the names of those that it may name.

        What is called by a comment is called by its office: that counts too.
        """
        named = {key: self._named(key) for key in self.own}
        comments = {key for key, each in self.library.records.items() if isinstance(each, Comment)}
        return {
            key: sorted({self.own[each] for each in others.union(*_of(named, others & comments))})
            for key, others in named.items()
        }

    def _named(self, key: str) -> frozenset[str]:
        slugs = {
            each for words in _said(self.library.documents[key]) for each in SLUG.findall(words)
        }
        slugs |= {end for each in slugs & self._moved.keys() for end in self._moved[each]}
        return frozenset(other for each in slugs for other in self._by_slug.get(each, ()))

    @cached_property
    def _by_slug(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key in self.library.records:
            found.setdefault(_slug(key), []).append(key)
        return found

    @cached_property
    def _moved(self) -> Mapping[str, frozenset[str]]:
        """By slug, those to which the addresses of its record lead today."""
        ways: dict[str, set[str]] = {}
        for old, retired in self.library.state.retired.items():
            ref = Ref.parse(old)
            if ref and retired.new:
                ways.setdefault(ref.slug, set()).add(retired.new.within(ref.record).slug)
        return {start: _ends(start, ways) for start in ways}


def _of(named: Mapping[str, frozenset[str]], keys: Iterable[str]) -> Iterator[frozenset[str]]:
    return (named[each] for each in keys)


def _ends(start: str, ways: Mapping[str, Iterable[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = set(ways.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return frozenset(found)


def _slug(key: str) -> str:
    return key.partition("/")[2].partition("@")[0]


def _words(document: Document) -> Iterator[str]:
    for each in document.files:
        yield from (each.path, each.text)


def _said(document: Document) -> Iterator[str]:
    """Yield texts in which every reference of a file stands as it is.

    An escape may hide one, and nothing else: all but it would be a space.
    """
    for each in document.files:
        yield from _strings(each.plain()) if "\\" in each.text else (each.text,)


def _strings(plain: object) -> Iterator[str]:
    match plain:
        case str():
            yield plain
        case Ambiguous():
            yield plain.text
        case list():
            for each in plain:
                yield from _strings(each)
        case dict():
            for key, each in plain.items():
                yield key
                yield from _strings(each)


def _hash(*words: str) -> str:
    digest = hashlib.sha256()
    for each in words:
        digest.update(f"{len(each)}:{each}".encode(errors="surrogatepass"))
    return digest.hexdigest()[:NAME]

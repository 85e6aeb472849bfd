"""The mistakes of our own bench, as they stand in the project of a peer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, cached_property

from bench.mutation import running
from bench.mutation.mutant import Mutant, planted
from bench.mutation.mutators import MUTATORS
from bench.mutation.peers.content import Content
from bench.mutation.peers.figures import MOST
from bench.mutation.peers.peer import ClashError, Part, Peer, Rules

POOL = 80
"""Of our own, so many are looked through for those that it can hold."""
FILES = {
    "SRC001": "a file is saved in the encoding of an old computer",
    "SRC002": "a language stands twice",
}
"""Mistakes of a file, not of what it says: they are planted in the file of the peer itself."""
CIRCLES = frozenset({"REF006", "GLO004"})
"""Mistakes of several places: whoever names one of the records has found it."""


@dataclass(frozen=True, slots=True)
class Plant:
    """One mistake in the project of a peer."""

    mutant: Mutant
    files: Mapping[str, bytes | None]
    """That differ from the clean project; None where one is gone."""
    names: frozenset[str]
    """Of what is broken, as the peer calls it."""
    homes: frozenset[str]
    """Files which, once named, name what is broken."""
    lines: Mapping[str, frozenset[int]]
    """Of the files that differ, the lines that do."""

    @property
    def touched(self) -> frozenset[str]:
        """The files and names that no other mistake may touch beside it."""
        return frozenset({*self.files, *self.names, *self.homes})

    def is_named(self, words: str, path: str) -> bool:
        """Tell whether a sentence, or the place that it gives, names what is broken."""
        if path in self.homes or any(each in words for each in self.homes):
            return True
        names = "|".join(map(re.escape, sorted(self.names)))
        return bool(names) and bool(re.search(rf"(?<![\w-])(?:{names})(?![\w-])", words))


@cache
def pool(code: str, folders: tuple[str, ...]) -> tuple[Mutant, ...]:
    """Give our own mistakes of a code in some folders, the same ones every time."""
    mutators = [each for each in MUTATORS if each.code == code]
    return planted(running.bench().corpus, mutators, POOL, folders).mutants


@dataclass(frozen=True)
class Bed:
    """The clean project of a peer, in which mistakes are planted."""

    peer: Peer

    @cached_property
    def clean(self) -> Content:
        """The slice of the corpus."""
        corpus = running.bench().corpus
        return Content(corpus.documents, corpus.codes)

    @cached_property
    def rules(self) -> Rules:
        """What the clean slice keeps to."""
        return Rules(self.clean)

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """The files of the clean project."""
        return self.peer.files(self.clean, self.rules)

    @cached_property
    def parts(self) -> Mapping[str, Part]:
        """What the peer is told, by the name that it has there."""
        return {each.name: each for each in self.peer.parts(self.clean)}

    def plants(self, code: str, most: int = MOST) -> tuple[Plant, ...]:
        """Give the first of our mistakes of a code that the peer's files can hold."""
        found: list[Plant] = []
        for mutant in pool(code, self.peer.folders):
            if len(found) == most:
                break
            found.extend(self._in_file(mutant) if code in FILES else self._in_content(mutant))
        return tuple(found)

    def _in_content(self, mutant: Mutant) -> Iterator[Plant]:
        """Yield a mistake of what is said, unless the peer is told the same as before."""
        corpus = running.bench().corpus
        content = Content(corpus.having(mutant.files), corpus.codes, self.clean)
        try:
            files = self.peer.files(content, self.rules)
        except ClashError:
            return
        gone = dict.fromkeys(self.files.keys() - files.keys())
        changed = {path: data for path, data in files.items() if self.files.get(path) != data}
        if changed or gone:
            yield self._plant(mutant, {**changed, **gone}, self._broken(mutant, content))

    def _broken(self, mutant: Mutant, content: Content) -> list[Part]:
        """Give what differs in the file that is broken; where nothing does, all of it."""
        parts = self.peer.parts(content)
        differing = [each for each in parts if self.parts.get(each.name) != each]
        here = [each for each in parts if each.path == mutant.path]
        if mutant.code in CIRCLES:
            return [*differing, *here]
        return [each for each in differing if each in here] or here

    def _in_file(self, mutant: Mutant) -> Iterator[Plant]:
        """Yield a mistake of a file in that which holds the same record."""
        parts = [each for each in self.parts.values() if each.path == mutant.path]
        home = next(map(self.peer.home, parts), "")
        parts = [each for each in parts if self.peer.home(each) == home]
        text = self.files.get(home, b"").decode()
        data = self._spoilt(mutant.code, text)
        if mutant.name == FILES[mutant.code] and data != text.encode():
            yield self._plant(mutant, {home: data}, parts)

    def _spoilt(self, code: str, text: str) -> bytes:
        if code == "SRC001":
            return text.encode("cp1251", errors="replace")
        match = self.peer.twice.search(text) if self.peer.twice else None
        return (f"{text[: match.end()]}\n{text[match.start() :]}" if match else text).encode()

    def _plant(
        self, mutant: Mutant, files: Mapping[str, bytes | None], broken: list[Part]
    ) -> Plant:
        is_told = self.peer.has_one_home or mutant.code in FILES
        return Plant(
            mutant,
            files,
            frozenset(each.name for each in broken),
            frozenset(map(self.peer.home, broken)) if is_told else frozenset(),
            {path: self._differing(path, data) for path, data in files.items() if data},
        )

    def _differing(self, path: str, data: bytes) -> frozenset[int]:
        """Give the lines of a file that differ from those of the clean one."""
        before = self.files.get(path, b"").decode().splitlines()
        after = data.decode(errors="replace").splitlines()
        steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        spans = (range(low, max(high, low + 1)) for tag, _, _, low, high in steps if tag != "equal")
        return frozenset(line + 1 for span in spans for line in span)

"""A Word file that comes back: of which edition it was made, and what it holds now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from gollanma.diagnostics import Diagnostic
from gollanma.exchange.lawtext.roles import Roles, roles_of
from gollanma.exchange.word.events import events
from gollanma.exchange.word.marks import FRONT, STAMP, is_ours, name_of, stamp_of
from gollanma.exchange.word.package import Package, open_package, refused
from gollanma.exchange.word.passages import Passage, passages
from gollanma.exchange.word.plain import Line, Place, lines
from gollanma.exchange.word.titles import act_at, edition_at
from gollanma.graph import Graph
from gollanma.model.kinds import Act
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class Origin:
    """Of what a file was made."""

    old: str
    new: str
    language: str

    @property
    def is_redline(self) -> bool:
        """It shows one edition against another."""
        return self.old != self.new


@dataclass(frozen=True)
class Returned:
    """A file that was made here and that people have worked on."""

    path: str
    package: Package
    origin: Origin
    voice: Voice
    """Speaks the language of the file."""
    passages: tuple[Passage, ...]

    @property
    def roles(self) -> Roles:
        """What the units of the act do, in the language of the file."""
        kind = self.voice.project.act_kind(act_at(self.voice, self.origin.new).act_kind)
        return roles_of(kind or self.voice.project.act_kinds[0], self.voice.language)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the edition on which people have worked."""
        return self._lines(self.origin.new)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """The lines of both editions by the names of their bookmarks."""
        older = self._lines(self.origin.old)
        return {name_of(each.place): each.place for each in (*older, *self.lines)}

    def _lines(self, key: str) -> tuple[Line, ...]:
        edition, in_full = edition_at(self.voice, key), self.origin.is_redline
        return lines(self.voice, key, edition, in_full=in_full)

    @cached_property
    def found(self) -> tuple[tuple[Place | None, Passage], ...]:
        """The passages that say something, each with its line; None for what somebody added."""
        said = (each for each in self.passages if each.text and not _is_front(each))
        return tuple((self.places.get(each.name), each) for each in said)


def read_returned(graph: Graph, path: str, data: bytes) -> Returned | tuple[Diagnostic, ...]:
    """Give a returned file, or say why nothing can be made of it; nothing is raised."""
    package = open_package(path, data)
    if isinstance(package, Diagnostic):
        return (package,)
    found = passages(events(package.text))
    ours = [each for each in found if is_ours(each.name)]
    if not ours:
        return (refused(path, "no-marks"),)
    stamps = {each.name for each in ours if each.name.startswith(STAMP)}
    origin = next((each for each in origins(graph) if _stamp(each) in stamps), None)
    if origin is None:
        return (refused(path, "no-edition" if stamps else "no-stamp"),)
    return _checked(graph, package, origin, found)


def origins(graph: Graph) -> Iterator[Origin]:
    """Yield all that a file can be made of: two editions of an act, or one, in a language."""
    library = graph.library
    for act, _ in library.keyed(Act):
        keys = [key for key, _ in library.editions(act)]
        for old, new, language in product(keys, keys, library.project.languages.all):
            yield Origin(old, new, language)


def _stamp(origin: Origin) -> str:
    return stamp_of(origin.old, origin.new, origin.language)


def _checked(
    graph: Graph, package: Package, origin: Origin, found: tuple[Passage, ...]
) -> Returned | tuple[Diagnostic, ...]:
    """Refuse a file with paragraphs of another act: their ids mean something else here."""
    voice = Voice(graph, graph.languages[origin.language])
    returned = Returned(package.path, package, origin, voice, found)
    strange = tuple(
        refused(package.path, "other-act", each.paragraph, edition=origin.new)
        for each in found
        if each.name and each.name not in returned.places and not _is_front(each)
    )
    return strange or returned


def _is_front(passage: Passage) -> bool:
    """Say whether a passage stands before the text."""
    return passage.name.startswith((STAMP, FRONT))

"""What a person has to look at before taking over what a returned file proposes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gollanma.diagnostics import Diagnostic, Severity, Span
from gollanma.exchange.lawtext.roles import Roles
from gollanma.exchange.word.placing import New
from gollanma.exchange.word.plain import Place
from gollanma.exchange.word.proposals import Comparison, Proposed
from gollanma.languages import number_value, raised
from gollanma.model.kinds.acts import ChangeKind

FEW = 3
"""Words that two paragraphs may have in common by chance."""
Numbered = tuple[tuple[str, str, str], str, int]
"""Where a number counts and what it is; the id of what has it; the paragraph, 0 where it stays."""


@dataclass(frozen=True)
class Doubts:
    """A file's proposals, and what speaks against taking them over as they are."""

    path: str
    comparison: Comparison
    proposed: Sequence[Proposed]
    new: Sequence[New]
    roles: Roles
    places: Mapping[str, Place]
    """The lines of both editions by the names of their bookmarks."""

    def all(self) -> Iterator[Diagnostic]:
        """Yield what is doubtful."""
        for top in self.new:
            for each in top.all():
                if each.divides:
                    yield self._doubt(each.first, "below", after=each.divides)
                yield from self._copied(each.first)
        yield from self._twice()

    def _doubt(self, each: Proposed, key: str, **values: str) -> Diagnostic:
        return doubt(self.path, each.paragraph, key, **values)

    # --- copies

    def _copied(self, each: Proposed) -> Iterator[Diagnostic]:
        said = " ".join(words for _, words in each.words)
        place = self.places.get(each.copied)
        original = place.id if place else self._said.get(said, "")
        if original:
            yield self._doubt(each, "copied", provision=original)

    @property
    def _said(self) -> Mapping[str, str]:
        """The ids of provisions by their words, of those that say more than a few."""
        return {
            line.words: line.place.id
            for line in reversed(self.comparison.lines)
            if len(line.words.split()) > FEW and line.place.id in self.comparison.order
        }

    # --- numbers

    def _twice(self) -> Iterator[Diagnostic]:
        """Yield every proposed number that something else has beside it."""
        first: dict[tuple[str, str, str], str] = {}
        for where, id_, paragraph in sorted(self._numbers(), key=lambda each: each[2] > 0):
            if where in first and paragraph:
                number = raised(where[2])
                values = {"number": number, "provision": first[where]}
                yield doubt(self.path, paragraph, "twice", **values)
            first.setdefault(where, id_)

    def _numbers(self) -> Iterator[Numbered]:
        changed = {each.target: each for each in self.proposed if each.number and each.target}
        gone = {each.target for each in self.proposed if each.kind is ChangeKind.REPEAL}
        for id_, unit in self.comparison.units.items():
            change, own = changed.get(id_), unit.provision
            number = change.number if change else own.number
            is_there = not gone.intersection((id_, *unit.above))
            if number and (is_there or own.repealed):
                where = self._where(own.unit, unit.parent, number)
                yield where, id_, change.paragraph if change else 0
        for top in self.new:
            for each in top.all():
                if each.first.number:
                    where = self._where(each.first.unit, each.parent, each.first.number)
                    yield where, each.id, each.first.paragraph

    def _where(self, unit: str, parent: str, number: str) -> tuple[str, str, str]:
        """Give where a number counts: of articles in the whole act, else in what holds it."""
        plain = "^".join(map(str, number_value(number))) or number
        return unit, "" if unit == self.roles.article else parent, plain


def doubt(path: str, paragraph: int, key: str, **values: str) -> Diagnostic:
    """Give a warning about a paragraph of a returned file."""
    return Diagnostic(Span.at(path, paragraph, 1), "WRD003", Severity.WARNING, key, values)

"""The papers that go with a draft: why it is made, whom it reaches, what it touches."""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.model.kinds import Edition
from gollanma.views.context import Desk, Link
from gollanma.views.markup import safe
from gollanma.views.saying import Said
from gollanma.views.trust import Row


@dataclass(frozen=True, slots=True)
class Touched:
    """An act or a treaty that a draft touches, and how."""

    link: Link
    place: str
    text: Said | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """All of them; what a draft does not have is empty."""

    note: Said | None
    inclusion: tuple[Row, ...]
    treaties: tuple[Touched, ...]
    consequences: tuple[Touched, ...]


def dossier_of(desk: Desk, edition: Edition) -> Dossier | None:
    """Give the papers of an edition; nothing where it has none."""
    found = Dossier(
        desk.block(edition.explanatory_note),
        tuple(_inclusion(desk, edition)),
        tuple(_treaties(desk, edition)),
        tuple(_consequences(desk, edition)),
    )
    has_any = found.note or found.inclusion or found.treaties or found.consequences
    return found if has_any else None


def _inclusion(desk: Desk, edition: Edition) -> Iterator[Row]:
    audit = edition.inclusion
    for name in ("gender", "disability", "child") if audit else ():
        said = desk.block(getattr(audit, name))
        if said:
            yield Row(desk.voice.say(f"draft.{name}"), safe(said))


def _treaties(desk: Desk, edition: Edition) -> Iterator[Touched]:
    for each in edition.treaties:
        link = desk.link(each.treaty)
        if link:
            yield Touched(link, each.place or "", desk.line(each.why))


def _consequences(desk: Desk, edition: Edition) -> Iterator[Touched]:
    for each in edition.consequences:
        link = desk.link(each.act)
        if link:
            yield Touched(link, "", desk.line(each.text))


def signature_of(desk: Desk, edition: Edition) -> tuple[Said, ...]:
    """Give the lines of the block at the end of an act: who signs, and where."""
    if edition.signature is None:
        return ()
    lines = map(desk.line, (edition.signature.office, edition.signature.place))
    return tuple(line for line in lines if line)

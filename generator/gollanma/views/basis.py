"""On what a record rests: provisions of acts, and the terms that its words use."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from gollanma.graph import Target
from gollanma.model import Record, Ref
from gollanma.model.base import LegalBasis
from gollanma.model.kinds import Sop
from gollanma.model.walk import Path, parts
from gollanma.views.context import Desk, Link
from gollanma.views.markup import Html, element, joined, safe
from gollanma.views.saying import Said

STEPS: Path = ("steps",)


@dataclass(frozen=True, slots=True)
class Ground:
    """A provision, and why it matters here."""

    link: Link
    why: Said | None
    note: str
    """That its wording is a sample; empty where it is official."""
    at: Link | None = None
    """The step that says why; absent where the reason stands here."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What stands under "legal basis"; also the terms, with their words in every language."""

    grounds: tuple[Ground, ...]
    terms: tuple[Html, ...]


def basis_of(desk: Desk, record: Record) -> Basis:
    """Give all provisions that a record names as its basis, each once, and its terms."""
    every = ((path, part) for path, part in parts(record) if isinstance(part, LegalBasis))
    first = {str(part.provision): (path, part) for path, part in reversed(tuple(every))}
    return Basis(
        tuple(_once(desk, *each) for each in reversed(first.values())),
        terms_named(desk, desk.voice.terms_in(desk.key)),
    )


def _once(desk: Desk, path: Path, basis: LegalBasis) -> Ground:
    """Give a provision; a step says why it rests on it, so that nothing is said twice."""
    if not isinstance(desk.record, Sop) or path[:1] != STEPS:
        return _ground(desk, basis.provision, desk.line(basis.why))
    step = desk.record.steps[int(path[1])]
    at = desk.place_in(Target(desk.key.partition("@")[0], desk.key, step.id, path[:2]))
    return replace(_ground(desk, basis.provision, None), at=at)


def grounds_of(desk: Desk, these: Iterable[LegalBasis]) -> tuple[Ground, ...]:
    """Give provisions with their reasons."""
    return tuple(_ground(desk, each.provision, desk.line(each.why)) for each in these)


def provisions_of(desk: Desk, refs: Iterable[Ref]) -> tuple[Ground, ...]:
    """Give provisions that a record names without a reason."""
    return tuple(_ground(desk, each, None) for each in refs)


def _ground(desk: Desk, provision: Ref, why: Said | None) -> Ground:
    link = desk.link(provision) or desk.lost(provision)
    return Ground(link, why, desk.voice.say("cite.sample-wording") if link.is_sample else "")


def terms_named(desk: Desk, keys: Iterable[str]) -> tuple[Html, ...]:
    """Give terms with their words in every language."""
    return tuple(_term(desk, key) for key in keys)


def _term(desk: Desk, key: str) -> Html:
    name = desk.voice.library.name(key)
    others = (
        element("span", safe(name[each.code]), lang=each.code)
        for each in desk.voice.others
        if each.code in name
    )
    return joined((desk.page(key), *others), " · ")

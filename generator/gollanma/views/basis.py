"""On what a record rests: provisions of acts, and the terms that its words use."""

from collections.abc import Iterable
from dataclasses import dataclass

from gollanma.model import Record, Ref
from gollanma.model.base import LegalBasis
from gollanma.model.walk import parts
from gollanma.views.context import Desk, Link
from gollanma.views.markup import Html, element, joined, safe
from gollanma.views.saying import Said


@dataclass(frozen=True, slots=True)
class Ground:
    """A provision, and why it matters here."""

    link: Link
    why: Said | None
    note: str
    """That its wording is a sample; empty where it is official."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What stands under "legal basis"; also the terms, with their words in every language."""

    grounds: tuple[Ground, ...]
    terms: tuple[Html, ...]


def basis_of(desk: Desk, record: Record) -> Basis:
    """Give all provisions that a record names as its basis, each once, and its terms."""
    every = (part for _, part in parts(record) if isinstance(part, LegalBasis))
    first = {str(each.provision): each for each in reversed(tuple(every))}
    return Basis(
        grounds_of(desk, tuple(reversed(first.values()))),
        terms_named(desk, desk.voice.terms_in(desk.key)),
    )


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

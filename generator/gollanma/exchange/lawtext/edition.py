"""From what was recognised to an edition, and other languages laid onto its ids."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from gollanma.diagnostics import Diagnostic, Span
from gollanma.exchange.lawtext.facts import Facts
from gollanma.exchange.lawtext.findings import homeless, lacking
from gollanma.exchange.lawtext.keys import Key, keyed
from gollanma.exchange.lawtext.marks import escaped
from gollanma.exchange.lawtext.nodes import Node, below
from gollanma.exchange.lawtext.recognise import Recognised
from gollanma.exchange.lawtext.roles import Roles
from gollanma.languages import LawForm
from gollanma.model import Status, Text
from gollanma.model.base import Period
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision, Signature, Variant
from gollanma.model.project import ActKind, Effect

Places = Mapping[str, Span]
"""Where each provision stands, by its id; under the empty id the whole text."""


@dataclass(frozen=True, slots=True)
class Laid:
    """An edition with the places of its provisions, and what was found while making it."""

    edition: Edition
    places: Places
    diagnostics: tuple[Diagnostic, ...] = ()


def edition_of(text: Recognised, name: str) -> Laid:
    """Give the edition of a text, named by its day or as a draft."""
    lang, facts = text.language.code, text.facts
    first = _day(name)
    edition = Edition(
        status=Status.DRAFT if facts.is_sample else None,
        sample=facts.is_sample,
        stage=_stage(text.kind, is_draft=first is None),
        day=facts.day,
        in_force=Period.model_validate({"from": first}) if first else None,
        preamble=_text(lang, facts.preamble),
        note=_text(lang, facts.note),
        body=tuple(_provision(lang, each) for each in text.nodes),
        signature=_signature(lang, facts),
    )
    return Laid(edition, _places(text))


def _places(text: Recognised) -> Places:
    return {"": _whole(text), **{each.id: each.span for each in below(list(text.nodes))}}


def _whole(text: Recognised) -> Span:
    return Span.of_file(text.nodes[0].span.path if text.nodes else "")


def _day(name: str) -> date | None:
    try:
        return date.fromisoformat(name)
    except ValueError:
        return None


def _stage(kind: ActKind | None, *, is_draft: bool) -> str | None:
    for stage in kind.stages if kind else ():
        if stage.is_draft if is_draft else stage.effect is Effect.COMMENCEMENT:
            return stage.id
    return None


def _text(lang: str, words: str, before: Text | None = None) -> Text | None:
    """Give a text with the words of one language added to those that are there."""
    return Text({**(before or {}), lang: escaped(words)}) if words else before


def _provision(lang: str, node: Node) -> Provision:
    return Provision(
        id=node.id,
        unit=node.unit,
        number=node.number or None,
        heading=_text(lang, node.heading),
        text=_text(lang, node.text),
        sample=node.is_sample,
        repealed=node.is_repealed,
        amendment_note=_text(lang, node.amendment),
        variants=_variants(lang, node),
        contains=tuple(_provision(lang, each) for each in node.contains),
    )


def _variants(lang: str, node: Node, before: Sequence[Variant] = ()) -> tuple[Variant, ...]:
    """Give the open wordings with the words of one language added to those that are there."""
    words = dict(node.variants)
    known = tuple(
        each.model_copy(update={"text": _text(lang, words.pop(each.id, ""), each.text)})
        for each in before
    )
    new = (Variant(id=name, text=Text({lang: escaped(said)})) for name, said in words.items())
    return (*known, *new)


def _signature(lang: str, facts: Facts, before: Signature | None = None) -> Signature | None:
    office = _text(lang, facts.office, before.office if before else None)
    place = _text(lang, facts.place, before.place if before else None)
    return Signature(office=office, place=place) if office else None


# --- another language


def lay(base: Laid, text: Recognised, forms: Sequence[LawForm]) -> Laid:
    """Lay the words of another language onto the ids of an edition, number by number.

    A provision that only the edition has stays without the language; one that only the text has is
    an error, since its words would be lost. `forms` are those of the languages of the edition.
    """
    facts, edition, lang = text.facts, base.edition, text.language.code
    if text.roles is None:
        return base
    ours = keyed(text.roles, forms, edition.body)
    own = (text.language.law_form,)
    read = _divided(text.roles, text.nodes, keyed(text.roles, own, text.nodes), ours)
    theirs = keyed(text.roles, own, read)
    nodes = {ours[key].id: each for key, each in theirs.items() if key in ours}
    beside = _Beside(lang, nodes, base.places)
    found = [
        *beside.missing(edition.body, _whole(text)),
        *beside.surplus(read, base.places[""]),
    ]
    laid = edition.model_copy(
        update={
            "preamble": _text(lang, facts.preamble, edition.preamble),
            "note": _text(lang, facts.note, edition.note),
            "sample": edition.sample or facts.is_sample,
            "body": tuple(_with(lang, each, nodes) for each in edition.body),
            "signature": _signature(lang, facts, edition.signature),
        }
    )
    return Laid(laid, base.places, (*base.diagnostics, *found))


def _divided(
    roles: Roles, nodes: Sequence[Node], theirs: Mapping[Key, Node], ours: Mapping[Key, Provision]
) -> list[Node]:
    """Give an article's words back to its first part, where the edition has parts without numbers.

    One paragraph is the article's own, until another language shows that there were two.
    """
    undivided = {
        id(node)
        for key, node in theirs.items()
        if node.text and key in ours and _has_paragraphs(roles, ours[key])
    }
    return [_with_part(roles, each, undivided) for each in nodes]


def _has_paragraphs(roles: Roles, provision: Provision) -> bool:
    first = provision.contains[0] if provision.contains else None
    is_part = first is not None and first.unit == roles.running and first.number is None
    return is_part and provision.text is None


def _with_part(roles: Roles, node: Node, undivided: AbstractSet[int]) -> Node:
    inside = [_with_part(roles, each, undivided) for each in node.contains]
    if id(node) not in undivided:
        return replace(node, contains=inside)
    rank = roles.rank(roles.running)
    listed = [each for each in inside if each.rank > rank and each.unit not in roles.notes]
    part = Node(roles.running, "", node.span, rank, text=node.text, contains=listed)
    others = [each for each in inside if each not in listed]
    return replace(node, text="", contains=[part, *others])


def _with(lang: str, provision: Provision, nodes: Mapping[str, Node]) -> Provision:
    node = nodes.get(provision.id)
    inside = tuple(_with(lang, each, nodes) for each in provision.contains)
    if node is None:
        return provision.model_copy(update={"contains": inside})
    words = {
        "heading": _text(lang, node.heading, provision.heading),
        "text": _text(lang, node.text, provision.text),
        "amendment_note": _text(lang, node.amendment, provision.amendment_note),
        "variants": _variants(lang, node, provision.variants),
    }
    return provision.model_copy(
        update={**words, "sample": provision.sample or node.is_sample, "contains": inside}
    )


@dataclass(frozen=True, slots=True)
class _Beside:
    """An edition and a text in another language, side by side."""

    lang: str
    nodes: Mapping[str, Node]
    """The provisions of the text, by the ids onto which they are laid."""
    places: Places

    def missing(self, body: Sequence[Provision], near: Span) -> Iterator[Diagnostic]:
        """Yield the outermost provisions that the text lacks, at the place before them."""
        for each in body:
            node = self.nodes.get(each.id)
            if node is not None:
                near = node.span
                yield from self._differing(each, node)
                yield from self.missing(each.contains, near)
            elif self.lang not in each.merged:
                values = {"id": each.id, "lang": self.lang}
                yield lacking(near, self.places[each.id], "missing", **values)

    def surplus(self, nodes: Sequence[Node], near: Span) -> Iterator[Diagnostic]:
        """Yield the outermost provisions that only the text has."""
        ids = {id(node): name for name, node in self.nodes.items()}
        for each in nodes:
            name = ids.get(id(each))
            if name is not None:
                near = self.places[name]
                yield from self.surplus(each.contains, near)
            else:
                values = {"id": each.id, "lang": self.lang}
                yield homeless(each.span, near, "surplus", **values)

    def _differing(self, provision: Provision, node: Node) -> Iterator[Diagnostic]:
        """Yield where the two say different things of one provision."""
        values, place = {"id": provision.id, "lang": self.lang}, self.places[provision.id]
        if node.is_repealed != provision.repealed:
            yield lacking(node.span, place, "repealed", **values)
        elif bool(provision.heading) != bool(node.heading):
            yield lacking(node.span, place, "heading", **values)
        if {each.id for each in provision.variants} != {name for name, _ in node.variants}:
            yield lacking(node.span, place, "variants", **values)

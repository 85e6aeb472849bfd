"""The page of a term: its words in every language, what it means, and where it is used."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from gollanma.graph import Link as Reference
from gollanma.graph import Target
from gollanma.model.kinds import Edition, Term
from gollanma.model.kinds.terms import Label, LabelStatus
from gollanma.model.walk import Path
from gollanma.views.addresses import article_around, is_current
from gollanma.views.basis import Ground, provisions_of
from gollanma.views.context import Desk, Link
from gollanma.views.frame import Frame, Sections, closing, desk_of, frame_of, record_page
from gollanma.views.inverse import ORDER, grouped, pointing
from gollanma.views.markup import joined, safe
from gollanma.views.naming import capital
from gollanma.views.page import Page
from gollanma.views.provisions import edition_name
from gollanma.views.saying import Said
from gollanma.views.status import Tag
from gollanma.views.voice import Voice

TONES: Mapping[LabelStatus, str] = {
    LabelStatus.PREFERRED: "ok",
    LabelStatus.ADMITTED: "info",
    LabelStatus.DEPRECATED: "warn",
    LabelStatus.FORBIDDEN: "stop",
}
MUTUAL = frozenset({"term.related", "term.not_to_confuse"})
MOST_USES = 20
"""Records of one kind that a page names; of more it says how many they are."""
Uses = Mapping[str, tuple[str, ...]]
"""By term, the records in whose words it occurs; of an edition its articles, `act/x@1#a8`."""


@dataclass(frozen=True, slots=True)
class LabelView:
    """A word for the concept, and whether to use it."""

    label: str
    plural: str
    tag: Tag
    note: Said | None


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    language: str
    lang: str
    labels: tuple[LabelView, ...]


@dataclass(frozen=True, slots=True)
class UsedIn:
    """The records of one kind in which the term occurs."""

    heading: str
    links: tuple[Link, ...]
    more: str
    """How many are not named; empty where all are."""


@dataclass(frozen=True, slots=True)
class TermView:
    """All that the page of a term prints."""

    frame: Frame
    definition: Said | None
    defined_in: tuple[Ground, ...]
    words: tuple[Words, ...]
    context: Said | None
    not_to_confuse: tuple[Link, ...]
    broader: tuple[Link, ...]
    related: tuple[Link, ...]
    used: tuple[UsedIn, ...]


def term_pages(voice: Voice) -> Iterator[Page]:
    """Yield the page of each term."""
    uses = uses_of(voice)
    for key, term in voice.library.keyed(Term):
        yield term_page(desk_of(voice, key), term, uses.get(key, ()))


def term_page(desk: Desk, term: Term, uses: Iterable[str] = ()) -> Page:
    """Give the page of a term; `uses` is where its words occur."""
    view = term_view(desk, term, uses)
    page = record_page(desk, term, "term.html", view, _sections(view))
    return page if term.quick_exit else replace(page, description=desk.told(term.definition))


def _sections(view: TermView) -> Sections:
    return (
        ("definition", view.definition),
        ("words", view.words),
        ("near", view.not_to_confuse or view.broader or view.related),
        ("used", view.used),
        *closing(view.frame),
    )


def uses_of(voice: Voice) -> Uses:
    """Give where each term occurs in the words of one language."""
    found: dict[str, dict[str, None]] = {}
    for each in voice.graph.occurrences:
        if each.language == voice.code:
            source = each.source
            if isinstance(voice.library.records[source], Edition):
                source = f"{source}#{_article(voice, source, each.path)}"
            found.setdefault(each.term, {}).setdefault(source)
    return {term: tuple(sources) for term, sources in found.items()}


def _article(voice: Voice, edition: str, path: Path) -> str:
    article = article_around(voice.library, edition, path)
    return article.id if article else ""


def term_view(desk: Desk, term: Term, uses: Iterable[str]) -> TermView:
    """Give all that the page of a term prints."""
    frame = replace(frame_of(desk, term), inverse=grouped(desk, _pointing(desk, term)))
    title = replace(frame.head.title, html=safe(capital(str(frame.head.title.html))))
    return TermView(
        frame=replace(frame, head=replace(frame.head, title=title)),
        definition=desk.block(term.definition),
        defined_in=provisions_of(desk, (term.defined_in,)) if term.defined_in else (),
        words=tuple(_words(desk, term)),
        context=desk.line(term.context),
        not_to_confuse=desk.links(term.not_to_confuse),
        broader=desk.links(term.broader),
        related=desk.links(term.related),
        used=tuple(_used(desk, uses)),
    )


def _pointing(desk: Desk, term: Term) -> Iterator[Reference]:
    """Yield what points here and does not stand on the page already, from this side."""
    own = {str(each) for each in (*term.related, *term.not_to_confuse)}
    defined = term.defined_in.record if term.defined_in else ""
    for each in pointing(desk.voice, desk.key):
        is_mutual = each.relation in MUTUAL and each.source in own
        is_definition = each.relation.endswith(".defines")
        if not is_mutual and not (is_definition and each.source.startswith(f"{defined}@")):
            yield each


def _words(desk: Desk, term: Term) -> Iterator[Words]:
    """Yield the words of the reader's language first, then those of the others."""
    voice = desk.voice
    for language in (voice.language, *voice.others):
        labels = tuple(_label(desk, each) for each in term.labels.get(language.code, ()))
        yield Words(capital(voice.language_name(language.code)), language.code, labels)


def _label(desk: Desk, label: Label) -> LabelView:
    tag = Tag(desk.voice.say(f"term.{label.status.value}"), TONES[label.status])
    return LabelView(label.label, label.plural or "", tag, desk.line(label.note))


def _used(desk: Desk, uses: Iterable[str]) -> Iterator[UsedIn]:
    kinds: dict[str, list[str]] = {}
    for source in uses:
        kinds.setdefault(source.partition("/")[0], []).append(source)
    for kind in sorted(kinds, key=ORDER.index):
        links = tuple(_place(desk, each) for each in _ordered(desk, kinds[kind]))
        hidden = len(links) - MOST_USES
        more = desk.voice.say("term.more", n=hidden) if hidden > 0 else ""
        heading = f"{desk.voice.kind(kind, plural=True)}: {len(links)}"
        yield UsedIn(heading, links[:MOST_USES], more)


def _ordered(desk: Desk, sources: list[str]) -> tuple[str, ...]:
    """Give records by code and alphabet; provisions as the act has them."""
    plain = [each for each in sources if "#" not in each]
    return (*desk.voice.ordered(plain), *(each for each in sources if "#" in each))


def _place(desk: Desk, source: str) -> Link:
    key, _, article = source.partition("#")
    return _of_edition(desk, key, _way(desk, key, article))


def _way(desk: Desk, key: str, article: str) -> Link:
    if not article:
        return desk.page(key)
    places = desk.voice.library.fragments_of(key)
    return desk.link_to(Target(key.partition("@")[0], key, article, places[article]))


def _of_edition(desk: Desk, key: str, link: Link) -> Link:
    """Say of which edition a place is, where it is not of the one that the act's page shows."""
    record = desk.voice.library.records[key]
    if not isinstance(record, Edition) or is_current(desk.voice.library, key):
        return link
    return replace(link, words=joined((link.words, edition_name(desk.voice, record)), " · "))

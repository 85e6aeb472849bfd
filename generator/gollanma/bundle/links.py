"""Judges the files of a bundle before they are written: nothing leads out, nothing is missing.

A bundle is on its own. What a page loads stands in the bundle; what it leads to stands there too,
with the place on it that is named; an address of the internet is given for reading elsewhere only
where the project allows its host.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from gollanma.diagnostics import Diagnostic, Severity, Span
from gollanma.model import Library
from gollanma.site.verify import OUTSIDE, SCHEME, TAG, is_portable, read_tags
from gollanma.views.links import is_allowed


@dataclass(frozen=True, slots=True)
class Way:
    """A link of a page: as it is written, the file to which it leads, and the place there."""

    link: str
    target: str
    """Empty where it leads to no file of a bundle."""
    fragment: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What a page offers to links, and where its own lead."""

    ids: frozenset[str]
    ways: tuple[Way, ...]


def offer_of(place: str, document: bytes) -> Offer:
    """Read a page; only what stands inside tags counts."""
    ids, links, _ = read_tags("".join(TAG.findall(document.decode())))
    return Offer(frozenset(ids), tuple(_way(place, each) for each in links))


def _way(place: str, link: str) -> Way:
    if SCHEME.match(link):
        return Way(link, "", "")
    path, _, fragment = link.partition("#")
    path = path.partition("?")[0]
    return Way(link, normpath(join(dirname(place), path)) if path else place, fragment)


def judge_links(
    offers: Mapping[str, Offer], files: Iterable[str], hosts: Iterable[str]
) -> Iterator[Diagnostic]:
    """Find the links that lead nowhere in a bundle, or out of it; each names its page."""
    held, allowed = frozenset(files), tuple(hosts)
    for place, offer in sorted(offers.items()):
        for way in offer.ways:
            key = _fault(way, offers, held, allowed)
            if key:
                yield fault(place, key, link=way.link)


def _fault(
    way: Way, offers: Mapping[str, Offer], files: frozenset[str], hosts: tuple[str, ...]
) -> str | None:
    if not way.target:
        if not way.link.startswith(OUTSIDE):
            return "not-relative"
        is_page = way.link.startswith("https:")
        return "leads-out" if is_page and not is_allowed(way.link, hosts) else None
    if way.target not in files:
        return "no-page"
    if way.fragment and way.target in offers and way.fragment not in offers[way.target].ids:
        return "no-anchor"
    return None


def hosts_of(library: Library) -> tuple[str, ...]:
    """Give the hosts to which pages may lead: those of the project, and its own."""
    address = library.project.site.address
    own = (address.partition("://")[2].partition("/")[0],) if address else ()
    return (*library.project.allowed_hosts, *own)


def judge_names(files: Iterable[str]) -> Iterator[Diagnostic]:
    """Find the pages whose address some disk does not take."""
    for place in sorted(files):
        if place.endswith(".html") and not is_portable(place):
            yield fault(place, "bad-address", address=place)


def fault(place: str, key: str, **values: str | int) -> Diagnostic:
    """Give the finding about a file of a bundle."""
    return Diagnostic(Span.of_file(place), "PUB005", Severity.ERROR, key, values)

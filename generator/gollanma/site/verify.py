"""Judges what is about to be published: addresses before, links and weights after writing."""

import gzip
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath

from gollanma.diagnostics import Diagnostic, Severity, Span, Value
from gollanma.site.assets import Assets
from gollanma.site.frame import LOST
from gollanma.site.settings import Budgets, Content
from gollanma.views.links import in_language
from gollanma.views.page import Page

ADDRESS = re.compile(r"(?:[a-z0-9.-]{1,64}/)*[a-z0-9.-]{1,59}\.html")
"""A part has room for an id of forty letters and for what says which page of it this is, as in
`--certificate.html`; bundles want the same."""
LONGEST = 120
DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10)))
)
"""Names that Windows keeps for itself, with any ending."""

TAG = re.compile(r"<[a-zA-Z][^<>]*>")
MARKUP = re.compile(r"<[^<>]*>")
PICTURE = re.compile(r'<svg class="picture .*?</svg>', re.DOTALL)
"""The drawing of a procedure: it has a budget of its own."""
ATTRIBUTE = re.compile(r'\s([a-zA-Z:-]+)=(?:"([^"]*)"|([^\s">]*))')
"""A value is read whole, so that no words within it are taken for an attribute."""
LINKS = frozenset({"href", "src"})
INLINE = re.compile(r"<style\b|<script(?![^>]*\s(?:src=|type=\"?application/ld\+json\b))")
HANDLER = re.compile(r"on[a-z]+|style")
MAIN = re.compile(r"<main\b[^>]*>(.*?)</main>", re.DOTALL)
OURS = "_"
"""Before the ids that templates give; all others come from records."""
LIMIT = b" data-limit="
"""A page with this attribute loads the script that counts days."""
OUTSIDE = ("https://", "mailto:", "tel:")
SCHEME = re.compile(r"/|[a-zA-Z][a-zA-Z0-9+.-]*:")
"""A link that is not relative begins so."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a written page offers to links and asks of other pages."""

    ids: frozenset[str]
    links: tuple[str, ...]
    inline: tuple[str, ...]
    size: int
    around: int
    """How many of its bytes are neither words nor pictures."""
    pictures: tuple[int, ...]
    """The bytes of each picture."""
    twice: tuple[str, ...] = ()
    """Ids that stand more than once."""
    is_empty: bool = False
    """There is nothing to read, and so nothing by which search could find it."""

    @classmethod
    def of(cls, html: str) -> "Written":
        """Read a page; only what stands inside tags counts."""
        tags, text = "".join(TAG.findall(html)), PICTURE.sub("", html)
        ids, links, inline = read_tags(tags)
        return cls(
            frozenset(ids),
            links,
            tuple(sorted({*INLINE.findall(tags), *inline})),
            len(html.encode()),
            len("".join(MARKUP.findall(text)).encode()),
            tuple(len(each.encode()) for each in PICTURE.findall(html)),
            tuple(sorted(each for each, times in Counter(ids).items() if times > 1)),
            any(not MARKUP.sub("", each).strip() for each in MAIN.findall(html)),
        )


def read_tags(tags: str) -> tuple[list[str], tuple[str, ...], list[str]]:
    """Give the ids in the tags of a page, its links, and the attributes that browsers refuse."""
    given = [(name, quoted or bare) for name, quoted, bare in ATTRIBUTE.findall(tags)]
    return (
        [value for name, value in given if name == "id"],
        tuple(sorted({value for name, value in given if name in LINKS})),
        [name for name, _ in given if HANDLER.fullmatch(name)],
    )


def judge_addresses(content: Content, guides: Iterable[Page]) -> Iterator[Diagnostic]:
    """Find addresses that two pages share, on a disk without capitals too, or no disk takes."""
    default = content.languages.default.code
    places = [in_language(page.address, page.lang, default) for page in (*content.pages, *guides)]
    times = Counter(place.casefold() for place in places)
    for place in sorted(set(places)):
        if times[place.casefold()] > 1:
            yield _fault(place, "same-address", address=place)
        if not is_portable(place):
            yield _fault(place, "bad-address", address=place)


def is_portable(place: str) -> bool:
    """Tell whether every file system takes an address."""
    names = [part.split(".")[0] for part in place.split("/")]
    return (
        ADDRESS.fullmatch(place) is not None
        and len(place) <= LONGEST
        and not any(name in DEVICES or not name for name in names)
    )


def judge_output(
    site: Path, content: Content, assets: Assets, guides: Iterable[Page]
) -> Iterator[Diagnostic]:
    """Find links that lead nowhere, pages above their budget, and what browsers will refuse."""
    written = read_pages(site)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for place, page in written.items():
        yield from judge_links(place, page, written, files)
        yield from (_fault(place, "inline", found=each) for each in page.inline)
    yield from judge_places(content, written)
    yield from judge_weights(site, content, assets, guides, written)


def judge_places(content: Content, written: Mapping[str, Written]) -> Iterator[Diagnostic]:
    """Find pages without words, ids that stand twice, and places that one language alone has."""
    default = content.languages.default.code
    languages: dict[str, dict[str, Written]] = {}
    for page in content.pages:
        place = in_language(page.address, page.lang, default)
        if place in written:
            languages.setdefault(page.address, {})[place] = written[place]
    for pages in languages.values():
        everywhere = {each for page in pages.values() for each in page.ids}
        for place, found in pages.items():
            if found.is_empty:
                yield _misplaced(place, "no-words")
            for each in found.twice:
                yield _misplaced(place, "same-anchor", anchor=each)
            for each in sorted(everywhere - found.ids):
                if not each.startswith(OURS):
                    yield _misplaced(place, "no-anchor-here", anchor=each)


def read_pages(site: Path) -> Mapping[str, Written]:
    """Read all pages of a site, sorted by address."""
    return {
        path.relative_to(site).as_posix(): Written.of(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def judge_links(
    place: str, page: Written, written: Mapping[str, Written], files: Iterable[str]
) -> Iterator[Diagnostic]:
    """Find the links of one page that lead nowhere; those for lost readers begin at the root."""
    is_lost = place.rsplit("/", maxsplit=1)[-1] == LOST
    for link in page.links:
        if link.startswith(OUTSIDE) or (is_lost and link.startswith("/")):
            continue
        key = fault_of(place, link, written, files)
        if key:
            yield _fault(place, key, link=link)


def fault_of(
    place: str, link: str, written: Mapping[str, Written], files: Iterable[str]
) -> str | None:
    """Give what is wrong with a link, or nothing."""
    if SCHEME.match(link):
        return "not-relative"
    path, _, fragment = link.partition("#")
    path = path.partition("?")[0]
    target = normpath(join(dirname(place), path)) if path else place
    if target not in files:
        return "no-page"
    if fragment and target in written and fragment not in written[target].ids:
        return "no-anchor"
    return None


def judge_weights(
    site: Path,
    content: Content,
    assets: Assets,
    guides: Iterable[Page],
    written: Mapping[str, Written],
) -> Iterator[Diagnostic]:
    """Find the pages that are heavier than the budgets allow."""
    budgets, default = content.settings.budgets, content.languages.default.code
    shared = sum(map(_sent, (asset.content for asset in assets.at_once)))
    due = _sent(assets.due.content)
    for page in (*content.pages, *guides):
        place = in_language(page.address, page.lang, default)
        html = (site / place).read_bytes()
        sent = _sent(html)
        loaded = shared + (due if LIMIT in html else 0)
        for key, size, budget in _weights(budgets, page.template, written[place], sent, loaded):
            if size > budget:
                yield _fault(place, key, bytes=size, budget=budget)


def _sent(content: bytes) -> int:
    """Give how many bytes travel."""
    return len(gzip.compress(content, mtime=0))


def _weights(
    budgets: Budgets, template: str, page: Written, sent: int, shared: int
) -> Iterator[tuple[str, int, int]]:
    """Yield what is weighed of a page, with its weight and its budget."""
    if budgets.is_for_record(template):
        yield "around-words", page.around, budgets.around_words
    else:
        yield "over-budget", page.size, budgets.long_page
    for size in page.pictures:
        yield "picture", size, budgets.picture
    yield "compressed", sent, budgets.compressed
    yield "first-visit", sent + shared, budgets.first_visit


def _misplaced(place: str, key: str, **values: Value) -> Diagnostic:
    return Diagnostic(Span.of_file(place), "PUB006", Severity.ERROR, key, values)


def _fault(place: str, key: str, **values: Value) -> Diagnostic:
    return Diagnostic(Span.of_file(place), "PUB005", Severity.ERROR, key, values)

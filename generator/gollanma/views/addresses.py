"""Where every record, and every place inside one, stands on the site.

Addresses are those of the default language; `links.in_language` puts the others before them. They
come from keys alone, never from a title.
"""

from dataclasses import dataclass

from gollanma.graph import Target
from gollanma.model import Library
from gollanma.model.kinds import Act, Comment, Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import Numbering
from gollanma.model.stems import COMPANION, stem_of
from gollanma.model.walk import Path, at

HOME = "index.html"
SEARCH = "search.html"
COVERAGE = "coverage/index.html"
FINDER = "finder/index.html"
REFERRALS = "referrals/index.html"
STEPS = "referrals/steps.html"
QUALITY = "quality/index.html"
GAPS = "gaps/index.html"
MATRIX = "matrix/index.html"
NEWS = "news/index.html"


@dataclass(frozen=True, slots=True)
class Spot:
    """A page, and a place on it."""

    address: str
    fragment: str = ""
    """Empty: the page as a whole."""


def index_of(kind: str, page: int = 1) -> str:
    """Give the address of the list of a kind, or of a further page of it."""
    return f"{kind}/index.html" if page == 1 else f"{kind}/index-{page}.html"


def pointed(index: str) -> str:
    """Give the address of a list as the project file names it: `sop/`."""
    return f"{index}index.html"


def short_address(code: str) -> str:
    """Give the address that is easy to type: of the national code."""
    return f"s/{code.lower()}.html"


def scans_address(code: str) -> str:
    """Give the address of the sheet of codes to scan, of the national code."""
    return f"s/{code.lower()}{COMPANION}codes.html"


def page_of(library: Library, key: str) -> str:
    """Give the address of a record's page: of an edition its contents, of a comment its act's."""
    record = library.records.get(key)
    if isinstance(record, Comment) and record.on is not None:
        return page_of(library, record.on.record)
    record_key, _, pinned = key.partition("@")
    stem = stem_of(library, record_key)
    if not pinned or is_current(library, key):
        return f"{stem}.html"
    return f"{stem}/{pinned}.html"


def beside(library: Library, key: str, what: str) -> str:
    """Give the address of a page that goes with a record: `sop/intake--card.html`.

    No slug has two hyphens, so it is no other record's address.
    """
    return f"{page_of(library, key).removesuffix('.html')}{COMPANION}{what}.html"


def is_current(library: Library, holder: str) -> bool:
    """Say whether an edition or a released version is the one shown at the record's address."""
    key, _, pinned = holder.partition("@")
    record = library.records.get(key)
    if isinstance(record, Act):
        editions = library.editions(key)
        latest = editions[-1][0] if editions else None
        return holder == (library.edition_in_force(key) or latest)
    return record is not None and record.version == pinned


def article_page(library: Library, edition: str, article: str) -> str:
    """Give the address of an article of an edition: `act/x/a8.html`, `act/x/<edition>/a8.html`."""
    return about(library, edition, article)


def about(library: Library, edition: str, what: str) -> str:
    """Give the address of a page about an edition: `act/x/<edition>/<what>.html`.

    Two hyphens in `what` keep it apart from every article.
    """
    key, _, pinned = edition.partition("@")
    stem = stem_of(library, key)
    folder = stem if is_current(library, edition) else f"{stem}/{pinned}"
    return f"{folder}/{what}.html"


def has_page(library: Library, edition: str, provision: Provision) -> bool:
    """Say whether a provision may have a page of its own: an article, or what an order counts.

    Of provisions within each other the outermost has it; whatever stands outside, a chapter or a
    note, is on the page of the contents.
    """
    act = library.act_of(edition)
    rules = library.project.act_kind(act.act_kind) if act else None
    rule = rules.unit(provision.unit) if rules else None
    return rule is not None and rule.in_path and rule.numbering is not Numbering.NONE


def article_around(library: Library, edition: str, path: Path) -> Provision | None:
    """Give the provision with a page of its own that a place is or stands in."""
    for length in range(2, len(path) + 1):
        part = at(library.records[edition], path[:length])
        if isinstance(part, Provision) and has_page(library, edition, part):
            return part
    return None


def spot_of(library: Library, target: Target) -> Spot:
    """Give the page and the place to which a reference leads."""
    holder = library.records.get(target.holder)
    fragment = target.fragment or ""
    if isinstance(holder, Edition) and fragment:
        article = article_around(library, target.holder, target.path)
        if article is not None:
            page = article_page(library, target.holder, article.id)
            return Spot(page, "" if article.id == fragment else fragment)
    if isinstance(holder, Edition) and "@" in target.holder and not target.fragment:
        return Spot(page_of(library, target.holder))
    return Spot(page_of(library, target.holder), fragment)

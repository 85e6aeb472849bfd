"""Take pictures of built pages: `make screens` puts them into build/screens/.

They are opened from the disk, as somebody does who was handed the folder on a stick. Contact
sheets in build/screens/sheets/ show each page in all languages, from top to end, in strips: a
whole set is looked at quickly. The pictures of the README are taken in the same run, in
docs/assets/screens/.

`python -m tools.screens term form/referral.html` looks only at pages whose address begins so.
"""

import struct
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, ViewportSize, sync_playwright
from playwright.sync_api import Page as Tab

from tools import setup

Scheme = Literal["light", "dark"]

SITE = setup.ROOT / "site"
PICTURES = setup.ROOT / "build" / "screens"
SHEETS = PICTURES / "sheets"
SHOWN = setup.ROOT / "docs" / "assets" / "screens"
SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 360, "height": 780},
    "desk": {"width": 1280, "height": 800},
}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SHRUNK = {"phone": 1, "desk": 2}
"""How many times smaller a picture stands on a sheet."""
STRIP = 1500
SHEET: ViewportSize = {"width": 1960, "height": STRIP}
PAGES = (
    "index.html",
    "service/index.html",
    "service/sv-05.html",
    "sop/index.html",
    "sop/sp-07.html",
    "act/index.html",
    "act/social-services.html",
    "act/social-services/a1.html",
    "act/social-services/draft-submitted.html",
    "act/social-services/draft-submitted/changes--2022-01-01.html",
    "act/social-services/draft-submitted/table--2022-01-01.html",
    "act/social-services/draft-submitted/impact--2022-01-01.html",
    "act/social-services/draft-submitted/languages--a16.html",
    "act/social-services/draft-working-group/comments--all.html",
    "act/code-social-protection/on--2025-01-01.html",
    "term/index.html",
    "term/difficult-life-situation.html",
    "form/index.html",
    "form/referral.html",
    "form/consent--blank.html",
    "calendar/2026--working-day-4.html",
    "role/index.html",
    "role/etrap-specialist.html",
    "organisation/index.html",
    "organisation/social-assistance-centre.html",
    "territory/index.html",
    "territory/ashgabat.html",
    "group/index.html",
    "group/families-difficult-situations.html",
    "training/index.html",
    "training/foundation-course.html",
    "indicator/index.html",
    "indicator/plans-reviewed-on-time.html",
    "document/index.html",
    "document/annual-report-2021.html",
    "fact/index.html",
    "fact/specialists-total.html",
    "calendar/index.html",
    "calendar/2026.html",
    "finder/index.html",
    "referrals/index.html",
    "coverage/index.html",
    "gaps/index.html",
    "quality/index.html",
    "about.html",
    "help.html",
    "cite.html",
    "page.html",
    "404.html",
)
"""One page of each kind."""
README = {"en/index.html": "home.png"}
"""What the README shows, as a desk shows it at first."""


class Look(NamedTuple):
    """How pages are looked at."""

    device: str
    scheme: Scheme


class Picture(NamedTuple):
    """A page, and how it is looked at."""

    page: Path
    look: Look

    @property
    def name(self) -> str:
        """Give the name of the picture's file."""
        place = self.page.relative_to(SITE).with_suffix("").as_posix().replace("/", "-")
        return f"{place}.{self.look.device}.{self.look.scheme}.png"


class Strip(NamedTuple):
    """A part of a picture as it stands on a sheet."""

    picture: Picture
    top: int

    @property
    def html(self) -> str:
        """Give the strip in a box of its own."""
        width = SIZES[self.picture.look.device]["width"] // SHRUNK[self.picture.look.device]
        image = f'<img src="{self.picture.name}" style="width:{width}px;margin-top:-{self.top}px">'
        return f'<div style="width:{width}px">{image}</div>'


STYLE = f"body{{margin:0;display:flex;gap:8px}}div{{height:{STRIP}px;overflow:hidden}}"


def roots() -> tuple[Path, ...]:
    """Give the folder of each language of the site."""
    return SITE, *sorted(folder.parent for folder in SITE.glob("??/index.html"))


def wanted(prefixes: Sequence[str]) -> tuple[str, ...]:
    """Give the pages that exist, by their address; all where no beginning is asked for."""
    found = (page for page in PAGES if (SITE / page).is_file())
    return tuple(each for each in found if not prefixes or each.startswith(tuple(prefixes)))


def take(browser: Browser, look: Look, pictures: Sequence[Picture]) -> None:
    """Take pictures of whole pages with one look."""
    context = browser.new_context(viewport=SIZES[look.device], color_scheme=look.scheme)
    tab = context.new_page()
    for each in pictures:
        tab.goto(each.page.as_uri())
        tab.screenshot(path=PICTURES / each.name, full_page=True)
    context.close()


def height_of(picture: Path) -> int:
    """Give the height of a PNG file."""
    (height,) = struct.unpack(">I", picture.read_bytes()[20:24])
    return int(height)


def strips(pictures: Sequence[Picture]) -> Iterator[Strip]:
    """Cut pictures into strips, from top to end."""
    for each in pictures:
        height = height_of(PICTURES / each.name) // SHRUNK[each.look.device]
        yield from (Strip(each, top) for top in range(0, height, STRIP))


def lay_out(tab: Tab, pictures: Sequence[Picture]) -> None:
    """Lay the strips of pictures of one device on sheets."""
    first, these = pictures[0], tuple(strips(pictures))
    room = SHEET["width"] * SHRUNK[first.look.device] // SIZES[first.look.device]["width"]
    for number, start in enumerate(range(0, len(these), room), 1):
        boxes = "".join(each.html for each in these[start : start + room])
        draft = PICTURES / "sheet.html"
        draft.write_text(f"<!DOCTYPE html><style>{STYLE}</style>{boxes}", encoding="utf-8")
        tab.goto(draft.as_uri())
        tab.screenshot(path=SHEETS / first.name.replace(".png", f".{number}.png"))
        draft.unlink()


def print_out(browser: Browser, pages: Sequence[Path]) -> None:
    """Print pages as a reader prints them."""
    context = browser.new_context()
    tab = context.new_page()
    for page in pages:
        tab.goto(page.as_uri())
        name = page.relative_to(SITE).with_suffix(".pdf").as_posix().replace("/", "-")
        tab.pdf(path=PICTURES / name, prefer_css_page_size=True)
    context.close()


def look_at(browser: Browser, addresses: Sequence[str]) -> None:
    """Take the pictures of pages in every language and on every device, and print them."""
    tab = browser.new_context(viewport=SHEET).new_page()
    places = [[root / each for root in roots() if (root / each).is_file()] for each in addresses]
    for device, scheme in product(SIZES, SCHEMES):
        look = Look(device, scheme)
        sets = [[Picture(page, look) for page in pages] for pages in places]
        take(browser, look, [each for pictures in sets for each in pictures])
        for pictures in sets:
            lay_out(tab, pictures)
        print(f"{device} {scheme}: {len(sets)} x {len(roots())}")
    print_out(browser, [page for pages in places for page in pages])


def renew_readme(browser: Browser) -> None:
    """Take the pictures that the README shows."""
    context = browser.new_context(viewport=SIZES["desk"], color_scheme="light")
    tab = context.new_page()
    for place, name in README.items():
        tab.goto((SITE / place).as_uri())
        tab.screenshot(path=SHOWN / name)
        print(f"{name} (README)")
    context.close()


def main(prefixes: Sequence[str]) -> None:
    """Take all pictures, or those of the pages whose address begins with one of these."""
    SHEETS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=setup.browser(), args=list(setup.CHROMIUM_FLAGS)
        )
        look_at(browser, wanted(prefixes))
        if not prefixes:
            renew_readme(browser)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])

"""Take pictures of built pages: `make screens` puts them into build/screens/.

They are opened from the disk, as somebody does who was handed the folder on a stick. The pictures
of the README are taken in the same run, in docs/assets/screens/.
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tools import setup

SITE = setup.ROOT / "site"
PICTURES = setup.ROOT / "build" / "screens"
SHOWN = setup.ROOT / "docs" / "assets" / "screens"
SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 360, "height": 780},
    "desk": {"width": 1280, "height": 800},
}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PAGES = (
    "index.html",
    "service/index.html",
    "service/domestic-violence.html",
    "sop/gbv-disclosure.html",
    "act/social-services.html",
    "act/social-services/a1.html",
    "term/index.html",
    "term/difficult-life-situation.html",
    "form/referral.html",
    "role/etrap-specialist.html",
    "organisation/social-assistance-centre.html",
    "territory/ashgabat.html",
    "group/families-difficult-situations.html",
    "training/foundation-course.html",
    "indicator/plans-reviewed-on-time.html",
    "document/annual-report-2021.html",
    "fact/specialists-total.html",
    "calendar/2026.html",
    "coverage/index.html",
    "quality/index.html",
    "about.html",
    "page.html",
)
"""One page of each kind."""
README = {"en/index.html": "home.png"}
"""What the README shows, as a desk shows it at first."""


class Picture(NamedTuple):
    """A page, and how it is looked at."""

    page: Path
    device: str
    scheme: Literal["light", "dark"]

    @property
    def name(self) -> str:
        """Give the name of the picture's file."""
        place = self.page.relative_to(SITE).with_suffix("").as_posix().replace("/", "-")
        return f"{place}.{self.device}.{self.scheme}.png"


def pictures() -> Iterator[Picture]:
    """Yield the pages that exist, in every language, on every device, light and dark."""
    roots = [SITE, *sorted(folder.parent for folder in SITE.glob("??/index.html"))]
    for root, page, device, scheme in product(roots, PAGES, SIZES, SCHEMES):
        if (root / page).is_file():
            yield Picture(root / page, device, scheme)


def take(browser: Browser, picture: Picture, target: Path, *, whole: bool = True) -> None:
    """Take one picture: of a whole page, or of what is seen at first."""
    size = SIZES[picture.device]
    context = browser.new_context(viewport=size, color_scheme=picture.scheme)
    page = context.new_page()
    page.goto(picture.page.as_uri())
    page.screenshot(path=target, full_page=whole)
    context.close()


def print_out(browser: Browser, page: Path, target: Path) -> None:
    """Print a page as a reader prints it."""
    context = browser.new_context()
    sheet = context.new_page()
    sheet.goto(page.as_uri())
    sheet.pdf(path=target, prefer_css_page_size=True)
    context.close()


def main() -> None:
    """Take all pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=setup.browser(), args=list(setup.CHROMIUM_FLAGS)
        )
        for picture in pictures():
            take(browser, picture, PICTURES / picture.name)
            print(picture.name)
            if (picture.device, picture.scheme) == ("desk", "light"):
                sheet = picture.name.replace(".desk.light.png", ".pdf")
                print_out(browser, picture.page, PICTURES / sheet)
                print(sheet)
        for place, name in README.items():
            take(browser, Picture(SITE / place, "desk", "light"), SHOWN / name, whole=False)
            print(f"{name} (README)")
        browser.close()


if __name__ == "__main__":
    main()

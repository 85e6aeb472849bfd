"""Take pictures of built pages: `make screens` puts them into build/screens/.

They are opened from the disk, as somebody does who was handed the folder on a stick.
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tools import setup

SITE = setup.ROOT / "site"
PICTURES = setup.ROOT / "build" / "screens"
SIZES: dict[str, ViewportSize] = {
    "phone": {"width": 360, "height": 780},
    "desk": {"width": 1280, "height": 800},
}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PAGES = ("index.html", "sop/intake.html", "service/etrap-social-worker.html")


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


def take(browser: Browser, picture: Picture) -> None:
    """Take one picture of a whole page."""
    size = SIZES[picture.device]
    context = browser.new_context(viewport=size, color_scheme=picture.scheme)
    page = context.new_page()
    page.goto(picture.page.as_uri())
    page.screenshot(path=PICTURES / picture.name, full_page=True)
    context.close()


def main() -> None:
    """Take all pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=setup.browser(), args=list(setup.CHROMIUM_FLAGS)
        )
        for picture in pictures():
            take(browser, picture)
            print(picture.name)
        browser.close()


if __name__ == "__main__":
    main()

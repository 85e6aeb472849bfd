"""What MkDocs gives for a site that is published many times: shells, written pages, loose files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from gollanma.site.build import run_mkdocs
from gollanma.site.plugin import Run
from gollanma.site.settings import Content, Target
from gollanma.site.shells import Shell
from gollanma.views.page import Page

AskedFor = Mapping[tuple[str, str], Target | None]
"""By reference and language, where it led."""


@dataclass(frozen=True, slots=True)
class Frames:
    """What stands around all pages of a site, and the pages that were written by hand."""

    shells: Mapping[tuple[str, str], Shell]
    guides: tuple[tuple[Page, str], ...]
    """With their HTML."""
    loose: Mapping[str, bytes]
    """Pictures and other files beside the written pages, by their addresses."""
    menu: tuple[tuple[str, bool], ...]
    """The menu that the shells hold."""
    asked: AskedFor
    """The references that the written pages ask for."""
    links: Mapping[str, str]
    """The address of each asset in the shells, by its name."""
    about: Mapping[str, tuple[tuple[str, str], ...]]
    """What the written pages are called, as a content tells the script."""

    def fit(self, content: Content) -> bool:
        """Tell whether they are those of another content too: same menu, same references."""
        return self.menu == menu_of(content) and all(
            content.find(reference, lang) == target
            for (reference, lang), target in self.asked.items()
            if lang in content.languages
        )


def menu_of(content: Content) -> tuple[tuple[str, bool], ...]:
    """Give the addresses of a menu, and which of them stand in the header."""
    return tuple((each.address, each.in_header) for each in content.settings.menu)


def frames_of(root: Path, content: Content) -> Frames:
    """Let MkDocs render the shells and written pages of a content; raises SiteError.

    MkDocs wants all languages of the project: the content has them all.
    """
    asked: dict[tuple[str, str], Target | None] = {}

    def find(reference: str, lang: str) -> Target | None:
        asked[reference, lang] = content.find(reference, lang)
        return asked[reference, lang]

    runs: list[Run] = []
    with TemporaryDirectory(prefix="gollanma-") as folder:
        run_mkdocs(root, Path(folder), replace(content, find=find), runs.append)
        loose = dict(_files(Path(folder)))
    [run] = runs
    written = tuple(run.written)
    return Frames(
        run.shells, written, loose, menu_of(content), asked, run.assets.links, run.about
    )


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".html":
            yield path.relative_to(folder).as_posix(), path.read_bytes()

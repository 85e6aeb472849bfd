"""`gollanma build`: MkDocs in a folder beside the old site, then one rename."""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import mkdocs.utils
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from gollanma.site.errors import MkDocsError, NotASiteError, SiteError, UnwritableError, refuse
from gollanma.site.lock import locked
from gollanma.site.plugin import GollanmaPlugin, Run
from gollanma.site.settings import Content
from gollanma.site.swap import folder_beside, put_in_place

CONFIGURATION = "mkdocs.yml"
OURS = ("404.html", "assets/gollanma.css")
"""What every site of ours holds; a folder without it is not ours to replace."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    folder: Path
    pages: int
    size: int
    """Bytes of all files."""


def build(root: Path, site: Path, content: Content) -> Built:
    """Build the site of a project into a folder; the old one stays whole until the new one is.

    Raises a SiteError, and leaves everything as it was.
    """
    refuse(content.diagnostics)
    site = site.resolve()
    try:
        if site.exists() and not is_replaceable(site):
            raise NotASiteError(folder=site.name)
        site.parent.mkdir(parents=True, exist_ok=True)
        with locked(site.with_name(f".{site.name}.lock")), folder_beside(site) as folder:
            run_mkdocs(root, folder, content)
            put_in_place(folder, site)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnwritableError(folder=site.name, reason=reason) from error
    return measured(site)


def is_replaceable(site: Path) -> bool:
    """Tell whether a folder is empty or a site of ours: nothing else is ever replaced."""
    return not any(site.iterdir()) or all((site / each).is_file() for each in OURS)


def run_mkdocs(
    root: Path, folder: Path, content: Content, keep: Callable[[Run], None] | None = None
) -> None:
    """Build with MkDocs; whatever it warns of stops the build. With `keep`, publish nothing."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    with heard() as said:
        try:
            config = load_config(str(root / CONFIGURATION), site_dir=str(folder), strict=True)
            plugin = config.plugins["gollanma"]
            if isinstance(plugin, GollanmaPlugin):
                plugin.content, plugin.keep = content, keep
            build_with_mkdocs(config)
        except (MkDocsException, Abort) as error:
            raise reason_of(error) or MkDocsError(messages="; ".join(dict.fromkeys(said)) or str(error)) from error


def reason_of(error: BaseException | None) -> SiteError | None:
    """Give the refusal of ours that stopped MkDocs, if it was one."""
    while error is not None:
        if isinstance(error, SiteError):
            return error
        error = error.__cause__ or error.__context__
    return None


@contextmanager
def heard() -> Iterator[list[str]]:
    """Keep what MkDocs warns of instead of printing it; undo what static-i18n leaves changed."""
    said: list[str] = []
    listener = _Listener(said)
    logger, clean = logging.getLogger("mkdocs"), mkdocs.utils.clean_directory
    was = logger.propagate
    logger.addHandler(listener)
    logger.propagate = False
    try:
        yield said
    finally:
        logger.removeHandler(listener)
        logger.propagate = was
        mkdocs.utils.clean_directory = clean  # lost when a build of a later language stops


class _Listener(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.said = said

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def measured(site: Path) -> Built:
    """Give the figures of a site."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return Built(site, pages, sum(path.stat().st_size for path in files))

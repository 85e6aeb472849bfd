"""A hook for MkDocs that renders each page the ordinary way: one Markdown file per page.

The slow way that shells replace. `extra.kind` in mkdocs.yml names the library to render.
"""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as WrittenPage

from gollanma.site.frame import Framing
from gollanma.site.guides import GUIDE
from gollanma.site.plugin import language_of
from tests.site import fakes

SHELLS: dict[tuple[str, str], Any] = {}
"""The shells of guides, as the last true guide of each language left them."""


@event_priority(-120)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    content = fakes.content(fakes.library(config.extra["kind"]))
    for number, page in enumerate(content.pages):
        if page.lang == language_of(config):
            name = f"ordinary-{number}.md"
            file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            file.dest_uri = Framing(content).place(page)
            file.ordinary = page  # type: ignore[attr-defined]
            files.append(file)
    return files


@event_priority(-120)
def on_page_context(context: Any, page: WrittenPage, config: MkDocsConfig, **_: Any) -> Any:
    ordinary = getattr(page.file, "ordinary", None)
    if ordinary:
        content = fakes.content(fakes.library(config.extra["kind"]))
        context["frame"] = Framing(content).frame(ordinary, fakes.written(ordinary))
        context["page_type"] = ordinary.template.removesuffix(".html")
    return context


@event_priority(120)
def write(output: str, page: WrittenPage, config: MkDocsConfig) -> str:
    """Write the page before the plugin takes it for one that was written by hand."""
    if hasattr(page.file, "ordinary"):
        place = Path(config.site_dir) / page.file.dest_uri
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(output, encoding="utf-8")
    return output


@event_priority(-120)
def take_back(output: str, page: WrittenPage, config: MkDocsConfig) -> str:
    """Let the plugin forget it: neither a guide nor the shell of guides."""
    plugin: Any = config.plugins["gollanma"]
    key = language_of(config), GUIDE
    if hasattr(page.file, "ordinary"):
        plugin.run.written.pop()
        plugin.run.shells[key] = SHELLS[key]
    else:
        SHELLS[key] = plugin.run.shells.get(key)
    return output


on_post_page = CombinedEvent(write, take_back)

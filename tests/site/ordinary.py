"""A hook for MkDocs that renders each page the ordinary way: one Markdown file per page.

The slow way that shells replace. `extra.kind` in mkdocs.yml names the library to render.
"""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as WrittenPage

from gollanma.site.frame import Framing
from gollanma.site.plugin import language_of
from tests.site import fakes


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

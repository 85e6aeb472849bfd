"""Our part in `mkdocs build` and `mkdocs serve`; `gollanma build` runs the same plugin.

static-i18n runs all hooks once per language in one process, the later languages from inside its
own `on_post_build`. What one whole run gathers stands in a Run, made when the first language
begins.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as WrittenPage
from mkdocs.utils.templates import TemplateContext

from gollanma.diagnostics import Diagnostic
from gollanma.languages import BrokenPackError
from gollanma.site.assets import Assets, assets_of
from gollanma.site.content import content_of
from gollanma.site.errors import SiteError, in_words, refuse
from gollanma.site.frame import HOME, hollow
from gollanma.site.guides import (
    GUIDE,
    guide,
    guide_links,
    prose,
    read_once,
    with_references,
)
from gollanma.site.markup import strange
from gollanma.site.pictures import DRAWING, PICTURES, fault_of_picture, misfit, without_traces
from gollanma.site.publish import publish
from gollanma.site.requirements import require
from gollanma.site.settings import Content
from gollanma.site.shellfiles import shell_file, shell_template, shell_templates
from gollanma.site.shells import Shell, linked, token
from gollanma.site.theme import context_of, theme_words
from gollanma.site.verify import judge_addresses, judge_output
from gollanma.site.writer import folder_writer
from gollanma.source import links_below
from gollanma.views.links import in_language
from gollanma.views.page import Page

OVERRIDES = Path(__file__).parent / "overrides"
AFTER_I18N = -110
"""static-i18n works at -100 and expects to be the last."""


@dataclass(slots=True)
class Run:
    """What one run over all languages gathers."""

    content: Content
    assets: Assets
    shells: dict[tuple[str, str], Shell] = field(default_factory=dict)
    about: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Address and title of the hand-written pages, per language."""
    written: list[tuple[Page, str]] = field(default_factory=list)
    """The hand-written pages with their HTML."""
    found: list[Diagnostic] = field(default_factory=list)

    @property
    def guides(self) -> tuple[Page, ...]:
        """Give the hand-written pages."""
        return tuple(page for page, _ in self.written)


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs types it in part
    """Nothing: what can be chosen stands in gollanma.yml."""


class GollanmaPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Publishes the library when MkDocs has built the hand-written pages and the shells."""

    content: Content | None = None
    """Set by `gollanma build`, which has read the project already."""
    keep: "Callable[[Run], None] | None" = None
    """Takes what was gathered, where it is to be published many times; absent: it is now."""
    watched: tuple[str, ...] = ()
    """The folders and files with records, found when they were read."""
    _run: Run | None = None

    @property
    def run(self) -> Run:
        """Give what this run has gathered so far."""
        if self._run is None:
            raise PluginError("the plugin `gollanma` was asked for pages before it was configured")
        return self._run

    def on_config(self, config: MkDocsConfig) -> None:
        """Read and judge everything before MkDocs empties the output; once for all languages."""
        if self._run is None:
            with told(None):
                content = self.content or content_of(Path(config.config_file_path).parent)
            with told(content):
                require(config, content.languages)
                docs = Path(config.docs_dir)
                refuse((*content.diagnostics, *links_below(docs.parent, docs.name)))
            self._run = Run(content, assets_of(content))
            self.watched = content.watched
            config.theme.static_templates.clear()
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(OVERRIDES))

    @event_priority(AFTER_I18N)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Leave out what the theme ships, and add a page for each shell of the language."""
        for file in [each for each in files if each.src_dir != config.docs_dir]:
            files.remove(file)
        docs = Path(config.docs_dir).name
        for file in files.documentation_pages():
            self.run.found += read_once(file, docs)
        for template in shell_templates(self.run.content):
            files.append(shell_file(config, self.run.content, language_of(config), template))
        for file in [each for each in files if each.src_uri.lower().endswith(PICTURES)]:
            self._judge_picture(file, docs)

    def _judge_picture(self, file: File, folder: str) -> None:
        """Judge a picture beside a hand-written page, and take out what it gives away."""
        data = file.content_bytes
        key = fault_of_picture(data, file.src_uri)
        if key:
            found = misfit(file, folder, key)
            self.run.found += [found] * (found not in self.run.found)  # each language has its turn
        elif not file.src_uri.lower().endswith(DRAWING):
            file.content_bytes = without_traces(data)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs names them
        """Teach the theme the words of our languages; it knows some of them, and not Turkmen."""
        words = {
            f"partials/languages/{code}.html": theme_words(language)
            for code, language in self.run.content.languages.items()
        }
        env.loader = ChoiceLoader([DictLoader(words), *([env.loader] if env.loader else [])])

    def on_page_markdown(
        self,
        markdown: str,
        *,
        page: WrittenPage,
        config: MkDocsConfig,
        files: Files,  # noqa: ARG002
    ) -> str:
        """Turn `[[reference]]` on a hand-written page into a link."""
        return with_references(
            markdown, page.file.dest_uri, language_of(config), self.run.content
        )

    def on_page_content(
        self,
        html: str,
        *,
        page: WrittenPage,
        config: MkDocsConfig,
        files: Files,  # noqa: ARG002
    ) -> str:
        """Judge what Markdown made of a hand-written page."""
        if not shell_template(page):
            self.run.found += strange(page.file, Path(config.docs_dir).name, html)
        return html

    def on_page_context(
        self, context: TemplateContext, *, page: WrittenPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the templates a frame of tokens, and keep what a hand-written page says."""
        run, lang = self.run, language_of(config)
        guides = [each for each in nav.pages if not shell_template(each)]
        links = guide_links(run.content, guides, lang)
        run.about[lang] = tuple((each.href or "", each.title) for each in links)
        if not shell_template(page):
            written = guide(run.content, page, lang, guides), prose(run.content, page, lang)
            run.written.append(written)
        template = shell_template(page) or GUIDE
        home = in_language(HOME, lang, run.content.languages.default.code)
        is_home = page.file.dest_uri == home
        frame = hollow(token)
        more: Any = context_of(run.content, run.assets, lang, links, frame, is_home=is_home)
        more["page_type"] = template.removesuffix(".html")
        context.update(more)
        return context

    def on_post_page(self, output: str, *, page: WrittenPage, config: MkDocsConfig) -> str:
        """Keep a shell instead of writing it; all written pages of a language have one."""
        template = shell_template(page) or GUIDE
        self.run.shells[language_of(config), template] = Shell.of(output)
        return ""

    @event_priority(AFTER_I18N)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish when the last language is done, and judge the whole output."""
        i18n: Any = config.plugins["i18n"]
        if not i18n.building:
            run, site = self.run, Path(config.site_dir)
            with told(run.content):
                refuse((*run.found, *judge_addresses(run.content, run.guides)))
                if self.keep:
                    self.keep(run)
                else:
                    _publish(run, site)
            self._run = None

    def on_serve(self, server: LiveReloadServer, **_: object) -> None:
        """Build again when a record changes."""
        for folder in self.watched:
            server.watch(folder)


def _publish(run: Run, site: Path) -> None:
    """Write and judge all; the script knows the hand-written pages only now."""
    content = replace(run.content, about=run.about)
    assets = assets_of(content)
    shells = linked(run.shells, run.assets.links, assets.links)
    publish(content, assets, shells, folder_writer(site), run.written)
    refuse(judge_output(site, content, assets, run.guides))


@contextmanager
def told(content: Content | None) -> Iterator[None]:
    """Give MkDocs the reason for a refusal, in words as soon as there is a language."""
    try:
        yield
    except SiteError as error:
        words = in_words(error, content.languages.default) if content else str(error)
        raise PluginError(words) from error
    except BrokenPackError as error:
        raise PluginError(str(error)) from error


def language_of(config: MkDocsConfig) -> str:
    """Give the language that static-i18n is building."""
    i18n: Any = config.plugins["i18n"]
    return str(i18n.current_language)

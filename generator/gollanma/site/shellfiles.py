"""The pages through which the theme renders a shell: files without content, one per page type."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as WrittenPage

from gollanma.site.frame import HOME, LOST
from gollanma.site.settings import Content
from gollanma.views.links import in_language

PREFIX = "gollanma-shell-"


def shell_templates(content: Content) -> tuple[str, ...]:
    """Give the page types that need a shell in each language; MkDocs demands a home page."""
    return tuple(sorted({*content.templates, home_template(content), LOST}))


def home_template(content: Content) -> str:
    """Give the page type of the home page."""
    return next((page.template for page in content.pages if page.address == HOME), "home.html")


def shell_file(config: MkDocsConfig, content: Content, lang: str, template: str) -> File:
    """Give the file of a shell; that of the home page stands where MkDocs looks for one."""
    is_home = template == home_template(content)
    name = "index" if is_home else PREFIX + template.removesuffix(".html")
    inclusion = InclusionLevel.INCLUDED if is_home else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, f"{name}.{lang}.md", content="", inclusion=inclusion)
    file.name = name
    file.dest_uri = in_language(f"{name}.html", lang, content.languages.default.code)
    file.shell_template = template  # type: ignore[attr-defined]
    return file


def shell_template(page: WrittenPage) -> str | None:
    """Give the page type that a page is the shell of; none for a hand-written page."""
    return getattr(page.file, "shell_template", None)

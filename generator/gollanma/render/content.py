"""Fills the template of a page with its view; everything put into it is escaped."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from gollanma.languages import Languages
from gollanma.views import Page

PART = "_"
"""Begins the names of templates that are parts of others."""


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("gollanma.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_or_nothing,
    )


def _or_nothing(value: object) -> object:
    """Print nothing where a view has nothing."""
    return "" if value is None else value


@cache
def page_types() -> frozenset[str]:
    """Give the types that a page can have: what each page names as its template."""
    names = _environment().list_templates()
    return frozenset(each for each in names if not each.startswith(PART))


def content(page: Page, languages: Languages) -> str:
    """Write what stands inside the `<main>` of a page."""
    template = _environment().get_template(page.template)
    return template.render(view=page.view, say=languages[page.lang].say)

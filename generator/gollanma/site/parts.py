"""Small templates for what stands around the content; everything put into them is escaped."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("gollanma.site", "overrides/parts"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _template(name: str) -> Template:
    return _environment().get_template(f"{name}.html")


def part(name: str, **values: object) -> str:
    """Give one part as HTML."""
    return _template(name).render(values)

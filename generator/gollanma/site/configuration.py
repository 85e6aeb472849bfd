"""mkdocs.yml of a new site: what `requirements` asks of it, and no more."""

from collections.abc import Iterator

from gollanma.exchange.records import flow_words
from gollanma.languages import Language, Languages
from gollanma.model.load import PAGES

FRAME = """\
# {comment}
site_name: {name}
docs_dir: {docs}
use_directory_urls: false

theme:
  name: material
  font: false

nav:
  - index.md
  - about.md

markdown_extensions:
  - attr_list
  - tables
  - toc:
      permalink: false

validation:
  nav:
    omitted_files: warn
    not_found: warn
    absolute_links: warn
  links:
    not_found: warn
    anchors: warn
    absolute_links: warn
    unrecognized_links: warn

plugins:
  - i18n:
      docs_structure: suffix
      fallback_to_default: false
      reconfigure_search: false
      languages:
{languages}
  - gollanma
"""


def configuration(languages: Languages, name: str) -> str:
    """Give mkdocs.yml of a new site; `name` is what it is called in its first language."""
    lines = (line for each in languages.values() for line in _language(each, languages))
    return FRAME.format(
        comment=languages.default.say("begin.frame", path=f"{PAGES}/"),
        name=flow_words(name),
        docs=PAGES,
        languages="\n".join(lines),
    )


def _language(language: Language, languages: Languages) -> Iterator[str]:
    yield f"        - locale: {language.code}"
    yield f"          name: {flow_words(language.name)}"
    if language is languages.default:
        yield "          default: true"

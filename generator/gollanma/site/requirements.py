"""What mkdocs.yml must say so that the site works from a folder, in all languages."""

from collections.abc import Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from gollanma.languages import Languages
from gollanma.site.errors import ConfigurationError

READS_FILES = frozenset({"pymdownx.b64", "pymdownx.snippets"})
"""Extensions that put other files into a page: one of them may be nobody's to publish."""


def require(config: MkDocsConfig, languages: Languages) -> None:
    """Refuse a configuration that would give another site than ours."""
    for setting, is_value, wanted in _settings(config, languages):
        if is_value != wanted:
            raise ConfigurationError(setting=setting, wanted=_written(wanted))


def _settings(config: MkDocsConfig, languages: Languages) -> Iterator[tuple[str, Any, Any]]:
    yield "theme.name", config.theme.name, "material"
    yield "theme.font", config.theme.get("font"), False
    yield "use_directory_urls", config.use_directory_urls, False
    extensions = tuple(config.markdown_extensions)
    harmless = tuple(each for each in extensions if each.partition(":")[0] not in READS_FILES)
    yield "markdown_extensions", extensions, harmless
    plugins = tuple(each for each in config.plugins if each not in config.hooks)
    yield "plugins", plugins, ("i18n", "gollanma")
    i18n: Any = config.plugins["i18n"].config
    yield "plugins.i18n.docs_structure", i18n.docs_structure, "suffix"
    yield "plugins.i18n.fallback_to_default", i18n.fallback_to_default, False
    yield "plugins.i18n.reconfigure_material", i18n.reconfigure_material, True
    yield "plugins.i18n.languages", tuple(each.locale for each in i18n.languages), tuple(languages)
    defaults = tuple(each.locale for each in i18n.languages if each.default)
    yield "plugins.i18n.languages.default", defaults, (languages.default.code,)


def _written(wanted: Any) -> str:  # noqa: ANN401 - a value of mkdocs.yml
    if isinstance(wanted, tuple):
        return ", ".join(wanted)
    return str(wanted).lower() if isinstance(wanted, bool) else str(wanted)

"""The site: MkDocs and Material for its frame, our pages filled into it, swapped in as a whole."""

from gollanma.site.build import Built, build
from gollanma.site.content import content_of
from gollanma.site.errors import (
    ConfigurationError,
    LockedError,
    MkDocsError,
    NotASiteError,
    RefusedError,
    SiteError,
    UnwritableError,
    in_words,
)
from gollanma.site.publish import publish
from gollanma.site.settings import Budgets, Content, MenuLink, NeutralWords, Settings, Target

__all__ = [
    "Budgets",
    "Built",
    "ConfigurationError",
    "Content",
    "LockedError",
    "MenuLink",
    "MkDocsError",
    "NeutralWords",
    "NotASiteError",
    "RefusedError",
    "Settings",
    "SiteError",
    "Target",
    "UnwritableError",
    "build",
    "content_of",
    "in_words",
    "publish",
]

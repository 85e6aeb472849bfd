"""From a page to the HTML inside its `<main>`: templates that decide nothing."""

from gollanma.render.alone import alone
from gollanma.render.content import content, page_types

__all__ = ["alone", "content", "page_types"]

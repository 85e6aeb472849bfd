"""The pages on which editions of an act meet: what changes, side by side, and what follows."""

from collections.abc import Iterator

from gollanma.views.editions.comparisons import comparison_pages
from gollanma.views.editions.disagreements import disagreement_pages
from gollanma.views.editions.impacts import impact_pages
from gollanma.views.editions.moments import moment_pages
from gollanma.views.editions.parallels import parallel_pages
from gollanma.views.editions.redlines import redline_pages
from gollanma.views.page import Page
from gollanma.views.voice import Voice

__all__ = ["edition_pages"]


def edition_pages(voice: Voice) -> Iterator[Page]:
    """Yield the pages that set editions, languages and days of an act side by side."""
    for maker in (
        redline_pages,
        comparison_pages,
        impact_pages,
        disagreement_pages,
        moment_pages,
        parallel_pages,
    ):
        yield from maker(voice)

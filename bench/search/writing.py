"""Made-up pages as the peers take them."""

from collections.abc import Iterator

from bench.search.pages import MadePage, Part


def flat(page: MadePage) -> dict[str, str | int]:
    """Give a page as three texts with a number."""
    return {
        "id": page.number,
        "title": page.title,
        "headings": " · ".join(part.heading for part in page.parts[1:]),
        "text": " ".join(part.words for part in page.parts),
    }


def markdown(page: MadePage) -> str:
    """Give a page as a person would write it by hand."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: MadePage) -> Iterator[str]:
    yield f"# {page.title}"
    for part in page.parts:
        if part.heading:
            yield from ("", f"## {part.heading}")
        yield from ("", part.text, "")
        yield from _table(part)
        yield from (f"- {point}" for point in part.points)


def _table(part: Part) -> Iterator[str]:
    for number, row in enumerate(part.rows):
        yield f"| {' | '.join(row)} |"
        if number == 0:
            yield f"|{' --- |' * len(row)}"

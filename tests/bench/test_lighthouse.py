"""What is measured of pages, without the tool that measures: the server, the medians, the table."""

import gzip
import urllib.request
from pathlib import Path
from typing import Any

from bench import lighthouse
from bench.lighthouse import CATEGORIES, Score, score, served, table


def report(performance: float, size: int) -> dict[str, Any]:
    scores = dict(zip(CATEGORIES, (1.0, 0.9, performance), strict=True))
    return {
        "categories": {name: {"score": each} for name, each in scores.items()},
        "audits": {"total-byte-weight": {"numericValue": size}},
    }


def test_of_several_reports_the_middle_one_counts() -> None:
    found = score("Gollanma", "home", [report(0.2, 1024), report(0.9, 3072), report(0.8, 2048)])
    assert found.scores == {"accessibility": 1.0, "best-practices": 0.9, "performance": 0.8}
    assert found.kib == 2


def test_a_table_puts_ours_beside_the_peer_page_by_page() -> None:
    rows = [
        Score(site, page, dict.fromkeys(CATEGORIES, 1.0), 20)
        for site in (lighthouse.STOCK, lighthouse.OURS)
        for page in reversed(tuple(lighthouse.PAGES))
    ]
    head, *lines = table(rows)
    assert head.split()[-4:] == [*CATEGORIES, "KiB"]
    assert [line.split()[:2] for line in lines[:3]] == [
        ["home", "Gollanma"],
        ["home", "Material"],
        ["service", "Gollanma"],
    ]


def test_pages_travel_compressed_and_pictures_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "ž.html").write_text("<p>One</p>", encoding="utf-8")
    (tmp_path / "dot.png").write_bytes(b"\x89PNG")
    with served(tmp_path) as address:
        with urllib.request.urlopen(f"{address}/%C5%BE.html") as page:  # noqa: S310 - our own server
            assert page.headers["Content-Encoding"] == "gzip"
            assert gzip.decompress(page.read()) == b"<p>One</p>"
        with urllib.request.urlopen(f"{address}/dot.png") as picture:  # noqa: S310 - our own server
            assert (picture.headers["Content-Encoding"], picture.read()) == (None, b"\x89PNG")


def test_the_peer_has_the_same_words_at_the_same_places(tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    for place in lighthouse.PAGES.values():
        (ours / place).parent.mkdir(parents=True, exist_ok=True)
        html = '<html><main id="x"><h1>Title</h1><p>First.</p><section id="_a"><h2>Next</h2><p>More.</p></section></main></html>'
        (ours / place).write_text(html, encoding="utf-8")
    site = lighthouse.stock(ours, tmp_path / "peer")
    for place in lighthouse.PAGES.values():
        built = (site / place).read_text(encoding="utf-8")
        assert all(words in built for words in ("Title", "First.", "Next", "More.", "md-header"))

"""Every script of the real site, the files of the index too, is one that old browsers read."""

from pathlib import Path

from tests.support.node import answer_of

READER = Path(__file__).parents[1] / "scripts/floor.js"


def test_every_script_of_the_site_keeps_to_the_floor(site: Path) -> None:
    paths = sorted(site.rglob("*.js"))
    texts = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in paths}
    assert {"assets/gollanma.js", "assets/search/search.js"} < texts.keys()
    found = answer_of(READER, texts)
    assert {name: each["faults"] for name, each in found.items() if each["faults"]} == {}

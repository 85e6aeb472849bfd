"""A multiplied project is as sound as the one it is made of, and the same each time."""

from datetime import date
from pathlib import Path

from bench.checking.multiplied import Multiplied, write
from bench.mutation.corpus import corpus
from gollanma.graph import Graph
from gollanma.languages import load as load_languages
from gollanma.model.load import load

ROOT = Path(__file__).parents[2]
COUNT = 640
"""Two copies, and some records of a third."""


def multiplied() -> Multiplied:
    known = corpus(ROOT)
    return Multiplied(known, known.codes)


def test_a_multiplied_project_has_so_many_files_the_same_each_time() -> None:
    files = list(multiplied().files(COUNT))
    assert len(dict(files)) == len(files) == COUNT
    assert files == list(multiplied().files(COUNT))


def test_the_first_records_stand_as_they_are_and_copies_say_it_in_other_words() -> None:
    files = dict(multiplied().files(COUNT))
    assert files["glossary/caseload.yml"] == (ROOT / "glossary/caseload.yml").read_text("utf-8")
    assert "gaseload" not in files["glossary/caseload.yml"]
    assert "label: daseload" in files["glossary/caseload-1.yml"]


def test_a_multiplied_project_can_be_read_and_its_references_lead_somewhere(
    tmp_path: Path,
) -> None:
    size = write(tmp_path, ROOT, COUNT)
    assert size == sum(each.stat().st_size for each in tmp_path.rglob("*") if each.is_file())
    loaded = load(tmp_path, date(2026, 11, 22))
    assert loaded.library is not None
    assert len(loaded.library.records) == COUNT
    assert loaded.diagnostics == ()
    links = Graph(loaded.library, load_languages(("en",))).links
    lost = [each for those in links.values() for each in those if each.target is None]
    assert lost == []

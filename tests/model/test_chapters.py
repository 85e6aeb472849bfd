"""A long edition in a folder is the edition that one file would be, and says where it is wrong."""

from collections.abc import Mapping

from hypothesis import given

from gollanma.diagnostics import Diagnostic
from gollanma.exchange.chapters import LONG, edition_files, left_over
from gollanma.exchange.records import as_yaml
from gollanma.model import Text
from gollanma.model.chapters import gathered
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.places import file_of
from gollanma.model.walk import visits
from gollanma.source import Document, read_text
from tests.exchange.lawtext.editions import bodies
from tests.exchange.lawtext.reading import CODES, ROOT
from tests.support.projects import Small, small, whole

KEY = "act/help@2022-01-01"
FOLDER = "normative/acts/help/editions/2022-01-01"
PROJECT = (ROOT / "gollanma.yml").read_text(encoding="utf-8")


def project(files: Mapping[str, str]) -> Small:
    return whole({"gollanma.yml": PROJECT, **files})


def edition(*body: Provision) -> Edition:
    return Edition(sample=True, stage="in-force", note=Text({"tk": "Bellik."}), body=body)


def rest_of_line(document: Document, *path: str | int) -> str:
    """Give what stands in the file from the place of a value to the end of its line."""
    span = document.span(*path)
    line = document.file(span.path).text.splitlines()[span.line - 1]
    return line[span.column - 1 :]


@given(bodies())
def test_a_folder_and_a_file_decode_equal_and_know_their_places(
    body: tuple[Provision, ...],
) -> None:
    one = project(edition_files(edition(*body), KEY, CODES))
    other = project(edition_files(edition(*body), KEY, CODES, most=0))
    assert (one.found, other.found) == ((), ())
    assert one.library.records[KEY] == other.library.records[KEY] == edition(*body)
    whole_, parts = one.library.documents[KEY], other.library.documents[KEY]
    assert [each.path for each in parts.files] == [
        f"{FOLDER}/edition.yml",
        *(f"{FOLDER}/{each.id}.yml" for each in body),
    ]
    for visit in visits(edition(*body)):
        if isinstance(visit.value, Text):
            for code in visit.value:
                path = (*visit.path, code)
                assert parts.value(*path) == whole_.value(*path)
                first = rest_of_line(whole_, *path)
                assert rest_of_line(parts, *path)[:20] == first[:20]


CHAPTER = f"{FOLDER}/c1.yml"
LONG_ONE = {
    f"{FOLDER}/edition.yml": "sample: true\nstage: in-force\nbody:\n  - c1\n",
    CHAPTER: "id: c1\nunit: chapter\nheading: {tk: Bap}\n",
}


def test_a_mistake_in_a_chapter_is_shown_in_its_file() -> None:
    files = {**LONG_ONE, CHAPTER: LONG_ONE[CHAPTER] + "txet: {tk: A}\n"}
    found = [(str(each.span), each.code, each.key) for each in project(files).found]
    assert found == [(f"{CHAPTER}:4:1", "SCH001", "unknown-field")]


def test_a_chapter_that_cannot_be_read_breaks_its_edition_alone() -> None:
    found = project({**LONG_ONE, CHAPTER: "id: [\n"})
    assert {each.span.path for each in found.found} == {CHAPTER}
    assert found.library.broken == {KEY}


def test_a_check_finds_the_place_in_a_chapter() -> None:
    files = {path.replace("2022-01-01", "2020-02-02"): text for path, text in LONG_ONE.items()}
    chapter = CHAPTER.replace("2022-01-01", "2020-02-02")
    files[chapter] = "id: a1\nunit: article\nnumber: \"1\"\ntext: {tk: '[[role/none]]'}\n"
    files = {
        path.replace("c1.yml", "a1.yml"): text.replace("c1", "a1") for path, text in files.items()
    }
    found = [(path, line, column) for path, line, column, *_ in small(files).findings("REF003")]
    assert found == [(chapter.replace("c1.yml", "a1.yml"), 4, 13)]


def test_an_allowance_in_a_chapter_speaks_of_its_own_line() -> None:
    chapter = f"{FOLDER}/a1.yml"
    files = {
        f"{FOLDER}/edition.yml": LONG_ONE[f"{FOLDER}/edition.yml"].replace("c1", "a1"),
        chapter: (
            'id: a1\nunit: article\nnumber: "1"\n'
            "text: {tk: '[[role/none]]'}  # allow REF003: it comes later\n"
        ),
    }
    outcome = small(files).outcome()
    assert [each.finding.span.path for each in outcome.allowed] == [chapter]
    assert "SUP001" not in {each.code for each in outcome.findings}


def test_what_the_head_allows_holds_for_its_chapters() -> None:
    chapter = f"{FOLDER}/a1.yml"
    lint = "lint:\n  - {code: REF003, reason: it comes later, by: organisation/office, until: 2027-01-01}\n"
    files = {
        f"{FOLDER}/edition.yml": LONG_ONE[f"{FOLDER}/edition.yml"].replace("c1", "a1") + lint,
        chapter: "id: a1\nunit: article\nnumber: \"1\"\ntext: {tk: '[[role/none]]'}\n",
    }
    outcome = small(files).outcome()
    assert [each.finding.span.path for each in outcome.allowed] == [chapter]


def test_a_file_and_a_folder_of_one_edition_are_told_apart() -> None:
    files = {**LONG_ONE, file_of(KEY): as_yaml(edition(), file_of(KEY), CODES)}
    found = [(each.span.path, each.code, each.key) for each in project(files).found]
    assert found == [(f"{FOLDER}/edition.yml", "ID001", "same-id")]


def test_a_folder_stays_one_and_a_file_becomes_one_when_it_grows() -> None:
    short = edition(Provision(id="c1", unit="chapter"))
    document = project(LONG_ONE).library.documents[KEY]
    kept = edition_files(short, KEY, CODES, document)
    assert set(kept) == set(LONG_ONE)
    words = Text({"tk": "Uzyn söz. " * (LONG // 10) + "Soňy."})
    grown = edition_files(edition(Provision(id="c2", unit="chapter", text=words)), KEY, CODES)
    assert set(grown) == {f"{FOLDER}/edition.yml", f"{FOLDER}/c2.yml"}
    assert left_over(document, grown) == (CHAPTER,)
    assert left_over(None, grown) == ()


def test_a_file_in_a_folder_of_chapters_parts_no_edition() -> None:
    folder = "normative/acts/help/editions/2020-02-01"
    paths = [f"{folder}/{name}.yml" for name in ("c1", "d/e", "edition")]
    texts = {paths[0]: "id: c1", paths[1]: "a: b", paths[2]: "body: [c1]"}
    found: list[Diagnostic] = []
    files = gathered((read_text(path, text.encode()) for path, text in texts.items()), found)
    assert [(each.path, len(each.files)) for each in files] == [(paths[1], 1), (paths[2], 2)]
    assert found == []

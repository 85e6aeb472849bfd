"""`gollanma export package`: a draft with its papers, in every language."""

import zipfile
from pathlib import Path

import pytest

from tests.support.folders import command, small_folder
from tests.support.projects import changed
from tests.views.drafted import DECIDED, FILES, FIRST, FOLDER

SAMPLE = {
    "tk": "Nusga teksti, resmi tekst däl.",
    "ru": "Образец формулировок, не официальный текст.",
    "en": "Sample wording, not the official text.",
}


def package(root: Path, reference: str = "act/help@draft-first") -> Path:
    out = root / "out"
    result = command(root, "export", "package", reference, "--out", str(out))
    assert result.exit_code == 0, result.output
    return out


@pytest.mark.parametrize("lang", ["tk", "ru", "en"])
def test_each_language_has_its_papers_and_their_mark(tmp_path: Path, lang: str) -> None:
    folder = package(small_folder(tmp_path, DECIDED)) / lang
    assert sorted(each.name for each in folder.iterdir()) == [
        "amending.txt",
        "comparison.docx",
        "package.html",
        "redline.docx",
    ]
    assert SAMPLE[lang] in (folder / "package.html").read_text(encoding="utf-8")
    assert SAMPLE[lang] in (folder / "amending.txt").read_text(encoding="utf-8")
    for name in ("comparison.docx", "redline.docx"):
        with zipfile.ZipFile(folder / name) as parts:
            assert parts.read("word/document.xml")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Help is widened.", id="explanatory note"),
        pytest.param("For women.", id="inclusion audit"),
        pytest.param("Article 5: Support.", id="treaty"),
        pytest.param("To be changed.", id="acts to be changed in consequence"),
        pytest.param("On helping people.", id="preamble"),
        pytest.param("2. Help is not put off.", id="a part of the text"),
        pytest.param("<h3>Article 2. Consent</h3>", id="an article of the text"),
        pytest.param("The Chair", id="signature"),
        pytest.param("Waiting is dangerous.", id="comparative table"),
        pytest.param("Help at home", id="what will have to change"),
        pytest.param("Rules on time", id="by-law due"),
        pytest.param("Comments: 2, without an answer: 1.", id="how far comments were answered"),
        pytest.param("Russian: 1 waiting; English: 1 waiting", id="how far translations are"),
    ],
)
def test_the_page_has_all_that_goes_with_a_draft(tmp_path: Path, words: str) -> None:
    html = (package(small_folder(tmp_path, FILES)) / "en" / "package.html").read_text("utf-8")
    plain = html.replace('<span class="num">2.</span> ', "2. ").replace("</a>", "")
    assert words in plain or words in html


def test_a_draft_with_open_wordings_shows_them_and_has_no_amending_act_yet(tmp_path: Path) -> None:
    folder = package(small_folder(tmp_path, FILES)) / "en"
    assert not (folder / "amending.txt").exists()
    assert "On the same day." in (folder / "package.html").read_text(encoding="utf-8")


def test_what_is_repealed_is_marked_in_the_text(tmp_path: Path) -> None:
    repealed = {
        path: text.replace("modality: must\nchanges", "repealed: true\nchanges")
        for path, text in DECIDED.items()
    }
    html = (package(small_folder(tmp_path, repealed)) / "en" / "package.html").read_text("utf-8")
    text = html.partition('<section id="_text">')[2].partition("</section>")[0]
    assert '<span class="tag">Repealed</span>' in text


def test_the_same_files_are_written_twice(tmp_path: Path) -> None:
    one, other = (package(small_folder(tmp_path / name, FILES)) for name in ("a", "b"))
    for path in sorted(each for each in one.rglob("*") if each.is_file()):
        assert path.read_bytes() == (other / path.relative_to(one)).read_bytes(), path.name


@pytest.mark.parametrize(
    ("files", "reference", "says"),
    [
        ({}, "help", "is no edition of an act"),
        ({}, "act/help", "is no edition of an act"),
        ({}, "act/help@nowhere", "is no edition of an act"),
        ({}, "service/care@1.0", "is no edition of an act"),
        ({}, "act/help@2020-02-01", "does not stand on a dated edition"),
        (
            {
                f"{FOLDER}/editions/draft-first.yml": FIRST.replace(
                    'based_on: "2020-02-01"', "based_on: draft-gone"
                )
            },
            "act/help@draft-first",
            "does not stand on a dated edition",
        ),
    ],
    ids=["no reference", "an act", "no such edition", "a service", "no draft", "its base is gone"],
)
def test_what_is_no_draft_is_named_and_nothing_is_written(
    tmp_path: Path, files: dict[str, str], reference: str, says: str
) -> None:
    root, out = small_folder(tmp_path, {**FILES, **files}), tmp_path / "out"
    result = command(root, "export", "package", reference, "--out", str(out))
    assert (result.exit_code, says in result.stderr) == (2, True), result.output
    assert not out.exists()


def test_what_is_not_public_does_not_leave_with_the_package(tmp_path: Path) -> None:
    hidden = changed(
        "normative/services/care.yml", "status: draft", "status: draft\nsensitivity: staff"
    )
    html = package(small_folder(tmp_path, {**FILES, **hidden})) / "en" / "package.html"
    assert "Help at home" not in html.read_text(encoding="utf-8")

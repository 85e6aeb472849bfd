"""`gollanma import act` and `gollanma export text`: in from the official form, and out to it."""

from pathlib import Path

import pytest

from tests.exchange.lawtext.reading import TEXTS
from tests.support.folders import command, small_folder

EDITION = "normative/acts/goshi/editions/2031-01-01.yml"
ACT = "normative/acts/goshi/act.yml"
LAW = """\
LAW OF THE REGION

On Help

Article 1. Consent
The person must be asked for consent, and nothing is done without it.

Article 2. Help
1. Help is given free of charge.
2. Everyone may apply.
"""


def law(folder: Path, text: str = LAW) -> str:
    path = folder / "law.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def files(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file() and each.suffix != ".txt"
    }


def test_without_a_place_what_was_recognised_is_shown_and_nothing_written(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    before = files(folder)
    done = command(folder, "import", "act", law(folder), "--lang", "en")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "English: law “On Help”",
        "  Articles: 2",
        "  parts: 2",
    ]
    assert files(folder) == before


def test_an_import_writes_the_edition_and_its_act(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    done = command(
        folder, "import", "act", law(folder), "--lang", "en", "--out", "act/goshi@2031-01-01"
    )
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-2:] == [ACT, EDITION]
    assert (
        (folder / EDITION)
        .read_text(encoding="utf-8")
        .startswith(
            "# yaml-language-server: $schema=../../../schemas/edition.json\nstage: in-force\n"
        )
    )
    printed = command(folder, "export", "text", "act/goshi", "--lang", "en")
    assert printed.stdout == LAW.replace("LAW OF THE REGION", "LAW").replace(
        "Consent\nThe", "Consent\n\n  The"
    ).replace("\n1. ", "\n  1. ").replace("\n2. ", "\n  2. ")


def test_other_languages_come_with_the_same_command(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    russian = folder / "ru.txt"
    russian.write_text(
        "ЗАКОН\n\nО помощи\n\nСтатья 1. Согласие\nСогласие спрашивают.\n\nСтатья 2. Помощь\n"
        "1. Помощь бесплатна.\n2. Каждый вправе просить.\n",
        encoding="utf-8",
    )
    words = ("--lang", "en", "--also", "ru", str(russian), "--out", "act/goshi@2031-01-01")
    assert command(folder, "import", "act", law(folder), *words).exit_code == 0
    assert "ru: Согласие спрашивают." in (folder / EDITION).read_text(encoding="utf-8")


def test_onto_a_sample_shows_the_concordance_and_carries_references(tmp_path: Path) -> None:
    folder = small_folder(tmp_path, {"docs/a.md": "[[act/help#a2|the one]]\n"})
    done = command(folder, "import", "act", law(folder), "--lang", "en", "--onto", "act/help")
    assert done.exit_code == 0
    assert (folder / "docs/a.md").read_text(encoding="utf-8") == "[[act/help#a1|the one]]\n"
    lines = done.stdout.splitlines()
    assert [each.split(" (")[0] for each in lines if " → " in each] == [
        "a1 → a2",
        "a1.1 → a2.1",
        "a1.2 → a2.2",
        "a2 → a1",
        "docs/a.md:1:1: act/help#a2 → act/help#a1",
        "normative/services/care.yml:20:16: act/help#a1 → act/help#a2",
        "normative/services/care.yml:55:20: act/help#a2 → act/help#a1",
    ]
    carried = "".join(
        each.read_text(encoding="utf-8") for each in sorted((folder / "normative").rglob("*.yml"))
    )
    assert "act/help#a1\n" in carried
    checked = command(folder, "check", "--lang", "en")
    assert "REF001" not in checked.stdout
    assert "REF003" not in checked.stdout


def test_a_dry_run_says_all_of_it_and_writes_nothing(tmp_path: Path) -> None:
    folder = small_folder(tmp_path, {"docs/a.md": "[[act/help#a2|the one]]\n"})
    before = files(folder)
    words = ("--lang", "en", "--onto", "act/help")
    dry = command(folder, "import", "act", law(folder), *words, "--dry-run")
    assert (dry.exit_code, files(folder)) == (0, before)
    assert "words in `ru`, the official text has none" in dry.stdout
    done = command(folder, "import", "act", law(folder), *words)
    told = [each for each in dry.stdout.splitlines() if not each.startswith("nothing was written")]
    assert told == done.stdout.splitlines()
    assert files(folder) != before


def test_what_no_language_says_any_more_is_said_by_the_check(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    command(folder, "import", "act", law(folder), "--lang", "en", "--onto", "act/help")
    checked = command(folder, "check", "--lang", "en").stdout
    path = "normative/acts/help/editions/2020-02-01.yml"
    assert checked.count("warning[I18N001] the text of the act is not here in") == 2
    assert f"{path}:5:1: warning[I18N001]" in checked


UNLIKE = """\
LAW

On Help

Article 1. Consent
The person must be asked for consent, and nothing is done without it.
"""


def test_what_found_no_counterpart_waits_until_somebody_decides(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    words = ("--lang", "en", "--onto", "act/help")
    assert command(folder, "import", "act", law(folder, UNLIKE), *words).exit_code == 0
    waiting = command(folder, "decide", "--lang", "en").stdout.splitlines()
    assert waiting == ["service/care: act/help#a1 → act/help", "waiting: 1"]
    checked = command(folder, "check", "--lang", "en").stdout
    assert "warning[LTX008] `act/help#a1` has no counterpart" in checked
    assert command(folder, "decide", "sop/none").exit_code == 2
    assert command(folder, "decide", "service/care", "--lang", "en").stdout == (
        "decided: 1, still waiting: 0\n"
    )
    assert "LTX008" not in command(folder, "check", "--lang", "en").stdout
    assert command(folder, "decide", "--lang", "en").stdout == "waiting: 0\n"


def test_nothing_waits_where_somebody_has_written_another_reference(tmp_path: Path) -> None:
    folder = small_folder(tmp_path, {"docs/a.md": "[[act/help#a1]]\n"})
    command(folder, "import", "act", law(folder, UNLIKE), "--lang", "en", "--onto", "act/help")
    path = folder / "normative/services/care.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("provision: act/help\n", "provision: act/help#a1\n"), "utf-8")
    waiting = command(folder, "decide", "--lang", "en").stdout.splitlines()
    assert waiting == ["docs/a.md: act/help#a1 → act/help", "waiting: 1"]
    checked = command(folder, "check", "--lang", "en").stdout
    assert "normative/state/undecided.yml:3:12: warning[LTX008]" in checked
    assert command(folder, "decide", "docs/a.md").exit_code == 0
    assert not (folder / "normative/state/undecided.yml").exists()


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        pytest.param(("--out", "act/help"), 2, "act/slug@2030-01-01", id="no edition is named"),
        pytest.param(("--out", "act/a@b", "--onto", "act/help"), 2, "--out | --onto", id="two places"),
        pytest.param(("--out", "act/a@b", "--onto", "act/help"), 2, "puts the text in the place of a sample", id="what the two places are for"),
        pytest.param(("--onto", "act/none"), 2, "there is no edition `act/none`", id="no such act"),
        pytest.param(("--kind", "decree"), 2, "law", id="no such kind"),
        pytest.param(("--also", "ru", "none.txt"), 2, "none.txt", id="no such file"),
        pytest.param(("--also", "xx", "none.txt"), 2, "tk, ru, en", id="no such language"),
        pytest.param(("--out", "act/help@2020-02-01"), 1, "has words in the language `en` already", id="words that are there"),
    ],
)  # fmt: skip
def test_what_import_refuses(tmp_path: Path, words: tuple[str, ...], code: int, says: str) -> None:
    folder = small_folder(tmp_path)
    before = files(folder)
    done = command(folder, "import", "act", law(folder), "--lang", "en", *words)
    assert done.exit_code == code
    assert says in done.stdout + done.stderr
    assert files(folder) == before


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("", "the file is empty", id="an empty file"),
        pytest.param("LAW\n\nOn Help\n\nArticle 1. A\nB.\nArticle 1. C\nD.\n", "the number 1 stands here a second time", id="a number twice"),
    ],
)  # fmt: skip
def test_a_faulty_text_writes_nothing(tmp_path: Path, text: str, says: str) -> None:
    folder = small_folder(tmp_path)
    before = files(folder)
    words = ("--lang", "en", "--out", "act/goshi@2031-01-01")
    done = command(folder, "import", "act", law(folder, text), *words)
    assert (done.exit_code, says in done.stdout) == (1, True)
    assert files(folder) == before


@pytest.mark.parametrize("lang", ["tk", "ru", "en"])
def test_the_report_speaks_the_language_of_the_text(tmp_path: Path, lang: str) -> None:
    folder = small_folder(tmp_path)
    law_file = str(TEXTS / f"law.{lang}.txt")
    done = command(folder, "import", "act", law_file, "--lang", lang, "--kind", "law")
    assert "LTX" in done.stdout
    assert done.exception is None or isinstance(done.exception, SystemExit)


def test_an_export_keeps_the_mark_of_a_sample_in_a_file_too(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    out = tmp_path / "help.txt"
    done = command(folder, "export", "text", "act/help", "--lang", "en", "--out", str(out))
    lines = out.read_text(encoding="utf-8").splitlines()
    assert (done.exit_code, done.stdout) == (0, "")
    assert lines[0] == lines[-1]
    assert "not the official text" in lines[0]


@pytest.mark.parametrize("reference", ["act/none", "role/worker", "nothing", "act/help@1999-01-01"])
def test_what_cannot_be_printed(tmp_path: Path, reference: str) -> None:
    done = command(small_folder(tmp_path), "export", "text", reference)
    assert (done.exit_code, done.stdout) == (2, "")


def test_a_long_act_becomes_a_folder_with_a_file_for_each_article(tmp_path: Path) -> None:
    folder = small_folder(tmp_path)
    text = LAW.replace("nothing is done without it.", "nothing is done without it. " * 12_000)
    place = "normative/acts/goshi/editions/2031-01-01"
    words = ("--lang", "en", "--out", "act/goshi@2031-01-01")
    done = command(folder, "import", "act", law(folder, text), *words)
    written = [f"{place}/{name}.yml" for name in ("a1", "a2", "edition")]
    assert done.stdout.splitlines()[-4:] == [ACT, *written]
    checked = command(folder, "check", "--lang", "en").stdout
    assert ("SCH001" in checked, "SCH004" in checked) == (False, False)
    assert f"{place}/edition.yml:" in checked
    printed = command(folder, "export", "text", "act/goshi", "--lang", "en")
    assert "Article 2. Help" in printed.stdout
    chapter = folder / place / "a1.yml"
    with chapter.open("a", encoding="utf-8") as file:
        file.write("colour: red\n")
    line = chapter.read_text(encoding="utf-8").count("\n")
    checked = command(folder, "check", "--lang", "en").stdout
    assert f"{place}/a1.yml:{line}:1: error[SCH001]" in checked


def test_a_language_comes_into_the_files_of_a_folder(tmp_path: Path) -> None:
    place = "normative/acts/goshi/editions/2031-01-01"
    files_ = {
        f"{place}/edition.yml": "stage: in-force\nin_force:\n  from: 2031-01-01\nbody:\n  - a1\n",
        f"{place}/a1.yml": 'id: a1\nunit: article\nnumber: "1"\ntext: {en: Help is free.}\n',
        ACT: "title: {en: On Help}\nact_kind: law\nauthoritative: en\n",
    }
    folder = small_folder(tmp_path, files_)
    russian = law(folder, "ЗАКОН\n\nО помощи\n\nСтатья 1.\nПомощь бесплатна.\n")
    words = ("--lang", "ru", "--out", "act/goshi@2031-01-01")
    done = command(folder, "import", "act", russian, *words)
    assert done.exit_code == 0, done.stdout
    assert "ru: Помощь бесплатна." in (folder / place / "a1.yml").read_text(encoding="utf-8")
    assert not (folder / EDITION).exists()

"""No id and no name of a file leads out of a project, looks like another one, or fails on a disk."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from gollanma.checks.examples import base
from tests.site import fakes
from tests.support.folders import command, small_folder

VISIT = "normative/sops/visit.yml"
LAW = "KANUN\nTürkmenistanyň Kanuny\nHakynda\n\n1-nji madda. Baş\nSöz.\n"
LONG = "x" * 300
ODD = ("../x", "/etc/x", "a/b", ".", "..\\x", "CON", "con", "a.", "nul.txt", "a ", LONG)
"""Out of the project, into another folder, a device of Windows, what no disk keeps, too long."""


def findings(root: Path, *words: str) -> list[tuple[str, str]]:
    """Give the place, the code and the sentence of each error of a project."""
    result = command(root, *(words or ("check",)), "--format", "json")
    assert result.exit_code == 1, result.output
    return [
        ("{path}:{line}:{column} {code}".format_map(each), each["message"])
        for each in json.loads(result.stdout)["findings"]
        if each["severity"] == "error"
    ]


@pytest.mark.parametrize(
    ("old", "new", "place", "point"),
    [
        pytest.param("id: ask\n", "id: a\u200bsk\n", "35:9", "U+200B ZERO WIDTH SPACE", id="22 the id of a step"),
        pytest.param("id: ask\n", 'id: "a\\u200bsk"\n', "35:9", "U+200B ZERO WIDTH SPACE", id="22 by an escape"),
        pytest.param("id: ask\n", "id: a\xadsk\n", "35:9", "U+00AD SOFT HYPHEN", id="22 a soft hyphen"),
        pytest.param("id: ask\n", "id: a\u2060sk\n", "35:9", "U+2060 WORD JOINER", id="22 what joins words"),
        pytest.param("next: listen", "next: listen\u200d", "48:17", "U+200D ZERO WIDTH JOINER", id="22 where a step leads"),
        pytest.param("form: form/consent", "form: form/con\u200bsent", "24:11", "U+200B ZERO WIDTH SPACE", id="22 the id of a record"),
        pytest.param("id: ask\n", "id: аsk\n", "35:9", "U+0430 CYRILLIC SMALL LETTER A", id="32 the id of a step"),
        pytest.param("id: listen", "id: s\u043er-001", "52:9", "U+043E CYRILLIC SMALL LETTER O", id="32 sor-001"),
        pytest.param("form: form/consent", "form: form/c\u043ensent", "24:11", "U+043E CYRILLIC SMALL LETTER O", id="32 the id of a record"),
        pytest.param("unit: working-day\n    from: request", "unit: working-day\n    from: r\u0435quest", "22:11", "U+0435 CYRILLIC SMALL LETTER IE", id="32 the id of an event"),
        pytest.param("sample: true\n", "sample: true\nsupersedes: ['#\u0430sk']\n", "8:14", "U+0430 CYRILLIC SMALL LETTER A", id="32 a place in the record"),
        pytest.param("en: Read the sheet together.", "en: 'Read [[form/consen\u0442]].'", "38:74", "U+0442 CYRILLIC SMALL LETTER TE", id="32 in running words"),
    ],
)  # fmt: skip
def test_a_letter_that_is_none_of_an_id_is_named_at_the_id(
    tmp_path: Path, old: str, new: str, place: str, point: str
) -> None:
    text = base()[VISIT]
    assert old in text
    root = small_folder(tmp_path, {VISIT: text.replace(old, new, 1)})
    named = [(where, said) for where, said in findings(root) if f"({point})" in said]
    assert [where.rpartition(" ")[0] for where, _ in named] == [f"{VISIT}:{place}"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("vi\u200bsit", "vi<200B>sit.yml:1:1 SRC001", id="22 an unseen letter"),
        pytest.param("s\u043er-001", "(U+043E CYRILLIC SMALL LETTER O)", id="32 a look-alike"),
        pytest.param("con", "Windows keeps the name `con`", id="54 a device"),
        pytest.param("nul.txt", "`nul.txt` cannot be the name", id="54 a device with an ending"),
        pytest.param("visit.", "`visit.` cannot be the name", id="54 a dot at the end"),
        pytest.param("visit ", "`visit ` holds ` ` (U+0020 SPACE)", id="54 a blank at the end"),
        pytest.param("x" * 200, "is too long", id="54 as long as a disk takes"),
        pytest.param(
            "a\\..\\..\\x", "`a\\..\\..\\x` cannot be the name", id="52 a folder above in Windows"
        ),
    ],
)
def test_a_file_is_refused_for_its_name(tmp_path: Path, name: str, said: str) -> None:
    root = small_folder(tmp_path)
    (root / f"normative/sops/{name}.yml").write_text("title: {en: x}\n", encoding="utf-8")
    (error,) = findings(root)
    assert said in " ".join(error)


PLACES = (
    ("id: ask\n", "id: {}"),
    ("form: form/consent", "form: form/{}"),
    ('version: "1.0"', "version: {}"),
)


@pytest.mark.parametrize(("old", "new"), PLACES, ids=[new.strip() for _, new in PLACES])
def test_an_id_in_a_record_names_no_file_and_no_device(tmp_path: Path, old: str, new: str) -> None:
    text = base()[VISIT]
    assert old in text
    accepted: list[str] = []
    for each in ODD:
        spelled = new.format("@").replace("@", each) if "/" in new else new.format(each)
        key, _, value = spelled.partition(": ")
        quoted = f"{key}: {json.dumps(value)}"
        root = small_folder(tmp_path, {VISIT: text.replace(old, f"{quoted}\n", 1)})
        is_refused = command(root, "check").exit_code == 1
        accepted += [] if is_refused else [each]
    assert accepted == (["con"] if new == "id: {}" else [])  # a step has no file of its own


def asked(odd: str, law: str, out: str) -> Iterator[list[str]]:
    """Yield every command that makes a name of a file from what it is told."""
    yield ["new", "sop", odd]
    yield ["rename", "sop/visit", odd]
    yield ["rename", "sop/visit#ask", odd]
    yield ["rename", f"sop/{odd}", "go"]
    yield ["release", odd]
    yield ["release", f"sop/{odd}"]
    yield ["review", f"sop/{odd}", "--by", "organisation/office"]
    yield ["decide", f"sop/{odd}"]
    yield ["import", "act", law, "--kind", "law", "--out", f"act/{odd}@2030-01-01"]
    yield ["import", "act", law, "--kind", "law", "--out", f"act/help@{odd}"]
    yield ["import", "act", law, "--kind", "law", "--onto", f"act/{odd}"]
    yield ["export", "akn", f"act/{odd}", "--out", out]
    yield ["export", "akn", f"act/help@{odd}", "--out", out]
    yield ["export", "docx", f"act/help@{odd}", "--out", f"{out}.docx"]
    yield ["export", "bpmn", f"sop/{odd}", "--out", out]
    yield ["export", "form", f"form/{odd}", "--out", f"{out}.docx"]
    yield ["export", "book", f"training/{odd}", "--out", f"{out}.docx"]
    yield ["export", "package", f"act/help@{odd}", "--out", out]
    yield ["bundle", "--territory", odd, "--out", out]
    yield ["bundle", "--district", odd, "--out", out]
    yield ["bundle", "--whole", "--languages", odd, "--out", out]
    yield ["build", "--lang", odd]
    yield ["analyse", "--lang", odd, "x"]


@pytest.mark.parametrize(
    "odd",
    [
        *(pytest.param(each, id=each[:9]) for each in ODD[::4]),
        *(pytest.param(each, id=each[:9], marks=pytest.mark.slow) for each in ODD if each not in ODD[::4]),
    ],
)  # fmt: skip
def test_no_command_makes_a_file_of_a_name_that_leads_elsewhere(tmp_path: Path, odd: str) -> None:
    root = small_folder(tmp_path / "p")
    (tmp_path / "law.txt").write_text(LAW, encoding="utf-8")
    before = fakes.files(tmp_path)
    for words in asked(odd, str(tmp_path / "law.txt"), str(tmp_path / "out")):
        result = command(root, *words)
        assert isinstance(result.exception, SystemExit), (words, result.exception)
        assert result.exit_code in {1, 2}, (words, result.output)
        assert fakes.files(tmp_path) == before, words


HELP = "normative/acts/help/editions/2020-02-01.yml"
ARTICLE = "  - {id: con, unit: article, number: '3', heading: {tk: a, ru: б, en: c}}\n"


def pages(name: str) -> dict[str, str]:
    return {f"docs/{name}.{code}.md": "# A\n\nb\n" for code in fakes.CODES}


ADDRESSES = {
    "con.html": pages("con"),
    f"{'a' * 60}.html": pages("a" * 60),
    "act/help/con.html": {HELP: base()[HELP] + ARTICLE},
}
"""Names of devices, of a page and of an article, and a long name."""

LONG_ID = "b" * 40
LONG_RECORD = f"normative/trainings/{LONG_ID}.yml"
LONG_TEXT = "title: {tk: a, ru: б, en: c}\nstatus: idea\n"


def test_addresses_that_some_disk_refuses_are_not_built(tmp_path: Path) -> None:
    files = {path: text for each in ADDRESSES.values() for path, text in each.items()}
    root = small_folder(fakes.project(tmp_path), files)
    result = command(root, "build")
    assert result.exit_code == 1
    for address in ADDRESSES:
        said = f"error[PUB005] the address `{address}` cannot stand on every disk"
        assert said in result.output
    assert not (root / "site").exists()


def test_all_that_is_made_of_the_longest_id_is_built(tmp_path: Path) -> None:
    root = small_folder(fakes.project(tmp_path), {LONG_RECORD: LONG_TEXT})
    result = command(root, "build")
    assert result.exit_code == 0, result.output
    assert (root / f"site/training/{LONG_ID}--certificate.html").is_file()


def test_an_id_longer_than_that_is_refused_where_it_stands(tmp_path: Path) -> None:
    longer = LONG_RECORD.replace(LONG_ID, f"{LONG_ID}b")
    result = command(small_folder(fakes.project(tmp_path), {longer: LONG_TEXT}), "build")
    assert result.exit_code == 1, result.output
    assert longer in result.output

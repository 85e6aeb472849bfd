"""`gollanma check --fix`: what has one right answer is mended, and nothing else is touched."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from gollanma.checks.examples import base, example, over
from gollanma.cli.checking import judge
from gollanma.cli.desk import Desk
from gollanma.diagnostics import Diagnostic
from gollanma.edit import MENDABLE, MENDERS, mended
from tests.support.folders import command, small_folder

REPORT = "normative/documents/report.yml"
FAMILIES = "normative/groups/families.yml"
VISIT = "normative/sops/visit.yml"
CARE = "normative/services/care.yml"
HELP = "normative/acts/help/editions/2020-02-01.yml"
LEAD = "normative/roles/lead.yml"
COUNT = "normative/indicators/visits.yml"
OLD = """\
title: {tk: Hojalyklar, ru: Домохозяйства, en: Households}
summary: {tk: Kömek gerek hojalyklar., ru: Домохозяйства., en: Households.}
status: superseded
version: "1.0"
sample: true
"""
ALWAYS = {
    "normative/groups/households.yml": OLD,
    FAMILIES: over(base()[FAMILIES], "supersedes: [group/households]\n"),
}
Files = Mapping[str, str]


def laid(path: str, fields: str) -> Files:
    """Give the small project with some fields laid over a file of it."""
    files = {**base(), **ALWAYS}
    return {**files, path: over(files[path], fields)}


def swapped(path: str, old: str, new: str) -> Files:
    """Give the small project with something else in a file of it."""
    files = {**base(), **ALWAYS}
    assert files[path].count(old) == 1, files[path]
    return {**files, path: files[path].replace(old, new)}


def about(text: str) -> Files:
    return laid(REPORT, f"about: {text}\n")


def bad(code: str) -> Files:
    return example(code, "bad").files


ROWS = [
    pytest.param("SRC001.control", swapped(FAMILIES, "en: Families}", "en: Fami\x01lies}"), FAMILIES, "Fami\x01lies", "Families", id="a control character"),
    pytest.param("SRC001.bidi", swapped(FAMILIES, "en: Families}", "en: Fami\u202elies}"), FAMILIES, "Fami\u202elies", "Families", id="a sign that turns the writing"),
    pytest.param("SRC001.bom", swapped(FAMILIES, "en: Families}", "en: Fami\ufefflies}"), FAMILIES, "Fami\ufefflies", "Families", id="a mark inside a file"),
    pytest.param("SRC002.duplicate", swapped(LEAD, "status: draft\n", "status: draft\nstatus: draft  # so\n"), LEAD, "status: draft\nstatus: draft  # so\n", "status: draft\n", id="the same twice"),
    pytest.param("SRC003.bool", laid(FAMILIES, "title: {tk: M, ru: С, en: no}\n"), FAMILIES, "en: no}", 'en: "no"}', id="a word that may be a no"),
    pytest.param("SRC003.float", laid(LEAD, "version: 1.0\n"), LEAD, "version: 1.0", 'version: "1.0"', id="a number that may be a fraction"),
    pytest.param("SRC003.sexagesimal", laid(FAMILIES, "title: {tk: M, ru: С, en: 12:30}\n"), FAMILIES, "12:30", '"12:30"', id="a time of the day"),
    pytest.param("SRC003.date", laid(FAMILIES, "title: {tk: M, ru: С, en: 2026-03-01}\n"), FAMILIES, "2026-03-01", '"2026-03-01"', id="a day as a title"),
    pytest.param("SRC003.int", laid(FAMILIES, "code: 07\n"), FAMILIES, "code: 07", 'code: "07"', id="a number as a code"),
    pytest.param("SRC004.zero-width", swapped(FAMILIES, "en: Families}", "en: Fami\u200blies}"), FAMILIES, "Fami\u200blies", "Families", id="an unseen sign"),
    pytest.param("SRC004.soft-hyphen", swapped(FAMILIES, "en: Families}", "en: Fami\u00adlies}"), FAMILIES, "Fami\u00adlies", "Families", id="a soft hyphen"),
    pytest.param("SRC004.odd-space", swapped(FAMILIES, "en: Families}", "en: Some\u2003families}"), FAMILIES, "Some\u2003families", "Some families", id="an odd space"),
    pytest.param("SCH001.unknown-field", swapped(LEAD, "status: draft", "statuss: draft"), LEAD, "statuss: draft", "status: draft", id="a field mistyped"),
    pytest.param("SCH001.flag-shape", laid(LEAD, "sample: yes\n"), LEAD, "sample: yes", "sample: true", id="yes"),
    pytest.param("SCH001.flag-shape", laid(LEAD, "sample: Off\n"), LEAD, "sample: Off", "sample: false", id="off"),
    pytest.param("SCH001.whole-shape", laid(CARE, 'eligibility:\n  ages: {from_year: "7"}\n'), CARE, 'from_year: "7"', "from_year: 7", id="a number in quotes"),
    pytest.param("SCH001.amount-shape", laid(COUNT, "targets:\n  - by: 2027-12-31\n    value: 90,5\n"), COUNT, "value: 90,5", "value: 90.5", id="a comma in a number"),
    pytest.param("SCH001.day-shape", laid(LEAD, "reviewed: 01.03.2026\n"), LEAD, "01.03.2026", "2026-03-01", id="a day with points"),
    pytest.param("SCH002.not-in-list", laid(LEAD, "status: drafted\n"), LEAD, "status: drafted", "status: draft", id="a status mistyped"),
    pytest.param("DIR001.merged", bad("DIR001"), "normative/organisations/office.yml", "[territory/south]", "[territory/north]", id="a territory that was joined with another"),
    pytest.param("REF005.over", laid(CARE, "groups: [group/households]\n"), CARE, "group/households", "group/families", id="what was superseded"),
    pytest.param("REF010.twice", laid(CARE, "groups: [group/families, group/families]\n"), CARE, "[group/families, group/families]", "[group/families]", id="an entry twice"),
    pytest.param("REF010.twice", laid(CARE, "groups:\n  - group/families\n  - group/families\n"), CARE, "  - group/families\n  - group/families\n", "  - group/families\n", id="an entry twice, line by line"),
    pytest.param("REF010.self", laid(CARE, "related: [service/care, sop/visit]\n"), CARE, "[service/care, sop/visit]", "[sop/visit]", id="itself, before another"),
    pytest.param("REF010.self", laid(CARE, "related: [service/care]\n"), CARE, "[service/care]", "[]", id="itself alone"),
    pytest.param("LAW006.title", bad("LAW006"), REPORT, "О поддержке", "О помощи", id="the title of an act"),
    pytest.param("LAW101.shape", swapped(HELP, '        number: "2"', '        number: "1-1"'), HELP, '"1-1"', '"1^1"', id="a raised number with a hyphen"),
    pytest.param("LAW101.shape", swapped(HELP, '        number: "2"', '        number: "1¹"'), HELP, '"1¹"', '"1^1"', id="a raised number with a raised sign"),
    pytest.param("LAW105.own", bad("LAW105"), HELP, "{tk: Kanun 2-nji madda esaslanýar., ru: Закон опирается на статью 2., en: The Law rests on Article 2.}", '{tk: "Kanun [[#a2|2-nji madda]] esaslanýar.", ru: "Закон опирается на [[#a2|статью 2]].", en: "The Law rests on [[#a2|Article 2]]."}', id="a typed citation without quotes"),
    pytest.param("LAW105.own", laid(HELP, 'preamble:\n  tk: Kanun.\n  ru: Закон.\n  en: "It rests on Article 2."\n'), HELP, "Article 2.", "[[#a2|Article 2]].", id="a typed citation in quotes"),
    pytest.param("SOP002.no-step", bad("SOP002"), VISIT, "next: lisen", "next: listen", id="a step mistyped"),
    pytest.param("SOP008.no-event", bad("SOP008"), VISIT, "from: aranged", "from: arrange", id="an event mistyped"),
    pytest.param("SVC012.upside-down", laid(CARE, "eligibility:\n  ages: {from_year: 70, to_year: 60}\n"), CARE, "from_year: 70, to_year: 60", "from_year: 60, to_year: 70", id="ages upside down"),
    pytest.param("IND002.missing", bad("IND002"), COUNT, "[sex]", "[sex, disability]", id="what is to be told apart"),
    pytest.param("GLO012.spelling", bad("GLO012"), REPORT, "Gärrygala", "Garrygala", id="another spelling of a name"),
    pytest.param("I18N009.mixed", bad("I18N009"), REPORT, "mаşgala", "maşgala", id="a letter of another script"),
    pytest.param("I18N009.mixed", about("{tk: a, ru: Семья cпит., en: b}"), REPORT, "cпит", "спит", id="a letter of another script, in Russian"),
    pytest.param("I18N010.signs", bad("I18N010"), REPORT, "Masgala", "Maşgala", id="letters without their signs, and a capital"),
    pytest.param("I18N011.ending", bad("I18N011"), REPORT, "10-nji", "10-njy", id="an ending"),
    pytest.param("I18N017.mark", bad("I18N017"), REPORT, '"помогите мне"', "«помогите мне»", id="quotation marks"),
    pytest.param("I18N019.title", bad("I18N019"), REPORT, "Razylyk kagyzlary", "Razylyk kagyzy", id="the title of a form"),
    pytest.param("TXT007.twice", bad("TXT007"), REPORT, "bilen bilen", "bilen", id="a word twice"),
    pytest.param("TXT007.spaces", bad("TXT007"), REPORT, "Maşgala  bilen", "Maşgala bilen", id="two spaces"),
    pytest.param("TXT007.before", bad("TXT007"), REPORT, "поговорили ,", "поговорили,", id="a space before a comma"),
    pytest.param("SUP001.unused", bad("SUP001"), CARE, "  - code: REF010  #! SUP001\n    reason: the list is printed in pairs\n    by: the office\n    until: 2027-12-31\n", "", id="an allowance that nothing needs"),
    pytest.param("SUP001.unused", swapped(LEAD, "status: draft\n", "status: draft # allow REF010: printed in pairs\n"), LEAD, " # allow REF010: printed in pairs", "", id="a remark that allows nothing"),
]  # fmt: skip


def found_in(root: Path) -> tuple[Desk, tuple[Diagnostic, ...]]:
    desk = Desk(root, date(2026, 11, 22), "en")
    return desk, judge(desk).findings


@pytest.mark.parametrize(("finding", "files", "path", "wrong", "right"), ROWS)
def test_what_has_one_right_answer_is_mended(
    tmp_path: Path, finding: str, files: Files, path: str, *, wrong: str, right: str
) -> None:
    text = files[path]
    assert text.count(wrong) == 1
    first = text[: text.index(wrong)].count("\n") + 1
    lines = range(first, first + max(1, wrong.count("\n")))
    desk, found = found_in(small_folder(tmp_path, files))
    chosen = [
        each
        for each in found
        if (f"{each.code}.{each.key}", each.span.path) == (finding, path)
        and each.span.line in lines
    ]
    assert chosen, [str(each) for each in found]
    assert mended(desk.root, desk.graph, chosen) == {path: text.replace(wrong, right)}


def test_every_mender_has_a_row() -> None:
    assert set(MENDERS) == {row.values[0] for row in ROWS}
    assert len(MENDABLE) >= 25


@pytest.mark.parametrize(
    ("files", "why"),
    [
        pytest.param(swapped(LEAD, "status: draft\n", "status: draft\nstatus: approved\n"), "nobody knows which of the two", id="two that differ"),
        pytest.param(swapped(LEAD, "title: {", "purpose:\n  tk: >-\n    a\n  ru: >-\n    b\n  ru: >-\n    c\ntitle: {"), "their words would run together", id="two that begin alike"),
        pytest.param(laid(LEAD, "status: ready\n"), "no entry of the list is like it", id="an unlike word"),
        pytest.param(laid(CARE, "related: [service/cara]\n"), "another service may be meant", id="a reference mistyped"),
        pytest.param(swapped(LEAD, "title: {", "titel: {tk: a}\ntitle: {"), "the field would stand twice", id="what would break the file"),
        pytest.param({**base(), "normative/state/released/role/lead/0.1.yml": base()[LEAD].replace("en: Lead", "en: The the lead")}, "what was released stays", id="a released version"),
    ],
)  # fmt: skip
def test_the_rest_is_left_to_its_author(tmp_path: Path, files: Files, why: str) -> None:
    desk, found = found_in(small_folder(tmp_path, files))
    assert found
    assert mended(desk.root, desk.graph, found) == {}, why


def test_a_file_of_an_old_editor_is_mended_first(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    text = base()[LEAD].replace("status: draft", "status: drafted")
    (root / LEAD).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    result = command(root, "check", "--fix")
    assert (result.exit_code, (root / LEAD).read_text("utf-8")) == (0, base()[LEAD])
    assert result.stderr == f"mended: `{LEAD}`\n" * 2


def test_a_file_in_another_encoding_is_mended(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    text = over(base()[LEAD], "title: {tk: L, ru: Руководитель работы с семьёй, en: Lead}\n")
    text = text.encode("cp1251", "ignore").decode("cp1251")
    (root / LEAD).write_bytes(text.encode("cp1251"))
    command(root, "check", "--fix")
    assert (root / LEAD).read_text("utf-8") == text


def test_the_change_is_shown_and_not_made(tmp_path: Path) -> None:
    root = small_folder(tmp_path, laid(LEAD, "status: drafted\n"))
    before = (root / LEAD).read_bytes()
    result = command(root, "check", "--fix", "--diff")
    assert result.exit_code == 1
    assert f"--- {LEAD}\n+++ {LEAD}\n" in result.stdout
    assert "-status: drafted\n+status: draft\n" in result.stdout
    assert (root / LEAD).read_bytes() == before
    assert command(small_folder(tmp_path), "check", "--fix", "--diff").stdout == ""


def test_a_change_is_shown_only_of_what_is_mended(tmp_path: Path) -> None:
    assert command(small_folder(tmp_path), "check", "--diff").exit_code == 2


def test_the_findings_that_are_left_are_told(tmp_path: Path) -> None:
    root = small_folder(tmp_path, laid(CARE, "related: [service/cara, service/care]\n"))
    result = command(root, "check", "--fix")
    assert result.exit_code == 1
    assert "REF001" in result.stdout
    assert "REF010" not in result.stdout
    assert "related: [service/cara]\n" in (root / CARE).read_text("utf-8")


def test_signs_that_end_no_line_of_the_file_move_no_place(tmp_path: Path) -> None:
    strange = "# a\u2028b\u2029c\n"
    text = strange + base()[LEAD].replace("status: draft", "status: drafted")
    desk, found = found_in(small_folder(tmp_path, {LEAD: text}))
    files = mended(desk.root, desk.graph, [each for each in found if each.code == "SCH002"])
    assert files == {LEAD: text.replace("drafted", "draft")}

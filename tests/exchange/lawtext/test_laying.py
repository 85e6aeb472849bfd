"""Other languages are laid onto the same ids, and what does not align is named with both places."""

import time

import pytest

from gollanma.exchange.lawtext.files import read_file
from gollanma.exchange.lawtext.importing import import_act
from gollanma.exchange.lawtext.recognise import Recognised, recognise
from gollanma.exchange.lawtext.written import Imported, made_of
from gollanma.exchange.records import as_yaml
from gollanma.model.decode import decode
from gollanma.model.kinds import Act, Edition
from gollanma.source import LIMITS, Limits, read_text
from tests.exchange.lawtext.reading import CODES, ROOT, languages, official, project, read
from tests.support.projects import Small, whole

KEY = "act/goshi@2031-01-01"
PATH = "normative/acts/goshi/editions/2031-01-01.yml"
ACT_PATH = "normative/acts/goshi/act.yml"
PROJECT = {"gollanma.yml": (ROOT / "gollanma.yml").read_text(encoding="utf-8")}


def texts(*codes: str) -> list[Recognised]:
    return [read(official(f"law.{code}"), code) for code in codes]


def imported(files: dict[str, str], given: list[Recognised]) -> Imported:
    return import_act(whole({**PROJECT, **files}).library, languages(), given, KEY)


def after(files: dict[str, str], made: Imported) -> Small:
    return whole({**PROJECT, **files, **made.files})


def test_three_languages_make_one_edition_and_its_act() -> None:
    made = imported({}, texts("tk", "ru", "en"))
    assert made.diagnostics == ()
    assert sorted(made.files) == [ACT_PATH, PATH]
    library = after({}, made).library
    edition, act = library.records[KEY], library.records["act/goshi"]
    assert isinstance(edition, Edition)
    assert isinstance(act, Act)
    assert (edition.stage, str(edition.day), edition.sample) == ("in-force", "2030-12-18", True)
    assert (act.act_kind, act.number, act.authoritative) == ("law", "7-VIII", "tk")
    assert dict(act.title or {}) == {
        "tk": "Goňşulyk kömegi hakynda",
        "ru": "О соседской помощи",
        "en": "On Neighbourly Help",
    }
    assert dict(edition.body[0].heading or {}) == {
        "tk": "Umumy düzgünler",
        "ru": "Общие положения",
        "en": "General provisions",
    }


@pytest.mark.parametrize(
    ("english", "findings"),
    [
        pytest.param("[Wording A – not decided yet] One.\n[Wording B – not decided yet] Two.", [], id="the same"),
        pytest.param("[Wording A – not decided yet] One.", [("LTX006", "variants")], id="one is lacking"),
    ],
)  # fmt: skip
def test_open_wordings_are_laid_onto_each_other(
    english: str, findings: list[tuple[str, str]]
) -> None:
    tk = read(
        "1-nji madda. Kömek\n[A görnüşi – entek çözülmedik] Bir.\n[B görnüşi – entek çözülmedik] Iki.",
        "tk",
        "law",
    )
    made = imported({}, [tk, read(f"Article 1. Help\n{english}", "en", "law")])
    assert [(each.code, each.key) for each in made.diagnostics] == findings
    edition = after({}, made).library.records[KEY]
    assert isinstance(edition, Edition)
    said = [(each.id, dict(each.text)) for each in edition.body[0].variants]
    assert said[0] == ("a", {"tk": "Bir.", "en": "One."})
    assert [each for each, _ in said] == ["a", "b"]


def test_one_language_after_another_makes_the_same() -> None:
    at_once = imported({}, texts("tk", "ru", "en")).files
    files: dict[str, str] = {}
    for code in CODES:
        files |= imported(files, texts(code)).files
    assert files == at_once


def test_a_letter_of_a_list_is_the_same_place_in_every_language() -> None:
    made = imported({}, texts("tk", "ru"))
    assert "номер" not in made.files[PATH]
    assert "id: a2.1.2.b\n" in made.files[PATH]
    assert "ru: дома." in made.files[PATH]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("2) соседская помощь — бесплатная поддержка соседа.\n", "", [("LTX006", "missing", 17, 18)], id="a point is missing"),
        pytest.param("б) дома.", "б) дома;\nв) на улице.", [("LTX007", "surplus", 28, 27)], id="a letter too many"),
        pytest.param("2. Помощь оказывается бесплатно.\n", "2. Помощь оказывается бесплатно.\n3. И быстро.\n", [("LTX007", "surplus", 29, 28)], id="a part too many"),
        pytest.param("Прежний порядок не применяется.\n", "", [("LTX006", "missing", 33, 37)], id="two paragraphs in one"),
        pytest.param(". Вступление в силу", ".", [("LTX006", "heading", 33, 33)], id="no heading"),
        pytest.param("Утратила силу", "Ещё действует", [("LTX006", "repealed", 41, 41)], id="repealed in one language"),
        pytest.param("№ 7-VIII", "№ 8-VIII", [("LTX006", "number", 1, 1)], id="another number"),
        pytest.param("18 декабря 2030", "19 декабря 2030", [("LTX006", "day", 1, 1)], id="another day"),
    ],
)  # fmt: skip
def test_what_does_not_align(old: str, new: str, expected: list[tuple[str, str, int, int]]) -> None:
    russian = official("law.ru")
    assert old in russian
    both = [*texts("tk"), read(russian.replace(old, new), "ru")]
    made = imported({}, both)
    found = [
        (each.code, each.key, each.span.line, each.related[0].span.line)
        for each in made.diagnostics
        if each.code in {"LTX006", "LTX007"}
    ]
    assert found == expected
    assert bool(made.files) == all(code == "LTX006" for code, *_ in expected)


def test_remarks_in_a_file_are_never_lost() -> None:
    files = dict(imported({}, texts("tk")).files)
    files[PATH] = files[PATH].replace("body:", "# seret\nbody:")
    made = imported(files, texts("ru"))
    assert [(each.code, each.key) for each in made.diagnostics] == [("LTX001", "comments")]
    assert made.files == {}


def test_remarks_in_the_record_of_the_act_leave_it_as_it_is() -> None:
    files = dict(imported({}, texts("tk")).files)
    files[ACT_PATH] += "# seret\n"
    made = imported(files, texts("ru"))
    assert [(each.code, each.key) for each in made.diagnostics] == [("LTX002", "comments")]
    assert sorted(made.files) == [PATH]


def test_a_record_that_cannot_be_read_is_left_alone() -> None:
    made = imported({ACT_PATH: "titel: a\n"}, texts("tk"))
    assert [(each.code, each.key) for each in made.diagnostics] == [("LTX001", "broken")]


def test_the_number_of_the_record_is_compared() -> None:
    act = "title: {tk: Goňşulyk}\nact_kind: code\nnumber: 1-I\n"
    made = imported({ACT_PATH: act}, texts("tk"))
    assert {each.key for each in made.diagnostics} == {"number-known", "kind-known"}


LONG = "Kömek etrap edarasynda arza boýunça bellenýär we on iş gününiň dowamynda berilýär. " * 2


def long_law(articles: int) -> str:
    lines = ["TÜRKMENISTANYŇ KANUNY", "", "Kömek hakynda", ""]
    for number in range(1, articles + 1):
        lines.append(languages()["tk"].law_form.opening("article", str(number)) + " Kömek")
        lines += [f"{part}. {LONG}" for part in range(1, 5)]
        lines += [f"{point}) {LONG[:80]};" for point in range(1, 5)]
    return "\n".join(lines) + "\n"


def test_a_long_act_is_read_about_as_fast_as_its_yaml() -> None:
    """A ratio, never a time: 200 articles take at most four times what reading their YAML takes."""
    text = long_law(200).encode()

    def by_text() -> Edition:
        made = recognise(read_file("law.txt", text), languages()["tk"], project())
        assert made.is_fine
        return made_of([made], "2031-01-01").edition

    written = as_yaml(by_text(), PATH, CODES).encode()
    assert len(written) < LIMITS.size

    def by_yaml() -> None:
        document = read_text(PATH, written, Limits())
        assert decode(Edition, document, CODES)[0] is not None

    ours, theirs = (min(seconds(each) for _ in range(3)) for each in (by_text, by_yaml))
    assert ours < 4 * theirs


def seconds(run: object) -> float:
    assert callable(run)
    started = time.process_time()
    run()
    return time.process_time() - started

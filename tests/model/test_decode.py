"""A file's tree becomes a record, or findings at the place of each mistake."""

import pytest

from gollanma.diagnostics import Severity
from gollanma.model.base import Quantity
from gollanma.model.decode import decode, part_at
from gollanma.model.kinds import Fact, Sop
from gollanma.model.kinds.sops import Branch, Step
from gollanma.model.project import Project
from gollanma.source import read_text

LANGUAGES = ("tk", "ru", "en")


def found(kind: type, text: str) -> list[tuple[int, int, str, str]]:
    _, wrong = decode(kind, read_text("normative/sops/x.yml", text.encode()), LANGUAGES)
    return [(each.span.line, each.span.column, each.code, each.key) for each in wrong]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("title:\n  ru: no", (2, 7, "SRC003", "bool"), id="3 a word that YAML reads as false"),
        pytest.param("code: 010", (1, 7, "SRC003", "int"), id="4 a number with a leading zero"),
        pytest.param("title:\n  ru: 12:30", (2, 7, "SRC003", "sexagesimal"), id="5 a time of day"),
        pytest.param("version: 1.10", (1, 10, "SRC003", "float"), id="6 a version that loses its zero"),
        pytest.param("code: 1e999", (1, 7, "SRC003", "float"), id="7 a number beyond all bounds"),
        pytest.param("code: .nan", (1, 7, "SRC003", "float"), id="7 no number at all"),
        pytest.param("code: -.inf", (1, 7, "SRC003", "float"), id="7 an endless number"),
        pytest.param(f"code: {'9' * 5000}", (1, 7, "SRC003", "int"), id="8 a number of 5,000 digits"),
        pytest.param("reviewed: 2026-13-45", (1, 11, "SCH001", "day-unknown"), id="9 a month that no year has"),
        pytest.param("reviewed: 2025-02-29", (1, 11, "SCH001", "day-unknown"), id="10 a day that the year lacks"),
        pytest.param("tilte:\n  ru: Слово", (1, 1, "SCH001", "unknown-field"), id="33 an unknown field"),
        pytest.param("title: Слово", (1, 8, "SCH001", "expected-mapping"), id="34 a text without languages"),
        pytest.param("title:\n  ru: ''", (2, 7, "SCH001", "blank"), id="34 an empty string"),
        pytest.param("title:\n  ru: '   '", (2, 7, "SCH001", "blank"), id="34 only spaces"),
        pytest.param("title: {}", (1, 8, "SCH001", "empty"), id="34 no language at all"),
        pytest.param("title:", (1, 1, "SCH001", "empty"), id="34 a key without a value"),
        pytest.param("title:\n  de: Wort", (2, 3, "SCH001", "language-unknown"), id="a language that the project lacks"),
        pytest.param("status: aproved", (1, 9, "SCH002", "not-in-list"), id="a word that is not in the list"),
        pytest.param("reviewed: 22.11.2026", (1, 11, "SCH001", "day-shape"), id="a day in another order"),
        pytest.param("quick_exit: yes", (1, 13, "SCH001", "flag-shape"), id="a flag that is not true or false"),
        pytest.param("sample: 'true'", (1, 9, "SCH001", "flag-shape"), id="a flag in quotes"),
        pytest.param("implements: service/care", (1, 13, "SCH001", "expected-list"), id="one thing where a list belongs"),
        pytest.param("implements: [Service Care]", (1, 14, "SCH001", "reference-shape"), id="words where a reference belongs"),
        pytest.param("implements: [12]", (1, 14, "SRC003", "int"), id="a number where a reference belongs"),
        pytest.param("steps:\n  - actor: role/a", (2, 5, "SCH003", "missing"), id="a step without an id"),
        pytest.param("steps:\n  - id: Ask", (2, 9, "SCH001", "slug-shape"), id="an id with a capital"),
        pytest.param("steps:\n  - id: a\n    next: б", (3, 11, "SCH001", "letter"), id="an id of another script"),
        pytest.param("steps:\n  - id: a\n    next: б б", (3, 11, "SCH001", "slug-shape"), id="words of another script"),
        pytest.param("version: '1'", (1, 10, "SCH001", "version-shape"), id="a version of one number"),
        pytest.param("version: '1.о'", (1, 10, "SCH001", "version-shape"), id="a version with a letter of another script"),
        pytest.param("contacts:\n  - phone: 12", (2, 12, "SRC003", "int"), id="a telephone number without quotes"),
        pytest.param("contacts:\n  - phone: {missing: later}", (2, 22, "SCH002", "not-in-list"), id="a gap with a word of its own"),
        pytest.param("covers: [12]", (1, 10, "SRC003", "int"), id="a number where a system belongs"),
        pytest.param("summary: [a]", (1, 10, "SCH001", "expected-mapping"), id="a list where a text belongs"),
    ],
)  # fmt: skip
def test_a_mistake_is_found_at_its_place(text: str, expected: tuple[int, int, str, str]) -> None:
    assert found(Sop, text) == [expected]


@pytest.mark.parametrize(
    ("value", "key"),
    [
        pytest.param("1e3", "amount-shape", id="an exponent"),
        pytest.param("'7'", "amount-shape", id="a number in quotes"),
        pytest.param("1_000", "amount-shape", id="an underscore"),
        pytest.param("07", "amount-shape", id="a leading zero"),
        pytest.param("about", "amount-shape", id="a word"),
    ],
)
def test_what_is_no_amount(value: str, key: str) -> None:
    text = f"statements:\n  - value: {value}\n"
    assert found(Fact, text) == [(2, 12, "SCH001", key)]


def test_all_mistakes_of_a_file_are_found_in_one_run() -> None:
    text = "tilte:\n  ru: a\nstatus: aproved\nreviewed: 2025-02-29\nsteps:\n  - id: a\n    actr: role/b\n"
    assert [each[:1] + each[2:] for each in found(Sop, text)] == [
        (3, "SCH002", "not-in-list"),
        (4, "SCH001", "day-unknown"),
        (7, "SCH001", "unknown-field"),
        (1, "SCH001", "unknown-field"),
    ]


def test_every_field_that_is_missing_is_named_in_one_run() -> None:
    _, wrong = decode(Project, read_text("gollanma.yml", b'schema: "1"\n'), LANGUAGES)
    lacking = [str(each.values["field"]) for each in wrong if each.key == "missing"]
    asked = [
        each.alias or name for name, each in Project.model_fields.items() if each.is_required()
    ]
    assert lacking == [each for each in asked if each != "schema"]
    assert len(lacking) > 3


def test_what_else_is_wrong_in_a_part_is_told_beside_what_is_missing() -> None:
    text = "steps:\n  - next: B\n  - actor: role/a\n    duty: perhaps\n"
    assert found(Sop, text) == [
        (2, 5, "SCH003", "missing"),
        (2, 11, "SCH001", "slug-shape"),
        (3, 5, "SCH003", "missing"),
        (4, 5, "SCH001", "unknown-field"),
    ]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        pytest.param("tilte:\n  ru: a", "title", id="of the head"),
        pytest.param("steps:\n  - id: a\n    deadine:\n      value: 1", "deadline", id="of a step"),
        pytest.param("eligibilty: {}", "", id="nothing near in this kind"),
        pytest.param("status: aproved", "approved", id="of a list"),
    ],
)
def test_the_nearest_name_is_offered(text: str, near: str) -> None:
    _, wrong = decode(Sop, read_text("x.yml", text.encode()), LANGUAGES)
    assert [each.values["near"] for each in wrong] == [near]


def test_a_decoded_record_cannot_be_changed() -> None:
    record, wrong = decode(Sop, read_text("x.yml", b"status: draft"), LANGUAGES)
    assert record is not None, wrong
    with pytest.raises(ValueError, match="frozen"):
        record.status = None  # type: ignore[misc]


STATUSES = "idea, draft, consultation, pilot, approved, in-force, suspended, superseded, repealed, withdrawn"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("status: aproved", {"value": "aproved", "near": "approved", "known": STATUSES}, id="a word that is not in the list"),
        pytest.param("title:\n  rux: a", {"value": "rux", "near": "ru", "known": "tk, ru, en"}, id="an unknown language"),
        pytest.param("version: '1'", {"value": "1"}, id="a version of one number"),
        pytest.param("implements: [Service Care]", {"value": "Service Care"}, id="words where a reference belongs"),
        pytest.param("steps:\n  - id: Ask", {"value": "Ask"}, id="an id with a capital"),
        pytest.param("steps:\n  - id: б", {"value": "б", "letter": "б", "point": "U+0431 CYRILLIC SMALL LETTER BE"}, id="an id of another script"),
        pytest.param("title:", {"value": ""}, id="a key without a value"),
        pytest.param("title: ~", {"value": "~"}, id="a sign for nothing"),
        pytest.param("title: Слово", {"value": "Слово"}, id="a text without languages"),
        pytest.param("implements: service/care", {"value": "service/care"}, id="one thing where a list belongs"),
        pytest.param("implements: 12", {"value": "12"}, id="a number where a list belongs"),
        pytest.param("title:\n  ru: 12:30", {"value": "12:30"}, id="a time of day"),
        pytest.param("reviewed: 22.11.2026", {"value": "22.11.2026"}, id="a day in another order"),
        pytest.param("quick_exit: yes", {"value": "yes"}, id="a flag that is not true or false"),
        pytest.param("summary: [a]", {"value": ""}, id="a list has no words to show"),
        pytest.param("steps:\n  - actor: role/a", {"field": "id"}, id="a step without an id"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_what_was_written(text: str, values: dict[str, str]) -> None:
    _, (wrong,) = decode(Sop, read_text("x.yml", text.encode()), LANGUAGES)
    assert {key: wrong.values.get(key) for key in values} == values
    assert wrong.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("path", "part"),
    [
        pytest.param((), Sop, id="the record"),
        pytest.param(("steps",), Step, id="a list of parts"),
        pytest.param(("steps", 3, "deadline"), Quantity, id="a part of a part"),
        pytest.param(("steps", 0, "decision", "branches", 1), Branch, id="parts of parts of parts"),
        pytest.param(("title",), None, id="a text"),
        pytest.param(("code",), None, id="a word"),
        pytest.param(("status",), None, id="a word of a list"),
        pytest.param(("implements", 0), None, id="a reference"),
        pytest.param(("nothing", "below"), None, id="no such field"),
        pytest.param(("code", "below"), None, id="below a word"),
    ],
)
def test_the_part_that_stands_at_a_path(path: tuple[str | int, ...], part: type | None) -> None:
    assert part_at(Sop, path) is part

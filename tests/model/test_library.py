"""The library: records by key, whatever the order of the files."""

import pickle
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gollanma.checks.examples import base
from gollanma.diagnostics import Diagnostic, Severity, Span
from gollanma.model import Ref, assemble, cut
from gollanma.model.kinds import Fact
from gollanma.model.kinds.records import Statement
from gollanma.model.load import PROJECT_FILE
from gollanma.model.places import Misplaced, file_of, place_of, slug_fault
from gollanma.source import read_text
from tests.support.projects import DAY, changed, small


@pytest.mark.parametrize(
    ("path", "key"),
    [
        pytest.param("normative/sops/intake.yml", "sop/intake", id="a record"),
        pytest.param("glossary/consent.yml", "term/consent", id="a term"),
        pytest.param("normative/acts/help/act.yml", "act/help", id="an act"),
        pytest.param("normative/acts/help/editions/2020-02-01.yml", "act/help@2020-02-01", id="an edition"),
        pytest.param("normative/acts/help/comments/on-a1.yml", "comment/on-a1", id="a comment"),
        pytest.param("normative/territories/ahal.yml", "territory/ahal", id="a territory"),
    ],
)  # fmt: skip
def test_the_id_is_the_place(path: str, key: str) -> None:
    place = place_of(path)
    assert not isinstance(place, Misplaced)
    assert place.key == key


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        pytest.param("normative/sop/intake.yml", "wrong-folder", "", id="a folder that no kind has"),
        pytest.param("normative/acts/help.yml", "wrong-folder", "", id="an act without its folder"),
        pytest.param("normative/sops/old/intake.yml", "wrong-folder", "", id="a folder too deep"),
        pytest.param("normative/sops/Intake.yml", "slug-shape", "", id="a capital"),
        pytest.param("normative/sops/sор.yml", "slug-letter", "U+043E CYRILLIC SMALL LETTER O", id="32 a Cyrillic look-alike"),
        pytest.param("normative/sops/in\u200btake.yml", "slug-letter", "U+200B ZERO WIDTH SPACE", id="22 an unseen space"),
        pytest.param("normative/sops/in_take.yml", "slug-letter", "U+005F LOW LINE", id="an underscore"),
        pytest.param("normative/sops/nul.yml", "slug-device", "", id="a name that Windows keeps"),
        pytest.param(f"normative/sops/{'a' * 41}.yml", "slug-long", "", id="41 letters"),
        pytest.param("normative/sops/-a.yml", "slug-shape", "", id="a hyphen at the start"),
        pytest.param("normative/acts/Help/act.yml", "slug-shape", "", id="an act with a capital"),
        pytest.param("normative/acts/Help/editions/2020-02-01.yml", "slug-shape", "", id="an edition of an act with a capital"),
        pytest.param("normative/acts/help/editions/Draft.yml", "slug-shape", "", id="an edition with a capital"),
        pytest.param("normative/acts/Help/editions/draft-x/edition.yml", "slug-shape", "", id="a long edition of an act with a capital"),
        pytest.param("normative/acts/help/editions/Draft/edition.yml", "slug-shape", "", id="a long edition with a capital"),
        pytest.param("normative/acts/help/comments/On.yml", "slug-shape", "", id="a comment with a capital"),
        pytest.param("normative/acts/help/editions/draft-x/c1.yml", "wrong-folder", "", id="a chapter is no record"),
        pytest.param("normative/acts/help/other.yml", "wrong-folder", "", id="another file of an act"),
    ],
)  # fmt: skip
def test_a_file_in_no_place_of_a_record(path: str, key: str, value: str) -> None:
    place = place_of(path)
    assert isinstance(place, Misplaced)
    assert (place.key, place.values.get("point", "")) == (key, value)
    assert place.values.get("path", path) == path


@pytest.mark.parametrize(
    ("slug", "values"),
    [
        pytest.param("a" * 41, {"slug": "a" * 41, "most": 40}, id="too long"),
        pytest.param("nul", {"slug": "nul"}, id="a name that Windows keeps"),
        pytest.param("A", {"slug": "A"}, id="a capital"),
        pytest.param("a b", {"slug": "a b", "letter": " ", "point": "U+0020 SPACE"}, id="a space"),
        pytest.param("a{", {"slug": "a{", "letter": "{", "point": "U+007B LEFT CURLY BRACKET"}, id="the sign behind z"),
    ],
)  # fmt: skip
def test_what_keeps_a_word_from_being_a_slug(slug: str, values: dict[str, object]) -> None:
    wrong = slug_fault(slug)
    assert wrong is not None
    assert wrong.values == values


@pytest.mark.parametrize("slug", ["a", "z9", "0", "a" * 40, "com", "nul-1"])
def test_a_slug(slug: str) -> None:
    assert slug_fault(slug) is None


def test_every_key_leads_back_to_its_file() -> None:
    library = small().library
    for key, document in library.documents.items():
        assert file_of(key) == document.path


@given(st.permutations(sorted(set(base()) - {PROJECT_FILE})))
def test_a_library_read_in_any_order_is_the_same(paths: list[str]) -> None:
    first = small().library
    documents = [read_text(path, base()[path].encode()) for path in paths]
    other, found = assemble(documents, first.project, DAY)
    assert (list(other.records), found) == (list(first.records), ())
    assert other.records == first.records


def test_a_record_that_does_not_decode_is_kept_as_broken() -> None:
    project = small(changed("normative/roles/worker.yml", "status: draft", "status: drft"))
    assert project.library.broken == {"role/worker"}
    assert [code for *_, code, _ in project.findings()] == ["SCH002"]


def test_a_library_that_travels_to_another_process_knows_its_own_records() -> None:
    library = cut(small().library)
    first = next(iter(library.records))
    assert library.key_of(library.records[first]) == first
    travelled = pickle.loads(pickle.dumps(library))  # noqa: S301 - our own
    assert {travelled.key_of(each): each for each in travelled.records.values()} == (
        library.records
    )


def test_two_files_of_one_record() -> None:
    documents = [read_text("normative/sops/a.yml", b"status: idea")] * 2
    _, found = assemble(documents, small().library.project, DAY)
    values = {"key": "sop/a", "path": "normative/sops/a.yml"}
    span = Span.of_file("normative/sops/a.yml")
    assert found == (Diagnostic(span, "ID001", Severity.ERROR, "same-id", values),)


EDITION = """\
stage: {stage}
sample: true
based_on: "2020-02-01"
in_force:
  from: {day}
body: []
"""


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        pytest.param(date(2020, 1, 31), None, id="before the first"),
        pytest.param(date(2020, 2, 1), "act/help@2020-02-01", id="on the first day"),
        pytest.param(date(2021, 12, 31), "act/help@2020-02-01", id="on the last day of the first"),
        pytest.param(date(2022, 1, 1), "act/help@2022-01-01", id="on the first day of the next"),
    ],
)
def test_the_edition_in_force_on_a_day(day: date, edition: str | None) -> None:
    path = "normative/acts/help/editions/2020-02-01.yml"
    files = {
        **changed(path, "  from: 2020-02-01\n", "  from: 2020-02-01\n  to: 2021-12-31\n"),
        "normative/acts/help/editions/2022-01-01.yml": EDITION.format(
            stage="in-force", day="2022-01-01"
        ),
        "normative/acts/help/editions/draft-x.yml": 'stage: drafting\nbased_on: "2022-01-01"\n',
    }
    library = small(files).library
    assert library.edition_in_force("act/help", day) == edition
    keys = [key for key, _ in library.editions("act/help")]
    assert keys == ["act/help@2020-02-01", "act/help@2022-01-01", "act/help@draft-x"]


@pytest.mark.parametrize(
    ("office", "named"),
    [
        pytest.param("office: organisation/office", "organisation/office", id="by its office"),
        pytest.param("office: organisation/nobody", "", id="of an office that is not there"),
        pytest.param("status: idea", "", id="of no office"),
    ],
)
def test_a_comment_is_called_as_its_office(office: str, named: str) -> None:
    library = small({"normative/acts/help/comments/on-a1.yml": f"{office}\n"}).library
    expected = library.name(named) if named else {}
    assert dict(library.name("comment/on-a1")) == dict(expected)
    assert bool(expected) == bool(named)


@pytest.mark.parametrize(
    ("text", "record", "at", "fragment"),
    [
        pytest.param("sop/intake", "sop/intake", None, None, id="a record"),
        pytest.param("sop/intake@1.2#consent", "sop/intake", "1.2", "consent", id="a step of a version"),
        pytest.param("act/help@2020-02-01#a12-1.2", "act/help", "2020-02-01", "a12-1.2", id="a part of an edition"),
        pytest.param("#deadline.first-visit", "", None, "deadline.first-visit", id="a place of its own record"),
    ],
)  # fmt: skip
def test_a_reference_reads_as_it_is_written(
    text: str, record: str, at: str | None, fragment: str | None
) -> None:
    ref = Ref.parse(text)
    assert ref is not None
    assert (ref.record, ref.at, ref.fragment, str(ref)) == (record, at, fragment, text)


@pytest.mark.parametrize("text", ["", "intake", "sop/", "sop/Intake", "sop/a#", "sop/a b", "/a#b"])
def test_what_is_no_reference(text: str) -> None:
    assert Ref.parse(text) is None


@pytest.mark.parametrize(
    ("statements", "value"),
    [
        pytest.param([], None, id="none"),
        pytest.param([("5", None, None), ("6", "2026-01-01", None)], 6, id="a dated one"),
        pytest.param([("5", "2026-01-01", None), ("6", "2025-01-01", None)], 5, id="the newest"),
        pytest.param([("5", "2026-01-01", "north"), ("6", "2025-01-01", None)], 6, id="of the whole"),
        pytest.param([("5", "2026-01-01", "north")], 5, id="of a share where there is no other"),
        pytest.param([("5", "2026-01-01", None), ("6", "2026-01-01", None)], 5, id="the first of a day"),
    ],
)  # fmt: skip
def test_the_statement_that_stands_for_a_fact(
    statements: list[tuple[str, str | None, str | None]], value: int | None
) -> None:
    rows = [Statement(value=Decimal(v), as_of=d, scope=s) for v, d, s in statements]  # type: ignore[arg-type]
    shown = Fact(statements=tuple(rows)).shown
    assert (shown.value if shown else None) == value

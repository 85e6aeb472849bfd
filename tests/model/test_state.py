"""The state: what each of its files says, and what remains of it behind a cut."""

import hashlib
from datetime import date

import pytest

from gollanma.checks.examples import base
from gollanma.model import Ref, Sensitivity, Status, assemble_state, cut
from gollanma.model.kinds import Form, Organisation, Sop
from gollanma.model.kinds.acts import Provision
from gollanma.model.state import (
    Accepted,
    Retired,
    Review,
    State,
    content_stamp,
    place_of,
    stamp,
)
from gollanma.model.text import Text
from gollanma.model.undecided import Undecided
from gollanma.source import read_text
from tests.support.projects import small

CODES = ("tk", "ru", "en")
VISIT = base()["normative/sops/visit.yml"]
ONE, TWO = f"h1:{'1' * 20}", f"h1:{'2' * 20}"
FILES = {
    "released/sop/visit/1.0.yml": VISIT,
    "released/sop/visit/0.10.yml": VISIT,
    "released/sop/visit/0.9.yml": VISIT,
    "released/role/lead/1.0.yml": base()["normative/roles/lead.yml"],
    "released.yml": f"released:\n  sop/visit@1.0: {ONE}\n",
    "retired.yml": """\
retired:
  sop/call:
    new: sop/visit
    reason: {tk: Birleşdirildi, ru: Объединены, en: Merged}
    on: 2026-01-02
  role/chief:
    new: role/lead
  sop/visit#greet: {}
""",
    "reviewed/sop/visit.yml": f"""\
reviewed:
  - part: listen
    stamp: {TWO}
    by: organisation/office
    on: 2026-01-02
""",
    "translated/sop/visit.yml": f"translated:\n  summary:\n    ru: {ONE}\n    en: {TWO}\n",
    "recalls.yml": f"""\
recalls:
  - ref: sop/visit#listen
    on: 2026-02-03
    first: 3
    last: 5
    stamp: {ONE}
    notice: SIGNED
  - ref: role/lead
    on: 2026-02-03
    first: 3
    last: 5
    stamp: {ONE}
    notice: SIGNED TOO
""",
    "baseline.yml": f"findings:\n  - code: TXT002\n    path: a.yml\n    stamp: {ONE}\n",
    "undecided.yml": "undecided:\n  - where: sop/visit#ask\n    old: act/help#a9\n",
}
HERE = {f"normative/state/{name}": text for name, text in FILES.items()}


def whole(files: dict[str, str] = HERE) -> State:
    state, found = assemble_state([read_text(p, t.encode()) for p, t in files.items()], CODES)
    assert found == ()
    return state


def test_every_file_says_its_part() -> None:
    state = whole()
    assert {*state.released} == {*state.copies}
    assert {*state.released} == {
        "sop/visit@1.0",
        "sop/visit@0.10",
        "sop/visit@0.9",
        "role/lead@1.0",
    }
    assert state.released["sop/visit@1.0"] == small().library.records["sop/visit"]
    assert state.copies["sop/visit@1.0"].text == VISIT
    assert {path: each.path for path, each in state.files.items()} == {each: each for each in HERE}
    assert state.stamps == {"sop/visit@1.0": ONE}
    merged = Text({"tk": "Birleşdirildi", "ru": "Объединены", "en": "Merged"})
    assert state.retired == {
        "sop/call": Retired(new=ref("sop/visit"), reason=merged, on=date(2026, 1, 2)),
        "role/chief": Retired(new=ref("role/lead")),
        "sop/visit#greet": Retired(),
    }
    review = Review(part="listen", stamp=TWO, by="organisation/office", on=date(2026, 1, 2))
    assert state.reviewed == {"sop/visit": (review,)}
    assert state.translated == {"sop/visit": {"summary": {"ru": ONE, "en": TWO}}}
    assert [str(each.ref) for each in state.recalls] == ["sop/visit#listen", "role/lead"]
    assert state.baseline == (Accepted(code="TXT002", path="a.yml", stamp=ONE),)
    assert state.undecided == (Undecided(where="sop/visit#ask", old="act/help#a9"),)


def ref(text: str) -> Ref:
    parsed = Ref.parse(text)
    assert parsed is not None
    return parsed


def test_no_file_says_nothing() -> None:
    assert whole({}) == State()


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        pytest.param("released.yml", "released: {sop/visit@1.0: abc}", ["SCH001 shape"], id="a stamp of another shape"),
        pytest.param("released/sop/visit/1.0.yml", "status: drft", ["SCH002 not-in-list"], id="a copy that does not decode"),
        pytest.param("reviewed/sop/visit.yml", "a: [", ["SRC001 unclosed-bracket", "SCH001 expected-mapping"], id="a file that is not read"),
        pytest.param("reviewed/a/sop/visit.yml", "a: b", [], id="a place of nothing"),
        pytest.param("looked/sop/visit.yml", "a: b", [], id="a folder of nothing"),
        pytest.param("notes.yml", "a: b", [], id="a name of nothing"),
    ],
)  # fmt: skip
def test_a_file_that_says_nothing(name: str, text: str, found: list[str]) -> None:
    path = f"normative/state/{name}"
    document = read_text(path, text.encode())
    state, wrong = assemble_state([document], CODES)
    assert [f"{each.code} {each.key}" for each in wrong] == found
    copies = {"sop/visit@1.0": document} if name.startswith("released/") else {}
    assert state == State(files={path: document}, copies=copies)


@pytest.mark.parametrize(
    ("version", "older"),
    [
        pytest.param("1.0", ("0.10", "0.9"), id="the newest first, 0.10 after 0.9"),
        pytest.param("0.10", ("0.9",), id="not itself"),
        pytest.param("1.1", ("1.0", "0.10", "0.9"), id="a version that is not released"),
        pytest.param(None, (), id="of none"),
    ],
)
def test_the_versions_before_one(version: str | None, older: tuple[str, ...]) -> None:
    assert whole().versions_before("sop/visit", version) == older


@pytest.mark.parametrize(
    ("path", "place"),
    [
        pytest.param(("summary",), "summary", id="of the head"),
        pytest.param(("steps", 2, "action"), "listen/action", id="below an id"),
        pytest.param(("steps", 2), "listen/", id="the id itself"),
        pytest.param(("steps", 1, "decision", "question"), "agreed/question", id="below the nearest id"),
        pytest.param(("duties", 0), "duties.0", id="in a list without ids"),
    ],
)  # fmt: skip
def test_the_lasting_name_of_a_text(path: tuple[str | int, ...], place: str) -> None:
    fragments = {("steps", 1): "ask", ("steps", 1, "decision"): "agreed", ("steps", 2): "listen"}
    assert place_of(fragments, path) == place


VISITING = small().library.records["sop/visit"]
assert isinstance(VISITING, Sop)
STEPS = VISITING.steps


def hashed(canonical: str) -> str:
    return f"h1:{hashlib.sha256(canonical.encode()).hexdigest()[:20]}"


@pytest.mark.parametrize(
    ("part", "canonical"),
    [
        pytest.param({"b": "ä", "a": [1, None]}, '{"a":[1,null],"b":"ä"}', id="sorted, without spaces, in UTF-8"),
        pytest.param(Retired(on=date(2026, 1, 2)), '{"on":"2026-01-02"}', id="a day as it is written"),
        pytest.param(Provision.model_validate({"id": "a1", "unit": "article", "number": "1"}), '{"id":"a1","number":"1","unit":"article"}', id="what has its usual value is left out"),
        pytest.param(STEPS[0].deadline, '{"from":"request","unit":"working-day","value":1}', id="names as in the file"),
    ],
)  # fmt: skip
def test_a_stamp_is_that_of_the_canonical_json(part: object, canonical: str) -> None:
    """Stamps are kept in files for years: another way to make them makes all of them old."""
    assert stamp(part) == hashed(canonical)


def test_the_day_of_a_review_is_no_content() -> None:
    plain = {"status": Status.DRAFT, "version": "1.0"}
    passing = {"reviewed": date(2026, 1, 2), "next_review": date(2027, 1, 2)}
    assert content_stamp(Sop.model_validate({**plain, **passing})) == hashed(
        '{"status":"draft","version":"1.0"}'
    )


LEAD = f"{base()['normative/roles/lead.yml']}sensitivity: staff\n"


def kept_back(files: dict[str, str], languages: frozenset[str] | None = None) -> State:
    addresses = ("role/chief.html", "sop/call.html")
    library = small({**HERE, **files}).library
    object.__setattr__(library.state, "addresses", addresses)
    return cut(library, Sensitivity.PUBLIC, None, languages).state


def test_a_cut_of_what_is_public_keeps_the_past() -> None:
    before, after = whole(), kept_back({})
    assert after.released == before.released
    assert after.retired == before.retired
    assert after.recalls == before.recalls
    assert after.addresses == ("role/chief.html", "sop/call.html")


def test_a_cut_holds_nothing_that_only_authors_need() -> None:
    after = kept_back({})
    assert (after.copies, after.stamps, after.files, after.reviewed) == ({}, {}, {}, {})
    assert (after.translated, after.baseline, after.undecided) == ({}, (), ())


def test_a_record_that_is_cut_takes_its_past_with_it() -> None:
    after = kept_back({"normative/roles/lead.yml": LEAD})
    assert {*after.released} == {"sop/visit@1.0", "sop/visit@0.10", "sop/visit@0.9"}
    assert [str(each.ref) for each in after.recalls] == ["sop/visit#listen"]
    assert after.retired["role/chief"] == Retired()


FIELD = "  - id: shelter\n    label: {en: Shelter}\n"
FORM = base()["normative/forms/consent.yml"] + FIELD
CONTACT = "  - name: {en: Duty}\n"
OFFICE = base()["normative/organisations/office.yml"] + CONTACT


def test_a_field_that_is_cut_today_is_cut_from_old_versions() -> None:
    old = {"normative/state/released/form/consent/0.9.yml": FORM}
    assert fields(kept_back({**old, "normative/forms/consent.yml": FORM})) == ["name", "shelter"]
    secret = {"normative/forms/consent.yml": f"{FORM}    sensitivity: staff\n"}
    assert fields(kept_back({**old, **secret})) == ["name"]


def fields(state: State) -> list[str]:
    form = state.released["form/consent@0.9"]
    assert isinstance(form, Form)
    return [each.id for each in form.fields]


def test_of_contacts_without_a_name_all_old_ones_are_cut_where_one_is_cut_today() -> None:
    path = "normative/organisations/office.yml"
    old = {"normative/state/released/organisation/office/0.9.yml": OFFICE}
    shown = kept_back({**old, path: OFFICE}).released["organisation/office@0.9"]
    assert isinstance(shown, Organisation)
    assert shown.contacts
    secret = {path: f"{OFFICE}    sensitivity: staff\n"}
    hidden = kept_back({**old, **secret}).released["organisation/office@0.9"]
    assert isinstance(hidden, Organisation)
    assert hidden.contacts == ()


def test_the_past_is_told_in_the_languages_that_remain() -> None:
    after = kept_back({}, frozenset({"ru"}))
    assert after.retired["sop/call"].reason == Text({"ru": "Объединены"})
    old = after.released["sop/visit@0.9"]
    assert old.title == Text({"ru": "Посещение семьи"})


def test_what_is_behind_is_told_of_the_languages_that_remain() -> None:
    assert small(HERE).library.state.behind == {"sop/visit": {"summary": frozenset({"ru", "en"})}}
    assert kept_back({}, frozenset({"tk", "ru"})).behind == {
        "sop/visit": {"summary": frozenset({"ru"})}
    }


def test_the_project_speaks_the_languages_that_remain() -> None:
    library = cut(small().library, languages=frozenset({"ru", "en"}))
    assert library.project.languages.all == ("ru", "en")
    assert library.project.site.name == Text({"ru": "Образец", "en": "Example"})
    assert library.project.languages.required == small().library.project.languages.required


def test_a_project_that_loses_no_language_is_the_same() -> None:
    whole_project = small().library.project
    assert cut(small().library, languages=frozenset(CODES)).project == whole_project

"""The committed JSON Schemas are those of the model, and judge exactly as decoding does."""

from pathlib import Path

import jsonschema
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gollanma.checks.examples import base
from gollanma.model.decode import decode
from gollanma.model.kinds import BY_NAME, KINDS
from gollanma.model.load import PROJECT_FILE, decode_project
from gollanma.model.places import Place, place_of
from gollanma.model.schema import json_form, json_schema, schemas
from gollanma.source import read_text

ROOT = Path(__file__).parents[2]
LANGUAGES = ("tk", "ru", "en")
VALIDATORS = {
    kind.kind: jsonschema.Draft202012Validator(
        json_schema(kind, LANGUAGES), format_checker=jsonschema.FormatChecker(["date"])
    )
    for kind in KINDS
}


def test_the_committed_schemas_are_fresh() -> None:
    folder = ROOT / "normative" / "schemas"
    project, _ = decode_project(read_text(PROJECT_FILE, (ROOT / PROJECT_FILE).read_bytes()))
    assert project is not None
    expected = dict(schemas(project.languages.all))
    written = {each.name: each.read_text(encoding="utf-8") for each in folder.glob("*.json")}
    assert written == expected, "run `gollanma schema`"


def agree(kind: str, text: str) -> tuple[bool, bool] | None:
    """Say whether a file decodes, and whether its JSON form validates.

    A plain word that YAML would turn into something else has no JSON form: SRC003 speaks first.
    """
    document = read_text("normative/x.yml", text.encode())
    record, wrong = decode(BY_NAME[kind], document, LANGUAGES)
    if any(each.code == "SRC003" for each in wrong):
        return None
    return record is not None, VALIDATORS[kind].is_valid(json_form(document.plain()))


RECORDS = [
    pytest.param(place.kind.kind, text, id=place.key)
    for path, text in base().items()
    if path != PROJECT_FILE and isinstance(place := place_of(path), Place)
]


@pytest.mark.parametrize(("kind", "text"), RECORDS)
def test_every_record_of_the_small_project_validates(kind: str, text: str) -> None:
    assert agree(kind, text) == (True, True)


VALUES = st.sampled_from([
    "draft", "2026-01-01", "2026-02-30", "12", "012", "1.5", "1e3", "true", "yes", "~", "''", "' '",
    "'1.0'", "'12'", "sop/visit", "'#ask'", "Слово", "[]", "{}", "[sop/visit]", "[a, a]", "{ru: Да}",
    "{de: Ja}", "{ru: ''}", "{value: 3, unit: day}", "{value: '3', unit: day}", "{missing: enter-locally}",
    "[{id: a}]", "[{id: A}]", "[{id: a, next: b}]", "{from: 2026-01-01}", "{kind: free}", "[{code: X}]",
])  # fmt: skip


@st.composite
def records(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a kind and a file with some of its fields, each with a value that may not fit."""
    kind = draw(st.sampled_from(KINDS))
    names = [field.alias or name for name, field in kind.model_fields.items()]
    chosen = draw(st.lists(st.sampled_from([*names, "titel"]), unique=True, max_size=4))
    return kind.kind, "".join(f"{name}: {draw(VALUES)}\n" for name in chosen) or "{}"


@given(records())
def test_a_tree_decodes_exactly_when_its_json_form_validates(drawn: tuple[str, str]) -> None:
    kind, text = drawn
    found = agree(kind, text)
    assume(found is not None)
    assert found in {(True, True), (False, False)}, text


def test_null_is_never_offered() -> None:
    for kind in KINDS:
        text = str(json_schema(kind, LANGUAGES))
        assert "'null'" not in text, kind.kind

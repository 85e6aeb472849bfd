"""What is said of the places of records, so that a person can fill them in."""

from collections.abc import Iterator
from datetime import date

import pytest

from gollanma.edit import Guide, guide, kinds
from gollanma.languages import load as load_languages
from gollanma.model import Library
from gollanma.model.load import load
from tests.support.folders import small_folder

LANGUAGES = load_languages(("tk", "ru", "en"))
DEEPEST = 5
"""Keys of the longest place that is looked at: provisions hold provisions without end."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    found = load(small_folder(tmp_path_factory.mktemp("small")), date(2026, 11, 22)).library
    assert found is not None
    return found


def asked(place: str, library: Library) -> Guide:
    found = guide(place, library)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param("sop.title", ("text", False, "idea"), id="a text"),
        pytest.param("sop.use_when", ("text", True, None), id="texts"),
        pytest.param("sop.translations", ("words", False, None), id="a word for each language"),
        pytest.param("sop.status", ("word", False, "idea"), id="a word of a list"),
        pytest.param("sop.quick_exit", ("flag", False, None), id="true or false"),
        pytest.param("sop.reviewed", ("day", False, None), id="a day"),
        pytest.param("sop.implements", ("reference", True, "draft"), id="references"),
        pytest.param("sop.steps", ("group", True, "draft"), id="a list of groups"),
        pytest.param("sop.steps.id", ("slug", False, None), id="a short name"),
        pytest.param("sop.steps.deadline", ("group", False, None), id="a group"),
        pytest.param("sop.steps.deadline.value", ("amount", False, None), id="a number"),
        pytest.param("term.labels", ("group", False, "draft"), id="groups for each language"),
        pytest.param("term.labels.tk.label", ("line", False, None), id="words inside them"),
        pytest.param("project.budgets.picture", ("whole", False, None), id="a whole number"),
    ],
)
def test_what_is_written_at_a_place(
    place: str, expected: tuple[str, bool, str | None], library: Library
) -> None:
    found = asked(place, library).itself
    needed = str(found.needed_from) if found.needed_from else None
    assert (found.sort, found.is_list, needed) == expected


def test_of_a_choice_the_words_are_named(library: Library) -> None:
    assert asked("sop.steps.modality", library).itself.words == ("must", "should")


def test_of_a_reference_the_kinds_are_named(library: Library) -> None:
    assert asked("sop.steps.actor", library).itself.kinds == ("role",)


def test_without_an_id_a_step_cannot_be_read(library: Library) -> None:
    fields = {each.key: each for each in asked("sop.steps", library).fields}
    assert fields["id"].is_needed
    assert not fields["title"].is_needed


@pytest.mark.parametrize(
    "place", ["", "sop.", "sop.nothing", "sop.title.tk", "law", "sop.steps.0", "sop..steps", "."]
)
def test_no_place_is_made_up(place: str, library: Library) -> None:
    assert guide(place, library) is None


def test_the_example_is_the_first_of_the_project(library: Library) -> None:
    found = asked("sop.steps.action", library).example
    assert found is not None
    lines = library.documents["sop/visit"].text.splitlines()
    first = found.text.splitlines()[0]
    assert found.path == "normative/sops/visit.yml"
    assert lines[found.line - 1].strip() == first
    assert first.startswith("action:")


def test_a_field_that_nobody_fills_has_no_example(library: Library) -> None:
    assert asked("sop.supersedes", library).example is None


def places(library: Library, place: str) -> Iterator[Guide]:
    found = asked(place, library)
    yield found
    if place.count(".") < DEEPEST - 1:
        for each in found.fields:
            yield from places(library, f"{place}.{each.key}")


@pytest.mark.parametrize("kind", kinds())
def test_every_field_of_every_kind_has_a_name_and_can_be_asked_for(
    kind: str, library: Library
) -> None:
    nameless = {
        each.key
        for found in places(library, kind)
        for each in found.fields
        for language in LANGUAGES.values()
        if not language.says(f"field.{each.key}")
    }
    assert nameless <= {*LANGUAGES}  # a language is no field with a name

"""The project file: its address, and the languages that a status demands."""

import pytest

from gollanma.checks.examples import base
from gollanma.model import Status
from gollanma.model.load import PROJECT_FILE, decode_project
from gollanma.source import read_text
from tests.support.projects import small


@pytest.mark.parametrize(
    ("address", "keys"),
    [
        pytest.param("https://gollanma.example/", [], id="an address with its slash"),
        pytest.param("https://gollanma.example/guide/", [], id="a folder of a server"),
        pytest.param("https://gollanma.example", ["address-shape"], id="no slash at the end"),
        pytest.param("gollanma.example/", ["address-shape"], id="no scheme"),
        pytest.param("javascript:alert(1)/", ["address-shape"], id="a script"),
    ],
)
def test_the_address_of_the_site(address: str, keys: list[str]) -> None:
    text = base()[PROJECT_FILE].replace("site:\n", f"site:\n  address: {address!r}\n", 1)
    _, wrong = decode_project(read_text(PROJECT_FILE, text.encode()))
    assert [each.key for each in wrong] == keys


@pytest.mark.parametrize(
    ("status", "languages"),
    [
        pytest.param(Status.IDEA, (), id="nothing below the first rule"),
        pytest.param(Status.DRAFT, ("tk", "ru", "en"), id="the rule of the status"),
        pytest.param(Status.IN_FORCE, ("tk", "ru", "en"), id="the nearest rule below"),
    ],
)
def test_the_languages_that_a_status_demands(status: Status, languages: tuple[str, ...]) -> None:
    assert small().graph.project.languages.required_at(status) == languages


def test_a_kind_of_act_knows_its_units_and_stages_alone() -> None:
    (law,) = small().graph.project.act_kinds
    units = [law.unit(name) for name in ("article", "part", "clause")]
    assert [each and each.id for each in units] == ["article", "part", None]
    stages = [law.stage(name) for name in ("in-force", "drafting", "signed")]
    assert [each and each.id for each in stages] == ["in-force", "drafting", None]

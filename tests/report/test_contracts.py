"""The JSON of our commands, against the schemas that come with the package."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, ValidationError

from gollanma.checks import entries
from gollanma.checks.catalogue import AFTER
from gollanma.checks.examples import example
from tests.support.contracts import SCHEMAS, agrees, schema
from tests.support.folders import command, small_folder

NAMES = sorted(path.name.removesuffix(".json") for path in SCHEMAS.iterdir())
CODES = [each.code for each in entries() if each not in AFTER]


def test_each_command_with_json_has_a_schema() -> None:
    known = (
        "analyse apply check diff explain explain-place export-amending "
        "impact keys-list patch recall search stats translate-status verify"
    )
    assert known.split() == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one_and_says_so(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["title"].lower().startswith(f"gollanma {name.replace('-', ' ')}")


@pytest.mark.parametrize("code", CODES)
def test_every_finding_keeps_the_contract(tmp_path: Path, code: str) -> None:
    root = small_folder(tmp_path, example(code, "bad").files)
    agrees(json.loads(command(root, "check", "--format", "json").stdout), "check")


@pytest.mark.parametrize(
    "reference",
    [
        pytest.param("act/help#a2", id="an article"),
        pytest.param("act/help", id="an act"),
        pytest.param("form/consent", id="a form"),
        pytest.param("document/report", id="something on which nothing rests"),
    ],
)
def test_dependents_keep_the_contract(tmp_path: Path, reference: str) -> None:
    result = command(small_folder(tmp_path), "impact", reference, "--format", "json")
    agrees(json.loads(result.stdout), "impact")


def test_a_key_that_the_contract_does_not_describe_is_noticed() -> None:
    with pytest.raises(ValidationError):
        agrees({"schema_version": 1, "checks": [], "more": 1}, "explain")

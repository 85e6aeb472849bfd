"""What changed since the last release, and what a referral hands on."""

import pytest

from gollanma.checks.examples import base
from tests.checks.law_files import VISIT, diagnosed, laid

PATH = "normative/groups/families.yml"
FIVE = (
    "Arza 5 gün diňlenilýär.",
    "Заявление рассматривают за 5 дней.",
    "The application is heard within {} days.",
)
DUTY = ("Işgär hökman soramaly.", "Работник обязан спросить.", "The worker {} ask.")


def said(words: tuple[str, str, str], english: str, version: str) -> str:
    tk, ru, en = words
    text = base()[PATH].split("needs:")[0]
    lines = [each for each in text.splitlines() if not each.startswith(("description", "version"))]
    head = "\n".join(each for each in lines if not each.startswith("  "))
    return f'{head}\nversion: "{version}"\ndescription:\n  tk: {tk}\n  ru: {ru}\n  en: {en.format(english)}\n'


def since(words: tuple[str, str, str], now: str, **before: str) -> list[dict[str, object]]:
    files = {PATH: said(words, now, "2.0")}
    for name, english in before.items():
        version = name.removeprefix("v").replace("_", ".")
        files[f"normative/state/released/group/families/{version}.yml"] = said(
            words, english, version
        )
    return [dict(each.values) for each in diagnosed(files, "I18N020")]


AHEAD = {"language": "en", "source": "tk"}


@pytest.mark.parametrize(
    ("before", "version"),
    [
        pytest.param({"v1_9": "5"}, "1.9", id="since the only release"),
        pytest.param({"v1_9": "3", "v1_10": "5"}, "1.10", id="since the newest, 1.10 after 1.9"),
        pytest.param({"v1_9": "5", "v1_10": "3"}, None, id="before the newest"),
        pytest.param({"v1_9": "3"}, None, id="it said so then"),
    ],
)
def test_a_number_that_a_translation_alone_changed(
    before: dict[str, str], version: str | None
) -> None:
    assert since(FIVE, "3", **before) == ([{**AHEAD, "version": version}] if version else [])


@pytest.mark.parametrize(
    ("now", "before", "is_ahead"),
    [
        pytest.param("may", "must", True, id="a duty that became a permission"),
        pytest.param("must", "may", False, id="a permission that became the duty that it is"),
        pytest.param("has to", "must", False, id="the same duty in other words"),
    ],
)
def test_a_duty_that_a_translation_alone_changed(now: str, before: str, *, is_ahead: bool) -> None:
    expected = [{**AHEAD, "version": "1.0"}] if is_ahead else []
    assert since(DUTY, now, v1_0=before) == expected


REFERRAL = """\
forms: []
steps:
  - id: ask
    title: {tk: A, ru: Б, en: C}
    actor: role/worker
    action: {tk: A, ru: Б, en: C}
    emits:
      - id: consent
        name: {tk: razylyk, ru: согласие, en: consent}
  - id: send
    title: {tk: A, ru: Б, en: C}
    actor: role/worker
    action: {tk: A, ru: Б, en: C}
    referral:
      to: [role/worker, role/lead]
      sends: ["form/consent#field.name"]
      acknowledgement: {value: 1, unit: hour}
      feedback: {value: 1, unit: day}
"""


@pytest.mark.parametrize(
    ("personal", "expected"),
    [
        pytest.param("true", [("not-shared", {"value": "name", "receiver": "role/worker"})], id="personal data: those alone who may see it"),
        pytest.param("false", [], id="no personal data: whoever needs it"),
    ],
)  # fmt: skip
def test_who_may_be_sent_a_field(
    personal: str, expected: list[tuple[str, dict[str, object]]]
) -> None:
    form = base()["normative/forms/consent.yml"].replace(
        "personal_data: true", f"personal_data: {personal}"
    )
    found = diagnosed({**laid(VISIT, REFERRAL), "normative/forms/consent.yml": form}, "SOP017")
    assert [(each.key, dict(each.values)) for each in found] == expected

"""Amending acts for tests: the acts, kinds and languages around any editions."""

from functools import cache
from pathlib import Path

from gollanma.languages import Language
from gollanma.law.amending import Amended, Draft, Instruction, draft, expressible
from gollanma.model import Project
from gollanma.model.kinds import Act, Edition
from gollanma.model.load import PROJECT_FILE, decode_project
from gollanma.model.project import ActKind
from gollanma.source import read_text
from tests.support.editions import LANGUAGES
from tests.support.projects import packs

Ordered = tuple[Amended, tuple[Instruction, ...]]

TITLES = (
    {"tk": "Durmuş hyzmatlary hakynda", "ru": "О социальных услугах", "en": "On Social Services"},
    {"tk": "Çaga hukuklary hakynda", "ru": "О правах ребёнка", "en": "On the Rights of the Child"},
    {"tk": "Hossarlyk hakynda", "ru": "Об опеке", "en": "On Guardianship"},
)


@cache
def project() -> Project:
    found, wrong = decode_project(read_text(PROJECT_FILE, Path(PROJECT_FILE).read_bytes()))
    assert found is not None, wrong
    return found


def law() -> ActKind:
    kind = project().act_kind("law")
    assert kind is not None
    return kind


def languages() -> tuple[Language, ...]:
    return tuple(packs(LANGUAGES)[code] for code in LANGUAGES)


def act(index: int = 0) -> Act:
    return Act.model_validate(
        {
            "title": TITLES[index],
            "act_kind": "law",
            "number": f"{434 + index}-VI",
            "gazette": [{"text": dict.fromkeys(LANGUAGES, f"№ {index + 1}, 2022")}],
            "lifecycle": [{"stage": "signed", "day": "2021-12-18"}],
        }
    )


def amended(base: Edition, target: Edition, index: int = 0) -> Amended:
    return Amended(f"act/law-{index}", act(index), law(), base, target)


def ordered(each: Amended) -> Ordered:
    return each, expressible(each, languages())


def drafted(acts: list[Ordered], language: Language) -> Draft:
    return draft(acts, language, LANGUAGES, law())

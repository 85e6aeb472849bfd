"""The languages that the tests of this folder speak."""

from pathlib import Path

import pytest

from gollanma.languages import Language, Languages, load

PACKS = Path(__file__).parent / "packs"


@pytest.fixture(scope="session")
def languages() -> Languages:
    return load(["tk", "ru", "en"])


@pytest.fixture(scope="session")
def tk(languages: Languages) -> Language:
    return languages["tk"]


@pytest.fixture(scope="session")
def ru(languages: Languages) -> Language:
    return languages["ru"]


@pytest.fixture(scope="session")
def en(languages: Languages) -> Language:
    return languages["en"]


@pytest.fixture(scope="session")
def ro() -> Language:
    return load(["ro"], PACKS).default


@pytest.fixture(scope="session")
def packs() -> Path:
    return PACKS

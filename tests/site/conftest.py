"""Sites for tests: built once, looked at by many."""

from pathlib import Path

import pytest

from gollanma.site import build
from tests.site import fakes


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a built site of a few made-up pages."""
    folder = tmp_path_factory.mktemp("site")
    return build(fakes.project(folder / "project"), folder / "site", fakes.content()).folder

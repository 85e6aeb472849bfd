"""What all tests share: the day, the eagerness of hypothesis, a browser."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from playwright.sync_api import Browser, expect, sync_playwright

from tools import setup

DAY = "1795305600"
"""2026-11-22, midnight UTC: the day of every run, on every machine."""

os.environ["SOURCE_DATE_EPOCH"] = DAY
os.environ["NO_MKDOCS_2_WARNING"] = "1"
os.environ.pop("GOLLANMA_LANG", None)
os.environ["GOLLANMA_CACHE"] = f"{os.devnull}/none"
"""No test is told what another one found out: there nothing can be kept."""

LONG = ("tests/e2e/", "tests/bundle/", "tests/safety/", "tests/cli/", "tests/bench/", "tests/lsp/")

# A shared machine is slow at times: time is judged by benchmarks, not by a property.
SLOW_IS_FINE = (HealthCheck.too_slow,)
settings.register_profile("ci", deadline=None, max_examples=50, suppress_health_check=SLOW_IS_FINE)
settings.register_profile("all", settings.get_profile("ci"), max_examples=1000)
# For thousands of changes to the code: few examples, always the same, and none made smaller.
settings.register_profile(
    "mutants",
    settings.get_profile("ci"),
    max_examples=20,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("ci")
expect.set_options(timeout=60_000)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the modules that take long, so that at the end no worker waits for another."""
    items.sort(key=lambda each: not each.nodeid.startswith(LONG))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give a Chromium; each test opens its own context, which is a fresh profile."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=setup.browser(), args=list(setup.CHROMIUM_FLAGS)
        )
        yield chromium
        chromium.close()

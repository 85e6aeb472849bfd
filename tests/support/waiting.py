"""Waiting in a page whose policy lets no text become a program."""

from typing import Any

from playwright.sync_api import Page

PATIENCE = 3000
PAUSE = 20
"""Milliseconds between two looks."""


def wait_until(page: Page, condition: str, given: Any = None) -> None:
    """Wait until a condition holds in a page; the policy forbids Playwright's own way of asking."""
    for _ in range(PATIENCE):
        if page.evaluate(condition, given):
            return
        page.wait_for_timeout(PAUSE)
    raise AssertionError(f"in vain: {condition}")

"""Which plural form a number takes: the rules that a pack chooses from by name."""

from collections.abc import Callable
from decimal import Decimal

CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})


def _only_other(_n: Decimal) -> str:
    return "other"


def _one_and_other(n: Decimal) -> str:
    return "one" if n == 1 and _is_whole(n) else "other"


def _east_slavic(n: Decimal) -> str:
    if not _is_whole(n):
        return "other"
    last, last_two = n % 10, n % 100
    if last == 1 and last_two != 11:  # noqa: PLR2004  21 день, but 11 дней
        return "one"
    if 2 <= last <= 4 and not 12 <= last_two <= 14:  # noqa: PLR2004  22 дня, but 12 дней
        return "few"
    return "many"


def _eastern_romance(n: Decimal) -> str:
    if _one_and_other(n) == "one":
        return "one"
    few = not _is_whole(n) or n == 0 or 1 <= n % 100 <= 19  # noqa: PLR2004  19 zile, 20 de zile
    return "few" if few else "other"


def _is_whole(n: Decimal) -> bool:
    exponent = n.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= 0


RULES: dict[str, Callable[[Decimal], str]] = {
    "other": _only_other,
    "one-other": _one_and_other,
    "east-slavic": _east_slavic,
    "eastern-romance": _eastern_romance,
}
"""The rules by the name under which a pack's `plural.rule` asks for one."""


def plural_form(rule: str, n: Decimal) -> str:
    """Give the category of a number under a rule; the sign does not count."""
    return RULES[rule](abs(n))

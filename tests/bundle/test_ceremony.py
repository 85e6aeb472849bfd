from datetime import date

import pytest

from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys import Key, Revoked, Root, Trust
from gollanma.bundle.keys.ceremony import Change, first, following, lasting
from tests.support.signing import EXPIRES, MADE, keyid, public, signed

LATER = date(2030, 1, 1)


def keys(*numbers: int) -> tuple[Key, ...]:
    return tuple(Key(public(each), f"Office {each}") for each in numbers)


FIRST = first(Change(keys(1, 2, 3), keys(4)), MADE, EXPIRES)


def holders(root: Root, role: str) -> list[str]:
    return sorted(root.roles[role].keys)


def names(*numbers: int) -> list[str]:
    return sorted(keyid(each) for each in numbers)


def test_the_first_root_takes_two_of_its_keys_and_one_for_a_recall() -> None:
    assert (FIRST.number, FIRST.made, FIRST.expires) == (1, MADE, EXPIRES)
    assert {name: role.threshold for name, role in FIRST.roles.items()} == {
        "root": 2,
        "bundle": 2,
        "recall": 1,
    }
    assert holders(FIRST, "bundle") == holders(FIRST, "root") == names(1, 2, 3)
    assert holders(FIRST, "recall") == names(4)


def test_without_others_those_who_sign_recall_too() -> None:
    assert holders(first(Change(keys(1, 2)), MADE, EXPIRES), "recall") == names(1, 2)


@pytest.mark.parametrize(
    ("change", "signing", "recalling", "threshold"),
    [
        pytest.param(Change(), (1, 2, 3), (4,), 2, id="the same keys for longer"),
        pytest.param(Change(keys(5), remove=(keyid(3),)), (1, 2, 5), (4,), 2, id="one in the place of another"),
        pytest.param(Change(add_recall=keys(5)), (1, 2, 3), (4, 5), 2, id="one more for recalls"),
        pytest.param(Change(add_recall=keys(1)), (1, 2, 3), (1, 4), 2, id="one for both"),
        pytest.param(Change(revoke=(Revoked(keyid(3), MADE, "Lost"),)), (1, 2), (4,), 2, id="one revoked"),
        pytest.param(Change(threshold=3), (1, 2, 3), (4,), 3, id="all of them together"),
    ],
)  # fmt: skip
def test_the_next_root_follows(
    change: Change, signing: tuple[int, ...], recalling: tuple[int, ...], threshold: int
) -> None:
    found = following(FIRST, change, LATER, date(2033, 1, 1))
    assert holders(found, "bundle") == holders(found, "root") == names(*signing)
    assert holders(found, "recall") == names(*recalling)
    assert found.roles["bundle"].threshold == threshold
    assert sorted(found.keys) == sorted({*names(*signing), *names(*recalling)})
    chain = (signed(FIRST, 1, 2), signed(found, *signing[:3], *({1, 2} - set(signing))))
    assert Trust.following(chain).root == found


@pytest.mark.parametrize(
    ("change", "code", "name"),
    [
        pytest.param(Change(remove=(keyid(9),)), "unknown", keyid(9), id="a key it does not have"),
        pytest.param(Change(keys(1)), "twice", keyid(1), id="a key it has"),
        pytest.param(Change(keys(5, 5)), "twice", keyid(5), id="a key given twice"),
        pytest.param(Change(remove=(keyid(2), keyid(3))), "root-field", "", id="fewer keys than signatures"),
        pytest.param(Change(remove=(keyid(4),)), "root-field", "", id="nobody to recall"),
        pytest.param(Change(threshold=4), "root-field", "", id="more signatures than keys"),
    ],
)  # fmt: skip
def test_a_root_that_would_not_hold_is_not_made(change: Change, code: str, name: str) -> None:
    with pytest.raises(BundleError) as refusal:
        following(FIRST, change, LATER, date(2033, 1, 1))
    assert (refusal.value.code, refusal.value.name) == (code, name)


def test_a_revoked_key_does_not_return() -> None:
    without = following(
        FIRST, Change(keys(5), revoke=(Revoked(keyid(3), MADE, "Lost"),)), LATER, date(2033, 1, 1)
    )
    with pytest.raises(BundleError) as refusal:
        following(without, Change(keys(3)), LATER, date(2033, 1, 1))
    assert refusal.value.code == "returned"


def test_a_root_does_not_end_before_it_begins() -> None:
    with pytest.raises(BundleError) as refusal:
        following(FIRST, Change(), LATER, MADE)
    assert refusal.value.refusal.values == {"place": "expires"}


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param(MADE, EXPIRES, id="three years"),
        pytest.param(date(2028, 2, 29), date(2031, 2, 28), id="from a leap day"),
    ],
)
def test_how_long_a_root_lasts(made: date, expected: date) -> None:
    assert lasting(made) == expected

"""Chains of roots, in the way of the tables of python-tuf."""

from datetime import date

import pytest

from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys import Root, Signed, Trust, allowed_signers
from tests.support.signing import MADE, chain, keyid, public, ring, root, signed

MESSAGE = b"message"
SPACE = "gollanma-bundle"


@pytest.mark.parametrize(
    ("links", "code", "name"),
    [
        pytest.param([signed(root(), 1, 2)], None, "", id="a first root by 2 of 3"),
        pytest.param([signed(root(), 1, 2, 3)], None, "", id="by 3 of 3"),
        pytest.param([], "no-root", "", id="no root"),
        pytest.param([signed(root(), 1)], "root-signatures", "root/1.json", id="1 of 2"),
        pytest.param([signed(root(), 1, 9)], "root-signatures", "root/1.json", id="a key that is not in it"),
        pytest.param([signed(root(), 1, 4)], "root-signatures", "root/1.json", id="a key of another role"),
        pytest.param([signed(root(), 1, 2, namespace=SPACE)], "root-signatures", "root/1.json", id="another namespace"),
        pytest.param([signed(root(), 1, 2, 9)], "bad-signature", f"root/1.{keyid(9)}.sig", id="2 of 3, and one of nobody"),
        pytest.param([signed(root(2), 1, 2)], "root-gap", "root/1.json", id="the first one missing"),
        pytest.param([signed(root(), 1, 2), signed(root(3), 1, 2)], "root-gap", "root/2.json", id="one skipped"),
        pytest.param([signed(root(), 1, 2), signed(root(), 1, 2)], "root-gap", "root/2.json", id="one twice"),
        pytest.param([signed(root(), 1, 2), signed(root(2, (1, 2, 5)), 1, 2)], None, "", id="a key changed"),
        pytest.param([signed(root(), 1, 2), signed(root(2, (5, 6, 7)), 1, 2, 5, 6)], None, "", id="all keys changed"),
        pytest.param([signed(root(), 1, 2), signed(root(2, (5, 6, 7)), 1, 5, 6)], "root-signatures", "root/2.json", id="too few old keys"),
        pytest.param([signed(root(), 1, 2), signed(root(2, (5, 6, 7)), 1, 2, 5)], "root-signatures", "root/2.json", id="too few new keys"),
        pytest.param([signed(root(), 1, 2), signed(root(2, (5, 6, 7)), 5, 6)], "root-signatures", "root/2.json", id="new keys alone"),
        pytest.param([signed(root(), 1, 2), signed(root(2, (1, 2), revoked={3: MADE}), 1, 2)], None, "", id="a key revoked"),
        pytest.param([signed(root(), 1, 2), signed(root(2, (1, 2), revoked={3: MADE}), 1, 2), signed(root(3, (1, 2, 3)), 1, 2)], "returned", "root/3.json", id="a revoked key that returns"),
        pytest.param([signed(root(), 1, 2), signed(root(2, (1, 2, 5), revoked={3: MADE}), 1, 3)], "root-signatures", "root/2.json", id="signed by the key that is revoked in it"),
        pytest.param([signed(root(threshold=3), 1, 2, 3), signed(root(2), 1, 2)], "root-signatures", "root/2.json", id="fewer signatures than before by its own word"),
        pytest.param([signed(root(expires=date(2026, 11, 23)), 1, 2), signed(root(2), 1, 2)], None, "", id="an older root that has expired"),
    ],
)  # fmt: skip
def test_a_chain_is_followed_to_its_first_break(
    links: list[Signed], code: str | None, name: str
) -> None:
    if code is None:
        assert Trust.following(links).root.number == len(links)
        return
    with pytest.raises(BundleError) as refusal:
        Trust.following(links)
    assert (refusal.value.code, refusal.value.name) == (code, name)


@pytest.mark.parametrize(
    ("who", "namespace", "expected"),
    [
        pytest.param((1, 2), SPACE, True, id="2 of 3"),
        pytest.param((2,), SPACE, False, id="1 of 2"),
        pytest.param((2, 4), SPACE, False, id="a key of another role"),
        pytest.param((2, 9), SPACE, False, id="an unknown key"),
        pytest.param((1, 2), "gollanma-patch", True, id="a patch, by the same keys"),
        pytest.param((4,), "gollanma-recall", True, id="a recall takes one key"),
        pytest.param((1, 2), "gollanma-recall", False, id="a recall by other keys"),
    ],
)
def test_enough_keys_must_have_signed(
    who: tuple[int, ...], namespace: str, *, expected: bool
) -> None:
    trust = Trust.following(chain())
    signatures = ring(*who).sign(namespace, MESSAGE)
    if expected:
        assert trust.require(namespace, MESSAGE, signatures) == {keyid(each) for each in who}
        return
    with pytest.raises(BundleError) as refusal:
        trust.require(namespace, MESSAGE, signatures, "manifest.json")
    assert (refusal.value.code, refusal.value.name) == ("signatures", "manifest.json")


def test_one_signature_under_two_names_counts_once() -> None:
    armour = ring(1).sign(SPACE, MESSAGE)[keyid(1)]
    trust = Trust.following(chain())
    assert trust.signers(SPACE, MESSAGE, {keyid(1): armour, keyid(2): armour}) == {keyid(1)}


def test_a_root_is_read_as_it_was_written() -> None:
    wanted = root(2, (1, 2), revoked={3: MADE})
    assert Root.read(wanted.written(), "root/2.json") == wanted


def test_ssh_keygen_is_told_who_may_sign_what() -> None:
    lines = allowed_signers(root()).decode().splitlines()
    assert f'{keyid(4)} namespaces="gollanma-recall" {public(4)}' in lines
    spaces = "gollanma-root,gollanma-bundle,gollanma-patch"
    assert f'{keyid(1)} namespaces="{spaces}" {public(1)}' in lines
    assert len(lines) == 4

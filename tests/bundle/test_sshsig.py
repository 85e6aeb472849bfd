"""Our signatures beside those of the real ssh-keygen."""

import subprocess
from pathlib import Path

import pytest

from gollanma.bundle import sshsig
from gollanma.bundle.ed25519 import Private
from gollanma.bundle.errors import BundleError
from tests.support.signing import keyid, private, public

SPACE = "gollanma-bundle"
MESSAGE = b'{"schema":1}\n'
PASSPHRASE = b"a long sentence that nobody guesses"


def test_our_signature_is_the_one_that_ssh_keygen_makes(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_bytes(private(1).written(PASSPHRASE))
    key.chmod(0o600)
    strip = ("ssh-keygen", "-q", "-p", "-P", PASSPHRASE.decode(), "-N", "", "-f", key)
    subprocess.run(strip, check=True, capture_output=True)
    sign = ("ssh-keygen", "-q", "-Y", "sign", "-n", SPACE, "-f", key)
    done = subprocess.run(sign, check=True, capture_output=True, input=MESSAGE)
    assert done.stdout.decode() == sshsig.sign(private(1), SPACE, MESSAGE)


def test_a_key_that_ssh_keygen_made_is_read(tmp_path: Path) -> None:
    key = tmp_path / "key"
    make = ("ssh-keygen", "-q", "-t", "ed25519", "-N", PASSPHRASE.decode(), "-f", key)
    subprocess.run(make, check=True)
    ours = Private.read(key.read_bytes(), PASSPHRASE, "key")
    known = (tmp_path / "key.pub").read_text(encoding="ascii")
    assert known.startswith(f"{sshsig.public_text(ours.public)} ")


@pytest.mark.parametrize(
    ("data", "passphrase", "code"),
    [
        pytest.param(private(1).written(PASSPHRASE), None, "passphrase", id="no passphrase"),
        pytest.param(private(1).written(PASSPHRASE), b"another", "passphrase", id="another one"),
        pytest.param(b"-----BEGIN OPENSSH PRIVATE KEY-----\n", None, "key", id="cut"),
        pytest.param(public(1).encode(), None, "key", id="a public key"),
        pytest.param(b"", PASSPHRASE, "key", id="nothing"),
    ],
)
def test_a_key_that_cannot_be_opened_is_refused(
    data: bytes, passphrase: bytes | None, code: str
) -> None:
    with pytest.raises(BundleError) as refusal:
        Private.read(data, passphrase, "office.key")
    assert (refusal.value.code, refusal.value.name) == (code, "office.key")


ARMOUR = sshsig.sign(private(1), SPACE, MESSAGE)


@pytest.mark.parametrize(
    ("who", "namespace", "message", "armour", "expected"),
    [
        pytest.param(1, SPACE, MESSAGE, ARMOUR, True, id="genuine"),
        pytest.param(2, SPACE, MESSAGE, ARMOUR, False, id="another key"),
        pytest.param(1, "gollanma-root", MESSAGE, ARMOUR, False, id="another namespace"),
        pytest.param(1, SPACE, MESSAGE + b" ", ARMOUR, False, id="another message"),
        pytest.param(1, SPACE, MESSAGE, ARMOUR + "\n", False, id="a line more"),
        pytest.param(1, SPACE, MESSAGE, ARMOUR.replace("\n", "\r\n"), False, id="ends of Windows"),
        pytest.param(1, SPACE, MESSAGE, ARMOUR[:-40] + ARMOUR[-32:], False, id="letters missing"),
        pytest.param(1, SPACE, MESSAGE, "", False, id="nothing"),
        pytest.param(1, SPACE, MESSAGE, "ü" * 9000, False, id="a long text"),
    ],
)
def test_a_signature_is_checked(
    who: int, namespace: str, message: bytes, armour: str, *, expected: bool
) -> None:
    assert sshsig.check(public(who), namespace, message, armour) is expected


@pytest.mark.parametrize(
    ("armour", "namespace", "key"),
    [
        pytest.param(ARMOUR, SPACE, public(1), id="a signature"),
        pytest.param(ARMOUR[:-40], None, None, id="cut"),
        pytest.param("", None, None, id="nothing"),
    ],
)
def test_what_a_signature_says_of_itself(
    armour: str, namespace: str | None, key: str | None
) -> None:
    assert (sshsig.namespace_of(armour), sshsig.public_in(armour)) == (namespace, key)


def test_the_bytes_of_a_signature_are_put_into_its_armour_again() -> None:
    signature = sshsig.signature_in(ARMOUR)
    assert signature is not None
    assert sshsig.armoured(public(1), SPACE, signature) == ARMOUR
    assert sshsig.signature_in("") is None


@pytest.mark.parametrize(
    ("text", "is_key"),
    [
        pytest.param(public(1), True, id="a key"),
        pytest.param(f"{public(1)} office", False, id="with a comment"),
        pytest.param(public(1)[:-4], False, id="cut"),
        pytest.param("ssh-ed25519 " + "A" * 68, False, id="other letters"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_a_public_key_is_read(text: str, *, is_key: bool) -> None:
    assert (sshsig.public_bytes(text) is not None) is is_key


def test_the_short_name_of_a_key_stays_as_it_is() -> None:
    assert keyid(1) == "7def39264223a3c5"

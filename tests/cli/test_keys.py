"""`gollanma keys`: the ceremony of three offices, at three places."""

import json
import os
import stat
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PrivateFormat

from gollanma.bundle import trailer, zips
from gollanma.bundle.keys import Root, chain_of
from gollanma.bundle.keys.files import read_public
from gollanma.bundle.lists import hashed
from gollanma.bundle.opened import open_bundle
from gollanma.bundle.patch.form import Header, Patch, State, Sum
from gollanma.cli import gollanma
from tests.support.contracts import agrees
from tests.support.folders import command
from tests.support.signing import bundle, chain, keyid, manifest, private, public

SENTENCE = "a long sentence that nobody guesses"
STATE = "normative/state/root"


def quickly_opened(number: int) -> bytes:
    """Give a private key that takes one round to open: the usual sixteen take a third of a second."""
    one_round = PrivateFormat.OpenSSH.encryption_builder().kdf_rounds(1)
    key = Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)
    lock = one_round.build(SENTENCE.encode())
    return key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, lock)


@pytest.fixture(scope="session")
def ring(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the keys of four offices and the file of their passphrase."""
    folder = tmp_path_factory.mktemp("ring")
    (folder / "passphrase").write_text(f"{SENTENCE}\r\nmore\n", encoding="utf-8")
    for number in (1, 2, 3, 4):
        (folder / f"{number}").write_bytes(quickly_opened(number))
        line = f"{public(number)} Office {number}\n"
        (folder / f"{number}.pub").write_text(line, encoding="utf-8")
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "gollanma.yml").write_text("", encoding="utf-8")
    return root


def pubs(ring: Path, *numbers: int) -> list[str]:
    return [str(ring / f"{each}.pub") for each in numbers]


def with_key(ring: Path, *numbers: int) -> list[str]:
    keys = [word for each in numbers for word in ("--key", str(ring / str(each)))]
    return [*keys, "--passphrase-file", str(ring / "passphrase")]


def first_root(project: Path, ring: Path, *signing: int) -> None:
    made = command(
        project, "keys", "root", "first", *pubs(ring, 1, 2, 3), "--recall", *pubs(ring, 4)
    )
    assert made.exit_code == 0, made.output
    if signing:
        path = str(project / STATE / "1.json")
        assert command(project, "keys", "sign", path, *with_key(ring, *signing)).exit_code == 0


def listed(project: Path) -> list[dict[str, object]]:
    body = json.loads(command(project, "keys", "list", "--format", "json").stdout)
    agrees(body, "keys-list")
    roots: list[dict[str, object]] = body["roots"]
    return roots


def test_a_key_is_made_for_its_holder_alone(tmp_path: Path, ring: Path) -> None:
    key = tmp_path / "office"
    asked = ("--office", "Ministry, legal office", "--passphrase-file", str(ring / "passphrase"))
    made = command(tmp_path, "keys", "new", str(key), *asked)
    assert made.exit_code == 0, made.output
    assert stat.S_IMODE(key.stat().st_mode) & 0o077 == 0 or os.name == "nt"
    assert read_public(tmp_path / "office.pub").name == "Ministry, legal office"
    show = ("ssh-keygen", "-y", "-P", SENTENCE, "-f", key)
    shown = subprocess.run(show, check=True, capture_output=True, text=True).stdout
    assert shown.split()[1] == read_public(tmp_path / "office.pub").public.split()[1]
    wrong = ("ssh-keygen", "-y", "-P", "another", "-f", key)
    assert subprocess.run(wrong, check=False, capture_output=True).returncode != 0


@pytest.mark.parametrize(
    ("place", "passphrase", "office", "code"),
    [
        pytest.param("project/key", SENTENCE, "A", "inside", id="in the project"),
        pytest.param("project/deep/er/key", SENTENCE, "A", "inside", id="deep in the project"),
        pytest.param("taken", SENTENCE, "A", "there", id="in the place of another file"),
        pytest.param("key", "short", "A", "short", id="a short passphrase"),
        pytest.param("key", "", "A", "short", id="no passphrase"),
        pytest.param("key", SENTENCE, "A\nB", "office", id="an office of two lines"),
    ],
)
def test_a_key_that_would_be_unsafe_is_not_made(
    tmp_path: Path, project: Path, *, place: str, passphrase: str, office: str, code: str
) -> None:
    (project / "deep" / "er").mkdir(parents=True)
    (tmp_path / "taken").write_bytes(b"")
    (tmp_path / "passphrase").write_text(passphrase, encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    asked = ("--office", office, "--passphrase-file", str(tmp_path / "passphrase"))
    made = command(tmp_path, "keys", "new", str(tmp_path / place), *asked)
    assert (made.exit_code, f"error[{code}]" in made.output) == (2, True)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        pytest.param([SENTENCE, SENTENCE], 0, "key ", id="the same twice"),
        pytest.param([SENTENCE, "another"], 2, "error[differs]", id="in two ways"),
        pytest.param(["short", "short"], 2, "error[short]", id="a short one"),
        pytest.param([], 130, "", id="nothing, the terminal is closed"),
    ],
)
def test_a_passphrase_is_asked_for_twice_and_not_shown(
    tmp_path: Path, typed: list[str], code: int, said: str
) -> None:
    words = ["keys", "new", "--lang", "en", "--office", "Office", str(tmp_path / "key")]
    result = CliRunner().invoke(gollanma, words, input="".join(f"{each}\n" for each in typed))
    assert (result.exit_code, said in result.output) == (code, True)
    assert SENTENCE not in result.output
    assert (tmp_path / "key").exists() is (code == 0)


def test_the_ceremony_of_three_offices(tmp_path: Path, project: Path, ring: Path) -> None:
    first_root(project, ring, 1)
    assert [each["pending"] for each in listed(project)] == [True]
    away = tmp_path / "away"
    away.mkdir()
    sent = away / "1.json"
    sent.write_bytes((project / STATE / "1.json").read_bytes())
    signed = command(away, "keys", "sign", str(sent), *with_key(ring, 2), "--out", str(away))
    assert "words: " in signed.stdout, "who signs sees whose keys they are"
    back = away / f"1.{keyid(2)}.sig"
    added = command(project, "keys", "add", str(project / STATE / "1.json"), str(back))
    assert added.stdout.splitlines()[-1] == "signatures: needed 2, there 2"
    assert [each["pending"] for each in listed(project)] == [False]


def test_a_bundle_is_signed_at_two_places_in_each_form(
    tmp_path: Path, project: Path, ring: Path
) -> None:
    first_root(project, ring, 1, 2)
    chain_now = chain_of(
        {f"root/{each.name}": each.read_bytes() for each in (project / STATE).iterdir()}
    )
    folder = tmp_path / "north"
    body = b"<!doctype html>\n"
    for path, data in bundle(roots=chain_now, signing=()).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    (tmp_path / "north.zip").write_bytes(zips.write(bundle(roots=chain_now, signing=())))
    listed_one = replace(manifest({"handbook.html": body}), form="onefile").written()
    (tmp_path / "one.html").write_bytes(body + trailer.written(listed_one, {}, chain_now))
    targets = [str(tmp_path / each) for each in ("north", "north.zip", "one.html")]
    unsigned = [command(project, "verify", each).exit_code for each in targets]
    assert unsigned == [5, 5, 5]
    assert command(project, "keys", "sign", *targets, *with_key(ring, 1)).exit_code == 0
    out = tmp_path / "out"
    out.mkdir()
    away = command(project, "keys", "sign", *targets, *with_key(ring, 3), "--out", str(out))
    assert away.exit_code == 0, away.output
    for each in targets:
        back = out / f"{Path(each).name}.{keyid(3)}.sig"
        added = command(project, "keys", "add", each, str(back))
        assert added.exit_code == 0, added.output
    verdicts = [command(project, "verify", each) for each in targets]
    assert [each.exit_code for each in verdicts] == [0, 0, 0], [each.output for each in verdicts]
    assert {*open_bundle(tmp_path / "north.zip").signatures} == {keyid(1), keyid(3)}


@pytest.mark.parametrize(
    ("signing", "code", "exit_code"),
    [
        pytest.param((4,), "no-role", 2, id="a key of another role"),
        pytest.param((9,), "passphrase", 2, id="a key with another passphrase"),
    ],
)
def test_a_key_that_does_not_count_signs_nothing(
    tmp_path: Path,
    project: Path,
    ring: Path,
    *,
    signing: tuple[int, ...],
    code: str,
    exit_code: int,
) -> None:
    first_root(project, ring)
    (tmp_path / "9").write_bytes(private(1).written(b"a sentence of somebody else"))
    folder = tmp_path if signing == (9,) else ring
    keys = ["--key", str(folder / str(signing[0])), "--passphrase-file", str(ring / "passphrase")]
    result = command(project, "keys", "sign", str(project / STATE / "1.json"), *keys)
    assert (result.exit_code, f"error[{code}]" in result.output) == (exit_code, True)
    assert sorted(each.name for each in (project / STATE).iterdir()) == ["1.json"]


def test_a_copy_that_is_not_whole_is_signed_by_nobody(
    tmp_path: Path, project: Path, ring: Path
) -> None:
    path = tmp_path / "north.zip"
    data = zips.write({**bundle(signing=()), "index.html": b"changed"})
    path.write_bytes(data)
    result = command(project, "keys", "sign", str(path), *with_key(ring, 1))
    assert (result.exit_code, "index.html: error[size]" in result.output) == (5, True)
    assert path.read_bytes() == data


def test_a_signature_over_something_else_is_not_put_in(
    tmp_path: Path, project: Path, ring: Path
) -> None:
    first_root(project, ring)
    wrong = tmp_path / "1.sig"
    wrong.write_bytes(bundle()[f"signatures/{keyid(1)}.sig"])
    result = command(project, "keys", "add", str(project / STATE / "1.json"), str(wrong))
    assert (result.exit_code, "1.sig: error[bad-signature]" in result.output) == (5, True)


def test_keys_are_rotated_revoked_and_renewed(project: Path, ring: Path) -> None:
    first_root(project, ring, 1, 2)
    (ring / "5.pub").write_text(f"{public(5)} Office 5\n", encoding="utf-8")
    lost = command(
        project, "keys", "root", "revoke", keyid(3), "--reason", "Lost", "--add", *pubs(ring, 5)
    )
    assert lost.exit_code == 0, lost.output
    second = project / STATE / "2.json"
    root = Root.read(second.read_bytes(), "2.json")
    assert [each.key for each in root.revoked] == [keyid(3)]
    assert command(project, "keys", "sign", str(second), *with_key(ring, 1)).exit_code == 0
    again = command(project, "keys", "root", "renew")
    assert (again.exit_code, "error[pending]" in again.output) == (2, True)
    assert command(project, "keys", "sign", str(second), *with_key(ring, 2)).exit_code == 0
    renewed = command(project, "keys", "root", "renew", "--expires", "2031-01-01")
    assert renewed.exit_code == 0
    assert [(each["number"], each["pending"]) for each in listed(project)] == [
        (1, False),
        (2, False),
        (3, True),
    ]
    back = command(project, "keys", "root", "rotate", "--add", *pubs(ring, 3))
    assert (back.exit_code, "error[returned]" in back.output) == (5, True)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(["renew"], "no-roots", id="renew"),
        pytest.param(["rotate"], "no-roots", id="rotate"),
        pytest.param(["revoke", "0" * 16, "--reason", "Lost"], "no-roots", id="revoke"),
    ],
)
def test_without_a_root_there_is_none_to_change(project: Path, words: list[str], code: str) -> None:
    result = command(project, "keys", "root", *words)
    assert (result.exit_code, f"error[{code}]" in result.output) == (2, True)


def test_a_second_first_root_is_not_made(project: Path, ring: Path) -> None:
    first_root(project, ring, 1, 2)
    result = command(project, "keys", "root", "first", *pubs(ring, 1, 2))
    assert (result.exit_code, "error[has-roots]" in result.output) == (2, True)


@pytest.mark.parametrize("lang", ["en", "ru", "tk"])
def test_the_words_are_the_same_in_every_language(project: Path, ring: Path, lang: str) -> None:
    first_root(project, ring, 1, 2)
    lines = command(project, "keys", "words", lang=lang).stdout.splitlines()
    words = " ".join(line.strip() for line in lines[1:]).split()
    assert words == listed(project)[0]["words"]
    assert len(lines) == 4


def test_the_words_of_a_copy_are_those_of_its_newest_root(tmp_path: Path, project: Path) -> None:
    path = tmp_path / "north.zip"
    path.write_bytes(zips.write(bundle()))
    result = command(project, "keys", "words", str(path))
    first = json.loads(command(project, "verify", str(path), "--format", "json").stdout)
    assert result.stdout.split()[-12:] == first["root"]["words"]
    assert first["root"]["sha256"] == hashed(chain()[0].data)


def test_without_keys_the_list_says_so(project: Path) -> None:
    assert command(project, "keys", "list").stdout == "this project has no keys yet\n"
    assert listed(project) == []


def test_a_manifest_alone_is_signed_where_its_files_are_not(
    tmp_path: Path, project: Path, ring: Path
) -> None:
    path = tmp_path / "manifest.json"
    path.write_bytes(manifest().written())
    result = command(project, "keys", "sign", str(path), *with_key(ring, 1))
    assert "its files are not at hand" in result.stdout
    assert (tmp_path / f"signatures/{keyid(1)}.sig").is_file()


def test_a_patch_is_signed(tmp_path: Path, project: Path, ring: Path) -> None:
    before, after = State(2026112201, Sum.of(b"old")), State(2026112202, Sum.of(b"new"))
    header = Header("north", "folder", ("tk", "ru"), before, after, Sum.of(b"operations"))
    path = tmp_path / "north.gpatch"
    path.write_bytes(Patch.of(header, b"operations").written())
    first_root(project, ring, 1, 2)
    result = command(project, "keys", "sign", str(path), *with_key(ring, 1, 2))
    assert result.stdout.splitlines()[-1] == "signatures: needed 2, there 2"
    assert len(Patch.read(path.read_bytes()).signatures) == 2


def test_what_is_nothing_to_sign_is_said(tmp_path: Path, project: Path, ring: Path) -> None:
    (tmp_path / "notes.txt").write_text("", encoding="utf-8")
    result = command(project, "keys", "sign", str(tmp_path / "notes.txt"), *with_key(ring, 1))
    assert (result.exit_code, "error[no-target]" in result.output) == (2, True)


def test_without_the_library_one_sentence_says_what_to_install(
    tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "north.zip"
    path.write_bytes(zips.write(bundle()))
    monkeypatch.setattr("gollanma.bundle.ed25519.find_spec", lambda _: None)
    result = command(project, "verify", str(path))
    assert result.exit_code == 3
    assert 'pip install "gollanma[bundle]"' in result.output

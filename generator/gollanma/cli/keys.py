"""`gollanma keys`: who may sign copies, and the signatures of several people at several places."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from gollanma.bundle import disk
from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys import Ring, Root, Signed, files, store, words
from gollanma.bundle.keys.root import ROLES, ROOT
from gollanma.bundle.lists import hashed
from gollanma.bundle.signing import (
    Target,
    put,
    read_signature,
    sign,
    signature_place,
    target_of,
    with_signatures,
)
from gollanma.cli import passphrases
from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.refusing import refusing
from gollanma.cli.roots import root
from gollanma.languages import Language
from gollanma.report import dump


@click.group()
def keys() -> None:
    """Make keys, say whose count, and sign with them."""


keys.add_command(root)


@keys.command("new")
@click.argument("path", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--office", required=True, help="The office that holds the key, as people read it.")
@passphrases.option
@at_desk
@refusing
def new_key(desk: Desk, path: Path, office: str, passphrase_file: Path | None) -> None:
    """Make a key: FILE is the private one, locked by a passphrase, FILE.pub the public one.

    The private key stays with its holder, on a stick of its own, never in the folder of a project.
    """
    if files.is_published(path):  # before anybody is asked for a passphrase
        raise BundleError("inside", path.name)
    key = files.write_new(path, office, passphrases.new(desk, path, passphrase_file))
    names = {"path": path.name, "public": f"{path.name}.pub"}
    click.echo(desk.language.say("cli.keys.made", key=key.keyid, name=key.name, **names))


@keys.command("list")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="For whom."
)
@at_desk
@refusing
def list_keys(desk: Desk, form: str) -> None:
    """List the roots of the project: whose keys count, for what, and how many of them it takes."""
    found = store.read(desk.root)
    if form == "json":
        click.echo(dump({"schema_version": 1, "roots": list(_rows(found))}), nl=False)
        return
    if found.trust is None and found.pending is None:
        click.echo(desk.language.say("cli.keys.none"))
    for line in _listed(found, desk.language):
        click.echo(line)


@keys.command("words")
@click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))
@at_desk
@refusing
def say_words(desk: Desk, path: Path | None) -> None:
    """Give the twelve words of a root, to be read out over a telephone.

    Of the root or copy at PATH, else of the newest root of the project.
    """
    number, fingerprint = _fingerprint(desk, path)
    spoken = words.in_words(fingerprint)
    lines = [spoken[at : at + words.GROUP] for at in range(0, len(spoken), words.GROUP)]
    click.echo(desk.language.say("cli.keys.words-of", number=number))
    for line in lines:
        click.echo(f"  {' '.join(line)}")


@keys.command("sign")
@click.argument(
    "paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
@click.option(
    "--key",
    "private",
    multiple=True,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The file of a private key; again for another one.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="Write signatures as files into this folder, to be sent back and put in with `keys add`.",
)
@passphrases.option
@at_desk
@refusing
def sign_with_key(
    desk: Desk,
    paths: tuple[Path, ...],
    private: tuple[Path, ...],
    out: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Sign copies, manifests, patches and roots; each says first what it is.

    A copy is looked at before: if its files are not those of its manifest, it is not signed.
    """
    known = store.read(desk.root).trust
    targets = [target_of(each, known) for each in paths]
    for target in targets:
        for line in _described(target, desk.language):
            click.echo(line)
    ring = Ring.opened(private, passphrases.asking(desk, passphrase_file))
    for target in targets:
        added = sign(target, ring)
        if out is None:
            _put(desk, target, added)
            continue
        for keyid, armour in added.items():
            place = signature_place(target, keyid, out)
            disk.put(place, armour.encode())
            click.echo(desk.language.say("cli.keys.written", key=keyid, path=place.name))


@keys.command("add")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.argument(
    "signatures",
    metavar="SIGNATURE…",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@at_desk
@refusing
def add_signatures(desk: Desk, path: Path, signatures: tuple[Path, ...]) -> None:
    """Put signatures that came back into the copy, patch or root at PATH.

    Each is checked first: that it is over this and of a key that counts.
    """
    target = target_of(path, store.read(desk.root).trust)
    added: dict[str, str] = {}
    for each in signatures:
        added |= read_signature(target, each)
    _put(desk, target, added)


def _described(target: Target, language: Language) -> Iterator[str]:
    """Say what is to be signed, so that nobody signs what they have not seen."""
    key, values = target.facts
    yield language.say("cli.keys.signs", what=language.say(f"cli.keys.{key}", **values))
    if isinstance(target.content, Root):
        signed = Signed(target.message, target.signatures)
        yield from _inside(_row(target.content, signed, pending=False), language)


def _put(desk: Desk, target: Target, added: dict[str, str]) -> None:
    signed = with_signatures(target, added)
    put(signed)
    for keyid in sorted(added):
        click.echo(desk.language.say("cli.keys.put", path=target.path.name, key=keyid))
    for count, enough in signed.enough:
        click.echo(desk.language.say("cli.keys.enough", enough=enough, n=count))


def _fingerprint(desk: Desk, path: Path | None) -> tuple[int, str]:
    if path is None:
        found = store.read(desk.root)
        if found.trust is None and found.waiting is None:
            raise BundleError("no-roots")
        if found.trust is None:
            return 1, hashed(found.waiting.data if found.waiting else b"")
        return found.trust.root.number, found.trust.fingerprints()[-1]
    target = target_of(path)
    if isinstance(target.content, Root):
        return target.content.number, hashed(target.message)
    trust = target.trust
    if trust is None:
        raise BundleError("no-root", path.name)
    return trust.root.number, trust.fingerprints()[-1]


def _rows(found: store.Store) -> Iterator[dict[str, Any]]:
    chain = zip(found.trust.roots, found.trust.chain, strict=True) if found.trust else ()
    for each, signed in chain:
        yield _row(each, signed, pending=False)
    if found.pending is not None and found.waiting is not None:
        yield _row(found.pending, found.waiting, pending=True)


def _row(each: Root, signed: Signed, *, pending: bool) -> dict[str, Any]:
    fingerprint = hashed(signed.data)
    return {
        "number": each.number,
        "pending": pending,
        "made": each.made.isoformat(),
        "expires": each.expires.isoformat(),
        "sha256": fingerprint,
        "words": list(words.in_words(fingerprint)),
        "signatures": sorted(signed.signatures),
        "keys": [
            {
                "key": keyid,
                "name": key.name,
                "public": key.public,
                "roles": [role for role in ROLES if keyid in each.roles[role].keys],
            }
            for keyid, key in sorted(each.keys.items())
        ],
        "thresholds": {role: each.roles[role].threshold for role in ROLES},
        "revoked": [
            {"key": one.key, "since": one.since.isoformat(), "reason": one.reason}
            for one in each.revoked
        ],
    }


def _listed(found: store.Store, language: Language) -> Iterator[str]:
    for row in _rows(found):
        days = {"made": row["made"], "expires": row["expires"]}
        yield language.say("cli.keys.root", number=row["number"], **days)
        yield from _inside(row, language)
        if row["pending"]:
            count, enough = len(row["signatures"]), row["thresholds"][ROOT]
            values = {"number": row["number"], "n": count, "enough": enough}
            yield "  " + language.say("cli.keys.pending", **values)


def _inside(row: Mapping[str, Any], language: Language) -> Iterator[str]:
    """Say whose keys a root lets sign what."""
    yield "  " + language.say("cli.keys.words", words=" ".join(row["words"]))
    for role in ROLES:
        held = ", ".join(each["key"] for each in row["keys"] if role in each["roles"])
        said = language.say(f"cli.keys.role-{role}", n=row["thresholds"][role], keys=held)
        yield f"  {said}"
    for each in row["keys"]:
        yield "  " + language.say("cli.keys.key", key=each["key"], name=each["name"])
    for one in row["revoked"]:
        values = {"key": one["key"], "day": one["since"], "reason": one["reason"]}
        yield "  " + language.say("cli.keys.revoked", **values)

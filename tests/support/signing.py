"""Keys, roots and bundles for tests: of fixed seeds, so that the same test sees the same bytes."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from gollanma.bundle import sshsig
from gollanma.bundle.ed25519 import Private
from gollanma.bundle.keys import (
    Key,
    Revoked,
    Ring,
    Role,
    Root,
    Signed,
    allowed_signers,
    chain_files,
)
from gollanma.bundle.lists import NAME, lists_of
from gollanma.bundle.manifest import Manifest

MADE = date(2026, 11, 22)
REVIEW_BY = date(2027, 5, 22)
EXPIRES = date(2029, 11, 22)
FILES = {
    "assets/copy.js": b"globalThis.gollanmaCopy = {};\n",
    "index.html": b"<!doctype html><title>Home</title>\n" * 30,
    "sop/intake.html": b"<!doctype html><title>Intake</title>\n" * 30,
}


def private(number: int) -> Private:
    """Give the private key of an office."""
    return Private.of(bytes([number]) * 32)


def public(number: int) -> str:
    return sshsig.public_text(private(number).public)


def keyid(number: int) -> str:
    return sshsig.keyid(public(number))


def ring(*numbers: int) -> Ring:
    return Ring(private(each) for each in numbers)


def root(
    number: int = 1,
    keys: Iterable[int] = (1, 2, 3),
    *,
    threshold: int = 2,
    recall: Iterable[int] = (4,),
    revoked: Mapping[int, date] | None = None,
    expires: date = EXPIRES,
) -> Root:
    """Give a root: the same keys sign roots and bundles, another one recalls."""
    trio, recallers = tuple(keys), tuple(recall)
    both = Role(tuple(keyid(each) for each in trio), threshold)
    return Root(
        number=number,
        made=MADE,
        expires=expires,
        keys={keyid(each): Key(public(each), f"Office {each}") for each in (*trio, *recallers)},
        roles={
            "root": both,
            "bundle": both,
            "recall": Role(tuple(keyid(each) for each in recallers), 1),
        },
        revoked=tuple(
            sorted(
                (Revoked(keyid(each), day, "Lost") for each, day in (revoked or {}).items()),
                key=lambda each: each.key,
            )
        ),
    )


def signed(unsigned: Root, *numbers: int, namespace: str = "gollanma-root") -> Signed:
    """Give a root signed by the keys of some offices."""
    data = unsigned.written()
    return Signed(data, ring(*numbers).sign(namespace, data))


def chain() -> tuple[Signed, ...]:
    """Give a chain of one root."""
    return (signed(root(), 1, 2),)


def manifest(files: Mapping[str, bytes] = FILES, issue: int = 1) -> Manifest:
    return Manifest.of(
        files,
        bundle="north",
        form="folder",
        languages=("tk", "ru"),
        profile="service",
        made=MADE,
        review_by=REVIEW_BY,
        generator="gollanma 0.1.0",
        issue=issue,
    )


def bundle(
    listed: Manifest | None = None,
    files: Mapping[str, bytes] = FILES,
    roots: Iterable[Signed] | None = None,
    signing: Iterable[int] = (1, 2),
    *,
    namespace: str = "gollanma-bundle",
) -> dict[str, bytes]:
    """Give all files of a bundle; what is not given is as it should be."""
    known = tuple(chain() if roots is None else roots)
    whole = dict(files)
    if known:
        whole["allowed-signers.txt"] = allowed_signers(Root.read(known[-1].data, "root"))
    if listed is None:
        whole |= lists_of(whole)
        listed = manifest(whole)
    data = listed.written()
    signatures = ring(*signing).sign(namespace, data)
    return {
        **whole,
        NAME: data,
        **{f"signatures/{each}.sig": armour.encode() for each, armour in signatures.items()},
        **chain_files(known),
    }


def rehashed(of: Manifest, **changes: object) -> Manifest:
    """Give a manifest with some fields changed, whether they agree or not."""
    return replace(of, **changes)  # type: ignore[arg-type]

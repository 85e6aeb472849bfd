"""What people sign, each with a key of their own and perhaps far from one another.

A signature is a small file: it is made where the key is, travels back, and is put in there. What is
signed is looked at first: a copy whose files are not those of its manifest is signed by nobody.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from gollanma.bundle import disk, sshsig, trailer, zips
from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys.chain import ROOT, ROOT_SIGNATURE, armour_of
from gollanma.bundle.keys.ring import Ring
from gollanma.bundle.keys.root import Root
from gollanma.bundle.keys.trust import (
    BUNDLE_SPACE,
    PATCH_SPACE,
    ROLE_OF,
    ROOT_SPACE,
    Trust,
    signature_path,
    signers,
)
from gollanma.bundle.lists import NAME, ROOTS
from gollanma.bundle.manifest import Manifest
from gollanma.bundle.opened import FOLDER, ZIP, Opened, open_bundle
from gollanma.bundle.patch.form import ENDING, Patch
from gollanma.bundle.verify import faults_of_files
from gollanma.diagnostics import Value

LONGEST = 64 * 1024 * 1024
"""Of a patch or a manifest."""

Content = Opened | Manifest | Patch | Root


@dataclass(frozen=True, slots=True)
class Target:
    """Something that is signed, with the signatures it has."""

    path: Path
    content: Content
    namespace: str
    message: bytes
    """What the signatures are over."""
    judges: tuple[Root, ...]
    """The roots by which signatures count; none where nobody here knows one."""
    signatures: Mapping[str, str]
    """The armour by the key's short name."""

    @property
    def enough(self) -> Iterator[tuple[int, int]]:
        """How many signatures count and how many are needed, by each root that judges."""
        for root in self.judges:
            found = signers(root, self.namespace, self.message, self.signatures)
            yield len(found), root.roles[ROLE_OF[self.namespace]].threshold

    @property
    def trust(self) -> Trust | None:
        """The chain of roots that a copy carries."""
        return self.content.trust if isinstance(self.content, Opened) else None

    @property
    def facts(self) -> tuple[str, Mapping[str, Value]]:
        """What a person should see before signing: the kind, and the values that tell it apart."""
        match self.content:
            case Opened(manifest=manifest):
                return "bundle", {**_of_manifest(manifest), "n": len(self.content.listed)}
            case Manifest() as manifest:
                return "manifest", _of_manifest(manifest)
            case Patch(header=header):
                versions = {"from": header.before.version, "to": header.after.version}
                return "patch", {"bundle": header.bundle, **versions}
            case Root() as root:
                days = {"made": root.made.isoformat(), "expires": root.expires.isoformat()}
                return "root", {"number": root.number, **days}

    def may_sign(self, keyid: str) -> bool:
        """Tell whether a key counts here, or nobody here knows."""
        role = ROLE_OF[self.namespace]
        return not self.judges or any(keyid in root.roles[role].keys for root in self.judges)


def _of_manifest(manifest: Manifest) -> Mapping[str, Value]:
    return {
        "bundle": manifest.bundle,
        "version": manifest.version,
        "made": manifest.made.isoformat(),
    }


def target_of(path: Path, known: Trust | None = None) -> Target:
    """Look at what is to be signed: a copy in any form, its manifest alone, a patch, a root.

    The roots of a copy are its own; of a manifest or a patch, those that are known here. Refuses
    what is not whole with the codes of its reader, all else with `no-target`; raises OSError where
    it cannot be read.
    """
    if path.suffix == ENDING:
        return _patch(path, known)
    if path.name == NAME:
        return _manifest(path, known)
    if ROOT.fullmatch(f"{ROOTS}{path.name}"):
        return _root(path)
    if path.suffix in {".zip", ".html"} or path.is_dir():
        return _bundle(path)
    raise BundleError("no-target", path.name)


def sign(target: Target, ring: Ring) -> dict[str, str]:
    """Give the signatures of some keys; refuses a key that signs nothing of the kind."""
    for keyid in ring.publics:
        if not target.may_sign(keyid):
            raise BundleError("no-role", keyid)
    return ring.sign(target.namespace, target.message)


def read_signature(target: Target, path: Path) -> dict[str, str]:
    """Read a signature that came back; refuses one that is not over this, or of no key of it."""
    with path.open("rb") as file:
        armour = armour_of(file.read(sshsig.LONGEST + 1))
    public = sshsig.public_in(armour)
    if public is None or not sshsig.check(public, target.namespace, target.message, armour):
        raise BundleError("bad-signature", path.name)
    if not target.may_sign(sshsig.keyid(public)):
        raise BundleError("no-role", sshsig.keyid(public))
    return {sshsig.keyid(public): armour}


def with_signatures(target: Target, added: Mapping[str, str]) -> Target:
    """Give what is signed with more signatures."""
    return replace(target, signatures={**target.signatures, **added})


def put(target: Target) -> None:
    """Write what is signed with its signatures; it is as before or has all of them."""
    match target.content:
        case Root() | Manifest():
            for keyid in sorted(target.signatures):
                place = signature_place(target, keyid)
                place.parent.mkdir(exist_ok=True)
                disk.put(place, target.signatures[keyid].encode())
        case Patch() as patch:
            signatures = tuple(target.signatures[keyid] for keyid in sorted(target.signatures))
            disk.put(target.path, replace(patch, signatures=signatures).written())
        case Opened() as opened:
            _put_into_bundle(target, opened)


def signature_place(target: Target, keyid: str, folder: Path | None = None) -> Path:
    """Give the place of a signature as a file: in a folder that is named, else where it counts."""
    name = f"{target.path.stem}.{keyid}.sig"
    if folder is not None:
        whole = target.path.name if isinstance(target.content, Opened) else target.path.stem
        return folder / f"{whole}.{keyid}.sig"
    if isinstance(target.content, Root):
        return target.path.with_name(name)
    return target.path.parent / signature_path(keyid)


def _put_into_bundle(target: Target, opened: Opened) -> None:
    files = {signature_path(keyid): armour.encode() for keyid, armour in target.signatures.items()}
    if opened.kind == ZIP:
        packed = {path: zips.packed(data) for path, data in files.items()}
        disk.put(target.path, zips.archive({**opened.entries, **packed}))
    elif opened.kind == FOLDER:
        for path, data in sorted(files.items()):
            place = target.path / path
            place.parent.mkdir(exist_ok=True)
            disk.put(place, data)
    else:
        (body,) = opened.files.values()
        chain = opened.trust.chain if opened.trust else ()
        last = trailer.written(opened.manifest_bytes, target.signatures, chain)
        disk.put(target.path, body + last)


def _bundle(path: Path) -> Target:
    opened = open_bundle(path)
    for each in faults_of_files(opened):
        raise BundleError.of(each)
    if opened.trust is None:
        raise BundleError("no-root", path.name)
    judges = (opened.trust.root,)
    return Target(path, opened, BUNDLE_SPACE, opened.manifest_bytes, judges, opened.signatures)


def _manifest(path: Path, known: Trust | None) -> Target:
    data = _read(path)
    judges = (known.root,) if known else ()
    return Target(path, Manifest.read(data), BUNDLE_SPACE, data, judges, {})


def _patch(path: Path, known: Trust | None) -> Target:
    patch = Patch.read(_read(path))
    judges = (known.root,) if known else ()
    signatures = {
        sshsig.keyid(public): armour
        for armour in patch.signatures
        if (public := sshsig.public_in(armour)) is not None
    }
    return Target(path, patch, PATCH_SPACE, patch.signed, judges, signatures)


def _root(path: Path) -> Target:
    data = _read(path)
    root = Root.read(data, path.name)
    before = path.with_name(f"{root.number - 1}.json")
    judges = (Root.read(_read(before), before.name),) if before.is_file() else ()
    return Target(path, root, ROOT_SPACE, data, (*judges, root), dict(_over_root(path)))


def _over_root(path: Path) -> Iterator[tuple[str, str]]:
    for place in sorted(path.parent.glob(f"{path.stem}.*.sig")):
        found = ROOT_SIGNATURE.fullmatch(f"{ROOTS}{place.name}")
        if found is not None:
            yield found["keyid"], armour_of(_read(place))


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise BundleError("too-large", path.name, limit=LONGEST)
    return data

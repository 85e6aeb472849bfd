"""From one version of a bundle to the next: the patch that leads there, and the way along it."""

from collections.abc import Mapping
from datetime import date

from gollanma.bundle import tar, zips
from gollanma.bundle.errors import BundleError, Refusal
from gollanma.bundle.keys import Ring, Trust
from gollanma.bundle.keys.trust import PATCH_SPACE
from gollanma.bundle.manifest import Manifest
from gollanma.bundle.opened import ONEFILE, Opened
from gollanma.bundle.patch.form import NAME, Header, Patch, State, Sum
from gollanma.bundle.patch.making import between, between_files
from gollanma.bundle.patch.operations import carried_out
from gollanma.bundle.sshsig import check
from gollanma.bundle.verify import DEMO, Anchor, verified

STORE = 0


def patch_between(old: Opened, new: Opened, ring: Ring | None = None) -> Patch:
    """Give the patch that leads from one version to a greater one, signed by the keys of a ring.

    Codes `patch-other` and `patch-rollback`, as for whoever applies it.
    """
    before, after = old.manifest, new.manifest
    if _of(after) != _of(before):
        raise BundleError("patch-other", here=before.bundle, there=after.bundle)
    if after.version <= before.version:
        raise BundleError("patch-rollback", here=before.version, there=after.version)
    operations = (
        between(old.data, new.data) if new.kind == ONEFILE else between_files(old.files, new.files)
    )
    header = Header(
        bundle=after.bundle,
        form=after.form,
        languages=after.languages,
        before=State(before.version, Sum.of(whole(old))),
        after=State(after.version, Sum.of(whole(new))),
        operations=Sum.of(operations),
    )
    signatures = ring.sign(PATCH_SPACE, header.written()) if ring else {}
    return Patch.of(header, operations, tuple(signatures.values()))


def renewed(
    installed: Opened, patch: Patch, day: date, *, unsigned_demo: bool = False
) -> tuple[Opened, tuple[Refusal, ...]]:
    """Give the version that a patch leads to, verified, and what is to be noted about it.

    Refuses in the order and by the codes that the package names, then by those of `verify`.
    """
    header = patch.header
    _refuse_other(header, installed.manifest)
    _refuse_unsigned(patch, installed, unsigned_demo=unsigned_demo)
    old = whole(installed)
    if Sum.of(old) != header.before.sum:
        raise BundleError("patch-changed")
    made = carried_out(patch.operations(), old, header.after.sum.size)
    if Sum.of(made) != header.after.sum:
        raise BundleError("patch-result")
    new = _opened(made, installed)
    if new.manifest.version != header.after.version:
        raise BundleError("patch-result")
    notes = verified(new, day, Anchor(previous=installed, unsigned_demo=unsigned_demo))
    return new, notes


def whole(opened: Opened) -> bytes:
    """Give the run of bytes that patches of a bundle work on."""
    return opened.data if opened.kind == ONEFILE else tar.write(opened.files)


def as_file(new: Opened, old: Opened) -> bytes:
    """Give the new version as a file of the old one's form, the same bytes by any program.

    In a zip, an entry of the same content stays packed as it is; every other one is stored.
    """
    if new.kind == ONEFILE:
        return new.data
    same = (path for path in new.files if old.files.get(path) == new.files[path])
    return zips.write(new.files, {path: old.entries[path] for path in same}, STORE)


def _of(manifest: Manifest) -> tuple[str, str, tuple[str, ...]]:
    return manifest.bundle, manifest.form, manifest.languages


def _opened(data: bytes, installed: Opened) -> Opened:
    if installed.kind == ONEFILE:
        return Opened.of_onefile(data)
    return Opened.of_files(tar.read(data), installed.kind)


def _refuse_other(header: Header, here: Manifest) -> None:
    """Refuse a patch that is not for the installed copy."""
    before, after = header.before.version, header.after.version
    if (header.bundle, header.form, header.languages) != _of(here):
        raise BundleError("patch-other", here=here.bundle, there=header.bundle)
    if here.version == after:
        raise BundleError("patch-done", version=after)
    if here.version != before:
        raise BundleError("patch-from", here=here.version, there=before)
    if after < before:
        raise BundleError("patch-rollback", here=before, there=after)


def _refuse_unsigned(patch: Patch, installed: Opened, *, unsigned_demo: bool) -> None:
    """Refuse a patch that too few sign of those whom the installed copy trusts."""
    if installed.trust is None:
        if not unsigned_demo or installed.manifest.profile != DEMO:
            raise BundleError("unsigned", NAME)
        return
    installed.trust.require(PATCH_SPACE, patch.signed, _by_key(patch, installed.trust), NAME)


def _by_key(patch: Patch, trust: Trust) -> Mapping[str, str]:
    """Give the signatures by the short name of the key that made them; others say nothing."""
    return {
        keyid: armour
        for keyid, key in trust.root.keys.items()
        for armour in patch.signatures
        if check(key.public, PATCH_SPACE, patch.signed, armour)
    }

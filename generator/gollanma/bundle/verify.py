"""Is a bundle genuine, whole and newer than the one at hand? Everything that is not is named.

Signatures count by the newest root that follows from one that is trusted: that of the copy at hand,
of the project, or the one whose words a person compared. A root that expired before the bundle was
made vouches for nothing; that it expired since is a note, for clocks of old machines are wrong and
an old handbook is better than none.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from gollanma.bundle import sshsig, tar
from gollanma.bundle.errors import BundleError, Refusal, refusal
from gollanma.bundle.keys.root import BUNDLE, Key
from gollanma.bundle.keys.trust import (
    BUNDLE_SPACE,
    Trust,
    root_path,
    signature_path,
    signers,
)
from gollanma.bundle.lists import NAME, File, hashed
from gollanma.bundle.manifest import Manifest
from gollanma.bundle.opened import Opened, belongs

DEMO = "demo"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is trusted beforehand; at least one of them, else no signature says anything."""

    previous: Opened | None = None
    """The copy at hand, which the bundle is to follow."""
    known: Trust | None = None
    """Roots that are known from elsewhere, such as the project's."""
    fingerprint: str | None = None
    """The SHA-256 of a root of the bundle that a person compared by its words."""
    unsigned_demo: bool = False
    """Whether a demonstration without signatures is fine."""


NOTHING = Anchor()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found about a bundle."""

    opened: Opened
    refusals: tuple[Refusal, ...]
    notes: tuple[Refusal, ...]
    """What a person should know, though nothing is wrong with it."""
    signers: tuple[Key, ...]
    """The keys whose signatures count."""

    @property
    def is_genuine(self) -> bool:
        """Tell whether nothing stands against it."""
        return not self.refusals


def verified(opened: Opened, day: date, anchor: Anchor = NOTHING) -> tuple[Refusal, ...]:
    """Give the notes on a bundle; raises BundleError for the first thing that is wrong with it."""
    verdict = verify(opened, day, anchor)
    for each in verdict.refusals:
        raise BundleError.of(each)
    return verdict.notes


def verify(opened: Opened, day: date, anchor: Anchor = NOTHING) -> Verdict:
    """Judge a bundle on a day."""
    found = [*_signatures(opened, anchor)]
    found += faults_of_files(opened, anchor.previous)
    if anchor.previous is not None:
        found += _order(opened.manifest, anchor.previous.manifest)
    found += _days(opened, day)
    return Verdict(
        opened,
        refusals=tuple(each for each in found if each.code not in NOTES),
        notes=tuple(each for each in found if each.code in NOTES),
        signers=tuple(_counted(opened, anchor)),
    )


NOTES = frozenset(
    {
        "future", "languages", "not-next", "overdue", "replaced", "revoked", "root-expired-since",
        "same", "unsigned-demo",
    }
)  # fmt: skip
"""What is said and does not refuse a bundle."""


def judged_by(opened: Opened, anchor: Anchor) -> Trust | None:
    """Give the trust that judges a bundle: its own, or the known one where that is newer."""
    known = anchor.known
    if opened.trust is None or known is None or len(known.roots) <= len(opened.trust.roots):
        return opened.trust
    return known


def _counted(opened: Opened, anchor: Anchor) -> list[Key]:
    trust = judged_by(opened, anchor)
    if trust is None:
        return []
    found = trust.signers(BUNDLE_SPACE, opened.manifest_bytes, opened.signatures)
    return [trust.root.keys[keyid] for keyid in sorted(found)]


def _signatures(opened: Opened, anchor: Anchor) -> Iterator[Refusal]:
    previous = anchor.previous
    if not opened.signatures:
        is_fine = anchor.unsigned_demo and (previous is None or previous.trust is None)
        is_demo = opened.manifest.profile == DEMO
        yield refusal("unsigned-demo" if is_demo and is_fine else "unsigned", NAME)
        return
    trust = judged_by(opened, anchor)
    if trust is None or opened.trust is None:
        yield refusal("no-root")
        return
    yield from _chain(opened.trust, anchor)
    yield from _each_signature(trust, opened)
    count = len(_counted(opened, anchor))
    enough = trust.root.roles[BUNDLE].threshold
    if count < enough:
        yield refusal("signatures", NAME, n=count, enough=enough)
    if trust.root.expires < opened.manifest.made:
        name = root_path(trust.root.number)
        yield refusal("root-expired", name, day=trust.root.expires.isoformat())


def _chain(trust: Trust, anchor: Anchor) -> Iterator[Refusal]:
    """Yield what keeps the roots of a bundle from following from one that is trusted."""
    prints = trust.fingerprints()
    of_previous = anchor.previous.trust if anchor.previous else None
    trusted = [each for each in (of_previous, anchor.known) if each is not None]
    if not trusted and anchor.fingerprint is None:
        yield refusal("no-anchor")
    if anchor.fingerprint is not None and anchor.fingerprint not in prints:
        yield refusal("other-root", root_path(len(prints)))
    for each in trusted:
        pairs = zip(each.fingerprints(), prints, strict=False)
        forks = (number for number, (ours, theirs) in enumerate(pairs, 1) if ours != theirs)
        yield from (refusal("root-fork", root_path(number)) for number in list(forks)[:1])
    if of_previous is not None and len(of_previous.roots) > len(prints):
        yield refusal("root-old", root_path(len(prints)))


def _each_signature(trust: Trust, opened: Opened) -> Iterator[Refusal]:
    """Yield the signatures that do not count, with the reason."""
    root = trust.root
    counted = signers(root, BUNDLE_SPACE, opened.manifest_bytes, opened.signatures)
    revoked = {each.key for each in root.revoked}
    once = {keyid for each in trust.roots for keyid in each.keys}
    for keyid in sorted(opened.signatures.keys() - counted):
        name = signature_path(keyid)
        if keyid not in root.roles[BUNDLE].keys:
            known = {True: "revoked", False: "replaced"}[keyid in revoked]
            yield refusal(known if keyid in once | revoked else "unknown-key", name)
        elif sshsig.namespace_of(opened.signatures[keyid]) not in {None, BUNDLE_SPACE}:
            yield refusal("namespace", name)
        else:
            yield refusal("bad-signature", name)


def faults_of_files(opened: Opened, previous: Opened | None = None) -> Iterator[Refusal]:
    """Yield the files that are not as the manifest lists them, and those it does not list."""
    listed = {each.path: each for each in opened.listed}
    old = {each.path: each for each in previous.listed} if previous else {}
    lists = [_missing_or_changed(each, opened.files, old) for each in opened.lists]
    if any(lists):
        yield from filter(None, lists)  # what they list is not known
        return
    faults = [
        *(_missing_or_changed(each, opened.files, old) for each in listed.values()),
        *(refusal("extra", path) for path in opened.strays),
        *(
            refusal("extra", path)
            for path in sorted(opened.files)
            if path not in listed and not belongs(path, opened.files)
        ),
    ]
    found = [each for each in faults if each is not None]
    yield from found
    if not found and opened.manifest.content != _content(listed, opened.files):
        yield refusal("content", NAME)


def _missing_or_changed(
    listed: File, files: Mapping[str, bytes], old: Mapping[str, File]
) -> Refusal | None:
    data = files.get(listed.path)
    if data is None:
        return refusal("missing", listed.path)
    digest = hashed(data)
    if digest == listed.sha256 and len(data) == listed.size:
        return None
    if listed.path in old and old[listed.path].sha256 == digest:
        return refusal("mixed", listed.path)
    if len(data) != listed.size:
        return refusal("size", listed.path, size=len(data), expected=listed.size)
    return refusal("changed", listed.path)


def _content(listed: Iterable[str], files: Mapping[str, bytes]) -> str:
    return hashed(tar.write({path: files[path] for path in listed}))


def _order(new: Manifest, old: Manifest) -> Iterator[Refusal]:
    """Yield what keeps a bundle from taking the place of the copy at hand."""
    if (new.bundle, new.form) != (old.bundle, old.form):
        yield refusal("other-bundle", NAME, here=old.bundle, there=new.bundle)
    elif new.languages != old.languages:
        here, there = ", ".join(old.languages), ", ".join(new.languages)
        yield refusal("languages", NAME, here=here, there=there)
    if new.profile == DEMO != old.profile:
        yield refusal("demo", NAME)
    if new.version < old.version:
        yield refusal("rollback", NAME, here=old.version, there=new.version)
    elif new.version == old.version:
        yield refusal("same" if new == old else "same-version", NAME, version=new.version)
    elif new.previous != old.sha256:
        yield refusal("not-next", NAME)


def _days(opened: Opened, day: date) -> Iterator[Refusal]:
    manifest = opened.manifest
    if manifest.made > day:
        yield refusal("future", NAME, made=manifest.made.isoformat(), day=day.isoformat())
    if manifest.review_by < day:
        yield refusal("overdue", NAME, day=manifest.review_by.isoformat())
    root = opened.trust.root if opened.trust else None
    if root is not None and manifest.made <= root.expires < day:
        yield refusal("root-expired-since", root_path(root.number), day=root.expires.isoformat())

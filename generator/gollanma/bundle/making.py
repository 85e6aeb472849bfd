"""Making bundles: one after the other or in two processes, and put in place all together or not."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Self

from gollanma import __version__
from gollanma.bundle import disk
from gollanma.bundle.budget import Weighed, judge_onefiles, judge_weight, weighed
from gollanma.bundle.companions import Called, OneFile, called, onefiles_of, sheet_of
from gollanma.bundle.contents import Contents, Issue, contents_of
from gollanma.bundle.helping import helped, lasting, shared_out
from gollanma.bundle.kept import Kept
from gollanma.bundle.lists import NAME, lists_of
from gollanma.bundle.manifest import Manifest
from gollanma.bundle.onefile import Binder
from gollanma.bundle.shared import Shared
from gollanma.bundle.zips import Stored, archive, packed
from gollanma.diagnostics import Diagnostic
from gollanma.languages import Languages
from gollanma.site.errors import RefusedError, UnwritableError
from gollanma.site.lock import locked

GENERATOR = f"gollanma {__version__}"
LOCK = ".bundles.lock"


@dataclass(frozen=True, slots=True)
class Order:
    """Which bundle is wanted, and in which forms."""

    territory: str | None
    """The key of a territory; absent: the whole library."""
    issue: Issue
    previous: str | None = None
    """The SHA-256 of the manifest of the version before."""
    previous_files: Mapping[str, str] = field(default_factory=dict)
    """The same of the one file of each language that had one."""


@dataclass(frozen=True, slots=True)
class Made:
    """A bundle before it is signed, as it comes from the process that made it."""

    slug: str
    issue: Issue
    manifest: Manifest
    kept: tuple[str, ...]
    """The files that are as all bundles share them."""
    others: Mapping[str, Stored]
    """The other files, as entries of an archive."""
    weight: Weighed
    findings: tuple[Diagnostic, ...]
    called: Called
    onefiles: tuple[OneFile, ...]
    """For telephones, one in each language."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A file that was put in place."""

    path: Path
    size: int
    weight: Weighed
    manifests: tuple[Manifest, ...]
    """Of the archive, then of the files for telephones."""
    others: tuple[Path, ...] = ()
    """The files for telephones and the sheet, beside it."""

    @property
    def version(self) -> int:
        """The version of what was made."""
        return self.manifests[0].version

    @property
    def copies(self) -> Iterator[tuple[Manifest, Path]]:
        """Give each form of the bundle with its manifest: the archive, the files for telephones."""
        return zip(self.manifests, (self.path, *self.others), strict=False)


Sign = Callable[[Manifest], Mapping[str, bytes]]
"""Gives the files that stand beside a manifest: signatures and roots."""


def unsigned(_: Manifest) -> Mapping[str, bytes]:
    """Give no signature."""
    return {}


@dataclass(frozen=True, slots=True)
class Bench:
    """What a process works with: bundles that it made make the next ones quicker, and no other."""

    kept: Kept
    binder: Binder = field(default_factory=Binder)

    @classmethod
    def of(cls, shared: Shared) -> Self:
        """Give a bench on which no bundle was made."""
        return cls(Kept(shared))

    def made(self, order: Order) -> Made:
        """Make one bundle."""
        return made_of(self.kept.shared, self.kept.languages, order, self)


def made_of(shared: Shared, languages: Languages, order: Order, bench: Bench | None = None) -> Made:
    """Make one bundle; the bench of a process serves the next one."""
    kept, binder = (bench.kept, bench.binder) if bench else (None, Binder())
    contents = contents_of(shared, languages, order.territory, order.issue, kept)
    lists = lists_of(contents.files)
    manifest = manifest_of({**contents.files, **lists}, contents, order)
    envelope = {NAME: manifest.written(), **lists}
    entries = {
        **contents.entries,
        **{path: packed(data) for path, data in envelope.items()},
    }
    weight = weighed(tuple(contents.languages), entries)
    budgets = contents.library.project.budgets
    onefiles = tuple(onefiles_of(contents, order.issue, GENERATOR, binder, order.previous_files))
    bodies = {each.lang: each.body for each in onefiles}
    findings = (
        *contents.findings(),
        *judge_weight(contents.slug, weight, budgets),
        *judge_onefiles(contents.slug, bodies, weight, budgets),
    )
    same = tuple(sorted(contents.streams))
    others = {path: entry for path, entry in entries.items() if path not in contents.streams}
    return Made(
        slug=contents.slug,
        issue=order.issue,
        manifest=manifest,
        kept=same,
        others=others,
        weight=weight,
        findings=findings,
        called=called(contents, order.territory),
        onefiles=onefiles,
    )


def manifest_of(files: Mapping[str, bytes], contents: Contents, order: Order) -> Manifest:
    """Give the manifest of a bundle as a folder of these files."""
    issue = order.issue
    return Manifest.of(
        files,
        bundle=contents.slug,
        form="folder",
        languages=tuple(contents.languages),
        profile=issue.profile,
        made=issue.made,
        issue=issue.number,
        review_by=issue.review_by,
        generator=GENERATOR,
        previous=order.previous,
    )


def make(
    shared: Shared, orders: Sequence[Order], out: Path, sign: Sign = unsigned, workers: int = 1
) -> tuple[Finished, ...]:
    """Make bundles and put them into a folder: all of them, or none where one is refused.

    Raises RefusedError with the findings, LockedError, UnwritableError; the files that were there
    stay as they were.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with locked(out / LOCK), ExitStack() as stack:
            return _put(shared, made_by(shared, orders, workers), out, sign, stack)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnwritableError(folder=out.name, reason=reason) from error


def _put(
    shared: Shared,
    every: Iterable[tuple[int, Made]],
    out: Path,
    sign: Sign,
    stack: ExitStack,
) -> tuple[Finished, ...]:
    """Write each bundle beside its place as it comes; let all take their names at the end."""
    findings: dict[int, tuple[Diagnostic, ...]] = {}
    written: dict[int, list[tuple[Path, Path]]] = {}
    finished: dict[int, Finished] = {}
    for number, made in every:
        if made.findings:
            findings[number] = made.findings
        if findings:
            continue
        files = files_of(shared, made, sign)
        for name, data in files.items():
            new = stack.enter_context(disk.beside(out / name))
            disk.write(new, data)
            written.setdefault(number, []).append((new, out / name))
        finished[number] = _finished(
            made, [out / name for name in files], len(next(iter(files.values())))
        )
    if findings:
        raise RefusedError(chain.from_iterable(findings[each] for each in sorted(findings)))
    for number in sorted(written):
        for new, target in written[number]:
            disk.rename(new, target)
    return tuple(finished[each] for each in sorted(finished))


def _finished(made: Made, places: Sequence[Path], size: int) -> Finished:
    """Give what is told of a bundle, without the bundle: many of them would not fit in memory."""
    archive, *others = places
    manifests = (made.manifest, *(each.manifest for each in made.onefiles))
    return Finished(archive, size, made.weight, manifests, tuple(others))


def files_of(shared: Shared, made: Made, sign: Sign) -> Mapping[str, bytes]:
    """Give all that goes on a stick, by name, and the sheet of paper that goes with it."""
    stem = f"handbook-{made.slug}"
    files = {name_of(shared, made): archive_of(shared, made, sign)}
    for each in made.onefiles:
        signed = each.signed(sign(each.manifest), made.issue.roots)
        files[f"{stem}-{each.lang}.html"] = signed
    beside = sign(made.manifest)
    paper = sheet_of(made.called, made.issue, files, beside, shared.languages)
    return {**files, f"sheet-{made.slug}.html": paper}


def archive_of(shared: Shared, made: Made, sign: Sign) -> bytes:
    """Give the archive of a bundle with its signatures."""
    beside = {path: packed(data) for path, data in sign(made.manifest).items()}
    kept = {path: shared.streams[path] for path in made.kept}
    return archive({**kept, **made.others, **beside})


def name_of(shared: Shared, made: Made) -> str:
    """Give what the file of a bundle is called; languages are named where some are left out."""
    held = made.manifest.languages
    named = () if held == shared.whole.project.languages.all else held
    return "-".join(("handbook", made.slug, *named)) + ".zip"


# --- processes


def made_by(shared: Shared, orders: Sequence[Order], workers: int) -> Iterator[tuple[int, Made]]:
    """Yield the bundles with the numbers of their orders, each as soon as it is made."""
    with helped(min(workers, len(orders)) - 1, _begin, shared) as pool, lasting():
        yield from shared_out(pool, orders, Bench.of(shared).made, _made_there)


_BENCHES: list[Bench] = []
"""The bench of a helping process."""


def _begin(shared: Shared) -> None:
    _BENCHES.append(Bench.of(shared))


def _made_there(order: Order) -> Made:
    return _BENCHES[-1].made(order)

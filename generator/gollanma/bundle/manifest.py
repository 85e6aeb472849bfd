"""The manifest: what a bundle is and which files it holds, byte for byte.

It lists every file but itself, the signatures and the roots, which cannot stand in what they sign.
The version is the integer YYYYMMDDNN of the day the bundle was made and the number of its issue on
that day: it rises, a person can read it, and JavaScript can hold it.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from gollanma.bundle import canonical, names, tar
from gollanma.bundle.canonical import HASH, Fields
from gollanma.bundle.errors import BundleError

NAME = "manifest.json"
SIGNATURES = "signatures/"
ROOTS = "root/"
ONE_FILE = "handbook.html"
"""The only file of the one-file form: all its bytes before the last line."""
SCHEMA = 1
ISSUES = 100
MOST_FILES = 20_000
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
PATH = re.compile(r".+", re.DOTALL)
LANGUAGE = re.compile(r"[a-z]{2,3}")
FORM = re.compile(r"folder|onefile")
PROFILE = re.compile(r"demo|service")
SENSITIVITY = re.compile(r"public|staff|restricted")
GENERATOR = re.compile(r"[ -~]{1,60}")
FIELDS = (
    "schema", "bundle", "form", "languages", "profile", "sensitivity", "version", "made",
    "review_by", "previous", "generator", "content", "files",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class File:
    """A file as the manifest lists it."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says of itself; whoever signs it stands for all of it."""

    bundle: str
    """The slug of the territory it is for, or `all`."""
    form: str
    languages: tuple[str, ...]
    profile: str
    sensitivity: str
    version: int
    made: date
    review_by: date
    previous: str | None
    """The SHA-256 of the manifest of the version before; absent in the first one."""
    generator: str
    content: str
    """The SHA-256 of the canonical tar of the listed files."""
    files: tuple[File, ...]

    @classmethod
    def of(  # noqa: PLR0913 - one for each thing it says
        cls,
        files: Mapping[str, bytes],
        *,
        bundle: str,
        form: str,
        languages: tuple[str, ...],
        profile: str,
        made: date,
        review_by: date,
        generator: str,
        issue: int = 1,
        previous: str | None = None,
        sensitivity: str = "public",
    ) -> "Manifest":
        """Make the manifest of some files; those that a manifest does not list are left out."""
        listed = {path: files[path] for path in sorted(files) if is_listed(path)}
        return cls(
            bundle=bundle,
            form=form,
            languages=languages,
            profile=profile,
            sensitivity=sensitivity,
            version=version_of(made, issue),
            made=made,
            review_by=review_by,
            previous=previous,
            generator=generator,
            content=hashed(tar.write(listed)),
            files=tuple(File(path, len(each), hashed(each)) for path, each in listed.items()),
        )

    @classmethod
    def read(cls, data: bytes, name: str = NAME) -> "Manifest":
        """Read the bytes of a manifest; refuses all but the canonical ones.

        Codes: `too-large`, `json`, `canonical`, `newer`, `field` with its place, `version` where
        the version is not of the day `made`, `path` of a file that may not be called so.
        """
        found = canonical.fields(data, name, SCHEMA)
        found.only(*FIELDS)
        manifest = cls(
            bundle=found.text("bundle", SLUG),
            form=found.text("form", FORM),
            languages=found.texts("languages", LANGUAGE),
            profile=found.text("profile", PROFILE),
            sensitivity=found.text("sensitivity", SENSITIVITY),
            version=found.integer("version", 1),
            made=found.day("made"),
            review_by=found.day("review_by"),
            previous=found.optional("previous", lambda key: found.text(key, HASH)),
            generator=found.text("generator", GENERATOR),
            content=found.text("content", HASH),
            files=tuple(_file(each) for each in found.rows("files")),
        )
        _agrees(manifest, found)
        return manifest

    def written(self) -> bytes:
        """Give the canonical bytes, which are what is signed."""
        return canonical.written(
            {
                "schema": SCHEMA,
                **asdict(self),
                "made": self.made.isoformat(),
                "review_by": self.review_by.isoformat(),
            }
        )

    @property
    def sha256(self) -> str:
        """The hash by which the next version names this one."""
        return hashed(self.written())


def is_listed(path: str) -> bool:
    """Tell whether a manifest lists a file of this path."""
    return path != NAME and not path.startswith((SIGNATURES, ROOTS))


def version_of(day: date, issue: int = 1) -> int:
    """Give the version of an issue of a day, the first one being 1; at most 99 a day."""
    if not 0 < issue < ISSUES:
        raise ValueError(f"the issues of a day are numbered from 1 to {ISSUES - 1}, not {issue}")
    return int(f"{day:%Y%m%d}") * ISSUES + issue


def hashed(data: bytes) -> str:
    """Give the SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _file(row: Fields) -> File:
    row.only("path", "size", "sha256")
    return File(row.text("path", PATH), row.integer("size"), row.text("sha256", HASH))


def _agrees(manifest: Manifest, found: Fields) -> None:
    """Refuse a manifest whose fields contradict each other."""
    issue = manifest.version % ISSUES
    if not issue or manifest.version != version_of(manifest.made, issue):
        raise BundleError("version", found.name, version=manifest.version)
    if manifest.review_by < manifest.made:
        raise found.refused("review_by")
    if not manifest.languages:
        raise found.refused("languages")
    _refuse_paths(manifest, found)


def _refuse_paths(manifest: Manifest, found: Fields) -> None:
    paths = [each.path for each in manifest.files]
    if not paths or len(paths) > MOST_FILES or paths != sorted(paths):
        raise found.refused("files")
    if manifest.form == "onefile" and paths != [ONE_FILE]:
        raise found.refused("files")
    for path in paths:
        fault = names.check(path)
        if fault is not None:
            raise BundleError(fault, path)
        if not is_listed(path):
            raise found.refused("files")
    for fault, path in names.clashes(paths):
        raise BundleError(fault, path)

"""The manifest: what a bundle is and which files it holds, byte for byte.

It lists every file but itself, the signatures and the roots, which cannot stand in what they sign:
a few by itself, many by lists that it names (`bundle/lists.py`; its schema is 2 then).
The version is the integer YYYYMMDDNN of the day the bundle was made and the number of its issue on
that day: it rises, a person can read it, and JavaScript can hold it.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from gollanma.bundle import canonical, lists, tar
from gollanma.bundle.canonical import HASH, Fields
from gollanma.bundle.errors import BundleError
from gollanma.bundle.lists import NAME, File, hashed, is_listed

ONE_FILE = "handbook.html"
"""The only file of the one-file form: all its bytes before the last line."""
PLAIN, WITH_LISTS = 1, 2
"""How a manifest is written: it names all files, or lists of them too."""
ISSUES = 100
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
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
    """The SHA-256 of the canonical tar of the listed files, and of the lists."""
    files: tuple[File, ...]
    """Those that it names itself; `every` gives those of its lists too."""

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
        """Make the manifest of some files; those that a manifest does not list are left out.

        A list among the files stands for those that it names.
        """
        listed = {path: files[path] for path in sorted(files) if is_listed(path)}
        apart = {
            each.path
            for path in filter(lists.is_list, listed)
            for each in lists.read(listed[path], path)
        }
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
            files=tuple(File.of(path, each) for path, each in listed.items() if path not in apart),
        )

    @classmethod
    def read(cls, data: bytes, name: str = NAME) -> "Manifest":
        """Read the bytes of a manifest; refuses all but the canonical ones.

        Codes: `too-large`, `json`, `canonical`, `newer`, `field` with its place, `version` where
        the version is not of the day `made`, `path` of a file that may not be called so.
        """
        found = canonical.fields(data, name, WITH_LISTS)
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
            files=tuple(map(File.read, found.rows("files"))),
        )
        _agrees(manifest, found)
        return manifest

    def written(self) -> bytes:
        """Give the canonical bytes, which are what is signed."""
        return canonical.written(
            {
                "schema": self.schema,
                **asdict(self),
                "made": self.made.isoformat(),
                "review_by": self.review_by.isoformat(),
            }
        )

    @property
    def schema(self) -> int:
        """How it is written."""
        return WITH_LISTS if any(each.is_list for each in self.files) else PLAIN

    def every(self, files: Mapping[str, bytes]) -> tuple[File, ...]:
        """Give all files that it lists, by itself and by the lists among `files`.

        Refuses as `lists.every`: lists that are other ones than it means say nothing.
        """
        return lists.every(self.files, files)

    @property
    def sha256(self) -> str:
        """The hash by which the next version names this one."""
        return hashed(self.written())


def version_of(day: date, issue: int = 1) -> int:
    """Give the version of an issue of a day, the first one being 1; at most 99 a day."""
    if not 0 < issue < ISSUES:
        raise ValueError(f"the issues of a day are numbered from 1 to {ISSUES - 1}, not {issue}")
    return int(f"{day:%Y%m%d}") * ISSUES + issue


def _agrees(manifest: Manifest, found: Fields) -> None:
    """Refuse a manifest whose fields contradict each other."""
    issue = manifest.version % ISSUES
    if not issue or manifest.version != version_of(manifest.made, issue):
        raise BundleError("version", found.name, version=manifest.version)
    if manifest.review_by < manifest.made:
        raise found.refused("review_by")
    if not manifest.languages:
        raise found.refused("languages")
    paths = [each.path for each in manifest.files]
    if not lists.are_in_order(manifest.files) or not all(map(is_listed, paths)):
        raise found.refused("files")
    if manifest.form == "onefile" and paths != [ONE_FILE]:
        raise found.refused("files")
    if found.integer("schema") != manifest.schema:
        raise found.refused("schema")
    lists.refuse_paths(paths)

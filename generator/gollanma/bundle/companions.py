"""What goes with a bundle's archive: a file for telephones in each language, and the sheet."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gollanma.bundle import trailer
from gollanma.bundle.contents import Contents, Issue
from gollanma.bundle.keys import Signed, Trust
from gollanma.bundle.keys.chain import armour_of
from gollanma.bundle.keys.words import in_words
from gollanma.bundle.lists import SIGNATURES
from gollanma.bundle.manifest import ONE_FILE, Manifest
from gollanma.bundle.onefile import FORM, Binder, onefile
from gollanma.bundle.sheet import Facts, OnStick, sheet
from gollanma.languages import Languages
from gollanma.model import Profile

ENDING = ".sig"


@dataclass(frozen=True, slots=True)
class OneFile:
    """A bundle as one file in one language, before it is signed."""

    lang: str
    body: bytes
    manifest: Manifest

    def signed(self, beside: Mapping[str, bytes], chain: Sequence[Signed]) -> bytes:
        """Give the whole file; `beside` are the signatures as they lie beside a manifest."""
        signatures = {
            path.removeprefix(SIGNATURES).removesuffix(ENDING): armour_of(data)
            for path, data in beside.items()
            if path.startswith(SIGNATURES)
        }
        return self.body + trailer.written(self.manifest.written(), signatures, chain)


def onefiles_of(
    contents: Contents,
    issue: Issue,
    generator: str,
    binder: Binder,
    previous: Mapping[str, str] | None = None,
) -> Iterator[OneFile]:
    """Yield the one file of each language of a bundle.

    `previous` gives the SHA-256 of the manifest of the version before, by language.
    """
    for lang in contents.languages:
        body = onefile(contents, lang, binder)
        manifest = Manifest.of(
            {ONE_FILE: body},
            bundle=contents.slug,
            form=FORM,
            languages=(lang,),
            profile=issue.profile,
            made=issue.made,
            issue=issue.number,
            review_by=issue.review_by,
            generator=generator,
            previous=(previous or {}).get(lang),
        )
        yield OneFile(lang, body, manifest)


@dataclass(frozen=True, slots=True)
class Called:
    """What a handbook is called, and whose it is."""

    site: str
    names: Mapping[str, str]
    """Of the territory, or of the whole country, per language."""


def sheet_of(
    called: Called,
    issue: Issue,
    files: Mapping[str, bytes],
    beside: Mapping[str, bytes],
    languages: Languages,
) -> bytes:
    """Give the sheet that goes with some files of an issue, by their names on the stick.

    `beside` are the signatures of the archive.
    """
    signers = sorted(
        path.removeprefix(SIGNATURES).removesuffix(ENDING)
        for path in beside
        if path.startswith(SIGNATURES)
    )
    trusted = Trust.following(issue.roots).fingerprints() if issue.roots else ()
    facts = Facts(
        site=called.site,
        names=called.names,
        version=issue.version,
        made=issue.made,
        review_by=issue.review_by,
        is_demo=issue.profile == Profile.DEMO.value,
        files=tuple(
            OnStick(name, hashlib.sha256(data).hexdigest()) for name, data in files.items()
        ),
        words=in_words(trusted[-1]) if trusted else (),
        signers=tuple(signers),
    )
    return sheet(facts, languages)


def called(contents: Contents, key: str | None) -> Called:
    """Give what a bundle is called: by a territory, by its key, or by the whole country."""
    record = contents.library.records[key] if key else None
    first = contents.languages.default.code
    names = {
        code: record.name.get(code) or next(iter(record.name.values()))
        if record and record.name
        else each.say("sheet.whole")
        for code, each in contents.languages.items()
    }
    return Called(contents.content.settings.names[first], names)

"""`gollanma verify`: whether a copy that was handed over is genuine, whole and newer."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from gollanma.bundle.errors import BundleError, Refusal
from gollanma.bundle.keys import store, words
from gollanma.bundle.keys.trust import Trust
from gollanma.bundle.opened import Opened, open_bundle
from gollanma.bundle.verify import DEMO, Anchor, Verdict
from gollanma.bundle.verify import verify as judge
from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.cli.refusing import refusing, row, said
from gollanma.languages import Language
from gollanma.report import dump

MOST = 20
"""Refusals that are shown as text; JSON has all."""


@click.command()
@click.argument("path", metavar="BUNDLE", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--previous",
    type=click.Path(exists=True, path_type=Path),
    help="The copy at hand, which this one is to follow.",
)
@click.option("--root-words", help="The twelve words of a root, as somebody read them out.")
@click.option("--unsigned-demo", is_flag=True, help="Accept a demonstration that nobody signed.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="For whom."
)
@at_desk
@refusing
def verify(  # noqa: PLR0913 - one for each option
    desk: Desk,
    path: Path,
    previous: Path | None,
    root_words: str | None,
    form: str,
    *,
    unsigned_demo: bool,
) -> None:
    """Check BUNDLE: an archive, the folder unpacked from it, or a one-file handbook.

    Trusted is the copy given with --previous, the words given with --root-words, and the roots of
    the project in the folder of -C. Nothing is unpacked, nothing is written.
    """
    spoken = words.heard(root_words) if root_words is not None else None
    known = store.read(desk.root).trust
    at_hand = open_bundle(previous, only_listed=True) if previous else None
    verdict: Verdict | Refusal
    try:
        opened = open_bundle(path)
        anchor = Anchor(at_hand, known, _meant(opened, spoken), unsigned_demo=unsigned_demo)
        verdict = judge(opened, desk.today, anchor)
    except BundleError as error:
        verdict = error.refusal
    if form == "json":
        click.echo(dump(_body(path, verdict, desk.language)), nl=False)
    else:
        for line in _lines(path, verdict, desk.language):
            click.echo(line)
    if isinstance(verdict, Refusal) or not verdict.is_genuine:
        raise click.exceptions.Exit(Exit.INTEGRITY)


def _meant(opened: Opened, spoken: tuple[str, ...] | None) -> str | None:
    """Give the fingerprint of the bundle that the words are of; one of nothing where none is."""
    if spoken is None:
        return None
    prints = opened.trust.fingerprints() if opened.trust else ()
    return next((each for each in prints if words.in_words(each) == spoken), "")


def _lines(path: Path, verdict: Verdict | Refusal, language: Language) -> Iterator[str]:
    refusals = (verdict,) if isinstance(verdict, Refusal) else verdict.refusals
    yield language.say(f"cli.verify.{_outcome(verdict)}", name=path.name)
    for each in refusals[:MOST]:
        yield from said(each, language)
    if refusals[MOST:]:
        yield language.say("cli.verify.more", n=len(refusals) - MOST)
    if isinstance(verdict, Verdict):
        yield from _about(verdict, language)


def _about(verdict: Verdict, language: Language) -> Iterator[str]:
    for each in verdict.notes:
        yield from said(each, language, "noted")
    manifest, trust = verdict.opened.manifest, verdict.opened.trust
    form = language.say(f"cli.verify.{verdict.opened.kind}")
    languages = ", ".join(manifest.languages)
    yield language.say("cli.verify.bundle", bundle=manifest.bundle, form=form, languages=languages)
    days = {"made": manifest.made.isoformat(), "review_by": manifest.review_by.isoformat()}
    yield language.say("cli.verify.version", version=manifest.version, **days)
    if manifest.profile == DEMO:
        yield language.say("cli.verify.demo")
    if verdict.is_genuine:
        yield language.say("cli.verify.files", n=len(manifest.files))
    for key in verdict.signers:
        yield language.say("cli.verify.signer", key=key.keyid, name=key.name)
    if trust is not None:
        yield root_words_line(trust, language)


def root_words_line(trust: Trust, language: Language) -> str:
    """Give the words of the newest root, to be compared over a telephone."""
    spoken = " ".join(words.in_words(trust.fingerprints()[-1]))
    return language.say("cli.verify.words", number=trust.root.number, words=spoken)


def _outcome(verdict: Verdict | Refusal) -> str:
    if isinstance(verdict, Refusal) or not verdict.is_genuine:
        return "refused"
    return "genuine" if verdict.signers else "unsigned"


def _body(path: Path, verdict: Verdict | Refusal, language: Language) -> dict[str, Any]:
    head = {"schema_version": 1, "name": path.name, "verdict": _outcome(verdict)}
    if isinstance(verdict, Refusal):
        empty: dict[str, Any] = {"bundle": None, "signers": [], "root": None, "notes": []}
        return {**head, **empty, "refusals": [row(verdict, language, "refused")]}
    return {
        **head,
        "bundle": _bundle(verdict.opened),
        "signers": [{"key": each.keyid, "name": each.name} for each in verdict.signers],
        "root": _root(verdict.opened.trust),
        "refusals": [row(each, language, "refused") for each in verdict.refusals],
        "notes": [row(each, language, "noted") for each in verdict.notes],
    }


def _bundle(opened: Opened) -> dict[str, Any]:
    manifest = opened.manifest
    return {
        "for": manifest.bundle,
        "form": opened.kind,
        "languages": list(manifest.languages),
        "profile": manifest.profile,
        "sensitivity": manifest.sensitivity,
        "version": manifest.version,
        "made": manifest.made.isoformat(),
        "review_by": manifest.review_by.isoformat(),
        "generator": manifest.generator,
        "manifest": manifest.sha256,
        "previous": manifest.previous,
        "files": len(manifest.files),
    }


def _root(trust: Trust | None) -> dict[str, Any] | None:
    if trust is None:
        return None
    newest = trust.fingerprints()[-1]
    return {
        "number": trust.root.number,
        "expires": trust.root.expires.isoformat(),
        "sha256": newest,
        "words": list(words.in_words(newest)),
    }

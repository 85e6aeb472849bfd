"""What a new copy follows: `--since` of `gollanma bundle`, and the patch from there."""

from pathlib import Path

import click

from gollanma.bundle.keys import Ring
from gollanma.bundle.manifest import Manifest
from gollanma.bundle.opened import open_bundle
from gollanma.bundle.patch.places import Before, write_patch
from gollanma.cli.desk import Desk
from gollanma.cli.patch import said


def copies(desk: Desk, since: Path | None, out: Path) -> Before:
    """Give the copies that new ones follow; end the command where those would replace them."""
    if since is None:
        return Before()
    before = Before.at(since)
    for _, path in before.copies:
        if path.resolve().parent == out.resolve():
            raise click.UsageError(desk.language.say("cli.patch.replaced", copy=path.name))
    return before


def patched(desk: Desk, before: Before, manifest: Manifest, new: Path, ring: Ring | None) -> str:
    """Make the patch to a new copy, and give the line that says so, or why there is none."""
    found = before.of(manifest.bundle, manifest.form, manifest.languages)
    if found is None:
        return f"{desk.language.say('cli.patch.nothing', copy=new.name)}\n"
    if open_bundle(found[1], only_listed=True).signatures and ring is None:
        return f"{desk.language.say('cli.patch.sign-first', copy=new.name)}\n"
    return said(desk, *write_patch(found[1], new, new.parent, ring))

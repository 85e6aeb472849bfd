"""`gollanma bundle`: the handbook of a territory as a folder on a stick."""

import calendar
import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import click

from gollanma.bundle.browser import MissingLibraryScriptError
from gollanma.bundle.contents import Issue, slug_of
from gollanma.bundle.keys import Ring, Signed, chain_files, store
from gollanma.bundle.keys.trust import BUNDLE_SPACE, signature_path
from gollanma.bundle.making import Finished, Order, make
from gollanma.bundle.manifest import Manifest
from gollanma.bundle.patch.places import Before
from gollanma.bundle.shared import shared_of
from gollanma.cli import following, passphrases
from gollanma.cli.build import show_refusal
from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.cli.refusing import refusing
from gollanma.memory.day import VARIABLE
from gollanma.model import Library, Profile
from gollanma.model.kinds import Territory
from gollanma.site import RefusedError, SiteError, in_words
from gollanma.site.content import judge, public_of
from gollanma.site.errors import refuse

OUT = "dist"
HOLDS_MONTHS = 6
"""A copy is to be renewed after so long, unless another day is given."""
ISSUES = 99
PROCESSES = 2


class ByLevel(click.Command):
    """Takes `--<level> SLUG` for each level of the project: what a country calls its parts."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let options that are not ours stay: the command reads them when it knows the levels."""
        ctx.ignore_unknown_options = True
        ctx.allow_extra_args = True
        return super().parse_args(ctx, args)


@click.command(cls=ByLevel)
@click.option(
    "--territory", "slug", metavar="SLUG", help="Cut to this territory; its level's name does too."
)
@click.option(
    "--all", "is_all", is_flag=True, help="Make one for each territory of the lowest level."
)
@click.option("--whole", is_flag=True, help="Leave no territory out.")
@click.option("--languages", metavar="CODES", help="Hold these languages, with commas between.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Put bundles here instead of in the folder `dist`.",
)
@click.option(
    "--issue", type=click.IntRange(1, ISSUES), default=1, help="Number of the issue on its day."
)
@click.option(
    "--review-by",
    type=click.DateTime(["%Y-%m-%d"]),
    help="To be renewed by this day; else in six months.",
)
@click.option(
    "--profile",
    type=click.Choice([str(each) for each in Profile]),
    help="Build for showing or for work, whatever gollanma.yml says.",
)
@click.option(
    "--workers",
    type=click.IntRange(1, PROCESSES),
    default=PROCESSES,
    help="Work in so many processes.",
)
@click.option(
    "--since",
    type=click.Path(exists=True, path_type=Path),
    help="Follow this copy, or those in this folder, and make the patches from them.",
)
@click.option(
    "--key",
    "private",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Sign with this private key; again for another one. Others sign with `keys sign`.",
)
@passphrases.option
@at_desk
@refusing
def bundle(  # noqa: PLR0913 - one for each option
    desk: Desk,
    slug: str | None,
    *,
    is_all: bool,
    whole: bool,
    languages: str | None,
    out: Path | None,
    issue: int,
    review_by: date | None,
    profile: str | None,
    workers: int,
    since: Path | None,
    private: tuple[Path, ...],
    passphrase_file: Path | None,
) -> None:
    """Make the handbook of a territory as a zip folder that works without internet."""
    _want_day()
    library = desk.library
    wanted = _wanted(library, slug, is_all=is_all, whole=whole)
    codes = _codes(library, languages)
    ends = _day(review_by) or after_months(desk.today, HOLDS_MONTHS)
    trust = store.read(desk.root).trust
    roots = trust.chain if trust else ()
    folder = out or desk.root / OUT
    before = following.copies(desk, since, folder)
    ring = Ring.opened(private, passphrases.asking(desk, passphrase_file)) if private else None
    try:
        judged = judge(desk.root, desk.today, Profile(profile) if profile else None)
        public = public_of(judged)
        refuse(public.findings)
        used = judged.library.project.profile
        each = Issue(desk.today, ends, issue, used.value, roots)
        shared = shared_of(desk.root, public, judged.languages, codes, workers)
        held = tuple(code for code in library.project.languages.all if code in codes)
        orders = [_order(before, territory, each, held) for territory in wanted]
        finished = make(shared, orders, folder, partial(beside, roots, ring), workers)
    except MissingLibraryScriptError:
        click.echo(desk.language.say("copies.no-library"), err=True)
        raise click.exceptions.Exit(Exit.ENVIRONMENT) from None
    except RefusedError as error:
        show_refusal(desk, error)
        raise click.exceptions.Exit(Exit.FINDINGS) from None
    except SiteError as error:
        click.echo(in_words(error, desk.language), err=True)
        raise click.exceptions.Exit(error.exit_code) from None
    for one in finished:
        click.echo(_said(desk, one))
        for beside_it in one.others:
            click.echo(desk.language.say("cli.bundle.beside", file=beside_it.name))
        if since is not None:
            for manifest, path in one.copies:
                click.echo(following.patched(desk, before, manifest, path, ring), nl=False)


def _order(
    before: Before, territory: str | None, issue: Issue, languages: tuple[str, ...]
) -> Order:
    """Give the order for a bundle that follows what was handed out before."""
    named = slug_of(territory), languages
    return Order(territory, issue, before.previous(*named), before.previous_files(*named))


def beside(roots: Sequence[Signed], ring: Ring | None, manifest: Manifest) -> Mapping[str, bytes]:
    """Give the roots that a copy carries, and the signatures of those who sign it at once."""
    signatures = ring.sign(BUNDLE_SPACE, manifest.written()) if ring else {}
    signed = {signature_path(keyid): armour.encode() for keyid, armour in signatures.items()}
    return {**chain_files(roots), **signed}


def _want_day() -> None:
    """Refuse to take the clock's day: two machines would make two bundles of one version."""
    if click.get_current_context().params.get("today") is None and VARIABLE not in os.environ:
        raise click.UsageError(f"say the day of the bundle: --today YYYY-MM-DD, or {VARIABLE}")


def _wanted(
    library: Library, slug: str | None, *, is_all: bool, whole: bool
) -> Sequence[str | None]:
    """Give the keys of the territories that are wanted; None stands for the whole library."""
    asked = [slug] if slug else []
    level = None
    extra = [part for each in click.get_current_context().args for part in each.split("=", 1)]
    levels = [each.id for each in library.project.territory_levels]
    while extra:
        name = extra.pop(0)
        level = name.removeprefix("--")
        if not name.startswith("--") or level not in levels or not extra:
            raise click.UsageError(f"no such option: {name}")
        asked.append(extra.pop(0))
    if len(asked) + is_all + whole != 1:
        raise click.UsageError("say one territory with --territory, or --all, or --whole")
    if whole:
        return [None]
    if is_all:
        places = lowest(library)
        if not places:
            raise click.UsageError("no territory is described yet; say --whole")
        return places
    return [_territory(library, asked[0], level)]


def _territory(library: Library, slug: str, level: str | None) -> str:
    key = f"{Territory.kind}/{slug.removeprefix(f'{Territory.kind}/')}"
    record = library.records.get(key)
    if not isinstance(record, Territory) or (level and record.level != level):
        called = level or Territory.kind
        names = [
            key.partition("/")[2]
            for key, each in library.keyed(Territory)
            if level in {None, each.level}
        ]
        raise click.UsageError(f"no {called} is called `{slug}`; there are: {', '.join(names)}")
    return key


def lowest(library: Library) -> Sequence[str]:
    """Give the keys of the territories of the lowest level that has any."""
    for level in reversed(library.project.territory_levels):
        keys = [key for key, each in library.keyed(Territory) if each.level == level.id]
        if keys:
            return keys
    return ()


def _codes(library: Library, languages: str | None) -> frozenset[str]:
    known = library.project.languages.all
    codes = [each.strip() for each in languages.split(",")] if languages else list(known)
    for code in codes:
        if code not in known:
            raise click.UsageError(f"no language `{code}`; there are: {', '.join(known)}")
    return frozenset(codes)


def _day(value: date | None) -> date | None:
    return date(value.year, value.month, value.day) if value else None


def after_months(day: date, months: int) -> date:
    """Give the same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _said(desk: Desk, one: Finished) -> str:
    weight = one.weight
    return desk.language.say(
        "cli.bundle.done",
        file=one.path.name,
        n=weight.pages,
        size=round(one.size / 1024),
        version=str(one.version),
    )

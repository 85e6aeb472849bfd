"""`gollanma keys root`: the next root of a project, which then waits for its signatures."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import wraps
from pathlib import Path

import click

from gollanma.bundle import disk
from gollanma.bundle.errors import BundleError
from gollanma.bundle.keys import Key, Revoked, Root, files, store
from gollanma.bundle.keys.ceremony import Change, first, following, lasting
from gollanma.bundle.keys.root import REASON, ROOT
from gollanma.bundle.keys.trust import root_path
from gollanma.bundle.lists import ROOTS
from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.refusing import refusing

PUBLIC = click.Path(exists=True, dir_okay=False, path_type=Path)
DAY = click.DateTime(["%Y-%m-%d"])


@dataclass(frozen=True, slots=True)
class Wish:
    """What the options say that every change of a root has."""

    recall: tuple[Path, ...]
    threshold: int | None
    expires: datetime | None
    add: tuple[Path, ...] = ()

    def change(self) -> Change:
        """Give the change that was wished for."""
        return Change(_keys(self.add), _keys(self.recall), threshold=self.threshold)

    def last_day(self, today: date) -> date:
        """Give the day on which the root is to expire."""
        return self.expires.date() if self.expires else lasting(today)


def wishing(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command its wish from the options that every change of a root has."""

    @click.option(
        "--recall",
        multiple=True,
        type=PUBLIC,
        help="The public key of an office that recalls pages; again for another one.",
    )
    @click.option("--threshold", type=click.IntRange(1), help="So many sign together.")
    @click.option(
        "--expires", type=DAY, help="The last day on which it holds; three years without it."
    )
    @wraps(command)
    def with_wish(
        recall: tuple[Path, ...],
        threshold: int | None,
        expires: datetime | None,
        add: tuple[Path, ...] = (),
        **options: object,
    ) -> None:
        command(wish=Wish(recall, threshold, expires, add), **options)

    return with_wish


def adding(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the option that adds keys."""
    return click.option(
        "--add",
        multiple=True,
        type=PUBLIC,
        help="Let this public key sign roots and copies; again for another one.",
    )(command)


@click.group()
def root() -> None:
    """Say whose keys count; each change is signed by those who counted before, and by the new."""


@root.command("first")
@click.argument("public", metavar="KEY.pub…", nargs=-1, required=True, type=PUBLIC)
@wishing
@at_desk
@refusing
def first_root(desk: Desk, public: tuple[Path, ...], wish: Wish) -> None:
    """Make the first root of these public keys, two of which sign together.

    Without --recall each of them may recall a page, alone.
    """
    found = store.read(desk.root)
    if found.trust is not None:
        raise BundleError("has-roots")
    change = replace(wish, add=public).change()
    _propose(desk, found, first(change, desk.today, wish.last_day(desk.today)))


@root.command("rotate")
@adding
@click.option("--remove", multiple=True, help="Let the key of this short name sign no more.")
@wishing
@at_desk
@refusing
def rotate(desk: Desk, remove: tuple[str, ...], wish: Wish) -> None:
    """Put new keys in the place of old ones with which nothing is wrong."""
    _next(desk, replace(wish.change(), remove=remove), wish)


@root.command("revoke")
@click.argument("key")
@click.option("--reason", required=True, help="Why, as it will stand in every copy.")
@click.option("--since", type=DAY, help="The day on which it was lost; today without it.")
@adding
@wishing
@at_desk
@refusing
def revoke(desk: Desk, key: str, reason: str, since: datetime | None, wish: Wish) -> None:
    """Let the key of this short name never count again: it is lost, or somebody else has it."""
    if not REASON.fullmatch(reason):
        raise BundleError("root-field", place="reason")
    gone = Revoked(key, since.date() if since else desk.today, reason)
    _next(desk, replace(wish.change(), revoke=(gone,)), wish)


@root.command("renew")
@wishing
@at_desk
@refusing
def renew(desk: Desk, wish: Wish) -> None:
    """Let the same keys count for longer."""
    _next(desk, wish.change(), wish)


def _next(desk: Desk, change: Change, wish: Wish) -> None:
    found = store.read(desk.root)
    if found.trust is None:
        raise BundleError("no-roots")
    last_day = wish.last_day(desk.today)
    _propose(desk, found, following(found.trust.root, change, desk.today, last_day))


def _propose(desk: Desk, found: store.Store, proposed: Root) -> None:
    """Write a root that waits for signatures; one that has some is not overwritten."""
    name = root_path(proposed.number)
    if found.waiting is not None and found.waiting.signatures:
        raise BundleError("pending", name)
    place = desk.root / store.FOLDER / name.removeprefix(ROOTS)
    place.parent.mkdir(parents=True, exist_ok=True)
    disk.put(place, proposed.written())
    click.echo(f"{store.FOLDER}/{place.name}")
    enough = proposed.roles[ROOT].threshold
    said = desk.language.say("cli.keys.pending", number=proposed.number, enough=enough, n=0)
    click.echo(said)


def _keys(paths: tuple[Path, ...]) -> tuple[Key, ...]:
    return tuple(files.read_public(each) for each in paths)

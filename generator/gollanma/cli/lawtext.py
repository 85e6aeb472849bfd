"""`gollanma import act` and `export text`: acts in their official form, there and back."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from gollanma.cli.desk import Desk, at_desk, write
from gollanma.cli.exits import Exit
from gollanma.diagnostics import Diagnostic, in_order
from gollanma.exchange.lawtext.files import read_file
from gollanma.exchange.lawtext.importing import import_act, known
from gollanma.exchange.lawtext.judging import judged
from gollanma.exchange.lawtext.onto import import_onto
from gollanma.exchange.lawtext.printing import print_text
from gollanma.exchange.lawtext.recognise import Recognised, is_fine, recognise
from gollanma.exchange.lawtext.summary import summary
from gollanma.exchange.lawtext.written import Imported, made_of
from gollanma.model import Ref, cut
from gollanma.model.kinds import Act
from gollanma.model.places import slug_fault
from gollanma.report import findings_as_text, put_into_words


@click.command("act")
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.option(
    "--also",
    nargs=2,
    multiple=True,
    metavar="LANG FILE",
    help="The same act in another language, laid onto the same ids.",
)
@click.option("--kind", help="The kind of act, where the text does not name it: law, order …")
@click.option("--out", metavar="ACT@EDITION", help="Write this edition: act/care@2030-01-01.")
@click.option(
    "--onto",
    metavar="ACT[@EDITION]",
    help="Put the text in the place of this sample, and carry every reference over.",
)
@click.option("--dry-run", is_flag=True, help="Say all that would be done, and write nothing.")
@at_desk
def import_law(  # noqa: PLR0913 - one argument for each option
    desk: Desk,
    *,
    file: Path,
    also: tuple[tuple[str, str], ...],
    kind: str | None,
    out: str | None,
    onto: str | None,
    dry_run: bool,
) -> None:
    """Read the official text of an act from FILE, written in the language of --lang.

    FILE is plain text, a web page or a Word file. Without --out and --onto nothing is written: what
    was recognised is shown, and what was not.
    """
    if out and onto:
        raise click.UsageError(f"--out | --onto: {desk.language.say('cli.import.two-places')}")
    first = desk.wanted or desk.library.project.languages.default
    given = [(first, file), *((code, Path(name)) for code, name in also)]
    texts = [_recognised(desk, code, path, kind) for code, path in given]
    imported = _imported(desk, texts, out, onto)
    for each in texts:
        _say(summary(each, desk.language))
    _say(_findings(desk, imported.diagnostics))
    _say(_matches(desk, imported))
    _say(_carried(desk, imported))
    _say(_ahead(desk, imported))
    if not is_fine(imported.diagnostics):
        raise click.exceptions.Exit(Exit.FINDINGS)
    if dry_run:
        click.echo(desk.language.say("cli.import.dry-run", n=len(imported.files)))
    else:
        write(desk.root, imported.files, imported.removed)
    _say(sorted(imported.files))
    _say(desk.language.say("cli.import.removed", path=each) for each in imported.removed)


def _recognised(desk: Desk, code: str, path: Path, kind: str | None) -> Recognised:
    """Read one file in one of the project's languages."""
    project = desk.library.project
    if kind and project.act_kind(kind) is None:
        kinds = ", ".join(each.id for each in project.act_kinds)
        raise click.BadParameter(kinds, param_hint="--kind")
    if code not in project.languages.all:
        raise click.BadParameter(", ".join(project.languages.all), param_hint="--lang")
    if not path.is_file():
        raise click.BadParameter(path.as_posix(), param_hint="--also")
    reading = read_file(path.as_posix(), path.read_bytes())
    beside = known(desk.library, code)
    return recognise(reading, desk.languages[code], project, project.act_kind(kind), beside)


def _imported(
    desk: Desk, texts: Sequence[Recognised], out: str | None, onto: str | None
) -> Imported:
    """Give what the import writes, or only what was found where nothing was asked for."""
    if out:
        return import_act(desk.library, desk.languages, texts, _edition_key(out))
    if onto:
        key = _sample_key(desk, onto)
        return judged(desk.graph, import_onto(desk.graph, texts, key, desk.library.pages))
    found = [each for text in texts for each in text.diagnostics]
    if is_fine(found):
        found += made_of(texts, "").diagnostics
    return Imported(in_order(found))


def _edition_key(out: str) -> str:
    """Give the key of an edition that --out names."""
    ref = Ref.parse(out)
    is_edition = ref is not None and ref.kind == Act.kind and ref.at and not ref.fragment
    if ref is None or not is_edition or slug_fault(ref.slug) or slug_fault(ref.at or ""):
        raise click.BadParameter(f"{Act.kind}/slug@2030-01-01", param_hint="--out")
    return str(ref)


def _sample_key(desk: Desk, onto: str) -> str:
    """Give the key of the edition that --onto names, or of the one that counts of its act."""
    ref = Ref.parse(onto)
    is_act = ref is not None and ref.kind == Act.kind and not ref.fragment
    key = desk.library.edition_for(ref) if ref and is_act else None
    if key is None:
        click.echo(desk.language.message("LTX001", "no-edition", {"record": onto}), err=True)
        raise click.exceptions.Exit(Exit.USAGE)
    return key


# --- what is said


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _findings(desk: Desk, found: Sequence[Diagnostic]) -> Iterator[str]:
    reports = [put_into_words(each, desk.language, desk.library) for each in found]
    return findings_as_text(reports, desk.language, desk.library)


def _matches(desk: Desk, imported: Imported) -> Iterator[str]:
    """Yield what became of every id of a sample."""
    for each in imported.concordance.matches if imported.concordance else ():
        key = "cli.import.match" if each.new else "cli.import.no-match"
        yield desk.language.say(key, old=each.old, new=each.new, likeness=each.likeness)


def _carried(desk: Desk, imported: Imported) -> Iterator[str]:
    """Yield every reference that leads to another place now."""
    for each in sorted(imported.carried, key=lambda one: (one.span, one.old)):
        if each.old != each.new:
            values = {"place": str(each.span), "old": each.old, "new": each.new}
            yield desk.language.say("cli.import.carried", **values)


def _ahead(desk: Desk, imported: Imported) -> Iterator[str]:
    """Yield the errors that the next check will find, where it finds none now."""
    if imported.ahead:
        yield desk.language.say("cli.import.ahead", n=len(imported.ahead))
        for each in imported.ahead:
            words = put_into_words(each, desk.language, desk.library)
            yield f"  {each.span}: {each.code} {words.message}"


# --- the other way


@click.command("text")
@click.argument("reference")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write this file.")
@at_desk
def export_text(desk: Desk, reference: str, out: Path | None) -> None:
    """Print an act, or its edition ACT@EDITION, in the official form, in the language of --lang.

    A sample says first and last that it is not official.
    """
    public = cut(desk.library)
    ref = Ref.parse(reference)
    key = (
        public.edition_for(ref)
        if ref and ref.kind == Act.kind and ref.record in public.records
        else None
    )
    if key is None:
        click.echo(desk.language.say("cli.export.not-shown", value=reference), err=True)
        raise click.exceptions.Exit(Exit.USAGE)
    printed = print_text(public, desk.languages, desk.language, key)
    if not printed:
        lang = desk.language.code
        click.echo(desk.language.say("cli.export.no-words", value=key, lang=lang), err=True)
        raise click.exceptions.Exit(Exit.FINDINGS)
    if out is None:
        click.echo(printed, nl=False)
    else:
        out.write_text(printed, encoding="utf-8", newline="\n")

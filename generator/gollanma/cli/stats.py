"""`gollanma stats --bundles`: what the bundles in a folder weigh, and whether that is allowed."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from gollanma.bundle.budget import Part, Weighed, judge_weight, weighed
from gollanma.bundle.errors import BundleError
from gollanma.bundle.opened import Opened, open_bundle
from gollanma.cli.bundle import OUT
from gollanma.cli.desk import Desk, at_desk
from gollanma.cli.exits import Exit
from gollanma.diagnostics import Diagnostic
from gollanma.report import dump, put_into_words

SUFFIX = ".zip"
KIB = 1024


@click.command()
@click.option("--bundles", is_flag=True, required=True, help="Weigh the bundles.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="Weigh those in this folder instead of in `dist`.",
)
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", help="For whom."
)
@at_desk
def stats(desk: Desk, *, bundles: bool, out: Path | None, form: str) -> None:  # noqa: ARG001 - the one thing it counts
    """Say what each bundle weighs, by kind, language and asset; fail above a budget."""
    weights = {path.name: _opened(path) for path in _files(out or desk.root / OUT)}
    if not weights:
        raise click.UsageError("there is no bundle; make one with `gollanma bundle`")
    budgets = desk.library.project.budgets
    found = [
        each
        for name, (_, weight) in weights.items()
        for each in judge_weight(name, weight, budgets)
    ]
    if form == "json":
        click.echo(dump(_body(weights, found)), nl=False)
    else:
        for name, (bundle, weight) in weights.items():
            click.echo("\n".join(_lines(desk, name, bundle, weight)))
    for each in found:
        said = put_into_words(each, desk.language, desk.library)
        click.echo(f"{said.span.path}: {said.message}", err=True)
    if found:
        raise click.exceptions.Exit(Exit.FINDINGS)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []


def _opened(path: Path) -> tuple[Opened, Weighed]:
    try:
        bundle = open_bundle(path)
    except BundleError as error:
        click.echo(f"{path.name}: {error.code} {error.name}".rstrip(), err=True)
        raise click.exceptions.Exit(Exit.INTEGRITY) from None
    return bundle, weighed(bundle.manifest.languages, bundle.entries)


def _lines(desk: Desk, name: str, bundle: Opened, weight: Weighed) -> Iterator[str]:
    say = desk.language.say
    yield say(
        "cli.stats.bundle",
        file=name,
        version=str(bundle.manifest.version),
        n=weight.pages,
        size=round(weight.whole.packed / KIB),
        hundred=round(weight.per_hundred / KIB),
    )
    for heading, parts in (
        ("kinds", weight.kinds),
        ("languages", weight.languages),
        ("assets", weight.assets),
    ):
        yield f"  {say(f'cli.stats.{heading}')}"
        for part, each in sorted(parts.items(), key=lambda row: (-row[1].packed, row[0])):
            yield f"    {part:<28} {each.files:>6} {each.size:>10} {each.packed:>10}"


def _body(
    weights: Mapping[str, tuple[Opened, Weighed]], found: list[Diagnostic]
) -> dict[str, object]:
    return {
        "schema_version": 1,
        "bundles": [
            {
                "file": name,
                "bundle": bundle.manifest.bundle,
                "version": bundle.manifest.version,
                "pages": weight.pages,
                "per_hundred_pages": weight.per_hundred,
                **_part(weight.whole),
                "kinds": _parts(weight.kinds),
                "languages": _parts(weight.languages),
                "assets": _parts(weight.assets),
                "largest": [{"path": path, "packed": size} for path, size in weight.largest],
            }
            for name, (bundle, weight) in weights.items()
        ],
        "over_budget": [
            {"file": each.span.path, "what": each.key, **each.values} for each in found
        ],
    }


def _parts(parts: Mapping[str, Part]) -> dict[str, dict[str, int]]:
    return {name: _part(part) for name, part in parts.items()}


def _part(part: Part) -> dict[str, int]:
    return {"files": part.files, "size": part.size, "packed": part.packed}

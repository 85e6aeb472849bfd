"""What a bundle weighs, part by part, and whether that fits the stick and the telephone line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gollanma.bundle.links import fault
from gollanma.bundle.zips import CENTRAL, LOCAL, Stored
from gollanma.diagnostics import Diagnostic
from gollanma.model.budgets import Budgets

KIB = 1024
NAMED = 5
"""So many of the largest files are named where a budget is exceeded."""
ROOT_KIND = "site"
"""The kind of the pages at the root: home, search, what was written by hand."""
SEARCH = "assets/search/"
ASSETS = "assets/"


@dataclass(frozen=True, slots=True)
class Part:
    """Files of one sort: how many, their bytes, and their bytes in the archive."""

    files: int
    size: int
    packed: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """A bundle as a zip folder, weighed."""

    pages: int
    whole: Part
    kinds: Mapping[str, Part]
    """Pages by the kind of their record, then `paper`, `search`, `asset`, `envelope`."""
    languages: Mapping[str, Part]
    """What belongs to one language."""
    assets: Mapping[str, Part]
    """Each asset and the search of each language, by its path."""
    largest: tuple[tuple[str, int], ...]
    """The files that weigh most in the archive, with their bytes there."""

    @property
    def per_hundred(self) -> int:
        """The bytes of the archive for a hundred pages."""
        return self.whole.packed * 100 // max(self.pages, 1)


def weighed(codes: Sequence[str], entries: Mapping[str, Stored]) -> Weighed:
    """Weigh a bundle; `codes` are its languages, the one without a folder first."""
    default = codes[0]
    rows = [(path, entry.size, _weight(path, entry)) for path, entry in sorted(entries.items())]
    kinds: dict[str, list[tuple[str, int, int]]] = {}
    languages: dict[str, list[tuple[str, int, int]]] = {code: [] for code in codes}
    assets: dict[str, list[tuple[str, int, int]]] = {}
    for row in rows:
        path = row[0]
        lang = _language(path, codes)
        kinds.setdefault(_kind(path, lang, default), []).append(row)
        if lang:
            languages[lang].append(row)
        if path.startswith(ASSETS):
            assets.setdefault(_asset(path), []).append(row)
    heaviest = sorted(rows, key=lambda row: (-row[2], row[0]))
    return Weighed(
        pages=sum(path.endswith(".html") for path in entries),
        whole=_sum(rows),
        kinds={kind: _sum(each) for kind, each in sorted(kinds.items())},
        languages={code: _sum(each) for code, each in languages.items()},
        assets={path: _sum(each) for path, each in sorted(assets.items())},
        largest=tuple((path, packed) for path, _, packed in heaviest[:NAMED]),
    )


def _weight(path: str, entry: Stored) -> int:
    """Give what a file takes in an archive, its two headers with it."""
    return len(entry.stream) + LOCAL.size + CENTRAL.size + 2 * len(path)


def _sum(rows: list[tuple[str, int, int]]) -> Part:
    return Part(len(rows), sum(row[1] for row in rows), sum(row[2] for row in rows))


def _language(path: str, codes: Sequence[str]) -> str:
    """Give the language to which a file belongs; nothing where it serves all."""
    first, _, rest = path.removeprefix(SEARCH).partition("/")
    if rest and first in codes:
        return first
    is_for_all = path.startswith(ASSETS) or not path.endswith((".html", ".docx"))
    return "" if is_for_all else codes[0]


def _kind(path: str, lang: str, default: str) -> str:
    if path.startswith(SEARCH):
        return "search"
    if path.startswith(ASSETS):
        return "asset"
    if not path.endswith((".html", ".docx")):
        return "envelope"
    if path.endswith(".docx"):
        return "paper"
    inner = path.removeprefix(f"{lang}/") if lang != default else path
    kind, _, rest = inner.partition("/")
    return kind if rest else ROOT_KIND


def _asset(path: str) -> str:
    """Give an asset, or the folder of the search of a language."""
    folder, _, _ = path.rpartition("/")
    return f"{folder}/" if folder.startswith(SEARCH) else path


def judge_weight(slug: str, weight: Weighed, budgets: Budgets) -> Iterator[Diagnostic]:
    """Find the budgets that a bundle exceeds, with the files that weigh most."""
    for key, size, budget in (
        ("bundle-weight", weight.whole.packed, budgets.bundle * KIB),
        ("bundle-per-hundred", weight.per_hundred, budgets.hundred_pages * KIB),
    ):
        if size > budget:
            named = ", ".join(f"{path} ({packed})" for path, packed in weight.largest)
            yield fault(slug, key, bytes=size, budget=budget, largest=named)


def judge_onefiles(
    slug: str, bodies: Mapping[str, bytes], weight: Weighed, budgets: Budgets
) -> Iterator[Diagnostic]:
    """Find the one files, by their languages, that are too heavy for a telephone."""
    named = ", ".join(f"{path} ({packed})" for path, packed in weight.largest)
    budget = budgets.one_file * KIB
    for lang, body in bodies.items():
        if len(body) > budget:
            yield fault(
                f"{slug}-{lang}", "bundle-one-file", bytes=len(body), budget=budget, largest=named
            )

"""Long editions: a folder with a file for each chapter, read as one record.

`edition.yml` says everything but the text, and names the chapters in their order under `body`. Each
file is called as the provision in it, so that the id is the place here too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from pathlib import PurePosixPath

from gollanma.diagnostics import Diagnostic, Severity, Span
from gollanma.model.places import HEAD, folder_of
from gollanma.source import Document, joined, named_in

BODY = "body"
LEVELS = 6
"""Names in the path of a chapter: what stands below it has no place, and parts no edition."""


def gathered(documents: Iterable[Document], found: list[Diagnostic]) -> Iterator[Document]:
    """Yield the files of a project, those of each long edition joined.

    The files of a folder come one after the other. What is left over is `found`; what is wrong with
    a chapter's name is found in its edition: it does not decode.
    """
    for folder, files in groupby(documents, key=lambda each: _around(each.path)):
        chapters: dict[str, Document] = {}
        for each in files:
            if folder is not None and folder_of(each.path) == folder:
                chapters[PurePosixPath(each.path).stem] = each
            else:
                yield each
        head = chapters.pop(HEAD, None)
        if head is None:
            found += chain.from_iterable(map(_alone, chapters.values()))
        else:
            yield _edition(head, chapters)


def _around(path: str) -> str | None:
    """Give the folder of a long edition in or below which a file stands; None for any other."""
    return folder_of("/".join(path.split("/")[:LEVELS]))


def _alone(chapter: Document) -> Iterator[Diagnostic]:
    yield from chapter.diagnostics
    yield _wrong(Span.of_file(chapter.path), "chapter-alone", path=chapter.path)


def _edition(head: Document, files: Mapping[str, Document]) -> Document:
    names = named_in(head, BODY)
    ordered = {name: files[name] for _, name in names if name in files}
    spare = {name: each for name, each in files.items() if name not in ordered}
    wrong = (*_misnamed(head, names, files), *_strangers(spare), *_others(ordered))
    return joined(head, BODY, {**ordered, **spare}, wrong)


def _misnamed(
    head: Document, names: Sequence[tuple[int, str]], files: Mapping[str, Document]
) -> Iterator[Diagnostic]:
    """Yield names in the list that no file has, and those that stand there twice."""
    seen: set[str] = set()
    for index, name in names:
        if name in seen:
            yield _wrong(head.span(BODY, index), "chapter-twice", name=name)
        elif name not in files:
            yield _wrong(head.span(BODY, index), "chapter-missing", name=name)
        seen.add(name)


def _strangers(spare: Mapping[str, Document]) -> Iterator[Diagnostic]:
    for name, each in spare.items():
        yield _wrong(Span.of_file(each.path), "chapter-unnamed", name=name)


def _others(ordered: Mapping[str, Document]) -> Iterator[Diagnostic]:
    """Yield files that hold another provision than their name says."""
    for name, each in ordered.items():
        written = each.value("id")
        if isinstance(written, str) and written != name:
            yield _wrong(each.span("id"), "chapter-id", name=name, id=written)


def _wrong(span: Span, key: str, **values: str) -> Diagnostic:
    return Diagnostic(span, "SCH004", Severity.ERROR, key, values)

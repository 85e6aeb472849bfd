"""Long editions: a folder with a file for each chapter, read as one record.

`edition.yml` says everything but the text, and names the chapters in their order under `body`. Each
file is called as the provision in it, so that the id is the place here too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from gollanma.diagnostics import Diagnostic, Severity, Span
from gollanma.model.places import HEAD, folder_of
from gollanma.source import Document, joined, named_in

BODY = "body"


def gathered(documents: Iterable[Document]) -> tuple[list[Document], list[Diagnostic]]:
    """Give the files of a project with those of each long edition joined, and what is left over.

    What is wrong with a chapter's name is found in its edition: it does not decode.
    """
    single: list[Document] = []
    folders: dict[str, dict[str, Document]] = {}
    for each in documents:
        folder = folder_of(each.path)
        if folder is None:
            single.append(each)
        else:
            folders.setdefault(folder, {})[PurePosixPath(each.path).stem] = each
    found: list[Diagnostic] = []
    for files in folders.values():
        head = files.pop(HEAD, None)
        if head is None:
            found += map(_alone, files.values())
        else:
            single.append(_edition(head, files))
    return single, found


def _alone(chapter: Document) -> Diagnostic:
    return _wrong(Span.of_file(chapter.path), "chapter-alone", path=chapter.path)


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

"""Mistakes of the file: what YAML refuses or turns into something else, fields, places, ids."""

from collections.abc import Iterator
from itertools import pairwise

from bench.mutation.corpus import Corpus, Edit, Splice, node_at, quoted, scalar, walk
from bench.mutation.mutant import mutator
from bench.mutation.mutators.edits import (
    DRAFT,
    anew,
    having,
    line_at,
    scalars,
    slug_of,
    without,
    words_of,
)
from gollanma.source import Mapping

RETIRED = "normative/state/retired.yml"
UNREAD = {"LAW112": "a draft rests on an edition that nobody can read"}
LONG = 5
"""Letters of a field whose misspelling is not another field."""
FIELDS = ("title", "summary", "status", "version", "purpose", "definition", "labels", "steps")


@mutator("SRC001", "a line is indented by a tab", UNREAD)
def tab(corpus: Corpus) -> Iterator[Edit]:
    """Indent a language of a text by a tab, as a text editor does."""
    for document, keys, _ in words_of(corpus, "ru"):
        above = node_at(document, keys[:-1])
        if isinstance(above, Mapping):
            start = above.entries["ru"].key.start
            begin = document.text.rfind("\n", 0, start) + 1
            if not document.text[begin:start].strip():
                splice = Splice(begin, start, "\t")
                yield Edit(document.path, (splice,), line_at(document, begin))


@mutator("SRC001", "a file is saved in the encoding of an old computer", UNREAD)
def old_encoding(corpus: Corpus) -> Iterator[Edit]:
    """Save the file as an old Windows does."""
    for document in corpus.of():
        first = next((n for n, each in enumerate(document.text) if "а" <= each <= "я"), None)
        if first is not None:
            data = document.text.encode("cp1251", errors="replace")
            yield Edit(document.path, (), line_at(document, first), others={document.path: data})


@mutator("SRC002", "a language stands twice", UNREAD)
def equal_keys(corpus: Corpus) -> Iterator[Edit]:
    """Write a language of a text a second time."""
    for document, keys, words in corpus.texts:
        for edit in having(document, keys, f"en: {quoted(words.get('en', 'x'))}", ()):
            line = line_at(document, edit.splices[0].start)
            yield Edit(edit.path, edit.splices, line)


@mutator("SRC003", "a version without quotation marks", UNREAD)
def bare_version(corpus: Corpus) -> Iterator[Edit]:
    """Take the quotation marks from a version."""
    for document in corpus.of():
        version = scalar(document, ("version",))
        if version:
            yield anew(document, ("version",), version)


@mutator("SRC003", "a word that YAML takes for a truth value or a time", UNREAD)
def bare_word(corpus: Corpus) -> Iterator[Edit]:
    """Leave a word alone that YAML 1.1 reads as something else."""
    for document, keys, _ in words_of(corpus, "en"):
        yield anew(document, keys, "No" if len(keys) % 2 else "12:30")


@mutator("SRC004", "an unseen space inside a word", DRAFT)
def unseen(corpus: Corpus) -> Iterator[Edit]:
    """Paste a zero-width space with the words."""
    for document, keys, words in words_of(corpus, "tk"):
        if words[1:4].isalpha():
            yield anew(document, keys, f'"{words[:2]}\u200b{quoted(words[2:])[1:]}')


@mutator("SRC005", "a byte order mark")
def order_mark(corpus: Corpus) -> Iterator[Edit]:
    """Save the file with a mark of its byte order."""
    for document in corpus.of():
        data = b"\xef\xbb\xbf" + document.text.encode()
        yield Edit(document.path, (), 1, others={document.path: data})


@mutator("SCH001", "a field with two letters exchanged", UNREAD)
def unknown_field(corpus: Corpus) -> Iterator[Edit]:
    """Misspell a field."""
    for document in corpus.of():
        for keys, node in walk(document):
            for name, entry in node.entries.items() if isinstance(node, Mapping) else ():
                if len(name) >= LONG and name[-3] != name[-2] and name not in FIELDS:
                    new = f"{name[:-3]}{name[-2]}{name[-3]}{name[-1]}"
                    splice = Splice(entry.key.start, entry.key.end, new)
                    yield Edit(document.path, (splice,), (*keys, new))


@mutator("SCH002", "a value with a letter too many")
def not_in_list(corpus: Corpus) -> Iterator[Edit]:
    """Misspell a value that comes from a list."""
    for document in (each for each in corpus.of() if "/editions/" not in each.path):
        for keys, value in scalars(document, "status", "modality", "level", "frequency", "unit"):
            if value.isascii() and value.replace("-", "").isalpha():
                yield anew(document, keys, f"{value}s")


@mutator("SCH003", "a field that a draft must have is gone")
def missing_field(corpus: Corpus) -> Iterator[Edit]:
    """Leave out what a draft must say."""
    for document in corpus.of("sops", "services", "forms", "groups", "roles", "trainings"):
        for name in ("summary", "purpose", "description"):
            yield from without(document, (name,), (name,))


@mutator("SCH004", "a file is called as no record may be")
def misplaced(corpus: Corpus) -> Iterator[Edit]:
    """Keep a copy beside a record, under a name with a capital, a space or a wrong letter."""
    for document in corpus.of():
        folder, _, name = document.path.rpartition("/")
        for new in (f"Copy of {name}", name.replace("a", "а", 1), name.replace("-", "_")):
            if new != name:
                path = f"{folder}/{new}"
                yield Edit(path, (), 1, others={path: document.text.encode()})


SHORT = {"ID002": "the short address of the old code leads nowhere"}


@mutator("ID001", "two records have one national code", SHORT)
def same_code(corpus: Corpus) -> Iterator[Edit]:
    """Give a record the code of another."""
    coded = [each for each in corpus.of("services", "sops", "forms") if scalar(each, ("code",))]
    kinds = {"forms": "form", "services": "service", "sops": "sop"}
    coded.sort(key=lambda each: (kinds[each.path.split("/")[1]], each.path))
    for number, document in enumerate(coded[1:]):
        for other in (coded[number], coded[0]):
            yield anew(document, ("code",), scalar(other, ("code",)) or "")


@mutator("ID001", "two fields of a form have one id")
def same_id(corpus: Corpus) -> Iterator[Edit]:
    """Give a field of a form the id of the one before it."""
    everything = "\n".join(each.text for each in corpus.documents.values())
    for document in corpus.of("forms"):
        ids = [(keys, value) for keys, value in scalars(document, "id") if keys[0] == "fields"]
        for (_, before), (keys, value) in pairwise(ids):
            if f"#field.{value}" not in everything and keys[:-2] == ids[0][0][:-2]:
                yield anew(document, keys, before)


@mutator("ID002", "a retired id is used again")
def used_again(corpus: Corpus) -> Iterator[Edit]:
    """Retire an id that is still there."""
    for document in corpus.of("sops"):
        key = f"sop/{slug_of(document)}"
        for keys, value in scalars(document, "id"):
            if keys[0] == "steps" and len(keys) == len(("steps", 0, "id")):
                old = f"retired:\n  {key}#{value}:\n    on: 2026-01-01\n"
                yield Edit(document.path, (), keys, others={RETIRED: old.encode()})


@mutator("SUP001", "an allowance that nothing needs")
def idle(corpus: Corpus) -> Iterator[Edit]:
    """Allow what nobody found."""
    for document in corpus.of():
        if node_at(document, ("lint",)) is None:
            grant = "code: TXT001\n    reason: not known yet\n    by: the office"
            block = f"lint:\n  - {grant}\n    until: 2027-12-31"
            yield from having(document, (), block, ("lint", 0))


MUTATORS = (
    *(tab, old_encoding, equal_keys, bare_version, bare_word, unseen, order_mark),
    *(unknown_field, not_in_list, missing_field, misplaced, same_code, same_id, used_again, idle),
)

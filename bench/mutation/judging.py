"""Judging a mutant as `gollanma check` would, without reading again what it does not change.

Checks that look at each text by itself are given the texts of the changed records alone: in the
others they found what they find in the clean corpus. A test holds this against the whole.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from bench.mutation.corpus import PROJECT_FILE, STATE, Corpus, corpus
from gollanma.checks import CHECKS, finding_stamp
from gollanma.checks.engine import diagnose, settle
from gollanma.diagnostics import Diagnostic, Outcome, Severity
from gollanma.graph import Graph
from gollanma.graph.occurrences import Occurrence, occurrences
from gollanma.languages import Languages, load
from gollanma.model import Library, Record, State, Text, assemble, assemble_state
from gollanma.model.decode import decode
from gollanma.model.load import decode_project, published, vanished
from gollanma.model.walk import Path as Place
from gollanma.model.walk import printed, texts
from gollanma.source import Document

ALONE = frozenset(
    {
        *("I18N003", "I18N004", "I18N005", "I18N006", "I18N008", "I18N009", "I18N010"),
        *("I18N007", "I18N011", "I18N012", "I18N013", "I18N015", "I18N016", "I18N017"),
        *("FACT004", "LAW105", "LAW106", "LAW108", "REF011"),
        *("TXT001", "TXT002", "TXT003", "TXT005", "TXT006", "TXT007"),
        *("GLO012",),
    }
)
"""Codes whose checks look at each text by itself."""
OF_ACTS = frozenset(
    {"LAW101", "LAW102", "LAW107", "LAW109", "LAW111", "LAW112", "LAW113", "LAW114", "LAW117"}
)
"""Codes whose checks look at acts alone, and at what the project says of their kinds."""
ELSEWHERE = {
    "GLO012": ("glossary/", "normative/organisations/", "normative/territories/"),
    "FACT004": ("normative/facts/",),
}
"""Files on whose change such a check must look at all texts again."""


@dataclass(frozen=True)
class Near(Graph):
    """A graph that shows the texts of some records alone."""

    keys: frozenset[str]

    @cached_property
    def texts(self) -> tuple[tuple[str, Place, Text], ...]:
        """The texts of these records."""
        return tuple(_of(self.library, self.keys, texts))

    @cached_property
    def printed(self) -> tuple[tuple[str, Place, Text], ...]:
        """Those of their texts that are meant to be read."""
        return tuple(_of(self.library, self.keys, printed))


@dataclass(frozen=True)
class Changed(Graph):
    """A graph that takes from the clean one where the words of an unchanged glossary occur."""

    clean: Graph
    keys: frozenset[str]
    """Of the records that differ from the clean corpus."""

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Every occurrence of a term's label."""
        there = self.keys & self.library.records.keys()
        fresh = occurrences(self.library, self.languages, sorted(there))
        kept = (each for each in self.clean.occurrences if each.source not in self.keys)
        return tuple(sorted((*kept, *fresh), key=lambda each: each.source))


def _of(
    library: Library, keys: frozenset[str], walk: Callable[[Record], Iterable[tuple[Place, Text]]]
) -> Iterator[tuple[str, Place, Text]]:
    for key in sorted(keys & library.records.keys()):
        for path, text in walk(library.records[key]):
            yield key, path, text


class Bench:
    """A clean corpus, and what the checks find in it and in its mutants."""

    def __init__(self, root: Path, today: date) -> None:
        self.root = root
        self.today = today
        self.corpus: Corpus = corpus(root)
        self._addresses, _ = published(root)
        self._decoded: dict[int, tuple[Record | None, tuple[Diagnostic, ...]]] = {}
        self._clean_documents = frozenset(map(id, self.corpus.documents.values()))
        self._clean_state: tuple[State, tuple[Diagnostic, ...]] | None = None
        self._clean_state = self._state(self.corpus.documents)
        library, _ = self._library(dict(self.corpus.documents))
        if library is None:
            raise ValueError(f"{root} holds no project that can be read")
        self._clean = Graph(library, self.languages)
        self.clean = self.judged({})
        self._known = frozenset(map(finding_stamp, self.clean.findings))

    @cached_property
    def languages(self) -> Languages:
        """The packs of the corpus's languages."""
        return load(self.corpus.codes)

    def fresh(self, files: Mapping[str, bytes | None], *, whole: bool = False) -> list[Diagnostic]:
        """Give what the checks find with these files that they do not find in the clean corpus."""
        found = self.judged(files, whole=whole).findings
        return [each for each in found if finding_stamp(each) not in self._known]

    def judged(self, files: Mapping[str, bytes | None], *, whole: bool = False) -> Outcome:
        """Run every check over the corpus with these files changed."""
        documents = self.corpus.having(files)
        library, before = self._library(documents)
        if library is None:
            return Outcome(tuple(sorted(before)))
        graph = near = Graph(library, self.languages)
        is_known = not whole and _is_known(files)
        if is_known:
            keys = _changed(library, files)
            near = Near(library, self.languages, keys)
            if not _any(files, "glossary/"):
                graph = Changed(library, self.languages, self._clean, keys)
        skipped = OF_ACTS if is_known and not _any(files, "normative/acts/", "glossary/") else ()
        found = [*before, *(self._allowed_beside(files) if is_known else ())]
        for each in (one for one in CHECKS if one.code not in skipped):
            far = each.code not in ALONE or _any(files, *ELSEWHERE.get(each.code, ()))
            found.extend(diagnose(graph, each, one) for one in each.judge(graph if far else near))
        return settle(graph, found)

    def _allowed_beside(self, files: Mapping[str, bytes | None]) -> Iterator[Diagnostic]:
        """Yield what authors allow in texts that are not judged again: no allowance is idle."""
        for each in self.clean.allowed:
            if each.finding.code in ALONE and each.finding.span.path not in files:
                yield each.finding

    def _library(self, documents: dict[str, Document]) -> tuple[Library | None, list[Diagnostic]]:
        project_file = documents.pop(PROJECT_FILE)
        project, wrong = decode_project(project_file)
        found = [*project_file.diagnostics, *wrong]
        if project is None:
            return None, found
        state, wrong_state = self._state(documents)
        others = [each for path, each in documents.items() if not path.startswith(STATE)]
        library, wrong_records = assemble(others, project, self.today, state, self._decode)
        library = replace(library, project_file=project_file)
        return library, [*found, *wrong_state, *wrong_records, *vanished(library)]

    def _state(self, documents: Mapping[str, Document]) -> tuple[State, tuple[Diagnostic, ...]]:
        """Give the state of some files; that of the clean corpus is made once."""
        files = {path: each for path, each in documents.items() if path.startswith(STATE)}
        if self._clean_state and all(id(each) in self._clean_documents for each in files.values()):
            return self._clean_state
        state, found = assemble_state(list(files.values()), self.corpus.codes)
        return replace(state, addresses=self._addresses), found

    def _decode(
        self, kind: type[Record], document: Document, languages: Sequence[str]
    ) -> tuple[Record | None, tuple[Diagnostic, ...]]:
        """Decode a file of the clean corpus once."""
        if id(document) not in self._clean_documents:
            return decode(kind, document, languages)
        if id(document) not in self._decoded:
            self._decoded[id(document)] = decode(kind, document, languages)
        return self._decoded[id(document)]


def _is_known(files: Mapping[str, bytes | None]) -> bool:
    """Say whether the rest of the corpus reads as before: its project file and acts are there."""
    return bool(files) and not any(
        path == PROJECT_FILE or path.endswith("/act.yml") for path in files
    )


def _any(files: Mapping[str, bytes | None], *folders: str) -> bool:
    return bool(folders) and any(path.startswith(folders) for path in files)


def _changed(library: Library, files: Mapping[str, bytes | None]) -> frozenset[str]:
    """Give the keys of the records that stand in some files."""
    documents = library.documents.items()
    return frozenset(key for key, each in documents if any(one.path in files for one in each.files))


def errors(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Give the findings that would stop a build."""
    return [each for each in found if each.severity is Severity.ERROR]

"""Judging a mutant as `gollanma check` does that knows the clean corpus from a run before."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

from bench.mutation.corpus import PROJECT_FILE, STATE, Corpus, corpus
from gollanma.checks import CHECKS, Again, Reach, finding_stamp, names_of, run
from gollanma.diagnostics import Diagnostic, Outcome, Severity
from gollanma.graph import Graph
from gollanma.languages import Languages, load
from gollanma.model import Library, Record, State, assemble, assemble_state
from gollanma.model.decode import decode
from gollanma.model.kinds import Term
from gollanma.model.load import decode_project, published, vanished
from gollanma.source import Document


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
        library, before = self._library(dict(self.corpus.documents))
        if library is None:
            raise ValueError(f"{root} holds no project that can be read")
        graph = Graph(library, self.languages)
        [names] = names_of(library, Reach((Term,)))
        self._past = Again({})
        self.clean = run(graph, CHECKS, before, self._past)
        self._met = {names[key]: found for key, found in graph.occurrences_in.items()}
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
        if whole or any(path.startswith((PROJECT_FILE, STATE)) for path in files):
            return run(Graph(library, self.languages), CHECKS, before)
        return run(self._graph(library), CHECKS, before, Again(self._past.found))

    def _graph(self, library: Library) -> Graph:
        """Give a graph that knows where terms occur in what is as in the clean corpus."""
        [names] = names_of(library, Reach((Term,)))
        known = {key: self._met[name] for key, name in names.items() if name in self._met}
        return Graph(library, self.languages, known=known)

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


def errors(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Give the findings that would stop a build."""
    return [each for each in found if each.severity is Severity.ERROR]

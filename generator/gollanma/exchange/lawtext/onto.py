"""An official text in the place of a sample: its words, every reference, and the drafts on it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from gollanma.diagnostics import Diagnostic, in_order
from gollanma.exchange.chapters import edition_files, left_over
from gollanma.exchange.lawtext.act import disagreements
from gollanma.exchange.lawtext.carrying import (
    KEPT,
    Carried,
    Carrier,
    left_behind,
    rewritten,
)
from gollanma.exchange.lawtext.concordance import Concordance, concordance
from gollanma.exchange.lawtext.drafts import Standing, renamed
from gollanma.exchange.lawtext.findings import gone, refused, undecided
from gollanma.exchange.lawtext.rebasing import Rebasing
from gollanma.exchange.lawtext.recognise import Recognised, is_fine
from gollanma.exchange.lawtext.waiting import entries, merged
from gollanma.exchange.lawtext.written import Imported, finished, has_comments, made_of
from gollanma.graph import Graph
from gollanma.law import base_of, spoken_languages, units
from gollanma.model import Library, assemble
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import ActKind
from gollanma.model.undecided import Undecided
from gollanma.source import read_text


def import_onto(
    graph: Graph, texts: Sequence[Recognised], key: str, pages: Mapping[str, str] | None = None
) -> Imported:
    """Give what puts an official text in the place of a sample, references and all.

    `pages` are those written by hand, by their paths: references stand in them too. Drafts that
    stand on the sample come to stand on the official text.
    """
    library = graph.library
    wrong = [each for text in texts for each in text.diagnostics]
    sample, act = library.records[key], library.act_of(key)
    kind = library.project.act_kind(act.act_kind) if act else None
    if not isinstance(sample, Edition) or not sample.sample:
        wrong.append(refused(library.span(key), "official", record=key))
    if not isinstance(sample, Edition) or kind is None or not is_fine(wrong):
        return Imported(in_order(wrong))
    laid = made_of(texts, key.partition("@")[2])
    to = concordance(sample, laid.edition, kind, graph.languages)
    drafts = tuple(renamed(library, key, to, frozenset(units(laid.edition))))
    wrong += [*laid.diagnostics, *disagreements(texts, act), *_obstacles(library, drafts)]
    move = _Move(graph, key, kind, sample, laid.edition, to, drafts, pages or {})
    found = (*wrong, *move.findings())
    done = finished(library, key, move.official, texts, found)
    if not done.files:
        return done
    return move.with_the_rest(done)


def _obstacles(library: Library, drafts: Iterable[Standing]) -> Iterator[Diagnostic]:
    """Yield what keeps a draft from being written anew."""
    for each in drafts:
        record, document = library.records[each.key], library.documents[each.key]
        if not record.sample and isinstance(record, Edition) and record.in_force:
            yield refused(library.span(each.key), "stands-on-it", record=each.key)
        elif has_comments(document):
            yield refused(library.span(each.key), "comments", path=document.path)


@dataclass(frozen=True)
class _Move:
    """A sample on its way out of a library, and what follows from that."""

    graph: Graph
    key: str
    kind: ActKind
    sample: Edition
    text: Edition
    """The official text as it was read."""
    to: Concordance
    drafts: tuple[Standing, ...]
    pages: Mapping[str, str]

    @property
    def library(self) -> Library:
        """The library as it is."""
        return self.graph.library

    @cached_property
    def references(self) -> tuple[Carried, ...]:
        """Every reference to the sample or to a draft on it; what goes with the sample aside."""
        those = [(self.key, self.to), *((each.key, each.to) for each in self.drafts)]
        return tuple(
            each for key, to in those for each in Carrier(self.graph, key, to).all(self.pages)
        )

    @cached_property
    def waiting(self) -> tuple[Carried, ...]:
        """The references on which a person has to decide."""
        return tuple(
            each
            for each in self.references
            if each.finding and (each.where.partition("#")[0] != self.key or each.is_kept)
        )

    def findings(self) -> Iterator[Diagnostic]:
        """Yield what a person has to look at."""
        yield from (each.finding for each in self.waiting if each.finding)
        yield from self.left
        kept = spoken_languages(self.text)
        for code in sorted(spoken_languages(self.sample) - kept):
            yield gone(self.library.span(self.key), lang=code)

    @cached_property
    def left(self) -> tuple[Diagnostic, ...]:
        """What the sample said for other records and its successor does not."""
        return tuple(left_behind(self.graph, self.key, self.to))

    # --- what is written

    @cached_property
    def carried(self) -> Mapping[str, Edition]:
        """The sample and its drafts as they are, with every reference carried over."""
        texts = rewritten(self.references)
        keys = (self.key, *(each.key for each in self.drafts))
        files = (file for key in keys for file in self.library.documents[key].files)
        documents = [read_text(f.path, texts.get(f.path, f.text).encode()) for f in files]
        made, _ = assemble(documents, self.library.project, self.library.today)
        return dict(made.keyed(Edition))

    @cached_property
    def official(self) -> Edition:
        """The official text with what the sample said for other records."""
        sample = self.carried.get(self.key, self.sample)
        old = units(sample)
        marks = {
            each.new: {name: getattr(old[each.old].provision, name) for name in KEPT}
            for each in self.to.matches
            if each.new
        }
        return self.text.model_copy(
            update={
                "based_on": sample.based_on,
                "authoritative": sample.authoritative,
                "body": _marked(self.text.body, marks),
            }
        )

    @cached_property
    def rebased(self) -> Mapping[str, Edition]:
        """The drafts as they stand on the official text."""
        now: dict[str, Edition] = {self.key: self.official}
        ways = {self.key: self.to}
        for each in self.drafts:
            base = base_of(self.library, each.key) or self.key
            old, draft = (self.library.records[name] for name in (base, each.key))
            if isinstance(old, Edition) and isinstance(draft, Edition):
                now[each.key] = Rebasing(
                    old=old,
                    draft=draft,
                    carried=self.carried.get(each.key, draft),
                    new=now[base],
                    to=ways[base].names,
                    ids=each.to.names,
                    kind=self.kind,
                    languages=self.library.project.languages.all,
                ).edition()
                ways[each.key] = each.to
        return {key: edition for key, edition in now.items() if key != self.key}

    def with_the_rest(self, done: Imported) -> Imported:
        """Give an import with the drafts and references beside the text."""
        languages, documents = self.library.project.languages.all, self.library.documents
        own = {f.path for key in (self.key, *self.rebased) for f in documents[key].files}
        others = {p: t for p, t in rewritten(self.references).items() if p not in own}
        files, removed = {**others, **done.files}, done.removed
        drafts: frozenset[str] = frozenset()
        for key, edition in self.rebased.items():
            written = edition_files(edition, key, languages, documents[key])
            files |= written
            drafts |= written.keys()
            removed += left_over(documents[key], written)
        files |= merged(self.library, (*entries(self.waiting, self._ids), *self._lost()))
        return replace(
            done,
            diagnostics=in_order((*done.diagnostics, *self._changes())),
            files=files,
            removed=removed,
            concordance=self.to,
            carried=self.references,
            drafts=drafts,
        )

    @cached_property
    def _ids(self) -> Mapping[str, Mapping[str, str]]:
        """What places in the editions are called now, by the key of the edition."""
        return {self.key: self.to.names, **{each.key: each.to.names for each in self.drafts}}

    def _changes(self) -> Iterator[Diagnostic]:
        """Yield for each draft what it declares now and did not, and what it declared before."""
        for key, made in self.rebased.items():
            base = base_of(self.library, key) or self.key
            names = {**self._ids[base], **self._ids[key]}
            draft = self.carried[key]
            was = {(each.kind, names.get(each.target) or each.target) for each in draft.changes}
            now = {(each.kind, each.target) for each in made.changes}
            for word, those in (("change-gone", was - now), ("change-new", now - was)):
                for kind, target in sorted(those):
                    values = {"draft": key, "kind": kind, "place": target}
                    yield undecided(self.library.span(key), word, **values)

    def _lost(self) -> Iterator[Undecided]:
        """Yield what went with the sample, and changes that drafts declared and make no more."""
        for each in self.left:
            yield Undecided(where=self.key, old=str(each.values["old"]))
        for each in self._changes():
            if each.key == "change-gone":
                values = each.values
                yield Undecided(
                    where=str(values["draft"]), old=f"{values['kind']} {values['place']}"
                )


def _marked(
    body: Sequence[Provision], marks: Mapping[str, Mapping[str, object]]
) -> tuple[Provision, ...]:
    return tuple(
        each.model_copy(
            update={**marks.get(each.id, {}), "contains": _marked(each.contains, marks)}
        )
        for each in body
    )

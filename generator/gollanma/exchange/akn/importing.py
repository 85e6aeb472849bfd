"""From documents to editions: each is told by its address, languages are laid onto each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from gollanma.diagnostics import Diagnostic, Severity, Span, in_order
from gollanma.exchange.akn.findings import disagreement, misfit
from gollanma.exchange.akn.letters import Letters
from gollanma.exchange.akn.merging import Merger
from gollanma.exchange.akn.nodes import Maker, joined
from gollanma.exchange.akn.parsing import parse
from gollanma.exchange.akn.reading import NAMES, Reader
from gollanma.exchange.akn.vocabulary import ALIAS
from gollanma.exchange.markup import Element, Markup
from gollanma.graph import Graph
from gollanma.law.frbr import Addresses
from gollanma.law.number_paths import eids
from gollanma.model import Ref
from gollanma.model.decode import decode
from gollanma.model.kinds import Act, Edition
from gollanma.model.places import slug_fault
from gollanma.model.project import ActKind
from gollanma.source import Document, JoinedLines

WIDEST = 400
"""Letters of a line that a finding still shows; some systems write a whole law into one line."""
EXPRESSION = "a:meta/a:identification/a:FRBRExpression"


@dataclass(frozen=True, slots=True)
class Imported:
    """What documents hold."""

    editions: Mapping[str, Edition]
    """By key; empty where anything stands in the way."""
    diagnostics: tuple[Diagnostic, ...]
    documents: Mapping[str, Document]
    """By path: a finding shows its line, where a terminal has room for it."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A document, and what its head tells of it."""

    markup: Markup
    key: str
    language: str


def read(graph: Graph, files: Mapping[str, bytes], key: str | None = None) -> Imported:
    """Read documents of any editions and languages.

    `key` says which edition they are where their heads do not tell. If one document is at fault,
    no edition is given.
    """
    return _Import(graph, key).read(files)


@dataclass(frozen=True)
class _Import:
    graph: Graph
    key: str | None
    found: list[Diagnostic] = field(default_factory=list)

    def read(self, files: Mapping[str, bytes]) -> Imported:
        shown: dict[str, Document] = {}
        told: dict[str, list[_Told]] = {}
        for path, data in files.items():
            markup = parse(path, data)
            if isinstance(markup, Diagnostic):
                self.found.append(markup)
                continue
            if all(len(line) <= WIDEST for line in markup.text.splitlines()):
                shown[path] = Document(path, markup.text, None, (), (), markup.lines)
            head = self._told(markup)
            if head:
                told.setdefault(head.key, []).append(head)
        editions = {key: self._edition(key, these) for key, these in sorted(told.items())}
        found = in_order(dict.fromkeys(self.found))
        is_bad = any(each.severity is Severity.ERROR for each in found)
        whole = {} if is_bad else {key: each for key, each in editions.items() if each}
        return Imported(whole, found, shown)

    # --- heads

    def _told(self, markup: Markup) -> _Told | None:
        top = markup.root[0] if len(markup.root) else markup.root
        key, language = self._key(markup, top), self._language(markup, top)
        return _Told(markup, key, language) if key and language else None

    def _key(self, markup: Markup, top: Element) -> str | None:
        alias = top.find(f"{EXPRESSION}/a:FRBRalias[@name='{ALIAS}']", NAMES)
        key = self.key or (alias.get("value", "") if alias is not None else self._by_address(top))
        ref = Ref.parse(key or "")
        at = top if alias is None else alias
        if ref is None or not _is_edition(ref):
            self._refuse(markup, at, "no-key")
            return None
        if ref.record not in self.graph.library.records:
            self._refuse(markup, at, "no-act", value=ref.record)
            return None
        return str(ref)

    def _by_address(self, top: Element) -> str | None:
        """Give the key of the edition that has the address of a document of somebody else."""
        address = top.find(f"{EXPRESSION}/a:FRBRuri", NAMES)
        work, _, version = (address.get("value", "") if address is not None else "").rpartition("/")
        act = self._acts.get(work)
        name = version.partition("@")[2]
        return f"{act}@{name}" if act and name else None

    @cached_property
    def _acts(self) -> Mapping[str, str]:
        """The key of each act, by its address."""
        addresses = Addresses(self.graph.library, self.graph.languages)
        acts = [key for key, _ in self.graph.library.keyed(Act)]
        return {address: key for key in acts if (address := addresses.work(key))}

    def _language(self, markup: Markup, top: Element) -> str | None:
        given = top.find(f"{EXPRESSION}/a:FRBRlanguage", NAMES)
        code = given.get("language", "") if given is not None else ""
        project = self.graph.project.languages.all
        for each in self.graph.languages.values():
            if each.code in project and code in {each.code, each.alpha3}:
                return each.code
        known = ", ".join(self.graph.languages[each].alpha3 for each in project)
        at = top if given is None else given
        self._refuse(markup, at, "no-language", value=code, known=known)
        return None

    def _refuse(self, markup: Markup, at: Element, key: str, **values: str) -> None:
        self.found.append(misfit(markup.span(at), key, **values))

    # --- editions

    def _edition(self, key: str, told: Sequence[_Told]) -> Edition | None:
        """Give the edition that documents in several languages make up."""
        self.found.extend(_twice(told))
        lines = JoinedLines([each.markup.lines for each in told])
        readers = [
            Reader(Maker(each.markup, base), each.language, self._kind(key), self._known(each))
            for each, base in zip(told, lines.bases, strict=False)
        ]
        trees = [each.edition() for each in readers]
        merger = Merger(lines.span)
        letters = Letters(lines.span)
        tree = letters.kept(merger.merged(trees))
        edition, wrong = decode(Edition, joined(tree, lines), self.graph.project.languages.all)
        self.found.extend(
            (
                *(one for each in readers for one in each.found),
                *merger.found,
                *letters.found,
                *wrong,
            )
        )
        return edition

    def _kind(self, key: str) -> ActKind | None:
        act = self.graph.library.act_of(key)
        return self.graph.project.act_kind(act.act_kind) if act else None

    def _known(self, told: _Told) -> "_Known":
        names = {each.get("eId", ""): each.get("wId", "") for each in told.markup.root.iter()}
        return _Known(self.graph, self._acts, names)


@dataclass(frozen=True)
class _Known:
    """Knows which of our references an address of somebody else means."""

    graph: Graph
    acts: Mapping[str, str]
    names: Mapping[str, str]
    """The wId of each element of the document, by its eId."""

    def __call__(self, href: str) -> str | None:
        """Give the reference, or None where nothing of ours is meant."""
        if href.startswith("#"):
            here = self.names.get(href[1:])
            return f"#{here}" if here and Ref.parse(f"#{here}") else None
        work, _, place = href.partition("/~")
        act = self.acts.get(work)
        fragment = self._fragment(act, place) if act and place else None
        return f"{act}#{fragment}" if fragment else act

    def _fragment(self, act: str, place: str) -> str | None:
        library = self.graph.library
        ref = Ref.parse(act)
        key = library.edition_for(ref) if ref else None
        edition = library.records.get(key) if key else None
        record = library.act_of(key) if key else None
        if not isinstance(edition, Edition) or record is None:
            return None
        kind = library.project.act_kind(record.act_kind)
        path = next((path for path, eid in eids(edition, kind).items() if eid == place), None)
        ids = {path: name for name, path in library.fragments_of(str(key)).items()}
        return ids.get(path) if path else None


def _is_edition(ref: Ref) -> bool:
    """Say whether a reference can name an edition, and a file that every computer can hold."""
    is_whole = ref.kind == Act.kind and not ref.fragment
    return is_whole and bool(ref.at) and slug_fault(ref.at or "") is None


def _twice(told: Sequence[_Told]) -> Iterator[Diagnostic]:
    """Yield a finding for each document of a language that another one already has."""
    first: dict[str, _Told] = {}
    for each in told:
        before = first.setdefault(each.language, each)
        if before is not each:
            span, was = Span.of_file(each.markup.path), Span.of_file(before.markup.path)
            yield disagreement(span, was, "twice", value=before.markup.path)

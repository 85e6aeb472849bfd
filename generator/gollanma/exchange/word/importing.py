"""From a returned Word file to YAML: proposals for an edition, and comments of an office on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from gollanma.diagnostics import Diagnostic, Severity, Span, in_order
from gollanma.exchange.records import as_yaml, part_as_yaml
from gollanma.exchange.word.doubts import Doubts
from gollanma.exchange.word.patching import Patch, patch
from gollanma.exchange.word.placing import New, Placing
from gollanma.exchange.word.plain import SIGNATURE, Place, Role
from gollanma.exchange.word.proposals import Comparison, Proposed, comparison_of
from gollanma.exchange.word.record import FOLDER, Proposal, Proposals
from gollanma.exchange.word.remarks import Remark, remarks_in
from gollanma.exchange.word.returned import Returned, read_returned
from gollanma.exchange.word.rewriting import Rewritten, rewritten
from gollanma.exchange.word.spots import Spots
from gollanma.exchange.word.titles import act_of, edition_at, is_sample
from gollanma.graph import Graph
from gollanma.law import PREAMBLE, Unit, units
from gollanma.model import Library, Ref, Text
from gollanma.model.base import Status
from gollanma.model.kinds import Comment, Edition
from gollanma.model.kinds.acts import ChangeKind, Provision
from gollanma.model.places import LONGEST_SLUG, RECORDS
from gollanma.views.context import Desk


@dataclass(frozen=True, slots=True)
class Imported:
    """The files that an import would write, and what was found on the way."""

    files: Mapping[str, str]
    """YAML by its path from the project's folder; nothing where an error was found."""
    diagnostics: tuple[Diagnostic, ...] = ()
    edition: str = ""
    """The key of the edition on which people have worked; empty where an error was found."""
    changes: tuple[Proposal, ...] = ()
    """What is proposed to it."""

    def patch(self, library: Library) -> Patch:
        """Give what the proposals make of the file of the edition."""
        edition, document = library.records.get(self.edition), library.documents.get(self.edition)
        if not isinstance(edition, Edition) or document is None:
            return Patch("", self.changes)
        return patch(edition, document, self.changes, library.project.languages.all)


def import_docx(graph: Graph, path: str, data: bytes, office: Ref) -> Imported:
    """Give what a returned Word file proposes and says, as files that are all new.

    Whose hand it was is not kept: the office is named by who imports. The edition stays as it is.
    """
    returned = read_returned(graph, path, data)
    if not isinstance(returned, Returned):
        return Imported({}, returned)
    reading = _Reading(returned, office)
    languages = graph.project.languages.all
    files = {name: as_yaml(comment, name, languages) for name, comment in reading.comments.items()}
    if reading.proposals:
        name = f"{FOLDER}/{reading.stem}.yml"
        files[name] = part_as_yaml(reading.record, languages)
    found = (*reading.lost, *reading.doubts)
    return Imported(files, found, returned.origin.new, reading.proposals)


@dataclass(frozen=True)
class _Reading:
    """A returned file on its way to records."""

    returned: Returned
    office: Ref

    @cached_property
    def comparison(self) -> Comparison:
        return comparison_of(self.returned)

    @cached_property
    def proposed(self) -> tuple[Proposed, ...]:
        return tuple(self.comparison.proposals())

    @cached_property
    def new(self) -> tuple[New, ...]:
        """What is new, each with what it holds."""
        library, key = self.returned.voice.library, self.returned.origin.new
        ids = {
            id_ for name, _ in library.editions(act_of(key)) for id_ in library.fragments_of(name)
        }
        placing = Placing(self.returned.roles, self._units, frozenset(ids), self.comparison.order)
        return placing.place(each for each in self.proposed if each.kind is ChangeKind.INSERT)

    @property
    def doubts(self) -> tuple[Diagnostic, ...]:
        """What a person has to look at before taking a proposal over."""
        path, places = self.returned.path, self.returned.places
        doubts = Doubts(path, self.comparison, self.proposed, self.new, self.returned.roles, places)
        return in_order(doubts.all())

    @property
    def stem(self) -> str:
        """The name of the file of proposals: the act, its edition, the office, the language."""
        origin = self.returned.origin
        place = origin.new.partition("/")[2].replace("@", "-")
        return f"{place}-{self.office.slug}-{origin.language}"

    @property
    def is_sample(self) -> bool:
        """Say whether what was worked on is no official text: then nothing made of it is."""
        origin = self.returned.origin
        return is_sample(self.returned.voice, origin.old, origin.new)

    # --- proposals

    @property
    def record(self) -> Proposals:
        origin = self.returned.origin
        return Proposals(
            on=Ref().within(origin.new),
            office=self.office,
            language=origin.language,
            sample=self.is_sample,
            changes=self.proposals,
        )

    @cached_property
    def proposals(self) -> tuple[Proposal, ...]:
        tops = {id(each.first): each for each in self.new}
        return tuple(
            self._inserted(tops[id(each)]) if id(each) in tops else self._proposal(each)
            for each in self.proposed
            if id(each) in tops or each.kind is not ChangeKind.INSERT
        )

    @cached_property
    def _spots(self) -> Spots:
        document = self.returned.voice.library.documents.get(self.returned.origin.new)
        return Spots(document, self._units)

    def _proposal(self, each: Proposed) -> Proposal:
        words = {place: self._text(place, said) for place, said in each.words}
        variants = {place.variant: text for place, text in words.items() if place.variant}
        own = {place.role: text for place, text in words.items()}
        return Proposal(
            kind=each.kind,
            at=self._spots.of(each.target),
            target=each.target,
            after=each.after or None,
            number=each.number,
            heading=own.get(Role.HEADING),
            text=own.get(Role.TEXT),
            variants=variants or None,
            without=tuple(_called(place) for place in each.without),
        )

    def _inserted(self, new: New) -> Proposal:
        """Give a proposal to put in a provision with all that it holds."""
        target = new.first.target or None
        own = self._said(new)
        return Proposal(
            kind=new.first.kind,
            at=self._spots.behind(new),
            target=target,
            parent=new.parent or None,
            after=new.after or None,
            id=None if target else new.id or None,
            unit=new.first.unit or None,
            number=new.first.number,
            heading=own.get(Role.HEADING),
            text=own.get(Role.TEXT),
            contains=tuple(map(self._provision, new.contains)),
        )

    def _said(self, new: New) -> Mapping[Role, Text]:
        """Give the words of something new; a number alone has none."""
        return {place.role: self._text(place, said) for place, said in new.words if said}

    def _provision(self, new: New) -> Provision:
        own = self._said(new)
        return Provision(
            id=new.id,
            unit=new.first.unit,
            number=new.first.number,
            heading=own.get(Role.HEADING),
            text=own.get(Role.TEXT),
            contains=tuple(map(self._provision, new.contains)),
        )

    def _text(self, place: Place, said: str) -> Text:
        return Text({self.returned.origin.language: self._rewritten(place, said).words})

    def _rewritten(self, place: Place, said: str) -> Rewritten:
        text = _text_at(edition_at(self.returned.voice, self.returned.origin.new), place)
        old = text.get(self.returned.origin.language, "") if text else ""
        return rewritten(self._desk.scribe(text), old, said)

    @property
    def _desk(self) -> Desk:
        voice, key = self.returned.voice, self.returned.origin.new
        in_full = self.returned.origin.is_redline
        return Desk(voice, "", key, edition_at(voice, key), in_full=in_full)

    @property
    def lost(self) -> tuple[Diagnostic, ...]:
        """The references that the new words do not hold any more, each for a person to look at."""
        return tuple(
            Diagnostic(
                Span.at(self.returned.path, each.paragraph, 1),
                "WRD002",
                Severity.WARNING,
                "reference",
                {"reference": reference, "provision": each.target},
            )
            for each in self.proposed
            for place, said in each.words
            for reference in self._rewritten(place, said).lost
        )

    # --- comments

    @cached_property
    def comments(self) -> Mapping[str, Comment]:
        """The comments by the paths of their files, whose names no record has yet."""
        free = self._free_names()
        return {next(free): each for each in self._comments()}

    def _free_names(self) -> Iterator[str]:
        act = act_of(self.returned.origin.new).partition("/")[2]
        stem = self.office.slug[: LONGEST_SLUG - 5].rstrip("-")
        taken = self.returned.voice.library.documents
        for number in count(1):
            if f"{Comment.kind}/{stem}-{number}" not in taken:
                yield f"{RECORDS}/acts/{act}/comments/{stem}-{number}.yml"

    def _comments(self) -> Iterator[Comment]:
        remarks = remarks_in(self.returned.package.comments)
        proposals = {each.target: each.text for each in self.proposals if each.target}
        here = ""
        for passage in self.returned.passages:
            place = self.returned.places.get(passage.name)
            here = place.id if place and place.id in self._units else here
            for number in passage.remarks:
                if number in remarks:
                    yield self._comment(here, remarks[number], proposals.get(here))

    @cached_property
    def _units(self) -> Mapping[str, Unit]:
        return units(edition_at(self.returned.voice, self.returned.origin.new))

    def _comment(self, place: str, remark: Remark, proposal: Text | None) -> Comment:
        origin = self.returned.origin
        words = rewritten(self._desk.scribe(None), "", remark.text).words
        return Comment(
            status=Status.IDEA,
            sample=self.is_sample,
            authoritative=origin.language,
            office=self.office,
            on=Ref(fragment=place or None).within(origin.new),
            text=Text({origin.language: words}),
            proposal=proposal,
            language=origin.language,
            day=remark.day,
        )


NAMES = {Role.HEADING: "heading", Role.TEXT: "text"}


def _called(place: Place) -> str:
    return f"variant-{place.variant}" if place.role is Role.VARIANT else NAMES[place.role]


def _text_at(edition: Edition, place: Place) -> Text | None:
    """Give the text of which a line was made; None for one that the edition does not have."""
    if place.id == PREAMBLE:
        return edition.preamble
    if place.id == SIGNATURE:
        signed = edition.signature
        return (signed.office if place.role is Role.HEADING else signed.place) if signed else None
    unit = units(edition).get(place.id)
    if unit is None:
        return None
    texts = {Role.HEADING: unit.provision.heading, Role.TEXT: unit.provision.text}
    if place.role in texts:
        return texts[place.role]
    return next((each.text for each in unit.provision.variants if each.id == place.variant), None)

"""The official form of an edition as plain text: what the importer reads, line by line.

How deep a line is set in says what holds it. A text that is not official says so first and last.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from gollanma.exchange.lawtext.importing import own_first, texts_of_body
from gollanma.exchange.lawtext.marks import plain
from gollanma.exchange.lawtext.roles import Roles, roles_of
from gollanma.graph import Target
from gollanma.graph.links import resolve
from gollanma.graph.prose import mentions
from gollanma.languages import CitedAct, Language, Languages
from gollanma.model import Library, Text
from gollanma.model.kinds import Act, Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import Numbering
from gollanma.model.walk import Path, texts
from gollanma.views.inside import Inside, called, inside_of

STEP = "  "


@dataclass(frozen=True)
class Press:
    """Prints one edition of the library in one language."""

    library: Library
    languages: Languages
    language: Language
    key: str
    act: Act
    edition: Edition
    roles: Roles

    def lines(self) -> Iterator[str]:
        """Yield the lines of the whole text."""
        mark = [self.roles.marks[0]] if self.is_sample else []
        yield from chain(mark, [""] if mark else [], self._head())
        yield ""
        for each in self.edition.body:
            yield from self._provision(each, 0)
        yield from chain(self._tail(), [""] if mark else [], mark)

    @property
    def is_sample(self) -> bool:
        """The text is not official."""
        return self.act.sample or self.edition.sample

    # --- around the provisions

    def _head(self) -> Iterator[str]:
        yield self._kind().upper()
        yield ""
        yield self._words(self.act.title)
        for each in self.act.gazette:
            if self._words(each.text):
                yield from ("", f"({self._words(each.text)})")
        remark = self._words(self.edition.note)
        if remark.startswith("("):
            yield from ("", *remark.splitlines())
        if self._words(self.edition.preamble):
            yield from ("", *self._words(self.edition.preamble).splitlines())

    def _kind(self) -> str:
        kind = self.roles.kind
        issuer = kind.issued_as.get(self.language.code, "") if kind.issued_as else ""
        if kind.id in self.language.citations.kinds:
            cases = self.language.citations.cases
            return self.language.citations.act(CitedAct(kind.id, "", issuer), cases.first)
        return kind.name.get(self.language.code, "")

    def _tail(self) -> Iterator[str]:
        signature, number = self.edition.signature, self.act.number
        stage = self.roles.kind.stage(self.edition.stage or "")
        is_draft = stage is not None and stage.is_draft
        office = self._words(signature.office) if signature else ""
        place = self._words(signature.place) if signature else ""
        day = self.language.date(self.edition.day) if self.edition.day and not is_draft else ""
        sign = self.roles.form.words["number_signs"]
        numbered = f"{sign[0]} {number}" if number and sign and not is_draft else ""
        for group in ((office,), (place, day, numbered)):
            said = [each for each in group if each]
            yield from ("", *said) if said else ()

    # --- provisions

    def _provision(self, provision: Provision, depth: int) -> Iterator[str]:
        is_named = provision.unit in self.roles.named
        yield from self._named(provision) if is_named else self._running(provision, depth)
        rule = self.roles.kind.unit(provision.unit)
        inside = depth + 1 if rule is not None and rule.in_path else depth
        for each in provision.contains:
            yield from self._provision(each, inside)

    def _named(self, provision: Provision) -> Iterator[str]:
        """Yield the line of a heading, and under it the words that are no part of a list."""
        heading = self.roles.form.loud(provision.unit, self._words(provision.heading))
        yield from ("", f"{self._opening(provision)} {heading}".strip())
        yield from self._remarks(provision, "")
        for each in filter(None, self._words(provision.text).split("\n\n")):
            yield from ("", STEP + each)
        yield from self._variants(provision, STEP)

    def _running(self, provision: Provision, depth: int) -> Iterator[str]:
        """Yield a numbered line, or a paragraph with an empty line before it."""
        opening, indent = self._opening(provision), STEP * depth
        words = (self._words(provision.heading), *self._words(provision.text).split("\n\n"))
        first, *others = [*filter(None, words), ""]
        yield from () if opening else ("",)
        if opening or first:
            yield indent + " ".join(filter(None, (opening, first)))
        for each in filter(None, others):
            yield from ("", f"{indent}{STEP}{each}")
        yield from self._variants(provision, indent + STEP if opening or first else indent)
        yield from self._remarks(provision, indent)

    def _variants(self, provision: Provision, indent: str) -> Iterator[str]:
        """Yield the wordings among which a draft has not chosen, each line with its mark."""
        for each in provision.variants:
            for words in filter(None, self._words(each.text).split("\n\n")):
                yield f"{indent}{self.roles.variant_mark(each.id)} {words}"

    def _remarks(self, provision: Provision, indent: str) -> Iterator[str]:
        """Yield what is said of a provision in brackets: who changed it, that it is no more."""
        form = self.roles.form
        words = self._words(provision.heading) or self._words(provision.text)
        note = self._words(provision.amendment_note)
        ends = form.words["repealed"]
        says_so = words.casefold().startswith(tuple(each.casefold() for each in ends))
        if provision.repealed and not says_so and not form.says("repealed", note):
            yield f"{indent}({ends[0]})"
        if note:
            yield f"{indent}({note})"
        if provision.sample:
            yield f"{indent}[{self.roles.marks[1]}]"

    def _opening(self, provision: Provision) -> str:
        return self.roles.form.opening(provision.unit, provision.number, self._letter(provision))

    def _letter(self, provision: Provision) -> str:
        """Give the letter of a list in this language, whichever one the record counts with."""
        rule = self.roles.kind.unit(provision.unit)
        if rule is None or rule.numbering is not Numbering.LETTER or not provision.number:
            return ""
        forms = [
            self.languages[code].law_form
            for code in own_first(self.library, self.languages, self.key)
        ]
        places = (each.position(provision.number) for each in forms)
        place = next((each for each in places if each is not None), None)
        own = self.roles.form.letters
        return own[place] if place is not None and place < len(own) else ""

    # --- words

    def _words(self, text: Text | None) -> str:
        """Give the words of a text in the language; references become what they are called."""
        prose = text.get(self.language.code, "") if text else ""
        path = self._paths.get(id(text), ())
        inside = inside_of(self.library, self.key, self.edition, path)
        return in_print(self.library, self.language, self.key, prose, inside)

    @cached_property
    def _paths(self) -> Mapping[int, Path]:
        """The place of each text of the edition, by the text itself."""
        return {id(text): path for path, text in texts(self.edition)}


def in_print(
    library: Library, language: Language, key: str, prose: str, inside: Inside | None = None
) -> str:
    """Give prose of a record as print has it: references become what they are called.

    Those to the act `inside` of which the prose stands are short.
    """
    said, end = "", 0
    for each in mentions(prose):
        target = resolve(library, each.ref, key) if each.ref else None
        named = (
            called(library, language, each, target, inside).words
            if isinstance(target, Target)
            else ""
        )
        said += plain(prose[end : each.start]) + (each.words or named or each.written)
        end = each.end
    return said + plain(prose[end:])


def print_text(library: Library, languages: Languages, language: Language, key: str) -> str:
    """Give the official form of an edition in a language; empty where it has no words in it.

    The key is that of an edition of the library whose act has a kind of the project.
    """
    edition, act = library.records[key], library.act_of(key)
    kind = library.project.act_kind(act.act_kind) if act else None
    if not isinstance(edition, Edition) or act is None or kind is None:
        raise KeyError(key)
    if language.code not in {code for _, text in texts_of_body(edition) for code in text}:
        return ""
    press = Press(library, languages, language, key, act, edition, roles_of(kind, language))
    return "".join(f"{line}\n" for line in _without_double_gaps(press.lines()))


def _without_double_gaps(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines; of several empty ones in a row the first."""
    before = ""
    for line in lines:
        if line or before:
            yield line
        before = line

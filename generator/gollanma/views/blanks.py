"""The blanks of a form, to print and fill in by hand: the full one, and a copy for each receiver.

A copy holds what its role may see. Whatever else the form asks leaves no trace on it but a number,
so that nobody learns from an empty line what was written on the full one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from gollanma.model import Library, Ref, Text
from gollanma.model.kinds import Form
from gollanma.model.kinds.records import FieldKind, FormField
from gollanma.views.addresses import beside
from gollanma.views.context import Desk, Link
from gollanma.views.frame import companion_desk, companion_page, label_of
from gollanma.views.markup import Html, Printed, element, joined, safe
from gollanma.views.markup import in_language as spoken
from gollanma.views.page import Page
from gollanma.views.trust import cite_of
from gollanma.views.voice import Voice

BLANK, COPY = "blank", "copy"
MARKS = ("personal_data", "needs_consent")
"""What a field is marked with where it must be handled with care."""


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in the language of the page and, where they are written, in the others."""

    own: Printed
    others: tuple[Html, ...]
    """In the order of the project; a reader shows one of them, or none."""

    def __html__(self) -> str:
        """Give them one under the other."""
        return str(joined((self.own, *self.others)))


@dataclass(frozen=True, slots=True)
class Box:
    """A place to write in."""

    id: str
    heading: Words | None
    """What the group is called that begins with it; absent within a group."""
    kind: str
    label: Words
    help: Words | None
    how: Words | None
    """Whether one choice is marked or all that apply; absent where there is none."""
    choices: tuple[Words, ...]
    marks: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class BlankView:
    """All that a blank prints."""

    label: str
    """Kind and code."""
    title: Words
    sample: Words | None
    receiver: Words | None
    """For whom a copy is; absent on the full blank."""
    choices: tuple[Html, ...]
    """First that the page's language stands alone, then which one may stand beside it."""
    boxes: tuple[Box, ...]
    day: Words
    """What stands before the place for a day beside a signature."""
    to: Words
    notices: tuple[Words, ...]
    cite: str
    """Title, code, version and whether it is a sample: they stand on every sheet."""
    form: Link
    blank: Link | None
    """The full blank; absent on itself."""
    copies: tuple[Link, ...]
    files: tuple[Link, ...]
    """The full blank as files of Word, in this language and with each of the others."""


def file_address(library: Library, key: str, also: str = "") -> str:
    """Give the address of a form's file of Word: `form/consent--blank-ru.docx`, with Russian."""
    page = beside(library, key, "-".join(filter(None, (BLANK, also))))
    return f"{page.removesuffix('.html')}.docx"


def copy_address(desk: Desk, role: Ref) -> str:
    """Give the address of a role's copy: `form/referral--copy/lawyer.html`."""
    page = beside(desk.voice.library, desk.key, COPY)
    return f"{page.removesuffix('.html')}/{role.record.partition('/')[2]}.html"


def receivers_of(desk: Desk, form: Form) -> tuple[Ref, ...]:
    """Give the published roles that may see some of a form, in the order of the form."""
    shared = (role for field in form.fields for role in field.shared_with)
    return tuple(role for role in dict.fromkeys(shared) if desk.target(role))


def fields_for(form: Form, role: Ref) -> tuple[FormField, ...]:
    """Give the fields that a role may see beside whoever fills them in."""
    return tuple(each for each in form.fields if role in each.shared_with)


def headed(form: Form, fields: Sequence[FormField]) -> Iterator[tuple[FormField, Text | None]]:
    """Yield fields of a form, the first that is left of each group with the group's heading."""
    kept = {each.id for each in fields}
    heading = said = None
    for field in form.fields:
        heading = field.heading or heading
        if field.id in kept:
            yield field, None if heading is said else heading
            said = heading


def blank_pages(voice: Voice) -> Iterator[Page]:
    """Yield the blank of each form, and its copies."""
    others = tuple(Voice(voice.graph, each) for each in voice.others)
    for key, form in voice.library.keyed(Form):
        desk = companion_desk(voice, key, BLANK)
        yield _page(Press(desk, form, others))
        for role in receivers_of(desk, form):
            at_copy = Desk(voice, copy_address(desk, role), key, form)
            yield _page(Press(at_copy, form, others, role))


def _page(press: "Press") -> Page:
    heading = press.desk.voice.say(f"blank.{COPY if press.role else BLANK}")
    return companion_page(press.desk, press.form, "blank.html", heading, press.view())


@dataclass(frozen=True)
class Press:
    """Prints one form, for one role or for whoever fills it in."""

    desk: Desk
    form: Form
    voices: tuple[Voice, ...]
    """The other languages."""
    role: Ref | None = None

    @property
    def fields(self) -> tuple[FormField, ...]:
        """What is printed of the form."""
        return fields_for(self.form, self.role) if self.role else self.form.fields

    def view(self) -> BlankView:
        """Give all that the blank prints."""
        desk, form = self.desk, self.form
        return BlankView(
            label=label_of(desk.voice, form),
            title=self.text(form.title) or self.said(f"blank.{BLANK}"),
            sample=self.said("status.sample") if form.sample else None,
            receiver=self._receiver(),
            choices=tuple(self._beside_which()),
            boxes=tuple(self._box(*each) for each in headed(form, self.fields)),
            day=self.said("blank.day"),
            to=self.said("blank.to"),
            notices=tuple(map(self._spoken, notices_of(form, self.fields))),
            cite=cite_of(desk, form),
            form=desk.page(desk.key),
            blank=blank_of(desk) if self.role else None,
            copies=() if self.role else tuple(copies_of(desk, form)),
            files=() if self.role else tuple(files_of(desk)),
        )

    # --- words in several languages

    def text(self, text: Text | None) -> Words | None:
        """Give words of the record; where a language has none, nothing stands beside."""
        own = next(iter(self.desk.ticks((text,) if text else ())), None)
        if own is None:
            return None
        beside = self._beside(
            lambda voice: "" if voice.code == own.lang else self._desk(voice).told(text)
        )
        return Words(own, beside)

    def said(self, key: str, **values: int) -> Words:
        """Give a sentence of the interface."""
        return self._spoken(lambda voice: voice.say(key, **values))

    def _spoken(self, words: Callable[[Voice], str]) -> Words:
        return Words(safe(words(self.desk.voice)), self._beside(words))

    def _desk(self, voice: Voice) -> Desk:
        return Desk(voice, self.desk.address, self.desk.key, self.form)

    def _beside(self, words: Callable[[Voice], str]) -> tuple[Html, ...]:
        said = ((number, each, words(each)) for number, each in enumerate(self.voices, 1))
        return tuple(
            element("span", words, lang=voice.code, class_=f"also-{number}")
            for number, voice, words in said
            if words
        )

    # --- parts

    def _beside_which(self) -> Iterator[Html]:
        """Yield what may stand beside the page's language; nothing where there is but one."""
        if self.voices:
            yield safe(self.desk.voice.say("blank.only"))
        yield from (
            spoken(each.language.name, each.code, self.desk.voice.code) for each in self.voices
        )

    def _receiver(self) -> Words | None:
        role = self.role
        return self._spoken(lambda voice: voice.title(role.record).words) if role else None

    def _box(self, field: FormField, heading: Text | None) -> Box:
        return Box(
            f"{field.anchor}{field.id}",
            self.text(heading),
            field.kind.value,
            self.text(field.label) or self.said(f"form.kind.{field.kind.value}"),
            self.text(field.help),
            self.said(how_to_mark(field)) if field.choices else None,
            tuple(self._choices(field)),
            tuple(self.said(f"form.{each}") for each in MARKS if getattr(field, each)),
        )

    def _choices(self, field: FormField) -> Iterator[Words]:
        if field.kind is FieldKind.YES_NO:
            yield from map(self.said, ("blank.yes", "blank.no"))
        yield from filter(None, map(self.text, field.choices))


def notices_of(form: Form, fields: Sequence[FormField]) -> Iterator[Callable[[Voice], str]]:
    """Yield what whoever fills in these fields of a form, or signs it, must know."""
    kept_back = len(form.fields) - len(fields)
    if kept_back:
        yield lambda voice: voice.say("blank.kept-back", n=kept_back)
    if any(each.personal_data for each in fields):
        yield lambda voice: voice.say("blank.personal")
    if any(each.needs_consent for each in fields):
        yield lambda voice: voice.say("blank.consent")
    yield lambda voice: kept_for(voice, form)


def how_to_mark(field: FormField) -> str:
    """Give the key of the sentence that says how many choices may be marked."""
    return "blank.mark-several" if field.several else "blank.mark-one"


def kept_for(voice: Voice, form: Form) -> str:
    """Say how long a form is kept, or that no act says so and who is to be asked."""
    if form.retention:
        return voice.say("blank.kept", amount=voice.amount(form.retention))
    if form.owner and form.owner.record in voice.library.records:
        return voice.say("blank.kept-unknown", office=voice.title(form.owner.record).words)
    return voice.say("blank.kept-unsaid")


def copies_of(desk: Desk, form: Form) -> Iterator[Link]:
    """Yield the ways to the copies of a form, by the role that receives each."""
    for role in receivers_of(desk, form):
        yield desk.leading(copy_address(desk, role), desk.voice.title(role.record).words)


def files_of(desk: Desk) -> Iterator[Link]:
    """Yield the ways to the files of Word: in the language of the page, and with each other one."""
    library, own = desk.voice.library, desk.voice.language.name
    yield desk.leading(file_address(library, desk.key), own)
    for each in desk.voice.others:
        address = file_address(library, desk.key, each.code)
        named = spoken(each.name, each.code, desk.voice.code)
        yield Link(joined((own, named), " + "), desk.href(address))


def blank_of(desk: Desk) -> Link:
    """Give the way to the full blank of the form at whose desk one is."""
    return desk.leading(beside(desk.voice.library, desk.key, BLANK), desk.voice.say("blank.blank"))

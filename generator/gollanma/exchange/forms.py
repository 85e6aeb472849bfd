"""A form as a Word file to fill in: a control for each field, everything else locked.

The tag of a control is the id of its field, so that what was filled in can be read by machines.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from docx.document import Document as Docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from lxml.etree import _Element

from gollanma.exchange.word.light import lighten
from gollanma.exchange.word.paper import (
    HARDEST,
    Cover,
    as_bytes,
    element,
    fill,
    front,
    new_paper,
    runs,
)
from gollanma.graph import Graph
from gollanma.model import Ref, Text
from gollanma.model.kinds import Form
from gollanma.model.kinds.records import FieldKind, FormField
from gollanma.views.blanks import MARKS, fields_for, file_address, headed, how_to_mark, notices_of
from gollanma.views.context import Desk
from gollanma.views.frame import label_of
from gollanma.views.links import in_language
from gollanma.views.trust import cite_of, version_of
from gollanma.views.voice import Voice

LONGEST_NAME = 64
"""Letters that Word keeps of the name of a control."""
SPACE = {FieldKind.LONG_TEXT: 240, FieldKind.DATE: 12, FieldKind.NUMBER: 12}
"""Dots that stand where nothing is written yet; they go when somebody writes."""
USUAL_SPACE = 60
A_THOUSAND = 1000
"""No field has so many choices: each box has a number of its own."""
DAY_FORMAT = "dd.MM.yyyy"
SMALL = Pt(9)
BOX = "☐"
CHECKBOX = f"""<w14:checkbox {nsdecls("w14")}><w14:checked w14:val="0"/>
<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>
<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>"""


def form_document(
    voice: Voice,
    key: str,
    also: Voice | None = None,
    role: Ref | None = None,
    level: int = HARDEST,
) -> bytes:
    """Give the file of a form in one language or two; for a role, only what it may see.

    `level` says how hard its parts are packed, 0 to 9. Refuse the key of anything but a form of
    the library.
    """
    form = voice.library.records[key]
    if not isinstance(form, Form):
        raise TypeError(f"{key} is no form")
    return as_bytes(_Writer(Desk(voice, "", key, form), form, also, role).document(), level)


def form_files(graph: Graph, level: int = HARDEST) -> Iterator[tuple[str, bytes]]:
    """Yield the files that lie beside the pages of forms: in each language, and with each other."""
    voices = {code: Voice(graph, each) for code, each in graph.languages.items()}
    default = graph.project.languages.default
    for code, voice in voices.items():
        others = [each for other, each in voices.items() if other != code]
        for key, _ in graph.library.keyed(Form):
            for also in (None, *others):
                address = file_address(graph.library, key, also.code if also else "")
                file = form_document(voice, key, also, level=level)
                yield in_language(address, code, default), file


@dataclass(frozen=True)
class _Writer:
    """Writes one file."""

    desk: Desk
    form: Form
    also: Voice | None
    role: Ref | None

    def document(self) -> Docx:
        """Give the file."""
        cover = self._cover()
        paper = new_paper(cover)
        _lock(paper)
        self._set_foot(paper)
        for style, words in front(cover):
            fill(paper.add_paragraph(style=style), runs(words, self._voice.code))
        self._small(paper, self._beside(self.form.title), self._second)
        role = self.role
        if role is not None:
            self._each(paper, lambda voice: receiver_of(voice, role))
        for number, (field, heading) in enumerate(headed(self.form, self._fields), 1):
            self._heading(paper, heading)
            self._field(paper, field, number)
        for notice in notices_of(self.form, self._fields):
            self._each(paper, notice)
        lighten(paper)
        return paper

    @property
    def _voice(self) -> Voice:
        return self.desk.voice

    @property
    def _fields(self) -> Sequence[FormField]:
        return fields_for(self.form, self.role) if self.role else self.form.fields

    # --- what stands around

    def _cover(self) -> Cover:
        say = self._voice.say
        about = (label_of(self._voice, self.form), version_of(self.desk, self.form))
        return Cover(
            title=self._voice.title(self.desk.key).words,
            about=" · ".join(filter(None, about)),
            sample=say("text.sample") if self.form.sample else "",
            author=self._voice.plain(self._voice.project.site.name),
            language=self._voice.code,
            day=self.form.changed,
        )

    def _set_foot(self, paper: Docx) -> None:
        """Put the number of all pages behind that of the page, and the citation below."""
        foot = paper.sections[0].footer
        code = self._voice.code
        fill(foot.paragraphs[0], runs(" / ", code))
        fill(foot.paragraphs[0], (element("fldSimple", instr="NUMPAGES"),))
        fill(foot.add_paragraph(), runs(cite_of(self.desk, self.form), code))

    @property
    def _voices(self) -> tuple[Voice, ...]:
        return (self._voice, self.also) if self.also else (self._voice,)

    @property
    def _second(self) -> str:
        """The code of the language that stands beside."""
        return self._voices[-1].code

    # --- fields

    def _heading(self, paper: Docx, heading: Text | None) -> None:
        if heading:
            line = paper.add_paragraph(style="Heading 2")
            fill(line, runs(self._both(heading), self._voice.code))

    def _field(self, paper: Docx, field: FormField, number: int) -> None:
        label = paper.add_paragraph()
        label.paragraph_format.keep_with_next = True
        label.paragraph_format.space_before = Pt(8)
        label.paragraph_format.space_after = Pt(0)
        name = self._own(field.label) or self._voice.say(f"form.kind.{field.kind.value}")
        fill(label, runs(name, self._voice.code, look=("b",)))
        marks = [self._said(f"form.{each}") for each in MARKS if getattr(field, each)]
        if marks:
            fill(label, runs(f"  [{'; '.join(marks)}]", self._voice.code))
        self._small(paper, self._beside(field.label), self._second)
        self._small(paper, self._own(field.help), self._voice.code)
        if field.choices:
            self._small(paper, self._said(how_to_mark(field)), self._voice.code)
        if field.choices and not field.several:
            self._small(paper, "; ".join(map(self._both, field.choices)), self._voice.code)
        control = self._control(field, name, number)
        fill(paper.add_paragraph(), (control, *self._signed(field)))

    def _signed(self, field: FormField) -> Iterator[_Element]:
        if field.kind is FieldKind.SIGNATURE:
            yield from runs(f"    {self._said('blank.day')}: " + "_" * 14, self._voice.code)

    def _control(self, field: FormField, name: str, number: int) -> _Element:
        code = self._voice.code
        if field.several and field.choices:
            boxes = Control(field.id, name, number, element("group"))
            return boxes.around(self._boxes(field, number))
        space = "_" if field.kind is FieldKind.SIGNATURE else "."
        empty = Control(field.id, name, number, self._kind(field), is_empty=True)
        return empty.around(runs(space * SPACE.get(field.kind, USUAL_SPACE), code))

    def _kind(self, field: FormField) -> _Element:
        match field.kind:
            case FieldKind.DATE:
                return _day(self._voice.code)
            case FieldKind.YES_NO:
                return _list([self._said("blank.yes"), self._said("blank.no")])
            case FieldKind.CHOICE:
                return _list([self._both(each) for each in field.choices])
            case FieldKind.LONG_TEXT:
                return element("text", multiLine="1")
            case _:
                return element("text")

    def _boxes(self, field: FormField, number: int) -> Iterator[_Element]:
        code = self._voice.code
        for index, choice in enumerate(field.choices, 1):
            words, id_ = self._both(choice), number * A_THOUSAND + index
            box = Control(f"{field.id}.{index}", words, id_, parse_xml(CHECKBOX))
            yield box.around(runs(BOX, code))
            yield from runs(f" {words}    ", code)

    # --- words

    def _own(self, text: Text | None) -> str:
        named = self._voice.heading(text, self.form)
        return named.words if named else ""

    def _beside(self, text: Text | None) -> str:
        return Desk(self.also, "", self.desk.key, self.form).told(text) if self.also else ""

    def _both(self, text: Text) -> str:
        return " / ".join(filter(None, (self._own(text), self._beside(text))))

    def _said(self, key: str) -> str:
        return " / ".join(each.say(key) for each in self._voices)

    def _each(self, paper: Docx, words: Callable[[Voice], str]) -> None:
        """Write a sentence in each language, one below the other."""
        for voice in self._voices:
            self._small(paper, words(voice), voice.code)

    def _small(self, paper: Docx, words: str, language: str) -> None:
        if not words:
            return
        paragraph = paper.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = True
        fill(paragraph, runs(words, language))
        for run in paragraph.runs:
            run.font.size = SMALL


def receiver_of(voice: Voice, role: Ref) -> str:
    """Say for whom a copy is."""
    return f"{voice.say('blank.to')}: {voice.title(role.record).words}"


# --- elements of Word


@dataclass(frozen=True, slots=True)
class Control:
    """A place to write in that cannot be taken away."""

    tag: str
    name: str
    number: int
    kind: _Element
    is_empty: bool = False
    """What stands in it goes when somebody writes."""

    def around(self, content: Iterable[_Element]) -> _Element:
        """Give the control around what stands in it."""
        control, about, inside = element("sdt"), element("sdtPr"), element("sdtContent")
        about.append(element("alias", val=self.name[:LONGEST_NAME]))
        about.append(element("tag", val=self.tag[:LONGEST_NAME]))
        about.append(element("id", val=str(self.number)))
        about.append(element("lock", val="sdtLocked"))
        if self.is_empty:
            about.append(element("showingPlcHdr"))
        about.append(self.kind)
        inside.extend(content)
        control.extend((about, inside))
        return control


def _day(language: str) -> _Element:
    day = element("date")
    day.append(element("dateFormat", val=DAY_FORMAT))
    day.append(element("lid", val=language))
    day.append(element("storeMappedDataAs", val="date"))
    day.append(element("calendar", val="gregorian"))
    return day


def _list(choices: Sequence[str]) -> _Element:
    """Give a list to choose from; equal words stand in it once."""
    offered = element("dropDownList")
    for number, words in enumerate(dict.fromkeys(choices), 1):
        offered.append(element("listItem", displayText=words, value=str(number)))
    return offered


def _lock(paper: Docx) -> None:
    """Let nothing be changed but what stands in controls."""
    settings = paper.settings.element
    locked = element("documentProtection", edit="forms", enforcement="1")
    settings.find(qn("w:defaultTabStop")).addprevious(locked)

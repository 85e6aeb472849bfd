"""What stands at the head of a page about editions, and of its columns."""

from collections.abc import Mapping
from dataclasses import dataclass

from gollanma.model.kinds import Act, Edition
from gollanma.views.context import Desk
from gollanma.views.status import Tag, tag_of
from gollanma.views.voice import Voice


@dataclass(frozen=True, slots=True)
class Top:
    """The head of a page about an edition."""

    label: str
    """What people call the act."""
    tag: Tag | None
    heading: str
    lead: str
    notice: str
    """That it is no official text; empty where it is."""


def top_of(desk: Desk, act: Act, heading: str, lead: str = "", *, is_sample: bool = False) -> Top:
    """Give the head of a page about the edition at a desk."""
    edition = desk.record
    is_sample = is_sample or act.sample or bool(edition and edition.sample)
    notice = desk.voice.say("act.sample") if is_sample else ""
    return Top(short_of(desk.voice, act), tag_of(desk.voice, desk.key), heading, lead, notice)


def short_of(voice: Voice, act: Act) -> str:
    """Give what people call an act."""
    named = voice.heading(act.short_title, act)
    return named.words if named else voice.title(voice.library.key_of(act)).words


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column of one language."""

    lang: str
    name: str
    tag: Tag
    """Whether its words decide."""
    is_reader: bool
    """It is the language of the page."""


def columns_of(voices: Mapping[str, Voice], reader: Voice, edition: Edition) -> tuple[Column, ...]:
    """Give the heads of the columns, in the order of the project's languages."""
    original = edition.decided_in(reader.project.languages.default)
    return tuple(
        _column(voices[code], original, is_reader=code == reader.code)
        for code in reader.project.languages.all
    )


def _column(voice: Voice, original: str, *, is_reader: bool) -> Column:
    key, tone = ("original", "ok") if voice.code == original else ("translation", "info")
    tag = Tag(voice.say(f"redline.{key}"), tone)
    return Column(voice.code, voice.language.name, tag, is_reader)

"""What a Word file says of the editions that it shows."""

from gollanma.exchange.word.paper import Cover
from gollanma.law import units
from gollanma.model.kinds import Act, Edition
from gollanma.views.provisions import edition_name
from gollanma.views.voice import Voice


def edition_at(voice: Voice, key: str) -> Edition:
    """Give an edition of the library; refuse the key of anything else."""
    edition = voice.library.records[key]
    if not isinstance(edition, Edition):
        raise TypeError(f"{key} is no edition")
    return edition


def act_at(voice: Voice, key: str) -> Act:
    """Give the act of an edition; refuse a key without one."""
    act = voice.library.act_of(key)
    if act is None:
        raise TypeError(f"{key} is of no act")
    return act


def cover_of(voice: Voice, old: str, new: str, form: str = "") -> Cover:
    """Give the cover of a file that shows editions of one act, which may be one and the same.

    `form` is what the file is called beside; empty for the text itself.
    """
    newest, names = edition_at(voice, new), _names(voice, tuple(dict.fromkeys((old, new))))
    shown = voice.say(
        "word.pair" if len(names) > 1 else "word.edition", old=names[0], new=names[-1]
    )
    site = voice.plain(voice.project.site.name)
    return Cover(
        title=voice.title(act_of(new)).words,
        about=voice.say("word.form", form=form, shown=shown) if form else shown,
        sample=voice.say("act.sample") if is_sample(voice, old, new) else "",
        author=voice.say("word.author", site=site, edition=names[-1]),
        language=voice.code,
        day=newest.day or (newest.in_force.from_ if newest.in_force else None),
    )


def _names(voice: Voice, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Give what each edition is called; by its own id too where two are called the same."""
    called = [edition_name(voice, edition_at(voice, key)) for key in keys]
    return tuple(
        f"{name} ({key.partition('@')[2]})" if called.count(name) > 1 else name
        for key, name in zip(keys, called, strict=True)
    )


def act_of(key: str) -> str:
    """Give the key of the act of an edition."""
    return key.partition("@")[0]


def is_sample(voice: Voice, *keys: str) -> bool:
    """Say whether an act, one of its editions or any provision in them is a sample."""
    editions = [edition_at(voice, key) for key in keys]
    return (
        voice.library.records[act_of(keys[0])].sample
        or any(each.sample for each in editions)
        or any(unit.provision.sample for each in editions for unit in units(each).values())
    )

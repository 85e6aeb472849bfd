"""What offices say about a draft, provision by provision, as a Word file with the answers."""

from collections.abc import Iterator
from dataclasses import replace

from gollanma.exchange.word.tables import Cell, Column, plain_words, said, table_document
from gollanma.exchange.word.titles import act_of, cover_of
from gollanma.graph import Target
from gollanma.model.kinds import Comment
from gollanma.views.context import Desk
from gollanma.views.editions.pair import comments_on
from gollanma.views.naming import capital, place_name
from gollanma.views.voice import Voice

WIDTHS = {"office": 3, "text": 5, "proposal": 5, "answer": 5}


def disagreements_document(voice: Voice, key: str) -> bytes:
    """Give a Word file of all comments on an edition, in the order of the text.

    What is said of the edition as a whole stands last; an empty answer says that it is awaited.
    """
    say = voice.say
    comments = dict(comments_on(voice, key))
    cover = cover_of(voice, key, key, say("comments.heading"))
    if any(each.sample for each in comments.values()):
        cover = replace(cover, sample=say("act.sample"))
    columns = [Column(say("comparison.provision"), 3)]
    columns += [Column(say(f"comments.{name}"), width) for name, width in WIDTHS.items()]
    places = voice.library.fragments_of(key)
    order = {place: index for index, place in enumerate(places)}

    def by_place(entry: tuple[str, Comment]) -> tuple[int, str, str]:
        name, comment = entry
        return order.get(_fragment(comment), len(order)), str(comment.day or ""), name

    rows = (tuple(_row(voice, key, *each)) for each in sorted(comments.items(), key=by_place))
    return table_document(cover, columns, rows)


def _fragment(comment: Comment) -> str:
    return (comment.on.fragment if comment.on else None) or ""


def _row(voice: Voice, key: str, name: str, comment: Comment) -> Iterator[Cell]:
    """Yield the cells of a comment: on what, of whom, what, and what was answered."""
    yield (said(_place(voice, key, _fragment(comment)), voice.code),)
    office = voice.title(comment.office.record) if comment.office else None
    yield (said(office.words, office.lang),) if office else ()
    desk = Desk(voice, "", name, comment)
    yield plain_words(desk, comment.text)
    yield plain_words(desk, comment.proposal)
    awaited = said(f"[{voice.say('comments.open')}]", voice.code)
    yield plain_words(desk, comment.answer) or (awaited,)


def _place(voice: Voice, key: str, fragment: str) -> str:
    path = voice.library.fragments_of(key).get(fragment)
    if path is None:
        return voice.say("comments.whole")
    target = Target(act_of(key), key, fragment, path)
    return capital(place_name(voice.library, voice.language, target)) or fragment

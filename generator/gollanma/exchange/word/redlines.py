"""Two editions of an act as a Word file with tracked changes; one edition as a file to work on."""

from gollanma.exchange.word.marks import FRONT, stamp_of
from gollanma.exchange.word.paper import as_bytes, front, new_paper, track_what_is_typed
from gollanma.exchange.word.plain import lines
from gollanma.exchange.word.redline import redline
from gollanma.exchange.word.titles import cover_of, edition_at
from gollanma.exchange.word.tracked import Pen
from gollanma.views.voice import Voice


def redline_document(voice: Voice, old: str, new: str) -> bytes:
    """Give a Word file in which every change between two editions of an act is tracked.

    `old` and `new` are keys of editions; with the same one twice the file has no changes. Behind
    its front, whoever accepts all changes reads the lines of the newer edition, whoever rejects
    them those of the older one.
    """
    before, after = (
        lines(voice, key, edition_at(voice, key), in_full=old != new) for key in (old, new)
    )
    cover = cover_of(voice, old, new)
    paper = new_paper(cover)
    track_what_is_typed(paper)
    pen = Pen(cover, frozenset(each.place for each in after))
    last = paper.element.body[-1]  # what Word knows of the pages stands behind all paragraphs
    opening = [*front(cover)]
    names = (stamp_of(old, new, voice.code), *(f"{FRONT}{n}" for n in range(1, len(opening))))
    for name, (style, text) in zip(names, opening, strict=True):
        last.addprevious(pen.marked(name, style, text))
    for paragraph in redline(before, after):
        last.addprevious(pen.write(paragraph))
    return as_bytes(paper)

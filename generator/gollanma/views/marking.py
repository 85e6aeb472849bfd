"""Words with what was put in and taken out, for those who see no colour and those who listen."""

from collections.abc import Iterable

from gollanma.law import Piece, PieceKind
from gollanma.views.markup import Html, element, joined, safe
from gollanma.views.voice import Voice


def marked(voice: Voice, line: Iterable[Piece]) -> Html:
    """Give one line of words with its marks."""
    return joined(_piece(voice, each) for each in line)


def _piece(voice: Voice, piece: Piece) -> Html:
    if piece.kind is PieceKind.SAME:
        return safe(piece.text)
    name = "ins" if piece.kind is PieceKind.INSERTED else "del"
    spoken = element("span", f"{voice.say(f'redline.{piece.kind.value}')}: ", class_="vh")
    return element(name, joined((spoken, piece.text)))

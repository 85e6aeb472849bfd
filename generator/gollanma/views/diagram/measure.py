"""How wide words are, and how they are broken into lines, without asking a browser.

The widths are those of the widest typeface that our styles name: in any other there is room left.
"""

from collections.abc import Iterable, Iterator, Mapping

EM = 20
"""In how many parts of an em the tables count."""
REGULAR = {
    6: "'IJijlÎî",
    7: " ,./:;\\|‘’·",
    8: "()-[]ftț",
    9: "!r",
    10: '"*_`–',
    11: "?cszçşž„“”гзсэș",
    12: "FLkvxyýвтухчь",
    13: "$0123456789EPSTYabdeghnopqu{}äňöŞüÝ«»ГЕЗРТУабеийклоряЁёâȚȘă",
    14: "ABCKRVXZÄÇŽАБВСХЧЬЭЯднпцÂĂ",
    15: "NUŇÜИЙКъ",
    16: "&DGHOQÖДЛНОПЦмы",
    17: "#+<=>^w~→×Ъю",
    18: "MМФЫф",
    19: "%жшщ",
    20: "@Wm—…",
    21: "№",
    22: "ЖШЩЮ",
}
"""Letters by the parts of an em that they are wide."""
BOLD = {
    7: " 'ijlî",
    8: ",./:;IJ\\|‘’·Î",
    9: "-f",
    10: "!()[]_`rt–ț",
    11: '"*г',
    12: "?cszçşžзстэș",
    13: "Lx«»Гвхья",
    14: "$0123456789EFTaekovyäöý„“”ЕТабекнопучЁёâȚă",
    15: "CPSYZbdghnpqu{}ÇňŞüÝŽЗРСЭийлрцȘ",
    16: "ABKRVXÄАБВУХЬЯъÂĂ",
    17: "#+<=>DGHNOQU^~ŇÖÜ→×ИЙКЛНОПЧдм",
    18: "&Д",
    19: "wЦЪы",
    20: "@M—…МФжфю",
    21: "%mЫ",
    22: "ш",
    23: "Wщ",
    24: "Ю",
    25: "№ЖШ",
    27: "Щ",
}
"""The same for bold letters."""
LEAST = 3
"""So many letters of a broken word stand on a line at least."""
HYPHENS = ("-", "–", "/")


def _letters(table: Mapping[int, str]) -> Mapping[str, int]:
    return {letter: parts for parts, letters in table.items() for letter in letters}


_REGULAR, _BOLD = _letters(REGULAR), _letters(BOLD)
_WIDEST = max(BOLD)


def width(words: str, size: int, *, is_bold: bool = False) -> float:
    """Give how wide words are at most; a letter that no table has counts as the widest."""
    table = _BOLD if is_bold else _REGULAR
    return sum(table.get(letter, _WIDEST) for letter in words) * size / EM


def wrap(words: str, room: int, size: int, *, is_bold: bool = False) -> tuple[str, ...]:
    """Break words into lines that are no wider than the room; a word too long for it is divided."""
    lines = [""]
    for piece in _pieces(words.split(), room, size, is_bold=is_bold):
        longer = f"{lines[-1]} {piece}".lstrip()
        if width(longer, size, is_bold=is_bold) <= room:
            lines[-1] = longer
        else:
            lines.append(piece)
    return tuple(filter(None, lines))


def _pieces(words: Iterable[str], room: int, size: int, *, is_bold: bool) -> Iterator[str]:
    for word in words:
        rest = word
        while width(rest, size, is_bold=is_bold) > room and len(rest) > 1:
            cut = _cut(rest, room, size, is_bold=is_bold)
            yield hyphenated(rest[:cut])
            rest = rest[cut:]
        yield rest


def _cut(word: str, room: int, size: int, *, is_bold: bool) -> int:
    """Give how many letters fit on a line with their hyphen, but leave some for the next one."""
    fitting = (
        length
        for length in range(len(word) - 1, 0, -1)
        if width(hyphenated(word[:length]), size, is_bold=is_bold) <= room
    )
    return max(1, min(next(fitting, 1), len(word) - LEAST))


def hyphenated(piece: str) -> str:
    """Give the first part of a divided word with a hyphen, unless it ends with one."""
    return piece if piece.endswith(HYPHENS) else f"{piece}-"

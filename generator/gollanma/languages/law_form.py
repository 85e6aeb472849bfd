"""The official form of an act in one language: how lines begin, and the words around provisions.

Everything stands in the pack's tables `lawtext`; the words of units come from its citations.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gollanma.languages.citations import Citations
from gollanma.languages.numerals import Ordinals, from_roman, lowered, raised, roman
from gollanma.languages.tables import BrokenPackError, Table, filled, holes

_RAISED = r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^[0-9]{1,2}|[-‑][0-9]{1,2}(?![0-9]))?"
_FIGURES = rf"[0-9]{{1,4}}{_RAISED}"
_DASHED = re.compile(r"[-‑]")
_HEADED = r"(?:\s*[.:—–]\s*(?P<rest>.*)|\s+(?P<loud>.*)|)"
_RUNNING = r"(?=\s|$|[^\W\d_]|[«„“\"(])\s*(?P<rest>.*)"
_HOLE = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class Opening:
    """The beginning of a provision, as a line says it."""

    unit: str
    number: str
    """As data, `12^1`, `II`; empty where none is printed."""
    rest: str
    """What follows on the line: a heading, or the words of the provision."""
    has_word: bool
    """The unit is named, so that what follows is its heading."""
    ending: str = ""
    """Of the ordinal, as it was written."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which the lines of a unit begin."""

    unit: str
    written: str
    pattern: re.Pattern[str]

    @property
    def hole(self) -> str:
        """The hole of the number; empty where the unit has none."""
        return next(iter(holes(self.written) - {"word"}), "")

    @property
    def has_word(self) -> bool:
        """The unit is named."""
        return "word" in holes(self.written)


@dataclass(frozen=True, slots=True)
class LawForm:
    """How acts are printed in a language."""

    citations: Citations
    ordinals: Ordinals
    ways: Mapping[str, tuple[Way, ...]]
    letters: tuple[str, ...]
    """Those that number a list, in their order."""
    capitals: frozenset[str]
    """Units whose headings are printed in capital letters."""
    own_names: tuple[str, ...]
    """Beginnings of words that keep a capital letter inside a sentence."""
    alike: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    """By what they say: `gazette`, `amended`, `repealed`, `signers`, `offices`, `places` …"""

    def openings(self, line: str, units: Sequence[str]) -> Iterator[Opening]:
        """Yield how a line may begin a provision, for the units of an act's kind."""
        for unit in units:
            for way in self.ways.get(unit, ()):
                found = way.pattern.fullmatch(line)
                if found and not _is_prose(found):
                    yield self._opening(way, found)
                    break

    def almost_opens(self, line: str, unit: str) -> bool:
        """Say whether a line begins like a unit's heading, but for the sign behind its number."""
        matches = (way.pattern.fullmatch(line) for way in self.ways.get(unit, ()) if way.has_word)
        return any(found is not None and (found["loud"] or "")[:1].isupper() for found in matches)

    def opening(self, unit: str, number: str | None, letter: str = "") -> str:
        """Give what a unit's line begins with in print; `letter` stands for a lettered number."""
        ways = self.ways.get(unit, ())
        way = next((each for each in ways if self._takes(each, number)), None)
        if way is None:
            return ""
        values = {
            "word": self.citations.unit_word(
                unit, self._first_case, plural=False, possessive=False
            ),
            "ordinal": self.ordinals.figures(number or "", self._first_case),
            "figures": raised(number or ""),
            "dotted": number or "",
            "roman": _raised_roman(number or ""),
            "letter": letter or (number or ""),
        }
        said = filled(way.written, values)
        loud = said.upper() if unit in self.capitals else said
        return f"{loud[0].upper()}{loud[1:]}." if way.has_word else said

    def says(self, what: str, line: str) -> bool:
        """Say whether a line holds words of a list of the pack, such as `amended`."""
        low = line.casefold()
        return any(_within(each.casefold(), low) for each in self.words.get(what, ()))

    def frames(self, what: str, line: str) -> bool:
        """Say whether a line begins or ends with words of a list of the pack."""
        low = line.casefold()
        return any(
            low == each or low.startswith(f"{each} ") or low.endswith(f" {each}")
            for each in map(str.casefold, self.words.get(what, ()))
        )

    def position(self, letter: str) -> int | None:
        """Give the place of a letter among those that number a list, from 0."""
        return self.letters.index(letter) if letter in self.letters else None

    def quiet(self, heading: str) -> str:
        """Give a heading in capital letters as a sentence; any other stays as it is."""
        if heading != heading.upper() or heading == heading.lower():
            return heading
        words = [self._quiet(each) for each in heading.lower().split(" ")]
        said = " ".join(words)
        return said[:1].upper() + said[1:]

    def loud(self, unit: str, heading: str) -> str:
        """Give a heading as it is printed: in capitals where that can be undone."""
        upper = heading.upper()
        return upper if unit in self.capitals and self.quiet(upper) == heading else heading

    @property
    def _first_case(self) -> str:
        return self.citations.cases.first

    def _quiet(self, word: str) -> str:
        bare = word.lstrip('«„“"(')
        start = len(word) - len(bare)
        is_name = any(bare.startswith(each.lower()) for each in self.own_names)
        return word[:start] + bare[:1].upper() + bare[1:] if is_name else word

    def _takes(self, way: Way, number: str | None) -> bool:
        match way.hole:
            case "":
                return not number
            case "figures" | "ordinal":
                return bool(number) and bool(re.fullmatch(_FIGURES, number or ""))
            case "dotted":
                return "." in (number or "")
            case _:
                return bool(number)

    def _opening(self, way: Way, found: re.Match[str]) -> Opening:
        parts = found.groupdict()
        number = self._number(way.hole, parts.get(way.hole) or "")
        rest = parts.get("rest") or parts.get("loud") or ""
        return Opening(way.unit, number, rest.strip(), way.has_word, parts.get("ending") or "")

    def _number(self, hole: str, written: str) -> str:
        if hole == "roman":
            plain = "".join(self.alike.get(each, each) for each in written.upper())
            return lowered(plain)
        if hole in {"figures", "ordinal"}:
            return lowered(_DASHED.sub("^", written))
        return written.lower() if hole == "letter" else written


def number_value(number: str) -> tuple[int, ...]:
    """Give what numbers of one kind are put in order by; empty for what is no number."""
    base, _, above = number.partition("^")
    plain = int(base) if base.isdecimal() else from_roman(base)
    if plain is None:
        dotted = base.split(".")
        return tuple(map(int, dotted)) if all(each.isdecimal() for each in dotted) else ()
    return (plain, int(above)) if above.isdecimal() else (plain,)


def read_law_form(citations: Citations, ordinals: Ordinals, pack: Table) -> LawForm:
    """Read the tables of the official form; a pack without them recognises nothing."""
    table = pack.table("lawtext")
    letters = tuple(table.text("letters", "").split())
    alike = dict(each.split("→", 1) for each in table.texts("alike"))
    ways = table.table("ways")
    words = (
        "contents",
        "gazette",
        "amended",
        "repealed",
        "signers",
        "offices",
        "places",
        "samples",
        "issuers",
        "abbreviations",
        "pages",
    )
    form = LawForm(
        citations,
        ordinals,
        {},
        letters,
        frozenset(table.texts("capitals")),
        table.texts("own_names"),
        alike,
        {each: table.texts(each) for each in (*words, "number_signs")},
    )
    return replace(form, ways={unit: tuple(_ways(form, ways, unit)) for unit in ways})


def _ways(form: LawForm, table: Table, unit: str) -> Iterator[Way]:
    for written in table.texts(unit):
        if unit not in form.citations.units and "{word}" in written:
            raise BrokenPackError(f"`{table.name}.{unit}` speaks of a unit without a word")
        tail = _HEADED if "{word}" in written else _RUNNING
        body = "".join(_regex(form, unit, each) for each in _HOLE.split(written) if each)
        yield Way(unit, written, re.compile(body + tail, re.IGNORECASE))


def _regex(form: LawForm, unit: str, piece: str) -> str:
    """Give the pattern of a piece of a way: a hole's name, or the signs between holes."""
    if piece == "word":
        words = form.citations.unit_word(
            unit, form.citations.cases.first, plural=False, possessive=False
        )
        return r"\s+".join(re.escape(each) for each in words.split())
    if piece == "ordinal":
        endings = "|".join(sorted(map(re.escape, form.ordinals.known_endings), reverse=True))
        return rf"(?P<ordinal>{_FIGURES})(?:\s?[-‑–]?\s?(?P<ending>{endings}))?"
    patterns = {
        "figures": rf"(?P<figures>{_FIGURES})",
        "dotted": r"(?P<dotted>[0-9]{1,3}(?:\.[0-9]{1,3})+)",
        "letter": f"(?P<letter>[{''.join(map(re.escape, form.letters))}])",
        "roman": rf"(?P<roman>[IVXLCDM{''.join(map(re.escape, form.alike))}]+[⁰¹²³⁴⁵⁶⁷⁸⁹]*)",
    }
    return patterns.get(piece) or re.escape(piece).replace(r"\ ", r"\s+")


def _is_prose(found: re.Match[str]) -> bool:
    """Say whether words go on after the unit as in a sentence: `Article 5 applies …`."""
    loud = found.groupdict().get("loud")
    return loud is not None and loud != "" and not loud.isupper()


def _within(words: str, line: str) -> bool:
    """Say whether words stand in a line and not inside longer ones."""
    at = line.find(words)
    while at >= 0:
        end = at + len(words)
        before, after = line[at - 1 : at], line[end : end + 1]
        inner = words[-1:].isalnum() and after.isalnum()
        if not before.isalnum() and not inner:
            return True
        at = line.find(words, at + 1)
    return False


def _raised_roman(number: str) -> str:
    base, _, above = number.partition("^")
    return roman(base) + (raised(f"0^{above}")[1:] if above else "")

"""What a place is called in a language: a title, a citation, a declined kind word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gollanma.graph import Target
from gollanma.graph.prose import BRACKETS
from gollanma.languages import CitedAct, Language, UnknownWordError
from gollanma.law import number_of
from gollanma.model import Library, Record, Text
from gollanma.model.kinds import Act, Edition, Fact
from gollanma.model.kinds.acts import Provision
from gollanma.model.kinds.records import Statement
from gollanma.model.walk import Path, at, fragments

NOMINATIVE = 0
LABELS = ("title", "label", "name", "heading")
"""Fields that say what a part of a record is called."""


@dataclass(frozen=True, slots=True)
class Named:
    """Words and the language in which they are."""

    words: str
    lang: str


def capital(words: str) -> str:
    """Give words with their first letter large."""
    return words[:1].upper() + words[1:]


def chain(library: Library, record: Record | None, reader: str) -> tuple[str, ...]:
    """Give the languages in which words are looked for: the reader's, then the original's.

    Then the project's default, then the others in its order.
    """
    original = record.authoritative if record else None
    first = (reader, original or library.project.languages.default)
    return tuple(dict.fromkeys((*first, *library.project.languages.all)))


def choose(text: Text | None, languages: tuple[str, ...]) -> Named | None:
    """Give the words of the first language that has any; nothing is invented."""
    for code in languages if text else ():
        if text and code in text:
            return Named(text[code], code)
    return None


def heading(text: Text | None, languages: tuple[str, ...]) -> Named | None:
    """Give words that stand where no link can: a reference among them is its own words."""
    named = choose(text, languages)
    return Named(unlinked(named.words), named.lang) if named else None


def unlinked(words: str) -> str:
    """Give words with references replaced by what the author calls them, never by an id."""
    return BRACKETS.sub(lambda found: found["words"] or "…", words) if "[[" in words else words


def title_of(library: Library, key: str, reader: str) -> Named:
    """Give what a record is called; its key where it has no title yet."""
    record = library.records.get(key) or library.state.released.get(key)
    name = library.name(key) if key in library.records else (record.name if record else None)
    return heading(name, chain(library, record, reader)) or Named(key, reader)


def declined(language: Language, case: str | None) -> str:
    """Give the case that was asked for, or the first one where the language has no such case."""
    return case if case in language.cases and case else language.cases[NOMINATIVE]


def name_of(library: Library, language: Language, target: Target, case: str | None) -> Named:
    """Give the words that stand for a place in running text."""
    record = library.records[target.key]
    if isinstance(record, Act):
        return _provision(library, language, target, case)
    if isinstance(record, Fact):
        return Named(amount_of(language, record, case), language.code)
    title = title_of(library, target.holder, language.code)
    unit = unit_in(library, language, target)
    if unit:
        return _cited(language, (unit,), case, CitedAct(record.kind, title.words)) or title
    if case is None or case not in language.cases:
        return title
    return Named(language.named(record.kind, title.words, case), language.code)


def unit_in(library: Library, language: Language, target: Target) -> tuple[str, str] | None:
    """Give unit and number of what is counted at a place or around it: the third step.

    Numbers run through the whole record, so that no two of its objectives share one.
    """
    if target.fragment is None or isinstance(library.records.get(target.holder), Edition):
        return None
    places = _fragments(library, target.holder)
    around = (target.path[:length] for length in range(len(target.path), 0, -1))
    for path in around:
        fragment = next((name for name, place in places.items() if place == path), None)
        unit = _unit_of(fragment) if fragment else ""
        if fragment and isinstance(path[-1], int) and unit in language.citations.units:
            alike = [name for name in places if _unit_of(name) == unit]
            return unit, str(alike.index(fragment) + 1)
    return None


def _unit_of(fragment: str) -> str:
    """Give the unit that a fragment names; a step has no prefix."""
    prefix, dot, _ = fragment.partition(".")
    return prefix if dot else "step"


def _fragments(library: Library, holder: str) -> Mapping[str, Path]:
    if holder in library.records:
        return library.fragments_of(holder)
    return fragments(library.state.released[holder])


def run_name(language: Language, unit: str, first: str, last: str) -> str:
    """Give what counted places in a row are called together: fields 3–8."""
    return language.cite(((unit, f"{first}..{last}"),))


def place_name(library: Library, language: Language, target: Target) -> str:
    """Give what a place is called within its record: step 4, point 2 of part 3, a title.

    Nothing where it has no name.
    """
    unit = unit_in(library, language, target)
    units = (unit,) if unit else tuple(units_of(library, target.holder, target.path))
    try:
        return language.cite(units) if units else label_of(library, language.code, target)
    except UnknownWordError:
        return label_of(library, language.code, target)


def label_of(library: Library, reader: str, target: Target) -> str:
    """Give the title or label that stands at a place itself; nothing where it has none."""
    record = library.records.get(target.holder) or library.state.released[target.holder]
    part = at(record, target.path)
    texts = (getattr(part, name, None) for name in LABELS)
    named = heading(next(filter(None, texts), None), chain(library, record, reader))
    return named.words if named else ""


def _provision(library: Library, language: Language, target: Target, case: str | None) -> Named:
    title = title_of(library, target.key, language.code)
    units = tuple(units_of(library, target.holder, target.path))
    cited = _cited(language, units, case, cited_act(library, language, target.key))
    return cited or title


def _cited(
    language: Language, units: tuple[tuple[str, str], ...], case: str | None, act: CitedAct
) -> Named | None:
    try:
        words = (
            language.cite(units, declined(language, case), act)
            if units
            else language.citations.act(act, declined(language, case))
        )
    except UnknownWordError:
        return None
    return Named(words, language.code)


def cited_act(library: Library, language: Language, key: str) -> CitedAct:
    """Give an act as it stands around its provisions in a citation."""
    act = library.records[key]
    kind = act.act_kind if isinstance(act, Act) else None
    rules = library.project.act_kind(kind)
    issuer = choose(rules.issued_as if rules else None, (language.code,))
    title = title_of(library, key, language.code).words
    return CitedAct(kind or Act.kind, title, issuer.words if issuer else "")


def units_of(library: Library, edition: str, path: Path) -> Iterator[tuple[str, str]]:
    """Yield unit and number from the outermost provision that is cited to the one at the path."""
    record = library.records.get(edition)
    act = library.act_of(edition)
    if not isinstance(record, Edition) or act is None:
        return
    rules = library.project.act_kind(act.act_kind)
    around = [path[:length] for length in range(2, len(path) + 1, 2)]
    for place in around:
        provision = at(record, place)
        if not isinstance(provision, Provision):
            return
        rule = rules.unit(provision.unit) if rules else None
        if place == path or rule is None or rule.in_path:
            yield provision.unit, number_of(provision)


def amount_of(language: Language, fact: Fact, case: str | None = None) -> str:
    """Give the number that a fact states, with its unit and how exact it is."""
    stated = fact.shown
    if stated is None:
        return language.say("amount.none")
    how = f"amount.{stated.approximate}"
    if not language.says(f"{how}.says"):
        return _amount(language, stated, fact.unit, declined(language, case))
    asked = declined(language, language.say(f"{how}.case"))
    return language.say(f"{how}.says", amount=_amount(language, stated, fact.unit, asked))


def _amount(language: Language, stated: Statement, unit: str | None, case: str) -> str:
    try:
        return language.quantity(stated.value, unit or "", case)
    except UnknownWordError:
        return language.number(stated.value)

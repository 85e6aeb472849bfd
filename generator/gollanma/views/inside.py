"""What an act is called in its own text: this Law, Article 5 of this Law, part 2 of this Article.

Laws of Turkmenistan never name themselves by their title in their own text. Another article is
cited with the act («şu Kanunyň 7-nji maddasynyň ikinji böleginde», «в части второй статьи 7
настоящего Закона»), the own one without a number («şu maddanyň ikinji böleginde», «в части второй
настоящей статьи»): so says the law on legal acts throughout. A bare «7-nji madda» stands only in
amending acts, below the name of the act that they amend.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from gollanma.graph import Mention, Target
from gollanma.languages import THIS, CitedAct, Language, UnknownWordError
from gollanma.model import Library, Record
from gollanma.model.kinds import Act, Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.walk import Path, at
from gollanma.views.naming import Named, declined, name_of, units_of


@dataclass(frozen=True, slots=True)
class Inside:
    """Where words stand that cite: in an edition, perhaps in one of its articles."""

    edition: str
    article: str = ""
    """The id of the provision that a citation from here would name first; empty around them."""


def inside_of(library: Library, key: str, record: Record | None, path: Path) -> Inside | None:
    """Give where a text of a record stands; None where that is not the text of an act itself.

    The record need not be the one that the library has.
    """
    if not isinstance(record, Edition) or not _is_law(path):
        return None
    return Inside(key, outermost(library, key, record, path))


def _is_law(path: Path) -> bool:
    """Say whether the act itself speaks at a place: not a note, a reason, what a by-law is for."""
    is_words = path[-1:] in {("heading",), ("text",)} and "by_laws" not in path
    return path[:1] == ("preamble",) or (path[:1] == ("body",) and is_words)


def called(
    library: Library, language: Language, mention: Mention, target: Target, inside: Inside | None
) -> Named:
    """Give the words of a reference in running text; of the act in which it stands, in short.

    Another edition that is meant keeps the title of the act, and so does an act of a kind for
    which the language has no word.
    """
    if inside is None or not _is_own(mention, target, inside):
        return name_of(library, language, target, mention.case)
    try:
        return Named(_cited(library, language, mention, target, inside), language.code)
    except UnknownWordError:
        return name_of(library, language, target, mention.case)


def outermost(library: Library, key: str, edition: Edition, path: Path) -> str:
    """Give the id of the outermost provision at or around a place that citations name."""
    return next(_cited_ids(library, key, edition, path), "")


def _cited_ids(library: Library, key: str, edition: Edition, path: Path) -> Iterator[str]:
    act = library.act_of(key)
    rules = library.project.act_kind(act.act_kind) if act else None
    for length in range(2, len(path) + 1, 2):
        provision = at(edition, path[:length])
        if not isinstance(provision, Provision):
            return
        rule = rules.unit(provision.unit) if rules else None
        if rule is None or rule.in_path:
            yield provision.id


def _is_own(mention: Mention, target: Target, inside: Inside) -> bool:
    is_whole = target.fragment is None and not (mention.ref and mention.ref.at)
    is_act = target.key == inside.edition.partition("@")[0]
    return target.holder == inside.edition or (is_act and is_whole)


def _cited(
    library: Library, language: Language, mention: Mention, target: Target, inside: Inside
) -> str:
    act, case = library.records[target.key], declined(language, mention.case)
    kind = act.act_kind if isinstance(act, Act) else None
    this = CitedAct(kind or Act.kind, is_this=True)
    units = tuple(units_of(library, target.holder, target.path))
    if not units:
        return language.citations.act(this, case)
    (unit, _), *rest = units
    edition = library.records[target.holder]
    own = (
        outermost(library, target.holder, edition, target.path)
        if isinstance(edition, Edition)
        else ""
    )
    if inside.article and own == inside.article:
        return language.cite(((unit, THIS), *rest), case)
    return language.cite(units, case, this)

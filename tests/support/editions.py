"""Any edition of a law in three languages, and the same edition as an amendment leaves it.

`editions()` gives chapters, articles, parts, points and notes with words as laws say them;
`amended(edition)` gives the edition after one to four changes, `amendments()` both. An id stays
with its provision whatever becomes of its number; a new provision has an id that is not in the
edition before. Declared changes are left out: what differs is to be found, not to be read.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from gollanma.model.base import Period, Status
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.text import Text

LANGUAGES = ("tk", "ru", "en")
FRONT = (1, 2, 3, 4, 5, 7, 8, 11, 12, 13, 15, 20, 22, 25)
"""Numbers whose ordinal ends in -nji."""
DAYS = st.dates(date(2008, 1, 1), date(2030, 12, 31))

Words = Mapping[str, str]
Way = tuple[int, ...]
"""The place of a provision: the index of each provision that holds it, then its own."""


def words(tk: str, ru: str, en: str) -> Words:
    return {"tk": tk, "ru": ru, "en": en}


SENTENCES = (
    words(
        "Edara arzany {n} iş gününiň dowamynda gözden geçirmelidir.",
        "Учреждение обязано рассмотреть заявление в течение {n} рабочих дней.",
        "The institution must examine the application within {n} working days.",
    ),
    words(
        "Durmuş hyzmatlary mugt ýa-da bölekleýin tölegli esasda berilýär.",
        "Социальные услуги оказываются бесплатно или за частичную плату.",
        "Social services are given free of charge or for a partial fee.",
    ),
    words(
        "Kömek puluň möçberi {sum} manatdan az bolmaly däldir.",
        "Размер пособия не может быть менее {sum} манатов.",
        "The benefit must not be less than {sum} manats.",
    ),
    words(
        "Şu Kanunyň {n}-nji maddasynyň birinji böleginde görkezilen adamlar muňa haklydyr.",
        "Право на это имеют лица, указанные в части первой статьи {n} настоящего Закона.",
        "The persons named in part one of Article {n} of this Law are entitled to it.",
    ),
    words(
        "Maýyplygy bolan çaganyň ata-enesine (hossaryna) maglumat berilýär.",
        "Родителям (опекуну) ребёнка с инвалидностью предоставляется информация.",
        "Information is given to the parents (guardian) of a child with disabilities.",
    ),
    words(
        "«Durmuş işgäri» diýen düşünje şu Kanunda giňden ulanylýar.",
        "Понятие «социальный работник» применяется в настоящем Законе широко.",
        "The term “social worker” is used widely in this Law.",
    ),
    words(
        "Hasabat her ýylyň {n}-nji ýanwaryna çenli ministrlige tabşyrylýar.",
        "Отчёт представляется в министерство до {n} января каждого года.",
        "The report is submitted to the ministry by {n} January of each year.",
    ),
    words(
        "Adamyň razylygy bolmazdan maglumatlary ýaýratmak gadagandyr.",
        "Распространять сведения без согласия человека запрещается.",
        "It is forbidden to spread information without the person’s consent.",
    ),
    words(
        "Gaýragoýulmasyz kömek 24/7 tertipde, iki sagatdan gijä galman berilýär.",
        "Неотложная помощь оказывается круглосуточно, не позднее чем через два часа.",
        "Urgent help is given 24/7, not later than within two hours.",
    ),
    words(
        "Etrap häkimligi ýagdaýy öwrenýär; zerur bolsa, topary çagyrýar.",
        "Хякимлик этрапа изучает положение; при необходимости созывает комиссию.",
        "The etrap administration studies the situation; where needed, it calls a commission.",
    ),
)
HEADINGS = (
    words("Esasy düşünjeler", "Основные понятия", "Main terms"),
    words("Hyzmat almak hukugy", "Право на получение услуги", "The right to a service"),
    words("Hyzmaty ýatyrmak", "Прекращение услуги", "Ending a service"),
    words(
        "Mejlisiň {n}-nji karary boýunça çäreler",
        "Меры по постановлению Меджлиса № {n}",
        "Measures under Resolution No. {n} of the Mejlis",
    ),
    words("Jemleýji düzgünler", "Заключительные положения", "Final provisions"),
)
NEW_WORDS = (
    words("deslapky", "предварительный", "preliminary"),
    words("hökmany ýagdaýda", "в обязательном порядке", "without fail"),
    words("1 920 000,00", "1 920 000,00", "1,920,000.00"),
    words("12-nji", "12-й", "12th"),
    words("2021-nji ýylyň 18-nji dekabry", "18 декабря 2021 года", "18 December 2021"),
    words("öý-ojak", "хозяйство", "household"),
)


# --- words


@st.composite
def said(draw: st.DrawFn, sentences: tuple[Words, ...], most: int = 1) -> Text:
    """Give the same sentences in each language, sometimes in two paragraphs."""
    chosen = draw(st.lists(st.sampled_from(sentences), min_size=1, max_size=most))
    number, amount = draw(st.sampled_from(FRONT)), draw(st.integers(0, 10**7))
    between = draw(st.sampled_from((" ", " ", " ", "\n\n")))
    figures = {"n": number, "sum": f"{amount:,},00".replace(",", " ", 2)}
    return Text(
        {code: between.join(each[code].format(**figures) for each in chosen) for code in LANGUAGES}
    )


def sentences() -> st.SearchStrategy[Text]:
    return said(SENTENCES, most=3)


def headings() -> st.SearchStrategy[Text]:
    return said(HEADINGS)


# --- editions


def with_raised(draw: st.DrawFn, count: int) -> list[str]:
    """Give numbers in their order, some of them inserted ones: 1, 2, 2^1, 3."""
    plain = [str(each) for each in range(1, count + 1)]
    return [
        each
        for number in plain
        for each in ((number, f"{number}^1") if draw(st.integers(0, 5)) == 0 else (number,))
    ]


def slug(number: str) -> str:
    return number.replace("^", "-")


@st.composite
def units(draw: st.DrawFn, above: str, unit: str, below: str = "") -> tuple[Provision, ...]:
    """Give one to three parts or points of an article or a part."""
    return tuple(
        Provision(
            id=f"{above}.{slug(number)}",
            unit=unit,
            number=number,
            text=draw(sentences()),
            repealed=draw(st.integers(0, 9)) == 0,
            contains=draw(units(f"{above}.{slug(number)}", below))
            if below and draw(st.integers(0, 2)) == 0
            else (),
        )
        for number in with_raised(draw, draw(st.integers(1, 3)))
    )


@st.composite
def articles(draw: st.DrawFn, number: str) -> Provision:
    """Give an article of parts with points, or of words alone, some with a note at the end."""
    own = f"a{slug(number)}"
    is_whole = draw(st.integers(0, 3)) == 0
    inside = () if is_whole else draw(units(own, "part", "point"))
    note = Provision(id=f"{own}.note", unit="note", text=draw(sentences()))
    return Provision(
        id=own,
        unit="article",
        number=number,
        heading=draw(headings()),
        text=draw(sentences()) if is_whole else None,
        sample=draw(st.integers(0, 9)) == 0,
        contains=(*inside, *((note,) if draw(st.integers(0, 3)) == 0 else ())),
    )


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """Give any edition of a law: its articles stand in chapters, or freely."""
    numbers = with_raised(draw, draw(st.integers(1, 4)))
    body = [draw(articles(each)) for each in numbers]
    cut = draw(st.integers(0, len(body)))
    day = draw(DAYS)
    return Edition(
        status=Status.DRAFT,
        sample=draw(st.booleans()),
        day=day,
        in_force=Period.model_validate({"from": day}),
        preamble=draw(st.none() | sentences()),
        body=tuple(body) if draw(st.booleans()) else tuple(chapters(draw, body, cut)),
    )


def chapters(draw: st.DrawFn, body: list[Provision], cut: int) -> Iterator[Provision]:
    """Yield two chapters, one of which may be empty."""
    for index, part in ((1, body[:cut]), (2, body[cut:])):
        yield Provision(
            id=f"c{index}",
            unit="chapter",
            number="I" * index,
            heading=draw(headings()),
            contains=tuple(part),
        )


# --- amendments


@dataclass(frozen=True)
class Site:
    """The provisions of an edition under change, and the ids that are taken for ever."""

    body: tuple[Provision, ...]
    taken: frozenset[str]

    def ways(self) -> list[Way]:
        return list(ways(self.body))

    def at(self, way: Way) -> Provision:
        found, inside = None, self.body
        for index in way:
            found = inside[index]
            inside = found.contains
        assert found is not None
        return found

    def siblings(self, way: Way) -> tuple[Provision, ...]:
        return self.at(way[:-1]).contains if way[:-1] else self.body

    def with_siblings(self, way: Way, siblings: tuple[Provision, ...]) -> "Site":
        """Give the site with these in the place of a provision and its siblings."""
        return Site(put(self.body, way[:-1], siblings), self.taken | set(ids(siblings)))

    def with_one(self, way: Way, provision: Provision) -> "Site":
        before = self.siblings(way)
        index = way[-1]
        return self.with_siblings(way, (*before[:index], provision, *before[index + 1 :]))


def ways(body: tuple[Provision, ...], above: Way = ()) -> Iterator[Way]:
    """Yield the place of each provision, in the order of the text."""
    for index, each in enumerate(body):
        yield (*above, index)
        yield from ways(each.contains, (*above, index))


def ids(body: tuple[Provision, ...]) -> Iterator[str]:
    for each in body:
        yield each.id
        yield from ids(each.contains)


def put(
    body: tuple[Provision, ...], way: Way, siblings: tuple[Provision, ...]
) -> tuple[Provision, ...]:
    """Give a body in which what one provision holds is replaced."""
    if not way:
        return siblings
    here = body[way[0]]
    held = here.model_copy(update={"contains": put(here.contains, way[1:], siblings)})
    return (*body[: way[0]], held, *body[way[0] + 1 :])


def renumbered(siblings: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """Give siblings counted anew, each with the id it had; what had no number has none."""
    counted, given = 0, []
    for each in siblings:
        counted += each.number is not None
        is_roman = each.unit == "chapter"
        number = "I" * counted if is_roman else str(counted)
        given.append(each.model_copy(update={"number": number}) if each.number else each)
    return tuple(given)


def insert(draw: st.DrawFn, site: Site, way: Way) -> Site:
    """Insert a provision after one, with the number that the art of drafting gives it: 12^1."""
    beside = site.at(way)
    siblings, after = site.siblings(way), way[-1] + 1
    root = beside.id.rpartition(".")[0]
    base = (beside.number or "1").partition("^")[0]
    taken = {each.number for each in siblings}
    raised = next(each for each in range(1, 99) if f"{base}^{each}" not in taken)
    number = f"{base}^{raised}"
    stem = {"article": f"a{base}", "chapter": f"c{beside.id[1:]}"}.get(
        beside.unit, f"{root}.{base}"
    )
    free = next(
        f"{stem}-{each}" for each in range(raised, 999) if f"{stem}-{each}" not in site.taken
    )
    new = Provision(
        id=free,
        unit=beside.unit,
        number=number if beside.number else None,
        heading=draw(headings()) if beside.heading else None,
        text=draw(sentences()) if beside.unit != "chapter" else None,
    )
    return site.with_siblings(way, (*siblings[:after], new, *siblings[after:]))


def delete(draw: st.DrawFn, site: Site, way: Way) -> Site:
    """Take a provision out; what follows may be counted anew."""
    siblings = site.siblings(way)
    left = (*siblings[: way[-1]], *siblings[way[-1] + 1 :])
    return site.with_siblings(way, renumbered(left) if draw(st.booleans()) else left)


def move(draw: st.DrawFn, site: Site, way: Way) -> Site:
    """Put a provision to another place among its siblings; numbers may be counted anew."""
    siblings = list(site.siblings(way))
    moved = siblings.pop(way[-1])
    siblings.insert(draw(st.integers(0, len(siblings))), moved)
    order = tuple(siblings)
    return site.with_siblings(way, renumbered(order) if draw(st.booleans()) else order)


def move_away(draw: st.DrawFn, site: Site, way: Way) -> Site:
    """Put a provision to the end of another that holds such units."""
    moved = site.at(way)
    holders = [
        each
        for each in site.ways()
        if each != way[:-1] and each[: len(way)] != way and holds(site.at(each), moved.unit)
    ]
    if not holders or not way[:-1]:
        return move(draw, site, way)
    to = draw(st.sampled_from(holders))
    held = site.at(to)
    # The place of the holder does not change when what it gets stood elsewhere in the tree.
    filled = site.with_one(to, held.model_copy(update={"contains": (*held.contains, moved)}))
    siblings = filled.siblings(way)
    return filled.with_siblings(way, (*siblings[: way[-1]], *siblings[way[-1] + 1 :]))


def holds(provision: Provision, unit: str) -> bool:
    return any(each.unit == unit for each in provision.contains)


def repeal(_draw: st.DrawFn, site: Site, way: Way) -> Site:
    """Leave a provision in its place, binding nobody."""
    return site.with_one(way, site.at(way).model_copy(update={"repealed": True}))


def reword(draw: st.DrawFn, site: Site, way: Way) -> Site:
    """Replace, insert or take out a few words, in all languages."""
    return _worded(draw, site, way, LANGUAGES)


def reword_once(draw: st.DrawFn, site: Site, way: Way) -> Site:
    """Change the words in one language alone, as an amendment of a translation does."""
    return _worded(draw, site, way, (draw(st.sampled_from(LANGUAGES)),))


def _worded(draw: st.DrawFn, site: Site, way: Way, languages: tuple[str, ...]) -> Site:
    old = site.at(way)
    if old.text is None:
        return rehead(draw, site, way)
    new = draw(st.sampled_from(NEW_WORDS))
    changed = {each: _some_words(draw, old.text[each], new[each]) for each in languages}
    return site.with_one(way, old.model_copy(update={"text": Text({**old.text, **changed})}))


def _some_words(draw: st.DrawFn, text: str, new: str) -> str:
    """Put new words in the place of up to three others."""
    split = text.split(" ")
    start = draw(st.integers(0, len(split) - 1))
    end = min(len(split), start + draw(st.integers(0, 3)))
    put_in = [new] if start == end or draw(st.integers(0, 2)) else []
    left = [*split[:start], *put_in, *split[end:]]
    return " ".join(left).strip() or new


def rewrite(draw: st.DrawFn, site: Site, way: Way) -> Site:
    """Give the whole of a provision in new words."""
    old = site.at(way)
    if old.text is None:
        return rehead(draw, site, way)
    return site.with_one(way, old.model_copy(update={"text": draw(sentences())}))


def rehead(draw: st.DrawFn, site: Site, way: Way) -> Site:
    """Change the heading; a provision without one is repealed instead."""
    old = site.at(way)
    if old.heading is None:
        return repeal(draw, site, way)
    return site.with_one(way, old.model_copy(update={"heading": draw(headings())}))


Amending = Callable[[st.DrawFn, Site, Way], Site]
CHANGES: tuple[Amending, ...] = (
    insert,
    delete,
    move,
    move_away,
    repeal,
    reword,
    reword_once,
    rewrite,
    rehead,
)


@st.composite
def amended(draw: st.DrawFn, edition: Edition, most: int = 4) -> Edition:
    """Give an edition as one to `most` changes leave it, in force later and based on it."""
    site = Site(edition.body, frozenset(ids(edition.body)))
    for _ in range(draw(st.integers(1, most))):
        change, everywhere = draw(st.sampled_from(CHANGES)), site.ways()
        if everywhere:
            site = change(draw, site, draw(st.sampled_from(everywhere)))
    day = (edition.day or date(2008, 1, 1)) + timedelta(days=draw(st.integers(1, 3000)))
    return edition.model_copy(
        update={
            "body": site.body,
            "based_on": (edition.day or day).isoformat(),
            "day": day,
            "in_force": Period.model_validate({"from": day}),
        }
    )


@st.composite
def amendments(draw: st.DrawFn) -> tuple[Edition, Edition]:
    """Give an edition and the one after it."""
    old = draw(editions())
    return old, draw(amended(old))

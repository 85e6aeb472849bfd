"""Editions that the official form can say, made by hypothesis."""

from collections.abc import Iterator, Sequence
from itertools import count as counted

from hypothesis import strategies as st

from gollanma.exchange.lawtext.marks import escaped
from gollanma.model import Text
from gollanma.model.kinds.acts import Provision, Variant

WORDS = st.lists(
    st.sampled_from(
        ["kömek", "*", "_a_", "[b]", "12-nji", "«Kanun»", "–", "2030", "(üç)", "`", "a:b", "\\"]
    ),
    min_size=1,
    max_size=8,
).map(lambda words: "Şu " + " ".join(words) + ".")
HEADINGS = st.sampled_from(["Umumy düzgünler", "Kömek", "Türkmenistanyň kömegi", "II görnüş"])


def text_of(words: str) -> Text:

    return Text({"tk": escaped(words)})


@st.composite
def leaves(draw: st.DrawFn, above: str, unit: str, signs: Sequence[str]) -> tuple[Provision, ...]:
    count = draw(st.integers(0, len(signs)))
    return tuple(
        Provision(
            id=f"{above}.{signs[index]}",
            unit=unit,
            number=signs[index],
            text=text_of(draw(WORDS)),
            sample=draw(st.booleans()),
            contains=draw(leaves(f"{above}.{signs[index]}", "subpoint", "ab"))
            if unit == "point"
            else (),
        )
        for index in range(count)
    )


@st.composite
def parts(draw: st.DrawFn, above: str) -> tuple[Provision, ...]:
    """Give numbered parts, or at least two unnumbered ones."""
    is_numbered = draw(st.booleans())
    count = draw(st.integers(0 if is_numbered else 2, 4))
    return tuple(
        Provision(
            id=f"{above}.{number}",
            unit="part",
            number=str(number) if is_numbered else None,
            text=text_of(draw(WORDS)),
            contains=(
                *draw(leaves(f"{above}.{number}", "point", "123")),
                *(
                    Provision(
                        id=f"{above}.{number}.p{place}", unit="paragraph", text=text_of(draw(WORDS))
                    )
                    for place in range(1, draw(st.integers(0, 2)) + 1)
                ),
            ),
        )
        for number in range(1, count + 1)
    )


@st.composite
def articles(draw: st.DrawFn, first: int) -> tuple[Provision, ...]:
    made = []
    for number in range(first, first + draw(st.integers(1, 3))):
        above = f"a{number}"
        is_short = draw(st.booleans())
        inside = draw(leaves(above, "point", "123")) if is_short else draw(parts(above))
        made.append(
            Provision(
                id=above,
                unit="article",
                number=str(number),
                heading=text_of(draw(HEADINGS)),
                text=text_of(draw(WORDS)) if is_short else None,
                contains=inside,
                sample=draw(st.booleans()),
                repealed=draw(st.booleans()),
            )
        )
    return tuple(made)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Provision, ...]:
    chapters = draw(st.integers(0, 2))
    if not chapters:
        return draw(articles(1))
    made: list[Provision] = []
    first = 1
    for index in range(1, chapters + 1):
        inside = draw(articles(first))
        first += len(inside)
        roman = "I" * index
        made.append(
            Provision(
                id=f"c{index}",
                unit="chapter",
                number=roman,
                heading=text_of(draw(HEADINGS)),
                contains=inside,
            )
        )
    return tuple(made)


@st.composite
def open_bodies(draw: st.DrawFn) -> tuple[Provision, ...]:
    """Give provisions some of which have open wordings, beside their text or in its place."""
    return tuple(_opened(draw, each, counted(1)) for each in draw(bodies()))


def _opened(draw: st.DrawFn, provision: Provision, numbers: Iterator[int]) -> Provision:
    """Give a provision with open wordings; none in the article has the name of another one."""
    inside = tuple(_opened(draw, each, numbers) for each in provision.contains)
    made = provision.model_copy(update={"contains": inside})
    count = draw(st.sampled_from((0, 0, 0, 2, 3)))
    if provision.text is None or provision.unit == "paragraph" or not count:
        return made
    words = st.lists(WORDS, min_size=1, max_size=2)
    above = provision.id.replace(".", "-")
    variants = tuple(
        Variant(id=f"{above}-w{next(numbers)}", text=text_of("\n\n".join(draw(words))))
        for _ in range(count)
    )
    text = draw(st.sampled_from((None, provision.text)))
    return made.model_copy(update={"variants": variants, "text": text})

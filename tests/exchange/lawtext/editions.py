"""Editions that the official form can say, made by hypothesis."""

from collections.abc import Sequence
from typing import Any

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
def wordings(draw: st.DrawFn) -> dict[str, Any]:
    """Give the words of a provision: as a rule one text, else open wordings, or both."""
    count = draw(st.sampled_from((0, 0, 0, 2, 3)))
    open_ = tuple(
        Variant(id=name, text=text_of("\n\n".join(draw(st.lists(WORDS, min_size=1, max_size=2)))))
        for name in ("a", "b", "c-1")[:count]
    )
    return {
        "text": text_of(draw(WORDS)) if not open_ or draw(st.booleans()) else None,
        "variants": open_,
    }


@st.composite
def leaves(draw: st.DrawFn, above: str, unit: str, signs: Sequence[str]) -> tuple[Provision, ...]:
    count = draw(st.integers(0, len(signs)))
    return tuple(
        Provision(
            id=f"{above}.{signs[index]}",
            unit=unit,
            number=signs[index],
            **draw(wordings()),
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
            **draw(wordings()),
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
                **(draw(wordings()) if is_short else {}),
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

"""How provisions are cited by the numbers around them."""

import pytest

from gollanma.law import chain_of, cited_places, number_of, place_meant, units
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision

NAMED = frozenset({"article", "part", "point"})
LAW = Edition.model_validate(
    {
        "body": [
            {
                "id": "c1",
                "unit": "chapter",
                "number": "I",
                "contains": [
                    {
                        "id": "a5",
                        "unit": "article",
                        "number": "6",
                        "contains": [
                            {"id": "a5.1", "unit": "part"},
                            {
                                "id": "a5.2",
                                "unit": "part",
                                "contains": [{"id": "a5.2.1", "unit": "point", "number": "1"}],
                            },
                            {"id": "a5.n", "unit": "note"},
                        ],
                    },
                    {"id": "a5-1", "unit": "article", "number": "6^1"},
                ],
            }
        ]
    }
)
PLACED = units(LAW)
PLACES = cited_places(PLACED, NAMED)


@pytest.mark.parametrize(
    ("place", "number"),
    [("a5", "6"), ("a5.2", "2"), ("a5.n", ""), ("a5-1", "6^1")],
)
def test_the_number_of_a_provision(place: str, number: str) -> None:
    assert number_of(PLACED[place].provision) == number


def test_a_chain_names_what_is_cited_alone() -> None:
    assert chain_of("a5.2.1", PLACED, NAMED) == (("article", "6"), ("part", "2"), ("point", "1"))
    assert chain_of("c1", PLACED, NAMED) == ()
    assert chain_of("c1", PLACED, NAMED | {"chapter"}) == (("chapter", "I"),)


@pytest.mark.parametrize(
    ("cited", "here", "meant"),
    [
        pytest.param((("article", "6"), ("part", "2")), None, "a5.2", id="from outside"),
        pytest.param((("part", "1"),), "a5.2.1", "a5.1", id="a part, read in the same article"),
        pytest.param((("point", "1"),), "a5.2", "a5.2.1", id="a point, read in its part"),
        pytest.param((("part", "1"),), "a5-1", None, id="a part, read in another article"),
        pytest.param((("part", "1"),), None, None, id="a part of anything"),
        pytest.param((("article", "6^1"),), "a5.1", "a5-1", id="an article, read in another"),
        pytest.param((("article", "7"),), "a5.1", None, id="no such article"),
    ],
)
def test_what_a_citation_means(
    cited: tuple[tuple[str, str], ...], here: str | None, meant: str | None
) -> None:
    around = chain_of(here, PLACED, NAMED) if here else ()
    assert place_meant(cited, around, PLACES) == meant


def test_every_provision_is_found_by_its_own_chain() -> None:
    own = {place for place, unit in PLACED.items() if unit.provision.unit in NAMED}
    assert set(PLACES.values()) == own
    assert all(PLACES[chain_of(place, PLACED, NAMED)] == place for place in own)


def test_of_two_that_are_cited_alike_the_first_is_meant() -> None:
    twice = Edition(
        body=(
            Provision(id="a1", unit="article", number="1"),
            Provision(id="a2", unit="article", number="1"),
        )
    )
    placed = units(twice)
    assert cited_places(placed, NAMED) == {(("article", "1"),): "a1"}

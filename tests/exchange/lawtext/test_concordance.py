"""Which provision is which: measured on the Law with half of its words changed."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from gollanma.exchange.lawtext.concordance import Concordance, concordance
from gollanma.model import Text
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from gollanma.model.load import load
from tests.exchange.lawtext.reading import ROOT, languages, project
from tests.support.projects import DAY


@dataclass
class Blur:
    """Renumbers provisions, shuffles some, and puts other words in the place of a share of them."""

    share: float
    pool: Sequence[str]
    chance: random.Random = field(default_factory=lambda: random.Random(1))  # noqa: S311 - the same each time
    truth: dict[str, str] = field(default_factory=dict)

    def body(self, body: Sequence[Provision]) -> tuple[Provision, ...]:
        return tuple(self.one(each, place) for place, each in enumerate(body, 1))

    def one(self, provision: Provision, place: int) -> Provision:
        name = self.truth.setdefault(provision.id, f"x{len(self.truth)}")
        inside = list(provision.contains)
        if self.chance.random() < 0.2:
            self.chance.shuffle(inside)
        is_article = provision.unit == "article"
        number = str(int(provision.number or "0") + 2) if is_article else str(place)
        words = {name: self.words(getattr(provision, name)) for name in ("heading", "text")}
        new = {"id": name, "number": number, "contains": self.body(inside), **words}
        return provision.model_copy(update=new)

    def words(self, text: Text | None) -> Text | None:
        if text is None:
            return None
        words = text["tk"].split()
        kept = [each for each in words if self.chance.random() > self.share]
        others = self.chance.sample(self.pool, round(len(words) * self.share))
        return Text({"tk": " ".join([*kept, *others]) or "ýok"})


def flat(body: Sequence[Provision]) -> Iterator[Provision]:
    for each in body:
        yield each
        yield from flat(each.contains)


@pytest.fixture(scope="module")
def law() -> Edition:
    library = load(ROOT, DAY).library
    assert library is not None
    edition = library.records["act/social-services@2022-01-01"]
    assert isinstance(edition, Edition)
    return edition


def compared(law: Edition, share: float) -> tuple[Concordance, dict[str, str]]:
    pool = [word for each in flat(law.body) if each.text for word in each.text["tk"].split()]
    blur = Blur(share, pool)
    new = Edition(body=blur.body(law.body))
    kind = project().act_kind("law")
    assert kind is not None
    return concordance(law, new, kind, languages()), blur.truth


@pytest.mark.parametrize(
    ("share", "least"),
    [
        pytest.param(0.0, 1.0, id="the same words under other numbers"),
        pytest.param(0.2, 0.97, id="a fifth of the words changed"),
        pytest.param(0.4, 0.85, id="two fifths changed"),
        pytest.param(0.5, 0.6, id="half changed"),
    ],
)
def test_most_are_found_and_none_is_surely_wrong(law: Edition, share: float, least: float) -> None:
    found, truth = compared(law, share)
    right = sum(each.new == truth[each.old] for each in found.matches)
    assert right >= least * len(truth)
    wrong = [each for each in found.matches if each.new and each.new != truth[each.old]]
    assert [each for each in wrong if each.is_sure] == []
    assert len(wrong) <= 0.02 * len(truth)


def test_no_two_lead_to_one(law: Edition) -> None:
    found, _ = compared(law, 0.5)
    taken = [each.new for each in found.matches if each.new]
    assert len(taken) == len(set(taken))


def test_what_is_not_found_leads_to_the_nearest_above(law: Edition) -> None:
    found, _ = compared(law, 0.5)
    without = [each.old for each in found.matches if not each.new]
    assert without
    for old in without:
        above = [name for name in found.old[old].above if found.of[name].new]
        assert found.nearest(old) == (found.of[above[-1]].new if above else "")

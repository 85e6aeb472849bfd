"""What sentences demand, allow and deny."""

import pytest

from gollanma.languages import Language

FORCES = [
    ("en", "The worker must visit.", {"must"}),
    ("en", "The worker must not visit.", {"must_not"}),
    ("en", "Help should come.", {"should"}),
    ("en", "Anybody may apply.", {"may"}),
    ("en", "It is prohibited to ask.", {"must_not"}),
    ("en", "The sun shines.", set()),
    ("ru", "Работник обязан прийти.", {"must"}),
    ("ru", "Работник должен прийти.", {"must", "should"}),
    ("ru", "Человек вправе отказаться.", {"may"}),
    ("ru", "Запрещается принимать подарки.", {"must_not"}),
    ("ru", "Специалист не вправе отказать.", {"must_not"}),
    ("ru", "Права и обязанности сторон.", set()),
    ("tk", "Işgär barmaly.", {"must", "should"}),
    ("tk", "Işgär barmaly däl.", {"must_not"}),
    ("tk", "Hökman soraň.", {"must"}),
    ("tk", "Adam arza berip biler.", {"may"}),
    ("tk", "Sowgat almak gadagandyr.", {"must_not"}),
    ("tk", "Amaly iş.", set()),
]


@pytest.mark.parametrize(("code", "text", "forces"), FORCES, ids=[text for _, text, _ in FORCES])
def test_how_strongly_a_text_binds(
    code: str, text: str, forces: set[str], languages: dict[str, Language]
) -> None:
    assert languages[code].senses.forces_in(text) == forces


DENIALS = [
    ("en", "Do not ask.", True, True),
    ("en", "Without hurry.", False, True),
    ("en", "Ask at once.", False, False),
    ("en", "Hold the referral back.", False, True),
    ("en", "Come back and hold her hand.", False, False),
    ("en", "Her support goes on.", False, True),
    ("en", "Wherever she lives.", False, True),
    ("en", "Put the information on the list at the district office.", False, False),
    ("en", "It is invalid.", False, True),
    ("en", "Understand the disability first.", False, False),
    ("en", "An unsafe home.", False, True),
    ("ru", "Не спрашивайте.", True, True),
    ("ru", "Без спешки.", False, True),
    ("ru", "Спросите сразу.", False, False),
    ("tk", "Soramaň.", True, True),
    ("tk", "Içeri girmäň.", True, True),
    ("tk", "Arkaýyn däl.", True, True),
    ("tk", "Jogapsyz galdy.", False, True),
    ("tk", "Derrew soraň.", False, False),
]


@pytest.mark.parametrize(
    ("code", "text", "surely", "perhaps"), DENIALS, ids=[text for _, text, _, _ in DENIALS]
)
def test_what_denies(
    code: str, text: str, languages: dict[str, Language], *, surely: bool, perhaps: bool
) -> None:
    senses = languages[code].senses
    assert (senses.denies(text), senses.may_deny(text)) == (surely, perhaps)


def test_a_pack_that_tells_nothing_is_not_judged(ro: Language) -> None:
    assert not ro.senses.is_known
    assert ro.senses.forces_in("Trebuie să ceară.") == frozenset()

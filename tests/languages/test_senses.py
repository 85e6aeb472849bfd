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
    ("tk", "Adam gelmäge borçly däl.", set()),
    ("tk", "Ol talap etmäge hakly däl.", {"must_not"}),
    ("tk", "Sowgat almak bolmaýar.", {"must_not"}),
]


@pytest.mark.parametrize(("code", "text", "forces"), FORCES, ids=[text for _, text, _ in FORCES])
def test_how_strongly_a_text_binds(
    code: str, text: str, forces: set[str], languages: dict[str, Language]
) -> None:
    assert languages[code].senses.forces_in(text) == forces


DENIALS = [
    ("en", "Do not ask.", True, True),
    ("en", "Without hurry.", True, True),
    ("en", "Ask at once.", False, False),
    ("en", "Hold the referral back.", False, True),
    ("en", "Come back and hold her hand.", False, False),
    ("en", "Her support goes on.", False, True),
    ("en", "Wherever she lives.", False, True),
    ("en", "Put the information on the list at the district office.", False, False),
    ("en", "It is invalid.", False, True),
    ("en", "Understand the disability first.", False, False),
    ("en", "An unsafe home.", False, True),
    ("en", "No reason is asked.", True, True),
    ("en", "See form No. 5.", False, False),
    ("en", "Ask whether or not she agrees.", False, False),
    ("ru", "Не спрашивайте.", True, True),
    ("ru", "Без спешки.", True, True),
    ("ru", "Спросите сразу.", False, False),
    ("ru", "Никого нет дома.", True, True),
    ("ru", "Приведите её домой: он ждёт документов от неё.", False, True),
    ("ru", "Её документы дома.", False, False),
    ("ru", "Согласна она или нет, решает сама.", False, False),
    ("ru", "Отказ или нет ответа.", True, True),
    ("ru", "Ждут, пока он не придёт.", False, True),
    ("ru", "Живёт дома, пока он не придёт.", False, True),
    ("ru", "Продолжайте, пока нет безопасного места.", False, True),
    ("ru", "Живёт дома, пока учится.", False, False),
    ("ru", "Он пока не пришёл.", True, True),
    ("ru", "Узнайте, не заведено ли дело.", False, False),
    ("ru", "Узнайте, нет ли угрозы.", False, False),
    ("ru", "Безопасность ребёнка.", False, False),
    ("tk", "Soramaň.", True, True),
    ("tk", "Içeri girmäň.", True, True),
    ("tk", "Arkaýyn däl.", True, True),
    ("tk", "Jogapsyz galdy.", True, True),
    ("tk", "Derrew soraň.", False, False),
    ("tk", "Ol gelmedi.", True, True),
    ("tk", "Gelmedik adam.", True, True),
    ("tk", "Islemeýän çaga.", True, True),
    ("tk", "Ol gelmese, garaşyň.", True, True),
    ("tk", "Hiç kim bilmesin.", True, True),
    ("tk", "Gelmejekdigini aýtdy.", True, True),
    ("tk", "Men bilemok.", True, True),
    ("tk", "Jogaba garaşman başlaň.", True, True),
    ("tk", "Razylyk görkezmän alyň.", True, True),
    ("tk", "Soramazlyk hukugy.", True, True),
    ("tk", "Öýde adam ýok.", True, True),
    ("tk", "Sowgat almak bolmaýar.", True, True),
    ("tk", "Ne öýde, ne işde aýdýar.", True, True),
    ("tk", "Gadagandyr.", True, True),
    ("tk", "Gelmezden öň jaň ediň.", False, True),
    ("tk", "Ýokary jaýa baryň, ýoklap görüň.", False, False),
    ("tk", "Hünärmen lukman bilen gepleşýär.", False, False),
    ("tk", "Derman hökman berilýär.", False, False),
    ("tk", "Gollanmanyň mazmuny we meselesi.", False, False),
    ("tk", "Hemaýat we maýyplyk boýunça.", False, False),
    ("tk", "Namaz okaýar.", False, False),
    ("tk", "Howpsuz öý.", False, False),
    ("tk", "Nobatsyz kabul edilýär.", False, True),
    ("tk", "Howpuň ýokdugyny anyklaň.", False, True),
]


@pytest.mark.parametrize(
    ("code", "text", "surely", "perhaps"), DENIALS, ids=[text for _, text, _, _ in DENIALS]
)
def test_what_denies(
    code: str, text: str, languages: dict[str, Language], *, surely: bool, perhaps: bool
) -> None:
    senses = languages[code].senses
    assert (senses.denies(text), senses.may_deny(text)) == (surely, perhaps)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("tk", "Ýapmagy saklaň, adamy ýeke galdyryň."),
        ("ru", "Остановите закрытие, оставьте человека одного."),
        ("en", "Stop the closing, leave the person alone."),
    ],
)
def test_other_ways_to_deny_have_one_name_in_all_languages(
    code: str, text: str, languages: dict[str, Language]
) -> None:
    assert languages[code].senses.doubts_in(text) == {"alone", "end", "keep", "leave"}


def test_a_pack_that_tells_nothing_is_not_judged(ro: Language) -> None:
    assert not ro.senses.is_known
    assert ro.senses.forces_in("Trebuie să ceară.") == frozenset()

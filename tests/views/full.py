"""The rich project with one record more of each kind, full of whatever its page can print."""

from functools import cache

from gollanma.graph import Graph
from gollanma.model import Record
from gollanma.views import Page, pages
from gollanma.views.context import Desk
from gollanma.views.frame import desk_of
from gollanma.views.voice import Voice
from tests.support.projects import Small
from tests.views.rich import FILES, rich

UNITS = """\
    units:
      - id: chapter
        numbering: roman
        in_path: false
      - id: article
      - id: part
      - id: point
      - id: note
        numbering: none
"""
ORDER = """\
  - id: order
    name: {tk: buýruk, ru: приказ, en: order}
    plural: {tk: Buýruklar, ru: Приказы, en: Orders}
    units:
      - id: part
    stages:
      - id: adopted
        name: {tk: kabul edilen, ru: принят, en: adopted}
        effect: adoption
systems:
  - id: consent-rules
    name: {tk: Razylyk, ru: Согласие, en: Rules on consent}
  - id: nothing
    name: {tk: Hiç zat, ru: Ничего, en: Nothing yet}
"""

LAW = """\
title: {tk: Goldaw hakynda, ru: О поддержке, en: On Support}
short_title: {tk: Goldaw kanuny, ru: Закон о поддержке, en: Support Law}
summary: {tk: Goldaw barada., ru: О поддержке людей., en: About support.}
act_kind: law
number: 2-I
frbr: /akn/tm/act/2021/2-I
owner: organisation/office
issuer: organisation/house
covers: [law]
gazette:
  - text: {tk: Habarnama, ru: Вестник, en: Gazette}
    day: 2020-12-30
contacts:
  - name: {tk: Nobatçy, ru: Дежурный, en: Duty desk}
    phone: {missing: enter-locally}
enabled_by: [act/help#a1]
lifecycle:
  - stage: adopted
    day: 2020-12-01
    note: {tk: Ses berlişik, ru: Голосование, en: By a vote}
  - stage: in-force
    day: 2021-01-01
"""

EDITION = """\
status: draft
sample: true
authoritative: ru
in_force:
  from: 2021-01-01
note: {tk: Nusga., ru: Образец., en: A sample.}
preamble: {tk: Giriş., ru: Преамбула., en: Preamble.}
body:
  - id: c1
    unit: chapter
    number: I
    heading: {tk: Umumy, ru: Общее, en: General}
    text: {tk: Bap barada., ru: О главе., en: About the chapter.}
    contains:
      - id: a1
        unit: article
        number: 1^1
        heading: {tk: Goldaw, ru: Поддержка, en: Support}
        reserves: role/worker
        explanation: {tk: Sebäbi., ru: Причина., en: The reason.}
        contains:
          - id: a1.1
            unit: part
            number: "1"
            text: {tk: "Razylyk soralmaly:", ru: "Нужно согласие:", en: "Consent must be asked:"}
            modality: must
            by_laws:
              - text: {tk: Tertip, ru: Порядок, en: The procedure}
              - text: {tk: Kömek, ru: Помощь, en: The help}
                act: act/help
            contains:
              - id: a1.1.1
                unit: point
                number: "1"
                text: {tk: adamdan;, ru: у человека;, en: of the person;}
                modality: must
                defines: term/consent
              - id: a1.1.2
                unit: point
                number: "2"
                text: {ru: у семьи.}
                modality: must-not
                in_force: {from: 2022-01-01, to: 2030-01-01}
          - id: a1.2
            unit: part
            text: {tk: "- ýatdan", ru: "- без номера", en: "- without a number"}
            repealed: true
          - id: a1.3
            unit: part
            number: "3"
            heading: {tk: Ady, ru: Имя, en: A name}
            text: {tk: Iki görnüş., ru: Два варианта., en: Two wordings.}
            variants:
              - id: a
                text: {tk: Birinji., ru: Первый., en: The first.}
                reason: {tk: Gysga., ru: Короче., en: It is shorter.}
              - id: b
                text: {tk: Ikinji., ru: Второй., en: The second.}
      - id: a2
        unit: article
        number: "2"
        text: {tk: Başga., ru: Другое., en: Another.}
        variants:
          - id: a
            text: {tk: Üçünji., ru: Третий., en: The third.}
  - id: n1
    unit: note
    text: {tk: Bellik., ru: Примечание., en: A note.}
"""
OLD_EDITION = """\
in_force: {to: 2020-12-31}
body:
  - id: a1
    unit: article
    number: "1"
    repealed: true
    text: {tk: Öňki., ru: Прежнее., en: Former.}
"""
DRAFT_EDITION = """\
day: 2026-05-01
body:
  - id: a1
    unit: article
    number: "1"
    sample: true
    text: {tk: Täze., ru: Новое., en: New.}
    defines: term/note
"""
TERM = """\
status: draft
version: "1.0"
labels:
  tk:
    - label: ýazuw
    - label: protokol
      status: forbidden
      note: {tk: Köne söz., ru: Старое слово., en: An old word.}
  en:
    - label: record
      plural: records
    - label: minutes
      status: admitted
    - label: Blotter
      status: deprecated
definition: {tk: Ýazylan zat., ru: Написанное., en: What is written down.}
defined_in: act/support#a1.1.1
context: {tk: Ýazuw doly., ru: Запись полна., en: The record is whole.}
broader: [term/consent]
related: [term/note]
not_to_confuse: [term/consent]
"""
NOTE = """\
status: idea
labels:
  ru:
    - label: заметка
related: [term/record]
"""
FORM = """\
title: {tk: Hat, ru: Письмо, en: Letter}
summary: {tk: Hat ýazmak., ru: Чтобы написать., en: For writing.}
status: draft
version: "1.0"
purpose: {tk: Ýazmak., ru: Написать., en: To write.}
when: {tk: Soňra., ru: Потом., en: Afterwards.}
retention: {value: 5, unit: year}
covers: [consent-rules]
legal_basis: [act/support#a1.1]
fields:
  - id: way
    label: {tk: Ýol, ru: Путь, en: Way}
    help: {tk: Saýlaň., ru: Выберите., en: Choose one.}
    kind: choice
    choices:
      - {tk: hat, ru: письмом, en: by letter}
      - {tk: jaň, ru: по телефону, en: by telephone}
  - id: person
    label: {tk: Adam, ru: Человек, en: Person}
    personal_data: true
"""
ROLE = """\
title: {tk: Kömekçi, ru: Помощник, en: Helper}
summary: {tk: Kömek edýär., ru: Помогает., en: Helps.}
status: draft
version: "1.0"
purpose: {tk: Kömek., ru: Помощь., en: Help.}
legal_category: term/record
supervised_by: role/lead
next_role: role/lead
caseload: {value: 20, unit: case}
trainings: [training/course]
duties:
  - {tk: Kömek etmeli., ru: Помогать., en: To help.}
qualification: {tk: Okuw., ru: Учёба., en: Learning.}
"""
HOUSE = """\
title: {tk: Merkez, ru: Центр, en: Centre}
summary: {tk: Merkez., ru: Центр помощи., en: A centre.}
status: draft
version: "1.0"
type: office
parent: organisation/office
territories: [territory/south]
contacts:
  - phone: "000"
    verified: 2026-02-01
provides:
  - service: service/care
    contract: {number: "7", valid: {from: 2026-01-01}}
"""
SOUTH = """\
title: {tk: Günorta, ru: Юг, en: South}
status: draft
level: district
parent: territory/north
merged_into: territory/north
about: {tk: Sähra., ru: Степь., en: Steppe.}
former_names:
  - {tk: Köne, ru: Старый, en: Old South}
lifecycle:
  - day: 2024-01-01
    text: {tk: Üýtgedi., ru: Изменился., en: It changed.}
offices:
  - organisation: organisation/office
    text: {tk: Jaý., ru: Дом., en: A house.}
    contact: {phone: {missing: enter-locally}}
  - text: {tk: Otag., ru: Комната., en: A room.}
posts:
  - role: role/worker
  - role: role/lead
    count: {value: 2, unit: person}
"""
COURSE = """\
title: {tk: Okuw, ru: Курс, en: Course}
summary: {tk: Okuw barada., ru: О курсе., en: About the course.}
status: draft
version: "1.0"
purpose: {tk: Öwretmek., ru: Научить., en: To teach.}
duration: {value: 2, unit: day}
roles: [role/worker]
day_minutes: 90
sessions:
  - id: second
    day: 2
    minutes: 30
    title: {tk: Soň, ru: Потом, en: Later}
    methods: [role-play, juggling]
    notes: {tk: Howlukmaň., ru: Не спешите., en: "Do not **hurry**."}
    uses: [sop/visit#ask, sop/crisis#danger, form/consent, practice/door]
    handouts: [form/consent, document/none]
  - id: first
    day: 1
    minutes: 90
    title: {tk: Öň, ru: Сначала, en: First}
    text: {tk: Gürrüň., ru: Беседа., en: A talk.}
    objectives:
      - id: same
        text: {tk: Bilýär., ru: Знает., en: Knows.}
        teaches: [sop/visit#ask]
        version: "1.0"
      - id: older
        text: {tk: Edýär., ru: Делает., en: Does.}
        teaches: [sop/visit#arrange]
        version: "0.9"
      - id: lost
        text: {tk: Gözleýär., ru: Ищет., en: Looks.}
        teaches: [form/consent, act/support#a1, sop/none]
        version: "0.1"
materials:
  - title: {tk: Kagyz, ru: Лист, en: Sheet}
    document: form/consent
quiz:
  - id: who
    text: {tk: Kim?, ru: Кто?, en: Who?}
    answers:
      - text: {tk: Men, ru: Я, en: I do}
        right: true
        why: {tk: Şeýle., ru: Так., en: It is so.}
      - text: {tk: Sen, ru: Ты, en: You do}
"""
DOOR = """\
title: {tk: Gapy, ru: Дверь, en: The door}
summary: {tk: Ene bilen., ru: С матерью., en: With a mother.}
status: draft
version: "1.0"
sample: true
sop: sop/visit
written_for: "0.9"
family: {tk: Ene we oglan., ru: Мать и мальчик., en: A mother and a boy.}
scenes:
  - id: arrange
    text: {tk: Telefon., ru: Телефон., en: The telephone rings.}
  - id: ask
    text: {tk: Gapy., ru: Дверь открыта., en: The door is open.}
    outcomes:
      - text: {tk: Gürleýär., ru: Говорит., en: She talks.}
        right: true
      - text: {tk: Dymýar., ru: Молчит., en: She is silent.}
  - id: gone
    text: {tk: Hiç kim., ru: Никого., en: Nobody is there.}
closing: {tk: Näme üçin?, ru: Почему?, en: Why?}
"""
ALARM = """\
title: {tk: Jaň, ru: Звонок, en: The call}
status: draft
version: "1.0"
code: PR-01
quick_exit: true
sop: sop/crisis
scenes:
  - id: danger
    outcomes:
      - text: {tk: Bir., ru: Один., en: First.}
      - right: true
  - id: refer
"""
INDICATOR = """\
title: {tk: San, ru: Счёт, en: Count}
summary: {tk: San barada., ru: О числе., en: About a count.}
status: draft
version: "1.0"
measures: [service/care]
unit: moon
definition: {tk: Sanalýar., ru: Считают., en: It is counted.}
numerator: {tk: Aýlar., ru: Луны., en: Moons.}
denominator: {tk: Ählisi., ru: Все., en: All.}
collected_in: [form/letter]
disaggregation: [sex]
frequency: yearly
baseline: {day: 2025-01-01, value: 1, fact: fact/offices}
targets:
  - {by: 2030-01-01, value: 9}
observations:
  - {day: 2026-01-01, value: 2}
"""
DOCUMENT = """\
title: {tk: Gollanma, ru: Пособие, en: Guide}
summary: {tk: Gollanma barada., ru: О пособии., en: About the guide.}
status: draft
version: "1.0"
document_kind: report
publisher: [organisation/office]
published: "2021"
languages: [ru, en]
about: {tk: Okamaly., ru: Читать., en: To be read.}
sections:
  - id: one
    title: {tk: Bir, ru: Один, en: One}
    text: {tk: Başy., ru: Начало., en: The beginning.}
reading: [act/support, sop/visit]
"""
FACT = """\
title: {tk: Paý, ru: Доля, en: Share}
status: draft
unit: percent
split_of: fact/offices
total_of: [fact/offices]
statements:
  - value: 40
    as_of: 2026-01-01
    document: document/guide
    place: p. 7
    approximate: about
  - value: 41
    scope: north
"""
CALENDAR = """\
title: {tk: 2026-njy ýyl, ru: 2026 год, en: The year 2026}
status: draft
version: "1.0"
year: 2026
holidays:
  - {day: 2026-01-01, name: {tk: Täze ýyl, ru: Новый год, en: New Year}}
working_days: [2026-01-03]
"""
GROUP = """\
title: {tk: Çagalar, ru: Дети, en: Children}
summary: {tk: Çagalar barada., ru: О детях., en: About children.}
status: draft
version: "1.0"
description: {tk: Çagalar., ru: Дети., en: Children.}
needs:
  - {tk: Oýun., ru: Игра., en: Play.}
terms: [term/record]
"""
RELEASED = """\
title: {tk: Maşgala barmak, ru: Посещение семьи, en: Visiting a family}
summary: {tk: Maşgala nähili barmaly., ru: Как посетить семью., en: How to visit a family.}
status: approved
version: "0.9"
code: SP-01
implements: [service/care]
steps:
  - id: arrange
    title: {tk: Wagty belläň, ru: Назначьте время, en: Set a time}
    actor: role/lead
    action: {tk: Jaň ediň., ru: Позвоните., en: Ring the family.}
    deadline: {value: 2, unit: working-day, from: request}
  - id: gone
    title: {tk: Gidiň, ru: Уйдите, en: Leave}
"""

FULL = FILES | {
    "gollanma.yml": FILES["gollanma.yml"]
    .replace("    units:\n      - id: article\n      - id: part\n      - id: point\n", UNITS)
    .replace("systems:\n", ORDER),
    "normative/acts/support/act.yml": LAW,
    "normative/acts/support/editions/2021-01-01.yml": EDITION,
    "normative/acts/support/editions/2019.yml": OLD_EDITION,
    "normative/acts/support/editions/draft-next.yml": DRAFT_EDITION,
    "normative/acts/command/act.yml": """\
title: {tk: Tertip hakynda, ru: О порядке, en: On the Procedure}
act_kind: order
enabled_by: [act/support#a1.1]
""",
    "normative/acts/command/editions/undated.yml": """\
in_force: {}
body:
  - id: p1
    unit: part
    number: "1"
    text: {tk: Tassyklamaly., ru: Утвердить., en: To approve.}
""",
    "normative/acts/empty/act.yml": "title: {tk: Boş, ru: Пусто, en: Empty}\n",
    "glossary/record.yml": TERM,
    "glossary/note.yml": NOTE,
    "normative/forms/letter.yml": FORM,
    "normative/roles/helper.yml": ROLE,
    "normative/organisations/centre.yml": HOUSE,
    "normative/territories/south.yml": SOUTH,
    "normative/trainings/course.yml": COURSE,
    "normative/practices/door.yml": DOOR,
    "normative/practices/alarm.yml": ALARM,
    "normative/indicators/count.yml": INDICATOR,
    "normative/documents/guide.yml": DOCUMENT,
    "normative/facts/share.yml": FACT,
    "normative/calendars/2026.yml": CALENDAR,
    "normative/groups/children.yml": GROUP,
    "normative/state/released/sop/visit/0.9.yml": RELEASED,
}


def full(files: dict[str, str] | None = None) -> Small:
    """Give the full project with these files laid over it."""
    return rich(FULL | (files or {}))


@cache
def graph() -> Graph:
    return full().graph


def desk(key: str, lang: str = "en", of: Graph | None = None) -> Desk:
    """Give the desk of a record's own page."""
    shown = of or graph()
    return desk_of(Voice(shown, shown.languages[lang]), key)


def record(key: str) -> Record:
    return graph().library.records[key]


@cache
def made() -> dict[tuple[str, str], Page]:
    """Give every page of the full project by address and language."""
    return {(page.address, page.lang): page for page in pages(graph())}


def page(address: str, lang: str = "en") -> Page:
    return made()[address, lang]

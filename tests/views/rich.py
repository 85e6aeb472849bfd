"""The small project with one record more of each shape that a page can have."""

from gollanma.checks.examples import base
from tests.support.projects import Small, small

PROJECT = """\
allowed_hosts: [law.gov.tm]
emergency:
  intro: {tk: Howpsuz ýere geçiň., ru: Уйдите в безопасное место., en: Move to safety.}
  calls:
    - name: {tk: Polisiýa, ru: Полиция, en: Police}
      phone: {missing: enter-locally}
    - name: {tk: Tiz kömek, ru: Скорая, en: Ambulance}
      phone: "+993 (12) 00-00"
  links:
    - text: {tk: Howp, ru: Опасность, en: Danger at home}
      to: sop/crisis
    - text: {tk: Ýok, ru: Нет, en: Not written yet}
      to: sop/none
  note: {tk: Bellik., ru: Примечание., en: Your office enters the numbers.}
quick_exit:
  title: {tk: Howa, ru: Погода, en: Weather}
  text: {tk: Hiç zat., ru: Ничего., en: Nothing here.}
home:
  tasks:
    - text: {tk: Sapar, ru: Посещение, en: A visit}
      to: sop/visit
    - text: {tk: Hyzmatlar, ru: Услуги, en: Services}
      to: service/
  doors:
    - id: help
      title: {tk: Kömek, ru: Помощь, en: I need help}
      text: {tk: Nirä ýüz tutmaly., ru: Куда идти., en: Where to go.}
      links:
        - text: {tk: Hyzmatlar, ru: Услуги, en: Services}
          to: service/
"""

CRISIS = """\
title: {tk: Howp bolanda, ru: При опасности, en: In danger}
summary: {tk: Howp bolanda näme etmeli., ru: Что делать при опасности., en: What to do in danger.}
status: approved
version: "2.0"
code: SP-02
owner: organisation/office
reviewed: 2026-01-15
next_review: 2027-01-15
authoritative: ru
translations: {en: checked}
quick_exit: true
implements: [service/care]
purpose: {tk: Goramak., ru: Защитить., en: To protect.}
scope: {ru: Для всех., en: For all.}
principles:
  - {tk: Howpsuzlyk öňde., ru: Безопасность прежде всего., en: Safety first.}
use_when:
  - {tk: howp bar bolsa, ru: есть опасность, en: there is danger}
do_not_use_when:
  - {tk: howp ýok bolsa, ru: опасности нет, en: there is none}
triggers:
  - id: call
    name: {tk: jaň, ru: звонок, en: the call}
    text: {tk: Kimdir jaň edýär., ru: Кто-то звонит., en: Somebody calls.}
roles:
  - role: role/worker
    part: accountable
    text: {tk: Çözgüt berýär., ru: Решает., en: Decides.}
    within: {value: 2, unit: hour}
  - role: role/lead
    part: informed
steps:
  - id: danger
    title: {tk: Diňläň, ru: Выслушайте, en: Listen}
    actor: role/worker
    together_with: [role/lead]
    modality: should
    action: {tk: Diňläň., ru: Слушайте., en: "Listen to the consent of the person, **calmly**."}
    deadline: {value: 24, unit: hour, from: call}
    outputs:
      - id: account
        name: {tk: gürrüň, ru: рассказ, en: the account}
    safety: {tk: Seresap boluň., ru: Осторожно., en: Be careful.}
    say:
      - {tk: Ynanýaryn., ru: Верю., en: I believe you.}
    do_not_say:
      - {tk: Näme üçin?, ru: Почему?, en: Why did you stay?}
    stop_if:
      - {tk: Biri girse., ru: Кто-то вошёл., en: Somebody comes in.}
    checklist:
      - {tk: Ýeke., ru: Одни., en: We are alone.}
    escalation:
      to: role/lead
      when: {tk: Şübhe bolsa., ru: Есть сомнения., en: There is doubt.}
      within: {value: 1, unit: hour}
    decision:
      id: now
      question: {tk: Howp barmy?, ru: Есть опасность?, en: Is there danger?}
      branches:
        - answer: {tk: Hawa, ru: Да, en: "Yes"}
          next: urgent
        - answer: {tk: Başga, ru: Другое, en: Other}
          text: {tk: Oňa geçiň., ru: Перейдите туда., en: Another procedure takes over.}
          sop: sop/visit
        - answer: {tk: Ýok, ru: Нет, en: "No"}
          next: end
          otherwise: else
  - id: refer
    title: {tk: Ugradyň, ru: Направьте, en: Refer}
    actor: role/lead
    action: {tk: Ugradyň., ru: Направьте., en: Refer the person.}
    inputs: [account, unknown]
    forms: [form/consent]
    legal_basis:
      - provision: act/help#a2
        why: {tk: Talap edýär., ru: Требует., en: It demands this.}
    if_refused:
      text: {tk: Hormat goýuň., ru: Уважайте., en: Respect it.}
      next: danger
    referral:
      to: [organisation/office]
      text: {tk: Diňe geregi., ru: Только нужное., en: Only what is needed.}
      form: form/consent
      sends: ["form/consent#field.name"]
      acknowledgement: {value: 1, unit: working-day}
      feedback: {value: 10, unit: working-day}
    next: danger
exceptions:
  - id: child
    title: {tk: Çaga, ru: Ребёнок, en: A child}
    text: {tk: Habar beriň., ru: Сообщите., en: Report it.}
urgent:
  signs:
    - {tk: ýara, ru: рана, en: a wound}
  acts:
    - {tk: Jaň ediň., ru: Позвоните., en: Call.}
  within: {value: 1, unit: hour}
  then: refer
checklist:
  - {tk: Kagyz galmady., ru: Бумаг не осталось., en: No paper stays.}
together:
  - id: first
    step: danger
    title: {tk: Gürleşeliň, ru: Поговорим, en: Let us talk}
    say:
      - {tk: Çözgüt siziňki., ru: Решаете вы., en: You decide.}
      - {tk: Diňleýärin., en: I am listening.}
    answers:
      - {tk: Hawa, ru: Да, en: "Yes"}
  - id: second
    title: {tk: Razylyk, ru: Согласие, en: Consent}
    say:
      - {tk: Razymy?, ru: Вы согласны?, en: Do you agree?}
keepsake:
  title: {tk: Hyzmatlar, ru: Услуги, en: Services}
  lines:
    - {tk: Soraglar üçin., ru: Для вопросов., en: For questions.}
  contacts:
    - name: {tk: Telefon, ru: Телефон, en: Telephone}
      phone: {missing: enter-locally}
    - name: {tk: Kabulhana, ru: Приёмная, en: Reception}
      phone: "000"
    - name: {tk: Salgy, ru: Адрес, en: Address}
      address: {missing: enter-locally}
  write:
    - {tk: Gün, ru: День, en: Day}
forms:
  - form: form/consent
legal_basis:
  - provision: act/help#a1
related: [sop/visit]
contacts:
  - name: {tk: Polisiýa, ru: Полиция, en: Police}
    phone: "000"
  - name: {tk: Edara, ru: Офис, en: The office}
    address: {missing: enter-locally}
"""

OFFICE = """\
title: {tk: Öý, ru: Дом, en: The house}
summary: {tk: Kömek öýi., ru: Дом помощи., en: A house of help.}
status: draft
version: "1.0"
sample: true
type: office
mandate: {tk: Kömek., ru: Помощь., en: Help.}
provides:
  - service: service/care
    territories: [territory/north]
    capacity: {value: 12, unit: person}
    verified: 2026-05-01
  - service: service/care
contacts:
  - name: {tk: Kabulhana, ru: Приёмная, en: Reception}
    phone: {missing: enter-locally}
    address: {tk: Merkezi köçe, ru: Главная улица, en: Main street}
    email: house@example.gov.tm
    hours: {tk: Irden, ru: Утром, en: In the morning}
"""

FILES = {
    "gollanma.yml": base()["gollanma.yml"] + PROJECT,
    "normative/sops/crisis.yml": CRISIS,
    "normative/organisations/house.yml": OFFICE,
    "normative/territories/north.yml": """\
title: {tk: Demirgazyk, ru: Север, en: North}
status: draft
level: district
""",
    "normative/territories/south.yml": """\
title: {tk: Günorta, ru: Юг, en: South}
status: draft
level: district
parent: territory/north
""",
}


def rich(files: dict[str, str] | None = None) -> Small:
    """Give the rich project with these files laid over it."""
    return small(FILES | (files or {}))

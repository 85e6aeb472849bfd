"""What the checks find beyond their examples, and above all what they leave alone."""

import pytest

from gollanma.checks.examples import base, example, over
from tests.support.projects import Small, changed, small
from tests.views.drafted import FILES

CARE = "normative/services/care.yml"
VISIT = "normative/sops/visit.yml"
CONSENT = "normative/forms/consent.yml"
FAMILIES = "normative/groups/families.yml"
REPORT = "normative/documents/report.yml"
ACT = "normative/acts/help/act.yml"
EDITION = "normative/acts/help/editions/2020-02-01.yml"
TERM = "glossary/consent.yml"
FACT = "normative/facts/offices.yml"
TRAINING = "normative/trainings/basics.yml"


def laid(path: str, fields: str) -> dict[str, str]:
    return {path: over(base()[path], fields)}


def step(name: str, more: str = "") -> str:
    words = "{tk: Ediň, ru: Сделайте, en: Do it}"
    lines = f"  - id: {name}\n    title: {words}\n    actor: role/worker\n    action: {words}\n"
    return lines + "".join(f"    {line}\n" for line in more.splitlines())


def steps(*each: str, more: str = "") -> dict[str, str]:
    return laid(VISIT, f"forms: []\nsteps:\n{''.join(each)}{more}")


def prose(ru: str, tk: str = "", en: str = "") -> dict[str, str]:
    return laid(REPORT, f'about: {{tk: "{tk or ru}", ru: "{ru}", en: "{en or ru}"}}\n')


def found(project: Small) -> list[str]:
    return [f"{each.code} {each.key}" for each in project.outcome().findings]


def limit(value: int, unit: str, event: str) -> str:
    return f"deadline:\n  value: {value}\n  unit: {unit}\n  from: {event}"


REFERRAL = (
    "referral:\n  acknowledgement: {value: 1, unit: hour}\n  feedback: {value: 1, unit: day}\n"
)
"""A referral that waits for its answers, and needs receivers."""
CONSENT_EVENT = "emits:\n  - id: consent\n    name: {tk: razylyk, ru: согласие, en: consent}"
OVER = "status: withdrawn\nsample: false\nowner: organisation/office\n"
UNREADABLE = "title: {tk: A, ru: Б, en: C}\nstatus: unheard\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        # --- nothing follows from what cannot be read
        pytest.param(
            {CARE: UNREADABLE}, ["SCH002 not-in-list"], id="a service that cannot be read"
        ),
        pytest.param(
            {VISIT: UNREADABLE}, ["SCH002 not-in-list"], id="a procedure that cannot be read"
        ),
        pytest.param(
            {TRAINING: UNREADABLE}, ["SCH002 not-in-list"], id="a training that cannot be read"
        ),
        pytest.param({CONSENT: UNREADABLE}, ["SCH002 not-in-list"], id="a form that is broken"),
        pytest.param({ACT: UNREADABLE}, ["SCH002 not-in-list"], id="an act that is broken"),
        pytest.param({EDITION: "sample: maybe\n"}, ["SCH001 flag-shape"], id="a broken edition"),
        # --- what is over needs nothing
        pytest.param(
            {**laid(CARE, OVER), **laid(VISIT, "implements: [service/care]\n")},
            ["REF005 over", "REF005 over"],
            id="a service that was withdrawn",
        ),
        pytest.param(
            {**laid(FAMILIES, OVER), **laid(CARE, "groups: []\n")},
            ["SCH003 missing-for-status"],
            id="a group that is over needs no service",
        ),
        pytest.param(
            laid(REPORT, OVER + "next_review: 2020-01-01\n"),
            [],
            id="what is over is not due for review",
        ),
        # --- what people ask is theirs to say, and its languages still say the same
        pytest.param(
            laid(REPORT, "asked:\n  - {tk: kim ???, ru: кто ____, en: TODO who}\n"),
            [],
            id="a gap in what people ask",
        ),
        pytest.param(
            laid(REPORT, "asked:\n  - {tk: http://x.tm aç, ru: открыть http://x.tm, en: x.tm}\n"),
            [],
            id="an address in what people ask",
        ),
        pytest.param(
            laid(REPORT, "asked:\n  - {tk: 3 gün, ru: 5 дней, en: 3 days}\n"),
            ["I18N003 number", "I18N003 number"],
            id="a number in what people ask",
        ),
        pytest.param(
            laid(REPORT, "asked:\n  - {ru: что это}\n"),
            ["I18N001 missing", "I18N001 missing"],
            id="a language that what people ask lacks",
        ),
        # --- references
        pytest.param(
            laid(CONSENT, "filled_by: form/worker\n"),
            ["REF001 no-record", "REF002 wrong-kind"],
            id="a record of the wrong kind that is not there",
        ),
        pytest.param(
            laid(VISIT, "related: [sop/visit#ask]\n"), [], id="a place of one's own is no self link"
        ),
        pytest.param(
            laid("normative/organisations/office.yml", "owner: organisation/office\n"),
            [],
            id="an office may own itself",
        ),
        pytest.param(
            laid(FAMILIES, "supersedes: [group/families]\n"),
            ["REF006 cycle", "REF010 self"],
            id="a record that replaces itself",
        ),
        pytest.param(
            laid(FAMILIES, f"{OVER}supersedes: [group/families]\n"),
            ["REF005 over", "REF006 cycle", "REF010 self"],
            id="a record that was withdrawn and replaces itself",
        ),
        # --- law
        pytest.param(
            prose("[[act/help#a1.2|заявление]]"), [], id="a label without figures is not judged"
        ),
        pytest.param(
            prose("[[act/help|Закон № 1-I]]"), [], id="a label with the number of the act"
        ),
        pytest.param(
            prose("[[act/help#a1|статья 1 закона 12]]"),
            ["LAW003 mislabelled"] * 3,
            id="a label with one right and one wrong number",
        ),
        pytest.param(
            laid(FAMILIES, "valid:\n  from: 2026-01-02\n  to: 2026-01-01\n"),
            ["LAW007 ends-before-start"],
            id="any record that ends before it begins",
        ),
        pytest.param(
            laid(EDITION, "in_force:\n  from: 2020-02-01\n  to: 2020-02-01\n"),
            [],
            id="an edition of one day",
        ),
        pytest.param(
            laid(EDITION, "in_force:\n  to: 2030-01-01\n"), [], id="an edition without a beginning"
        ),
        # --- facts
        pytest.param(
            laid(FACT, "statements:\n  - value: 7\n    scope: north\n  - value: 9\n"),
            [],
            id="two values of different scope",
        ),
        pytest.param(
            laid(FACT, "statements:\n  - value: 7\n    approximate: about\n  - value: 9\n"),
            [],
            id="an exact value and an approximate one",
        ),
        pytest.param(
            laid(FACT, "total_of: [fact/none]\n"),
            ["REF001 no-record"],
            id="a total of a fact that is not there",
        ),
        pytest.param(
            laid(FACT, "unit: percent\nsplit_of: fact/offices\n"),
            ["REF010 self"],
            id="one share alone is no split",
        ),
        # --- services
        pytest.param(
            laid(CARE, "package: {}\n"), ["SVC001 no-statute"], id="a draft without a Statute"
        ),
        pytest.param(
            laid(VISIT, "deadlines: []\n"), [], id="a deadline that only the service names"
        ),
        # --- how a procedure runs
        pytest.param(
            steps(step("one", "next: one")), ["SOP004 no-way-out"], id="a step that follows itself"
        ),
        pytest.param(
            steps(
                step("one", "if_refused:\n  text: {tk: A, ru: Б, en: C}\n  next: end\nnext: one")
            ),
            ["SOP004 no-way-out"],
            id="a circle that only a refusal leaves",
        ),
        pytest.param(
            steps(
                step("one", "if_refused:\n  text: {tk: A, ru: Б, en: C}\n  next: two\nnext: end"),
                step("two"),
            ),
            [],
            id="a step that only a refusal reaches",
        ),
        pytest.param(
            steps(step("one"), more="urgent:\n  acts:\n    - {tk: A, ru: Б, en: C}\n  then: two\n"),
            ["SOP002 no-step"],
            id="an urgent path into nowhere",
        ),
        pytest.param(
            steps(step("one"), more="job_aid:\n  steps: [one, two]\n"),
            ["SOP002 no-step"],
            id="a card with a step that is not there",
        ),
        pytest.param(
            steps(step("one"), more="job_aid:\n  steps: [end]\n"),
            ["SOP002 no-step"],
            id="a card with the end for a step",
        ),
        pytest.param(
            steps(
                step(
                    "one",
                    "decision:\n  id: way\n  question: {tk: A?, ru: Б?, en: C?}\n  branches:\n"
                    "    - {answer: {tk: A, ru: Б, en: C}, sop: sop/visit}\n"
                    "    - {answer: {tk: Ý, ru: Н, en: D}, otherwise: else, next: one}",
                )
            ),
            ["REF010 self", "SOP004 no-limit"],
            id="another procedure takes over and ends this one",
        ),
        # --- time
        pytest.param(
            steps(step("one", limit(4, "day", "request"))),
            ["SOP007 mixed-days"],
            id="calendar days under a limit of working days",
        ),
        pytest.param(
            steps(step("one", limit(90, "hour", "request"))),
            [],
            id="hours under a limit of working days cannot be compared",
        ),
        pytest.param(
            steps(
                step("one", limit(1, "working-day", "two")),
                step("two", limit(1, "working-day", "one")),
            ),
            [],
            id="steps that wait for each other have no sum",
        ),
        pytest.param(
            steps(
                step("one", limit(3, "working-day", "request")),
                step("two", limit(1, "working-day", "one")),
                step("three", limit(1, "working-day", "two")),
            ),
            ["SOP007 too-long"],
            id="the first late step alone is reported",
        ),
        pytest.param(
            steps(
                step("ask", CONSENT_EVENT),
                step("one", limit(3, "hour", "consent")),
                more="deadlines:\n  - id: referral\n    title: {tk: A, ru: Б, en: C}\n    value: 2\n    unit: hour\n    from: consent\n",
            ),
            ["SOP007 too-long"],
            id="a step that is late after what another step brought about",
        ),
        pytest.param(
            steps(
                step("one", limit(1, "working-day", "request")),
                more="urgent:\n  acts:\n    - {tk: A, ru: Б, en: C}\n  within: {value: 3, unit: month}\n",
            ),
            [],
            id="a month is not compared with a working day",
        ),
        pytest.param(
            steps(step("one", limit(1, "fortnight", "request"))),
            ["SCH002 not-in-list"],
            id="a unit that nobody knows",
        ),
        # --- sharing
        pytest.param(
            steps(
                step("ask", CONSENT_EVENT),
                step("send", f"{REFERRAL}  to: [role/lead]\n  form: form/consent"),
            ),
            ["SOP009 unlisted"],
            id="a form that only a referral uses",
        ),
        pytest.param(
            steps(
                step("ask", CONSENT_EVENT),
                step("send", f"{REFERRAL}  to: [role/worker]\n  sends: [form/consent]"),
            ),
            [],
            id="a form as a whole is handed on",
        ),
        pytest.param(
            steps(
                step("ask", CONSENT_EVENT),
                step("send", f"{REFERRAL}  to: [service/care]\n  sends: [form/consent#field.name]"),
            ),
            [],
            id="a service of which somebody may see the field",
        ),
        pytest.param(
            steps(
                step(
                    "note",
                    "outputs:\n  - id: sheet\n    name: {tk: A, ru: Б, en: C}\n    form: form/consent",
                )
            ),
            ["SOP009 unlisted", "SOP011 before-consent"],
            id="a form that a step makes",
        ),
        # --- learning
        pytest.param(
            changed(
                TRAINING,
                "teaches: [sop/visit]",
                'teaches: [sop/visit, act/help#a1]\n        version: "1.0"',
            ),
            [],
            id="an act has no version to be taught",
        ),
        # --- words
        pytest.param(prose("До 3 дней", "3 güne çenli", "Up to 3 days"), [], id="equal numbers"),
        pytest.param(
            laid(REPORT, "about: {ru: 3 дня}\n"),
            ["I18N001 missing", "I18N001 missing"],
            id="one language is compared with nothing",
        ),
        pytest.param(
            prose("В [[fact/offices]]: F-01", "[[fact/offices]] F-01", "[[fact/offices]] F-01"),
            [],
            id="codes and references may be equal in all languages",
        ),
        pytest.param(
            {
                **prose("Gollanma"),
                **changed("gollanma.yml", "schema:", "do_not_translate: [gollanma]\nschema:"),
            },
            [],
            id="names that are not translated",
        ),
        pytest.param(
            prose(
                "[имя](https://www.gov.tm)",
                "[ady](https://www.gov.tm)",
                "[name](https://www.gov.tm)",
            ),
            ["REF011 host"] * 3,
            id="a link is no placeholder",
        ),
        # --- terms
        pytest.param(
            laid(TERM, "broader: [term/consent]\n"),
            ["GLO004 circle", "REF010 self"],
            id="a term that is broader than itself",
        ),
        # --- state
        pytest.param(
            {"normative/state/translated/sop/gone.yml": "translated: {}\n"},
            [],
            id="stamps of a record that is gone",
        ),
        pytest.param(
            {"normative/state/reviewed/sop/gone.yml": "reviewed: []\n"},
            [],
            id="reviews of a record that is gone",
        ),
        pytest.param(
            {
                "normative/state/reviewed/sop/visit.yml": "reviewed:\n"
                "  - {part: ask, stamp: 'h1:00000000000000000000', by: office, on: 2026-01-01}\n"
                "  - {part: form/none, stamp: 'h1:00000000000000000000', by: office, on: 2026-01-01}\n"
            },
            [],
            id="reviews of a part, and of what is not there any more",
        ),
        pytest.param(
            {
                "normative/state/reviewed/sop/visit.yml": "reviewed:\n"
                "  - {part: act/help, stamp: 'h1:00000000000000000000', by: office, on: 2026-01-01}\n"
            },
            ["REF009 changed"],
            id="a review of an act that no field names",
        ),
        pytest.param(
            {
                "normative/state/translated/group/families.yml": "translated:\n"
                "  title: {ru: 'h1:00000000000000000000'}\n  gone: {ru: 'h1:00000000000000000000'}\n",
                **laid(FAMILIES, "title: {tk: Maşgalalar, en: Families}\n"),
            },
            ["I18N001 missing"],
            id="a stamp of a translation that is not there",
        ),
    ],
)
def test_what_is_found(files: dict[str, str], expected: list[str]) -> None:
    assert sorted(found(small(files))) == sorted(expected)


@pytest.mark.parametrize(
    ("files", "severity"),
    [
        pytest.param(prose("Скольким cемьям."), "warning", id="35 in a document"),
        pytest.param(changed(TERM, "razylyk", "rаzylyk"), "error", id="35 in a term"),
        pytest.param(changed(ACT, "Kömek", "Kömеk"), "error", id="35 in a law"),
    ],
)
def test_letters_of_two_scripts_weigh_more_where_others_quote(
    files: dict[str, str], severity: str
) -> None:
    mixed = [each for each in small(files).outcome().findings if each.code == "I18N009"]
    assert {str(each.severity) for each in mixed} == {severity}


@pytest.mark.parametrize(
    ("reference", "near"),
    [
        pytest.param("form/consnet", "form/consent", id="a letter out of place"),
        pytest.param("group/worker", "", id="another kind where the field wants a form"),
        pytest.param("form/consent@9.0", "form/consent", id="a version that is not there"),
        pytest.param("form/consent#field.nam", "form/consent#field.name", id="a place"),
        pytest.param("form/zzzzzz", "", id="nothing like it"),
    ],
)
def test_the_nearest_reference_is_offered(reference: str, near: str) -> None:
    files = laid(CARE, f"papers:\n  - text: {{tk: A, ru: Б, en: C}}\n    form: {reference}\n")
    values = [
        each.values.get("near") for each in small(files).outcome().findings if each.code == "REF001"
    ]
    assert values == [near]


def test_a_place_that_only_drafts_have_is_named_with_them() -> None:
    files = {**FILES, **prose("[[act/help#a1.2-1]]")}
    said = [each for each in small(files).outcome().findings if each.code == "LAW003"]
    assert [(each.key, dict(each.values)) for each in said] == [
        (
            "elsewhere",
            {
                "value": "act/help#a1.2-1",
                "held": "act/help@2020-02-01",
                "where": "act/help@draft-first#a1.2-1`, `act/help@draft-second#a1.2-1",
            },
        )
    ] * 3


def test_prose_may_mean_a_record_of_another_kind() -> None:
    (first, *_) = small(prose("[[role/consent]]")).outcome().findings
    assert first.values["near"] == "form/consent`, `term/consent"


def test_a_sentence_is_measured_although_its_reference_leads_nowhere() -> None:
    long = " ".join(f"word{number}" for number in range(60))
    texts = ", ".join(f'{code}: "[[sop/vist]] {long}."' for code in ("tk", "ru", "en"))
    said = found(small(laid(VISIT, f"scope: {{{texts}}}\n")))
    assert {"REF003 no-record", "TXT002 sentence"} <= set(said)


def test_who_cannot_act_at_all_is_told_once() -> None:
    wrong = base()[VISIT].replace("actor: role/worker", "actor: form/consent", 1)
    assert [each for each in found(small({VISIT: wrong})) if each != "LAW118 actor"] == [
        "REF002 wrong-kind"
    ]


def test_a_report_may_be_in_a_procedure_that_cannot_be_read() -> None:
    files = dict(example("SOP014", "bad").files)
    files[VISIT] = files[VISIT].replace("Come tomorrow.", '"See [[sop/other]]."')
    said = {each for each in found(small(files)) if each.startswith("SOP014")}
    files["normative/sops/other.yml"] = UNREADABLE
    unread = {each for each in found(small(files)) if each.startswith("SOP014")}
    assert said - unread == {"SOP014 no-report"}

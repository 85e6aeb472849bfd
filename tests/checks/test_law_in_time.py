"""Stages, amendments, reviews and comments: what is found beyond the examples, what is left alone."""

import pytest

from gollanma.checks.examples import base
from gollanma.diagnostics import Severity
from gollanma.model.kinds import Edition
from gollanma.model.state import content_stamp
from tests.checks.law_files import (
    A1,
    A2,
    ACT,
    APPLY,
    ASKED,
    CARE,
    COMMENT,
    DRAFT,
    FREE,
    NEXT,
    VISIT,
    change,
    diagnosed,
    draft,
    edition,
    every,
    found,
    holding,
    laid,
    text,
    unit,
)
from tests.support.projects import small

STAGES = """
    stages:
      - id: drafting
        name: {tk: taslama, ru: проект, en: draft}
        is_draft: true
      - id: adopted
        name: {tk: kabul edilen, ru: принят, en: adopted}
        effect: adoption
      - id: signed
        name: {tk: gol çekilen, ru: подписан, en: signed}
        effect: signature
        from: 2015-01-01
      - id: in-force
        name: {tk: güýjünde, ru: в силе, en: in force}
        effect: commencement
      - id: suspended
        name: {tk: togtadylan, ru: приостановлен, en: suspended}
        effect: suspension
      - id: repealed
        name: {tk: güýjüni ýitiren, ru: утратил силу, en: repealed}
        effect: end
"""


def staged(*happenings: str) -> dict[str, str]:
    """Give the project with more stages, and the act's life as `stage day`."""
    project = base()["gollanma.yml"]
    start, end = project.index("    stages:"), project.index("systems:")
    rows = "".join(
        f"  - stage: {stage}\n    day: {day}\n"
        for stage, day in (each.split() for each in happenings)
    )
    return {
        "gollanma.yml": f"{project[:start]}{STAGES.lstrip(chr(10))}{project[end:]}",
        **laid(ACT, f"lifecycle:\n{rows}"),
    }


ADOPTED, SIGNED, BINDS = "adopted 2020-01-10", "signed 2020-01-20", "in-force 2020-02-01"


@pytest.mark.parametrize(
    ("happenings", "expected"),
    [
        pytest.param((ADOPTED, SIGNED, BINDS), [], id="as the law has it"),
        pytest.param((BINDS, SIGNED, ADOPTED), [], id="written in another order"),
        pytest.param((ADOPTED, "signed 2020-02-01", BINDS), [], id="two stages on one day"),
        pytest.param((ADOPTED, BINDS), ["LAW109 unmade"], id="never signed"),
        pytest.param((ADOPTED, SIGNED), [], id="not yet in force"),
        pytest.param(
            (ADOPTED, SIGNED, BINDS, "suspended 2021-01-01", "in-force 2021-06-01"),
            [],
            id="suspended, and in force again",
        ),
        pytest.param(
            (ADOPTED, SIGNED, BINDS, "signed 2021-01-01"), ["LAW109 order"], id="signed at the end"
        ),
        pytest.param((ADOPTED, SIGNED, BINDS, "elsewhere 2021-01-01"), [], id="no such stage"),
        pytest.param(
            ("adopted 2010-01-10", "in-force 2010-02-01"), [], id="before acts were signed"
        ),
        pytest.param(
            ("adopted 2010-01-10", "signed 2010-01-20", "in-force 2010-02-01"),
            ["LAW109 unknown-then"],
            id="signed before acts were signed",
        ),
    ],
)
def test_stages(happenings: tuple[str, ...], expected: list[str]) -> None:
    assert found(staged(*happenings), "LAW109") == expected


def test_an_act_of_no_kind_has_no_stages() -> None:
    assert found(laid(ACT, "act_kind: poem\n"), "LAW109", "LAW101", "LAW105", "LAW106") == []


def commented(more: str) -> dict[str, str]:
    words = text(every("?"))
    head = "status: draft\nsample: true\noffice: organisation/office\n"
    return {COMMENT: f"{head}on: act/help@draft-one#a1\ntext: {words}\n{more}"}


def test_a_comment_on_the_newest_draft_may_wait() -> None:
    assert found({**draft(A1, A2, more=""), **commented("")}, "LAW119") == []


def test_a_comment_that_was_taken_back_needs_no_answer() -> None:
    drafts = {**draft(A1, A2, more=""), **draft(A1, A2, more="based_on: draft-one\n", path=NEXT)}
    assert found({**drafts, **commented("")}, "LAW119") == ["LAW119 open"]
    taken_back = {COMMENT: commented("")[COMMENT].replace("draft\n", "withdrawn\n", 1)}
    assert found({**drafts, **taken_back}, "LAW119") == []


# --- by-laws

ORDER = "normative/acts/order/act.yml"


def by_law(ground: str, *happenings: str) -> dict[str, str]:
    rows = "".join(
        f"  - stage: {each.split()[0]}\n    day: {each.split()[1]}\n" for each in happenings
    )
    life = f"lifecycle:\n{rows}" if rows else ""
    words = text(every("order"))
    return {
        ORDER: f"title: {words}\nsummary: {words}\nact_kind: law\nowner: organisation/office\n"
        f"{life}enabled_by:\n  - {ground}\n"
    }


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(by_law("act/help#a1"), [], id="a by-law that says no day"),
        pytest.param(
            by_law("act/help", "adopted 2019-01-01", "in-force 2019-02-01"),
            ["LAW110 too-early"],
            id="under an act as a whole",
        ),
        pytest.param(
            by_law("act/help#a9", "adopted 2021-01-01", "in-force 2021-02-01"),
            [],
            id="under what is not there: another check says so",
        ),
        pytest.param(
            {
                **edition(A1, unit("a2", "2", ASKED, "in_force:\n  from: 2022-01-01")),
                **by_law("act/help#a2", "adopted 2021-01-01", "in-force 2021-02-01"),
            },
            ["LAW110 too-early"],
            id="under a provision that binds later than its edition",
        ),
        pytest.param(
            {
                **edition(
                    holding(unit("a1", "1", FREE, "repealed: true"), unit("a1.1", "1", APPLY)), A2
                ),
                **by_law("act/help#a1.1"),
            },
            ["LAW110 repealed"],
            id="under a part of an article that was repealed",
        ),
    ],
)
def test_by_laws(files: dict[str, str], expected: list[str]) -> None:
    assert found(files, "LAW110") == expected


# --- amendments

MORE = unit("a1.3", "3", APPLY)
HOLDS = holding(unit("a1", "1", FREE), unit("a1.1", "1", APPLY), unit("a1.2", "2", ASKED))


def amended(*provisions: str, changes: str) -> dict[str, str]:
    drafted = draft(*provisions)
    return {**edition(HOLDS, A2), DRAFT: f"{drafted[DRAFT]}changes:\n{changes}"}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {**edition(A1, A2), **draft(A1, A2)}, [], id="a draft that changes nothing yet"
        ),
        pytest.param(
            amended(
                holding(
                    unit("a1", "1", APPLY), unit("a1.1", "1", ASKED), MORE.replace('"3"', '"2"')
                ),
                A2,
                changes=change("replace", "a1"),
            ),
            [],
            id="an article that is put anew speaks for all in it",
        ),
        pytest.param(
            amended(
                HOLDS,
                A2,
                holding(unit("a3", "3", APPLY), unit("a3.1", "1", ASKED)),
                changes=change("insert", "a3"),
            ),
            [],
            id="an insertion speaks for what it holds",
        ),
        pytest.param(
            amended(
                HOLDS, A2, changes=change("words", "a2", "    applied: {tk: false, ru: false}\n")
            ),
            [],
            id="what no language says yet",
        ),
        pytest.param(
            amended(HOLDS, A2, changes=change("insert", "a3", "    applied: {tk: false}\n")),
            [],
            id="an insertion that no language says yet",
        ),
        pytest.param(
            amended(
                HOLDS,
                unit("a2", "2", ASKED, "modality: must\nin_force:\n  from: 2027-01-01"),
                changes=change("words", "a2", "    applied: {tk: false}\n"),
            ),
            [],
            id="a day of its own is nothing that is declared",
        ),
        pytest.param(
            {
                **edition(HOLDS, A2),
                DRAFT: draft(HOLDS, A2, more=f'based_on: "2020-02-01"\npreamble: {text(FREE)}\n')[
                    DRAFT
                ]
                + f"changes:\n{change('words', 'a9')}",
            },
            ["LAW111 changed", "LAW112 no-target"],
            id="a preamble, and a target that is not there",
        ),
    ],
)
def test_amendments(files: dict[str, str], expected: list[str]) -> None:
    assert found(files, "LAW111", "LAW112", "LAW113") == expected


def test_translations_that_catch_up_leave_nobody_behind() -> None:
    _, ru, en = ASKED
    first = draft(A1, unit("a2", "2", ("Razylyk soralýar.", ru, en), "modality: must"))
    said = change("words", "a2", "    applied: {tk: true, ru: false, en: false}\n")
    second = draft(
        A1,
        unit(
            "a2",
            "2",
            ("Razylyk soralýar.", "Согласие спрашивают.", "Consent is asked."),
            "modality: must",
        ),
        more="based_on: draft-one\n",
        path=NEXT,
    )
    files = {
        **edition(A1, A2),
        DRAFT: f"{first[DRAFT]}changes:\n{said}",
        NEXT: f"{second[NEXT]}changes:\n{change('words', 'a2')}",
    }
    assert found(files, "LAW113") == ["LAW113 waiting"] * 2
    weights = {each.severity for each in diagnosed(files, "LAW113")}
    assert weights == {Severity.INFO}


# --- reviews

LATER = "normative/acts/help/editions/2026-01-01.yml"


def editions(later: str, *, until: str = "2025-12-31") -> dict[str, str]:
    """Give two editions of the act, of which the later one has another article 2."""
    return {
        **edition(A1, A2, more=f"in_force:\n  from: 2020-02-01\n  to: {until}\n"),
        LATER: f"sample: true\nin_force:\n  from: 2026-01-01\nbody:\n{A1}{later}",
    }


def stamped(files: dict[str, str], key: str, place: int) -> str:
    record = small(files).library.records[key]
    assert isinstance(record, Edition)
    return content_stamp(record.body[place])


@pytest.mark.parametrize(
    ("later", "reviewed", "expected"),
    [
        pytest.param(unit("a2", "2", APPLY), "2025-01-01", ["LAW002 amended"], id="other words"),
        pytest.param(unit("a2", "2", APPLY), "2026-01-01", [], id="looked at since"),
        pytest.param(unit("a2", "2", APPLY), "2019-01-01", [], id="before there was any edition"),
        pytest.param(unit("a2", "3", ASKED), "2025-01-01", [], id="another number alone"),
        pytest.param(
            holding(unit("a2", "2", ASKED), unit("a2.1", "1", APPLY)),
            "2025-01-01",
            ["LAW002 amended"],
            id="something new inside",
        ),
    ],
)
def test_amended_since_the_review(later: str, reviewed: str, expected: list[str]) -> None:
    files = {**editions(later), **laid(CARE, f"reviewed: {reviewed}\n")}
    assert found(files, "LAW002") == expected


def test_a_pinned_edition_is_meant_as_it_is() -> None:
    basis = "reviewed: 2025-01-01\nlegal_basis:\n  - provision: act/help@2020-02-01#a2\n"
    standards = f"basic_standards:\n  - id: one\n    text: {text(FREE)}\n    legal_basis:\n"
    pinned = f"{basis}{standards}      - provision: act/help@2020-02-01#a2\n"
    files = {**editions(unit("a2", "2", APPLY)), **laid(CARE, pinned)}
    assert found(files, "LAW002") == []


def test_impact_weighs_more_where_the_record_is_in_force() -> None:
    files = editions(unit("a2", "2", APPLY))
    mark = stamped(files, "act/help@2020-02-01", 1)
    review = (
        f"reviewed:\n  - {{part: 'act/help#a2', stamp: '{mark}', by: office, on: 2025-01-01}}\n"
    )
    files |= {"normative/state/reviewed/sop/visit.yml": review}
    assert [each.severity for each in diagnosed(files, "LAW116")] == [Severity.WARNING]
    approved = "status: in-force\nsample: false\n"
    (found_there,) = diagnosed({**files, **laid(VISIT, approved)}, "LAW116")
    assert found_there.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("mark", "part", "expected"),
    [
        pytest.param(
            "h1:00000000000000000000", "act/help#a2", ["REF009 changed"], id="of no edition"
        ),
        pytest.param("now", "act/help#a2", [], id="as it is"),
        pytest.param("old", "act/help#a2", ["LAW116 earlier"], id="as it was"),
        pytest.param("old", "act/none#a2", [], id="of an act that is not there"),
        pytest.param("old", "#ask", [], id="of a part of the record"),
        pytest.param("old", "form/consent", ["REF009 changed"], id="of a form"),
    ],
)
def test_what_was_looked_at(mark: str, part: str, expected: list[str]) -> None:
    files = editions(unit("a2", "2", APPLY))
    stamps = {
        "old": stamped(files, "act/help@2020-02-01", 1),
        "now": stamped(files, "act/help@2026-01-01", 1),
    }
    row = f"{{part: '{part}', stamp: '{stamps.get(mark, mark)}', by: office, on: 2025-01-01}}"
    files |= {"normative/state/reviewed/sop/visit.yml": f"reviewed:\n  - {row}\n"}
    assert found(files, "LAW116", "REF009") == expected

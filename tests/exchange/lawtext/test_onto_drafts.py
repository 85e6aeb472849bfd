"""Drafts that stand on a sample come to stand on the official text that takes its place."""

from collections import Counter
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gollanma.exchange.chapters import LONG, edition_files
from gollanma.exchange.lawtext.judging import judged
from gollanma.exchange.lawtext.onto import import_onto
from gollanma.exchange.lawtext.printing import print_text
from gollanma.exchange.lawtext.rebasing import shifted
from gollanma.exchange.lawtext.written import Imported
from gollanma.exchange.records import as_yaml
from gollanma.law import compare, units
from gollanma.law.declaring import change_for, silent_about
from gollanma.model import Status, Text
from gollanma.model.kinds import Edition
from gollanma.model.kinds.acts import Provision
from tests.exchange.lawtext.editions import bodies
from tests.exchange.lawtext.reading import CODES, languages, read
from tests.exchange.lawtext.test_onto import KEY, OFFICIAL, PATH, SAMPLE, SMALL, project
from tests.support.projects import Small

FOLDER = "normative/acts/help/editions"
DRAFT = f"{FOLDER}/draft-a.yml"
HEAD = """\
sample: true
status: draft
stage: drafting
based_on: "2022-01-01"
"""
BODY = SAMPLE[SAMPLE.index("body:") :]
PUT_IN = """\
      - id: a1.1-1
        unit: part
        number: "1^1"
        text: {tk: "Dost hem kömek edip bilýär, [[#a1.2]] ýaly."}
"""
ONE = BODY.replace("mugt berilýär.", "mugt we çalt berilýär.").replace(
    "      - id: a1.2\n", f"{PUT_IN}      - id: a1.2\n"
)
CHANGES = """\
changes:
  - {kind: words, target: a1.2, reason: {tk: Çalt gerek.}}
  - {kind: insert, target: a1.1-1}
"""
COMMENT = """\
on: act/help@draft-a#a1.2
text: {tk: "[[act/help@draft-a#a1.1-1]] gowy."}
"""
FILES = {
    **SMALL,
    DRAFT: HEAD + ONE + CHANGES,
    "normative/acts/help/comments/a.yml": COMMENT,
}
OTHER = DRAFT.replace("draft-a", "draft-b")


def moved(files: Mapping[str, str]) -> tuple[Small, Imported]:
    imported = import_onto(project(files).graph, [read(OFFICIAL)], KEY)
    left = {path: text for path, text in files.items() if path not in imported.removed}
    return project({**left, **imported.files}), imported


def said(small: Small, key: str) -> dict[str, tuple[str, str]]:
    edition = small.library.records[key]
    assert isinstance(edition, Edition)
    return {
        name: (
            unit.provision.number or "",
            unit.provision.text["tk"] if unit.provision.text else "",
        )
        for name, unit in units(edition).items()
    }


def test_a_draft_changes_in_the_official_text_what_it_changed_in_the_sample() -> None:
    small, _ = moved(FILES)
    found = said(small, "act/help@draft-a")
    assert found == {
        "a1": ("1", "Şu Kanun esaslary belleýär."),
        "a2": ("2", ""),
        "a2.1": ("1", "Kömek mugt we çalt berilýär."),
        "a2.2": ("2", "Goňşy iýmit getirýär, derman hem getirýär."),
        "a1.1-1": ("2^1", "Dost hem kömek edip bilýär, [[#a2.1]] ýaly."),
    }


def test_its_changes_comments_and_pinned_references_come_along() -> None:
    small, _ = moved(FILES)
    draft = small.library.records["act/help@draft-a"]
    assert isinstance(draft, Edition)
    assert [(each.kind, each.target, each.reason) for each in draft.changes] == [
        ("words", "a2.1", Text({"tk": "Çalt gerek."})),
        ("insert", "a1.1-1", None),
    ]
    comment = small.library.documents["comment/a"].text
    assert "act/help@draft-a#a2.1\n" in comment
    assert "[[act/help@draft-a#a1.1-1]]" in comment
    assert small.findings("LAW111") == small.findings("LAW102") == small.findings("LAW112") == []


def test_a_draft_on_a_draft_comes_along_too() -> None:
    second = HEAD.replace("2022-01-01", "draft-a") + ONE.replace("çalt", "derrew")
    files = {**FILES, OTHER: second + "changes:\n  - {kind: words, target: a1.2}\n"}
    small, _ = moved(files)
    assert said(small, "act/help@draft-b")["a2.1"] == ("1", "Kömek mugt we derrew berilýär.")
    assert small.findings("LAW111") == []


def test_an_id_that_the_official_text_gives_to_another_is_given_up() -> None:
    own = BODY.replace("jaň edýär.", "derrew jaň edýär.")
    small, imported = moved(
        {**SMALL, DRAFT: HEAD + own + "changes:\n  - {kind: words, target: a2}\n"}
    )
    assert said(small, "act/help@draft-a")["a2a"] == (
        "3",
        "Edara gyssagly ýagdaýda derrew jaň edýär.",
    )
    told = [(each.key, each.values.get("place")) for each in imported.diagnostics]
    assert ("change-gone", "a2a") in told
    assert ("change-new", "a2a") in told


def test_what_goes_with_the_sample_goes_from_its_drafts() -> None:
    small, _ = moved(FILES)
    assert "Edara" not in small.library.documents["act/help@draft-a"].text


@pytest.mark.parametrize(
    ("draft", "key"),
    [
        pytest.param(HEAD + ONE + "# my remark\n", "comments", id="a draft with remarks"),
        pytest.param(
            HEAD.replace("sample: true\nstatus: draft\n", "in_force: {from: 2023-01-01}\n") + ONE,
            "stands-on-it",
            id="an official edition",
        ),
    ],
)
def test_what_cannot_come_along_stands_in_the_way(draft: str, key: str) -> None:
    small, imported = moved({**SMALL, DRAFT: draft})
    assert (imported.files, [e.key for e in imported.diagnostics if e.code == "LTX001"]) == (
        {},
        [key],
    )
    assert small.library.documents["act/help@draft-a"].text == draft


def test_what_happens_to_the_official_text_is_declared_even_where_nothing_else_was() -> None:
    gone = BODY[: BODY.index("  - id: a2\n")].replace("mugt", "çalt")
    changes = "changes:\n  - {kind: repeal, target: a2}\n"
    small, imported = moved({**SMALL, DRAFT: HEAD + gone + changes})
    assert small.findings("LAW111") == []
    told = [(each.key, each.values.get("place")) for each in imported.diagnostics]
    assert {("change-gone", "a2"), ("change-new", "a2.1")} <= set(told)


def test_what_a_draft_takes_out_it_takes_out_of_the_official_text() -> None:
    start, end = BODY.index("      - id: a1.2\n"), BODY.index("  - id: a2\n")
    changes = "changes:\n  - {kind: repeal, target: a1.2}\n"
    files = {**SMALL, DRAFT: HEAD + BODY[:start] + BODY[end:] + changes}
    small, imported = moved(files)
    assert "a2.1" not in said(small, "act/help@draft-a")
    assert not [each for each in imported.diagnostics if each.key.startswith("change")]
    assert small.findings("LAW111") == []


def test_a_change_that_is_gone_waits_for_a_decision() -> None:
    changes = "changes:\n  - {kind: repeal, target: a2}\n"
    small, _ = moved({**SMALL, DRAFT: HEAD + BODY[: BODY.index("  - id: a2\n")] + changes})
    waiting = [(each.where, each.old) for each in small.library.state.undecided if not each.new]
    assert ("act/help@draft-a", "repeal a2") in waiting
    assert (DRAFT, 2, 1, "LTX008", "left") in small.findings("LTX008")


def test_a_number_that_is_taken_becomes_a_raised_one() -> None:
    third = PUT_IN.replace("a1.1-1", "a1.9").replace("1^1", "3")
    body = BODY.replace("  - id: a2\n", f"{third}  - id: a2\n")
    changes = "changes:\n  - {kind: insert, target: a1.9}\n"
    small, _ = moved({**SMALL, DRAFT: HEAD + body + changes})
    assert said(small, "act/help@draft-a")["a1.9"][0] == "1^1"
    assert small.findings("LAW101") == []


def test_a_draft_that_would_break_is_listed_and_nothing_is_written() -> None:
    body = BODY.replace('number: "2"\n        text', 'number: "3"\n        text')
    changes = "changes:\n  - {kind: renumber, target: a1.2}\n"
    small = project({**SMALL, DRAFT: HEAD + body + changes})
    imported = judged(small.graph, import_onto(small.graph, [read(OFFICIAL)], KEY))
    assert imported.files == {}
    assert [(e.key, e.span.path) for e in imported.diagnostics if e.code == "LTX001"] == [
        ("draft-breaks", DRAFT)
    ]
    assert {(each.code, each.span.path) for each in imported.ahead} == {("LAW101", DRAFT)}


@pytest.mark.parametrize(
    ("number", "was", "now", "expected"),
    [
        pytest.param("12^1", "12", "15", "15^1", id="raised"),
        pytest.param("3", "2", "5", "6", id="moved on"),
        pytest.param("II", "I", "III", "II", id="no arabic number"),
        pytest.param("1", "3", "2", "1", id="nothing below one"),
        pytest.param(None, "3", "2", None, id="no number"),
    ],
)
def test_numbers_go_as_far_on(
    number: str | None, was: str | None, now: str | None, expected: str | None
) -> None:
    assert shifted(number, was, now) == expected


def test_errors_that_lie_ahead_in_other_records_are_told_and_do_not_stand_in_the_way() -> None:
    small = project(SMALL)
    imported = judged(small.graph, import_onto(small.graph, [read(OFFICIAL)], KEY))
    assert imported.files
    assert [(each.code, each.span.path) for each in imported.ahead] == [
        ("LAW104", "glossary/food.yml")
    ]


# --- over any concordance

STRUCTURE = ("SCH", "REF", "ID", "I18N", "LAW102", "LAW111", "LAW112", "LAW117")
"""Codes of what must hold together whatever the two texts say."""


def reworded(body: tuple[Provision, ...], chosen: set[str]) -> tuple[Provision, ...]:
    return tuple(
        each.model_copy(
            update={
                "text": Text({"tk": f"{each.text['tk']} Taslama."})
                if each.text and each.id in chosen
                else each.text,
                "contains": reworded(each.contains, chosen),
            }
        )
        for each in body
    )


def edited(body: tuple[Provision, ...], taken: set[str], grown: set[str]) -> tuple[Provision, ...]:
    """Give a text without some provisions, and with a new one behind some others."""
    found: list[Provision] = []
    for each in body:
        if each.id not in taken:
            found.append(each.model_copy(update={"contains": edited(each.contains, taken, grown)}))
        if each.id in grown and each.number and each.unit in {"article", "part"}:
            new = {"id": f"{each.id}-1", "number": f"{each.number}^1", "contains": ()}
            found.append(each.model_copy(update={**new, "text": Text({"tk": "Täze düzgün."})}))
    return tuple(found)


def drafted(old: tuple[Provision, ...], body: tuple[Provision, ...]) -> Edition:
    draft = Edition(
        sample=True,
        status=Status.DRAFT,
        stage="drafting",
        based_on="2022-01-01",
        body=body,
    )
    rows = compare(Edition(body=old), draft, CODES)
    changes = tuple(change_for(fate, row) for row in rows for fate in silent_about((), row))
    return draft.model_copy(update={"changes": changes})


def errors(small: Small, codes: tuple[str, ...] = STRUCTURE) -> Counter[tuple[str, str]]:
    found = (each for each in small.outcome().findings if each.severity == "error")
    return Counter((e.code, e.span.path) for e in found if e.code.startswith(codes))


def around(old: tuple[Provision, ...], draft: Edition, data: st.DataObject) -> dict[str, str]:
    """Give a sample with its draft, each a file or a folder, and a record that cites both."""
    ids, theirs = (list(units(each)) for each in (Edition(body=old), draft))
    cited = [data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(theirs or ids))]
    pinned = f"act/help@draft-a#{cited[1]}" if theirs else f"act/help#{cited[1]}"
    words = f"[[act/help#{cited[0]}]] we [[{pinned}]]."
    files = {"normative/roles/neighbour.yml": f"title: {{tk: Goňşy}}\nsummary: {{tk: '{words}'}}\n"}
    sample = Edition(sample=True, stage="in-force", body=old)
    for key, edition in ((KEY, sample), ("act/help@draft-a", draft)):
        most = data.draw(st.sampled_from([0, LONG]))
        files |= edition_files(edition, key, CODES, most=most)
    return files


def official(new: tuple[Provision, ...]) -> str:
    small = project({PATH: as_yaml(Edition(body=new), PATH, CODES)})
    return print_text(small.library, languages(), languages()["tk"], KEY)


@settings(max_examples=12)
@given(bodies(), bodies(), st.data())
def test_the_check_finds_no_new_error_where_a_draft_changes_words(
    old: tuple[Provision, ...], new: tuple[Provision, ...], data: st.DataObject
) -> None:
    ids = list(units(Edition(body=old)))
    chosen = set(data.draw(st.lists(st.sampled_from(ids), max_size=4)))
    files = around(old, drafted(old, reworded(old, chosen)), data)
    small = project(files)
    imported = import_onto(small.graph, [read(official(new))], KEY)
    assert imported.files
    left = {path: text for path, text in files.items() if path not in imported.removed}
    assert errors(project({**left, **imported.files})) - errors(small) == Counter()


@settings(max_examples=8)
@given(bodies(), bodies(), st.data())
def test_any_draft_comes_along_or_is_refused_and_every_new_error_is_told(
    old: tuple[Provision, ...], new: tuple[Provision, ...], data: st.DataObject
) -> None:
    ids = list(units(Edition(body=old)))
    some = st.lists(st.sampled_from(ids), max_size=3)
    body = edited(old, set(data.draw(some)), set(data.draw(some)))
    files = around(old, drafted(old, body), data)
    small = project(files)
    imported = judged(small.graph, import_onto(small.graph, [read(official(new))], KEY))
    if not imported.files:
        assert {e.key for e in imported.diagnostics if e.code == "LTX001"} == {"draft-breaks"}
        return
    left = {path: text for path, text in files.items() if path not in imported.removed}
    after = project({**left, **imported.files})
    told = Counter((each.code, each.span.path) for each in imported.ahead)
    assert set(errors(after, ("",)) - errors(small, ("",))) <= set(told)
    assert errors(after) - errors(small) == Counter()

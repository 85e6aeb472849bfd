"""Names of records as they stand: another for each thing that a check may have looked at."""

from datetime import timedelta

import pytest

from gollanma.checks import Reach, names_of
from gollanma.checks.examples import base
from tests.support.projects import DAY, Small, changed, small

NAMED = Reach(named=True)
LEAD = "normative/roles/lead.yml"
FORM = "normative/forms/consent.yml"
OFFICE = "normative/organisations/office.yml"
COMMENT = "normative/acts/help/comments/office.yml"


def other(before: Small, after: Small, reach: Reach = NAMED) -> set[str]:
    """Give the records of which the names are others."""
    [old], [new] = names_of(before.library, reach), names_of(after.library, reach)
    return {key for key in {*old, *new} if old.get(key) != new.get(key)}


def touched(path: str, files: dict[str, str]) -> tuple[Small, Small]:
    """Give a project, and the same with a remark in one file."""
    text = {**base(), **files}[path]
    return small(files), small({**files, path: f"{text}# a remark\n"})


@pytest.mark.parametrize("key", sorted(small().library.records))
def test_who_refers_to_a_record_has_another_name_when_it_changes(key: str) -> None:
    before, after = touched(small().library.documents[key].path, {})
    links = before.graph.links
    naming = {
        source
        for source, these in links.items()
        for each in these
        if each.target and key in {each.target.key, each.target.holder}
    }
    assert other(before, after) >= {key, *naming} - set(_editions_of(key))
    assert other(before, after, Reach()) == {key}


def _editions_of(key: str) -> list[str]:
    return [each for each in small().library.records if each.startswith(f"{key}@")]


def test_who_refers_to_none_of_it_keeps_its_name() -> None:
    assert "fact/offices" not in other(*touched(FORM, {}))
    assert "role/lead" not in other(*touched(FORM, {}))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("'[[form/consent]]'", id="as it is"),
        pytest.param("'[[form/old]]'", id="by an address of before"),
        pytest.param("'[[form/older#name]]'", id="by an address before that"),
        pytest.param('"[[form\\\\u002fcon\\\\x73ent]]"', id="in escapes"),
        pytest.param('"[[form/con\\\\\n    sent]]"', id="over the end of a line"),
        pytest.param("'[[comment/consent-of-parents]] [[form/consent]]'", id="behind another"),
    ],
)
def test_a_reference_is_seen_however_it_is_written(words: str) -> None:
    state = "retired:\n  form/older: {new: form/old}\n  form/old: {new: form/consent}\n"
    files = {
        "normative/state/retired.yml": state,
        **changed(LEAD, "en: Decides.", f"en: {words}".replace("\\\\", "\\")),
    }
    before, after = touched(FORM, files)
    assert before.found == ()
    assert "role/lead" in other(before, after)


def test_what_is_called_by_a_comment_counts_for_who_names_it() -> None:
    said = changed(LEAD, "en: Decides.", "en: '[[comment/office-of-law]]'")
    comment = "title: {en: Too long}\nstatus: draft\noffice: organisation/office\n"
    path = COMMENT.replace("office.yml", "office-of-law.yml")
    before, after = touched(OFFICE, {**said, path: comment})
    assert "comment/office-of-law" in before.library.records
    assert "role/lead" in other(before, after) - other(*touched(OFFICE, {}))


def test_all_have_other_names_when_there_is_another_record() -> None:
    more = small({"normative/roles/other.yml": base()[LEAD]})
    assert other(small(), more) == set(more.library.records)
    broken = small({LEAD: "title: a\n"})
    assert "role/lead" in broken.library.broken
    assert other(small(), broken) == set(small().library.records)
    unread = small({"normative/roles/other.yml": "title: a\n"})
    assert other(small(), unread) == set(small().library.records)
    assert other(small(), more, Reach()) == {"role/other"}


def test_the_day_counts_where_it_is_looked_at() -> None:
    tomorrow = small(today=DAY + timedelta(1))
    assert other(small(), tomorrow, Reach(by_day=True)) == set(small().library.records)
    assert other(small(), tomorrow) == set()

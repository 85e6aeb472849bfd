"""The ministry's acts: whole, and amended in drafts that say what they change and why."""

from collections import Counter

import pytest

from gollanma.law.difference import compare
from gollanma.model import Ref, Text
from gollanma.model.kinds import Comment, Edition, Term
from gollanma.model.kinds.acts import Provision
from gollanma.model.project import Solemn
from gollanma.model.walk import parts
from tests.support.ministry import library

DRAFTS = ("act/social-services@draft-working-group", "act/social-services@draft-submitted")


def test_the_law_has_its_chapters_and_articles() -> None:
    edition = library().records["act/social-services@2022-01-01"]
    assert isinstance(edition, Edition)
    units = Counter(each.unit for _, each in parts(edition) if isinstance(each, Provision))
    assert (units["chapter"], units["article"]) == (6, 25)
    thin = [
        each.id
        for _, each in parts(edition)
        if isinstance(each, Provision) and each.unit == "article" and len(each.contains) < 2
    ]
    assert thin == []


def test_the_first_article_defines_eight_terms() -> None:
    edition = library().records["act/social-services@2022-01-01"]
    defined = [
        str(each.defines)
        for _, each in parts(edition)
        if isinstance(each, Provision) and each.id.startswith("a1.") and each.defines
    ]
    assert len(set(defined)) == 8
    assert all(library().records[each].kind == Term.kind for each in defined)


def edition_of(key: str) -> Edition:
    edition = library().records[key]
    assert isinstance(edition, Edition)
    return edition


def provisions(key: str) -> dict[str, Provision]:
    return {each.id: each for _, each in parts(edition_of(key)) if isinstance(each, Provision)}


@pytest.mark.parametrize("key", DRAFTS)
def test_a_draft_says_why(key: str) -> None:
    draft = edition_of(key)
    explained = [each for each in provisions(key).values() if each.explanation]
    assert len(explained) >= 12
    assert draft.changes
    assert all(each.reason for each in draft.changes)
    assert all((draft.explanatory_note, draft.inclusion, draft.treaties, draft.consequences))


@pytest.mark.parametrize("key", [*DRAFTS, "act/code-social-protection@2025-01-01"])
def test_an_edition_declares_what_it_changes_and_nothing_else(key: str) -> None:
    edition = edition_of(key)
    before = edition_of(f"{key.partition('@')[0]}@{edition.based_on}")
    rows = compare(before, edition, library().project.languages.all)
    assert {each.target for each in edition.changes} == {each.id for each in rows}


def test_the_working_group_leaves_open_what_the_submitted_draft_decides() -> None:
    opened, decided = (provisions(each) for each in DRAFTS)
    disputed = [place for place, each in opened.items() if each.variants]
    assert disputed
    for place in disputed:
        assert not decided[place].variants
        assert decided[place].text in [each.text for each in opened[place].variants]


def test_one_change_is_in_the_deciding_language_alone_until_the_others_follow() -> None:
    first, second = (edition_of(each) for each in DRAFTS)
    alone = [each for each in first.changes if not all(each.applied.values())]
    assert [dict(each.applied) for each in alone] == [{"tk": True, "ru": False, "en": False}]
    place = alone[0].target
    base, opened, decided = (
        provisions(f"act/social-services@{each}")[place].text or Text({})
        for each in (first.based_on, second.based_on, "draft-submitted")
    )
    assert [base[each] == opened[each] for each in ("tk", "ru", "en")] == [False, True, True]
    assert [opened[each] == decided[each] for each in ("tk", "ru", "en")] == [True, False, False]


def test_every_edition_has_around_it_what_its_stage_needs() -> None:
    lacking: list[str] = []
    for key, edition in library().keyed(Edition):
        act = library().act_of(key)
        kind = library().project.act_kind(act.act_kind if act else None)
        stage = kind.stage(edition.stage or "") if kind else None
        there = {
            Solemn.TITLE: act and act.title,
            Solemn.PREAMBLE: edition.preamble,
            Solemn.SIGNATURE: edition.signature,
        }
        assert stage, key
        lacking += [f"{key} {each}" for each in stage.needs if not there[each]]
    assert lacking == []


def test_offices_comment_and_a_stage_that_is_over_has_answered_them() -> None:
    comments = [each for _, each in library().keyed(Comment)]
    first, second = (Ref.parse(each) for each in DRAFTS)
    assert first
    assert second
    over = [each for each in comments if each.on and each.on.at == first.at]
    still = [each for each in comments if each.on and each.on.at == second.at]
    assert len(over) + len(still) == len(comments)
    assert len({str(each.office) for each in over}) >= 8
    assert sum(each.proposal is not None for each in over) >= 4
    assert all(each.answer for each in over)
    assert any(not each.answer for each in still)
    assert all(each.sample for each in comments)

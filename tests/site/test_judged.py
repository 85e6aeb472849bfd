"""What the checks found in records that are not published is not even counted on a page."""

from datetime import date
from pathlib import Path

from gollanma.edit.baseline import PATH, baseline
from gollanma.site.content import judge, public_of
from tests.support.folders import small_folder
from tests.support.projects import changed, small

DAY = date(2026, 11, 22)
HIDDEN, SHOWN = "normative/roles/lead.yml", "normative/groups/families.yml"


def late(path: str, more: str = "") -> dict[str, str]:
    return changed(path, "sample: true", f"sample: true\nnext_review: 2026-01-01{more}")


def restricted(files: dict[str, str]) -> dict[str, str]:
    return {path: text + "sensitivity: restricted\n" for path, text in files.items()}


def test_findings_and_what_is_accepted_follow_their_records(tmp_path: Path) -> None:
    allowed = "  # allow PUB002: it is told elsewhere"
    root = small_folder(tmp_path, {**restricted(late(HIDDEN, allowed)), **late(SHOWN, allowed)})
    judged = judge(root, DAY)
    accepted = [each.finding.span.path for each in judged.outcome.allowed]
    assert accepted == [SHOWN, HIDDEN]
    assert [each.finding.span.path for each in public_of(judged).known.allowed] == [SHOWN]


def test_what_stood_and_what_was_mended_follow_their_records_too(tmp_path: Path) -> None:
    before = small({**late(HIDDEN), **late(SHOWN)}).outcome()
    root = small_folder(tmp_path, {**restricted(late(HIDDEN)), PATH: baseline(before)})
    known, outcome = public_of(judge(root, DAY)).known, judge(root, DAY).outcome
    assert [each.span.path for each in outcome.standing] == [HIDDEN]
    assert (known.standing, [each.path for each in known.mended]) == ((), [SHOWN])


def test_what_was_mended_in_a_file_that_is_gone_is_nobodys(tmp_path: Path) -> None:
    before = small(late(SHOWN)).outcome()
    gone = baseline(before).replace(SHOWN, "normative/groups/gone.yml")
    judged = judge(small_folder(tmp_path, {PATH: gone}), DAY)
    assert [each.path for each in judged.outcome.mended] == ["normative/groups/gone.yml"]
    assert public_of(judged).known.mended == ()

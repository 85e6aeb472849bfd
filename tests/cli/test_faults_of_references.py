"""Faults of references and time: each ends the run as it must, at its place, in its words."""

import json
from pathlib import Path

import pytest

from gollanma.checks.examples import base, example, over
from gollanma.model import stamp
from tests.support.folders import command, small_folder

CARE = "normative/services/care.yml"
VISIT = "normative/sops/visit.yml"
WORKER = "normative/roles/worker.yml"
LEAD = "normative/roles/lead.yml"
ACT = "normative/acts/help"
STATE = "normative/state"


def laid(path: str, fields: str) -> dict[str, str]:
    """Give a file of the small project with some fields of its own."""
    return {path: over(base()[path], fields)}


def circle() -> dict[str, str]:
    call = over(base()[VISIT], "code: SP-02\nsupersedes: [sop/visit]\n")
    return {"normative/sops/call.yml": call, **laid(VISIT, "supersedes: [sop/call]\n")}


def overlapping() -> dict[str, str]:
    edition = base()[f"{ACT}/editions/2020-02-01.yml"]
    later = over(edition, "in_force:\n  from: 2024-07-01\n  to: 2024-06-01\n")
    return {f"{ACT}/editions/2024-07-01.yml": later}


def translated(mark: str) -> dict[str, str]:
    return {
        f"{STATE}/translated/service/care.yml": f"translated:\n  refusal:\n    ru: {mark}\n",
    }


@pytest.mark.parametrize(
    ("files", "words", "ending", "findings"),
    [
        pytest.param(
            laid("normative/forms/consent.yml", "filled_by: role/wroker\n"),
            [],
            1,
            [
                "normative/forms/consent.yml:8:12 REF001 there is no record `role/wroker` (did you mean `role/worker`?)"
            ],
            id="36 a dangling reference",
        ),
        pytest.param(
            {
                path: text
                for path, text in example("LAW001", "bad").files.items()
                if base().get(path) != text
            },
            [],
            1,
            [
                f"{CARE}:20:16 LAW001 `act/old#a1` lost its force on 2020-02-01 (cite the act that took its place)",
                f"{CARE}:21:16 LAW001 `act/help#a1` no longer binds in `act/help@2020-02-01` (cite what binds now)",
            ],
            id="37 a repealed article",
        ),
        pytest.param(
            circle(),
            [],
            1,
            [
                "normative/sops/call.yml:56:14 REF006 the references of `supersedes` go in a circle: sop/call → sop/visit → sop/call (remove one of them)"
            ],
            id="38 a circle, with its path",
        ),
        pytest.param(
            {f"{STATE}/retired.yml": "retired:\n  form/consent:\n    reason: {en: merged}\n"},
            [],
            1,
            [
                "normative/forms/consent.yml:1:1 ID002 the id `form/consent` was retired (choose a new id: an old link must never lead to something else)"
            ],
            id="39 an id used again",
        ),
        pytest.param(
            {
                f"{ACT}/comments/first.yml": "on: act/help#a1\n",
                "normative/acts/other/comments/first.yml": "on: act/help#a2\n",
            },
            [],
            1,
            [
                "normative/acts/other/comments/first.yml:1:1 ID001 the id `comment/first` already has the file `normative/acts/help/comments/first.yml` (rename one of the two files)"
            ],
            id="40 one id in two files",
        ),
        pytest.param(
            {"normative/roles/Worker.yml": base()[WORKER]},
            [],
            1,
            [
                "normative/roles/Worker.yml:1:1 SCH004 `Worker` cannot be the name of a record (use small letters a to z, digits and single hyphens, such as `home-visit`)"
            ],
            id="40 one id but for its capitals",
        ),
        pytest.param(
            overlapping(),
            [],
            1,
            [
                f"{ACT}/editions/2024-07-01.yml:4:9 LAW007 `act/help@2024-07-01` begins on 2024-07-01 while `act/help@2020-02-01` still binds (end the earlier edition on the day before)",
                f"{ACT}/editions/2024-07-01.yml:5:7 LAW007 it ends on 2024-06-01, before it begins on 2024-07-01 (correct one of the two days)",
            ],
            id="41 an end before the beginning, and two editions at once",
        ),
        pytest.param(
            laid(LEAD, "next_review: 2026-09-01\n"),
            [],
            0,
            [
                f"{LEAD}:11:14 PUB002 the review was due on 2026-09-01 (look at the record again, then set `reviewed` and `next_review`)"
            ],
            id="42 an overdue review warns",
        ),
        pytest.param(
            laid(LEAD, "next_review: 2026-09-01\n"),
            ["--strict"],
            1,
            [
                f"{LEAD}:11:14 PUB002 the review was due on 2026-09-01 (look at the record again, then set `reviewed` and `next_review`)"
            ],
            id="42 an overdue review fails a strict run",
        ),
        pytest.param(
            translated(stamp("Sebäbi dilden aýdylýar.")),
            ["--strict"],
            1,
            [
                f"{CARE}:63:45 I18N002 the words in `tk` have changed since `ru` was translated (translate it again, then renew its stamp)"
            ],
            id="43 a stale translation",
        ),
        pytest.param(
            {
                **translated(stamp("Sebäbi aýdylýar.")),
                **laid(CARE, "refusal: {ru: Причину сообщают., en: The reason is given.}\n"),
            },
            [],
            1,
            [
                f"{CARE}:63:10 I18N001 there are no words in `tk` (add `tk:`)",
                f"{CARE}:63:15 I18N002 `ru` is a translation, and there are no words in `tk` (add `tk:`, or remove the translation)",
            ],
            id="43 a translation of nothing",
        ),
    ],
)
def test_a_fault_is_found_at_its_place(
    tmp_path: Path, files: dict[str, str], words: list[str], ending: int, findings: list[str]
) -> None:
    result = command(small_folder(tmp_path, files), "check", "--format", "json", *words)
    written = [
        "{path}:{line}:{column} {code} {message} ({hint})".format_map(each)
        for each in json.loads(result.stdout)["findings"]
        if each["severity"] != "info" and each["code"] != "SCH003"
    ]
    assert (result.exit_code, written) == (ending, findings)

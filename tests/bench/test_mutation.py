"""Planted mistakes are found where they were planted, and nothing else is; a sample of them.

All of them: `make bench BENCH=mutation`, or `make test-all`.
"""

import hashlib
from collections.abc import Iterator
from itertools import islice

import pytest

from bench.mutation import running
from bench.mutation.apart import apart
from bench.mutation.corpus import Splice, add, add_item, drop, put, spliced
from bench.mutation.mutant import MOST, Mutant
from bench.mutation.mutators import MUTATORS, NOT_COVERED
from bench.mutation.page import DOCS, kept, pages
from bench.mutation.scoring import judge, judge_together, score, table
from gollanma.checks import entries
from gollanma.diagnostics import Diagnostic, Severity, Span
from gollanma.source import Document, read_text

SAMPLE = 30
"""Codes of the sample: one mutant of each, so many as are judged in some seconds."""
WHOLE = 3
"""Mutants judged in both ways."""
FEWEST = 2_000


def in_lot(code: str) -> str:
    return hashlib.sha256(f"sample {code}".encode()).hexdigest()


def chosen(count: int) -> Iterator[Mutant]:
    for code in islice(sorted(running.codes(), key=in_lot), count):
        yield from running.mutants_of(code, 1).mutants


def test_the_clean_corpus_has_no_error() -> None:
    found = running.bench().clean.findings
    assert [str(each.span) for each in found if each.severity is Severity.ERROR] == []


def test_mistakes_of_a_sample_are_found_and_nothing_else() -> None:
    verdicts = [running.verdict(each) for each in chosen(SAMPLE)]
    assert len(verdicts) == SAMPLE
    assert [each.mutant.name for each in verdicts if not each.is_found] == []
    assert [each.extra for each in verdicts if each.extra] == []


def test_what_is_not_judged_again_stays_as_it_was() -> None:
    bench = running.bench()
    for each in islice(chosen(SAMPLE), 0, SAMPLE, SAMPLE // WHOLE):
        assert bench.fresh(each.files) == bench.fresh(each.files, whole=True), each.name


@pytest.mark.slow
def test_the_figures_are_those_that_are_kept() -> None:
    known = {each.code: each for each in kept()}
    found = {code: running.scored(code)[0] for code in running.codes()}
    assert {code: each.recall for code, each in found.items()} == {
        code: each.recall for code, each in known.items()
    }


def test_every_code_is_planted_or_told_not_to_be() -> None:
    assert [code for code in running.uncovered() if code not in NOT_COVERED] == []
    assert set(NOT_COVERED) <= {each.code for each in entries()} - set(running.codes())


def test_the_kept_figures_are_of_the_mutators_that_there_are() -> None:
    scores = kept()
    assert tuple(each.code for each in scores) == running.codes()
    assert sum(min(each.places, MOST) for each in scores) > FEWEST
    assert [each.code for each in scores if not each.found] == []


@pytest.mark.parametrize("name", ["planted.tk.md", "planted.ru.md", "planted.en.md"])
def test_the_page_says_what_was_measured(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == pages(kept())[name]


def test_every_mutator_has_a_place() -> None:
    corpus = running.bench().corpus
    assert [each.name for each in MUTATORS if not any(each.plant(corpus))] == []


def test_the_same_mutants_are_taken_every_time() -> None:
    first, second = (running.mutants_of("REF001", 5) for _ in range(2))
    assert first == second
    assert len(running.mutants_of("REF001").mutants) == MOST


# --- the surgery

TEXT = """\
title:
  tk: Öý
  ru: Дом
steps:
  - id: one
    next: two
  - id: two
list: [a, b]
"""


def document() -> Document:
    return read_text("normative/sops/x.yml", TEXT.encode())


def after(splice: Splice | None) -> str:
    assert splice is not None
    return spliced(TEXT, (splice,))


@pytest.mark.parametrize(
    ("splice", "expected"),
    [
        pytest.param(
            put(document(), ("title", "ru"), '"Двор"'), TEXT.replace("Дом", '"Двор"'), id="anew"
        ),
        pytest.param(
            drop(document(), ("title", "ru")), TEXT.replace("  ru: Дом\n", ""), id="field"
        ),
        pytest.param(
            drop(document(), ("steps", 0)),
            TEXT.replace("  - id: one\n    next: two\n", ""),
            id="an item with all below it",
        ),
        pytest.param(
            add(document(), ("steps", 1), "next: end"),
            TEXT.replace("- id: two\n", "- id: two\n    next: end\n"),
            id="a field more",
        ),
        pytest.param(
            add_item(document(), ("steps",), "- id: three"),
            TEXT.replace("- id: two\n", "- id: two\n  - id: three\n"),
            id="an item more",
        ),
    ],
)
def test_text_is_changed_at_one_place(splice: Splice | None, expected: str) -> None:
    assert after(splice) == expected


@pytest.mark.parametrize(
    "splice",
    [
        pytest.param(drop(document(), ("list", 0)), id="an item within a line"),
        pytest.param(drop(document(), ("steps", 0, "id")), id="a field beside a dash"),
        pytest.param(add_item(document(), ("list",), "- c"), id="an item more within a line"),
    ],
)
def test_what_shares_its_line_is_left_alone(splice: Splice | None) -> None:
    assert splice is None


# --- the figures


def mutant(path: str = "a.yml", line: int = 3) -> Mutant:
    return Mutant("REF001", "lost", path, (line,), {path: b""}, {"REF002": "follows"})


def finding(code: str, line: int, path: str = "a.yml") -> Diagnostic:
    return Diagnostic(Span.at(path, line, 1), code, Severity.ERROR, "key")


@pytest.mark.parametrize(
    ("fresh", "is_found", "extra"),
    [
        pytest.param([finding("REF001", 4)], True, 0, id="one line away"),
        pytest.param([finding("REF001", 5)], False, 1, id="two lines away"),
        pytest.param([finding("REF003", 3)], False, 1, id="another code"),
        pytest.param([finding("REF001", 3, "b.yml")], False, 1, id="another file"),
        pytest.param([finding("REF001", 3), finding("REF002", 9)], True, 0, id="declared"),
        pytest.param([], False, 0, id="nothing"),
    ],
)
def test_a_finding_counts_at_its_place_alone(
    fresh: list[Diagnostic], extra: int, *, is_found: bool
) -> None:
    verdict = judge(mutant(), fresh)
    assert (verdict.is_found, len(verdict.extra)) == (is_found, extra)


def test_mutants_are_judged_together_only_where_all_is_as_planted() -> None:
    both = [mutant("a.yml"), mutant("b.yml")]
    found = [finding("REF001", 3), finding("REF001", 3, "b.yml")]
    assert [each.is_found for each in judge_together(both, found) or ()] == [True, True]
    assert judge_together(both, found[:1]) is None
    assert judge_together(both, [*found, finding("SOP001", 1)]) is None


def test_mutants_of_one_file_are_never_together() -> None:
    groups = apart([mutant("a.yml"), mutant("a.yml"), mutant("b.yml"), mutant("c.yml")], 2)
    assert [[each.path for each in group] for group in groups] == [
        ["a.yml", "b.yml"],
        ["a.yml", "c.yml"],
    ]


def test_recall_and_precision() -> None:
    verdicts = [judge(mutant(), [finding("REF001", 3), finding("SOP001", 1)]), judge(mutant(), [])]
    found = score("REF001", 9, verdicts)
    assert (found.recall, found.precision, found.extra) == (0.5, 0.5, 1)
    assert list(table([found]))[-1].split()[:4] == ["all", "9", "2", "50.0%"]


def test_a_released_record_is_given_a_higher_version() -> None:
    corpus = running.bench().corpus
    planted = running.mutants_of("SOP009", 200).mutants
    raised = [each for each in planted if each.path in corpus.released]
    assert raised
    assert all(b'version: "0.9"' in (each.files[each.path] or b"") for each in raised)

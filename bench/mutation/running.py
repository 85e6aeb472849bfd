"""Planting every mistake and judging every mutant, on all processors."""

import json
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from datetime import date
from functools import cache, partial
from pathlib import Path

from bench.mutation import page
from bench.mutation.apart import apart
from bench.mutation.judging import Bench
from bench.mutation.mutant import MOST, Mutant, Planted, planted
from bench.mutation.mutators import MUTATORS, NOT_COVERED
from bench.mutation.scoring import Score, Verdict, judge, judge_together, score, table
from gollanma.checks import entries

ROOT = Path(__file__).parents[2]
MADE = ROOT / "build/bench/mutation.json"
DAY = date(2026, 11, 22)
"""The day on which the corpus is judged, as in `make site`."""
TOGETHER = 24
"""Mutants that share a run of the checks, at most."""
ALONE, KEEP = "alone", "keep"
SHOWN = 8
"""False alarms of a code that are printed; the file has all."""


@cache
def bench() -> Bench:
    """Give the clean corpus, read once in each process."""
    return Bench(ROOT, DAY)


def codes() -> tuple[str, ...]:
    """Give the codes that have mutators, sorted."""
    return tuple(sorted({each.code for each in MUTATORS}))


def uncovered() -> tuple[str, ...]:
    """Give the codes without a mutator."""
    return tuple(each.code for each in entries() if each.code not in codes())


def mutants_of(code: str, most: int = MOST) -> Planted:
    """Give the mutants of a code."""
    return planted(bench().corpus, [each for each in MUTATORS if each.code == code], most)


def verdict(mutant: Mutant, *, whole: bool = False) -> Verdict:
    """Judge one mutant."""
    return judge(mutant, bench().fresh(mutant.files, whole=whole))


def verdicts(mutants: Sequence[Mutant], together: int) -> Iterator[Verdict]:
    """Judge mutants of one code, several in one run of the checks.

    Where anything but what was planted comes out, each half is judged again, down to one alone.
    """
    for group in apart(mutants, together):
        yield from _together(group)


def _together(group: Sequence[Mutant]) -> Iterator[Verdict]:
    if len(group) == 1:
        yield verdict(group[0])
        return
    files = {path: data for each in group for path, data in each.files.items()}
    found = judge_together(group, bench().fresh(files))
    if found is not None:
        yield from found
        return
    half = len(group) // 2
    yield from _together(group[:half])
    yield from _together(group[half:])


def scored(code: str, most: int = MOST, together: int = TOGETHER) -> tuple[Score, float]:
    """Give the figures of a code, and the seconds of the processor that they took."""
    start = time.process_time()
    found = mutants_of(code, most)
    return score(code, found.places, verdicts(found.mutants, together)), time.process_time() - start


def run(words: Sequence[str] = ()) -> None:
    """Judge the mutants of all codes, or of some; print the table, and keep that of all.

    With `keep` nothing is judged: what was measured last becomes the page of the handbook.
    Among the words, a number: so many mutants of each code at most; `alone`: one mutant in each
    run of the checks.
    """
    if KEEP in words:
        page.keep(kept())
        return
    together = 1 if ALONE in words else TOGETHER
    most = next((int(each) for each in words if each.isdecimal()), MOST)
    named = [each for each in words if not each.isdecimal() and each != ALONE]
    chosen = [each for each in codes() if not named or each.startswith(tuple(named))]
    scores, seconds = [], 0.0
    bench()  # where processes fork, the clean corpus is read once
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for each, took in pool.map(partial(scored, most=most, together=together), chosen):
            scores.append(each)
            seconds += took
            _keep(each)
            for line in (f"{each.code}: {each.found} of {each.mutants}", *_faults(each)):
                print(line, flush=True)
    for line in table(scores):
        print(line)
    count = sum(each.mutants for each in scores)
    print(f"{seconds / max(count, 1):.2f} s of the processor for a mutant")
    for code in () if named else uncovered():
        print(f"not covered: {code}: {NOT_COVERED.get(code, '?')}")


def _faults(each: Score) -> Iterator[str]:
    for line in each.missed:
        yield f"  missed: {line}"
    yield from (f"  false alarm: {line}" for line in each.wrong[:SHOWN])


def kept() -> list[Score]:
    """Give the figures that were measured last, by code."""
    data = json.loads(MADE.read_text(encoding="utf-8")) if MADE.is_file() else {"codes": []}
    return [Score(**each) for each in data["codes"]]


def _keep(new: Score) -> None:
    rows = {each.code: asdict(each) for each in (*kept(), new)}
    data = {
        "schema_version": 1,
        "codes": [rows[code] for code in sorted(rows)],
        "not_covered": dict(NOT_COVERED),
    }
    MADE.parent.mkdir(parents=True, exist_ok=True)
    MADE.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")

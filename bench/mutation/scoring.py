"""What the checks are worth: of the planted mistakes how many they find, and how often they err."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bench.mutation.mutant import Mutant
from gollanma.diagnostics import Diagnostic, Severity

NEAR = 1
"""Lines between the planted place and the finding, at most."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in one mutant."""

    mutant: Mutant
    is_found: bool
    extra: tuple[str, ...] = ()
    """The errors that are no mistake: code and place of each."""
    declared: tuple[str, ...] = ()
    """The codes of errors that the mutator says are unavoidable."""
    softer: tuple[str, ...] = ()
    """The codes of other warnings and notes."""


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of a code."""

    code: str
    places: int
    mutants: int
    found: int
    extra: int
    softer: int
    declared: Mapping[str, int] = field(default_factory=dict)
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    @property
    def recall(self) -> float:
        """The share of the planted mistakes that were found."""
        return self.found / self.mutants if self.mutants else 0.0

    @property
    def precision(self) -> float:
        """The share of the errors reported that are mistakes; 1 where none was reported."""
        return self.found / (self.found + self.extra) if self.found + self.extra else 1.0


def judge(mutant: Mutant, fresh: Sequence[Diagnostic]) -> Verdict:
    """Compare what is found with what was planted."""
    meant = [each for each in fresh if _is_meant(mutant, each)]
    others = [each for each in fresh if each not in meant]
    errors = [each for each in others if each.severity is Severity.ERROR]
    return Verdict(
        mutant,
        all(any(_is_at(mutant, line, each) for each in meant) for line in mutant.lines),
        tuple(f"{each.code} {each.span}" for each in errors if each.code not in mutant.also),
        tuple(each.code for each in errors if each.code in mutant.also),
        tuple(each.code for each in others if each.severity is not Severity.ERROR),
    )


def judge_together(mutants: Sequence[Mutant], fresh: Sequence[Diagnostic]) -> list[Verdict] | None:
    """Compare what is found in several mutants at once; None where each must be judged alone.

    That is where a mistake was not found, or an error that nobody planted was.
    """
    verdicts = [judge(each, fresh) for each in mutants]
    meant = {each for one in mutants for each in fresh if _is_meant(one, each)}
    others = [each for each in fresh if each not in meant]
    errors = [each for each in others if each.severity is Severity.ERROR]
    declared = [each.code for each in errors if each.code in mutants[0].also]
    if not all(each.is_found for each in verdicts) or len(declared) < len(errors):
        return None
    softer = [each.code for each in others if each.severity is not Severity.ERROR]
    first, *rest = (Verdict(each, is_found=True) for each in mutants)
    return [replace(first, declared=tuple(declared), softer=tuple(softer)), *rest]


def _is_meant(mutant: Mutant, found: Diagnostic) -> bool:
    return any(_is_at(mutant, line, found) for line in mutant.lines)


def _is_at(mutant: Mutant, line: int, found: Diagnostic) -> bool:
    is_here = found.span.path == mutant.path and abs(found.span.line - line) <= NEAR
    return is_here and found.code == mutant.code


def score(code: str, places: int, verdicts: Iterable[Verdict]) -> Score:
    """Give the figures of the mutants of a code."""
    held = list(verdicts)
    return Score(
        code,
        places,
        len(held),
        sum(each.is_found for each in held),
        sum(len(each.extra) for each in held),
        sum(len(each.softer) for each in held),
        dict(sorted(Counter(code for each in held for code in each.declared).items())),
        tuple(_place(each.mutant) for each in held if not each.is_found),
        tuple(f"{_place(each.mutant)}: {one}" for each in held for one in each.extra),
    )


def _place(mutant: Mutant) -> str:
    return f"{mutant.path}:{mutant.lines[0]} ({mutant.name})"


def table(scores: Sequence[Score]) -> Iterator[str]:
    """Yield the lines of the table, and the sums below it."""
    names = f"{'mutants':>9}{'recall':>9}{'precision':>11}{'extra':>7}{'softer':>8}"
    yield f"{'code':<9}{'places':>8}{names}"
    for each in (*scores, total(scores)):
        yield (
            f"{each.code:<9}{each.places:>8}{each.mutants:>9}{each.recall:>9.1%}"
            f"{each.precision:>11.1%}{each.extra:>7}{each.softer:>8}"
        )


def total(scores: Sequence[Score]) -> Score:
    """Give the figures of all codes together."""
    return Score(
        "all",
        sum(each.places for each in scores),
        sum(each.mutants for each in scores),
        sum(each.found for each in scores),
        sum(each.extra for each in scores),
        sum(each.softer for each in scores),
    )

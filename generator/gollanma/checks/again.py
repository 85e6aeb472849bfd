"""Judging again: what was found in a record stands while all that it follows from is as it was.

Nothing is taken on trust: a record is known by the words of its files, and by those of all records
that the reach of a check names.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain

from gollanma.checks.engine import Found, Judging, in_turn
from gollanma.checks.finding import Check
from gollanma.checks.naming import names_of
from gollanma.checks.reach import REACHES
from gollanma.diagnostics import Diagnostic
from gollanma.graph import Graph

Past = Mapping[str, Sequence[Diagnostic]]
"""What was found in records, by their names; of a name that is missing nothing is known."""


@dataclass
class Again:
    """Judges what is new; `past` is what an earlier run of this program came to."""

    past: Past
    judging: Judging = in_turn
    found: dict[str, Sequence[Diagnostic]] = field(default_factory=dict, init=False)
    """What this run came to, to be the past of the next."""

    def __call__(self, graph: Graph, checks: Sequence[Check]) -> Sequence[Found]:
        """Give what each check finds, of what is new and of what is as it was."""
        names = names_of(graph.library, *REACHES)
        shares = [
            _Share(graph, codes, these, self.past)
            for codes, these in zip(REACHES.values(), names, strict=True)
        ]
        by_code = {code: each for each in shares for code in each.codes}
        narrowed = [
            by_code[each.code].narrowed(each) if each.code in by_code else each for each in checks
        ]
        judged = dict(
            zip((each.code for each in checks), self.judging(graph, narrowed), strict=True)
        )
        for each in shares:
            known = each.told(judged)
            self.found |= known
            judged |= _by_code(each.codes & judged.keys(), known.values())
        return [judged[each.code] for each in checks]


def _by_code(
    codes: Iterable[str], known: Iterable[Sequence[Diagnostic]]
) -> Mapping[str, Sequence[Diagnostic]]:
    found: dict[str, list[Diagnostic]] = {code: [] for code in codes}
    for each in chain.from_iterable(known):
        found[each.code].append(each)
    return found


@dataclass
class _Share:
    """What the checks of one reach have to judge, and what is known."""

    graph: Graph
    codes: frozenset[str]
    names: Mapping[str, str]
    """The name of each record as it stands, by its key."""
    past: Past

    @cached_property
    def _new(self) -> Graph:
        """The graph that goes through the records of which nothing is known."""
        graph = self.graph
        new = [key for key, name in self.names.items() if name not in self.past]
        if len(new) == len(graph.library.records):
            return graph
        return Graph(graph.library.through(new), graph.languages, before=graph)

    def narrowed(self, check: Check) -> Check:
        """Give a check that judges the new records alone."""
        return replace(check, judge=lambda _: check.judge(self._new))

    def told(self, judged: Mapping[str, Found]) -> Mapping[str, Sequence[Diagnostic]]:
        """Give what is known of all records, by their names, with what was judged just now."""
        new: dict[str, list[Diagnostic]] = {}
        for each in chain.from_iterable(
            judged[code] for code in sorted(self.codes & judged.keys())
        ):
            new.setdefault(each.where[0], []).append(each)
        return {
            name: self.past[name] if name in self.past else new.get(key, [])
            for key, name in self.names.items()
        }

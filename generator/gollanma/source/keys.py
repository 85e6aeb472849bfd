"""The keys of one map: texts, each of them once."""

import re
from collections.abc import Sequence

from gollanma.diagnostics import Diagnostic
from gollanma.source.characters import code_point
from gollanma.source.findings import doubtful, refused, repeated
from gollanma.source.lines import Lines
from gollanma.source.tree import Entry, Node, Scalar

_COLON = re.compile(r"\s*:")
_REFUSED = {"<<": "merge", **dict.fromkeys(("", "~", "null", "Null", "NULL"), "null-key")}
_WIDE_SPACES = re.compile("[\u00a0\u202f]")  # welcome before a unit, never in a key


class Keys:
    """Makes the pairs of a map into its entries; of equal keys the first stays."""

    def __init__(self, lines: Lines, findings: list[Diagnostic]) -> None:
        self._lines = lines
        self._findings = findings

    def entries(self, pairs: Sequence[Entry], *, is_flow: bool) -> dict[str, Entry]:
        """Give the entries by their keys; what cannot be one becomes a finding."""
        entries = {each.key.value: each for each in pairs if type(each.key) is Scalar}
        if len(entries) == len(pairs) and _are_usual(entries, has_commas=is_flow):
            return entries
        return self._sifted(pairs, is_flow=is_flow)

    def _sifted(self, pairs: Sequence[Entry], *, is_flow: bool) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        for each in pairs:
            problem = self._problem(each.key, entries) or (is_flow and self._split(each))
            if problem:
                self._findings.append(problem)
            else:
                entries[each.key.value] = each
                self._no_wide_spaces(each.key)
        return entries

    def _problem(self, key: Node, entries: dict[str, Entry]) -> Diagnostic | None:
        """Say why a key cannot stand in the map; nothing if it can."""
        span = self._lines.span(key.start, key.end)
        if not isinstance(key, Scalar):
            return refused(span, "complex-key")
        if not key.style and key.value in _REFUSED:
            return refused(span, _REFUSED[key.value])
        if key.value in entries:
            first = entries[key.value].key
            return repeated(span, self._lines.span(first.start, first.end), key.value)
        return None

    def _split(self, pair: Entry) -> Diagnostic | None:
        """Find words that a comma cut off, which YAML takes for a key without a value."""
        key, value = pair
        if value.start < value.end or _COLON.match(self._lines.text, key.end):
            return None
        return refused(self._lines.span(key.start, key.end), "comma", words=key.value)

    def _no_wide_spaces(self, key: Scalar) -> None:
        found = None if key.value.isascii() else _WIDE_SPACES.search(key.value)
        if found:
            span = self._lines.span(key.start + found.start(), key.start + found.end())
            self._findings.append(doubtful(span, "odd-space", sign=code_point(found[0])))


def _are_usual(entries: dict[str, Entry], *, has_commas: bool) -> bool:
    """Say whether no key needs a closer look: all are words, and no comma cut one off."""
    return (
        all(map(str.isidentifier, entries))
        and entries.keys().isdisjoint(_REFUSED)
        and not (
            has_commas and any(each.value.start == each.value.end for each in entries.values())
        )
    )

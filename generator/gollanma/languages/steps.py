"""Stems of a language whose words have a few layers of endings: found by the steps of a pack.

The steps are those of a Snowball program (snowballstem.org), as data: which endings a step takes
off, in which region of the word, after which letters, and to which step it leads on.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from gollanma.languages.suffixes import Lengths
from gollanma.languages.tables import BrokenPackError, Table

Rules = Sequence[Sequence[str]]
"""Ending, what stands in its place, what stands before it, region, where it leads: all texts.

`<` in the place takes one more letter off; `-` leaves the word as it is; `!` before a pattern asks
that it does not match.
"""
END = "end"


@dataclass(frozen=True)
class Steps:
    """An interpreter of steps; `table` is their JSON form, the same that browsers are given."""

    table: Mapping[str, Any]

    def stem(self, word: str) -> str:
        """Give what the forms of a word share."""
        table = self.table
        word = self._prepared(word)
        if word in table["whole"]:
            return str(table["whole"][word])
        if len(word) < table["shortest"]:
            return word
        word = self._marked(word.removeprefix(table["dropped"])) if table["glide"] else word
        regions = self._regions(word)
        name = table["steps"][0]["name"]
        while name != END:
            word, name = self._taken(word, regions, table["steps"][self._numbers[name]])
        return word.lower()

    def _prepared(self, word: str) -> str:
        for letter, other in self.table["same"].items():
            word = word.replace(letter, other)
        return word

    def _marked(self, word: str) -> str:
        """Give the word with a letter large where it is no vowel though it looks like one."""
        glide, vowels = self.table["glide"], self.table["vowels"]
        before, marked = "", ""
        for letter in word:
            is_glide = letter == glide and (not before or before in vowels)
            before = letter.upper() if is_glide else letter
            marked += before
        return marked

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {step["name"]: number for number, step in enumerate(self.table["steps"])}

    def _regions(self, word: str) -> Mapping[str, int]:
        """Give where regions begin: behind the first vowel, behind the first closed syllable."""
        first = self._vowel.search(word)
        start = next((len(each) for each in self.table["starts"] if word.startswith(each)), 0)
        closed = start or self._closed(word, 0)
        return {
            "": 0, "vowel": first.end() if first else len(word), "closed": closed,
            "twice": self._closed(word, closed),
        }  # fmt: skip

    def _closed(self, word: str, start: int) -> int:
        """Give where the next syllable ends that a consonant closes."""
        found = self._syllable.search(word, start)
        return found.end() if found else len(word)

    @cached_property
    def _vowel(self) -> re.Pattern[str]:
        return re.compile(f"[{re.escape(self.table['vowels'])}]")

    @cached_property
    def _syllable(self) -> re.Pattern[str]:
        vowels = re.escape(self.table["vowels"])
        return re.compile(f"[{vowels}][^{vowels}]")

    def _taken(
        self, word: str, regions: Mapping[str, int], step: Mapping[str, Any]
    ) -> tuple[str, str]:
        """Give the word after a step, and the name of the next one."""
        limit = regions[step["limit"]]
        for rule in self._fitting(word, limit, step["name"]):
            if self._fits(word, limit, regions, rule):
                return _changed(word, rule), rule[4] or step["ok"]
        return word, str(step["fail"])

    @cached_property
    def _rules(self) -> Mapping[str, tuple[Lengths, Mapping[str, Rules]]]:
        """The lengths of the endings of each step, and the rules of each ending."""
        found = {}
        for step in self.table["steps"]:
            by_ending: dict[str, list[Sequence[str]]] = {}
            for rule in step["rules"]:
                by_ending.setdefault(rule[0], []).append(rule)
            found[step["name"]] = Lengths(by_ending), by_ending
        return found

    def _fitting(self, word: str, limit: int, name: str) -> Rules:
        """Give the rules for the longest ending of a step that a word has."""
        lengths, by_ending = self._rules[name]
        size = len(word)
        for length in reversed(lengths[word[-2:]]):
            rules = by_ending.get(word[size - length :]) if length <= size - limit else None
            if rules:
                return rules
        return by_ending.get("", ())

    def _fits(self, word: str, limit: int, regions: Mapping[str, int], rule: Sequence[str]) -> bool:
        ending, _, before, region, _ = rule
        at = len(word) - len(ending)
        if region.startswith("="):
            if at != regions[region[1:]]:
                return False
        elif at < regions[region]:
            return False
        wanted = not before.startswith("!")
        found = re.search(before.removeprefix("!"), word[min(limit, at) : at]) is not None
        return found is wanted if before else True


def _changed(word: str, rule: Sequence[str]) -> str:
    ending, place = rule[0], rule[1]
    if place == "-":
        return word
    kept = len(word) - len(ending) - place.count("<")
    return word[:kept] + place.replace("<", "")


def steps_table(table: Table) -> dict[str, Any]:
    """Give the steps of a pack in their JSON form."""
    return {
        "vowels": table.text("vowels"),
        "glide": table.text("glide", ""),
        "dropped": table.text("dropped", ""),
        "same": dict(table.pairs("same")),
        "whole": dict(table.pairs("whole")),
        "starts": table.text("starts", "").split(),
        "shortest": int(table.text("shortest", "1")),
        "steps": [_step(name, each) for name, each in table.table("step").tables()],
    }


def _step(name: str, table: Table) -> dict[str, Any]:
    rules = [rule for line in table.texts("rules") for rule in _rules(line)]
    rules.sort(key=lambda each: -len(each[0]))
    return {
        "name": name,
        "limit": table.text("limit", ""),
        "rules": rules,
        "ok": table.text("ok"),
        "fail": table.text("fail", table.text("ok")),
    }


_WRITTEN = re.compile(
    r"""(?P<endings>[^→|]*)            # separated by blanks; nothing: the end of the word itself
        (?:→(?P<place>[^|\s]*))?\s*    # what takes their place
        (?:\|\s*(?P<rest>.*))?         # after=…  in=…  to=…
    """,
    re.VERBOSE,
)


def _rules(line: str) -> Iterator[list[str]]:
    match = _WRITTEN.fullmatch(line)
    if match is None:
        raise BrokenPackError(f"a step is written `ed ing→e | after=…  in=…  to=…`, not `{line}`")
    rest = dict(part.split("=", 1) for part in (match["rest"] or "").split())
    for ending in match["endings"].split() or [""]:
        yield [
            ending, match["place"] or "", rest.get("after", ""), rest.get("in", ""),
            rest.get("to", ""),
        ]  # fmt: skip

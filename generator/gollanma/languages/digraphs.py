"""Digraphs: two letters that are typed for one, where a keyboard has no key for it."""

from collections.abc import Mapping


def spellings(text: str, digraphs: Mapping[str, str]) -> list[str]:
    """Give how else a text may be meant: with all its digraphs as letters, then with some."""
    found = [text]
    for each in sorted(digraphs):
        found = [other for one in found for other in (one.replace(each, digraphs[each]), one)]
    return [each for each in dict.fromkeys(found) if each != text]

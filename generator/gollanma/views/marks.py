"""Marks of addresses: by which a copy of the site knows its pages without naming them.

A mark tells nothing to who sees it remembered on a device. It is no proof of anything: what is said
of a mark counts only when it is signed.
"""

FIRST, PRIME, BITS = 0xCBF29CE484222325, 0x100000001B3, 64
"""Of the hash FNV-1a with 64 bits (draft-eastlake-fnv), which a few lines of a script can make."""
ENDING = ".html"


def mark_of(address: str) -> int:
    """Give the mark of a page by its address in the default language."""
    mark = FIRST
    for byte in address.removesuffix(ENDING).encode():
        mark = (mark ^ byte) * PRIME % 2**BITS
    return mark

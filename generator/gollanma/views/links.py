"""Addresses of pages and the ways between them: pure functions on `a/b.html`."""

from collections.abc import Iterable
from itertools import repeat
from urllib.parse import urlsplit


def in_language(address: str, lang: str, default: str) -> str:
    """Give where a page stands in a language: the default one has no folder of its own."""
    return address if lang == default else f"{lang}/{address}"


def way_to_root(address: str) -> str:
    """Give what leads from a page to the site's root: nothing, or `../` per folder."""
    return "../" * address.count("/")


def relative(from_address: str, to_address: str, fragment: str = "") -> str:
    """Give the link from one page to another, always naming a file; `#x` on the same page."""
    anchor = f"#{fragment}" if fragment else ""
    if from_address == to_address and anchor:
        return anchor
    *here, _ = from_address.split("/")
    *there, name = to_address.split("/")
    shared = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        shared += 1
    return "/".join((*repeat("..", len(here) - shared), *there[shared:], name)) + anchor


def is_allowed(href: str, hosts: Iterable[str]) -> bool:
    """Say whether an address leads by https to one of the project's hosts, and to nothing else."""
    try:
        parts = urlsplit(href)
        return parts.scheme == "https" and parts.netloc in set(hosts)
    except ValueError:
        return False
